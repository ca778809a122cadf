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

from metascope.simulator.learners.embedding import fast, machines
from metascope.simulator.learners.embedding.chain import (
    LEARNED,
    SCALE,
    Passed,
    Plan,
    features_of,
    joined,
    plan_of,
    weights_of,
)
from metascope.simulator.learners.embedding.machines import CALLS, Sizes
from metascope.simulator.learners.embedding.reference import Statistics, Weights


def embed(
    weights: Mapping[str, Tensor],
    pictures: Tensor,
    statistics: Statistics = "running",
    measured: Weights | None = None,
    pooled: int | None = None,
) -> Tensor:
    """Return the features (M, E) of pictures (M, S, S), as `reference.embed` does."""
    blocks, own = weights_of(weights), statistics == "episode"
    if not can(blocks, pictures, pooled, own):
        return fast.embed(weights, pictures, statistics, measured, pooled)
    learned = [part for block in blocks for part in block[: len(LEARNED)]]
    passed = list[Passed]()
    features: Tensor
    if torch.is_grad_enabled() and any(weight.requires_grad for weight in learned):
        plan = plan_of(blocks, pictures, pooled, own, keeps=True)
        features = _Embedded.apply(plan, joined(blocks), pictures, passed, *learned)  # type: ignore[no-untyped-call]
    elif own:
        passed.append(Passed(plan_of(blocks, pictures, pooled, own, keeps=False)))
        features = passed[0].forth(joined(blocks), pictures)
    else:
        return features_of(blocks, pictures, pooled)
    if own and measured is not None:
        for place, told in enumerate(passed[0].statistics(), 1):
            measured[f"block{place}.mean"], measured[f"block{place}.variance"] = told
    return features


def can(blocks: Sequence[Sequence[Tensor]], pictures: Tensor, pooled: int | None, own: bool) -> bool:
    """Return whether pictures are embedded here, by statistics of their own or by fixed ones."""
    there = pictures.device.type == "cpu" and pictures.dtype == torch.float32 and not pictures.requires_grad
    if not (there and len(pictures) and blocks and all(bool(block[SCALE].all()) for block in blocks)):
        return False
    if not own:
        return True
    halved = len(blocks) - 1 if pooled is None else min(pooled, len(blocks) - 1)
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
    filters, scale, variance = (weights[f"{name}.{part}"] for part in ("filters", "scale", "variance"))
    z = _convolved(maps, filters, scale, variance, statistics == "episode")
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
    halves = torch.split(weights[f"{name}.filters"], [one.shape[2], other.shape[2]], 1)
    scale, variance, own = weights[f"{name}.scale"], weights[f"{name}.variance"], statistics == "episode"
    of_one, of_other = (
        _convolved(part.flatten(0, 1), half, scale, variance, own).view(*part.shape[:2], *part.shape[3:], -1)
        for part, half in zip((one, other), halves, strict=True)
    )
    z = (of_other.unsqueeze(2) + of_one.unsqueeze(1)).flatten(0, 2)
    return _normalized(weights, name, z, pools, statistics, measured)


def _can(weights: Mapping[str, Tensor], name: str, maps: Tensor, count: int) -> bool:
    """Return whether a block that has so many outputs of each channel is computed here."""
    there = maps.device.type == "cpu" and maps.dtype == torch.float32
    return there and count > 1 and bool(weights[f"{name}.scale"].all())


def _convolved(maps: Tensor, filters: Tensor, scale: Tensor, variance: Tensor, own: bool) -> Tensor:
    """Return what filters (O, C, 3, 3) make of maps (M, C, S, S): channels last, (M, S, S, O).

    Filters are multiplied by the signs of the scales, or by all that a fixed normalization multiplies by.
    """
    rows = maps.permute(0, 2, 3, 1).contiguous()
    made: Tensor = _Convolved.apply(rows, filters, scale, variance, own)  # type: ignore[no-untyped-call]
    return made


def _normalized(
    weights: Mapping[str, Tensor],
    name: str,
    z: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None,
) -> Tensor:
    """Return what a block makes (M, O, W, W) of the outputs (M, S, S, O) of its filters, as `_convolved` has them."""
    parts = (weights[f"{name}.{part}"] for part in ("scale", "shift", "mean", "variance"))
    made: Tensor
    made, told = _Normalized.apply(z, *parts, pools, statistics == "episode")  # type: ignore[no-untyped-call]
    if statistics == "episode" and measured is not None:
        measured[f"{name}.mean"], measured[f"{name}.variance"] = told
    return made.permute(0, 3, 1, 2)


