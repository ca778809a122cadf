"""Lays out the blocks of a relu policy's states for the kernel that passes through them, by kernels of its own."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Call, Kernel
from metascope.simulator.learners.kernels import RELU_BLOCKS, RELU_UNITS
from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.products.sectors import STATES, blocks_of

_VECTOR = 16  # states of a block are filled up to a multiple of it


@dataclass(frozen=True)
class Places:
    """Which states are in which block."""

    order: Tensor  # (T, N) the states, block after block
    begins: Tensor  # (T, G) places in `order`
    sizes: Tensor  # (T, G)


@dataclass(frozen=True)
class Units:
    """What units of the two layers do in blocks."""

    first_on: Tensor  # (T, G, A) 1 for a unit that is always on in a block
    second_on: Tensor  # (T, G, B)
    first: Tensor  # (T, G, A) numbers of the mixed units, to begin with
    second: Tensor  # (T, G, B)
    mixed: Tensor  # (T, G, 2) how many are mixed


@dataclass(frozen=True)
class Layout:
    """G blocks of T tasks; `known` holds for each block a row of its states for each mixed unit and input."""

    places: Places
    units: Units
    wide: Tensor  # (T, G) the rows' lengths
    known_at: Tensor  # (T, G) where a block's rows begin
    delta_at: Tensor  # (T, G) how many mixed units of the second layer the blocks before have
    known: Tensor  # rows of the second layer's mixed units, of the inputs and 1, and of the first layer's mixed units


def places(near: Linearization) -> Places:
    """Return the states of blocks."""
    blocks, count = blocks_of(near, torch.cat([part.seen[0] for part in near.parts]), STATES)
    sizes = torch.zeros(len(blocks), count, dtype=torch.long).scatter_add_(1, blocks, torch.ones_like(blocks))
    return Places(blocks.argsort(dim=1, stable=True), sizes.cumsum(1) - sizes, sizes)


def units_of(near: Linearization, found: Places) -> Units:
    """Return what units do in blocks."""
    (tasks, count), (a, b) = found.sizes.shape, (part.shape[-1] for part in near.parts[0].hidden)
    on = [torch.zeros(tasks, count, units) for units in (a, b)]
    first, second, mixed = (torch.zeros(tasks, count, units, dtype=torch.long) for units in (a, b, 2))
    units = Units(on[0], on[1], first, second, mixed)
    after = [units.first_on, units.second_on, units.first, units.second, units.mixed]
    _by_part(near, found, after, [], [count, found.order.shape[1], a, b], RELU_UNITS)
    return units


def layout(near: Linearization) -> Layout:
    """Lay out the blocks of the states of a linearization, in single precision, of two hidden layers of relu."""
    found = places(near)
    units = units_of(near, found)
    inputs, (a, b) = near.parts[0].seen[0].shape[-1] + 1, (part.shape[-1] for part in near.parts[0].hidden)
    wide = (found.sizes + _VECTOR - 1) // _VECTOR * _VECTOR
    lengths, deltas = (units.mixed.sum(-1) + inputs) * wide, units.mixed[..., 1]
    known_at, delta_at = (each.flatten().cumsum(0).view(each.shape) - each for each in (lengths, deltas))
    known = torch.empty(int(lengths.sum()))
    after = [units.first, units.second, units.mixed, wide, known_at]
    sizes = [wide.shape[1], found.order.shape[1], inputs, a, b, len(known)]
    _by_part(near, found, after, [known], sizes, RELU_BLOCKS)
    return Layout(found, units, wide, known_at, delta_at, known)


def _by_part(
    near: Linearization, found: Places, after: list[Tensor], last: list[Tensor], sizes: list[int], kernel: Kernel
) -> None:
    """Call a kernel for the tasks of each part: the first size is how many they are."""
    tasks = [len(part.mean) for part in near.parts]
    before = zip(*(each.split_with_sizes(tasks) for each in (found.order, found.begins, found.sizes)), strict=True)
    behind = zip(*(each.split_with_sizes(tasks) for each in after), strict=True)
    for part, one, other in zip(near.parts, before, behind, strict=True):
        seen = [each.contiguous() for each in (part.seen[1], part.seen[2])]
        states = [part.seen[0].contiguous()] if last else []
        arrays = [*one, *seen, *other, *states, *last]
        Call(kernel, [(each, tuple(each.shape)) for each in arrays], [len(part.mean), *sizes])()
