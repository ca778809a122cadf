"""Runs a network's first block of convolution over T tasks, whose pictures do not move.

What a filter w makes of a picture is a product of patches of 9 pixels with w, so that mean and variance over all pixels
follow from the patches' mean c and covariance S, which are taken once: c'w and w'Sw. With r = 1 / sqrt(variance + eps),
s = a r and e = b - s c'w, y = relu(max(P w s) + e), where the largest is that of a window of 4 pixels, or of 1 where
nothing is pooled. Only windows some of whose patches have ink are multiplied: others have y = relu(e).

Given the derivatives g behind the ReLU, with sums over all rows, B = sum g, and G = sum g p of the patches p that were
the largest of their windows: those by b are B, those by s are A = w'G - c'w B, those by a are r A, and those by w

    G s - [c s B + S w a r³ A].

How all of it moves is written out below, R{x} as `dx`. Axes: T tasks, R windows of all pictures, W of them multiplied,
Z patches of a window (4 or 1), C channels.
"""

from __future__ import annotations

from typing import NamedTuple, final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.embedding.first_layer import give_largest
from metascope.simulator.learners.embedding.reference import EPS

_aten = torch.ops.aten
_TOGETHER = 2**19  # bytes of what filters make of windows that are multiplied together: they remain in the cache


class Back(NamedTuple):
    """Derivatives by filters (T, 9, C), scales and shifts (T, 1, C), or how these move."""

    filters: Tensor
    scale: Tensor
    shift: Tensor


