"""Measures every start on the same held-out episodes: accuracy and loss against inner steps, and what the layers do."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import final

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import finite_single, half_interval, single
from metascope.simulator.episodes.frame import Accuracy
from metascope.simulator.learners.baselines.neighbours import Pixels
from metascope.simulator.learners.metric.evaluation import episode_accuracy
from metascope.simulator.learners.picture_maml import reference
from metascope.simulator.learners.picture_maml.evaluation import Adaptation, adaptation
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Perceptron, Weights
from metascope.simulator.learners.picture_maml.plan import Engine, Moment, Plan, Tasks
from metascope.simulator.learners.picture_maml.training import MetaTraining
from metascope.simulator.stories.picture_starts.frame import Layers, MetaTest
from metascope.simulator.stories.picture_starts.names import ANIL, META_SGD
from metascope.simulator.stories.picture_starts.settings import DRAWN, StartsSettings
from metascope.simulator.stories.picture_starts.teaching import frozen_rates, kind_of, layer_names, plan_of
from metascope.simulator.tasks.episodes import EpisodeTask
from metascope.simulator.tasks.held_out import all_pixels, measured_episodes

_FEW = 10  # episodes over which the similarity of features is averaged
HEAD = "head"


@final
class Judge:
    """Measures on held-out episodes that are drawn once.

    Args:
        settings: of the run.
        task: draws held-out episodes.
        network: the sizes.
        device: of the starts.
        engine: by which they adapt.
    """

    def __init__(
        self, settings: StartsSettings, task: EpisodeTask, network: Network, device: torch.device, engine: Engine
    ) -> None:
        self._network, self._engine = network, engine
        drawn = measured_episodes(task, settings.seed, DRAWN)
        support, query = drawn.support, drawn.query
        flat = all_pixels(task, torch.device("cpu")).flatten(1)
        self._pixels = episode_accuracy(Pixels(settings.side), {}, flat, support, query)
        support, query = (rows[: settings.test_episodes] for rows in (support, query))
        self._tasks = Tasks.of_episodes(task.pixels(support).to(device), task.pixels(query).to(device))

    @property
    def pixels(self) -> Accuracy:
        """Return the accuracy of the nearest neighbour on pixels."""
        found = self._pixels
        return Accuracy(step=0, episodes=len(found.each), mean=found.mean, half=found.margin)

    def measure(self, settings: StartsSettings, starts: Mapping[str, MetaTraining], step: int) -> MetaTest:
        """Return what every start comes to on the held-out episodes.

        Args:
            settings: as they are now.
            starts: by method.
            step: meta-steps done.
        """
        found = [
            adaptation(
                self._network, kind_of(method), start.weights, self._tasks, self._plan(settings, method), self._engine
            )
            for method, start in starts.items()
        ]
        accuracy = torch.stack([each.query_accuracies for each in found], 1)  # (J + 1, M, B)
        loss = torch.stack([each.query_losses for each in found], 1)
        support = torch.stack([each.support_losses for each in found], 1)
        return MetaTest(
            step=step,
            episodes=self._tasks.count,
            accuracy=single(accuracy.mean(-1)),
            accuracy_half=single(half_interval(accuracy)),
            loss=finite_single(loss.mean(-1)),
            loss_half=finite_single(half_interval(loss)),
            support_loss=finite_single(support.mean(-1)),
            support_loss_half=finite_single(half_interval(support)),
            layers=self._layers(settings, starts, found),
        )

    def _plan(self, settings: StartsSettings, method: str) -> Plan:
        return plan_of(settings, method, settings.test_steps)

    def _layers(
        self, settings: StartsSettings, starts: Mapping[str, MetaTraining], found: Sequence[Adaptation]
    ) -> Layers:
        """Return what the layers do on the first episodes, given what all came to where all layers adapt."""
        count = min(settings.layer_episodes, settings.test_episodes)
        tasks, names = self._tasks.part(slice(0, count)), layer_names(self._network)
        moved, alike, frozen, body = [], [], [], []
        for (method, start), whole in zip(starts.items(), found, strict=True):
            plan = self._plan(settings, method)
            *_, last = self._engine.walk(self._network, kind_of(method), start.weights, tasks, plan)
            moved.append(changes(start.start, last.weights, names).mean(0))
            alike.append(similarities(self._network, start.start, last, tasks.part(slice(0, _FEW)), plan))
            adapting = frozenset(names[-1:] if method == ANIL else names)
            sets = [adapting & frozenset(names[first:]) for first in range(len(names) + 1)]
            sets.append(adapting - {HEAD})
            before, after = (whole.query_accuracies[step, :count] for step in (0, -1))
            known = {frozenset[str](): before, adapting: after}
            for chosen in sets:
                if chosen not in known:
                    known[chosen] = self._adapted(start, tasks, plan, chosen)
            accuracies = torch.stack([known[chosen] for chosen in sets])  # (L + 2, B)
            frozen.append(accuracies[:-1])
            body.append(accuracies[-1])
        return Layers(
            episodes=count,
            moved=finite_single(torch.stack(moved)),
            alike=finite_single(torch.stack(alike)),
            frozen=single(torch.stack(frozen).mean(-1)),
            frozen_half=single(half_interval(torch.stack(frozen))),
            body=single(torch.stack(body).mean(-1)),
            body_half=single(half_interval(torch.stack(body))),
        )

    def _adapted(self, start: MetaTraining, tasks: Tasks, plan: Plan, adapting: frozenset[str]) -> Tensor:
        """Return the accuracy (B,) of each episode after steps by which some layers move alone."""
        kind, given = "meta_sgd", frozen_rates(self._network, start.weights, plan, adapting)
        if adapting == {HEAD} and start.kind != META_SGD:
            kind, given = "anil", start.start  # the same, without the gradients of what stays
        return adaptation(self._network, kind_of(kind), given, tasks, plan, self._engine).query_accuracies[-1]


def changes(start: Weights, adapted: Weights, names: tuple[str, ...]) -> Tensor:
    """Return |theta - phi| / |phi| of each layer's weights, (T, L).

    Args:
        start: phi, by name.
        adapted: theta of T tasks, (T, ...) by name.
        names: of the layers, (L,).
    """
    found = []
    for layer in names:
        own = [name for name in start if name.partition(".")[0] == layer]
        whole = torch.cat([start[name].flatten() for name in own])
        ways = torch.cat([(adapted[name] - start[name]).flatten(1) for name in own], 1)
        found.append(ways.norm(dim=1) / whole.norm().clamp(min=1e-30))
    return torch.stack(found, 1)


def similarities(network: Network, start: Weights, last: Moment, tasks: Tasks, plan: Plan) -> Tensor:
    """Return linear CKA of what each layer makes of queries before and after adapting, (L,), mean over the tasks."""
    found = []
    for t in range(tasks.count):
        theta = {name: weight[t] for name, weight in last.weights.items()}
        support, query = tasks.support.pictures[t], tasks.query.pictures[t]
        counted = len(support) if plan.statistics == "support" else None
        pictures = query if counted is None else torch.cat([support, query])
        rows = slice(counted or 0, None)
        pairs = [
            tuple(reference.features(part, weights, pictures, counted)[rows] for weights in (start, theta))
            for part in (_first(network, count + 1) for count in range(len(network.names)))
        ]
        pairs.append(tuple(reference.scores(network, weights, pictures, counted)[rows] for weights in (start, theta)))
        found.append(torch.stack([cka(before, after) for before, after in pairs]))
    return torch.stack(found).mean(0)


def cka(x: Tensor, y: Tensor) -> Tensor:
    """Return the linear centred kernel alignment () of features (Q, D) and (Q, E) (Kornblith et al., 2019)."""
    x, y = x - x.mean(0), y - y.mean(0)
    a, b = x @ x.T, y @ y.T
    alike: Tensor = (a * b).sum() / (a.norm() * b.norm()).clamp(min=1e-30)
    return alike


def _first(network: Network, count: int) -> Network:
    """Return the first blocks or layers of a network, whose features are what the last of them gives."""
    if isinstance(network, Convolutional):
        return replace(network, count=count, reading="flat")
    assert isinstance(network, Perceptron)
    return replace(network, units=network.units[:count])


def metrics_of(settings: StartsSettings, test: MetaTest, pixels: Accuracy) -> dict[str, float]:
    """Return the metrics of a measurement: accuracy after all steps, and before and after some."""
    found = {"pixels.accuracy": pixels.mean, "pixels.ci": pixels.half}
    for index, method in enumerate(settings.methods):
        found[f"{method}.accuracy"] = float(test.accuracy[-1, index])
        found[f"{method}.ci"] = float(test.accuracy_half[-1, index])
        for step in (0, 1):
            found[f"{method}.accuracy_{step}"] = float(test.accuracy[step, index])
    return {name: value for name, value in found.items() if math.isfinite(value)}


def test_state(test: MetaTest) -> dict[str, object]:
    """Return copies of everything that `test_of` needs."""
    found: dict[str, object] = {}
    for prefix, part in (("test.", test), ("layers.", test.layers)):
        for field in fields(part):
            value = getattr(part, field.name)
            if not isinstance(value, Layers):
                found[prefix + field.name] = value if isinstance(value, int) else torch.from_numpy(value.copy())
    return found


def test_of(state: Mapping[str, object]) -> MetaTest:
    """Return the measurement that `test_state` saved.

    Raises:
        ValueError: the state is invalid.
    """

    def read(prefix: str, kind: type[MetaTest | Layers]) -> dict[str, object]:
        names = [field.name for field in fields(kind) if field.name != "layers"]
        values = {name: state[prefix + name] for name in names}
        return {name: single(value) if isinstance(value, Tensor) else value for name, value in values.items()}

    return MetaTest(**read("test.", MetaTest), layers=Layers(**read("layers.", Layers)))  # type: ignore[arg-type]
