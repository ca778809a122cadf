"""Defines what all methods that learn to compare have alike: embed, compare, learn from episodes.

Axes: B episodes, N ways, K shots, Q queries (per class in `loss`, in all elsewhere), M supports in any order and
number, S pixels along an edge, E features. Leading axes (...) are episodes, or none.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from metascope.simulator.learners.embedding import fast, reference
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Statistics, Weights
from metascope.simulator.learners.metric.answer import Answer, Cost

_AT_ONCE = 512  # pictures

A = TypeVar("A", bound=Answer)


@dataclass(frozen=True)
class Mode:
    """How a pass through a network is done."""

    statistics: Statistics = "running"
    measured: Weights | None = None  # where batch statistics are put, as in `embedding.reference.embed`
    draws: Generator | None = None  # of what a method imagines; None: always the same


@dataclass(frozen=True)
class Lesson:
    """What one batch of episodes has taught."""

    loss: Tensor  # () to be differentiated
    accuracy: float  # share of its queries that were right


class Learner(ABC, Generic[A]):
    """A method that answers by comparing embedded pictures. Abstract. It has no state: weights are given.

        method = Prototypes(Blocks(side=14, width=32))
        weights = method.initial(generator)
        method.loss(weights, support, query, Mode("episode")).loss.backward()
        method.answer(weights, supports, labels, queries, ways=5).probabilities  # (Q, 5)

    Args:
        blocks: the sizes of the embedding.
        embed: what embeds: the reference or a faster twin.
    """

    ordered: ClassVar[bool] = False  # whether the order of the supports matters

    def __init__(self, blocks: Blocks, embed: Embed = fast.embed) -> None:
        self.blocks, self._embed = blocks, embed

    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        """Return initial weights by name: those of the embedding, and the method's own."""
        return reference.initial(self.blocks, generator, dtype)

    @abstractmethod
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> A:
        """Return the answer to embedded queries.

        Args:
            weights: as in `initial`.
            supports: as `encode` embeds them, (..., M, E).
            labels: their classes, (..., M), 0 to N - 1; a class may have any number of supports, and none.
            queries: (..., Q, E).
            ways: N.
            mode: of the pass; None: running statistics.
        """

    @abstractmethod
    def cost(self, ways: int, shots: int) -> Cost:
        """Return what answering one query costs with `ways` * `shots` supports."""

    def objective(self, answer: A, asked: Tensor) -> Tensor:
        """Return the loss () of an answer to queries of classes `asked` (..., Q): here cross-entropy."""
        return F.cross_entropy(answer.logits.flatten(0, -2), asked.flatten())

    def encode(self, weights: Mapping[str, Tensor], pictures: Tensor, mode: Mode | None = None) -> Tensor:
        """Return the features (..., E) of pictures (..., S, S)."""
        mode = mode or Mode()
        flat = pictures.flatten(0, -3) if pictures.dim() > 2 else pictures.unsqueeze(0)
        found = self._embed(weights, flat, mode.statistics, mode.measured, self.blocks.pooled)
        return found.view(*pictures.shape[:-2], self.blocks.features)

    @torch.no_grad()
    def encode_pool(self, weights: Mapping[str, Tensor], pictures: Tensor) -> Tensor:
        """Return the features (P, E) of many pictures (P, S, S) with running statistics, a few hundred at a time."""
        return torch.cat([self.encode(weights, part) for part in torch.split(pictures, _AT_ONCE)])

    def loss(self, weights: Mapping[str, Tensor], support: Tensor, query: Tensor, mode: Mode | None = None) -> Lesson:
        """Return what B episodes teach. Batch normalization of an episode takes all B for one batch.

        Args:
            weights: those with `requires_grad` are learned.
            support: (B, N, K, S, S).
            query: (B, N, Q, S, S).
            mode: of the pass; None: statistics of the episode.
        """
        mode = mode or Mode("episode")
        (batch, ways, shots), queries = support.shape[:3], query.shape[2]
        features = self.encode(weights, torch.cat([support.flatten(1, 2), query.flatten(1, 2)], 1), mode)
        supports, asked = torch.split(features, [ways * shots, ways * queries], 1)  # (B, NK, E), (B, NQ, E)
        labels, wanted = by_class(batch, ways, shots, support), by_class(batch, ways, queries, query)
        answer = self.compare(weights, supports, labels, asked, ways, mode)
        with torch.no_grad():
            accuracy = float(answer.accuracy(wanted).mean())
        return Lesson(self.objective(answer, wanted), accuracy)

    @torch.no_grad()
    def answer(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> A:
        """Return the answer to pictures: with "episode" statistics, supports and queries are one batch.

        Args:
            weights: as in `initial`.
            supports: (M, S, S), M may be 0.
            labels: (M,), 0 to N - 1.
            queries: (Q, S, S).
            ways: N.
            mode: of the pass; None: running statistics.
        """
        features = self.encode(weights, torch.cat([supports, queries]), mode)
        known, asked = torch.split(features, [len(supports), len(queries)])
        return self.compare(weights, known, labels, asked, ways, mode)


def by_class(batch: int, ways: int, each: int, like: Tensor) -> Tensor:
    """Return the labels of `each` pictures of every class, class by class, in every episode: (B, N * each)."""
    return torch.arange(ways, device=like.device).repeat_interleave(each).expand(batch, -1)
