"""Compares the kernel of relu policies with its readable twin, before it is used."""

from __future__ import annotations

import torch

from simulator.engine.randomness import generator
from simulator.learners.policy_gradient.linearization import Linearization
from simulator.learners.policy_gradient.policy import Policy
from simulator.learners.policy_gradient.products.piecewise import Piecewise

CLOSE = 2e-5  # relative to the largest number


def check() -> None:
    """Raise an AssertionError if products with second derivatives are not those of the reference."""
    for inputs, hidden, tasks, steps in ((2, (9, 14), 2, 170), (4, (20, 5), 3, 90), (2, (1, 1), 1, 3)):
        compare(Policy(inputs=inputs, hidden=hidden, activation="relu"), tasks, steps)


def compare(policy: Policy, tasks: int, steps: int) -> None:
    """Raise an AssertionError if the kernel's products for so many steps of each task are not the reference's."""
    draws = generator(0)
    theta = 0.5 * torch.randn(tasks, policy.size, generator=draws)
    states = torch.randn(tasks, 1, policy.inputs, generator=draws).repeat(1, steps, 1)
    states[..., :2] = 0.3 * torch.randn(tasks, steps, 2, generator=draws).cumsum(1)
    actions, weights = (torch.randn(tasks, steps, n, generator=draws) for n in (2, 1))
    near = Linearization(policy, theta, states, actions)
    pulls, share = near.pulls(weights[..., 0]), weights[..., 0].abs()
    v = torch.randn(theta.shape, generator=draws)
    ours, reference = (Piecewise(policy, near, compiled=compiled) for compiled in (True, False))
    for found, wanted in (
        (ours.bending(pulls), reference.bending(pulls)),
        (ours.fisher(share), reference.fisher(share)),
    ):
        for _ in range(2):
            close = CLOSE * max(1.0, float(wanted(v).abs().max()))
            assert (found(v) - wanted(v)).abs().max() <= close, "products with second derivatives differ"
