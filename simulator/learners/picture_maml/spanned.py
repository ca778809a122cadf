"""Lets the weights of a first layer of units move within what its pictures span, instead of number by number.

As pictures do not move, a gradient by these weights w is X'g: multiples g of the pictures X of a task. So is whatever
gradient descent with one rate adds to the start, w = w0 + X'c, and all that is needed is X w = X w0 + (X X') c: the
first is one product for all tasks, the second of matrices as small as a task has pictures. Exact, and for the few
pictures of an episode much less work than with w itself. Axes: T tasks, P pictures of each, supports first, D pixels,
C units; what stands for weights or derivatives by them are the multiples c (T, P, C).
"""

from __future__ import annotations

from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor
from typing_extensions import override

from metascope.simulator.learners.picture_maml.products import Product


@final
class Span:
    """What is computed once for all passes.

    Args:
        pictures: X, (T, P, D).
        start: w0, (C, D).
    """

    def __init__(self, pictures: Tensor, start: Tensor) -> None:
        self._flat = pictures.flatten(0, 1)
        self.made = (self._flat @ start.T).view(*pictures.shape[:2], -1)  # X w0
        self.among = torch.bmm(pictures, pictures.mT)  # X X'
        self.unmoved = torch.zeros_like(self.made)

    def mean(self, multiples: Tensor) -> Tensor:
        """Return the mean over tasks of X'c, (C, D)."""
        return (multiples.flatten(0, 1).T @ self._flat).div_(len(multiples))


@final
class Spanned(Product):
    """The product of a task's pictures from `begin` to `end` with weights w0 + X'c, given c; x is not looked at."""

    def __init__(self, span: Span, begin: int, end: int) -> None:
        self._made, self._among = span.made[:, begin:end], span.among[:, begin:end]
        self._around = (0, 0, begin, span.made.shape[1] - end)

    @override
    def of(self, x: Tensor, w: Tensor) -> Tensor:
        return torch.baddbmm(self._made, self._among, w)

    @override
    def back(self, g: Tensor, x: Tensor, w: Tensor, *, further: bool = True) -> tuple[Tensor | None, Tensor]:
        assert not further, "pictures do not move"
        return None, F.pad(g, self._around)

    @override
    def moved(self, x: Tensor, w: Tensor, dx: Tensor | None, dw: Tensor) -> Tensor:
        return torch.bmm(self._among, dw)

    @override
    def back_moved(
        self, g: tuple[Tensor, Tensor], x: tuple[Tensor, Tensor | None], w: tuple[Tensor, Tensor], *, further: bool
    ) -> tuple[Tensor | None, Tensor]:
        return self.back(g[1], x[0], w[0], further=further)
