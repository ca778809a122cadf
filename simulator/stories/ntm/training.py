"""Begins the machine and its rival, each one vector with an optimizer, and trains them on the same sequences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.files import weights
from metascope.simulator.engine.files.own_presets import FOLDER
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners import rules
from metascope.simulator.learners.ntm import reference, rival
from metascope.simulator.learners.ntm.reference import MEMORY, Design
from metascope.simulator.learners.ntm.rival import RivalDesign
from metascope.simulator.learners.rules import Rule
from metascope.simulator.learners.trained import Trained
from metascope.simulator.stories.ntm.names import LSTM, METHODS, NTM
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.stories.ntm.teaching import RivalTrainer, machine_trainer
from metascope.simulator.tasks.sequences.contract import Sequences, SequenceTask

TRAINED = FOLDER / "ntm" / "trained.safetensors"  # whose metadata say how it was trained
_STREAMS = {NTM: 1, LSTM: 2}  # of random numbers


@dataclass(frozen=True)
class Sizes:
    """The sizes of both networks."""

    machine: Design
    rival: RivalDesign


def sizes_of(settings: NtmSettings, task: SequenceTask) -> Sizes:
    """Return the networks that the settings describe."""
    machine = Design(
        inputs=task.inputs,
        outputs=task.outputs,
        controller=settings.controller,
        units=settings.units,
        heads=settings.heads,
        locations=settings.locations,
        width=settings.width,
        memory=settings.memory,
    )
    return Sizes(machine, RivalDesign(task.inputs, task.outputs, settings.rival_units, settings.rival_layers))


def begun(settings: NtmSettings, sizes: Sizes, device: torch.device) -> dict[str, Trained]:
    """Return both networks, with initial weights drawn from the seed or those that come with the program."""
    draws = {name: generator(settings.seed, stream) for name, stream in _STREAMS.items()}
    rule: Callable[[Tensor], Rule] = rules.RULES[settings.optimizer]
    if settings.optimizer == "rmsprop":
        rule = partial(rules.RmsProp, eps=settings.epsilon)
    fixed = () if settings.memory == "learned" else (MEMORY,)
    made = {
        NTM: Trained(reference.initial(sizes.machine, draws[NTM]), fixed, rule, device),
        LSTM: Trained(rival.initial(sizes.rival, draws[LSTM]), (), rule, device),
    }
    if settings.initial == "trained":
        _, found = weights.load(TRAINED)
        for name, network in made.items():
            network.load({part: found[f"{name}.{part}"] for part in network.weights})
    return made


class Teacher:
    """Trains both networks on the same sequences.

    Args:
        sizes: of both.
        engine: trains them.
    """

    def __init__(self, sizes: Sizes, engine: Engine) -> None:
        self._trainers = {NTM: machine_trainer(sizes.machine, engine), LSTM: RivalTrainer(sizes.rival, engine)}

    def teach(
        self, trained: Mapping[str, Trained], batches: Iterable[Sequences], settings: NtmSettings
    ) -> dict[str, float]:
        """Update both networks once for each batch, the rival only if it is trained.

        Return each one's mean cost before the updates, in bits.

        Raises:
            Diverged: a cost or a gradient became NaN or infinite; weights may have changed.
        """
        drawn, taught = list(batches), METHODS if settings.rival else (NTM,)
        paid = {name: self._trainers[name].teach(trained[name], drawn, settings) for name in taught}
        return {name: sum(costs) / len(costs) for name, costs in paid.items()}

    def answers(self, trained: Mapping[str, Trained], inputs: Tensor) -> dict[str, Tensor]:
        """Return both networks' outputs before the sigmoid, (T, B, Y) each, on inputs (T, B, X)."""
        return {name: self._trainers[name].answers(trained[name], inputs) for name in METHODS}

    def rivals(self, trained: Mapping[str, Trained], inputs: Tensor) -> Tensor:
        """Return the LSTM's outputs before the sigmoid, (T, B, Y), on inputs (T, B, X)."""
        return self._trainers[LSTM].answers(trained[LSTM], inputs)


def named(trained: Mapping[str, Trained]) -> dict[str, Tensor]:
    """Return all weights, "<method>.<name>"."""
    return {f"{method}.{name}": w for method in METHODS for name, w in trained[method].weights.items()}


def description(found: Mapping[str, Tensor]) -> Message:
    """Describe the machine that these weights belong to, as far as their shapes show."""
    shapes = {name.removeprefix(f"{NTM}."): tuple(weight.shape) for name, weight in found.items()}
    try:
        (n, m), (inputs, _), (_, outputs) = shapes[MEMORY], shapes["controller.input"], shapes["output.weight"]
        (units, _), (heads, _) = shapes["heads.weight"], shapes["initial.weighting"]
    except (KeyError, ValueError):
        return say("something else")
    text = (
        "a machine with {n} x {m} memory, {heads} heads of each kind, an LSTM of {units} units, {x} inputs, {y} outputs"
    )
    if "initial.cell" not in shapes:
        text = (
            "a machine with {n} x {m} memory, {heads} heads of each kind, a feed-forward controller of {units} units,"
            " {x} inputs, {y} outputs"
        )
    return say(text, n=n, m=m, heads=heads // 2, units=units, x=inputs, y=outputs)
