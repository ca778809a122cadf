"""Embeds pictures by compiled kernels, block after block, and goes back through all of them at once.

Letters: M pictures, S pixels along an edge, O channels, E features.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

import torch
from torch import Tensor

from simulator.learners.embedding import machines
from simulator.learners.embedding.machines import Cut, First, Normalized
from simulator.learners.embedding.reference import EPS, Weights


@dataclass(frozen=True)
class Block:
    """The weights of a block, and whether it halves the side."""

    name: str
    filters: Tensor  # (O, C, 3, 3)
    scale: Tensor  # (O,)
    shift: Tensor  # (O,)
    mean: Tensor  # (O,) running, as the next
    variance: Tensor  # (O,)
    pools: bool


def blocks_of(weights: Mapping[str, Tensor], pooled: int | None) -> list[Block]:
    """Return the blocks of an embedding among weights, of which the first `pooled` halve the side; None: all."""
    found = list[Block]()
    while (name := f"block{len(found) + 1}") + ".filters" in weights:
        parts = (weights[f"{name}.{part}"] for part in ("filters", "scale", "shift", "mean", "variance"))
        found.append(Block(name, *parts, pools=pooled is None or len(found) < pooled))
    return found


@dataclass(frozen=True)
class _Step:
    """What a block after the first has made, and what it needs to go back."""

    block: Block
    factors: Tensor  # by which filters were multiplied
    z: Tensor
    seen: Tensor
    turned: Tensor
    shape: torch.Size  # of the maps that it was given, channels last
    made: Normalized


@final
class Passed:
    """Pictures on their way through all blocks.

    Args:
        blocks: of the embedding.
        cut: the pictures.
        own: whether normalization is by statistics of these pictures.
        keeps: whether `back` will be called.

    Attributes:
        statistics: mean and variance (O,) of the outputs of each block's filters, and of how many of each channel; they
            say something only where they are own.
    """

    def __init__(self, blocks: Sequence[Block], cut: Cut, own: bool, keeps: bool) -> None:
        self._own, self._cut, self._block = own, cut, blocks[0]
        first = blocks[0]
        given = None if own else (first.mean, first.variance)
        self._first: First = machines.first(cut, first.filters, first.scale, first.shift, given, first.pools)
        self._steps = list[_Step]()
        self.statistics = [(self._first.means, self._first.variances, cut.pictures.numel())]
        rows = self._first.y
        for block in blocks[1:]:
            rows = self._pass(block, rows, keeps)
        self._rows = rows

    @property
    def features(self) -> Tensor:
        """The features (M, E), channel by channel."""
        return self._rows.permute(0, 3, 1, 2).reshape(len(self._rows), -1)

    def back(self, given: Tensor) -> Weights:
        """Return derivatives by filters, scales and shifts by their names, of those by the features (M, E)."""
        m, side, _, o = self._rows.shape
        by_rows: Tensor | None = given.view(m, o, side, side).permute(0, 2, 3, 1).contiguous()
        found: Weights = {}
        for step in reversed(self._steps):
            assert by_rows is not None, "all maps have derivatives"
            block, factors = step.block, step.factors
            by_z, of_scale, of_shift = machines.normalize_back(by_rows, step.z, step.made, block.pools, self._own)
            by_rows, by_filters = machines.convolve_back(by_z, step.seen, step.turned, step.shape, True)
            if self._own:
                of_scale.mul_(factors)
            else:  # filters and shift were made of the scale
                of_slope = (by_filters * block.filters).sum((1, 2, 3)) - block.mean * of_shift
                of_scale = of_slope * (block.variance + EPS).rsqrt()
            found[f"{block.name}.filters"] = by_filters.mul_(factors.view(-1, 1, 1, 1))
            found[f"{block.name}.scale"], found[f"{block.name}.shift"] = of_scale, of_shift
        assert by_rows is not None, "all maps have derivatives"
        first, name = self._block, self._block.name
        parts = machines.first_back(by_rows, first.scale, self._cut, self._first, first.pools, self._own)
        for part, slope in zip(("filters", "scale", "shift"), parts, strict=True):
            found[f"{name}.{part}"] = slope
        return found

    def _pass(self, block: Block, rows: Tensor, keeps: bool) -> Tensor:
        shift = block.shift
        if self._own:
            factors = block.scale.sign()
        else:
            factors = block.scale * (block.variance + EPS).rsqrt()
            shift = shift - block.mean * factors
        if keeps:
            z, seen, turned = machines.convolve_kept(rows, block.filters, factors)
        else:
            z = seen = turned = machines.convolve(rows, block.filters, factors)
        made = machines.normalize(z, block.scale, shift, block.pools, self._own)
        self.statistics.append((made.means * factors, made.variances, z.numel() // z.shape[-1]))
        if keeps:
            self._steps.append(_Step(block, factors, z, seen, turned, rows.shape, made))
        return made.y
