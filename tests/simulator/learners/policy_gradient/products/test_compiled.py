"""Kernels of relu policies: gradients and products with second derivatives are those in double precision."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.products.checks import check_blocks, check_units
from metascope.simulator.learners.policy_gradient.products.compiled import Compiled
from tests.simulator.learners.policy_gradient.lessons import draws

pytestmark = pytest.mark.usefixtures("kernels")


def lines(policy: Policy, tasks: int, steps: int) -> tuple[Linearization, Linearization]:
    """Return what the same actions say in single and in double precision; all walks begin at 0."""
    own = draws(3)
    theta = 0.4 * torch.randn(tasks, policy.size, generator=own)
    states = torch.randn(tasks, 1, policy.inputs, generator=own).repeat(1, steps, 1)
    states[..., :2] = 0.2 * torch.randn(tasks, steps, 2, generator=own).cumsum(1)
    states[:, ::100, :2] = 0
    actions = torch.randn(tasks, steps, 2, generator=own)
    one, other = (
        Linearization(policy, theta.to(kind), states.to(kind), actions.to(kind))
        for kind in (torch.float32, torch.float64)
    )
    return one, other


def assert_near(found: Tensor, exact: Tensor) -> None:
    assert found.dtype == torch.float32
    assert float((found - exact).norm() / exact.norm()) < 1e-5


@pytest.mark.parametrize("inputs", [2, 4])
@pytest.mark.parametrize(("hidden", "steps"), [((13, 10), 400), ((30, 40), 1170), ((1, 1), 90), ((5, 3), 7)])
def test_products_are_those_in_double_precision(hidden: tuple[int, int], steps: int, inputs: int) -> None:
    policy = Policy(inputs=inputs, hidden=hidden, activation="relu")
    near, exact = lines(policy, 3, steps)
    ours, own = Compiled(policy, near), draws(1)
    weights, v = torch.randn(3, steps, generator=own), torch.randn(3, policy.size, generator=own)
    pulls, both = near.pulls(weights), weights.double()
    assert_near(ours.gradient(pulls), exact.gradient(both))
    bending, fisher = ours.bending(pulls), ours.fisher(weights.abs())
    for vectors in (v, v.flip(0)):  # nothing is left behind of a vector
        assert_near(bending(vectors), exact.curvature(both, vectors.double()))
        assert_near(fisher(vectors), exact.fisher(both.abs(), vectors.double()))


def test_products_are_kept_when_others_are_made() -> None:
    policy = Policy(hidden=(8, 9), activation="relu")
    near, _ = lines(policy, 2, 300)
    ours, v = Compiled(policy, near), torch.ones(2, policy.size)
    weights = torch.ones(2, 300)
    first = ours.fisher(weights)(v)
    kept = first.clone()
    ours.gradient(near.pulls(weights))
    ours.fisher(2 * weights)(v)
    assert torch.equal(first, kept)


def test_blocks_are_laid_out_as_the_layers_see_their_states() -> None:
    check_units()
    check_blocks()
