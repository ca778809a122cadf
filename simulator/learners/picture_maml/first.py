"""Runs a network's first block of convolution over T tasks, whose pictures do not move.

What a filter w makes of a picture is a product of patches of 9 pixels with w, so that mean and variance over all pixels
follow from the patches' mean c and covariance S, which are taken once: c'w and w'Sw. With r = 1 / sqrt(variance + eps),
s = a r and e = b - s c'w, y = relu(max(P w s) + e), where the largest is that of a window of 4 pixels, or of 1 where
nothing is pooled. Only windows some of whose patches have ink are multiplied: others have y = relu(e).

Given the derivatives g behind the ReLU, with sums over all rows, B = sum g, and G = sum g p of the patches p that were
the largest of their windows: those by b are B, those by s are A = w'G - c'w B, those by a are r A, and those by w

    G s - [c s B + S w a r³ A].

How all of it moves is written out below, R{x} as `dx`. Axes: T tasks, R windows of all pictures, W of them multiplied,
Z pixels of a window (4 or 1), C channels.
"""

from __future__ import annotations

from typing import NamedTuple, final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from simulator.learners.embedding.fast import give_largest
from simulator.learners.embedding.reference import EPS

_aten = torch.ops.aten
_TOGETHER = 2**19  # bytes of what filters make of windows that are multiplied together: they remain in the cache


class Back(NamedTuple):
    """Derivatives by filters (T, 9, C), scales and shifts (T, 1, C), or how these move."""

    filters: Tensor
    scale: Tensor
    shift: Tensor


@final
class Patches:
    """What 3 x 3 filters see of T tasks' pictures.

    Args:
        pictures: (T, M, S, S).
        pools: whether windows are 2 x 2 pixels; else each second pixel of each second row is one.
        counted: pictures, the first ones, whose moments are taken; None: all.
    """

    def __init__(self, pictures: Tensor, *, pools: bool, counted: int | None = None) -> None:
        t, m, side, _ = pictures.shape
        stride, self._pixels = (1, 4) if pools else (2, 1)
        around = F.pad(pictures, (1, 1, 1, 1))
        seen = [around[..., y : y + side : stride, x : x + side : stride] for y in range(3) for x in range(3)]
        everything = torch.stack(seen, 1)  # (T, 9, M, S', S')
        of_counted = everything[:, :, :counted].flatten(2).double()
        n = of_counted.shape[2]
        self.centre = of_counted.sum(2, keepdim=True) / n  # (T, 9, 1)
        self.spread = of_counted @ of_counted.mT / n - self.centre * self.centre.mT  # (T, 9, 9)
        if pools:
            half = side // 2
            whole = everything[..., : 2 * half, : 2 * half].view(t, 9, m, half, 2, half, 2)
            windows = whole.permute(0, 1, 4, 6, 2, 3, 5).reshape(t, 9, 4, -1)
        else:
            windows = everything.view(t, 9, 1, -1)
        self.rows = windows.shape[3]  # R
        inked = (windows != 0).flatten(1, 2).any(1)
        most = int(inked.sum(1).max())  # W; tasks with less ink get windows of paper, too
        chosen = inked.to(torch.uint8).argsort(dim=1, descending=True, stable=True)[:, :most]  # (T, W)
        self.places = (chosen * t + torch.arange(t, device=chosen.device).unsqueeze(1)).flatten()  # among rows (R T)
        self._windows = windows.gather(3, chosen[:, None, None].expand(-1, 9, self._pixels, -1))  # (T, 9, Z, W)
        self._parts = list[Tensor]()

    def largest(self, filters: Tensor) -> Tensor:
        """Return the largest of each window of what filters (T, 9, C) make, (T, W, C)."""
        made = (self._made(part, filters) for part in self._split(filters))
        return torch.cat([z[:, 0] if self._pixels == 1 else z.amax(1) for z in made], 1)

    def moved(self, filters: Tensor, others: Tensor) -> Tensor:
        """Return what other filters make of the patches that are the largest of their windows, (T, W, C)."""
        if self._pixels == 1:
            return self.largest(others)
        found = list[Tensor]()
        for part in self._split(filters):
            z, other = self._made(part, filters), self._made(part, others)
            give_largest(z.unbind(1), z.new_ones(()))
            found.append(z.mul_(other).sum(1))
        return torch.cat(found, 1)

    def summed(self, filters: Tensor, given: Tensor) -> Tensor:
        """Return the sums (T, 9, C) of the largest patches, each times what is given (T, W, C)."""
        found, begin = torch.zeros_like(filters), 0
        for part in self._split(filters):
            end = begin + part.shape[2] // self._pixels
            z = of_part = given[:, begin:end].unsqueeze(1)
            if self._pixels > 1:
                z = self._made(part, filters)
                give_largest(z.unbind(1), of_part[:, 0])
            found.baddbmm_(part, z.flatten(1, 2))
            begin = end
        return found

    def _split(self, filters: Tensor) -> list[Tensor]:
        """Return the windows, a few at a time, each (T, 9, Z w)."""
        if not self._parts:
            each = _TOGETHER // (filters.element_size() * self._pixels * filters[:, 0].numel())
            self._parts = [part.flatten(2) for part in torch.split(self._windows, max(each, 1), 3)]
        return self._parts

    def _made(self, part: Tensor, filters: Tensor) -> Tensor:
        """Return what filters make of windows, (T, Z, w, C)."""
        made = torch.bmm(part.mT, filters)
        return made.view(len(made), self._pixels, -1, made.shape[2])


