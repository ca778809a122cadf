"""Blocks of a relu policy's states: products with second derivatives are those that go through all layers."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.learners.policy_gradient import fast
from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.plan import Plan
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.products.piecewise import Piecewise
from metascope.simulator.learners.policy_gradient.products.product import kernels_of
from metascope.simulator.learners.policy_gradient.products.sectors import sectors
from metascope.simulator.learners.policy_gradient.training import PolicyTraining
from metascope.simulator.tasks.navigation.plane import Plane, drawn_goals
from tests.simulator.learners.policy_gradient.lessons import draws
from tests.simulator.learners.policy_gradient.products.test_quadrature import RATE, adapted, product_of, vector


@pytest.mark.parametrize("inputs", [2, 4])
@pytest.mark.parametrize("steps", [1, 2])
def test_relu_policies_products_are_those_that_go_through_all_layers(steps: int, inputs: int) -> None:
    policy = Policy(inputs=inputs, hidden=(11, 7), activation="relu")
    meta = adapted(policy, steps=steps)
    v, vectors = vector(policy, meta), torch.randn_like(meta.found.reached)
    kept, plain = (product_of(policy, meta, plain=plain) for plain in (False, True))
    torch.testing.assert_close(kept(v), plain(v))
    torch.testing.assert_close(kept.pulled(vectors), plain.pulled(vectors))
    assert torch.equal(plain.pulled(vectors).mean(0), fast.pulled(meta.found, vectors, RATE).mean(0))


def near_of(hidden: tuple[int, int] = (13, 10), steps: int = 400, inputs: int = 2) -> Linearization:
    """Return a linearization with kinks that do not meet in a point, of three tasks whose walks begin at 0."""
    policy, own = Policy(inputs=inputs, hidden=hidden, activation="relu"), draws(4)
    theta = 0.6 * torch.randn(3, policy.size, generator=own, dtype=torch.float64)
    states = torch.randn(3, 1, inputs, generator=own, dtype=torch.float64).repeat(1, steps, 1)
    states[..., :2] = 0.2 * torch.randn(3, steps, 2, generator=own, dtype=torch.float64).cumsum(1)
    states[:, ::100, :2] = 0
    actions = torch.randn(3, steps, 2, generator=own, dtype=torch.float64)
    return Linearization(policy, theta, states, actions)


@pytest.mark.parametrize("inputs", [2, 4])
@pytest.mark.parametrize(("hidden", "steps"), [((13, 10), 400), ((30, 40), 170), ((1, 1), 90), ((5, 3), 7)])
def test_products_of_any_network_are_those_that_go_through_all_layers(
    hidden: tuple[int, int], steps: int, inputs: int
) -> None:
    near = near_of(hidden, steps, inputs)
    policy = near.parts[0].policy
    own = Piecewise(policy, near)
    v = torch.randn(3, policy.size, generator=draws(1), dtype=torch.float64)
    weights = torch.randn(3, steps, generator=draws(2), dtype=torch.float64)
    torch.testing.assert_close(own.fisher(weights)(v), near.fisher(weights, v))
    product = own.bending(near.pulls(weights))
    torch.testing.assert_close(own.gradient(near.pulls(weights)), near.gradient(weights))
    for vectors in (v, v.flip(0)):  # nothing is left behind of a vector
        torch.testing.assert_close(product(vectors), near.curvature(weights, vectors))


def test_units_that_are_not_mixed_are_on_or_off_in_all_of_a_block() -> None:
    near = near_of()
    found = sectors(near)
    seen = [torch.cat([part.seen[layer] for part in near.parts]).flatten(0, 1) > 0 for layer in (1, 2)]
    tasks, count, _ = found.on[0].shape
    together = torch.zeros(3 * 400, dtype=torch.long)
    for like in found.likes:
        for place, block in enumerate(like.blocks.tolist()):
            inside = like.states[place][like.real[place] > 0]
            together[inside] += 1
            for on, units, mixed in zip(found.on, seen, (like.first[place], like.second[place]), strict=True):
                rest = torch.ones(units.shape[1], dtype=torch.bool)
                rest[mixed] = False
                of_block = on.view(tasks * count, -1)[block]
                assert not of_block[mixed].any()
                assert (units[inside][:, rest] == (of_block[rest] > 0)).all()
    assert (together == 1).all()  # each state is in one block
    kept = sum(like.first.numel() for like in found.likes) / (tasks * count * 13)
    assert kept < 0.8  # some units need no passes


@pytest.mark.usefixtures("kernels")
def test_a_trusted_step_with_kernels_is_that_of_the_reference() -> None:
    policy = Policy(hidden=(16, 12), activation="relu")
    assert all(kernel.ready for kernel in kernels_of(policy))
    start, starts = policy.initial(draws(1)), []
    for engine in ("reference", "compiled"):
        training = PolicyTraining(policy, "maml", start, engine=engine)
        own = draws(2)
        report = training.update(Plane(horizon=40), drawn_goals("square", 4, own), Plan(rule="trpo"), 0.0, own)
        assert report.length > 0
        starts.append(training.start)
    moved = (starts[0] - start).norm()
    assert 0 < float((starts[0] - starts[1]).norm()) < 1e-3 * float(moved)


def test_only_relu_policies_of_two_layers_have_kernels() -> None:
    assert not kernels_of(Policy(hidden=(8, 8)))
    assert not kernels_of(Policy(hidden=(8, 8, 8), activation="relu"))
