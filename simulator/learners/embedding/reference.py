"""Embeds small pictures readably: blocks of convolution, batch normalization, ReLU and 2 × 2 max-pooling.

The network of Vinyals et al. (2016) and Snell et al. (2017), of any width and number of blocks. A convolution has no
bias: batch normalization subtracts it again. Axes: M pictures, S pixels along an edge, C channels, E features.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

Weights = dict[str, Tensor]
Statistics = Literal["running", "episode"]  # by which batch normalization normalizes
Start = Literal["default", "published"]

EPS = 1e-5  # torch's
_MOMENTUM = 0.1  # share of the newest batch in the running statistics, torch's


@dataclass(frozen=True)
class Blocks:
    """The sizes of an embedding: three blocks fit 14 pixels, four 28, so that one number per channel is left."""

    side: int = 14  # S
    width: int = 32  # C
    count: int = 3
    pooled: int | None = None  # so many blocks, the first ones, halve the side; None: all

    def __post_init__(self) -> None:
        assert min(self.width, self.count, self.sides[-1]) >= 1

    @property
    def sides(self) -> tuple[int, ...]:
        """Return the side of what each block is given, then that of the map which the last one gives: (count + 1,)."""
        found = [self.side]
        for block in range(self.count):
            found.append(found[-1] // 2 if _pools(block, self.pooled) else found[-1])
        return tuple(found)

    @property
    def given(self) -> tuple[int, ...]:
        """Return the channels that each block is given, (count,)."""
        return (1, *[self.width] * (self.count - 1))

    @property
    def features(self) -> int:
        """Return E, channels times pixels of the last map."""
        return self.width * self.sides[-1] ** 2

    @property
    def parameters(self) -> int:
        """Return how many numbers are trained: filters, scales and shifts."""
        return sum(9 * given * self.width + 2 * self.width for given in self.given)

    @property
    def multiply_adds(self) -> int:
        """Return the multiplications of all convolutions for one picture."""
        return sum(9 * given * self.width * side**2 for given, side in zip(self.given, self.sides, strict=False))

    @property
    def first_multiply_adds(self) -> int:
        """Return those of the first block's."""
        return 9 * self.width * self.side**2


class Embed(Protocol):
    """What `embed` and its fast twins promise."""

    def __call__(
        self,
        weights: Mapping[str, Tensor],
        pictures: Tensor,
        statistics: Statistics = "running",
        measured: Weights | None = None,
        pooled: int | None = None,
    ) -> Tensor:
        """Return features (M, E), as `embed` does."""
        ...


class Convolve(Protocol):
    """What `convolve` and its fast twins promise."""

    def __call__(
        self,
        weights: Mapping[str, Tensor],
        name: str,
        maps: Tensor,
        pools: bool,
        statistics: Statistics,
        measured: Weights | None = None,
    ) -> Tensor:
        """Return what a block makes of maps, as `convolve` does."""
        ...


def initial(
    blocks: Blocks, generator: Generator, dtype: torch.dtype = torch.float32, start: Start = "default"
) -> Weights:
    """Return initial weights by name, "block1.filters" and so on, with running statistics that have seen nothing.

    Of each block: "filters" (C, C before, 3, 3), "scale" and "shift" (C,), and the statistics "mean" and "variance"
    (C,), which are not trained.

    Args:
        blocks: the sizes.
        generator: of the filters.
        dtype: of the weights.
        start: of the filters, as in `initial_block`.
    """
    weights: Weights = {}
    for block, given in enumerate(blocks.given):
        weights |= initial_block(f"block{block + 1}", given, blocks.width, generator, dtype, start)
    return weights


def initial_block(
    name: str, given: int, width: int, generator: Generator, dtype: torch.dtype, start: Start = "default"
) -> Weights:
    """Return the weights of one block, `given` channels to `width`.

    Args:
        name: before each weight's name.
        given: channels that it is given.
        width: C.
        generator: of the filters.
        dtype: of the weights.
        start: of the filters: "default" is uniform within 1 / sqrt(9 given), torch's; "published" is normal with the
            standard deviation sqrt(2 / (9 C)), that of Relation Networks' program.
    """
    shape = (width, given, 3, 3)
    if start == "default":
        widest = 1 / math.sqrt(9 * given)
        filters = torch.rand(shape, generator=generator, dtype=dtype).mul_(2 * widest).sub_(widest)
    else:
        filters = torch.randn(shape, generator=generator, dtype=dtype).mul_(math.sqrt(2 / (9 * width)))
    ones, zeros = torch.ones(width, dtype=dtype), torch.zeros(width, dtype=dtype)
    found = {"filters": filters, "scale": ones, "shift": zeros, "mean": zeros.clone(), "variance": ones.clone()}
    return {f"{name}.{part}": weight for part, weight in found.items()}