@final
class Patches:
    """What 3 x 3 filters see of T tasks' pictures, window by window.

    The patches of a window of 2 x 2 pixels are parts of 4 x 4 pixels, O; so filters are spread out over these, one for
    each of the Z patches, and a window is multiplied with all of them at once.

    Args:
        pictures: (T, M, S, S).
        pools: whether windows are 2 x 2 pixels; else each second pixel of each second row is one, and O is a patch.
        counted: pictures, the first ones, whose moments are taken; None: all.
    """

    def __init__(self, pictures: Tensor, *, pools: bool, counted: int | None = None) -> None:
        t, m, side, _ = pictures.shape
        around, size = F.pad(pictures, (1, 1, 1, 1)), 4 if pools else 3
        seen = around.unfold(2, size, 2).unfold(3, size, 2)  # (T, M, S', S', size, size)
        self.rows = seen[0, ..., 0, 0].numel()  # R
        seen = seen.reshape(t, self.rows, size * size)
        chosen = _first_true((seen != 0).any(2))  # (T, W)
        own = torch.arange(t, device=chosen.device).unsqueeze(1)
        self.places = (chosen * t + own).flatten()  # of windows among rows (R T)
        self._windows = (
            seen.flatten(0, 1).index_select(0, (chosen + own * self.rows).flatten()).view(*chosen.shape, size**2)
        )
        shifts = [(i, j) for i in range(2) for j in range(2)] if pools else [(0, 0)]
        sites = [[(y + i) * size + x + j for i, j in shifts] for y in range(3) for x in range(3)]
        self._sites = torch.tensor(sites, device=chosen.device)  # (9, Z) where in a window a patch's places are
        patch = torch.arange(len(shifts), device=chosen.device)
        self._spots = (self._sites * len(shifts) + patch).flatten()  # (9 Z) of the same among (O Z)
        whole = m if counted is None else counted
        first = None if counted is None else (chosen < counted * (self.rows // m)).unsqueeze(2)
        rest = _last_row_and_column(around[:, :whole]) if pools and side % 2 else None
        self._measure(first, rest, whole * (side if pools else (side + 1) // 2) ** 2)

    def _measure(self, first: Tensor | None, rest: Tensor | None, count: int) -> None:
        """Take the moments of all patches, those of paper, too, which add nothing to sums.

        Args:
            first: which windows count, (T, W, 1); None: all.
            rest: further patches, (T, 9, .), that are in no window.
            count: how many patches there are.
        """
        windows = (self._windows if first is None else self._windows * first).double()
        total, square = windows.sum(1), windows.mT @ windows  # (T, O), (T, O, O)
        centre, spread = total[:, self._sites].sum(2), torch.zeros((), dtype=torch.float64, device=total.device)
        for sites in self._sites.T:
            spread = spread + square[:, sites][:, :, sites]
        if rest is not None:
            exact = rest.double()
            centre, spread = centre + exact.sum(2), spread + exact @ exact.mT
        self.centre = (centre / count).unsqueeze(2)  # (T, 9, 1)
        self.spread = spread / count - self.centre * self.centre.mT  # (T, 9, 9)

    def largest(self, filters: Tensor) -> Tensor:
        """Return the largest of each window of what filters (T, 9, C) make, (T, W, C)."""
        wide = self._wide(filters)
        return torch.cat([self._made(part, wide).amax(2) for part in self._split(wide)], 1)

    def moved(self, filters: Tensor, others: Tensor) -> Tensor:
        """Return what other filters make of the patches that are the largest of their windows, (T, W, C)."""
        wide, other_wide, found = self._wide(filters), self._wide(others), list[Tensor]()
        for part in self._split(wide):
            found.append(self._chosen(part, wide, wide.new_ones(())).mul_(self._made(part, other_wide)).sum(2))
        return torch.cat(found, 1)

    def summed(self, filters: Tensor, given: Tensor) -> Tensor:
        """Return the sums (T, 9, C) of the largest patches, each times what is given (T, W, C)."""
        wide, begin = self._wide(filters), 0
        found = torch.zeros_like(wide)
        for part in self._split(wide):
            end = begin + part.shape[1]
            found.baddbmm_(part.mT, self._chosen(part, wide, given[:, begin:end]).flatten(2))
            begin = end
        spots = found.view(len(found), -1, filters.shape[2]).index_select(1, self._spots)
        return spots.view(len(found), 9, -1, filters.shape[2]).sum(2)

    def _wide(self, filters: Tensor) -> Tensor:
        """Return filters (T, 9, C) spread out over windows, (T, O, Z C)."""
        (t, _, c), z = filters.shape, self._sites.shape[1]
        wide = filters.new_zeros(t, self._windows.shape[2] * z, c)
        return wide.index_copy_(1, self._spots, filters.repeat_interleave(z, 1)).view(t, -1, z * c)

    def _split(self, wide: Tensor) -> tuple[Tensor, ...]:
        """Return the windows, a few at a time, each (T, w, O)."""
        return torch.split(self._windows, max(1, _TOGETHER // (wide.element_size() * wide[:, 0].numel())), 1)

    def _made(self, part: Tensor, wide: Tensor) -> Tensor:
        """Return what filters make of windows, (T, w, Z, C)."""
        z = self._sites.shape[1]
        return torch.bmm(part, wide).view(*part.shape[:2], z, wide.shape[2] // z)

    def _chosen(self, part: Tensor, wide: Tensor, given: Tensor) -> Tensor:
        """Return what is given (T, w, C) for the patch that is the largest of its window, else 0, (T, w, Z, C)."""
        z = self._made(part, wide)
        if z.shape[2] == 1:
            return given.expand(*z.shape[:2], -1).unsqueeze(2).clone() if given.dim() else torch.ones_like(z)
        give_largest(z.unbind(2), given)
        return z


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


def _first_true(given: Tensor) -> Tensor:
    """Return places (T, W) of what is true among (T, R), in order, then of others where a row has less."""
    true = given.long()
    counts = true.sum(1, keepdim=True)
    place = torch.where(given, true.cumsum(1), counts + (1 - true).cumsum(1)).sub_(1)
    order = torch.arange(given.shape[1], device=given.device).expand_as(place)
    return torch.empty_like(place).scatter_(1, place, order)[:, : int(counts.max())]


def _last_row_and_column(around: Tensor) -> Tensor:
    """Return what filters see at the last row and column of pictures with paper around, (T, 9, pixels)."""
    end = around.shape[-1] - 3
    found = []
    for y, x in ((y, x) for y in range(3) for x in range(3)):
        found += [around[..., y + end, x : x + end + 1].flatten(1), around[..., y : y + end, x + end].flatten(1)]
    return torch.cat(found, 1).view(len(around), 9, -1)


def _dot(a: Tensor, b: Tensor) -> Tensor:
    """Return the sums over the 9 places, (T, 1, C)."""
    return (a * b).sum(1, keepdim=True)