@final
class First:
    """One pass of the first block over patches; its rows are (R, T, C)."""

    def __init__(self, patches: Patches) -> None:
        self._of = patches

    def forth(self, w: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
        """Return y of filters (T, 9, C), scales and shifts (T, 1, C)."""
        wide = w.double()
        moved = self._of.spread @ wide
        self._w, self._a, self._sw = w, scale, moved.to(w.dtype)
        self._mean = (wide * self._of.centre).sum(1, keepdim=True).to(w.dtype)
        self._r = (wide * moved).sum(1, keepdim=True).clamp_(min=0).add_(EPS).rsqrt_().to(w.dtype)
        self._s = scale * self._r
        self._filters = w * self._s
        largest = self._of.largest(self._filters)
        self._y = self._everywhere(torch.addcmul(shift, self._mean, self._s, value=-1), largest).relu_()
        return self._y

    def back(self, given: Tensor) -> Back:
        """Return the derivatives, by those by y."""
        g = _aten.threshold_backward(given, self._y, 0)
        self._b, self._g = g.sum(0).unsqueeze(1), self._by_patches(g)
        self._by_s = _dot(self._w, self._g).sub_(self._mean * self._b)
        self._cube = self._s * self._r.square()  # a r³
        found = self._g * self._s
        found -= self._centre * (self._s * self._b)
        found.addcmul_(self._sw, self._cube * self._by_s, value=-1)
        return Back(found, self._r * self._by_s, self._b)

    def forth_moved(self, dw: Tensor, scale: Tensor, shift: Tensor) -> Tensor:
        """Return how y moves as filters, scales and shifts do; after `back`."""
        self._dw, self._da = dw, scale
        self._dmean = (dw * self._centre).sum(1, keepdim=True)
        self._dr = -self._r.pow(3) * _dot(dw, self._sw)
        self._ds = torch.addcmul(scale * self._r, self._a, self._dr)
        largest = self._of.moved(self._filters, torch.addcmul(dw * self._s, self._w, self._ds))
        paper = torch.addcmul(shift, self._dmean, self._s, value=-1).addcmul_(self._mean, self._ds, value=-1)
        found: Tensor = _aten.threshold_backward(self._everywhere(paper, largest), self._y, 0)
        return found

    def back_moved(self, given: Tensor) -> Back:
        """Return how the derivatives move, by how those by y do; after `forth_moved`."""
        dg = _aten.threshold_backward(given, self._y, 0)
        b, g = dg.sum(0).unsqueeze(1), self._by_patches(dg)
        by_s = _dot(self._dw, self._g) + _dot(self._w, g)
        by_s.addcmul_(self._dmean, self._b, value=-1).addcmul_(self._mean, b, value=-1)
        cube = self._r.square() * (self._da * self._r + 3 * self._a * self._dr)  # R{a r³}
        found = torch.addcmul(g * self._s, self._g, self._ds)
        found -= self._centre * torch.addcmul(self._ds * self._b, self._s, b)
        found.addcmul_(self._spread @ self._dw, self._cube * self._by_s, value=-1)
        found.addcmul_(self._sw, torch.addcmul(cube * self._by_s, self._cube, by_s), value=-1)
        return Back(found, torch.addcmul(self._dr * self._by_s, self._r, by_s), b)

    @property
    def _centre(self) -> Tensor:
        return self._of.centre.to(self._w.dtype)

    @property
    def _spread(self) -> Tensor:
        return self._of.spread.to(self._w.dtype)

    def _everywhere(self, paper: Tensor, largest: Tensor) -> Tensor:
        """Return rows (R, T, C), all as of paper (T, 1, C) but those of the largest (T, W, C)."""
        found = paper.squeeze(1).expand(self._of.rows, -1, -1).contiguous()
        found.flatten(0, 1).index_copy_(0, self._of.places, (largest + paper).flatten(0, 1))
        return found

    def _by_patches(self, g: Tensor) -> Tensor:
        """Return the sums (T, 9, C) of the patches that were the largest, each times its g of rows (R, T, C)."""
        given = g.flatten(0, 1).index_select(0, self._of.places).view(g.shape[1], -1, g.shape[2])
        return self._of.summed(self._filters, given)


def _dot(a: Tensor, b: Tensor) -> Tensor:
    """Return the sums over the 9 places, (T, 1, C)."""
    return (a * b).sum(1, keepdim=True)
