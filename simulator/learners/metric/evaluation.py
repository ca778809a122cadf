"""Measures accuracy over many episodes at once, when no picture's features depend on another's.

With running statistics all held-out pictures are embedded once; an episode is then a choice of rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import half_interval
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.learners.metric.learner import Learner, Mode, by_class

_AT_ONCE = 2**21  # numbers of the differences of all pairs in the episodes that are compared together


@dataclass(frozen=True)
class EpisodeAccuracy:
    """The accuracy over B episodes."""

    each: Tensor  # (B,) shares of right answers

    @property
    def mean(self) -> float:
        """Return the mean over episodes."""
        return float(self.each.mean())

    @property
    def margin(self) -> float:
        """Return half the width of the mean's 95 % confidence interval; NaN for one episode."""
        return float(half_interval(self.each)) if len(self.each) > 1 else math.nan


@torch.no_grad()
def episode_accuracy(
    learner: Learner[Any],
    weights: Mapping[str, Tensor],
    features: Tensor,
    support: Tensor,
    query: Tensor,
    mode: Mode | None = None,
) -> EpisodeAccuracy:
    """Return the accuracy over episodes of pictures that are embedded already.

    Args:
        learner: the method.
        weights: its weights.
        features: of a pool of pictures, (P, E), by `learner.encode_pool`.
        support: rows of the pool, (B, N, K).
        query: rows of the pool, (B, N, Q).
        mode: of the comparison, without statistics of the episode; None: running statistics.
    """
    assert mode is None or mode.statistics == "running"
    ways, shots = support.shape[1:]
    pairs = support[0].numel() * query[0].numel() * features.shape[1]
    parts = max(1, _AT_ONCE // pairs)
    found = []
    split = list(zip(torch.split(support, parts), torch.split(query, parts), strict=True))
    for known, asked in counted(say("measuring on held-out episodes"), split):
        labels, wanted = by_class(len(known), ways, shots, known), by_class(len(asked), ways, asked.shape[2], asked)
        answer = learner.compare(weights, features[known.flatten(1)], labels, features[asked.flatten(1)], ways, mode)
        found.append(answer.accuracy(wanted))
    return EpisodeAccuracy(torch.cat(found))
