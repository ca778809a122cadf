"""Trains the weights of an embedding and what stands on it by Adam."""

from __future__ import annotations

from collections.abc import Callable
from typing import final

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.embedding.reference import Weights, follow, statistics_among
from metascope.simulator.learners.metric.learner import Lesson, Mode
from metascope.simulator.learners.rules import Adam, clip
from metascope.simulator.learners.trained import Trained

Teach = Callable[[Weights, Mode], Lesson]


@final
class MetaTraining:
    """Weights, Adam's moments and the running statistics of one method.

        training = MetaTraining(method.initial(generator))
        training.step(lambda weights, mode: method.loss(weights, support, query, mode), rate=3e-3)

    Args:
        weights: to begin with; they are copied.
        largest: norm to which gradients are clipped; None: they are not.
        device: of weights and optimizer; None: that of the given weights.
    """

    def __init__(self, weights: Weights, largest: float | None = None, device: torch.device | None = None) -> None:
        self._trained = Trained(weights, statistics_among(weights), Adam, device)
        self._largest = largest

    @property
    def weights(self) -> Weights:
        """Return the weights themselves, by name."""
        return self._trained.weights

    def step(self, teach: Teach, rate: float, draws: Generator | None = None) -> Lesson:
        """Do one meta-step, and let the running statistics follow those of its pictures.

        Args:
            teach: returns the lesson of given weights in a given mode.
            rate: of Adam.
            draws: of what a method imagines.
        """
        measured: Weights = {}
        with torch.enable_grad():
            vector = self._trained.vector.detach().requires_grad_()
            lesson = teach(self._trained.read(vector), Mode("episode", measured, draws))
            (gradient,) = torch.autograd.grad(lesson.loss, vector)
        if self._largest is not None:
            clip(gradient, self._largest, "norm")
        self._trained.rule.step(self._trained.vector, gradient, rate)
        follow(self._trained.weights, measured)
        return Lesson(lesson.loss.detach(), lesson.accuracy)

    def tensors(self, prefix: str) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        return self._trained.tensors(prefix)

    def forget(self) -> None:
        """Start the optimizer again, in place, after other weights were loaded."""
        self._trained.forget()
