"""The hand-written meta-gradient against autograd, differences and what is known of it."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.fewshot import reference
from metascope.simulator.learners.fewshot.backward import Lesson, Unrolling
from metascope.simulator.tasks.networks import Activation, Network
from tests.simulator.learners.fewshot.cases import (
    SIZES,
    Given,
    begun,
    close,
    generator,
    gradient,
    hessian,
    network,
    tasks,
)
from tests.tiers import first_quick


def lesson(
    of: Network, phi: Tensor, rates: float | Tensor, support: Given, query: Given, steps: int, **how: bool
) -> Lesson:
    sizes = (len(support[0]), support[0].shape[1], query[0].shape[1], steps)
    return Unrolling(of, *sizes, phi).lesson(phi, rates, support, query, **({"second": True} | how))


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("sizes", first_quick(map(pytest.param, SIZES), 2))
@pytest.mark.parametrize("count", [1, 3])
def test_meta_gradients_are_those_of_autograd(activation: Activation, sizes: tuple[int, ...], count: int) -> None:
    of = network(sizes, activation)
    phi, support, query = begun(of), tasks(of, count, 4, 1), tasks(of, count, 5, 2)
    each = torch.rand(len(phi), generator=generator(3), dtype=torch.float64) * 0.1
    for steps in (0, 1, 3, 5):
        unrolling = Unrolling(of, count, 4, 5, steps, phi)  # its memory is used by several lessons
        for rates, second in ((0.05, True), (0.05, False), (each, True), (each, False)):
            full = rates if isinstance(rates, Tensor) else torch.full_like(phi, rates)
            loss, by_phi, by_rates = reference.mean_meta_gradient(
                of, phi, full, support, query, steps, first=not second
            )
            found = unrolling.lesson(phi, rates, support, query, second=second, learned=second)
            assert close(found.loss, loss)
            assert close(found.by_phi, by_phi)
            assert found.by_rates is None or close(found.by_rates, by_rates)


@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_in_single_precision_they_differ_by_rounding_only(activation: Activation) -> None:
    of = network((1, 40, 40, 1), activation)
    phi, support, query = begun(of) * 0.3, tasks(of, 25, 10, 1), tasks(of, 25, 10, 2)
    exact = lesson(of, phi, 0.01, support, query, 5).by_phi
    single, other = ((x.float(), y.float()) for x, y in (support, query))
    rough = lesson(of, phi.float(), 0.01, single, other, 5).by_phi
    assert close(rough.double(), exact, 1e-5)


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
def test_a_lesson_that_left_the_numbers_spoils_none_after_it(activation: Activation) -> None:
    of = network((1, 6, 6, 1), activation)
    phi, support, query = begun(of), tasks(of, 3, 4, 1), tasks(of, 3, 5, 2)
    expected = lesson(of, phi, 0.05, support, query, 3).by_phi
    unrolling = Unrolling(of, 3, 4, 5, 3, phi)
    spoilt = unrolling.lesson(phi * torch.nan, 0.05, support, query, second=True, learned=True)
    assert spoilt.loss.isnan()
    assert torch.equal(unrolling.lesson(phi, 0.05, support, query, second=True).by_phi, expected)


def test_they_are_the_differences_of_the_query_loss() -> None:
    of = network((1, 5, 4, 1), "tanh")
    phi, support, query = begun(of), tasks(of, 2, 4, 1), tasks(of, 2, 5, 2)
    step = 1e-5
    moved = [
        [float(lesson(of, phi + sign * step * unit, 0.1, support, query, 3).loss) for sign in (1, -1)]
        for unit in torch.eye(len(phi), dtype=torch.float64)
    ]
    expected = torch.tensor([(up - down) / (2 * step) for up, down in moved], dtype=torch.float64)
    assert close(lesson(of, phi, 0.1, support, query, 3).by_phi, expected, 1e-6)


def test_without_a_rate_or_without_steps_it_is_the_joint_gradient_of_the_query_points() -> None:
    of = network()
    phi, support, query = begun(of), tasks(of, 3, 4, 1), tasks(of, 3, 5, 2)
    expected = reference.joint_gradient(of, phi, query)[1]
    assert close(lesson(of, phi, 0.0, support, query, 3).by_phi, expected, 1e-14)
    assert close(lesson(of, phi, 0.3, support, query, 0).by_phi, expected, 1e-14)


def test_a_linear_networks_meta_gradient_has_its_closed_form() -> None:
    of, alpha, k = network((3, 1)), 0.05, 4
    phi, (x, y), (far, there) = begun(of), tasks(of, 1, 6, 1), tasks(of, 1, 7, 2)
    seen, asked = (torch.cat([part[0], torch.ones_like(part[0, :, :1])], -1) for part in (x, far))  # (N, 4)
    curvature, slope = 2 / 6 * seen.mT @ seen, 2 / 6 * seen.mT @ y[0, :, 0]  # A, b
    asked_curvature, asked_slope = 2 / 7 * asked.mT @ asked, 2 / 7 * asked.mT @ there[0, :, 0]
    once = torch.eye(4, dtype=torch.float64) - alpha * curvature
    path = [torch.linalg.matrix_power(once, j) for j in range(k + 1)]
    theta = path[k] @ phi + sum(path[j] @ slope for j in range(k)) * alpha
    at_end = asked_curvature @ theta - asked_slope
    assert close(lesson(of, phi, alpha, (x, y), (far, there), k).by_phi, path[k].mT @ at_end, 1e-13)
    assert close(lesson(of, phi, alpha, (x, y), (far, there), k, second=False).by_phi, at_end, 1e-13)


def test_first_and_second_order_agree_where_the_support_loss_has_no_curvature() -> None:
    of = network((1, 1))
    phi, query = begun(of), tasks(of, 2, 5, 2)
    none = torch.zeros(2, 4, 1, dtype=torch.float64)
    flat = (none, none + phi[-1])  # x = 0 and no error: neither slope nor, but for the bias, curvature
    both = [lesson(of, phi, 0.3, flat, query, 3, second=second).by_phi for second in (True, False)]
    assert torch.equal(both[0][:1], both[1][:1])
    assert close(both[0][1:], both[1][1:] * (1 - 0.3 * 2) ** 3, 1e-13)


def test_a_batchs_gradient_is_the_mean_of_its_tasks_in_any_order() -> None:
    of = network((1, 8, 6, 1), "relu")
    phi, support, query = begun(of), tasks(of, 4, 4, 1), tasks(of, 4, 5, 2)
    together = lesson(of, phi, 0.1, support, query, 3).by_phi

    def chosen(*which: int) -> Tensor:
        some = list(which)
        return lesson(of, phi, 0.1, (support[0][some], support[1][some]), (query[0][some], query[1][some]), 3).by_phi

    assert close(together, sum((chosen(i) for i in range(4)), torch.zeros_like(phi)) / 4, 1e-13)
    assert close(together, chosen(2, 0, 3, 1), 1e-13)
    assert close(together, chosen(0, 0, 1, 1, 2, 2, 3, 3), 1e-13)


@pytest.mark.parametrize("second", [True, False])
def test_taylor_residuals_fall_with_the_square_of_the_rate(second: bool) -> None:
    of = network((1, 6, 5, 1), "tanh")
    phi, support, query = begun(of), tasks(of, 1, 4, 1), tasks(of, 1, 5, 2)
    one, two = (support[0][0], support[1][0]), (query[0][0], query[1][0])
    g1, g2, h1, h2 = gradient(of, phi, one), gradient(of, phi, two), hessian(of, phi, one), hessian(of, phi, two)
    residual = []
    for alpha in (1e-3, 5e-4):
        expected = g2 - alpha * (h2 @ g1) - alpha * (h1 @ g2) * second
        found = lesson(of, phi, alpha, support, query, 1, second=second).by_phi
        residual.append(float(torch.linalg.vector_norm(found - expected)))
    assert residual[0] / residual[1] == pytest.approx(4, abs=0.05)
