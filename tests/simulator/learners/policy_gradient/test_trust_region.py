"""Conjugate gradients and the line search, on problems whose answers are known, and on a policy."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient import trust_region
from metascope.simulator.learners.policy_gradient.plan import Plan, Trust
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.training import PolicyTraining, clipped_weights
from metascope.simulator.learners.policy_gradient.trust_region import conjugate_gradients
from metascope.simulator.tasks.navigation.plane import Plane, drawn_goals
from tests.simulator.learners.policy_gradient.lessons import adaptation, draws, policy_of, start_of


@pytest.fixture
def matrix() -> Tensor:
    """Give a symmetric positive matrix, (6, 6)."""
    rows = torch.randn(6, 6, generator=draws(), dtype=torch.float64)
    return rows @ rows.T + torch.eye(6, dtype=torch.float64)


def test_conjugate_gradients_solve_what_a_direct_solver_does(matrix: Tensor) -> None:
    b = torch.randn(6, generator=draws(1), dtype=torch.float64)
    found, _ = conjugate_gradients(matrix.mv, b, 12)
    torch.testing.assert_close(found, torch.linalg.solve(matrix, b), atol=1e-6, rtol=1e-5)


def test_conjugate_gradients_know_what_is_left_to_solve(matrix: Tensor) -> None:
    b = torch.randn(6, generator=draws(1), dtype=torch.float64)
    found, residual = conjugate_gradients(matrix.mv, b, 3)
    torch.testing.assert_close(residual, b - matrix @ found)
    assert float(residual.norm()) > 1e-3


def test_a_step_uses_up_the_trust_where_all_is_quadratic(matrix: Tensor) -> None:
    slope = torch.randn(6, generator=draws(1), dtype=torch.float64)

    def judge(at: Tensor) -> tuple[float, float]:
        return float(slope @ at), float(at @ matrix @ at) / 2

    found = trust_region.step(
        torch.zeros(6, dtype=torch.float64), slope, matrix.mv, judge, 0.0, Trust(damping=0.0, directions=12)
    )
    assert found.accepted
    assert found.divergence == pytest.approx(0.01, rel=0.25)
    wanted = torch.linalg.solve(matrix, slope)
    wanted *= found.length * (0.02 / float(wanted @ matrix @ wanted)) ** 0.5
    torch.testing.assert_close(found.start, wanted, atol=1e-6, rtol=1e-4)


def test_a_step_that_only_does_harm_is_not_taken(matrix: Tensor) -> None:
    start = torch.zeros(6, dtype=torch.float64)
    found = trust_region.step(start, torch.ones_like(start), matrix.mv, lambda _: (-1.0, 0.0), 0.0, Trust(tries=4))
    assert not found.accepted
    assert found.tries == 4
    assert torch.equal(found.start, start)


@pytest.mark.parametrize("rule", ["adam", "trpo", "ppo"])
def test_every_outer_rule_learns_to_adapt(rule: str) -> None:
    policy, plane, own = Policy(hidden=(16, 16)), Plane(horizon=20), draws()
    training = PolicyTraining(policy, "maml", policy.initial(draws(1)))
    plan = Plan(rule=rule, paths=10, rate=0.2)  # type: ignore[arg-type]
    returns = [training.update(plane, drawn_goals("square", 10, own), plan, 1e-2, own).after for _ in range(30)]
    assert sum(returns[-5:]) / 5 > sum(returns[:5]) / 5 + 1.0


def test_a_trusted_step_keeps_within_its_divergence() -> None:
    policy, plane, own = Policy(hidden=(8,)), Plane(horizon=15), draws()
    training = PolicyTraining(policy, "maml", policy.initial(draws(1)))
    for _ in range(5):
        report = training.update(plane, drawn_goals("square", 5, own), Plan(rule="trpo"), 1e-2, own)
        assert 0 < report.divergence <= 0.01
        assert 1 <= report.tries <= 15


def test_weights_of_ppo_are_the_slope_of_its_clipped_surrogate() -> None:
    policy = policy_of()
    _, after, _, _ = adaptation(policy, start_of(policy))
    values = after.weights
    moved = torch.randn(values.shape, generator=draws(5), dtype=values.dtype).mul_(0.3).requires_grad_()
    ratios = moved.exp()
    surrogate = torch.minimum(values * ratios, values * ratios.clamp(0.8, 1.2)).sum()  # Schulman et al., 2017, (7)
    (wanted,) = torch.autograd.grad(surrogate, moved)
    found = clipped_weights(after, moved.detach(), 0.2)
    torch.testing.assert_close(found, wanted)
    assert (found[values != 0] == 0).any()
    torch.testing.assert_close(clipped_weights(after, torch.zeros_like(values), 0.2), values)
