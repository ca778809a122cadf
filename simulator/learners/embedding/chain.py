"""Embeds pictures by compiled kernels, block after block, and goes back through all of them, in one call each way.

Letters: M pictures, S pixels along an edge, O channels, E features.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, final

import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Call, InTurn
from metascope.simulator.learners.embedding import machines
from metascope.simulator.learners.embedding.machines import Room, Sizes

PARTS = ("filters", "scale", "shift", "mean", "variance")
LEARNED, SCALE = PARTS[:3], 1
TOGETHER = 64  # pictures that leave nothing behind
_FREE = 2**27  # bytes of buffers that are kept for the next passes, at most; those of the last one always are


class Plan(NamedTuple):
    """What a pass needs room for."""

    maps: int  # M, or more
    side: int  # S
    channels: tuple[int, ...]  # O of each block
    pooled: int | None  # so many blocks, the first ones, halve the side; None: all
    own: bool  # whether normalization is by statistics of these pictures
    keeps: bool  # whether there is a way back

    @property
    def blocks(self) -> list[Sizes]:
        """The sizes of each block."""
        found, side = list[Sizes](), self.side
        for place, (given, made) in enumerate(zip((1, *self.channels), self.channels, strict=False)):
            found.append(Sizes(self.maps, side, given, made, self.pooled is None or place < self.pooled, self.own))
            side = found[-1].wide
        return found


def weights_of(weights: Mapping[str, Tensor]) -> list[list[Tensor]]:
    """Return the weights of each block among all, in the order of `PARTS`."""
    found = list[list[Tensor]]()
    while (name := f"block{len(found) + 1}") + ".filters" in weights:
        found.append([weights[f"{name}.{part}"] for part in PARTS])
    return found


def joined(weights: Sequence[Sequence[Tensor]]) -> Tensor:
    """Return all weights of blocks as one vector."""
    return torch.cat([part.detach().reshape(-1) for block in weights for part in block])


@final
class _Machine:
    """Buffers for the pictures of a plan, and the calls that go through all blocks there and back."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self._room = plan, Room()
        sizes = plan.blocks
        shapes = [(*((s.made, s.given, 3, 3),), *[(s.made,)] * 4) for s in sizes]
        self._weights, parts = _laid_out(shapes)
        self._slopes, self._slope_parts = _laid_out([block[: len(LEARNED)] for block in shapes])
        self._told, told = _laid_out([((2, s.made),) for s in sizes])
        self.statistics = [one for (one,) in told]
        self.pictures = self._room.of("pictures", plan.maps, plan.side, plan.side)
        self._cut, self._moments = machines.cut(sizes[0]), machines.moments(sizes[0])
        self._there, self._back = list[Call](), list[Call]()
        rows = self.pictures
        for place, (block, given, slopes) in enumerate(zip(sizes, parts, self._slope_parts, strict=True)):
            y = self._room.of(f"y of block {place}", block.maps, block.wide, block.wide, block.made)
            if place:
                self._add_block(block, rows, y, given, slopes, self.statistics[place])
            else:
                self._add_first(block, y, given, slopes)
            rows = y
        self.rows = rows
        self._forth, self._home = InTurn(self._there), InTurn(self._back[::-1])
        self._again = machines.first(sizes[0], self._first_given, self._room, cuts=False)
        self._forth_again = InTurn([self._again, *self._there[1:]])
        self._size = plan.maps
        self.nbytes = self._room.nbytes + sum(part.nbytes for part in self._cut)  # of the buffers

    def _add_first(self, block: Sizes, y: Tensor, given: list[Tensor], slopes: list[Tensor]) -> None:
        filters, scale, shift, mean, variance = given
        means, inverses = torch.empty(block.made), torch.empty(block.made)
        self._first_given = [self.pictures, filters, scale, shift, mean, variance, means, inverses]
        self._first_given += [self.statistics[0], y, *self._cut, *self._moments]
        self._there.append(machines.first(block, self._first_given, self._room, cuts=True))
        if self.plan.keeps:
            given = [self._by_rows(y.shape), y, scale, means, inverses, *self._cut, *self._moments, *slopes]
            self._back.append(machines.first_back(block, given, self._room))

    def _add_block(
        self, block: Sizes, rows: Tensor, y: Tensor, given: list[Tensor], slopes: list[Tensor], told: Tensor
    ) -> None:
        filters, scale, shift, mean, variance = given
        m, s, o = block.maps, block.side, block.made
        keeps = self.plan.keeps
        factors, means, inverses, slopes_of = (torch.empty(o) for _ in range(4))
        kept = f" of block {len(self._there)}" if keeps else ""  # or the next block writes there too
        z = self._room.of("z" + kept, m, s, s, o)
        seen, turned = self._room.of("seen" + kept, *block.seen(keeps)), self._room.of("turned" + kept, *block.turned)
        made = [rows, filters, scale, variance, factors, z, seen, turned]
        self._there.append(machines.convolving(block, made, self._room, keeps))
        made = [z, y, scale, shift, mean, variance, means, inverses, slopes_of, told]
        self._there.append(machines.normalizing(block, made, self._room))
        if keeps:
            by_filters, by_scale, by_shift = slopes
            by_z, by_y = self._room.of("by z", m, s, s, o), self._by_rows(y.shape)
            made = [by_z, seen, turned, self._by_rows(rows.shape), by_filters]
            made += [filters, mean, variance, factors, by_scale, by_shift]
            self._back.append(machines.convolving_back(block, made, self._room, True))
            made = [z, y, by_y, by_z, means, inverses, slopes_of, by_scale, by_shift]
            self._back.append(machines.normalizing_back(block, made, self._room))

    def _by_rows(self, shape: Sequence[int]) -> Tensor:
        """Return room for derivatives by what a block gives to the next."""
        return self._room.of("by rows", *shape)

    def forth(self, weights: Tensor, pictures: Tensor | None) -> Tensor:
        """Return the features (M, E); without pictures, those of the last time are passed again."""
        self._weights.copy_(weights)
        if pictures is None:
            self._forth_again()
        else:
            self._resize(len(pictures))
            self.pictures[: len(pictures)].copy_(pictures)
            self._forth()
        return self.rows[: self._size].permute(0, 3, 1, 2).flatten(1).clone()

    def _resize(self, maps: int) -> None:
        if maps != self._size:
            for call in (*self._there, *self._back, self._again):
                call.sizes[machines.MAPS] = maps
            self._size = maps

    def back(self, given: Tensor) -> list[list[Tensor]]:
        """Return derivatives by what is learned of each block, of those by the features (M, E)."""
        m, side, _, o = self.rows.shape
        self._by_rows(self.rows.shape).copy_(given.view(m, o, side, side).permute(0, 2, 3, 1))
        self._home()
        parts = iter(torch.split(self._slopes.clone(), [one.numel() for block in self._slope_parts for one in block]))
        return [[next(parts).view(one.shape) for one in block] for block in self._slope_parts]

    def told(self) -> list[Tensor]:
        """Return the mean and the unbiased variance of what each block's filters made, (2, O) each."""
        parts = torch.split(self._told.clone(), [one.numel() for one in self.statistics])
        return [part.view(one.shape) for part, one in zip(parts, self.statistics, strict=True)]


