"""Compares the kernels of relu policies with their readable twins, before they are used."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from metascope.simulator.engine.randomness import generator
from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.products.compiled import Compiled
from metascope.simulator.learners.policy_gradient.products.layout import layout, places, units_of
from metascope.simulator.learners.policy_gradient.products.piecewise import Piecewise

CLOSE = 2e-5  # relative to the largest number
_CASES = ((2, (9, 14), 2, 270), (4, (20, 5), 3, 90), (2, (1, 1), 1, 3), (2, (37, 41), 2, 650))


def cases() -> Iterator[tuple[Policy, Linearization]]:
    """Return policies with what actions say of them."""
    for inputs, hidden, tasks, steps in _CASES:
        policy, draws = Policy(inputs=inputs, hidden=hidden, activation="relu"), generator(0)
        theta = 0.5 * torch.randn(tasks, policy.size, generator=draws)
        states = torch.randn(tasks, 1, inputs, generator=draws).repeat(1, steps, 1)
        states[..., :2] = 0.3 * torch.randn(tasks, steps, 2, generator=draws).cumsum(1)
        yield policy, Linearization(policy, theta, states, torch.randn(tasks, steps, 2, generator=draws))


def check_units() -> None:
    """Raise an AssertionError if units are not found to be on, off or mixed as they are."""
    for _, near in cases():
        found = places(near)
        units = units_of(near, found)
        for layer, (on, listed) in enumerate(((units.first_on, units.first), (units.second_on, units.second))):
            seen = torch.cat([part.hidden[layer] for part in near.parts]) > 0
            for task, block in torch.cartesian_prod(*map(torch.arange, found.sizes.shape)).tolist():
                begin, size = int(found.begins[task, block]), int(found.sizes[task, block])
                inside = seen[task, found.order[task, begin : begin + size]]
                always = inside.all(0) & (size > 0)
                assert torch.equal(on[task, block] > 0, always), "units are always on that are said not to be"
                mixed = listed[task, block, : int(units.mixed[task, block, layer])]
                assert torch.equal(mixed, (inside.any(0) & ~always).nonzero()[:, 0]), "other units are mixed"


def check_blocks() -> None:
    """Raise an AssertionError if what is known of blocks is not what the layers make of their states."""
    for _, near in cases():
        found = layout(near)
        x, h, g = (torch.cat([part.seen[layer] for part in near.parts]) for layer in range(3))
        for task, block in torch.cartesian_prod(*map(torch.arange, found.wide.shape)).tolist():
            begin, size = int(found.places.begins[task, block]), int(found.places.sizes[task, block])
            inside = found.places.order[task, begin : begin + size]
            k, m = found.units.mixed[task, block].tolist()
            ones = torch.ones(size, 1)
            mixed = [g[task, inside][:, found.units.second[task, block, :m]], x[task, inside], ones]
            wanted = torch.cat([*mixed, h[task, inside][:, found.units.first[task, block, :k]]], 1).T
            at, width = int(found.known_at[task, block]), int(found.wide[task, block])
            rows = found.known[at : at + len(wanted) * width].view(len(wanted), width)
            assert torch.equal(rows[:, :size], wanted), "what is known of states differs"
            assert not rows[:, size:].any(), "states are made up"


def check() -> None:
    """Raise an AssertionError if gradients and products with second derivatives are not those of the reference."""
    for policy, near in cases():
        draws = generator(1)
        tasks, steps = len(near.log_probs), near.log_probs.shape[1]
        weights, v = torch.randn(tasks, steps, generator=draws), torch.randn(tasks, policy.size, generator=draws)
        pulls, share = near.pulls(weights), weights.abs()
        ours, reference = Compiled(policy, near), Piecewise(policy, near)
        pairs = [(ours.gradient(pulls), reference.gradient(pulls))]
        ours_made, made = ((each.bending(pulls), each.fisher(share)) for each in (ours, reference))
        for vector in (v, v.flip(0)):  # nothing is left behind of a vector
            pairs += [(a(vector), b(vector)) for a, b in zip(ours_made, made, strict=True)]
        for found, wanted in pairs:
            close = CLOSE * max(1.0, float(wanted.abs().max()))
            assert (found - wanted).abs().max() <= close, "products with second derivatives differ"
