"""Computes a first layer of one channel as a product of patches and filters, of those patches that are not all paper.

Letters: M maps, S pixels along an edge, C channels, W pixels of a window, R windows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

_TOGETHER = 2**19  # bytes of outputs that are computed together


@final
class Outputs:
    """What a first layer makes of patches, a part of them after the other, in a buffer that remains in the cache.

    Args:
        patches: (9, W, R), in parts.
        filters: (9, C).
    """

    def __init__(self, patches: Sequence[Tensor], filters: Tensor) -> None:
        self._patches, self._filters = patches, filters
        most = max((part[0].numel() for part in patches), default=0)
        self._z = filters.new_empty(most, filters.shape[1])

    def largest(self) -> Tensor:
        """Return the largest of each window, (R, C)."""
        sizes = [part.shape[2] for part in self._patches]
        found = self._filters.new_empty(sum(sizes), self._filters.shape[1])
        for part, into in zip(self._patches, torch.split(found, sizes), strict=True):
            z = self._of(part)
            if len(z) == 1:
                into.copy_(z[0])
            else:
                torch.maximum(z[0], z[1], out=z[0])
                torch.maximum(z[2], z[3], out=z[2])
                torch.maximum(z[0], z[2], out=into)
        return found

    def by_filters(self, given: Tensor) -> Tensor:
        """Return derivatives by the filters, by those of the largest, (R, C); the outputs are computed once more."""
        found = torch.zeros_like(self._filters)
        sizes = [part.shape[2] for part in self._patches]
        for part, of_part in zip(self._patches, torch.split(given, sizes), strict=True):
            z = self._of(part)
            if len(z) > 1:
                give_largest(z, of_part)
            found.addmm_(part.flatten(1), z.flatten(0, 1) if len(z) > 1 else of_part)
        return found

    def _of(self, part: Tensor) -> Tensor:
        """Return what is made of patches (9, W, R), (W, R, C), until the next call."""
        _, w, r = part.shape
        z = self._z[: w * r]
        torch.mm(part.flatten(1).T, self._filters, out=z)
        return z.view(w, r, -1)


def give_largest(z: Sequence[Tensor] | Tensor, given: Tensor) -> None:
    """Overwrite the four outputs of each window: the largest gets what is given, the others 0.

    Of equal ones the first has it all.

    Args:
        z: the outputs upper left, upper right, lower left and lower right, all of one shape.
        given: of the same shape.
    """
    upper, lower = torch.maximum(z[0], z[1]), torch.maximum(z[2], z[3])
    above = torch.ge(upper, lower, out=upper).mul_(given)
    below = torch.sub(given, above, out=lower)
    for row, left, right in ((above, z[0], z[1]), (below, z[2], z[3])):
        torch.ge(left, right, out=left).mul_(row)
        torch.sub(row, left, out=right)


@final
class Patches:
    """What a first layer's filters see of maps (M, S, S), except where all of a window sees paper.

    Args:
        maps: (M, S, S).
        pools: whether a window is 2 × 2 pixels, of which the last row and column are in none if S is odd; else a pixel.
        channels: of the outputs, which are computed in parts that remain in the cache.
    """

    def __init__(self, maps: Tensor, pools: bool, channels: int) -> None:
        self._maps, self._step = maps, 2 if pools else 1
        step, side = self._step, maps.shape[-1] + 2
        around = F.pad(maps, (1, 1, 1, 1))
        ink = self._ink(around)
        self.inked = ink.flatten().nonzero().squeeze(1)  # which windows are given, of all in order, (R,)
        first, down, across = (torch.arange(n, device=maps.device, dtype=torch.int32) for n in ink.shape)
        corners = (first * side**2).view(-1, 1, 1) + (down * step * side).view(-1, 1) + across * step
        near = torch.arange(step + 2, device=maps.device, dtype=torch.int32)
        pixels = (near[:, None] * side + near).view(-1, 1) + corners.flatten().index_select(0, self.inked)
        self._seen = around.flatten().index_select(0, pixels.flatten()).view(pixels.shape)  # ((step + 2)², R)
        each = max(1, _TOGETHER // (step**2 * channels * maps.element_size()))  # windows
        rows = self._places(maps.device).flatten()
        self.parts = [  # (9, W, R) each: W is 1, or 4, the pixels upper left, upper right, lower left and lower right
            part.index_select(0, rows).view(9, step**2, -1) for part in torch.split(self._seen, each, 1) if part.numel()
        ]

    def moments(self, filters: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return mean and variance (C,) of what filters (9, C) make of all pixels, then those of the patches.

        These are (9, 1) and a covariance, (9, 9). In double precision: what neighbouring pixels have in common cancels
        where filters look for edges.
        """
        seen, places, count = self._seen.double(), self._places(filters.device), self._maps.numel()
        total, products = seen.sum(1), seen @ seen.T
        rest = self._rest().double()
        sums = rest.sum(1, keepdim=True) + total[places].sum(1, keepdim=True)
        squares = rest @ rest.T
        for quarter in places.unbind(1):
            squares += products[quarter][:, quarter]
        centre = sums / count
        spread = squares / count - centre * centre.T
        wide = filters.double()
        mean, variance = (wide * centre).sum(0), (wide * (spread @ wide)).sum(0)
        found = [x.to(filters.dtype) for x in (mean, variance.clamp(min=0), centre, spread)]
        return found[0], found[1], found[2], found[3]

    def _ink(self, around: Tensor) -> Tensor:
        """Return which windows see any ink, (M, S // step, S // step), of padded maps."""
        step, side = self._step, self._maps.shape[-1]
        near = [slice(first, first + side // step * step - step + 1, step) for first in range(step + 2)]
        there = around != 0
        rows = reduce(or_, [there[:, which] for which in near])
        return reduce(or_, [rows[..., which] for which in near])

    def _places(self, device: torch.device) -> Tensor:
        """Return which of those pixels each of a filter's places sees, for each pixel of a window: (9, W)."""
        size = self._step + 2
        pixels = torch.arange(size**2, device=device).view(size, size)
        return pixels.unfold(0, self._step, 1).unfold(1, self._step, 1).reshape(9, -1)

    def _rest(self) -> Tensor:
        """Return what is seen of the pixels that no window has, (9, rest): the last row and column."""
        m, s, _ = self._maps.shape
        end = s // self._step * self._step
        found = self._maps.new_empty(9, m, s * s - end**2)
        if end < s:
            around = F.pad(self._maps, (1, 1, 1, 1))
            for place in range(9):
                y, x = divmod(place, 3)
                seen = around[:, y : y + s, x : x + s]
                found[place, :, :s], found[place, :, s:] = seen[:, end], seen[:, :end, end]
        return found.flatten(1)
