"""Compares features of queries (..., Q, E) with those of supports or prototypes (..., M, E)."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.embedding.reference import Weights

_TEMPERATURE = "log_temperature"
_FIRST_TEMPERATURE = 10.0


def squared_distances(queries: Tensor, points: Tensor) -> Tensor:
    """Return squared Euclidean distances, (..., Q, M), as sums of squares: a product of matrices would cancel."""
    return differences(queries, points).square().sum(-1)


def differences(queries: Tensor, points: Tensor) -> Tensor:
    """Return query minus point, (..., Q, M, E)."""
    return queries.unsqueeze(-2) - points.unsqueeze(-3)


def cosines(queries: Tensor, points: Tensor) -> Tensor:
    """Return cosines, (..., Q, M); that with a vector of zeros is 0."""
    return F.normalize(queries, dim=-1) @ F.normalize(points, dim=-1).mT


def temperature(weights: Mapping[str, Tensor]) -> Tensor:
    """Return by what cosines are multiplied, ()."""
    return weights[_TEMPERATURE].exp()


def starting_temperature(dtype: torch.dtype) -> Weights:
    """Return the weight of a learned temperature that starts at 10: its logarithm, so that it remains positive."""
    return {_TEMPERATURE: torch.tensor(math.log(_FIRST_TEMPERATURE), dtype=dtype)}
