"""Embeds pictures faster than `reference` on a CPU: blocks whose derivatives are written by hand, channels last.

With filters whose signs are those of the scales, the largest of a window is the same before and after normalization,
so pooling comes first, and a quarter of the numbers are normalized. A first layer of one channel is a product of
patches and filters, and means and variances of all that it puts out follow from those of the patches. Torch's own
batch normalization of maps with channels last has sums that are a thousand times less exact in single precision.

On other devices, for derivatives by the pictures, and where a scale is exactly 0, this is `reference`. Letters: M maps,
S pixels along an edge, C channels, D channels before, R all pixels of all maps.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor
from torch.autograd.function import once_differentiable

from simulator.learners.embedding import reference
from simulator.learners.embedding.reference import EPS, Statistics, Weights

_aten = torch.ops.aten
_ONES, _ZEROS, _TWO = [1, 1], [0, 0], [2, 2]


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
    given = (mean, variance) if statistics == "running" else (None, None)
    made, mean, variance = block.apply(maps, filters, scale, shift, *given, pools)  # type: ignore[no-untyped-call]
    if measured is not None and statistics == "episode":
        measured[f"{name}.mean"], measured[f"{name}.variance"] = mean, variance * (count / (count - 1))
    return made


class _Block(torch.autograd.Function):
    """Convolution, normalization by given statistics or by those of its outputs, pooling, ReLU."""

    @staticmethod
    def forward(
        ctx: Any,
        maps: Tensor,
        filters: Tensor,
        scale: Tensor,
        shift: Tensor,
        mean: Tensor | None,
        variance: Tensor | None,
        pools: bool,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return y (M, C, S', S'), and the mean and variance (C,) of the convolution's outputs."""
        maps = maps.contiguous(memory_format=torch.channels_last)
        sign = scale.sign()
        signed = (filters * _column(sign)).contiguous(memory_format=torch.channels_last)
        z = _aten.convolution(maps, signed, None, _ONES, _ONES, _ONES, False, _ZEROS, 1)  # times the sign
        rows = _rows(z)
        ctx.fixed = mean is not None and variance is not None
        if ctx.fixed:
            rows -= mean * sign
        else:
            centre, variance = _centre(rows)
            mean = centre * sign
        inverse = (variance + EPS).rsqrt()
        largest, places = _aten.max_pool2d_with_indices(z, _TWO) if pools else (z, None)
        y = torch.addcmul(shift, _rows(largest), (scale.abs() * inverse)).relu_()
        made = y.view(len(maps), *largest.shape[2:], -1).permute(0, 3, 1, 2)
        ctx.save_for_backward(maps, signed, scale, inverse, z, largest, places, y)
        ctx.mark_non_differentiable(mean, variance)
        return made, mean, variance

    @staticmethod
    @once_differentiable  # type: ignore[untyped-decorator]
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
        return by_maps, by_filters, of_scale * sign, of_shift, None, None, None


