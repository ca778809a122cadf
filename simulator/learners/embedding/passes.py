"""Passes the same pictures through a network again and again while its weights move, as fine-tuning does.

Of batches of pictures, the first one is learned from. `Traced` leaves the derivatives to autograd; `ByHand`, its fast
twin, has them written out, and all pictures go through at once; what does not depend on the weights is computed once.
`Compiled` does the same by kernels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding.chain import LEARNED, Passed, Plan, joined, weights_of
from metascope.simulator.learners.embedding.first_layer import Outputs, Patches
from metascope.simulator.learners.embedding.reference import EPS, Blocks, Weights

_aten = torch.ops.aten
_ONES, _ZEROS, _TWO = [1, 1], [0, 0], [2, 2]
_TRAINED = (".filters", ".scale", ".shift")


class Passes(Protocol):
    """What both ways promise. Used without autograd."""

    def features(self, weights: Mapping[str, Tensor]) -> list[Tensor]:
        """Return the features of each batch, (M, E), with these weights."""
        ...

    def slopes(self, given: Tensor) -> Weights:
        """Return derivatives by filters, scales and shifts as they were in the last pass, by their names.

        Args:
            given: derivatives by the features of the first batch, (M, E).
        """
        ...


@final
class Traced(Passes):
    """Passes whose derivatives are autograd's.

    Args:
        embed: returns the features (M, E) of pictures (M, S, S).
        batches: of pictures, (M, S, S) each.
    """

    def __init__(self, embed: Callable[[Mapping[str, Tensor], Tensor], Tensor], batches: Sequence[Tensor]) -> None:
        self._embed, self._batches = embed, batches
        self._leaves: Weights = {}
        self._known = torch.empty(0)

    @override
    def features(self, weights: Mapping[str, Tensor]) -> list[Tensor]:
        self._leaves = {n: w.detach().requires_grad_() for n, w in weights.items() if n.endswith(_TRAINED)}
        with torch.enable_grad():
            self._known = self._embed({**weights, **self._leaves}, self._batches[0])
        return [self._known.detach(), *(self._embed(weights, batch) for batch in self._batches[1:])]

    @override
    def slopes(self, given: Tensor) -> Weights:
        if not self._known.requires_grad:  # there are no pictures
            return {name: torch.zeros_like(leaf) for name, leaf in self._leaves.items()}
        found = torch.autograd.grad(self._known, list(self._leaves.values()), given)
        return dict(zip(self._leaves, found, strict=True))


@final
class Same(Passes):
    """Features that stay as they are, (M, E) of each batch, whatever the weights."""

    def __init__(self, features: list[Tensor]) -> None:
        self._features = features

    @override
    def features(self, weights: Mapping[str, Tensor]) -> list[Tensor]:
        return self._features

    @override
    def slopes(self, given: Tensor) -> Weights:
        return {}


@dataclass(frozen=True)
class _Kept:
    """What a block's derivatives need."""

    name: str
    maps: Tensor  # that the block was given
    filters: Tensor  # with the scale of the normalization
    slope: Tensor  # (C,) that scale
    z: Tensor  # before pooling
    places: Tensor  # of the largest of each window
    y: Tensor  # (R, C) what came out


