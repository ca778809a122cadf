"""Embeds pictures faster than `reference` on a CPU: blocks whose derivatives are written by hand, channels last.

With filters whose signs are those of the scales, the largest of a window is the same before and after normalization,
so pooling comes first, and a quarter of the numbers are normalized; fixed statistics are a part of the filters. A first
layer of one channel is a product of patches and filters, of those patches that are not all paper; means and variances
of what it puts out follow from those of the patches. Torch's own batch normalization is not used: in single precision
and with channels last, its sums are a thousand times less exact.

On other devices, for derivatives by the pictures, and where a scale is exactly 0, this is `reference`. Derivatives of
derivatives cannot be taken. Letters: M maps, S pixels along an edge, C channels, R rows, pixels or windows of all maps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor
from torch.autograd.function import once_differentiable
from typing_extensions import override

from metascope.simulator.learners.embedding import reference
from metascope.simulator.learners.embedding.first_layer import Outputs, Patches
from metascope.simulator.learners.embedding.reference import EPS, Statistics, Weights

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
    first = maps.shape[1] == 1
    if (first and maps.requires_grad) or not _can(weights, name, maps, maps[:, 0].numel()):
        return reference.convolve(weights, name, maps, pools, statistics, measured)
    if first:
        return _first(weights, name, maps, pools, statistics, measured)
    maps = maps.contiguous(memory_format=torch.channels_last)
    return _block(weights, name, lambda filters: _convolved(maps, filters), pools, statistics, measured)


def convolve_pairs(
    weights: Mapping[str, Tensor],
    name: str,
    one: Tensor,
    other: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None = None,
) -> Tensor:
    """Return what a block makes of every pair of maps, as `reference.convolve_pairs` does.

    Each map is convolved once, with the filters' half that sees it; a pair is the sum of two outputs.
    """
    shape = (len(one), other.shape[1], one.shape[1])  # (B, Q, N)
    if not _can(weights, name, one, math.prod(shape) * one.shape[-1] ** 2):
        return reference.convolve_pairs(weights, name, one, other, pools, statistics, measured)
    maps = [part.flatten(0, 1).contiguous(memory_format=torch.channels_last) for part in (one, other)]

    def convolved(filters: Tensor) -> Tensor:
        halves = torch.split(filters, [one.shape[2], other.shape[2]], 1)
        outputs = (_convolved(part, half).permute(0, 2, 3, 1) for part, half in zip(maps, halves, strict=True))
        of_one, of_other = (z.reshape(shape[0], -1, *z.shape[1:]) for z in outputs)
        return (of_other.unsqueeze(2) + of_one.unsqueeze(1)).flatten(0, 2).permute(0, 3, 1, 2)

    return _block(weights, name, convolved, pools, statistics, measured)


def _can(weights: Mapping[str, Tensor], name: str, maps: Tensor, count: int) -> bool:
    """Return whether a block that has so many outputs of each channel is computed here."""
    return maps.device.type == "cpu" and count > 1 and bool(weights[f"{name}.scale"].all())


def _convolved(maps: Tensor, filters: Tensor) -> Tensor:
    """Return what filters make of maps with channels last."""
    return F.conv2d(maps, filters.contiguous(memory_format=torch.channels_last), padding=1)


def _block(
    weights: Mapping[str, Tensor],
    name: str,
    convolved: Callable[[Tensor], Tensor],
    pools: bool,
    statistics: Statistics,
    measured: Weights | None,
) -> Tensor:
    """Return what a block makes of the outputs (M, C, S, S), channels last, of `convolved` for filters."""
    filters, scale, shift = (weights[f"{name}.{part}"] for part in ("filters", "scale", "shift"))
    if statistics == "running":  # the filters do a fixed normalization, too
        slope = scale * (weights[f"{name}.variance"] + EPS).rsqrt()
        z = convolved(filters * _column(slope))
        shift = shift - weights[f"{name}.mean"] * slope
        return ((F.max_pool2d(z, 2) if pools else z) + shift.view(-1, 1, 1)).relu()
    sign = scale.detach().sign()
    z = convolved(filters * _column(sign))
    made: Tensor
    made, mean, variance = _Normal.apply(z, scale, shift, pools)  # type: ignore[no-untyped-call]
    _measure(measured, name, mean * sign, variance, z[:, 0].numel())
    return made


def _first(
    weights: Mapping[str, Tensor],
    name: str,
    maps: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None,
) -> Tensor:
    """Return what a first block makes of maps of one channel."""
    filters, scale, shift, mean, variance = (
        weights[f"{name}.{part}"] for part in ("filters", "scale", "shift", "mean", "variance")
    )
    given = (mean, variance) if statistics == "running" else None
    made: Tensor
    made, mean, variance = _First.apply(maps, filters, scale, shift, given, pools)  # type: ignore[no-untyped-call]
    if given is None:
        _measure(measured, name, mean, variance, maps.numel())
    return made


def _measure(measured: Weights | None, name: str, mean: Tensor, variance: Tensor, count: int) -> None:
    """Put mean and unbiased variance where they are wanted."""
    if measured is not None:
        measured[f"{name}.mean"], measured[f"{name}.variance"] = mean, variance * (count / (count - 1))


class _Normal(torch.autograd.Function):
    """Normalization by own statistics, pooling and ReLU of outputs whose largest are the largest after it, too."""

    @staticmethod
    @override
    def forward(ctx: Any, z: Tensor, scale: Tensor, shift: Tensor, pools: bool) -> tuple[Tensor, Tensor, Tensor]:
        """Return y (M, C, S', S') of z (M, C, S, S), and the mean and variance (C,) of z; |scale| multiplies."""
        mean = _rows(z).mean(0)
        z = z - mean.view(-1, 1, 1)
        variance = _rows(z).square().mean(0)
        inverse = (variance + EPS).rsqrt()
        largest, places = _aten.max_pool2d_with_indices(z, _TWO) if pools else (z, None)
        y = torch.addcmul(shift, _rows(largest), (scale.abs() * inverse)).relu_()
        made = y.view(len(z), *largest.shape[2:], -1).permute(0, 3, 1, 2)
        ctx.save_for_backward(scale, inverse, z, largest, places, y)
        ctx.mark_non_differentiable(mean, variance)
        return made, mean, variance

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, made: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        scale, inverse, z, largest, places, y = ctx.saved_tensors
        g = _behind(made, y)
        of_shift, of_scale = g.sum(0), (g * _rows(largest)).sum(0).mul_(inverse)  # the latter by |scale|
        slope = scale.abs() * inverse
        g = (g * slope).view(len(z), *largest.shape[2:], -1).permute(0, 3, 1, 2)
        if places is not None:
            g = _aten.max_pool2d_with_indices_backward(g, z, _TWO, _TWO, _ZEROS, _ONES, False, places)
        rows, count = _rows(g), z[:, 0].numel()  # the mean and the variance moved with every z
        rows.sub_(slope * of_shift / count).addcmul_(_rows(z), slope * inverse * of_scale / count, value=-1)
        return g, of_scale * scale.sign(), of_shift, None


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
