"""Implements an ordinary classifier of all classes mixed: what people did before they drew episodes.

It is trained on pictures of all classes together. For new classes its last layer is dropped: `neighbours` compares the
features that are left; or it gets more outputs and is trained on: `finetuning`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from metascope.simulator.learners.embedding import compiled, fast, reference
from metascope.simulator.learners.embedding.reference import Blocks, Embed, Weights
from metascope.simulator.learners.metric.learner import Lesson, Mode

WEIGHTS, BIAS = "classifier.weights", "classifier.bias"


@final
class Classifier:
    """An embedding and a linear layer: weights "classifier.weights" (C, E) and "classifier.bias" (C,).

    Args:
        blocks: the sizes of the embedding.
        classes: C, base classes.
        embed: what embeds.
    """

    def __init__(self, blocks: Blocks, classes: int, embed: Embed = fast.embed) -> None:
        self.blocks, self.classes, self._embed = blocks, classes, embed

    @property
    def fast(self) -> bool:
        """Return whether it embeds by the fast twin of the reference."""
        return self._embed is fast.embed

    @property
    def compiled(self) -> bool:
        """Return whether it embeds by compiled kernels."""
        return self._embed is compiled.embed

    def initial(self, generator: Generator, dtype: torch.dtype = torch.float32) -> Weights:
        """Return initial weights; those of the linear layer are uniform within 1 / sqrt E, as torch's."""
        weights = reference.initial(self.blocks, generator, dtype)
        e = self.blocks.features
        drawn = torch.rand(self.classes, e + 1, generator=generator, dtype=dtype).mul_(2).sub_(1).div_(math.sqrt(e))
        return weights | {WEIGHTS: drawn[:, :-1].clone(), BIAS: drawn[:, -1].clone()}

    def encode(self, weights: Mapping[str, Tensor], pictures: Tensor, mode: Mode | None = None) -> Tensor:
        """Return the features (M, E) of pictures (M, S, S); mode None: running statistics."""
        mode = mode or Mode()
        if not len(pictures):
            return pictures.new_zeros(0, self.blocks.features)
        return self._embed(weights, pictures, mode.statistics, mode.measured, self.blocks.pooled)

    def loss(
        self, weights: Mapping[str, Tensor], pictures: Tensor, classes: Tensor, mode: Mode | None = None
    ) -> Lesson:
        """Return what pictures (M, S, S) of classes (M,) teach; mode None: statistics of these pictures."""
        logits = scores(weights, self.encode(weights, pictures, mode or Mode("episode")))
        with torch.no_grad():
            accuracy = float((logits.argmax(-1) == classes).double().mean())
        return Lesson(F.cross_entropy(logits, classes), accuracy)


def scores(weights: Mapping[str, Tensor], features: Tensor) -> Tensor:
    """Return the logits of all classes (M, C) for features (M, E)."""
    return F.linear(features, weights[WEIGHTS], weights[BIAS])
