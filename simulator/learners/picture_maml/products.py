"""Multiplies what T tasks' layers are given with the weights of each, and takes the derivatives by either.

A layer's product u(x, w) is linear in both, so that three functions say everything of it: the product, and its
derivatives by x and by w, given those by u. As x and w move, R{u} = u(R{x}, w) + u(x, R{w}), and so do the derivatives.
Axes: T tasks, M pictures, S pixels along an edge, R rows (pixels of all pictures), D numbers given, C made.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TypeAlias, final

import torch
from torch import Tensor
from typing_extensions import override

_aten = torch.ops.aten
_ONES, _ZEROS = [1, 1], [0, 0]


class Product(ABC):
    """A product with weights of each task. Abstract."""

    beside = False  # whether the tasks' channels lie side by side

    @abstractmethod
    def of(self, x: Tensor, w: Tensor) -> Tensor:
        """Return u(x, w), in memory of its own."""

    @abstractmethod
    def back(self, g: Tensor, x: Tensor, w: Tensor, *, further: bool = True) -> tuple[Tensor | None, Tensor]:
        """Return the derivatives by x, if they are asked for, and by w, given those by u."""

    def moved(self, x: Tensor, w: Tensor, dx: Tensor | None, dw: Tensor) -> Tensor:
        """Return how u moves as x and w move by dx, or not at all, and dw."""
        found = self.of(x, dw)
        return found if dx is None else found.add_(self.of(dx, w))

    def back_moved(
        self, g: tuple[Tensor, Tensor], x: tuple[Tensor, Tensor | None], w: tuple[Tensor, Tensor], *, further: bool
    ) -> tuple[Tensor | None, Tensor]:
        """Return how what `back` gives moves; each argument is given with how it moves."""
        by_x, by_w = self.back(g[1], x[0], w[0], further=further)
        if x[1] is None:
            return (None if by_x is None else by_x.add_(self._by_x(g[0], x[0], w[1]))), by_w
        more_by_x, more_by_w = self.back(g[0], x[1], w[1], further=further)
        if by_x is not None and more_by_x is not None:
            by_x.add_(more_by_x)
        return by_x, by_w.add_(more_by_w)

    def _by_x(self, g: Tensor, x: Tensor, w: Tensor) -> Tensor:
        """Return the derivative by x alone."""
        found = self.back(g, x, w)[0]
        assert found is not None
        return found


@final
class Dense(Product):
    """u = x w, of x (T, R, D) and w (T, D, C)."""

    @override
    def of(self, x: Tensor, w: Tensor) -> Tensor:
        return torch.bmm(x, w)

    @override
    def back(self, g: Tensor, x: Tensor, w: Tensor, *, further: bool = True) -> tuple[Tensor | None, Tensor]:
        return (torch.bmm(g, w.mT) if further else None), torch.bmm(x.mT, g)

    @override
    def moved(self, x: Tensor, w: Tensor, dx: Tensor | None, dw: Tensor) -> Tensor:
        found = torch.bmm(x, dw)
        return found if dx is None else found.baddbmm_(dx, w)

    @override
    def back_moved(
        self, g: tuple[Tensor, Tensor], x: tuple[Tensor, Tensor | None], w: tuple[Tensor, Tensor], *, further: bool
    ) -> tuple[Tensor | None, Tensor]:
        by_w = torch.bmm(x[0].mT, g[1])
        if x[1] is not None:
            by_w.baddbmm_(x[1].mT, g[0])
        return (torch.bmm(g[1], w[0].mT).baddbmm_(g[0], w[1].mT) if further else None), by_w


@final
class Grouped(Product):
    """A 3 x 3 convolution of maps of all tasks, whose channels lie side by side as groups.

    x is (1, M S S, T D), u (1, M S' S', T C), and w (T, C, 3, 3, D).

    Args:
        tasks: T.
        side: S.
        stride: 1, or 2 to halve the side.
    """

    beside = True

    def __init__(self, tasks: int, side: int, stride: int) -> None:
        self._tasks, self._side, self._stride = tasks, side, [stride, stride]

    @override
    def of(self, x: Tensor, w: Tensor) -> Tensor:
        made = _aten.convolution(
            self._maps(x), _filters(w), None, self._stride, _ONES, _ONES, False, _ZEROS, self._tasks
        )
        return _rows(made)

    @override
    def back(self, g: Tensor, x: Tensor, w: Tensor, *, further: bool = True) -> tuple[Tensor | None, Tensor]:
        by_x, by_w = self._back(g, x, w, [further, True, False])
        return (_rows(by_x) if further else None), by_w.permute(0, 2, 3, 1).reshape(w.shape)

    @override
    def _by_x(self, g: Tensor, x: Tensor, w: Tensor) -> Tensor:
        return _rows(self._back(g, x, w, [True, False, False])[0])

    def _back(self, g: Tensor, x: Tensor, w: Tensor, wanted: list[bool]) -> tuple[Tensor, Tensor]:
        side = (self._side + self._stride[0] - 1) // self._stride[0]
        maps = g.view(-1, side, side, g.shape[-1]).permute(0, 3, 1, 2)
        found = _aten.convolution_backward(
            maps,
            self._maps(x),
            _filters(w),
            None,
            self._stride,
            _ONES,
            _ONES,
            False,
            _ZEROS,
            self._tasks,
            wanted,
        )
        return found[0], found[1]

    def _maps(self, x: Tensor) -> Tensor:
        """Return rows as maps (M, T D, S, S) with channels last: a view."""
        return x.view(-1, self._side, self._side, x.shape[-1]).permute(0, 3, 1, 2)


Convolve: TypeAlias = Callable[[int, int, int], Product]  # by T, S and the stride, as `Grouped` is made


def _filters(w: Tensor) -> Tensor:
    """Return weights (T, C, 3, 3, D) as filters (T C, D, 3, 3) with channels last: a view."""
    return w.flatten(0, 1).permute(0, 3, 1, 2)


def _rows(maps: Tensor) -> Tensor:
    """Return maps with channels last as rows (1, M S S, channels)."""
    return maps.permute(0, 2, 3, 1).reshape(1, -1, maps.shape[1])
