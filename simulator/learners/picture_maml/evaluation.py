"""Measures how well a start adapts to held-out episodes, before the first inner step and after each."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.learners.metric.evaluation import EpisodeAccuracy
from metascope.simulator.learners.picture_maml import reference
from metascope.simulator.learners.picture_maml.networks import Network, Weights
from metascope.simulator.learners.picture_maml.plan import Engine, Kind, Plan, Tasks

_TOGETHER = 2000  # pictures of the tasks that adapt at a time


@dataclass(frozen=True)
class Adaptation:
    """What B episodes came to, before the first inner step and after each."""

    support_losses: Tensor  # (k + 1, B) mean cross-entropies of the supports, that are adapted to
    query_losses: Tensor  # (k + 1, B) of the queries
    query_accuracies: Tensor  # (k + 1, B)

    @property
    def accuracies(self) -> list[EpisodeAccuracy]:
        """Return the accuracy of the queries with its 95 % confidence interval, before and after each step."""
        return [EpisodeAccuracy(each) for each in self.query_accuracies]


@torch.no_grad()
def adaptation(
    network: Network, kind: Kind, weights: Weights, tasks: Tasks, plan: Plan, engine: Engine = reference
) -> Adaptation:
    """Return what episodes come to, some of them at a time; arguments as of `reference.walk`."""
    pictures = tasks.support.labels.shape[1] + tasks.query.labels.shape[1]
    each = max(1, _TOGETHER // pictures)
    found: list[list[Tensor]] = [[], [], []]
    for begin in counted(say("adapting to held-out episodes"), range(0, tasks.count, each)):
        part = tasks.part(slice(begin, begin + each))
        moments = [
            (*moment.losses(part), moment.accuracies(part))
            for moment in engine.walk(network, kind, weights, part, plan)
        ]
        for kept, values in zip(found, zip(*moments, strict=True), strict=True):
            kept.append(torch.stack(values))
    return Adaptation(*(torch.cat(parts, 1) for parts in found))
