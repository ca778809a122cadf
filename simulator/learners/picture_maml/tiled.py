"""Multiplies as `products.Grouped` does, by compiled kernels, on the CPU and in single precision.

Axes: T tasks, M pictures, S pixels along an edge, D numbers given, C made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.compiling.kernel import Call
from metascope.simulator.learners.embedding.machines import CALLS, Room
from metascope.simulator.learners.kernels import PICTURE_MAML
from metascope.simulator.learners.picture_maml.products import Product

_FORTH, _BACK = 0, 1  # the first size of the kernel: which way it goes
_EDGE, _PRODUCTS = 4, 36  # pixels along an edge of a tile, and its products
_TILES = 32  # are transformed together, at least one map's


@dataclass(frozen=True)
class _Sizes:
    tasks: int  # T
    maps: int  # M
    side: int  # S
    given: int  # D
    made: int  # C

    @property
    def tiles(self) -> int:
        """Tiles along an edge."""
        return -(-self.side // _EDGE)

    @property
    def each(self) -> int:
        """Maps that are convolved together."""
        return min(self.maps, max(1, _TILES // self.tiles**2))


@final
class Tiled(Product):
    """A 3 x 3 convolution of maps of all tasks, with arguments as of `products.Grouped`, of stride 1.

    Args:
        tasks: T.
        side: S.
    """

    beside = True

    def __init__(self, tasks: int, side: int) -> None:
        self._tasks, self._side = tasks, side

    @override
    def of(self, x: Tensor, w: Tensor) -> Tensor:
        return self._forth((x, w))

    @override
    def moved(self, x: Tensor, w: Tensor, dx: Tensor | None, dw: Tensor) -> Tensor:
        return self._forth((x, dw)) if dx is None else self._forth((x, dw), (dx, w))

    @override
    def back(self, g: Tensor, x: Tensor, w: Tensor, *, further: bool = True) -> tuple[Tensor, Tensor]:
        return self._back((g, x, w))

    @override
    def back_moved(
        self, g: tuple[Tensor, Tensor], x: tuple[Tensor, Tensor | None], w: tuple[Tensor, Tensor], *, further: bool
    ) -> tuple[Tensor | None, Tensor]:
        if x[1] is None:
            return super().back_moved(g, x, w, further=further)
        return self._back((g[1], x[0], w[0]), (g[0], x[1], w[1]))

    def _forth(self, *pairs: tuple[Tensor, Tensor]) -> Tensor:
        """Return the sum of the convolutions of one or two pairs of maps and filters."""
        x, w = pairs[0]
        sizes = self._sizes(x, w)
        made = x.new_empty(1, x.shape[1], sizes.tasks * sizes.made)
        CALLS.run(_forth, sizes, [*_twice(pairs), made], len(pairs) > 1)
        return made

    def _back(self, *triples: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Return the sums of the derivatives by maps and by filters, given those by what is made, maps and filters."""
        _, x, w = triples[0]
        by_x, by_w = torch.empty_like(x), torch.empty_like(w)
        CALLS.run(_back, self._sizes(x, w), [*_twice(triples), by_x, by_w], len(triples) > 1)
        return by_x, by_w

    def _sizes(self, x: Tensor, w: Tensor) -> _Sizes:
        return _Sizes(self._tasks, x.shape[1] // self._side**2, self._side, w.shape[-1], w.shape[1])


def _twice(given: Sequence[tuple[Tensor, ...]]) -> list[Tensor]:
    """Return two groups of tensors one after the other; a single one is there twice, and looked at once."""
    return [part.contiguous() for group in (given[0], given[-1]) for part in group]


def _forth(sizes: _Sizes, given: Sequence[Tensor], room: Room, pair: bool) -> Call:
    """Return the call that convolves; given are maps, filters, and others to be added, then room for what is made."""
    return _call(_FORTH, sizes, [*given, *_buffers(sizes, room)], pair)


def _back(sizes: _Sizes, given: Sequence[Tensor], room: Room, pair: bool) -> Call:
    """Return the call that goes back; given are derivatives, maps and filters, others, then room for what is made."""
    c, o, together = sizes.given, sizes.made, sizes.each * sizes.tiles**2
    own = [room.of("by seen", _PRODUCTS, together, c), room.of("by turned", _PRODUCTS, o, c)]
    own.append(room.of("by around", 4 * sizes.tiles + 2, 4, sizes.tiles + 1, c))
    return _call(_BACK, sizes, [*given, *_buffers(sizes, room), *own], pair)


def _buffers(sizes: _Sizes, room: Room) -> list[Tensor]:
    """Return room for filters, half and wholly transformed, a map with a border, rows of tiles, and all of them."""
    c, o, tiles, together = sizes.given, sizes.made, sizes.tiles, sizes.each * sizes.tiles**2
    return [
        room.of("nine", 9, o, c),
        room.of("halves", 18, o, c),
        room.of("turned", 2, _PRODUCTS, o, c),
        room.of("around", 4 * tiles + 2, 4, tiles + 1, c),
        room.of("rows", 6, 4, tiles + 1, max(c, o)),
        room.of("outputs", 16, tiles, o),
        room.of("seen", _PRODUCTS, together, c),
        room.of("products", _PRODUCTS, together, o),
    ]


def _call(way: int, sizes: _Sizes, arrays: Sequence[Tensor], pair: bool) -> Call:
    numbers = (way, sizes.tasks, sizes.maps, sizes.side, sizes.given, sizes.made, sizes.each, 1 + pair)
    return Call(PICTURE_MAML, [(array, tuple(array.shape)) for array in arrays], numbers)
