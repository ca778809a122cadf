"""Embeds pictures faster than `reference` on a CPU: blocks whose derivatives are written by hand, channels last.

With filters whose signs are those of the scales, the largest of a window is the same before and after normalization,
so pooling comes first, and a quarter of the numbers are normalized. A first layer of one channel is a product of
patches and filters, of those patches that are not all paper; means and variances of what it puts out follow from those
of the patches. Torch's own batch normalization is not used: in single precision and with channels last, its sums are a
thousand times less exact.

On other devices, for derivatives by the pictures, and where a scale is exactly 0, this is `reference`. Derivatives of
derivatives cannot be taken. Letters: M maps, S pixels along an edge, C channels, R rows, pixels or windows of all maps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor
from torch.autograd.function import once_differentiable
from typing_extensions import override

from simulator.learners.embedding import reference
from simulator.learners.embedding.reference import EPS, Statistics, Weights

_aten = torch.ops.aten
_ONES, _ZEROS, _TWO = [1, 1], [0, 0], [2, 2]
_TOGETHER = 2**19  # bytes of a first layer's outputs that are computed together


def embed(
    weights: Mapping[str, Tensor],
    pictures: Tensor,
    statistics: Statistics = "running",
    measured: Weights | None = None,
    pooled: int | None = None,
) -> Tensor:
    """Return the features (M, E) of pictures (M, S, S), as `reference.embed` does."""
    return reference.chain(convolve, weights, pictures, statistics, measured, pooled)


def convolve(
    weights: Mapping[str, Tensor],
    name: str,
    maps: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None = None,
) -> Tensor:
    """Return what a block makes of maps, as `reference.convolve` does."""
    filters, scale, shift, mean, variance = (
        weights[f"{name}.{part}"] for part in ("filters", "scale", "shift", "mean", "variance")
    )
    first, count = maps.shape[1] == 1, maps[:, 0].numel()
    if maps.device.type != "cpu" or (first and maps.requires_grad) or count < 2 or not bool(scale.all()):
        return reference.convolve(weights, name, maps, pools, statistics, measured)
    block = _First if first else _Block
    given = (mean, variance) if statistics == "running" else None
    made: Tensor
    made, mean, variance = block.apply(maps, filters, scale, shift, given, pools)  # type: ignore[no-untyped-call]
    if measured is not None and statistics == "episode":
        measured[f"{name}.mean"], measured[f"{name}.variance"] = mean, variance * (count / (count - 1))
    return made


class _Block(torch.autograd.Function):
    """Convolution, normalization by given statistics or by those of its outputs, pooling, ReLU."""

    @staticmethod
    @override
    def forward(
        ctx: Any,
        maps: Tensor,
        filters: Tensor,
        scale: Tensor,
        shift: Tensor,
        given: tuple[Tensor, Tensor] | None,
        pools: bool,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return y (M, C, S', S'), and the mean and variance (C,) of the convolution's outputs."""
        maps = maps.contiguous(memory_format=torch.channels_last)
        sign = scale.sign()
        signed = (filters * _column(sign)).contiguous(memory_format=torch.channels_last)
        z = _aten.convolution(maps, signed, None, _ONES, _ONES, _ONES, False, _ZEROS, 1)  # times the sign
        rows = _rows(z)
        ctx.fixed = given is not None
        if given is None:
            centre, variance = _centre(rows)
            mean = centre * sign
        else:
            mean, variance = given
            rows -= mean * sign
        inverse = (variance + EPS).rsqrt()
        largest, places = _aten.max_pool2d_with_indices(z, _TWO) if pools else (z, None)
        y = torch.addcmul(shift, _rows(largest), (scale.abs() * inverse)).relu_()
        made = y.view(len(maps), *largest.shape[2:], -1).permute(0, 3, 1, 2)
        ctx.save_for_backward(maps, signed, scale, inverse, z, largest, places, y)
        ctx.mark_non_differentiable(mean, variance)
        return made, mean, variance

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, made: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        maps, signed, scale, inverse, z, largest, places, y = ctx.saved_tensors
        g = _behind(made, y)
        of_shift, of_scale = g.sum(0), (g * _rows(largest)).sum(0).mul_(inverse)  # the latter by |scale|
        slope = scale.abs() * inverse
        g = (g * slope).view(len(maps), *largest.shape[2:], -1).permute(0, 3, 1, 2)
        if places is not None:
            g = _aten.max_pool2d_with_indices_backward(g, z, _TWO, _TWO, _ZEROS, _ONES, False, places)
        if not ctx.fixed:  # the mean and the variance moved with every z
            rows, count = _rows(g), z[:, 0].numel()
            rows.sub_(slope * of_shift / count).addcmul_(_rows(z), slope * inverse * of_scale / count, value=-1)
        wanted = [ctx.needs_input_grad[0], ctx.needs_input_grad[1], False]
        by_maps, by_signed, _ = _aten.convolution_backward(
            g, maps, signed, None, _ONES, _ONES, _ONES, False, _ZEROS, 1, wanted
        )
        sign = scale.sign()
        by_filters = None if by_signed is None else by_signed * _column(sign)
        return by_maps, by_filters, of_scale * sign, of_shift, None, None


