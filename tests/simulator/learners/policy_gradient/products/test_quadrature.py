"""Few nodes in place of many states: sums over them are the same."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient import fast
from metascope.simulator.learners.policy_gradient.advantages import Judging
from metascope.simulator.learners.policy_gradient.fast import Meta
from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.products.product import Product
from metascope.simulator.learners.policy_gradient.products.quadrature import Quadrature, boxes, quadrature, together
from metascope.simulator.learners.policy_gradient.sampling import noise
from metascope.simulator.tasks.navigation.plane import Plane, drawn_goals
from tests.simulator.learners.policy_gradient.lessons import draws

TASKS, PATHS, RATE = 3, 12, 0.2
PLANE = Plane(horizon=60, ends=True)


def adapted(policy: Policy, dtype: torch.dtype = torch.float64, steps: int = 1, seed: int = 0) -> Meta:
    """Return what a start whose walks stay near 0 teaches."""
    own = draws(seed)
    start = policy.initial(own, dtype)
    start[-2:] = -0.5
    with torch.no_grad():
        for name, part in policy.named(start):
            if name == "mean.weights":
                part.mul_(0.2)
    goals = drawn_goals("square", TASKS, own, dtype)
    drawn = [noise(TASKS, PATHS, PLANE, own, dtype) for _ in range(steps + 1)]
    found = fast.learned(policy, start, PLANE, goals, drawn[:-1], Judging(), RATE)
    after = fast.lesson(policy, found.reached, PLANE, goals, drawn[-1], Judging())
    return fast.meta_gradient(policy, found, after, RATE)


def nodes_of(policy: Policy, meta: Meta) -> Quadrature:
    found = quadrature(policy, meta.found.reached, meta.after.paths.states.flatten(1, 2))
    assert found is not None
    return found


def product_of(policy: Policy, meta: Meta, *, first_order: bool = False, plain: bool) -> Product:
    return Product(policy, meta.found, meta.after, meta.near, RATE, first_order=first_order, plain=plain)


def vector(policy: Policy, meta: Meta, seed: int = 9) -> Tensor:
    dtype = meta.gradient.dtype
    return torch.randn(policy.size, generator=draws(seed), dtype=torch.float64).to(dtype)


@pytest.mark.parametrize("hidden", [(12,), (16, 16), (9, 8, 7)])
@pytest.mark.parametrize("inputs", [2, 4])
def test_sums_over_nodes_are_those_over_states(hidden: tuple[int, ...], inputs: int) -> None:
    policy = Policy(inputs=inputs, hidden=hidden)
    meta = adapted(policy)
    found, v = nodes_of(policy, meta), vector(policy, meta).expand(TASKS, -1)
    share, weights = meta.after.share, meta.after.weights
    assert all(group.count <= share.shape[1] / 2 for group in found.groups)
    torch.testing.assert_close(found.fisher(share)(v), meta.near.fisher(share, v), rtol=1e-6, atol=1e-8)
    bent = found.bending(meta.near.pulls(weights))(v)
    torch.testing.assert_close(bent, meta.near.curvature(weights, v), rtol=1e-6, atol=1e-8)
    gradient = found.gradient(meta.near.pulls(weights))
    torch.testing.assert_close(gradient, meta.near.gradient(weights), rtol=1e-6, atol=1e-8)


def test_tasks_of_unlike_walks_have_numbers_of_nodes_of_their_own() -> None:
    policy = Policy(hidden=(12, 12))
    meta = adapted(policy)
    near, states = meta.near, meta.after.paths.states.flatten(1, 2)
    wider = torch.cat([states * scale for scale in (0.1, 1.0, 2.0, 40.0)])  # the last needs its states
    theta, order = meta.found.reached.repeat(4, 1), torch.randperm(4 * TASKS, generator=draws(2))
    found = quadrature(policy, theta[order], wider[order])
    assert found is not None
    counts = {group.count for group in found.groups}
    assert len(counts) > 1
    assert states.shape[1] in counts
    share, v = meta.after.share.repeat(4, 1)[order], vector(policy, meta).expand(4 * TASKS, -1)
    near = Linearization(policy, theta[order], wider[order], None)
    torch.testing.assert_close(found.fisher(share)(v), near.fisher(share, v), rtol=1e-6, atol=1e-8)


def test_boxes_lie_along_the_walks() -> None:
    along = torch.rand(1, 50, 1, generator=draws(), dtype=torch.float64)
    across = 0.01 * torch.rand(1, 50, 1, generator=draws(1), dtype=torch.float64)
    places = along * torch.tensor([3.0, 4.0]) + across * torch.tensor([-4.0, 3.0]) + 7
    middle, axes, within = boxes(places)
    torch.testing.assert_close(within @ axes + middle, places)
    assert float(within.abs().amax()) == pytest.approx(1)
    assert float(axes[0, 0].norm()) == pytest.approx(2.5, rel=0.2)
    assert float(axes[0, 1].norm()) < 0.05


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_trust_regions_products_are_the_same_with_nodes_and_with_states(steps: int) -> None:
    policy = Policy(hidden=(16, 16))
    meta = adapted(policy, steps=max(steps, 1))
    both = [product_of(policy, meta, first_order=steps == 0, plain=plain) for plain in (False, True)]
    v = vector(policy, meta)
    by_nodes, by_states = (product(v) for product in both)
    torch.testing.assert_close(by_nodes, by_states, rtol=1e-6, atol=1e-8)
    assert not torch.equal(by_nodes, by_states)  # nodes were used


def test_in_single_precision_they_are_the_same_within_a_hundredth_of_a_thousandth() -> None:
    policy = Policy(hidden=(32, 32))
    meta = adapted(policy, torch.float32)
    v = vector(policy, meta)
    exact, near = (product_of(policy, meta, plain=plain)(v) for plain in (True, False))
    assert 0 < float((near - exact).norm() / exact.norm()) < 3e-5


def test_what_bends_sharply_keeps_its_states() -> None:
    policy = Policy(hidden=(16, 16))
    meta = adapted(policy)
    states = meta.after.paths.states.flatten(1, 2)
    assert quadrature(policy, 60 * meta.found.reached, states) is None
    relu = Policy(hidden=(16, 16), activation="relu")
    assert quadrature(relu, meta.found.reached, states) is None


def test_few_states_are_not_replaced() -> None:
    policy = Policy(hidden=(8, 8))
    meta = adapted(policy)
    states = meta.after.paths.states.flatten(1, 2)
    assert quadrature(policy, meta.found.reached, states[:, :40]) is None


def test_nodes_weights_add_up_to_those_of_the_states_and_give_polynomials_exactly() -> None:
    policy = Policy(hidden=(8, 8))
    meta = adapted(policy)
    found, states = nodes_of(policy, meta), meta.after.paths.states.flatten(1, 2)
    for group in found.groups:
        weights = meta.after.weights[group.tasks]
        torch.testing.assert_close(group.sums(weights).sum(1), weights.sum(1))
    one = Linearization(policy, meta.found.reached, states, None)
    assert one.activations().shape == (TASKS, states.shape[1], 16)


def test_walks_that_all_stand_still_have_nodes_too() -> None:
    policy = Policy(hidden=(8, 8))
    meta = adapted(policy)
    states = torch.full_like(meta.after.paths.states.flatten(1, 2), 0.25)
    found = quadrature(policy, meta.found.reached, states)
    assert found is not None
    near, v = Linearization(policy, meta.found.reached, states, None), vector(policy, meta).expand(TASKS, -1)
    share = meta.after.share
    torch.testing.assert_close(found.fisher(share)(v), near.fisher(share, v), rtol=1e-6, atol=1e-8)


def test_tasks_go_together_as_takes_least() -> None:
    few, more, most = [6, 5], [9, 9], [40, 40]
    assert together([few] * 20, 2000) == [20]  # one call for all
    assert together([few] * 3 + [most], 2000) == [3, 1]  # the last needs its states
    assert together([few] * 30 + [more] * 30, 2000) == [30, 30]
    assert together([[12, 3], [3, 13]], 2000) == [2]
    assert together([], 2000) == []
