"""Trains the network and its rival, each one vector with an optimizer, on the same episodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners import rules
from metascope.simulator.learners.lstm.compiled import Workspace as Layers
from metascope.simulator.learners.mann import backward, compiled, reference, rival
from metascope.simulator.learners.mann.forward import Tape
from metascope.simulator.learners.mann.reference import Design, cost
from metascope.simulator.learners.mann.rival import RivalDesign
from metascope.simulator.learners.trained import Trained
from metascope.simulator.stories.mann.names import LSTM, MANN, METHODS
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.tasks.label_episodes import Episodes, LabelEpisodes, accuracy_by_instance, accuracy_interval

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
    """Trains both networks, one batch at a time, and evaluates them, with compiled kernels or without."""

    def __init__(self, sizes: Sizes, engine: Engine) -> None:
        self._sizes, self._compiled = sizes, engine == "compiled"
        self._workspaces: dict[int, _Workspaces] = {}  # by the number of episodes

    def teach(self, trained: Mapping[str, Trained], batch: Episodes, settings: MannSettings) -> dict[str, float]:
        """Update both networks, the rival only if it is trained, and return each one's mean cost before the update.

        Raises:
            Diverged: a cost or a gradient became NaN or infinite; weights may have changed.
        """
        own = trained[MANN]
        paid, vector = self._lesson(own, batch)
        _move(own, vector, settings)
        if not settings.rival:
            return {MANN: paid}
        other = trained[LSTM]
        outputs, gradient = rival.lesson(
            self._sizes.rival, other.weights, batch.inputs, batch.labels, self._layers(batch.inputs)
        )
        _move(other, _joined(gradient), settings)
        return {MANN: paid, LSTM: float(cost(outputs, batch.labels))}

    def _lesson(self, own: Trained, batch: Episodes) -> tuple[float, Tensor]:
        """Return the network's mean cost, and its gradient as one vector."""
        made, design = self._workspace(batch.inputs), self._sizes.machine
        if self._compiled:
            lesson = compiled.lesson(design, own.vector, batch.inputs, batch.labels, made.compiled)
            return lesson.cost, lesson.vector
        found = backward.lesson(design, own.weights, batch.inputs, batch.labels, made.reference)
        return found.cost, _joined(found.gradient)

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
            return rival.run(self._sizes.rival, trained[LSTM].weights, inputs, self._layers(inputs))

    def course(self, own: Trained, inputs: Tensor) -> Tape:
        """Return what the network does on inputs (T, B, X); its next use with as many overwrites it."""
        made, design = self._workspace(inputs), self._sizes.machine
        if self._compiled:
            return compiled.course(design, own.vector, inputs, made.compiled)
        return backward.course(design, own.weights, inputs, made.reference)

    def _answers(self, trained: Mapping[str, Trained], batch: Episodes) -> dict[str, Tensor]:
        """Return outputs before the softmax, (T, B, C) each; the network's are overwritten by its next use."""
        outputs = self.course(trained[MANN], batch.inputs).outputs
        return {MANN: outputs, LSTM: self.rival_answers(trained, batch.inputs)}

    def _workspace(self, inputs: Tensor) -> _Workspaces:
        return self._workspaces.setdefault(inputs.shape[1], _Workspaces())

    def _layers(self, inputs: Tensor) -> Layers | None:
        """Return what runs the compiled rival; None: torch does."""
        return self._workspace(inputs).rival if self._compiled else None


class _Workspaces:
    """Those for one number of episodes; each is empty until it is used."""

    def __init__(self) -> None:
        self.reference, self.compiled, self.rival = backward.Workspace(), compiled.Workspace(), Layers()


def _joined(gradient: Mapping[str, Tensor]) -> Tensor:
    return torch.cat([part.reshape(-1) for part in gradient.values()])


def _move(network: Trained, vector: Tensor, settings: MannSettings) -> None:
    """Let the optimizer move a network by the gradient of its cost, (n,), which is clipped in place."""
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
