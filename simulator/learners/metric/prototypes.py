"""Implements Prototypical Networks: a class is the mean of its supports.

Snell et al., "Prototypical Networks for Few-shot Learning" (2017). A query's logits are minus its squared Euclidean
distances from the prototypes: a linear classifier with weights 2 c and biases -|c|². As a choice, they are cosines
times a learned temperature instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding import fast
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Weights
from metascope.simulator.learners.metric.answer import Answer, Cost
from metascope.simulator.learners.metric.distances import cosines, squared_distances, starting_temperature, temperature
from metascope.simulator.learners.metric.grouping import means, only_present
from metascope.simulator.learners.metric.learner import Learner, Mode

Distance = Literal["euclidean", "cosine"]


@dataclass(frozen=True)
class PrototypesAnswer(Answer):
    """An answer by the distances from prototypes."""

    prototypes: Tensor  # (..., N, E), zeros for a class without support
    distances: Tensor  # (..., Q, N) squared; of cosines, 1 - cosine


@final
class Prototypes(Learner[PrototypesAnswer]):
    """Compares with the mean of each class.

    Args:
        blocks: the sizes of the embedding.
        distance: squared Euclidean, or the cosine times a temperature that is learned ("log_temperature").
        embed: what embeds.
    """

    def __init__(self, blocks: Blocks, distance: Distance = "euclidean", embed: Embed = fast.embed) -> None:
        super().__init__(blocks, embed)
        self.distance = distance

    @override
    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        weights = super().initial(generator, dtype)
        return weights | starting_temperature(dtype) if self.distance == "cosine" else weights

    @override
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> PrototypesAnswer:
        prototypes = means(supports, labels, ways)
        if self.distance == "euclidean":
            distances = squared_distances(queries, prototypes)
            logits = -distances
        else:
            alike = cosines(queries, prototypes)
            distances, logits = 1 - alike, temperature(weights) * alike
        return PrototypesAnswer(
            supports, labels, queries, only_present(logits, labels, ways), prototypes=prototypes, distances=distances
        )

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        size = ways * self.blocks.features
        return Cost(stored=size, embedding=self.blocks.multiply_adds, comparing=size)