class _First(torch.autograd.Function):
    """The same of maps of one channel, with derivatives by all but the maps."""

    @staticmethod
    @override
    def forward(
        ctx: Any,
        maps: Tensor,
        filters: Tensor,
        scale: Tensor,
        shift: Tensor,
        given: tuple[Tensor, Tensor] | None,
        pools: bool,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return y (M, C, S', S'), and the mean and variance (C,) of the convolution's outputs."""
        flat = filters.flatten(1).T.contiguous()  # (9, C)
        patches, inked, rest = _patches(maps.squeeze(1), pools)
        centre = spread = None
        if given is None:
            mean, variance, centre, spread = _moments(patches, rest, maps.numel(), flat)
        else:
            mean, variance = given
        inverse = (variance + EPS).rsqrt()
        slope = scale * inverse
        side = maps.shape[-1] // 2 if pools else maps.shape[-1]
        paper = shift - mean * slope  # what is made of it, before the ReLU
        y = paper.relu().repeat(len(maps) * side**2, 1)
        y.index_copy_(0, inked, _Outputs(patches, flat * slope).largest().add_(paper).relu_())
        ctx.save_for_backward(patches, inked, flat, scale, inverse, mean, centre, spread, y)
        ctx.mark_non_differentiable(mean, variance)
        return y.view(len(maps), side, side, -1).permute(0, 3, 1, 2), mean, variance

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, made: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        patches, inked, flat, scale, inverse, mean, centre, spread, y = ctx.saved_tensors
        g = _behind(made, y)
        of_shift, slope = g.sum(0), scale * inverse
        by_normal = _Outputs(patches, flat * slope).by_filters(g.index_select(0, inked))
        of_slope = (flat * by_normal).sum(0) - mean * of_shift
        by_flat = by_normal * slope
        if spread is not None:  # the mean and the variance moved with every filter
            by_flat -= centre * (of_shift * slope) + (spread @ flat) * (scale * inverse**3 * of_slope)
        by_filters = by_flat.T.reshape(-1, 1, 3, 3)
        return None, by_filters, of_slope * inverse, of_shift, None, None


class _Outputs:
    """What a first layer makes of patches, a part of them after the other, in a buffer that remains in the cache.

    Args:
        patches: (9, W, R).
        filters: (9, C).
    """

    def __init__(self, patches: Tensor, filters: Tensor) -> None:
        self._patches, self._filters = patches, filters
        w, c = patches.shape[1], filters.shape[1]
        self._each = max(1, _TOGETHER // (w * c * patches.element_size()))  # windows
        self._z = patches.new_empty(w * min(self._each, patches.shape[2]), c)

    def largest(self) -> Tensor:
        """Return the largest of each window, (R, C)."""
        found = self._patches.new_empty(self._patches.shape[2], self._filters.shape[1])
        for part, into in zip(torch.split(self._patches, self._each, 2), torch.split(found, self._each), strict=True):
            z = self._of(part.flatten(1))
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
        for part, of_part in zip(
            torch.split(self._patches, self._each, 2), torch.split(given, self._each), strict=True
        ):
            rows = part.flatten(1)
            z = self._of(rows)
            if len(z) > 1:
                give_largest(z, of_part)
            found.addmm_(rows, z.flatten(0, 1) if len(z) > 1 else of_part)
        return found

    def _of(self, rows: Tensor) -> Tensor:
        """Return what is made of patches (9, W R), (W, R, C), until the next call."""
        z = self._z[: rows.shape[1]]
        torch.mm(rows.T, self._filters, out=z)
        return z.view(self._patches.shape[1], -1, z.shape[1])


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


def _column(x: Tensor) -> Tensor:
    """Return numbers of channels (C,) as those of filters, (C, 1, 1, 1)."""
    return x.view(-1, 1, 1, 1)


def _rows(maps: Tensor) -> Tensor:
    """Return the pixels (R, C) of maps with channels last: a view."""
    return maps.permute(0, 2, 3, 1).view(-1, maps.shape[1])


def _behind(made: Tensor, y: Tensor) -> Tensor:
    """Return the derivatives (R, C) before the ReLU, by those of what a block has made and by what that is, (R, C)."""
    rows = _rows(made.contiguous(memory_format=torch.channels_last))
    found: Tensor = _aten.threshold_backward(rows, y, 0)
    return found


def _centre(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Subtract the means of the columns (R, C) in place; return them and the variances."""
    mean = rows.mean(0)
    rows -= mean
    return mean, rows.square().mean(0)


def _patches(maps: Tensor, pools: bool) -> tuple[Tensor, Tensor, Tensor]:
    """Return what each of the filters' 9 places sees of maps (M, S, S), except where all of a window's see paper.

    Returns:
        Of R windows, (9, W, R): if the block pools, W is 4, the upper left pixels of the windows, the upper right,
        lower left and lower right; else 1, a window is a pixel. Then which windows these are, of all in order, (R,).
        And (9, rest): if it pools and S is odd, of the last row and column, which no window has.
    """
    m, s, _ = maps.shape
    around = F.pad(maps, (1, 1, 1, 1))
    step = 2 if pools else 1
    end = s // step * step
    ink = F.max_pool2d((around != 0).to(maps.dtype).unsqueeze(1), step + 2, step)
    inked = ink.flatten().nonzero().squeeze(1)
    found = maps.new_empty(9, step**2, m, end // step, end // step)
    rest = maps.new_empty(9, m, s * s - end**2)
    for place in range(9):
        y, x = divmod(place, 3)
        seen = around[:, y : y + s, x : x + s]
        for quarter in range(step**2):
            i, j = divmod(quarter, step)
            found[place, quarter] = seen[:, i:end:step, j:end:step]
        if end < s:
            rest[place, :, :s], rest[place, :, s:] = seen[:, end], seen[:, :end, end]
    return found.flatten(2).index_select(2, inked), inked, rest.flatten(1)


def _moments(patches: Tensor, rest: Tensor, count: int, filters: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return mean and variance (C,) of what filters (9, C) make of `count` patches, and mean and covariance of these.

    Patches that are not given are of paper; their own moments are (9, 1) and (9, 9). In double precision: what
    neighbouring pixels have in common cancels where filters look for edges.
    """
    wide = filters.double()
    exact = torch.cat([patches.flatten(1), rest], 1).double()
    centre = exact.sum(1, keepdim=True) / count
    spread = exact @ exact.T / count - centre * centre.T
    mean, variance = (wide * centre).sum(0), (wide * (spread @ wide)).sum(0)
    found = [x.to(filters.dtype) for x in (mean, variance.clamp(min=0), centre, spread)]
    return found[0], found[1], found[2], found[3]
