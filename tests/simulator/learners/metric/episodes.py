"""Draws episodes of random pictures and features by hand, in float64, for the tests of methods."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.embedding.reference import Blocks, Weights

TINY = Blocks(side=8, width=4, count=2)  # maps of 2 × 2: 16 features
MAPS = Blocks(side=8, width=3, count=2, pooled=1)  # maps of 4 × 4, for relations


def generator(seed: int = 0) -> Generator:
    return torch.Generator().manual_seed(seed)


def normal(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(shape, generator=generator(seed), dtype=torch.float64)


def pictures(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(shape, generator=generator(seed), dtype=torch.float64)


def episode(blocks: Blocks, ways: int = 3, shots: int = 2, queries: int = 2, seed: int = 0) -> tuple[Tensor, Tensor]:
    """Return support (1, N, K, S, S) and query (1, N, Q, S, S)."""
    s = blocks.side
    both = pictures(1, ways, shots + queries, s, s, seed=seed)
    return both[:, :, :shots], both[:, :, shots:]


def moved(weights: Weights, seed: int = 5, size: float = 0.3) -> Weights:
    """Return weights up to `size` away from their start, so that none is 0 or 1 by chance; variances stay positive."""
    draws = generator(seed)
    return {
        name: weight + size * (2 * torch.rand(weight.shape, generator=draws, dtype=weight.dtype) - 1)
        for name, weight in weights.items()
    }