class _First(torch.autograd.Function):
    """The same of maps of one channel, with derivatives by all but the maps."""

    @staticmethod
    def forward(
        ctx: Any,
        maps: Tensor,
        filters: Tensor,
        scale: Tensor,
        shift: Tensor,
        mean: Tensor | None,
        variance: Tensor | None,
        pools: bool,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return y (M, C, S', S'), and the mean and variance (C,) of the convolution's outputs."""
        patches = _patches(maps.squeeze(1), pools)  # (9, R)
        flat = filters.flatten(1).T  # (9, C)
        if mean is not None and variance is not None:
            spread, middle = None, mean
        else:
            patches, mean, variance, spread = _moments(patches, flat)
            middle = None  # of the patches as they are now: 0
        inverse = (variance + EPS).rsqrt()
        slope = scale * inverse
        side = maps.shape[-1] // 2 if pools else maps.shape[-1]
        count = len(maps) * side**2
        used = patches[:, : 4 * count if pools else count]
        z = used.T @ (flat * slope)  # what the rest would be is asked for by no one
        y, choices = _largest(z.view(4, count, -1), any(ctx.needs_input_grad)) if pools else (z, [])
        y.add_(shift if middle is None else shift - middle * slope).relu_()
        ctx.save_for_backward(used, flat, scale, inverse, middle, spread, y, *choices)
        ctx.mark_non_differentiable(mean, variance)
        return y.view(len(maps), side, side, -1).permute(0, 3, 1, 2), mean, variance

    @staticmethod
    @once_differentiable  # type: ignore[untyped-decorator]
    def backward(ctx: Any, made: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        used, flat, scale, inverse, middle, spread, y, *choices = ctx.saved_tensors
        g = _behind(made, y)
        of_shift = g.sum(0)
        if choices:
            g = _chosen(g, *choices)
        product = used @ g  # (9, C)
        of_slope = (flat * product).sum(0)
        if middle is not None:
            of_slope -= middle * of_shift
        by_flat = product * (scale * inverse)
        if spread is not None:  # the mean and the variance moved with every filter
            by_flat -= (spread @ flat) * (scale * inverse**3 * of_slope)
        by_filters = by_flat.T.reshape(-1, 1, 3, 3)
        return None, by_filters, of_slope * inverse, of_shift, None, None, None


def _column(x: Tensor) -> Tensor:
    """Return numbers of channels (C,) as those of filters, (C, 1, 1, 1)."""
    return x.view(-1, 1, 1, 1)


def _rows(maps: Tensor) -> Tensor:
    """Return the pixels (R, C) of maps with channels last: a view."""
    return maps.permute(0, 2, 3, 1).view(-1, maps.shape[1])


def _behind(made: Tensor, y: Tensor) -> Tensor:
    """Return the derivatives (R, C) before the ReLU, by those of what a block has made and by what that is, (R, C)."""
    rows = _rows(made.contiguous(memory_format=torch.channels_last))
    return torch.ops.aten.threshold_backward(rows, y, 0)


def _centre(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Subtract the means of the columns (R, C) in place; return them and the variances."""
    mean = rows.mean(0)
    rows -= mean
    return mean, rows.square().mean(0)


def _patches(maps: Tensor, pools: bool) -> Tensor:
    """Return what each of the filters' 9 places sees of maps (M, S, S) at every pixel: (9, R).

    If the block pools, first come all upper left pixels of the windows, then all upper right, lower left, lower right,
    and at last, if S is odd, the last row and the last column, which no window has.
    """
    m, s, _ = maps.shape
    around = F.pad(maps, (1, 1, 1, 1))
    even = s // 2 * 2
    parts = [(i, even, 2, j, even, 2) for i in (0, 1) for j in (0, 1)] if pools else [(0, s, 1, 0, s, 1)]
    if pools and even < s:
        parts += [(even, s, 1, 0, s, 1), (0, even, 1, even, s, 1)]
    found, begin = maps.new_empty(9, m * s * s), 0
    for top, bottom, down, left, right, along in parts:
        rows, columns = -(-(bottom - top) // down), -(-(right - left) // along)
        into = found[:, begin : begin + m * rows * columns].view(9, m, rows, columns)
        for place in range(9):
            y, x = divmod(place, 3)
            into[place] = around[:, top + y : bottom + y : down, left + x : right + x : along]
        begin += m * rows * columns
    return found


def _moments(patches: Tensor, flat: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return centred patches (9, R), mean and variance (C,) of what filters (9, C) make of the patches, and their own.

    In double precision: what neighbouring pixels have in common cancels where filters look for edges.
    """
    exact, wide = patches.double(), flat.double()
    centre = exact.mean(1, keepdim=True)
    exact -= centre
    spread = exact @ exact.T / exact.shape[1]  # (9, 9)
    found = exact, (wide * centre).sum(0), (wide * (spread @ wide)).sum(0), spread
    moved, mean, variance, spread = (x.to(flat.dtype) for x in found)
    return moved, mean, variance, spread


def _largest(quarters: Tensor, choices: bool) -> tuple[Tensor, list[Tensor]]:
    """Return the largest of four (4, R, C), the first of equal ones, and which: 1 or 0 where it is above, and left."""
    upper, lower = torch.maximum(quarters[0], quarters[1]), torch.maximum(quarters[2], quarters[3])
    pairs = ((upper, lower), (quarters[0], quarters[1]), (quarters[2], quarters[3])) if choices else ()
    return torch.maximum(upper, lower), [torch.ge(a, b, out=torch.empty_like(a)) for a, b in pairs]


def _chosen(g: Tensor, above: Tensor, left_above: Tensor, left_below: Tensor) -> Tensor:
    """Return derivatives by four pixels of every window (4 R, C), by those of the largest (R, C)."""
    found = g.new_empty(4, *g.shape)
    upper = g * above
    lower = g - upper
    for pair, both, left in ((found[:2], upper, left_above), (found[2:], lower, left_below)):
        torch.mul(both, left, out=pair[0])
        torch.sub(both, pair[0], out=pair[1])
    return found.flatten(0, 1)
