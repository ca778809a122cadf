"""Implements Siamese networks: is this the same class as that?

Koch et al., "Siamese Neural Networks for One-shot Image Recognition" (2015): the probability of "same" is a sigmoid of
weighted differences, p = sigma(sum alpha_j |h1_j - h2_j| + bias), learned from pairs; a query has the class of the
support with the largest probability. The bias is not in the paper: without it two equal pictures would have p = .5.
Here all pairs of a query and a support of an episode are learned from, one in N of which is the same.

The second reading is an embedding without alpha, learned by the triplet loss max(0, margin + d(a, p) - d(a, n)) with
squared distances of features of norm 1 (Schroff et al., "FaceNet", 2015).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding import fast
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Weights
from metascope.simulator.learners.metric.answer import Answer, Cost
from metascope.simulator.learners.metric.distances import differences, squared_distances
from metascope.simulator.learners.metric.grouping import largest
from metascope.simulator.learners.metric.learner import Learner, Mode

_ALPHA, _BIAS = "alpha", "bias"
_FIRST_ALPHA, _FIRST_BIAS = -0.5, 2.0  # with a random sign of alpha, as torch's layers have it, much is unlearned first


@dataclass(frozen=True)
class SiameseAnswer(Answer):
    """An answer by pairs. A class's logit is that of its best pair, so probabilities are in the ratio of the odds."""

    pairs: Tensor  # (..., Q, M) logits of "same"; of triplets, minus the squared distance per margin

    @property
    def same(self) -> Tensor:
        """Return the probability that query and support are of the same class, (..., Q, M)."""
        return self.pairs.sigmoid()


@final
class Siamese(Learner[SiameseAnswer]):
    """Judges pairs by weighted differences: weights "alpha" (E,) and "bias" ()."""

    @override
    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        """Return initial weights; with the start of alpha and bias, to differ speaks against "same" from the first."""
        weights = super().initial(generator, dtype)
        alpha = torch.full((self.blocks.features,), _FIRST_ALPHA, dtype=dtype)
        return weights | {_ALPHA: alpha, _BIAS: torch.tensor(_FIRST_BIAS, dtype=dtype)}

    @override
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> SiameseAnswer:
        pairs = differences(queries, supports).abs() @ weights[_ALPHA] + weights[_BIAS]
        return SiameseAnswer(supports, labels, queries, largest(pairs, labels, ways), pairs=pairs)

    @override
    def objective(self, answer: SiameseAnswer, asked: Tensor) -> Tensor:
        """Return the binary cross-entropy of all pairs of a query and a support."""
        same = answer.labels.unsqueeze(-2) == asked.unsqueeze(-1)
        return F.binary_cross_entropy_with_logits(answer.pairs, same.to(answer.pairs.dtype))

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        return _of_pairs(self.blocks, ways * shots)


@final
class Triplets(Learner[SiameseAnswer]):
    """Answers with the nearest support, and learns from triplets of a query, a support of its class, and another.

    Args:
        blocks: the sizes of the embedding.
        margin: by how much another class's support must be farther than one's own.
        embed: what embeds.
    """

    def __init__(self, blocks: Blocks, margin: float = 0.2, embed: Embed = fast.embed) -> None:
        super().__init__(blocks, embed)
        self.margin = margin

    @override
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> SiameseAnswer:
        known, asked = F.normalize(supports, dim=-1), F.normalize(queries, dim=-1)
        pairs = -squared_distances(asked, known) / self.margin
        return SiameseAnswer(known, labels, asked, largest(pairs, labels, ways), pairs=pairs)

    @override
    def objective(self, answer: SiameseAnswer, asked: Tensor) -> Tensor:
        """Return the mean of max(0, margin + d(a, p) - d(a, n)) over all triplets."""
        same = answer.labels.unsqueeze(-2) == asked.unsqueeze(-1)  # (..., Q, M)
        distances = -answer.pairs * self.margin
        hinge = F.relu(self.margin + distances.unsqueeze(-1) - distances.unsqueeze(-2))  # (..., Q, p, n)
        valid = same.unsqueeze(-1) & ~same.unsqueeze(-2)
        return (hinge * valid).sum() / valid.sum()

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        return _of_pairs(self.blocks, ways * shots)


def _of_pairs(blocks: Blocks, supports: int) -> Cost:
    size = supports * blocks.features
    return Cost(stored=size, embedding=blocks.multiply_adds, comparing=size)
