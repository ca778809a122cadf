"""Trains the network and its rival, each one vector with an optimizer, on the same episodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from simulator.engine.randomness import generator
from simulator.engine.text import Message, say
from simulator.learners import rules
from simulator.learners.mann import backward, reference, rival
from simulator.learners.mann.backward import Workspace
from simulator.learners.mann.reference import Design, cost
from simulator.learners.mann.rival import RivalDesign
from simulator.learners.trained import Trained
from simulator.stories.mann.names import LSTM, MANN, METHODS
from simulator.stories.mann.settings import MannSettings
from simulator.tasks.label_episodes import Episodes, LabelEpisodes, accuracy_by_instance, accuracy_interval

_STREAMS = {MANN: 1, LSTM: 2}  # of random numbers


@dataclass(frozen=True)
class Sizes:
    """The sizes of both networks."""

    machine: Design
    rival: RivalDesign


@dataclass(frozen=True)
class Judgement:
    """How a network did on held-out episodes."""

    cost: float  # mean cross-entropy of an answer, in nats
    accuracy: tuple[float, ...]  # for the first, second, ... instance of a class, 0 to 1
    half: tuple[float, ...]  # half the width of its 95 % confidence interval, over the episodes


def sizes_of(settings: MannSettings, task: LabelEpisodes) -> Sizes:
    """Return the networks that the settings describe."""
    design = Design(
        inputs=task.inputs,
        outputs=task.classes,
        units=settings.units,
        heads=settings.heads,
        locations=settings.locations,
        width=settings.width,
        decay=settings.decay,
        sharpness=settings.sharpness,
        adds_key=settings.writes == "key",
    )
    return Sizes(design, RivalDesign(task.inputs, task.classes, settings.rival_units))


def begun(settings: MannSettings, sizes: Sizes, device: torch.device) -> dict[str, Trained]:
    """Return both networks with initial weights drawn from the seed, on a device."""
    draws = {name: generator(settings.seed, stream) for name, stream in _STREAMS.items()}
    rule = rules.RULES[settings.optimizer]
    return {
        MANN: Trained(reference.initial(sizes.machine, draws[MANN]), (), rule, device),
        LSTM: Trained(rival.initial(sizes.rival, draws[LSTM]), (), rule, device),
    }


class Teacher:
    """Trains both networks, one batch at a time, and evaluates them."""

    def __init__(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self._workspaces: dict[int, Workspace] = {}  # by the number of episodes

    def teach(self, trained: Mapping[str, Trained], batch: Episodes, settings: MannSettings) -> dict[str, float]:
        """Update both networks, the rival only if it is trained, and return each one's mean cost before the update.

        Raises:
            Diverged: a cost or a gradient became NaN or infinite; weights may have changed.
        """
        own, workspace = trained[MANN], self._workspace(batch.labels)
        lesson = backward.lesson(self._sizes.machine, own.weights, batch.inputs, batch.labels, workspace)
        paid = {MANN: lesson.cost}
        _move(own, lesson.gradient, settings)
        if settings.rival:
            other = trained[LSTM]
            outputs, gradient = rival.lesson(self._sizes.rival, other.weights, batch.inputs, batch.labels)
            paid[LSTM] = float(cost(outputs, batch.labels))
            _move(other, gradient, settings)
        return paid

    def judge(self, trained: Mapping[str, Trained], batches: Iterable[Episodes]) -> dict[str, Judgement]:
        """Return how both networks do on these episodes."""
        labels, instances = list[Tensor](), list[Tensor]()
        predicted, costs = {name: list[Tensor]() for name in METHODS}, dict.fromkeys(METHODS, 0.0)
        for batch in batches:
            labels.append(batch.labels)
            instances.append(batch.instances)
            for name, outputs in self._answers(trained, batch).items():
                predicted[name].append(outputs.argmax(-1))
                costs[name] += float(cost(outputs, batch.labels)) * batch.labels.shape[1]
        told, of = torch.cat(labels, 1), torch.cat(instances, 1)
        shares = {name: accuracy_by_instance(torch.cat(parts, 1), told, of) for name, parts in predicted.items()}
        halves = {name: accuracy_interval(torch.cat(parts, 1), told, of) for name, parts in predicted.items()}
        return {
            name: Judgement(costs[name] / told.shape[1], tuple(shares[name].tolist()), tuple(halves[name].tolist()))
            for name in METHODS
        }

    def rival_answers(self, trained: Mapping[str, Trained], inputs: Tensor) -> Tensor:
        """Return the rival's outputs before the softmax, (T, B, C), on inputs (T, B, X)."""
        with torch.no_grad():
            return rival.run(self._sizes.rival, trained[LSTM].weights, inputs)

    def _answers(self, trained: Mapping[str, Trained], batch: Episodes) -> dict[str, Tensor]:
        """Return outputs before the softmax, (T, B, C) each; the network's are overwritten by its next use."""
        workspace = self._workspace(batch.labels)
        outputs = backward.predict(self._sizes.machine, trained[MANN].weights, batch.inputs, workspace)
        return {MANN: outputs, LSTM: self.rival_answers(trained, batch.inputs)}

    def _workspace(self, labels: Tensor) -> Workspace:
        return self._workspaces.setdefault(labels.shape[1], Workspace())


def _move(network: Trained, gradient: Mapping[str, Tensor], settings: MannSettings) -> None:
    vector = torch.cat([part.reshape(-1) for part in gradient.values()])
    rules.clip(vector, settings.clip, settings.clipping)
    network.rule.step(network.vector, vector, settings.rate)


def named(trained: Mapping[str, Trained]) -> dict[str, Tensor]:
    """Return all weights, "<method>.<name>"."""
    return {f"{method}.{name}": w for method in METHODS for name, w in trained[method].weights.items()}


def description(weights: Mapping[str, Tensor]) -> Message:
    """Describe the networks that these weights belong to, as far as their shapes show; they do not show the rows."""
    shapes = {name: tuple(weight.shape) for name, weight in weights.items()}
    try:
        (inputs, rows), (features, _) = shapes[f"{MANN}.controller.input"], shapes[f"{MANN}.controller.state"]
        (_, told), (_, labels) = shapes[f"{MANN}.heads"], shapes[f"{MANN}.output"]
        _, rival_units = shapes[f"{LSTM}.hidden"]
    except (KeyError, ValueError):
        return say("something else")
    units = rows // 4
    vectors = features - units  # H M
    own = told > 2 * vectors
    heads = told - vectors * (2 if own else 1)
    if vectors < 1 or heads < 1:
        return say("something else")
    text = (
        "a network of {units} units with {heads} heads of width {width}, {x} inputs and {labels} labels, and an LSTM"
        " of {rival} units"
    )
    if not own:
        text = (
            "a network of {units} units with {heads} heads of width {width} that write their keys, {x} inputs and"
            " {labels} labels, and an LSTM of {rival} units"
        )
    return say(text, units=units, heads=heads, width=vectors // heads, x=inputs, labels=labels, rival=rival_units)
