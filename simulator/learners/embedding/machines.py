"""Calls the compiled kernels of an embedding's blocks. Tensors are in single precision, on the CPU and in one piece.

Letters: M maps, S pixels along an edge, C channels given, O channels made, W pixels along an edge of what is made, Q
pixels of a window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Call, Kernel
from metascope.simulator.learners.embedding.reference import EPS
from metascope.simulator.learners.kernels import EMBEDDING_CONVOLVING, EMBEDDING_FIRST, EMBEDDING_NORMALIZING

THERE, BACK = 0, 1  # the first size of each kernel: which way it goes
MAPS = 1  # which size of each kernel is M, and may be smaller than what there is room for
_EDGE, _PRODUCTS = 4, 36  # pixels along an edge of a tile, and its products
_TILES = 32  # are transformed together, at least one map's
_WINDOWS = 64  # of a first layer together: `kernel.first.TOGETHER`
_CALLS = 64  # are kept by each thread


@final
class Room:
    """Buffers by purpose and shape, each of which several calls use in turn."""

    def __init__(self) -> None:
        self._made: dict[object, Tensor] = {}

    @property
    def nbytes(self) -> int:
        """Bytes of all buffers."""
        return sum(buffer.nbytes for buffer in self._made.values())

    def of(self, purpose: str, *shape: int, kind: torch.dtype = torch.float32) -> Tensor:
        """Return a buffer; what lies in it is anything."""
        key = purpose, shape
        if key not in self._made:
            self._made[key] = torch.empty(shape, dtype=kind)
        return self._made[key]


@dataclass(frozen=True)
class Sizes:
    """Those of a block."""

    maps: int  # M
    side: int  # S
    given: int  # C
    made: int  # O
    pools: bool
    own: bool  # whether normalization is by own statistics

    @property
    def wide(self) -> int:
        """W."""
        return self.side // (1 + self.pools)

    @property
    def each(self) -> int:
        """Maps that are convolved together."""
        return max(1, _TILES // self.tiles**2)

    @property
    def tiles(self) -> int:
        """Tiles along an edge."""
        return -(-self.side // _EDGE)

    def seen(self, keeps: bool) -> tuple[int, ...]:
        """Return the shape of transformed maps, of all or of those together."""
        parts = -(-self.maps // self.each) if keeps else 1
        return parts, _PRODUCTS, self.each * self.tiles**2, self.given

    @property
    def turned(self) -> tuple[int, ...]:
        """The shape of transformed filters."""
        return _PRODUCTS, self.made, self.given


def first(sizes: Sizes, given: Sequence[Tensor], room: Room, cuts: bool) -> Call:
    """Return the call that makes y of pictures by a first block.

    Args:
        sizes: of the block.
        given: pictures (M, S, S), filters (O, 1, 3, 3), scales, shifts, fixed means and variances (O,) each, means,
            standard deviations' inverses (O,), what is told of the statistics (2, O), y (M, W, W, O); then what `cut`
            and `moments` return.
        room: for what need not be kept.
        cuts: whether pictures are new; else their patches are there.
    """
    m, s, o = sizes.maps, sizes.side, sizes.made
    window = room.of("windows", _WINDOWS, 4 if sizes.pools else 1, o)
    own = [room.of("paper", o), window]
    return _call(EMBEDDING_FIRST, given, own, (THERE, m, s, o, int(sizes.pools), int(sizes.own), int(cuts)))


def first_back(sizes: Sizes, given: Sequence[Tensor], room: Room) -> Call:
    """Return the call that makes derivatives by filters, scales and shifts.

    Args:
        sizes: of the block.
        given: derivatives by y, y, scales, means, inverses; what `cut` and `moments` return; then room for those by
            filters (O, 1, 3, 3), scales and shifts (O,).
        room: for what need not be kept.
    """
    m, s, o = sizes.maps, sizes.side, sizes.made
    window = room.of("windows", _WINDOWS, 4 if sizes.pools else 1, o)
    own = [window, room.of("by flat", 9, o), room.of("sums", o, kind=torch.float64)]
    return _call(EMBEDDING_FIRST, given, own, (BACK, m, s, o, int(sizes.pools), int(sizes.own)))


def cut(sizes: Sizes) -> list[Tensor]:
    """Return room for patches: which windows see ink, how many these are, and what they see (M W W, Q, 9)."""
    windows = sizes.maps * sizes.wide**2
    inked, counted = torch.empty(windows, dtype=torch.int32), torch.zeros(1, dtype=torch.long)
    return [inked, counted, torch.empty(windows, 4 if sizes.pools else 1, 9)]


def moments(sizes: Sizes) -> list[Tensor]:
    """Return room for the mean and the covariance of patches, and for filters without and with slopes (9, O)."""
    centre, spread = torch.empty(9, dtype=torch.float64), torch.empty(9, 9, dtype=torch.float64)
    return [centre, spread, torch.empty(9, sizes.made), torch.empty(9, sizes.made)]


def convolving(sizes: Sizes, given: Sequence[Tensor], room: Room, keeps: bool) -> Call:
    """Return the call that convolves.

    Args:
        sizes: of the block.
        given: maps (M, S, S, C), filters (O, C, 3, 3), scales and fixed variances (O,), factors (O,) by which filters
            are multiplied, outputs (M, S, S, O), transformed maps and filters of the shapes that `Sizes` tells.
        room: for what need not be kept.
        keeps: whether all transformed maps are.
    """
    m, s, c, o = sizes.maps, sizes.side, sizes.given, sizes.made
    own = [room.of("filters", _PRODUCTS, c, o), *_buffers(sizes, room), room.of("outputs", 16, sizes.tiles, o)]
    numbers = (THERE, m, s, c, o, sizes.each, int(keeps), int(sizes.own))
    return _call(EMBEDDING_CONVOLVING, given, own, numbers)


def convolving_back(sizes: Sizes, given: Sequence[Tensor], room: Room, wanted: bool) -> Call:
    """Return the call that makes derivatives by maps and filters, and completes those by scales.

    Args:
        sizes: of the block.
        given: derivatives by outputs, transformed maps and filters, room for derivatives by maps and filters; filters,
            fixed means and variances, factors, and derivatives by scales and shifts (O,).
        room: for what need not be kept.
        wanted: whether those by maps are.
    """
    m, s, c, o = sizes.maps, sizes.side, sizes.given, sizes.made
    together = sizes.each * sizes.tiles**2
    own = [room.of("by filters", _PRODUCTS, o, c), *_buffers(sizes, room)]
    own += [room.of("by maps", _PRODUCTS, together, c), room.of("outputs", 16, sizes.tiles, o)]
    numbers = (BACK, m, s, c, o, sizes.each, int(wanted), int(sizes.own))
    return _call(EMBEDDING_CONVOLVING, given, own, numbers)


def _buffers(sizes: Sizes, room: Room) -> list[Tensor]:
    """Return room for filters and half transformed ones, a map with a border, a row of tiles, and products."""
    c, o, tiles = sizes.given, sizes.made, sizes.tiles
    return [
        room.of("nine", 9, o, c),
        room.of("halves", 18, o, c),
        room.of("around", 4 * tiles + 2, 4, tiles + 1, c),
        room.of("rows", 6, 4, tiles + 1, max(c, o)),
        room.of("products", _PRODUCTS, sizes.each * tiles**2, o),
    ]


def normalizing(sizes: Sizes, given: Sequence[Tensor], room: Room) -> Call:
    """Return the call that normalizes, pools and cuts off below 0.

    Args:
        sizes: of the block.
        given: outputs (M, S, S, O), y (M, W, W, O); scales, shifts, fixed means and variances, means, standard
            deviations' inverses and slopes (O,); what is told of the statistics (2, O).
        room: for what need not be kept.
    """
    m, s, o = sizes.maps, sizes.side, sizes.made
    own = [room.of("shifts", o), room.of("row", o), room.of("sums", o, kind=torch.float64)]
    return _call(EMBEDDING_NORMALIZING, given, own, (THERE, m, s, o, int(sizes.pools), int(sizes.own)))


def normalizing_back(sizes: Sizes, given: Sequence[Tensor], room: Room) -> Call:
    """Return the call that makes derivatives by outputs, scales' sizes and shifts.

    Args:
        sizes: of the block.
        given: outputs, y, derivatives by y, room for those by outputs; means, inverses, slopes; room for those by
            scales and shifts (O,).
        room: for what need not be kept.
    """
    m, s, o = sizes.maps, sizes.side, sizes.made
    own = [room.of("levels", o), room.of("tilts", o)]
    own += [room.of(name, o, kind=torch.float64) for name in ("sums", "other sums")]
    return _call(EMBEDDING_NORMALIZING, given, own, (BACK, m, s, o, int(sizes.pools), int(sizes.own)))


def _call(kernel: Kernel, given: Sequence[Tensor], own: Sequence[Tensor], sizes: Sequence[int]) -> Call:
    return Call(kernel, [(array, tuple(array.shape)) for array in (*given, *own)], sizes, [EPS])


@final
class _Calls(threading.local):
    """The calls of a thread with tensors that change, by what makes them and by sizes."""

    def __init__(self) -> None:
        self._made: dict[object, tuple[Call, list[int]]] = {}
        self._room = Room()

    def run(self, make: Callable[..., Call], sizes: Hashable, given: Sequence[Tensor], *flags: bool) -> None:
        """Do a call with these tensors."""
        key = make, sizes, flags
        if key not in self._made:
            if len(self._made) >= _CALLS:
                self._made.clear()
                self._room = Room()
            self._made[key] = make(sizes, given, self._room, *flags), [array.numel() for array in given]
        call, numbers = self._made[key]
        call.put_first(given, numbers)
        call()


CALLS = _Calls()