@final
class ByHand(Passes):
    """Passes by fixed statistics through blocks that all pool: normalization is then a part of the filters.

    Args:
        batches: of pictures, (M, S, S) each, on the CPU.
        channels: of the first block.
    """

    def __init__(self, batches: Sequence[Tensor], channels: int) -> None:
        self._sizes = [len(batch) for batch in batches]
        pictures = torch.cat(list(batches))
        self._count, self._half = len(pictures), pictures.shape[-1] // 2
        self._patches, self._learned = Patches(pictures, True, channels), Patches(batches[0], True, channels)
        self._weights: Mapping[str, Tensor] = {}
        self._kept: list[_Kept] = []

    @override
    def features(self, weights: Mapping[str, Tensor]) -> list[Tensor]:
        self._weights, self._kept = weights, []
        maps = self._first()
        block = 1
        while (name := f"block{block + 1}") + ".filters" in weights:
            maps = self._block(name, maps)
            block += 1
        self._shape = maps.shape[1:]
        return list(torch.split(maps.flatten(1), self._sizes))

    @override
    def slopes(self, given: Tensor) -> Weights:
        found: Weights = {}
        given = given.view(-1, *self._shape)
        for kept in reversed(self._kept):
            given = self._behind_block(kept, given, found)
        self._behind_first(given, found)
        return found

    def _normal(self, name: str) -> tuple[Tensor, Tensor]:
        """Return by what a block's filters are multiplied, and what is added to their outputs, (C,) each."""
        scale, shift, mean, variance = (self._weights[f"{name}.{p}"] for p in ("scale", "shift", "mean", "variance"))
        slope = scale * (variance + EPS).rsqrt()
        return slope, shift - mean * slope

    def _first(self) -> Tensor:
        """Return what the first block makes of the pictures, (M, C, S // 2, S // 2)."""
        slope, paper = self._normal("block1")
        filters = self._weights["block1.filters"].flatten(1).T.contiguous() * slope  # (9, C)
        y = paper.relu().repeat(self._count * self._half**2, 1)
        y.index_copy_(0, self._patches.inked, Outputs(self._patches.parts, filters).largest().add_(paper).relu_())
        self._made, self._filters, self._slope = y, filters, slope
        return y.view(self._count, self._half, self._half, -1).permute(0, 3, 1, 2)

    def _block(self, name: str, maps: Tensor) -> Tensor:
        """Return what another block makes of maps (M, C, S, S)."""
        slope, shift = self._normal(name)
        filters = (self._weights[f"{name}.filters"] * slope.view(-1, 1, 1, 1)).contiguous(
            memory_format=torch.channels_last
        )
        z = _aten.convolution(maps, filters, None, _ONES, _ONES, _ONES, False, _ZEROS, 1)
        largest, places = _aten.max_pool2d_with_indices(z, _TWO)
        y: Tensor = largest.add_(shift.view(-1, 1, 1)).relu_()
        self._kept.append(_Kept(name, maps, filters, slope, z, places, y))
        return y

    def _behind_block(self, kept: _Kept, given: Tensor, found: Weights) -> Tensor:
        """Return derivatives by what a block was given, of those by what it made; put its weights' into `found`."""
        m = self._sizes[0]
        y, z, maps = kept.y[:m], kept.z[:m], kept.maps[:m]
        g = _aten.threshold_backward(given.contiguous(memory_format=torch.channels_last), y, 0)
        of_shift = g.sum((0, 2, 3))
        g = _aten.max_pool2d_with_indices_backward(g, z, _TWO, _TWO, _ZEROS, _ONES, False, kept.places[:m])
        by_maps: Tensor
        by_maps, by_filters, _ = _aten.convolution_backward(
            g, maps, kept.filters, None, _ONES, _ONES, _ONES, False, _ZEROS, 1, [True, True, False]
        )
        self._tell(kept.name, by_filters, kept.slope, of_shift, found)
        return by_maps

    def _behind_first(self, given: Tensor, found: Weights) -> None:
        rows = given.contiguous(memory_format=torch.channels_last).permute(0, 2, 3, 1).reshape(-1, len(self._slope))
        g = _aten.threshold_backward(rows, self._made[: len(rows)], 0)
        by_filters = Outputs(self._learned.parts, self._filters).by_filters(g.index_select(0, self._learned.inked))
        self._tell("block1", by_filters.T.reshape(-1, 1, 3, 3), self._slope, g.sum(0), found)

    def _tell(self, name: str, by_filters: Tensor, slope: Tensor, of_shift: Tensor, found: Weights) -> None:
        """Put a block's derivatives into `found`, by those of the filters with the scale of the normalization."""
        filters, mean, variance = (self._weights[f"{name}.{part}"] for part in ("filters", "mean", "variance"))
        of_slope = (by_filters * filters).sum((1, 2, 3)) - mean * of_shift
        found[f"{name}.filters"] = by_filters * slope.view(-1, 1, 1, 1)
        found[f"{name}.scale"] = of_slope * (variance + EPS).rsqrt()
        found[f"{name}.shift"] = of_shift


@final
class Compiled(Passes):
    """Passes by fixed statistics through compiled kernels. Pictures that are not learned from leave nothing behind.

    Args:
        batches: of pictures, (M, S, S) each, which `can` allows.
        blocks: the sizes of the embedding.
    """

    def __init__(self, batches: Sequence[Tensor], blocks: Blocks) -> None:
        self._batches = batches[0], torch.cat(list(batches[1:] or [batches[0][:0]]))
        self._blocks, self._sizes = blocks, [len(batch) for batch in batches[1:]]
        self._passed: list[Passed] = []

    @staticmethod
    def can(weights: Mapping[str, Tensor], batches: Sequence[Tensor]) -> bool:
        """Return whether these weights and pictures can be passed so."""
        tensors = (*batches, *weights.values())
        return len(batches[0]) > 0 and all(x.device.type == "cpu" and x.dtype == torch.float32 for x in tensors)

    @override
    def features(self, weights: Mapping[str, Tensor]) -> list[Tensor]:
        blocks = weights_of(weights)
        vector = joined(blocks)
        if self._passed:
            found = [passed.forth(vector, None) for passed in self._passed]
        else:
            given = [pictures for pictures in self._batches if len(pictures)]
            channels, pooled = tuple(len(block[0]) for block in blocks), self._blocks.pooled
            for keeps, pictures in zip((True, False), given, strict=False):
                self._passed.append(Passed(Plan(len(pictures), self._blocks.side, channels, pooled, False, keeps)))
            found = [passed.forth(vector, pictures) for passed, pictures in zip(self._passed, given, strict=True)]
        others = found[1] if len(found) > 1 else found[0][:0]
        return [found[0], *torch.split(others, self._sizes)]

    @override
    def slopes(self, given: Tensor) -> Weights:
        found = self._passed[0].back(given)
        named = zip(range(1, len(found) + 1), found, strict=True)
        return {f"block{place}.{part}": one for place, block in named for part, one in zip(LEARNED, block, strict=True)}
