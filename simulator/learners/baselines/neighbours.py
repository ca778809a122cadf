"""Implements nearest neighbours on features: new classes are learned by remembering, and nothing old is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, final

import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding import fast
from metascope.simulator.learners.embedding.reference import Blocks, Embed
from metascope.simulator.learners.metric.answer import Answer, Cost
from metascope.simulator.learners.metric.distances import cosines, squared_distances
from metascope.simulator.learners.metric.grouping import largest, membership
from metascope.simulator.learners.metric.learner import Learner, Mode

Nearness = Literal["cosine", "euclidean"]


@dataclass(frozen=True)
class NeighboursAnswer(Answer):
    """An answer by the vote of the nearest supports; a class's probability is its share of the votes."""

    distances: Tensor  # (..., Q, M) squared, or 1 - cosine
    neighbours: Tensor  # (..., Q, k) nearest first; of fewer supports, all
    winners: Tensor  # (..., Q) of classes with equally many votes, that of the nearest

    @property
    @override
    def predicted(self) -> Tensor:
        return self.winners


@dataclass(frozen=True)
class BaseAccuracy:
    """What new classes in memory do to answers about old ones; before - after = stolen + lost - won."""

    before: float  # share right with the base classes' memory alone
    after: float  # with the new classes' added
    stolen: float  # right before, and answered with a new class after
    lost: float  # right before, and answered with another base class after: never if k = 1
    won: float  # wrong before and right after: never if k = 1


class Voting(Learner[NeighboursAnswer]):
    """Votes among the nearest supports, of whatever they are embedded by. Abstract."""

    def __init__(self, blocks: Blocks, k: int, nearness: Nearness, embed: Embed = fast.embed) -> None:
        super().__init__(blocks, embed)
        self.k, self.nearness = k, nearness

    @override
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> NeighboursAnswer:
        return vote(supports, labels, queries, ways, self.k, self.nearness)


@final
class Neighbours(Voting):
    """Votes among the nearest supports, in an embedding such as the classifier's.

    Args:
        blocks: the sizes of the embedding.
        k: neighbours that vote.
        nearness: by the cosine or the Euclidean distance.
        embed: what embeds.
    """

    def __init__(self, blocks: Blocks, k: int = 1, nearness: Nearness = "cosine", embed: Embed = fast.embed) -> None:
        super().__init__(blocks, k, nearness, embed)

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        size = ways * shots * self.blocks.features
        return Cost(stored=size, embedding=self.blocks.multiply_adds, comparing=size)


@final
class Pixels(Voting):
    """Votes among the supports with the nearest pixels: what can be had without learning.

    Args:
        side: S of the pictures.
        k: neighbours that vote.
        nearness: by the cosine or the Euclidean distance.
    """

    def __init__(self, side: int, k: int = 1, nearness: Nearness = "euclidean") -> None:
        super().__init__(Blocks(side, count=1), k, nearness)

    @override
    def encode(self, weights: Mapping[str, Tensor], pictures: Tensor, mode: Mode | None = None) -> Tensor:
        """Return the pixels (..., S * S)."""
        return pictures.flatten(-2)

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        size = ways * shots * self.blocks.side**2
        return Cost(stored=size, embedding=0, comparing=size)


def vote(
    supports: Tensor, labels: Tensor, queries: Tensor, ways: int, k: int = 1, nearness: Nearness = "cosine"
) -> NeighboursAnswer:
    """Return the vote of the k nearest supports; arguments as in `Learner.compare`."""
    distances = 1 - cosines(queries, supports) if nearness == "cosine" else squared_distances(queries, supports)
    near, nearest = distances.topk(min(k, supports.shape[-2]), largest=False, sorted=True)  # (..., Q, k)
    whose = labels.unsqueeze(-2).expand(distances.shape).gather(-1, nearest)
    votes = membership(whose, ways, queries.dtype).sum(-2)  # (..., Q, N)
    most = votes == votes.amax(-1, keepdim=True)
    closest = largest(-near.unsqueeze(-2), whose, ways).squeeze(-2)  # (..., Q, N) minus the nearest of each class
    winners = closest.masked_fill(~most, -torch.inf).argmax(-1)
    return NeighboursAnswer(
        supports, labels, queries, votes.log(), distances=distances, neighbours=nearest, winners=winners
    )


def base_accuracy(
    memory: Tensor,
    classes: Tensor,
    new: Tensor,
    queries: Tensor,
    asked: Tensor,
    k: int = 1,
    nearness: Nearness = "cosine",
) -> BaseAccuracy:
    """Return how well base classes are recognized before and after new classes are remembered too.

    Args:
        memory: features of base classes, (M, E).
        classes: theirs, (M,).
        new: features of new classes, (M', E).
        queries: features of base classes, (Q, E).
        asked: theirs, (Q,).
        k: neighbours that vote.
        nearness: by the cosine or the Euclidean distance.
    """
    foreign = int(max(classes.max(), asked.max())) + 1  # the class of all that is new
    both = torch.cat([memory, new]), torch.cat([classes, classes.new_full((len(new),), foreign)])
    before = vote(memory, classes, queries, foreign + 1, k, nearness).predicted
    after = vote(*both, queries, foreign + 1, k, nearness).predicted
    was, is_now, taken = before == asked, after == asked, after == foreign

    def share(which: Tensor) -> float:
        return float(which.double().mean())

    return BaseAccuracy(
        share(was), share(is_now), share(was & taken), share(was & ~is_now & ~taken), share(~was & is_now)
    )
