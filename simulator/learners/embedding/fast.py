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

from collections.abc import Mapping
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor
from torch.autograd.function import once_differentiable
from typing_extensions import override

from simulator.learners.embedding import reference
from simulator.learners.embedding.first_layer import Outputs, Patches
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
    made: Tensor
    if first:
        given = (mean, variance) if statistics == "running" else None
        made, mean, variance = _First.apply(maps, filters, scale, shift, given, pools)  # type: ignore[no-untyped-call]
    elif statistics == "running":
        slope = scale * (variance + EPS).rsqrt()
        made = _fixed(maps, filters, slope, shift - mean * slope, pools)
    else:
        made, mean, variance = _Block.apply(maps, filters, scale, shift, pools)  # type: ignore[no-untyped-call]
    if measured is not None and statistics == "episode":
        measured[f"{name}.mean"], measured[f"{name}.variance"] = mean, variance * (count / (count - 1))
    return made


def _fixed(maps: Tensor, filters: Tensor, slope: Tensor, shift: Tensor, pools: bool) -> Tensor:
    """Return what a block makes of maps whose outputs are multiplied by a slope (C,), for the filters do that too."""
    maps = maps.contiguous(memory_format=torch.channels_last)
    z = F.conv2d(maps, filters * _column(slope), padding=1)
    return ((F.max_pool2d(z, 2) if pools else z) + shift.view(-1, 1, 1)).relu()


class _Block(torch.autograd.Function):
    """Convolution, normalization by the statistics of its outputs, pooling, ReLU."""

    @staticmethod
    @override
    def forward(
        ctx: Any,
        maps: Tensor,
        filters: Tensor,
        scale: Tensor,
        shift: Tensor,
        pools: bool,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return y (M, C, S', S'), and the mean and variance (C,) of the convolution's outputs."""
        maps = maps.contiguous(memory_format=torch.channels_last)
        sign = scale.sign()
        signed = (filters * _column(sign)).contiguous(memory_format=torch.channels_last)
        z = _aten.convolution(maps, signed, None, _ONES, _ONES, _ONES, False, _ZEROS, 1)  # times the sign
        rows = _rows(z)
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
        rows, count = _rows(g), z[:, 0].numel()  # the mean and the variance moved with every z
        rows.sub_(slope * of_shift / count).addcmul_(_rows(z), slope * inverse * of_scale / count, value=-1)
        wanted = [ctx.needs_input_grad[0], ctx.needs_input_grad[1], False]
        by_maps, by_signed, _ = _aten.convolution_backward(
            g, maps, signed, None, _ONES, _ONES, _ONES, False, _ZEROS, 1, wanted
        )
        sign = scale.sign()
        by_filters = None if by_signed is None else by_signed * _column(sign)
        return by_maps, by_filters, of_scale * sign, of_shift, None


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
        patches = Patches(maps.squeeze(1), pools, len(filters))
        centre = spread = None
        if given is None:
            mean, variance, centre, spread = patches.moments(flat)
        else:
            mean, variance = given
        inverse = (variance + EPS).rsqrt()
        slope = scale * inverse
        side = maps.shape[-1] // 2 if pools else maps.shape[-1]
        paper = shift - mean * slope  # what is made of it, before the ReLU
        y = paper.relu().repeat(len(maps) * side**2, 1)
        y.index_copy_(0, patches.inked, Outputs(patches.parts, flat * slope).largest().add_(paper).relu_())
        ctx.save_for_backward(patches.inked, flat, scale, inverse, mean, centre, spread, y, *patches.parts)
        ctx.mark_non_differentiable(mean, variance)
        return y.view(len(maps), side, side, -1).permute(0, 3, 1, 2), mean, variance

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, made: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        inked, flat, scale, inverse, mean, centre, spread, y, *parts = ctx.saved_tensors
        g = _behind(made, y)
        of_shift, slope = g.sum(0), scale * inverse
        by_normal = Outputs(parts, flat * slope).by_filters(g.index_select(0, inked))
        of_slope = (flat * by_normal).sum(0) - mean * of_shift
        by_flat = by_normal * slope
        if spread is not None:  # the mean and the variance moved with every filter
            by_flat -= centre * (of_shift * slope) + (spread @ flat) * (scale * inverse**3 * of_slope)
        by_filters = by_flat.T.reshape(-1, 1, 3, 3)
        return None, by_filters, of_slope * inverse, of_shift, None, None


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
