"""Sorts the states of a relu policy into blocks in which few units change between on and off.

The lines at which the units of the first layer change nearly meet where walks begin: around the point that is nearest
to all of them, states are put in order by their angle, and cut into blocks that hold about as many states and as many
lines each; the place where all walks begin is a block of its own. In a block most units of either layer are always on
or always off; the others are mixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.policy import ACTIONS

STATES = 80  # of a block, about
_RIDGE = 1e-6  # beside squares of weights, where all lines are parallel
PARTS = (0.35, 0.3, 0.2, 0.1, 0.05)  # of the blocks, from those with fewest mixed units on, that are treated together


@dataclass(frozen=True)
class Like:
    """Blocks with about as many mixed units, c of them, filled up to n states and K and M units of the two layers."""

    blocks: Tensor  # (c,) numbers from 0 to T G
    states: Tensor  # (c, n) numbers from 0 to T N
    real: Tensor  # (c, n) 1, and 0 for what fills up
    first: Tensor  # (c, K) mixed units of the first layer, and others to fill up
    second: Tensor  # (c, M) of the second


@dataclass(frozen=True)
class Sectors:
    """G blocks of each of T tasks."""

    on: tuple[Tensor, Tensor]  # 1 for a unit that is always on in a block and not among the mixed ones, (T, G, units)
    likes: list[Like]


def sectors(near: Linearization) -> Sectors:
    """Return the blocks of the states of a linearization, whose policy has two hidden layers of relu."""
    states = torch.cat([part.seen[0] for part in near.parts])
    blocks, count = blocks_of(near, states, STATES)
    tasks, each = blocks.shape
    member = torch.zeros(tasks, count, each, dtype=states.dtype)
    member.scatter_(1, blocks.unsqueeze(1), 1.0)
    sizes, sizes_of_parts = member.sum(-1), [len(part.mean) for part in near.parts]
    on, mixed = list[Tensor](), list[Tensor]()
    for layer in (1, 2):
        of_parts = zip(member.split_with_sizes(sizes_of_parts), near.parts, strict=True)
        counts = torch.cat([its @ (part.seen[layer] > 0).to(its.dtype) for its, part in of_parts])
        on.append(((counts == sizes.unsqueeze(-1)) & (counts > 0)).to(states.dtype).flatten(0, 1))
        mixed.append(((counts > 0) & (counts < sizes.unsqueeze(-1))).flatten(0, 1))
    inside = blocks.argsort(dim=1, stable=True) + each * torch.arange(tasks).unsqueeze(1)  # block after block
    sizes = sizes.flatten().long()
    begins = sizes.cumsum(0) - sizes
    amounts = [its.sum(1) for its in mixed]
    order = (amounts[0] + amounts[1]).argsort()
    likes = list[Like]()
    for numbers in order.split_with_sizes(parted(len(order), PARTS)):
        if not len(numbers):
            continue
        steps = torch.arange(max(int(sizes[numbers].max()), 1))
        real = steps < sizes[numbers].unsqueeze(1)
        places = torch.where(real, begins[numbers].unsqueeze(1) + steps, 0)
        units = [
            its[numbers].to(torch.uint8).topk(max(int(amount[numbers].max()), 1), 1).indices
            for its, amount in zip(mixed, amounts, strict=True)
        ]
        for always, its in zip(on, units, strict=True):
            always[numbers] = always[numbers].scatter(1, its, 0.0)
        likes.append(Like(numbers, inside.flatten()[places], real.to(states.dtype), *units))
    return Sectors((on[0].view(tasks, count, -1), on[1].view(tasks, count, -1)), likes)


def parted(count: int, parts: Sequence[float]) -> list[int]:
    """Return how many of so many blocks are treated together, fewest mixed units first."""
    ends = [round(count * sum(parts[: number + 1])) for number in range(len(parts))]
    return [end - begin for begin, end in zip([0, *ends[:-1]], ends, strict=True)]


def blocks_of(near: Linearization, states: Tensor, each: int) -> tuple[Tensor, int]:
    """Return each state's block (T, N), and how many blocks G there are, of about `each` of states (T, N, inputs)."""
    weights, biases = (torch.cat([part.layers[0][kind] for part in near.parts]) for kind in (0, 1))
    lines = weights[:, :ACTIONS]  # (T, 2, A)
    biases = biases + states[:, :1, ACTIONS:] @ weights[:, ACTIONS:]
    ridge = _RIDGE * torch.eye(ACTIONS, dtype=states.dtype)
    centre = -torch.linalg.solve(lines @ lines.mT + ridge, lines @ biases.mT)  # (T, 2, 1)
    x, y = (states[..., :ACTIONS] - centre.mT).unbind(-1)
    angles = torch.atan2(y, x)
    turned = torch.atan2(lines[:, 1], lines[:, 0])
    kinks = torch.cat([torch.atan2(way * turned.cos(), -way * turned.sin()) for way in (1, -1)], 1).sort(1).values
    every, ranks = angles.shape[1], angles.argsort(1).argsort(1)
    far = ranks / every + torch.searchsorted(kinks, angles) / kinks.shape[1]
    far = far - far.amin(1, keepdim=True)
    count = max(every // each, 1)
    found = (far / far.amax(1, keepdim=True).clamp(min=1e-6) * count).long().clamp(max=count - 1)
    found[(states == states[:, :1]).all(-1)] = count
    return found, count + 1
