"""Embeds pictures by compiled kernels, on the CPU and in single precision: blocks as `fast` has them, in fewer passes.

What the kernels do not do, `fast` does, such as double precision. Letters: M maps, S pixels along an edge, C channels
given, O channels made, W pixels along an edge of what is made.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable
from typing_extensions import override

from simulator.learners.embedding import fast, machines
from simulator.learners.embedding.chain import Block, Passed, blocks_of
from simulator.learners.embedding.machines import Cut
from simulator.learners.embedding.reference import EPS, Statistics, Weights

_LEARNED = ("filters", "scale", "shift")


def embed(
    weights: Mapping[str, Tensor],
    pictures: Tensor,
    statistics: Statistics = "running",
    measured: Weights | None = None,
    pooled: int | None = None,
) -> Tensor:
    """Return the features (M, E) of pictures (M, S, S), as `reference.embed` does."""
    blocks, own = blocks_of(weights, pooled), statistics == "episode"
    if not can(blocks, pictures, own):
        return fast.embed(weights, pictures, statistics, measured, pooled)
    cut, passed = machines.uncut(pictures, blocks[0].pools), list[Passed]()
    learned = [weights[f"{block.name}.{part}"] for block in blocks for part in _LEARNED]
    features: Tensor
    if torch.is_grad_enabled() and any([weight.requires_grad for weight in learned]):
        features = _Embedded.apply(blocks, cut, own, passed, *learned)  # type: ignore[no-untyped-call]
    else:
        passed.append(Passed(blocks, cut, own, keeps=False))
        features = passed[0].features
    if own:
        for block, (mean, variance, count) in zip(blocks, passed[0].statistics, strict=True):
            fast.measure(measured, block.name, mean, variance, count)
    return features


def can(blocks: Sequence[Block], pictures: Tensor, own: bool) -> bool:
    """Return whether pictures are embedded here, by statistics of their own or by fixed ones."""
    there = pictures.device.type == "cpu" and pictures.dtype == torch.float32 and not pictures.requires_grad
    if not (there and len(pictures) and blocks and all([bool(block.scale.all()) for block in blocks])):
        return False
    if not own:
        return True
    halved = sum([block.pools for block in blocks[:-1]])
    return len(pictures) * (pictures.shape[-1] >> halved) ** 2 > 1  # one number has no variance


def convolve(
    weights: Mapping[str, Tensor],
    name: str,
    maps: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None = None,
) -> Tensor:
    """Return what a block makes of maps, as `reference.convolve` does."""
    if maps.shape[1] == 1 or not _can(weights, name, maps, maps[:, 0].numel()):
        return fast.convolve(weights, name, maps, pools, statistics, measured)
    z = _convolved(maps, weights[f"{name}.filters"], _factors(weights, name, statistics))
    return _normalized(weights, name, z, pools, statistics, measured)


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
        return fast.convolve_pairs(weights, name, one, other, pools, statistics, measured)
    factors = _factors(weights, name, statistics)
    halves = torch.split(weights[f"{name}.filters"], [one.shape[2], other.shape[2]], 1)
    of_one, of_other = (
        _convolved(part.flatten(0, 1), half, factors).view(*part.shape[:2], *part.shape[3:], -1)
        for part, half in zip((one, other), halves, strict=True)
    )
    z = (of_other.unsqueeze(2) + of_one.unsqueeze(1)).flatten(0, 2)
    return _normalized(weights, name, z, pools, statistics, measured)


def _can(weights: Mapping[str, Tensor], name: str, maps: Tensor, count: int) -> bool:
    """Return whether a block that has so many outputs of each channel is computed here."""
    there = maps.device.type == "cpu" and maps.dtype == torch.float32
    return there and count > 1 and bool(weights[f"{name}.scale"].all())


def _factors(weights: Mapping[str, Tensor], name: str, statistics: Statistics) -> Tensor:
    """Return by what filters are multiplied (O,): signs of scales, or all of a fixed normalization."""
    scale = weights[f"{name}.scale"]
    if statistics == "running":
        return scale * (weights[f"{name}.variance"] + EPS).rsqrt()
    return scale.detach().sign()


def _convolved(maps: Tensor, filters: Tensor, factors: Tensor) -> Tensor:
    """Return what filters (O, C, 3, 3), times factors (O,), make of maps (M, C, S, S): channels last, (M, S, S, O)."""
    made: Tensor = _Convolved.apply(  # type: ignore[no-untyped-call]
        maps.permute(0, 2, 3, 1).contiguous(), filters, factors
    )
    return made


def _normalized(
    weights: Mapping[str, Tensor],
    name: str,
    z: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None,
) -> Tensor:
    """Return what a block makes (M, O, W, W) of the outputs (M, S, S, O) of filters that `_factors` have multiplied."""
    scale, shift = weights[f"{name}.scale"], weights[f"{name}.shift"]
    own = statistics == "episode"
    if not own:
        shift = shift - weights[f"{name}.mean"] * _factors(weights, name, statistics)
    made: Tensor
    made, mean, variance = _Normalized.apply(z, scale, shift, pools, own)  # type: ignore[no-untyped-call]
    if own:
        fast.measure(measured, name, mean * scale.detach().sign(), variance, z[..., 0].numel())
    return made.permute(0, 3, 1, 2)


class _Embedded(torch.autograd.Function):
    """All blocks, with derivatives by what is learned of them."""

    @staticmethod
    @override
    def forward(
        ctx: Any, blocks: Sequence[Block], cut: Cut, own: bool, passed: list[Passed], *learned: Tensor
    ) -> Tensor:
        """Return the features (M, E) of pictures, and put how they came about into `passed`."""
        ctx.passed, ctx.blocks = Passed(blocks, cut, own, keeps=True), blocks
        passed.append(ctx.passed)
        features: Tensor = ctx.passed.features
        return features

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, given: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        found = ctx.passed.back(given)
        return None, None, None, None, *(found[f"{block.name}.{part}"] for block in ctx.blocks for part in _LEARNED)


class _Convolved(torch.autograd.Function):
    """Maps with channels last, convolved."""

    @staticmethod
    @override
    def forward(ctx: Any, rows: Tensor, filters: Tensor, factors: Tensor) -> Tensor:
        """Return z (M, S, S, O) of maps (M, S, S, C), filters (O, C, 3, 3) and factors (O,)."""
        if not any(ctx.needs_input_grad):
            return machines.convolve(rows, filters, factors)
        z, seen, turned = machines.convolve_kept(rows, filters, factors)
        ctx.save_for_backward(filters, factors, seen, turned)
        ctx.shape = rows.shape
        return z

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, by_z: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        filters, factors, seen, turned = ctx.saved_tensors
        of_rows, _, of_factors = ctx.needs_input_grad
        by_rows, found = machines.convolve_back(by_z.contiguous(), seen, turned, ctx.shape, of_rows)
        by_factors = (found * filters).sum((1, 2, 3)) if of_factors else None
        return by_rows, found.mul_(factors.view(-1, 1, 1, 1)), by_factors


class _Normalized(torch.autograd.Function):
    """Normalization, pooling and ReLU of outputs whose largest are the largest after it, too."""

    @staticmethod
    @override
    def forward(
        ctx: Any, z: Tensor, scale: Tensor, shift: Tensor, pools: bool, own: bool
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return y (M, W, W, O) of z (M, S, S, O), and the mean and variance (O,) of z; |scale| multiplies."""
        made = machines.normalize(z, scale, shift, pools, own)
        ctx.save_for_backward(z, scale, *made)
        ctx.pools, ctx.own = pools, own
        ctx.mark_non_differentiable(made.means, made.variances)
        return made.y, made.means, made.variances

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, by_y: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        z, scale, *made = ctx.saved_tensors
        found = machines.normalize_back(by_y.contiguous(), z, machines.Normalized(*made), ctx.pools, ctx.own)
        by_z, by_scale, by_shift = found
        return by_z, by_scale.mul_(scale.sign()) if ctx.own else None, by_shift, None, None
