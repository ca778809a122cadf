"""Normalizes what a layer's product makes of a batch, pools it and cuts it off at 0; derivatives are written by hand.

With z = d r, where d are the deviations from the mean and r = 1 / sqrt(variance + eps), y = relu(a max(d) r + b): with
scales a > 0 the largest of a window is the same before and after normalization, so pooling comes first, and a quarter
of the numbers are normalized. Where a scale is negative, its channel is turned round; where it is exactly 0, its
derivative is that of the largest, while autograd takes the first of what are then equal ones.

Given the derivatives g behind the ReLU, with p = max(d), s = a r, and sums over all rows: those by b are B = sum g, by
a r q with q = sum g p, and by the product, u = d + mean,

    gu = unpooled(s g) - [c0 + c1 d],  c0 = s B / n,  c1 = s r² q / n,

where the bracket is of the n rows only whose statistics count. As everything moves, with R{} for how (Pearlmutter,
1994): R{d} = R{u} - mean R{u},  R{r} = -r³ mean(d R{u}),  R{y} = [y > 0] (R{s} p + s R{p} + R{b}),  and back

    R{gu} = unpooled(R{s} g + s R{g}) - [R{c0} + R{c1} d + c1 R{d}].

Axes: A tasks, or 1 where the tasks' channels lie side by side; R rows, pixels of all pictures; C channels.
"""

from __future__ import annotations

from typing import NamedTuple, final

import torch
from torch import Tensor

from metascope.simulator.learners.embedding.reference import EPS

_aten = torch.ops.aten
_ONES, _ZEROS, _TWO = [1, 1], [0, 0], [2, 2]


class Back(NamedTuple):
    """Derivatives by the product (A, R, C), scales and shifts (A, 1, C), or how these move."""

    product: Tensor
    scale: Tensor
    shift: Tensor


@final
class Normalizing:
    """Batch normalization, pooling if there is a side, ReLU, of one batch at a time.

    Args:
        counted: n, the first rows, whose statistics are taken; None: all.
        side: of the maps that are pooled; None: nothing is pooled.
    """

    def __init__(self, counted: int | None, side: int | None) -> None:
        self._counted, self._side = counted, side

    def forth(self, u: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
        """Return y (A, R', C) of a product (A, R, C), which is overwritten; scales and shifts are (A, 1, C)."""
        self._sign = None
        if self._side is not None and not bool((scale >= 0).all()):
            self._sign = torch.where(scale < 0, -1.0, 1.0).to(u.dtype)
            u, scale = u.mul_(self._sign), scale.abs()
        seen = u[:, : self._counted]
        self._share = 1 / seen.shape[1]
        u.sub_(seen.sum(1, keepdim=True), alpha=self._share)
        self._d, self._a = u, scale
        self._r = seen.square().sum(1, keepdim=True).mul_(self._share).add_(EPS).rsqrt_()
        self._s = scale * self._r
        if self._side is None:
            self._p = u
        else:
            pooled, self._places = _aten.max_pool2d_with_indices(self._maps(u), _TWO)
            self._p = pooled.permute(0, 2, 3, 1).reshape(u.shape[0], -1, u.shape[2])
        self._y = torch.addcmul(shift, self._p, self._s).relu_()
        return self._y

    def back(self, given: Tensor) -> Back:
        """Return the derivatives, by those by y."""
        self._g = g = _aten.threshold_backward(given, self._y, 0)
        self._b, self._q = g.sum(1, keepdim=True), (g * self._p).sum(1, keepdim=True)
        self._square = self._r * self._r
        self._c1 = self._s * self._square * self._q  # times n
        gu = self._unpooled(g * self._s)
        seen = gu[:, : self._counted]
        seen.addcmul_(self._d[:, : self._counted], self._c1, value=-self._share)
        seen.sub_(self._s * self._b, alpha=self._share)
        return self._turned(gu, self._r * self._q, self._b)

    def forth_moved(self, du: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
        """Return how y moves, as the product, which is overwritten, scales and shifts do; after `back`."""
        if self._sign is not None:
            du, scale = du.mul_(self._sign), scale * self._sign
        seen = du[:, : self._counted]
        du.sub_(seen.sum(1, keepdim=True), alpha=self._share)
        self._dd, self._da, self._cube = du, scale, self._square * self._r
        together = (self._d[:, : self._counted] * seen).sum(1, keepdim=True)
        self._dr = (self._cube * together).mul_(-self._share)
        self._dp = self._chosen(du)
        self._ds = torch.addcmul(scale * self._r, self._a, self._dr)
        moved = torch.addcmul(shift, self._ds, self._p).addcmul_(self._s, self._dp)
        found: Tensor = _aten.threshold_backward(moved, self._y, 0)
        return found

    def back_moved(self, given: Tensor) -> Back:
        """Return how the derivatives move, by how those by y do; after `forth_moved`."""
        dg = _aten.threshold_backward(given, self._y, 0)
        db, dq = dg.sum(1, keepdim=True), (dg * self._p).addcmul_(self._g, self._dp).sum(1, keepdim=True)
        gu = self._unpooled((self._ds * self._g).addcmul_(self._s, dg))
        c0 = (self._ds * self._b).addcmul_(self._s, db)  # times n, as what follows, R{a r³ q}
        c1 = (self._cube * dq).addcmul_(self._square * self._dr, self._q, value=3).mul_(self._a)
        c1.addcmul_(self._da * self._cube, self._q)
        seen = gu[:, : self._counted]
        seen.addcmul_(self._d[:, : self._counted], c1, value=-self._share)
        seen.addcmul_(self._dd[:, : self._counted], self._c1, value=-self._share).sub_(c0, alpha=self._share)
        return self._turned(gu, (self._dr * self._q).addcmul_(self._r, dq), db)

    def _turned(self, product: Tensor, scale: Tensor, shift: Tensor) -> Back:
        """Return derivatives by what was given, by those by what was turned round."""
        if self._sign is None:
            return Back(product, scale, shift)
        return Back(product.mul_(self._sign), scale * self._sign, shift)

    def _maps(self, rows: Tensor) -> Tensor:
        """Return rows as maps (., C, S, S) with channels last: a view."""
        assert self._side is not None
        return rows.view(-1, self._side, self._side, rows.shape[-1]).permute(0, 3, 1, 2)

    def _unpooled(self, g: Tensor) -> Tensor:
        """Return derivatives by what was pooled, (A, R, C), by those by the largest ones."""
        if self._side is None:
            return g
        side = self._side // 2
        maps = g.view(-1, side, side, g.shape[-1]).permute(0, 3, 1, 2)
        found = _aten.max_pool2d_with_indices_backward(
            maps, self._maps(self._d), _TWO, _TWO, _ZEROS, _ONES, False, self._places
        )
        rows: Tensor = found.permute(0, 2, 3, 1).reshape(self._d.shape)
        return rows

    def _chosen(self, moved: Tensor) -> Tensor:
        """Return how the largest ones move, (A, R', C)."""
        if self._side is None:
            return moved
        places = self._places.permute(0, 2, 3, 1).flatten(1, 2)
        return moved.view(len(places), -1, moved.shape[-1]).gather(1, places).view(self._p.shape)
