"""Implements learning from imaginary data: a generator adds examples to each class, and is learned with the rest.

Wang et al., "Low-Shot Learning from Imaginary Data" (2018). Of a class with K supports, n_aug - K are imagined: each
from a seed, drawn with replacement from the class's supports, and noise z. The generator G(x, z), three linear layers
with ReLU, begins as the identity of x, which it is exactly as long as no feature is negative, as after ReLU. Distances
from prototypes are taken after a head of two layers with ReLU; the loss reaches the generator through the prototypes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor
from typing_extensions import override

from metascope.simulator.learners.embedding import fast
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Weights
from metascope.simulator.learners.metric.answer import Cost
from metascope.simulator.learners.metric.distances import squared_distances
from metascope.simulator.learners.metric.grouping import counts, only_present, sums
from metascope.simulator.learners.metric.learner import Learner, Mode
from metascope.simulator.learners.metric.prototypes import PrototypesAnswer

_LAYERS = 3  # of the generator
_HEAD = ("head1", "head2")


@dataclass(frozen=True)
class ImaginedAnswer(PrototypesAnswer):
    """An answer with imagined examples; all points are in the space of the head, as they are compared.

    G is n_aug, or 0 if every class has enough supports: more than needed, so that a place in it always has the same
    noise, whatever the number of supports.
    """

    examples: Tensor  # (..., N, G, H) imagined
    seeds: Tensor  # (..., N, G) which support each was imagined from
    exists: Tensor  # (..., N, G) whether it was: a class has n_aug examples, real and imagined, or more real ones


@final
class Imagined(Learner[ImaginedAnswer]):
    """Adds imagined examples, then compares with prototypes.

    Weights beside the embedding's: "generator1.weights" (E, 2E), "generator2.weights" and "generator3.weights" (E, E),
    "head1.weights" and "head2.weights" (E, E), each with a "bias" (E,).

    Args:
        blocks: the sizes of the embedding.
        augmented: n_aug, examples of each class, real and imagined.
        embed: what embeds.
    """

    def __init__(self, blocks: Blocks, augmented: int = 5, embed: Embed = fast.embed) -> None:
        super().__init__(blocks, embed)
        self.augmented = augmented

    @override
    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        """Return initial weights: the generator is the identity; the head is uniform within 1 / sqrt E, as torch's."""
        weights = super().initial(generator, dtype)
        e = self.blocks.features
        for layer in range(_LAYERS):
            weights[f"generator{layer + 1}.weights"] = torch.eye(e, 2 * e if layer == 0 else e, dtype=dtype)
            weights[f"generator{layer + 1}.bias"] = torch.zeros(e, dtype=dtype)
        for name in _HEAD:
            uniform = torch.rand(e, e + 1, generator=generator, dtype=dtype).mul_(2).sub_(1).div_(math.sqrt(e))
            weights[f"{name}.weights"], weights[f"{name}.bias"] = uniform[:, :-1].clone(), uniform[:, -1].clone()
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
    ) -> ImaginedAnswer:
        number = counts(labels, ways)
        missing = torch.where(number > 0, (self.augmented - number).clamp(min=0), 0)  # (..., N)
        known, asked = head(weights, supports), head(weights, queries)
        if labels.shape[-1] and bool(missing.any()):
            draws = mode.draws if mode is not None and mode.draws is not None else _always()
            chance = torch.rand(*missing.shape, self.augmented, generator=draws).to(labels.device)
            seeds = _seeds(labels, number, chance)
            examples = head(weights, imagine(weights, _gathered(supports, seeds), draws))
        else:
            seeds = labels.new_zeros(*missing.shape, 0)
            examples = known.new_zeros(*seeds.shape, known.shape[-1])
        exists = torch.arange(seeds.shape[-1], device=labels.device) < missing.unsqueeze(-1)  # (..., N, G)
        total = sums(known, labels, ways) + (examples * exists.unsqueeze(-1)).sum(-2)
        prototypes = total / (number + missing).clamp(min=1).unsqueeze(-1)
        distances = squared_distances(asked, prototypes)
        return ImaginedAnswer(
            known,
            labels,
            asked,
            only_present(-distances, labels, ways),
            prototypes=prototypes,
            distances=distances,
            examples=examples,
            seeds=seeds,
            exists=exists,
        )

    @override
    def cost(self, ways: int, shots: int) -> Cost:
        e = self.blocks.features
        return Cost(ways * e, self.blocks.multiply_adds, len(_HEAD) * e**2 + ways * e)


def imagine(weights: Mapping[str, Tensor], seeds: Tensor, draws: Generator | None = None) -> Tensor:
    """Return G(x, z) for features x (..., E), with z as large, normal: (..., E).

    Args:
        weights: as in `Imagined.initial`.
        seeds: x.
        draws: of z; None: the same in each call.
    """
    noise = torch.randn(seeds.shape, generator=draws or _always(), dtype=seeds.dtype).to(seeds.device)
    found = torch.cat([seeds, noise], -1)
    for layer in range(_LAYERS):
        found = _layer(weights, f"generator{layer + 1}", found)
    return found


def head(weights: Mapping[str, Tensor], features: Tensor) -> Tensor:
    """Return what the head makes of features (..., E): (..., E)."""
    for name in _HEAD:
        features = _layer(weights, name, features)
    return features


def _layer(weights: Mapping[str, Tensor], name: str, features: Tensor) -> Tensor:
    return F.linear(features, weights[f"{name}.weights"], weights[f"{name}.bias"]).relu()


def _seeds(labels: Tensor, number: Tensor, chance: Tensor) -> Tensor:
    """Return a support of each class (..., N, G) for each chance in [0, 1), (..., N, G); of an empty class any."""
    by_class = labels.argsort(stable=True, dim=-1)
    first = number.cumsum(-1) - number  # (..., N) where each class begins among them
    place = first.unsqueeze(-1) + (chance * number.unsqueeze(-1)).long()
    flat = place.clamp(max=labels.shape[-1] - 1).flatten(-2)
    return by_class.gather(-1, flat).view(chance.shape)


def _gathered(supports: Tensor, seeds: Tensor) -> Tensor:
    """Return the supports (..., M, E) at seeds (..., N, G): (..., N, G, E)."""
    flat = seeds.flatten(-2).unsqueeze(-1).expand(*seeds.shape[:-2], -1, supports.shape[-1])
    return supports.gather(-2, flat).view(*seeds.shape, -1)


def _always() -> Generator:
    return torch.Generator().manual_seed(0)
