"""Random quadratics."""

from __future__ import annotations

import torch

from metascope.simulator.tasks.quadratics import QuadraticFamily, Quadratics
from tests.simulator.learners.reference import generator, normal


def test_loss_is_a_sum_of_squares() -> None:
    problems = QuadraticFamily(3, dtype=torch.float64).sample(2, 0, generator())
    theta = normal(2, 3)
    expected = [
        float(torch.linalg.vector_norm(w @ x - y) ** 2)
        for w, x, y in zip(problems.matrix, theta, problems.target, strict=True)
    ]
    torch.testing.assert_close(problems.loss(theta, 0), torch.tensor(expected).double())


def test_least_loss_is_zero_where_the_matrix_has_an_inverse() -> None:
    problems = QuadraticFamily(6, dtype=torch.float64).sample(4, 0, generator())
    optimum = torch.linalg.solve(problems.matrix, problems.target)
    loss, gradient = problems.loss_and_gradient(optimum, 0)
    torch.testing.assert_close(loss, torch.zeros(4).double(), rtol=0, atol=1e-20)
    torch.testing.assert_close(gradient, torch.zeros(4, 6).double(), rtol=0, atol=1e-9)


def test_entries_are_normal_or_uniform() -> None:
    def entries(problems: Quadratics) -> torch.Tensor:
        return torch.cat([problems.matrix.flatten(), problems.target.flatten()])

    normal_ = entries(QuadraticFamily(10, "normal").sample(100, 0, generator()))
    uniform = entries(QuadraticFamily(10, "uniform").sample(100, 0, generator()))
    assert abs(float(normal_.mean())) < 0.05
    assert abs(float(normal_.std()) - 1) < 0.05
    assert float(uniform.min()) >= 0
    assert abs(float(uniform.mean()) - 0.5) < 0.02


def test_starts_spread_as_the_setting_says() -> None:
    start = QuadraticFamily(10, spread=0.3).sample(500, 0, generator()).start()
    assert abs(float(start.std()) - 0.3) < 0.02
