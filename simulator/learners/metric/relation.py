"""Implements Relation Networks: how alike a query and a class are is learned too.

Sung et al., "Learning to Compare: Relation Network for Few-Shot Learning" (2018). The maps of a class's supports are
summed; a class's and a query's maps together go through two blocks of convolution and two linear layers to a score
between 0 and 1, which is to be 1 for the right class and 0 for others, in squared error. Here all convolutions are
padded, support and query are normalized as one batch, and running statistics exist: the authors' program never uses
any, so its accuracies are those with statistics of the episode.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding import compiled, fast, reference
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Start, Weights, initial_block
from metascope.simulator.learners.metric.answer import Answer, Cost
from metascope.simulator.learners.metric.grouping import only_present, sums
from metascope.simulator.learners.metric.learner import Learner, Mode

_BLOCKS = ("relation1", "relation2")
_HIDDEN, _OUTPUT = "hidden", "output"
_UNITS = 8  # of the hidden layer
_NEAR = 0.02  # of the plateau's loss


@dataclass(frozen=True)
class RelationAnswer(Answer):
    """An answer by scores; a class's probability is its share of them. Supports and queries are maps, flattened."""

    summed: Tensor  # (..., N, E) the sum of each class's maps
    scores: Tensor  # (..., Q, N) between 0 and 1


def plateau(ways: int) -> float:
    """Return the loss of the best constant score, 1 / N: (1 / N)(1 - 1 / N), where training can stay."""
    return (1 - 1 / ways) / ways


def on_plateau(loss: float, ways: int) -> bool:
    """Return whether a loss, best a mean over some meta-steps, is within 2 % of the plateau's."""
    return abs(loss - plateau(ways)) <= _NEAR * plateau(ways)


@final
class Relation(Learner[RelationAnswer]):
    """Scores each class with a network: "relation1", "relation2" as blocks, then "hidden" and "output".

    Args:
        blocks: the sizes of the embedding; only its first block or blocks should pool, so that maps are left.
        start: "default": torch's; "published": that of the authors' program, with linear weights of .01 and biases of
            1, all of whose first scores are sigma(1): it tends to remain on the plateau.
        embed: what embeds.
    """

    def __init__(self, blocks: Blocks, start: Start = "default", embed: Embed = fast.embed) -> None:
        super().__init__(blocks, embed)
        self._pairs = compiled if embed is compiled.embed else fast  # what convolves pairs
        self.start = start
        first = Blocks(blocks.sides[-1], blocks.width, 1, pooled=_halves(blocks.sides[-1]))
        second = replace(first, side=first.sides[-1], pooled=_halves(first.sides[-1]))
        self._pools = (bool(first.pooled), bool(second.pooled))
        self._sides = (first.side, second.side, second.sides[-1])

    @override
    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        width = self.blocks.width
        weights = reference.initial(self.blocks, generator, dtype, self.start)
        for name, given in zip(_BLOCKS, (2 * width, width), strict=True):
            weights |= initial_block(name, given, width, generator, dtype, self.start)
        for name, inputs, outputs in ((_HIDDEN, self._flat, _UNITS), (_OUTPUT, _UNITS, 1)):
            weights |= _linear(name, inputs, outputs, generator, dtype, self.start)
        return weights

    @override
    def compare(
        self,
        weights: Mapping[str, Tensor],
        supports: Tensor,
        labels: Tensor,
        queries: Tensor,
        ways: int,
        mode: Mode | None = None,
    ) -> RelationAnswer:
        summed = sums(supports, labels, ways)
        logits = self._relate(weights, summed, queries, mode or Mode())  # of the scores, (..., Q, N)
        shares = only_present(F.logsigmoid(logits), labels, ways)
        return RelationAnswer(supports, labels, queries, shares, summed=summed, scores=logits.sigmoid())

    @override
    def objective(self, answer: RelationAnswer, asked: Tensor) -> Tensor:
        """Return the mean squared error of all scores."""
        right = F.one_hot(asked, answer.scores.shape[-1]).to(answer.scores.dtype)
        return F.mse_loss(answer.scores, right)

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        width = self.blocks.width
        (first, second, _), flat = self._sides, self._flat
        pair = 9 * width**2 * (2 * first**2 + second**2) + _UNITS * (flat + 1)
        return Cost(ways * self.blocks.features, self.blocks.multiply_adds, ways * pair)

    @property
    def _flat(self) -> int:
        """Return the inputs of the hidden layer."""
        return self.blocks.width * self._sides[-1] ** 2

    def _relate(self, weights: Mapping[str, Tensor], summed: Tensor, queries: Tensor, mode: Mode) -> Tensor:
        """Return the scores before the sigmoid (..., Q, N) of classes (..., N, E) and queries (..., Q, E)."""
        shape = (*queries.shape[:-1], summed.shape[-2])  # (..., Q, N)
        given = (self.blocks.width, self._sides[0], self._sides[0])
        one, other = (part.reshape(-1, part.shape[-2], *given) for part in (summed, queries))
        (first, second), how = _BLOCKS, (mode.statistics, mode.measured)
        maps = self._pairs.convolve_pairs(weights, first, one, other, self._pools[0], *how)  # of (... Q N) pairs
        maps = self._pairs.convolve(weights, second, maps, self._pools[1], *how)
        hidden = F.linear(maps.flatten(1), weights[f"{_HIDDEN}.weights"], weights[f"{_HIDDEN}.bias"]).relu()
        return F.linear(hidden, weights[f"{_OUTPUT}.weights"], weights[f"{_OUTPUT}.bias"]).view(shape)


def _halves(side: int) -> int:
    """Return how many blocks of one pool: a single pixel is not halved."""
    return 1 if side > 1 else 0


def _linear(name: str, inputs: int, outputs: int, generator: Generator, dtype: torch.dtype, start: Start) -> Weights:
    if start == "published":
        weight, bias = torch.randn(outputs, inputs, generator=generator, dtype=dtype) * 0.01, torch.ones(outputs)
        return {f"{name}.weights": weight, f"{name}.bias": bias.to(dtype)}
    drawn = torch.rand(outputs, inputs + 1, generator=generator, dtype=dtype).mul_(2).sub_(1).div_(math.sqrt(inputs))
    return {f"{name}.weights": drawn[:, :-1].clone(), f"{name}.bias": drawn[:, -1].clone()}