def statistics_among(weights: Mapping[str, Tensor]) -> tuple[str, ...]:
    """Return the names of the running statistics among the weights: what `follow` moves, and no optimizer."""
    return tuple(name for name in weights if name.endswith((".mean", ".variance")))


def embed(
    weights: Mapping[str, Tensor],
    pictures: Tensor,
    statistics: Statistics = "running",
    measured: Weights | None = None,
    pooled: int | None = None,
) -> Tensor:
    """Return the features (M, E) of pictures (M, S, S), ink 1 on paper 0.

    Args:
        weights: as in `initial`; others among them are ignored.
        pictures: (M, S, S).
        statistics: "running": each picture is embedded by itself; "episode": means and variances are those of these
            pictures, so a picture's features depend on the others, as in training.
        measured: where the means and (unbiased) variances of these pictures are put, by the names of the running
            ones; only with "episode". `follow` moves the running ones towards them.
        pooled: so many blocks halve the side; None: all.
    """
    return chain(convolve, weights, pictures, statistics, measured, pooled)


def chain(
    convolve: Convolve,
    weights: Mapping[str, Tensor],
    pictures: Tensor,
    statistics: Statistics,
    measured: Weights | None,
    pooled: int | None,
) -> Tensor:
    """Return the features (M, E) that all blocks make one after the other; arguments as of `embed`."""
    maps = pictures.unsqueeze(1)
    block = 0
    while (name := f"block{block + 1}") + ".filters" in weights:
        maps = convolve(weights, name, maps, _pools(block, pooled), statistics, measured)
        block += 1
    return maps.flatten(1)


def convolve(
    weights: Mapping[str, Tensor],
    name: str,
    maps: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None = None,
) -> Tensor:
    """Return what a block makes of maps (M, C before, S, S): (M, C, S, S), or (M, C, S // 2, S // 2) if it pools."""
    maps = F.conv2d(maps, weights[f"{name}.filters"], padding=1)
    mean, variance = weights[f"{name}.mean"], weights[f"{name}.variance"]
    scale, shift = weights[f"{name}.scale"], weights[f"{name}.shift"]
    if statistics == "running":
        maps = F.batch_norm(maps, mean, variance, scale, shift, training=False, eps=EPS)
    elif measured is None:
        maps = F.batch_norm(maps, None, None, scale, shift, training=True, eps=EPS)
    else:
        mean, variance = torch.zeros_like(mean), torch.zeros_like(variance)
        maps = F.batch_norm(maps, mean, variance, scale, shift, training=True, momentum=1.0, eps=EPS)
        measured[f"{name}.mean"], measured[f"{name}.variance"] = mean, variance
    maps = F.relu(maps)
    return F.max_pool2d(maps, 2) if pools else maps


def convolve_pairs(
    weights: Mapping[str, Tensor],
    name: str,
    one: Tensor,
    other: Tensor,
    pools: bool,
    statistics: Statistics,
    measured: Weights | None = None,
) -> Tensor:
    """Return what a block makes of every pair, (B Q N, C, S', S'), pairs of a later `other` coming later.

    Args:
        weights: among which are the block's.
        name: of the block.
        one: (B, N, C before, S, S), whose channels come first.
        other: (B, Q, C before, S, S).
        pools: whether the block halves the side.
        statistics: as of `embed`; those of the "episode" are of all pairs.
        measured: as of `embed`.
    """
    (batch, ways), queries = one.shape[:2], other.shape[1]
    pairs = one.unsqueeze(1).expand(-1, queries, -1, -1, -1, -1), other.unsqueeze(2).expand(-1, -1, ways, -1, -1, -1)
    maps = torch.cat(pairs, 3).reshape(batch * queries * ways, -1, *one.shape[3:])
    return convolve(weights, name, maps, pools, statistics, measured)


@torch.no_grad()
def follow(weights: Mapping[str, Tensor], measured: Mapping[str, Tensor], momentum: float = _MOMENTUM) -> None:
    """Move the running statistics among the weights, in place, a share `momentum` of the way to the measured ones."""
    for name, value in measured.items():
        weights[name].lerp_(value, momentum)


def _pools(block: int, pooled: int | None) -> bool:
    return pooled is None or block < pooled
