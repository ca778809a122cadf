"""Estimators of the meta-gradient where every path can be added up: their expectations are exact."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.advantages import to_go
from metascope.simulator.learners.policy_gradient.plan import Estimator
from metascope.simulator.learners.policy_gradient.reference import inner_objective
from tests.simulator.learners.policy_gradient.chance import all_paths, expected_return, log_probs, probability

START = torch.tensor([0.2, -0.3, 0.1, 0.4], dtype=torch.float64)
RATE, BASELINE = 0.7, 0.4


def objective(chosen: Tensor, drawn: Tensor, rewards: Tensor, discount: float, estimator: Estimator) -> Tensor:
    """Return what an inner step on one path goes up, with a constant baseline."""
    expected = torch.full_like(rewards, BASELINE)
    return inner_objective(
        chosen[None],
        drawn[None],
        rewards[None],
        expected[None],
        (to_go(rewards, discount) - BASELINE)[None],
        discount,
        estimator,
    )


def expected_step(theta: Tensor, drawing: Tensor, discount: float = 1.0, estimator: Estimator = "surrogate") -> Tensor:
    """Return the expectation (4,) of the inner gradient by theta over paths drawn with `drawing`."""
    total = torch.zeros_like(theta)
    for path in all_paths():
        rewards = torch.tensor(path.rewards, dtype=torch.float64)
        found = objective(log_probs(theta, path), log_probs(drawing, path), rewards, discount, estimator)
        (slope,) = torch.autograd.grad(found, theta, create_graph=True)
        total = total + probability(drawing, path).detach() * slope
    return total


def test_the_score_function_is_an_unbiased_gradient_of_the_expected_return() -> None:
    theta = START.clone().requires_grad_()
    (exact,) = torch.autograd.grad(expected_return(theta), theta)
    torch.testing.assert_close(expected_step(theta, theta).detach(), exact)


@pytest.mark.parametrize("discount", [1.0, 0.9])
def test_dice_differentiates_the_expected_step_as_differences_do(discount: float) -> None:
    def step(at: Tensor) -> Tensor:
        theta = at.clone().requires_grad_()
        return expected_step(theta, theta, discount).detach()

    theta = START.clone().requires_grad_()
    found = expected_step(theta.clone(), theta, discount, "dice")  # the copy is what the step improves
    improved = _jacobian(theta, discount, "dice")
    columns = []
    for place in range(len(START)):
        small = torch.zeros_like(START)
        small[place] = 1e-5
        columns.append((step(START + small) - step(START - small)) / 2e-5)
    torch.testing.assert_close(found.detach(), step(START))
    torch.testing.assert_close(improved, torch.stack(columns, 1), atol=1e-8, rtol=1e-6)
    plain = _jacobian(theta, discount, "surrogate")
    assert not torch.allclose(plain, improved, atol=1e-2)  # what the surrogate drops is not small


def _jacobian(start: Tensor, discount: float, estimator: Estimator) -> Tensor:
    """Return the expectation of the derivative of the inner step by the start, (4, 4), as the estimator has it."""
    total = torch.zeros(len(start), len(start), dtype=torch.float64)
    for path in all_paths():
        rewards = torch.tensor(path.rewards, dtype=torch.float64)
        theta = start.detach().clone().requires_grad_()
        improved = theta.clone()
        found = objective(log_probs(improved, path), log_probs(theta, path), rewards, discount, estimator)
        (slope,) = torch.autograd.grad(found, improved, create_graph=True)
        rows = [torch.autograd.grad(part, theta, retain_graph=True)[0] for part in slope]
        total += probability(theta, path).detach() * torch.stack(rows)
    return total


def test_e_maml_is_an_unbiased_gradient_of_what_adapting_is_worth() -> None:
    """The expectation, over the path that the step is made on, of the return of the adapted policy."""

    def adapted(theta: Tensor, path: object, estimator: Estimator = "surrogate") -> Tensor:
        rewards = torch.tensor(path.rewards, dtype=torch.float64)  # type: ignore[attr-defined]
        improved = theta.clone()
        logs = log_probs(improved, path)  # type: ignore[arg-type]
        found = objective(logs, log_probs(theta, path), rewards, 1.0, estimator)  # type: ignore[arg-type]
        (slope,) = torch.autograd.grad(found, improved, create_graph=True)
        return theta + RATE * slope

    theta = START.clone().requires_grad_()
    worth = torch.stack(
        [probability(theta, path) * expected_return(adapted(theta, path)) for path in all_paths()]
    ).sum()
    (exact,) = torch.autograd.grad(worth, theta)
    estimated, plain = torch.zeros_like(START), torch.zeros_like(START)
    for path in all_paths():
        reached = expected_return(adapted(theta, path))
        chance = probability(theta, path).detach()
        (through,) = torch.autograd.grad(reached, theta)
        (score,) = torch.autograd.grad(log_probs(theta, path).sum(), theta)
        plain += chance * through
        estimated += chance * (through + (reached.detach() - BASELINE) * score)
    torch.testing.assert_close(estimated, exact)
    assert not torch.allclose(plain, exact, atol=1e-2)
