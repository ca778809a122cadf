"""Trains one network on batches of sequences, and lets it answer: machine and LSTM by either engine."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import final

import torch
from torch import Tensor
from torch.nn import functional
from typing_extensions import override

from metascope.simulator.engine.computing import Engine
from metascope.simulator.learners import rules
from metascope.simulator.learners.lstm.compiled import Workspace as Layers
from metascope.simulator.learners.moving.moved import Moved
from metascope.simulator.learners.ntm import bptt, rival
from metascope.simulator.learners.ntm.bptt import Workspace
from metascope.simulator.learners.ntm.compiled import CompiledMachine
from metascope.simulator.learners.ntm.reference import Design
from metascope.simulator.learners.ntm.rival import RivalDesign
from metascope.simulator.learners.trained import Trained
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.tasks.sequences.contract import Sequences

AT_ONCE = 8  # sequences answered at once, so that the workspace has a bounded size and can be kept


class Trainer(ABC):
    """Trains a network and lets it answer. Abstract. Used by one thread at a time."""

    @abstractmethod
    def teach(self, network: Trained, batches: Iterable[Sequences], settings: NtmSettings) -> list[float]:
        """Update a network with each batch in turn, and return its mean cost before each update, in bits.

        Raises:
            Diverged: a cost or a gradient became NaN or infinite; weights may have changed.
        """

    @abstractmethod
    def answers(self, network: Trained, inputs: Tensor) -> Tensor:
        """Return the outputs before the sigmoid, (T, B, Y), of inputs (T, B, X)."""


def machine_trainer(design: Design, engine: Engine) -> Trainer:
    """Return what trains the machine with this engine."""
    return CompiledTrainer(design) if engine == "compiled" else HandTrainer(design)


@final
class HandTrainer(Trainer):
    """Trains the machine by torch, its gradient written by hand."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._workspace, self._looking = Workspace(), Workspace()

    @override
    def teach(self, network: Trained, batches: Iterable[Sequences], settings: NtmSettings) -> list[float]:
        return [self._taught(network, batch, settings) for batch in batches]

    def _taught(self, network: Trained, batch: Sequences, settings: NtmSettings) -> float:
        given = batch.inputs, batch.targets, batch.mask
        lesson = bptt.lesson(self._design, network.weights, *given, self._workspace)
        paid = float(lesson.bits.mean())
        _move(network, lesson.vector, settings)
        return paid

    @override
    def answers(self, network: Trained, inputs: Tensor) -> Tensor:
        return torch.cat([self._part(network, part) for part in torch.split(inputs, AT_ONCE, dim=1)], 1)

    def _part(self, network: Trained, inputs: Tensor) -> Tensor:
        """Return the outputs (T, B, Y) for up to `AT_ONCE` inputs, padded to that number for one workspace."""
        count = inputs.shape[1]
        filled = functional.pad(inputs, (0, 0, 0, AT_ONCE - count))
        return bptt.predict(self._design, network.weights, filled, self._looking)[:, :count].clone()


@final
class CompiledTrainer(Trainer):
    """Trains the machine by its compiled kernel, all updates of a meta-step in one call."""

    def __init__(self, design: Design) -> None:
        self._machine = CompiledMachine(design)

    @override
    def teach(self, network: Trained, batches: Iterable[Sequences], settings: NtmSettings) -> list[float]:
        clip = settings.clip, settings.clipping
        given, moved = list(batches), Moved(network.rule)
        bits = self._machine.teach(network.weights, network.vector, given, moved, settings.rate, clip)
        return [float(paid) for paid in bits.mean(1)]

    @override
    def answers(self, network: Trained, inputs: Tensor) -> Tensor:
        return self._machine.answers(network.weights, network.vector, inputs)


@final
class RivalTrainer(Trainer):
    """Trains the LSTM, its gradient by autograd or by the compiled kernel."""

    def __init__(self, design: RivalDesign, engine: Engine) -> None:
        self._design = design
        self._layers = Layers() if engine == "compiled" else None

    @override
    def teach(self, network: Trained, batches: Iterable[Sequences], settings: NtmSettings) -> list[float]:
        return [self._taught(network, batch, settings) for batch in batches]

    def _taught(self, network: Trained, batch: Sequences, settings: NtmSettings) -> float:
        cost, gradient = rival.lesson(
            self._design, network.weights, batch.inputs, batch.targets, batch.mask, self._layers
        )
        _move(network, torch.cat([part.reshape(-1) for part in gradient.values()]), settings)
        return float(cost.mean())

    @override
    @torch.no_grad()
    def answers(self, network: Trained, inputs: Tensor) -> Tensor:
        return rival.run(self._design, network.weights, inputs, self._layers)


def _move(network: Trained, gradient: Tensor, settings: NtmSettings) -> None:
    rules.clip(gradient, settings.clip, settings.clipping)
    network.rule.step(network.vector, gradient, settings.rate)