def _laid_out(shapes: Sequence[Sequence[tuple[int, ...]]]) -> tuple[Tensor, list[list[Tensor]]]:
    """Return a vector that holds tensors of these shapes, and these."""
    sizes = [[int(torch.Size(shape).numel()) for shape in block] for block in shapes]
    vector = torch.zeros(sum(map(sum, sizes)))
    parts = iter(torch.split(vector, [size for block in sizes for size in block]))
    return vector, [[next(parts).view(shape) for shape in block] for block in shapes]


@final
class Passed:
    """Room in which pictures pass all blocks, as long as this is kept; `back` is for a plan that keeps what it needs.

    Raises:
        Unusable: a kernel is not ready.
    """

    def __init__(self, plan: Plan) -> None:
        self._machine = _taken(plan)

    def __del__(self) -> None:
        if hasattr(self, "_machine"):  # there was one
            _give_back(self._machine)

    def forth(self, weights: Tensor, pictures: Tensor | None) -> Tensor:
        """Return the features (M, E) of pictures (M, S, S), or of those of the last time, by weights as in `joined`."""
        return self._machine.forth(weights, pictures)

    def back(self, given: Tensor) -> list[list[Tensor]]:
        """Return derivatives by filters, scale and shift of each block, of those by the features (M, E)."""
        return self._machine.back(given)

    def statistics(self) -> list[Tensor]:
        """Return the mean and the unbiased variance of what each block's filters made, (2, O) each."""
        return self._machine.told()


_free: list[_Machine] = []  # used by one pass at a time, in any thread


def _taken(plan: Plan) -> _Machine:
    for machine in tuple(_free):
        if machine.plan == plan:
            with suppress(ValueError):  # another thread was faster
                _free.remove(machine)
                return machine
    return _Machine(plan)


def _give_back(machine: _Machine) -> None:
    kept = machine.nbytes
    for other in tuple(_free):
        kept += other.nbytes
        if kept > _FREE:
            with suppress(ValueError):  # another thread took it
                _free.remove(other)
    _free.insert(0, machine)


def plan_of(weights: Sequence[Sequence[Tensor]], pictures: Tensor, pooled: int | None, own: bool, keeps: bool) -> Plan:
    """Return the plan of a pass; where pictures leave nothing behind, it has room for a fixed number."""
    channels = tuple(len(block[0]) for block in weights)
    return Plan(len(pictures) if own or keeps else TOGETHER, pictures.shape[-1], channels, pooled, own, keeps)


def features_of(weights: Sequence[Sequence[Tensor]], pictures: Tensor, pooled: int | None) -> Tensor:
    """Return the features (M, E) of pictures (M, S, S) by fixed statistics."""
    plan = plan_of(weights, pictures, pooled, own=False, keeps=False)
    passed, vector = Passed(plan), joined(weights)
    return torch.cat([passed.forth(vector, part) for part in torch.split(pictures, TOGETHER)])
