"""Gathers what supports have to say into one number or vector per class: axes as in `metric.learner`."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

_NEVER = -torch.inf


def membership(labels: Tensor, ways: int, dtype: torch.dtype) -> Tensor:
    """Return 1 where support m is one of class n, else 0: (..., M, N) of labels (..., M)."""
    return F.one_hot(labels, ways).to(dtype)


def counts(labels: Tensor, ways: int) -> Tensor:
    """Return the number of supports of each class, (..., N)."""
    return F.one_hot(labels, ways).sum(-2)


def sums(features: Tensor, labels: Tensor, ways: int) -> Tensor:
    """Return the sum of each class's features (..., M, E): (..., N, E), zeros for a class without support."""
    return membership(labels, ways, features.dtype).mT @ features


def means(features: Tensor, labels: Tensor, ways: int) -> Tensor:
    """Return the mean of each class's features (..., M, E): (..., N, E), zeros for a class without support."""
    return sums(features, labels, ways) / counts(labels, ways).clamp(min=1).unsqueeze(-1)


def only_present(logits: Tensor, labels: Tensor, ways: int) -> Tensor:
    """Return logits (..., Q, N) with -infinity for every class without support."""
    return logits.masked_fill((counts(labels, ways) == 0).unsqueeze(-2), _NEVER)


def largest(logits: Tensor, labels: Tensor, ways: int) -> Tensor:
    """Return the largest of each class's logits (..., Q, M): (..., Q, N), -infinity for a class without support."""
    if not logits.shape[-1]:
        return logits.new_full((*logits.shape[:-1], ways), _NEVER)
    return _spread(logits, labels, ways).amax(-1)


def log_sums(logits: Tensor, labels: Tensor, ways: int) -> Tensor:
    """Return log sum exp of each class's logits (..., Q, M): (..., Q, N), -infinity for a class without support."""
    return _spread(logits, labels, ways).logsumexp(-1)


def _spread(logits: Tensor, labels: Tensor, ways: int) -> Tensor:
    """Return logits (..., Q, N, M) that are -infinity where a support is of another class."""
    own = (labels.unsqueeze(-2) == torch.arange(ways, device=labels.device).unsqueeze(-1)).unsqueeze(-3)
    return logits.unsqueeze(-2).masked_fill(~own, _NEVER)
