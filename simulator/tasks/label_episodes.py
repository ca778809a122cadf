"""Draws episodes in which each label is shown one time step late, for memory-augmented networks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Generator, Tensor

from metascope.simulator.engine.arrays import half_interval
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.text import say
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.images.pictures import Pictures


@dataclass(frozen=True)
class Episodes:
    """B episodes. Axes: T time steps, B episodes, P pixels, C labels."""

    inputs: Tensor  # (T, B, P + C) a picture, then the label of the previous step: one-hot, zeros at first
    labels: Tensor  # (T, B) 0 to C - 1
    instances: Tensor  # (T, B) 1 where a class is seen for the first time, then 2 and so on
    classes: Tensor  # (T, B) which of the pictures' classes is shown
    drawings: Tensor  # (T, B) which of its drawings
    turns: Tensor  # (T, B) number of right angles by which it is rotated, counterclockwise


@dataclass(frozen=True)
class Plan:
    """What B episodes show, without the pictures. Axes as in `Episodes`."""

    rows: Tensor  # (T, B) as `EpisodeTask.pixels` has them
    labels: Tensor  # (T, B)

    @classmethod
    def joined(cls, plans: Sequence[Plan]) -> Plan:
        """Return the plan of several plans' episodes, one after another."""
        return cls(*(torch.cat([getattr(plan, name) for plan in plans], 1) for name in cls.__dataclass_fields__))


@final
class LabelEpisodes:
    """Draws episodes (Santoro et al. 2016, section 2): classes with random labels, their pictures in random order.

    T = `classes` * `images`. At each step a picture is shown and its label asked for; the label is shown at the next
    step. A network that does not remember earlier pictures with their labels can only guess.

    Args:
        pictures: to show, with pixels scaled to 0 to 1.
        classes: C of an episode.
        images: distinct images per class in an episode.
        turned: rotate each class of an episode by 0, 90, 180 or 270 degrees.
        dtype: of the inputs.
        device: of the episodes; None: the CPU. The CPU's generator draws them for every device.

    Raises:
        UserError: `classes` or `images` is too small, or larger than the number of classes or of drawings.
    """

    def __init__(
        self,
        pictures: Pictures,
        classes: int = 5,
        images: int = 10,
        turned: bool = True,
        dtype: torch.dtype = torch.float32,
        device: torch.device | None = None,
    ) -> None:
        _check(pictures, classes, images)
        self.classes, self.images, self.turned = classes, images, turned
        self.steps = classes * images  # T
        self.inputs = pictures.side**2 + classes  # X
        self._task = EpisodeTask(pictures, classes, images, 0, "class" if turned else "none", dtype)
        self.device = device or torch.device("cpu")

    def draw(self, batch: int, generator: Generator) -> Episodes:
        """Return `batch` episodes."""
        return self.show(self.plan(batch, generator))

    def plan(self, batch: int, generator: Generator) -> Plan:
        """Return what `batch` new episodes show, in a hundredth of the memory that they take."""
        drawn = self._task.draw(batch, generator).support.flatten(1)  # (B, T) by label
        order = torch.rand(batch, self.steps, generator=generator).argsort(-1)  # (B, T) of all C * images
        return Plan(drawn.gather(1, order).T, (order // self.images).T.contiguous())

    def show(self, plan: Plan) -> Episodes:
        """Return the episodes of a plan."""
        labels = plan.labels
        inputs = torch.empty(*labels.shape, self.inputs, dtype=self._task.dtype)
        pictures, told = inputs.split_with_sizes((self.inputs - self.classes, self.classes), -1)
        pictures.copy_(self._task.pixels(plan.rows).flatten(2))
        told.zero_()[1:].scatter_(-1, labels[:-1].unsqueeze(-1), 1)
        parts = (inputs, labels, _instances(labels, self.classes), *self._task.origins(plan.rows))
        return Episodes(*(part.to(self.device) for part in parts))


def accuracy_by_instance(predicted: Tensor, labels: Tensor, instances: Tensor) -> Tensor:
    """Return the share of first, second, ... instances that were labelled correctly: (K,) for instances 1 to K.

    Args:
        predicted: labels, (T, B).
        labels: (T, B).
        instances: (T, B), each of 1 to K at least once.
    """
    of = instances.flatten() - 1
    right = torch.bincount(of, weights=(predicted == labels).flatten().to(torch.float64))
    return right / torch.bincount(of)


def accuracy_interval(predicted: Tensor, labels: Tensor, instances: Tensor) -> Tensor:
    """Return half the width of the 95 % confidence interval of `accuracy_by_instance`: (K,); NaN for one episode.

    The answers of an episode depend on each other, so the interval is that of a mean over episodes.

    Args:
        predicted: labels, (T, B).
        labels: (T, B).
        instances: (T, B), each of 1 to K at least once in each episode.
    """
    episodes = labels.shape[1]
    if episodes < 2:  # there is no spread
        return torch.full((int(instances.max()),), torch.nan, dtype=torch.float64)
    most = int(instances.max())
    of = (instances - 1 + most * torch.arange(episodes, device=instances.device)).flatten()
    right = torch.bincount(of, weights=(predicted == labels).flatten().to(torch.float64))
    each = (right / torch.bincount(of)).view(episodes, most)  # (B, K)
    return half_interval(each, 0)


def ceiling(classes: int) -> float:
    """Return how often a perfect memory is right about first instances: it guesses among the labels not yet seen.

    Of C classes the j-th new one is guessed right with probability 1 / (C - j + 1): 0.4567 in the mean for 5.
    """
    return sum(1 / left for left in range(1, classes + 1)) / classes


def _instances(labels: Tensor, classes: int) -> Tensor:
    counts = F.one_hot(labels, classes).cumsum(0)  # (T, B, C)
    return counts.gather(-1, labels.unsqueeze(-1)).squeeze(-1)


def _check(pictures: Pictures, classes: int, images: int) -> None:
    problems = []
    if not 2 <= classes <= pictures.classes:
        sentence = "must be from 2 to {most}, the number of classes, not {got}"
        problems.append(Problem("classes", say(sentence, most=pictures.classes, got=classes)))
    if not 1 <= images <= pictures.drawings:
        sentence = "must be from 1 to {most}, the number of drawings per class, not {got}"
        problems.append(Problem("images", say(sentence, most=pictures.drawings, got=images)))
    if problems:
        raise UserError(problems)
