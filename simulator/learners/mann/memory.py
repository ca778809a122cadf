"""Implements reading by content and writing to the least used rows, as a memory-augmented network does.

Santoro et al., "Meta-Learning with Memory-Augmented Neural Networks" (2016), section 3 and equations 1 to 8.
Axes: B episodes, H heads, N rows of memory, M width of one.
"""

from __future__ import annotations

import torch
from torch import Tensor

TINY = 1e-6  # under the root, so that a row of zeros has similarity 0 and a derivative


def similarity(key: Tensor, memory: Tensor) -> Tensor:
    """Return K, the cosine of the angle between keys (B, H, M) and rows of memory (B, N, M): (B, H, N)."""
    lengths = key.square().sum(-1, keepdim=True) @ memory.square().sum(-1).unsqueeze(1)  # (B, H, N), squared
    return (key @ memory.mT) * (lengths + TINY).rsqrt()


def read_weights(key: Tensor, memory: Tensor, sharpness: float = 1.0) -> Tensor:
    """Return w^r = softmax(sharpness K), (B, H, N); other arguments as in `similarity`.

    The paper's sharpness is 1: as cosines lie within -1 and 1, no row is read over e² = 7.4 times as much as another.
    """
    return (similarity(key, memory) * sharpness).softmax(-1)


def least_used(usage: Tensor, heads: int) -> Tensor:
    """Return the indices of the H least used rows, the least used first, (B, H); ties go to the first row.

    The paper's w^lu is 1 at these rows; here each head gets one of them, so that w^w sums to 1.

    Args:
        usage: w^u, (B, N).
        heads: H.
    """
    return usage.sort(dim=-1, stable=True).indices[:, :heads]


def write_weights(gate: Tensor, read_before: Tensor, rows: Tensor) -> Tensor:
    """Return w^w_t = sigma(alpha) w^r_{t-1} + (1 - sigma(alpha)) w^lu_{t-1}, (B, H, N).

    Args:
        gate: sigma(alpha), (B, H).
        read_before: w^r_{t-1}, (B, H, N).
        rows: from `least_used`.
    """
    gate, rows = gate.unsqueeze(-1), rows.unsqueeze(-1)  # (B, H, 1)
    return (gate * read_before).scatter_add(-1, rows, 1 - gate)


def erase(memory: Tensor, rows: Tensor) -> Tensor:
    """Return the memory (B, N, M) with zeros in the least used row: the first of `rows` (B, H)."""
    kept = memory.new_ones(memory.shape[:2]).scatter_(1, rows[:, :1], 0)  # (B, N)
    return memory * kept.unsqueeze(-1)


def write(memory: Tensor, weights: Tensor, add: Tensor) -> Tensor:
    """Return M_t(i) = M(i) + sum of w^w(i) a over heads, (B, N, M), given w^w (B, H, N) and a (B, H, M)."""
    return torch.baddbmm(memory, weights.mT, add)


def read(memory: Tensor, weights: Tensor) -> Tensor:
    """Return r = sum of w^r(i) M(i) over rows, (B, H, M), given w^r (B, H, N)."""
    return weights @ memory


def use(usage: Tensor, decay: float, read: Tensor, write: Tensor) -> Tensor:
    """Return w^u_t = gamma w^u_{t-1} + w^r_t + w^w_t, (B, N): the weights (B, H, N) of all heads count."""
    return torch.add(read.sum(1) + write.sum(1), usage, alpha=decay)
