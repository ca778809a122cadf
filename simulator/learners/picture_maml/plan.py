"""Says what is adapted to, how, and what came of it: tasks, plans, lessons.

Axes: T tasks, M supports and Q queries of each in any order, S pixels along an edge, N ways, k inner steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.picture_maml.networks import HEAD, Network, Weights

Kind = Literal["maml", "fomaml", "anil", "meta_sgd", "reptile"]
KINDS: tuple[Kind, ...] = ("maml", "fomaml", "anil", "meta_sgd", "reptile")
Statistics = Literal["batch", "support"]
Label = Literal["mean", "class", "sum"]
RATE = "rate."  # before a weight's name: Meta-SGD's rates of it


@dataclass(frozen=True)
class Examples:
    """Pictures of T tasks, and their classes."""

    pictures: Tensor  # (T, M, S, S), ink 1 on paper 0
    labels: Tensor  # (T, M), 0 to N - 1

    def joined(self, other: Examples) -> Examples:
        """Return both, these first."""
        return Examples(torch.cat([self.pictures, other.pictures], 1), torch.cat([self.labels, other.labels], 1))

    def part(self, tasks: slice) -> Examples:
        """Return some of the tasks."""
        return Examples(self.pictures[tasks], self.labels[tasks])


@dataclass(frozen=True)
class Tasks:
    """T tasks: examples to adapt to, and others of the same classes to judge by."""

    support: Examples
    query: Examples

    @staticmethod
    def of_episodes(support: Tensor, query: Tensor) -> Tasks:
        """Return episodes of pictures (T, N, K, S, S) and (T, N, Q, S, S), class by class, as tasks."""
        found = []
        for pictures in (support, query):
            labels = torch.arange(pictures.shape[1], device=pictures.device).repeat_interleave(pictures.shape[2])
            found.append(Examples(pictures.flatten(1, 2), labels.expand(len(pictures), -1)))
        return Tasks(*found)

    @property
    def count(self) -> int:
        """Return T."""
        return len(self.support.pictures)

    def part(self, tasks: slice) -> Tasks:
        """Return some of the tasks."""
        return Tasks(self.support.part(tasks), self.query.part(tasks))


@dataclass(frozen=True)
class Plan:
    """How a start adapts.

    Attributes:
        steps: k, of gradient descent on all supports (of Reptile in training, on a minibatch).
        rate: alpha, of the mean cross-entropy of the supports; Meta-SGD has rates of its own. See `mean_rate`.
        statistics: by which queries are normalized. "batch": those of all queries of the task, as in the programs of
            MAML and Reptile, so that queries help each other (transductive); "support": those of the supports alone,
            so that each query is answered by itself. Supports are always normalized by their own.
    """

    steps: int = 1
    rate: float = 0.5
    statistics: Statistics = "batch"


@dataclass(frozen=True)
class Lesson:
    """What T tasks have taught."""

    loss: Tensor  # () mean cross-entropy of the queries after adapting; of Reptile: of the last minibatches
    accuracy: Tensor  # () share of the same that were right
    slopes: Weights  # the (approximate) meta-gradient, by name: mean over tasks


@dataclass(frozen=True)
class Moment:
    """Where T tasks are after some inner steps."""

    weights: Weights  # of each task, (T, ...)
    support: Tensor  # scores of the supports, (T, M, N)
    query: Tensor  # scores of the queries, (T, Q, N)

    def losses(self, tasks: Tasks) -> tuple[Tensor, Tensor]:
        """Return the mean cross-entropies of supports and of queries, (T,) each."""
        both = ((self.support, tasks.support.labels), (self.query, tasks.query.labels))
        found = [F.cross_entropy(scores.mT, labels, reduction="none").mean(-1) for scores, labels in both]
        return found[0], found[1]

    def accuracies(self, tasks: Tasks) -> Tensor:
        """Return the shares (T,) of queries that are right."""
        return (self.query.argmax(-1) == tasks.query.labels).to(self.query.dtype).mean(-1)


class Engine(Protocol):
    """What `reference` and `fast` promise: both are modules with these functions."""

    def lesson(
        self, network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan, order: Tensor | None = None
    ) -> Lesson:
        """Return what tasks teach; see `reference.lesson`."""
        ...

    def walk(self, network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan) -> Iterator[Moment]:
        """Yield the tasks before the first inner step and after each; see `reference.walk`."""
        ...


def adapting(kind: Kind, network: Network) -> tuple[str, ...]:
    """Return the names of the weights that adapt to a task: ANIL's head alone, else all."""
    return HEAD if kind == "anil" else tuple(network.shapes())


def mean_rate(rate: float, label: Label, ways: int, shots: int) -> float:
    """Return the rate of the mean cross-entropy that makes the same step as `rate` of another.

    Papers write the same step with three numbers: of the mean over all N K supports (most programs for PyTorch); of
    the sum over the classes of means over K, N times as much (Finn's program, whose 0.4 on 5 ways is 2.0 here); of the
    sum over all.

    Args:
        rate: as written.
        label: of which loss: "mean", "class" for the sum over classes of the mean over K, or "sum".
        ways: N.
        shots: K.
    """
    return rate * {"mean": 1, "class": ways, "sum": ways * shots}[label]


def parted(weights: Weights) -> tuple[Weights, Weights]:
    """Return the start, and Meta-SGD's rates by the names of the weights, none of another method."""
    rates = {name.removeprefix(RATE): rate for name, rate in weights.items() if name.startswith(RATE)}
    return {name: weight for name, weight in weights.items() if not name.startswith(RATE)}, rates
