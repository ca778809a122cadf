"""Trains the start of one method, and Meta-SGD's rates, by Adam or plain descent."""

from __future__ import annotations

from typing import final

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.fewshot.outer import RULES, OuterRule
from metascope.simulator.learners.picture_maml import reference
from metascope.simulator.learners.picture_maml.networks import Network, Weights
from metascope.simulator.learners.picture_maml.plan import Engine, Kind, Lesson, Plan, Tasks, parted
from metascope.simulator.learners.rules import clip
from metascope.simulator.learners.trained import Trained


@final
class MetaTraining:
    """A start that is learned, and what its optimizer remembers.

        training = MetaTraining(network, "maml", network.initial(generator))
        training.step(Tasks.of_episodes(support, query), Plan(steps=1, rate=0.5), rate=1e-2)

    Args:
        network: the sizes.
        kind: which method's.
        weights: the initial start, without rates; they are copied.
        rates: Meta-SGD's initial rates: one number, or drawn as published; other methods have none.
        rule: of the outer optimizer; "sgd" with Reptile's epsilon as the rate is its interpolation.
        largest: norm to which meta-gradients are clipped; None: they are not.
        device: of weights and optimizer; None: that of the given weights.
        engine: what computes lessons.
    """

    def __init__(
        self,
        network: Network,
        kind: Kind,
        weights: Weights,
        *,
        rates: float | Generator = 0.5,
        rule: OuterRule = "adam",
        largest: float | None = None,
        device: torch.device | None = None,
        engine: Engine = reference,
    ) -> None:
        self.network, self.kind, self._largest, self._engine = network, kind, largest, engine
        if kind == "meta_sgd":
            weights = weights | reference.rates_of(network, rates, next(iter(weights.values())))
        self._trained = Trained(weights, (), RULES[rule], device)

    @property
    def weights(self) -> Weights:
        """Return the weights themselves, by name; Meta-SGD's rates are among them, as "rate." and the weight's name."""
        return self._trained.weights

    @property
    def start(self) -> Weights:
        """Return the weights without rates."""
        return parted(self.weights)[0]

    def step(self, tasks: Tasks, plan: Plan, rate: float, order: Tensor | None = None) -> Lesson:
        """Do one meta-step, and return the lesson before it.

        Args:
            tasks: to learn from.
            plan: how to adapt.
            rate: of the outer optimizer.
            order: Reptile's minibatches, as `minibatches` draws them; None: every inner step takes all pictures.
        """
        lesson = self._engine.lesson(self.network, self.kind, self.weights, tasks, plan, order)
        gradient = torch.cat([lesson.slopes[name].reshape(-1) for name in self.weights])
        if self._largest is not None:
            clip(gradient, self._largest, "norm")
        self._trained.rule.step(self._trained.vector, gradient, rate)
        return lesson

    def tensors(self, prefix: str) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        return self._trained.tensors(prefix)

    def forget(self) -> None:
        """Start the optimizer again, in place, after other weights were loaded."""
        self._trained.forget()


def minibatches(tasks: int, among: int, steps: int, each: int, generator: Generator) -> Tensor:
    """Return places (k, T, m) of each inner step's pictures: for each task a new permutation of all per epoch.

    Args:
        tasks: T.
        among: pictures of a task, supports and queries.
        steps: k.
        each: m.
        generator: of the order.
    """
    epochs = -(-steps * each // among)
    order = torch.rand(tasks, epochs, among, generator=generator).argsort(-1).flatten(1)
    return order[:, : steps * each].view(tasks, steps, each).transpose(0, 1)
