"""Gradients of adaptation: those written by hand against autograd, and against differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from torch import Tensor
from torch.autograd import functional

from metascope.simulator.learners.policy_gradient import exact, fast, linearization, reference
from metascope.simulator.learners.policy_gradient.advantages import Judging
from metascope.simulator.learners.policy_gradient.plan import Estimator, Plan
from metascope.simulator.learners.policy_gradient.policy import Activation
from metascope.simulator.learners.policy_gradient.products.product import Product
from metascope.simulator.learners.policy_gradient.training import judged
from metascope.simulator.tasks.navigation.plane import Plane
from tests.simulator.learners.policy_gradient.lessons import RATE, TASKS, adaptation, draws, policy_of, start_of

ESTIMATORS: tuple[Estimator, ...] = ("first-order", "surrogate", "e-maml", "dice")
OPEN = Plane(horizon=12, ends=False)


@pytest.mark.parametrize("together", [1, 100, 1000])
@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_first_and_second_derivatives_are_those_of_autograd(
    activation: Activation, together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linearization, "TOGETHER", together)  # one, two or all tasks at a time
    policy = policy_of(activation)
    start = start_of(policy)
    _, after, _, _ = adaptation(policy, start)
    thetas = torch.stack([start_of(policy, seed) for seed in range(TASKS)])
    near, v = after.near(policy, thetas), torch.randn(TASKS, policy.size, generator=draws(), dtype=torch.float64)
    for task in range(TASKS):
        states, actions = after.paths.states[task], after.paths.actions[task]

        def surrogate(theta: Tensor, task: int = task, states: Tensor = states, actions: Tensor = actions) -> Tensor:
            logs = reference.log_probs(policy, theta, states, actions).flatten()
            return (after.weights[task] * logs).sum()

        def logs(theta: Tensor, states: Tensor = states, actions: Tensor = actions) -> Tensor:
            return reference.log_probs(policy, theta, states, actions).flatten()

        theta = thetas[task]
        slope = functional.jacobian(surrogate, theta)  # type: ignore[no-untyped-call]
        torch.testing.assert_close(near.gradient(after.weights)[task], slope)
        torch.testing.assert_close(near.log_probs[task], logs(theta))
        _, scores = functional.jvp(logs, theta, v[task])  # type: ignore[no-untyped-call]
        torch.testing.assert_close(near.scores(v)[task], scores)
        _, bent = functional.hvp(surrogate, theta, v[task])  # type: ignore[no-untyped-call]
        torch.testing.assert_close(near.curvature(after.weights, v)[task], bent)


@pytest.mark.parametrize("steps", [1, 2])
@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_meta_gradients_are_those_of_the_readable_twin(estimator: Estimator, steps: int) -> None:
    policy = policy_of()
    start = start_of(policy)
    found, after, _, _ = adaptation(policy, start, steps)
    mine = fast.meta_gradient(policy, found, after, RATE, estimator).gradient
    its = reference.meta_gradient(policy, start, found.lessons, after, RATE, estimator)
    torch.testing.assert_close(mine, its)


def test_each_estimator_keeps_something_else() -> None:
    policy = policy_of()
    found, after, _, _ = adaptation(policy, start_of(policy))
    each = [fast.meta_gradient(policy, found, after, RATE, estimator).gradient for estimator in ESTIMATORS]
    assert all(not torch.allclose(one, other) for place, one in enumerate(each) for other in each[:place])


def test_without_inner_steps_all_are_the_plain_policy_gradient() -> None:
    policy = policy_of()
    start = start_of(policy)
    found, after, _, _ = adaptation(policy, start)
    for estimator in ("surrogate", "dice"):
        meta = fast.meta_gradient(policy, fast.adapted(policy, start, found.lessons, 0.0), after, 0.0, estimator)
        plain = after.near(policy, start.expand(TASKS, -1)).gradient(after.weights).mean(0)
        torch.testing.assert_close(meta.gradient, plain)


def test_zero_advantages_change_nothing() -> None:
    policy = policy_of()
    start = start_of(policy)
    found, _, _, _ = adaptation(policy, start)
    given = found.lessons[0]
    none = replace(given, judged=replace(given.judged, values=torch.zeros_like(given.judged.values)))
    assert torch.equal(fast.adapted(policy, start, [none], RATE).reached, found.thetas[0])


def test_a_divergence_from_itself_is_0_and_bends_as_the_gaussians_fisher_matrix() -> None:
    policy = policy_of()
    start = start_of(policy)
    _, after, _, _ = adaptation(policy, start)
    theta = start.expand(TASKS, -1)
    near, states = after.near(policy, theta), after.paths.states.flatten(1, 2)
    assert not near.divergence(near).any()
    v = torch.randn(TASKS, policy.size, generator=draws(), dtype=torch.float64)
    even = torch.full_like(after.share, 1 / after.share.shape[1])
    for task in range(TASKS):

        def from_start(other: Tensor, task: int = task) -> Tensor:
            return reference.divergence(policy, start, other, states[task])

        _, bent = functional.hvp(from_start, start, v[task])  # type: ignore[no-untyped-call]
        torch.testing.assert_close(near.fisher(even, v)[task], bent)
    direct = torch.zeros_like(v)
    direct[:, -2:] = v[:, -2:]  # along log sigma alone the Fisher matrix is 2
    torch.testing.assert_close(near.fisher(even, direct)[:, -2:], 2 * v[:, -2:])


def test_divergences_are_those_of_torchs_distributions() -> None:
    policy = policy_of()
    one, other = start_of(policy, 1), start_of(policy, 5)
    _, after, _, _ = adaptation(policy, one)
    old, new = (after.near(policy, each.expand(TASKS, -1)) for each in (one, other))
    for task, states in enumerate(after.paths.states.flatten(1, 2)):
        wanted = reference.divergence(policy, one, other, states)
        torch.testing.assert_close(new.divergence(old)[task].mean(), wanted)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_the_trust_regions_product_is_the_hessian_through_the_inner_steps(steps: int) -> None:
    policy, plan = policy_of(), Plan(rate=RATE)
    start = start_of(policy)
    found, after, _, _ = adaptation(policy, start, max(steps, 1))
    found = fast.Adapted([start.expand(TASKS, -1)], (), ()) if steps == 0 else found
    near = after.near(policy, found.reached)
    v = torch.randn(policy.size, generator=draws(), dtype=torch.float64)

    def divergence(at: Tensor) -> float:
        return judged(policy, found, after, near, at, plan)[1]

    ahead, back = (_slope(divergence, start + way * 1e-5 * v) for way in (1, -1))
    product = Product(policy, found, after, near, RATE)(v)
    torch.testing.assert_close(product, (ahead - back) / 2e-5, atol=1e-6, rtol=1e-4)
    assert divergence(start) == pytest.approx(0, abs=1e-12)


def _slope(worth: Callable[[Tensor], float], at: Tensor) -> Tensor:
    """Return a gradient by differences, (P,)."""
    small, found = 1e-5, torch.zeros_like(at)
    for place in range(len(at)):
        moved = at.clone()
        moved[place] += small
        up = worth(moved)
        moved[place] -= 2 * small
        found[place] = (up - worth(moved)) / (2 * small)
    return found


@pytest.mark.parametrize("steps", [1, 2])
def test_the_exact_gradient_is_that_of_differences(steps: int) -> None:
    policy, judging = policy_of(), Judging()
    start = start_of(policy)
    *_, goals, numbers = adaptation(policy, start, steps, judging, OPEN)
    gradient, returns = exact.meta_gradient(policy, start, OPEN, goals, numbers, judging, RATE)

    def worth(at: Tensor) -> float:
        found = fast.learned(policy, at, OPEN, goals, numbers[:-1], judging, RATE)
        return float(fast.lesson(policy, found.reached, OPEN, goals, numbers[-1], judging).paths.rewards.mean())

    assert float(returns.mean()) == pytest.approx(worth(start) * OPEN.horizon)
    v = torch.randn(policy.size, generator=draws(), dtype=torch.float64)
    slope = (worth(start + 1e-6 * v) - worth(start - 1e-6 * v)) / 2e-6
    assert float(gradient @ v) == pytest.approx(slope, rel=1e-4)
