"""Implements Matching Networks: a query's class is that of the supports it attends to.

Vinyals et al., "Matching Networks for One Shot Learning" (2016). Attention is the softmax of cosines, and a class's
probability is the attention that its supports have together. Cosines are at most 1, so without a temperature a single
query can give its own class at most e² / (e² + N - 1) if the others are opposite, .649 of 5 ways, and e / (e + N - 1),
.405, if no feature is negative, as after ReLU. A learned temperature, which is not in the paper, takes the cap away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import torch
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding import fast
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Weights
from metascope.simulator.learners.metric.answer import Answer, Cost
from metascope.simulator.learners.metric.distances import cosines, starting_temperature, temperature
from metascope.simulator.learners.metric.grouping import log_sums
from metascope.simulator.learners.metric.learner import Learner, Mode


@dataclass(frozen=True)
class MatchingAnswer(Answer):
    """An answer by attention."""

    cosines: Tensor  # (..., Q, M)
    attention: Tensor  # (..., Q, M), rows sum to 1


@final
class Matching(Learner[MatchingAnswer]):
    """Attends to the supports.

    Args:
        blocks: the sizes of the embedding.
        tempered: multiply cosines by a temperature that is learned ("log_temperature", from log 10), or by 1.
        embed: what embeds.
    """

    def __init__(self, blocks: Blocks, tempered: bool = True, embed: Embed = fast.embed) -> None:
        super().__init__(blocks, embed)
        self.tempered = tempered

    @override
    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        weights = super().initial(generator, dtype)
        return weights | starting_temperature(dtype) if self.tempered else weights

    @override
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> MatchingAnswer:
        alike = cosines(queries, supports)
        scores = temperature(weights) * alike if self.tempered else alike
        return MatchingAnswer(
            supports, labels, queries, log_sums(scores, labels, ways), cosines=alike, attention=scores.softmax(-1)
        )

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        size = ways * shots * self.blocks.features
        return Cost(stored=size, embedding=self.blocks.multiply_adds, comparing=size)