class _Embedded(torch.autograd.Function):
    """All blocks, with derivatives by what is learned of them."""

    @staticmethod
    @override
    def forward(
        ctx: Any, plan: Plan, vector: Tensor, pictures: Tensor, passed: list[Passed], *learned: Tensor
    ) -> Tensor:
        """Return the features (M, E) of pictures, and put how they came about into `passed`."""
        ctx.passed = Passed(plan)
        passed.append(ctx.passed)
        features: Tensor = ctx.passed.forth(vector, pictures)
        return features

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, given: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        return None, None, None, None, *(slope for block in ctx.passed.back(given) for slope in block)


class _Convolved(torch.autograd.Function):
    """Maps with channels last, convolved."""

    @staticmethod
    @override
    def forward(ctx: Any, rows: Tensor, filters: Tensor, scale: Tensor, variance: Tensor, own: bool) -> Tensor:
        """Return z (M, S, S, O) of maps (M, S, S, C) and filters (O, C, 3, 3)."""
        (m, side, _, c), o, keeps = rows.shape, len(filters), any(ctx.needs_input_grad)
        sizes, filters = Sizes(m, side, c, o, False, own), filters.contiguous()
        z, factors = rows.new_empty(m, side, side, o), rows.new_empty(o)
        seen, turned = rows.new_empty(sizes.seen(keeps)), rows.new_empty(sizes.turned)
        CALLS.run(machines.convolving, sizes, (rows, filters, scale, variance, factors, z, seen, turned), keeps)
        if keeps:
            ctx.save_for_backward(filters, scale, variance, factors, seen, turned)
            ctx.sizes = sizes
        return z

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, by_z: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments; scales of own statistics have theirs from what comes next."""
        filters, scale, variance, factors, seen, turned = ctx.saved_tensors
        sizes, wanted = ctx.sizes, ctx.needs_input_grad[0]
        by_rows = by_z.new_empty(sizes.maps, sizes.side, sizes.side, sizes.given)
        by_filters, by_scale, zeros = torch.empty_like(filters), torch.zeros_like(scale), torch.zeros_like(scale)
        given = [by_z.contiguous(), seen, turned, by_rows, by_filters, filters]
        given += [zeros, variance, factors, by_scale, zeros]
        CALLS.run(machines.convolving_back, sizes, given, wanted)
        return by_rows if wanted else None, by_filters, None if sizes.own else by_scale, None, None


class _Normalized(torch.autograd.Function):
    """Normalization, pooling and ReLU of outputs whose largest are the largest after it, too."""

    @staticmethod
    @override
    def forward(
        ctx: Any, z: Tensor, scale: Tensor, shift: Tensor, mean: Tensor, variance: Tensor, pools: bool, own: bool
    ) -> tuple[Tensor, Tensor]:
        """Return y (M, W, W, O) of z (M, S, S, O), and its mean and unbiased variance (2, O)."""
        m, side, _, o = z.shape
        sizes = Sizes(m, side, 0, o, pools, own)
        y, told = z.new_empty(m, sizes.wide, sizes.wide, o), z.new_empty(2, o)
        means, inverses, slopes = (z.new_empty(o) for _ in range(3))
        given = (z.contiguous(), y, scale, shift, mean, variance, means, inverses, slopes, told)
        CALLS.run(machines.normalizing, sizes, given)
        ctx.save_for_backward(given[0], y, means, inverses, slopes, scale, mean)
        ctx.sizes = sizes
        ctx.mark_non_differentiable(told)
        return y, told

    @staticmethod
    @override
    @once_differentiable
    def backward(ctx: Any, by_y: Tensor, _: Tensor) -> tuple[Tensor | None, ...]:
        """Return the derivatives by the arguments."""
        z, y, means, inverses, slopes, scale, mean = ctx.saved_tensors
        by_z, by_scale, by_shift = torch.empty_like(z), torch.empty_like(scale), torch.empty_like(scale)
        given = (z, y, by_y.contiguous(), by_z, means, inverses, slopes, by_scale, by_shift)
        CALLS.run(machines.normalizing_back, ctx.sizes, given)
        of_scale = by_scale * scale.sign() if ctx.sizes.own else -mean * inverses * by_shift
        return by_z, of_scale, by_shift, None, None, None, None
