"""Simulates the Neural Turing Machine story: the machine and an LSTM, trained on the same sequences."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import final

import numpy as np
import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import copied, single
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.errors import Diverged, refuse
from metascope.simulator.engine.files.compatibility import fitting
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import SteerableSimulation, real, whole
from metascope.simulator.engine.steering import Changes
from metascope.simulator.engine.text import Message, say
from metascope.simulator.learners import kernels
from metascope.simulator.learners.disturbing import DISTURBANCE, Disturbance, disturbance, plain
from metascope.simulator.learners.ntm.reference import MEMORY, Design
from metascope.simulator.stories.ntm.frame import Disturbed, Generalization, NtmFrame
from metascope.simulator.stories.ntm.measuring import Examination
from metascope.simulator.stories.ntm.names import LSTM, METHODS, NTM
from metascope.simulator.stories.ntm.settings import NtmSettings
from metascope.simulator.stories.ntm.showing import ShownSequence, heads_course, reads
from metascope.simulator.stories.ntm.tasks import task_of
from metascope.simulator.stories.ntm.training import Teacher, begun, description, named, sizes_of
from metascope.simulator.tasks.sequences.contract import bits, wrong_bits

BEST = "best."  # before the names of the best machine's weights
_DRAWS = 0  # stream of random numbers


@dataclass(frozen=True)
class _Progress:
    """The progress of the training, apart from weights, optimizers and generator."""

    sequences: int = 0
    paid: Mapping[str, float] | None = None  # mean cost of each method in the last meta-step, in bits


@dataclass(frozen=True)
class _Best:
    """The machine that did best on the held-out sequences."""

    vector: Tensor  # its trained weights, on the CPU
    step: int
    bits: float


@final
class NtmSimulation(SteerableSimulation[NtmSettings, NtmFrame]):
    """Each meta-step does several updates, each on a batch of new sequences of one size, and runs the shown sequence.

    Held-out sequences and longer ones are measured every few meta-steps. All of them depend only on the seed.
    """

    manipulations = (DISTURBANCE,)

    @override
    @classmethod
    def kernels(cls, settings: NtmSettings) -> tuple[Kernel, ...]:
        on_gpu = settings.device != "cpu" and chosen_device(settings.device, settings.work).type != "cpu"
        return () if on_gpu else (kernels.NTM, kernels.LSTM)

    @override
    def begin(self) -> None:
        settings = self.settings
        self._task = task_of(settings)
        self._sizes = sizes_of(settings, self._task)
        self._draws = self.generator(_DRAWS)
        self._trained = begun(settings, self._sizes, self._task.device)
        self._teacher = Teacher(self._sizes, self.engine)
        self._examination = Examination(settings, self._task)
        self._fixed_memory = single(self._trained[NTM].weights[MEMORY])
        self._subject = ShownSequence(settings, self._task)
        self._disturbance: Disturbance | None = None
        self._progress = _Progress()
        self._measured: dict[str, float] = {}  # metrics of the last measurement
        self._measured_at = -1  # the step at which it was made
        self._generalization: Generalization | None = None
        self._best: _Best | None = None
        self._measure()

    @property
    def design(self) -> Design:
        """The machine's sizes."""
        return self._sizes.machine

    @override
    def learn(self) -> None:
        paid = self._train() if self.settings.learn else None
        self._progress = _Progress(self._progress.sequences + self._taught, paid)

    @override
    def after_step(self) -> None:
        if self.steps_done % self.settings.test_every == 0:
            self._measure()
        if not self._sane():
            raise Diverged(say("the cost became NaN or infinite"))

    def _sane(self) -> bool:
        return all(math.isfinite(value) for value in self.look().metrics.values())

    @property
    def _taught(self) -> int:
        """Sequences per meta-step."""
        return self.settings.updates * self.settings.batch if self.settings.learn else 0

    def _train(self) -> dict[str, float]:
        """Do the updates and return each method's mean cost on the way, in bits."""
        made = self.settings
        batches = [self._task.draw(made.batch, self._draws) for _ in range(made.updates)]
        return self._teacher.teach(self._trained, batches, made)

    @override
    def setting_changed(self, name: str, before: NtmSettings, draft: bool) -> None:
        if name in ("shown", "shown_size"):
            self._subject, self._disturbance = ShownSequence(self.settings, self._task), None

    @override
    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Disturb the memory of the shown course ("disturb", see `learners.disturbing`)."""
        self._disturbance = disturbance(value, self.settings.locations, self._subject.steps)

    @override
    def inverse(self, name: str, value: object) -> Changes:
        if name == DISTURBANCE:
            return ((DISTURBANCE, plain(self._disturbance)),)
        return super().inverse(name, value)

    @override
    def weights(self) -> dict[str, Tensor]:
        """Return copies of the weights, "ntm.<name>" and "lstm.<name>"; "best.<name>" are the best machine's."""
        assert self._best is not None, "a machine is measured at the start"
        own = self._trained[NTM]
        best = {f"{BEST}{name}": copied(weight) for name, weight in own.read(self._best.vector).items()}
        return {name: copied(weight) for name, weight in named(self._trained).items()} | best

    @override
    def load_weights(self, weights: Mapping[str, Tensor], step: int | None = None) -> None:
        """Continue from weights named as in `weights`; the optimizers start again.

        The best machine is the given one, unless the current one does better. A memory that is not learned stays the
        current machine's.
        """
        own, before = self._trained[NTM], self.checkpoint()
        present = {name: weight for name, weight in weights.items() if not name.startswith(BEST)}
        best = {name: weight for name, weight in weights.items() if name.startswith(BEST)}
        found = fitting(present, named(self._trained), description)
        if best:
            best = fitting(best, {f"{BEST}{name}": weight for name, weight in own.weights.items()})
        for method in METHODS:
            self._trained[method].load({n: found[f"{method}.{n}"] for n in self._trained[method].weights})
        self._fixed_memory = single(own.weights[MEMORY])
        self.steps_done, self._progress = self.steps_done if step is None else step, replace(self._progress, paid=None)
        self._frame = self._best = None
        if best:
            current = own.vector.clone()
            for name, weight in own.read(own.vector).items():
                if name != MEMORY or self.settings.memory == "learned":
                    weight.copy_(best[f"{BEST}{name}"])
            self._measure()
            own.vector.copy_(current)
        self._measure()
        if not self._sane():
            self.return_to(before)
            raise refuse("", say("these weights give answers that are NaN or infinite"))

    @override
    def save(self) -> State:
        assert self._best is not None, "a machine is measured at the start"
        found: dict[str, object] = {
            "sequences": self._progress.sequences,
            "paid": json.dumps(self._progress.paid or {}),
            "disturbance": json.dumps(plain(self._disturbance)),
            "measured": json.dumps(self._measured),
            "measured_at": self._measured_at,
            "best.step": self._best.step,
            "best.bits": self._best.bits,
            "best.vector": self._best.vector.clone(),
            "draws": self._draws.get_state(),
        }
        told = self._generalization
        for method in METHODS:
            found |= self._trained[method].state(method)
            found[f"wrong_percent.{method}"] = torch.from_numpy(np.array(getattr(told, method), dtype=np.float32))
        return found

    @override
    def load(self, state: State) -> None:
        tensors = {name: value for name, value in state.items() if isinstance(value, Tensor)}
        for method in METHODS:
            self._trained[method].restore(tensors, method)
        self._draws.set_state(tensors["draws"])
        self._fixed_memory = single(self._trained[NTM].weights[MEMORY])
        self._progress = _Progress(whole(state, "sequences"), json.loads(str(state["paid"])) or None)
        found = json.loads(str(state["disturbance"]))
        self._disturbance = disturbance(found, self.settings.locations, self._subject.steps)
        self._measured, self._measured_at = json.loads(str(state["measured"])), whole(state, "measured_at")
        if tensors["best.vector"].shape != self._trained[NTM].vector.shape:
            raise ValueError("the best machine must be of the same size")
        self._best = _Best(tensors["best.vector"].clone(), whole(state, "best.step"), real(state, "best.bits"))
        wrong = {method: single(tensors[f"wrong_percent.{method}"]) for method in METHODS}
        self._generalization = self._examination.told(wrong, self._measured_at)

    def _measure(self) -> None:
        """Measure both networks, and keep the machine that does best on the held-out sequences."""
        found, wrong = self._examination.measured(self._teacher, self._trained)
        own, step = found[f"{NTM}.bits"], self.steps_done
        if self._best is None or own < self._best.bits:
            self._best = _Best(copied(self._trained[NTM].vector), step, own)
        self._measured, self._measured_at = found | {f"{NTM}.best_bits": self._best.bits}, step
        self._generalization = self._examination.told(wrong, step)

    @override
    def show(self) -> NtmFrame:
        subject, weights, sequence = self._subject, self._trained[NTM].weights, self._subject.sequence
        tape = subject.course(self._sizes.machine, weights)
        answers = {NTM: tape.outputs, LSTM: self._teacher.rivals(self._trained, sequence.inputs)}
        judged = [answers[name] for name in METHODS]
        cost = [float(bits(outputs, sequence.targets, sequence.mask)) for outputs in judged]
        wrong = [int(wrong_bits(outputs, sequence.targets, sequence.mask)) for outputs in judged]
        memory = single(weights[MEMORY]) if self.settings.memory == "learned" else self._fixed_memory
        disturbed: Disturbed | None = None
        if self._disturbance is not None:
            disturbed = subject.disturbed(tape, weights, self._disturbance)
        return NtmFrame(
            step=self.steps_done,
            metrics=self._metrics(),
            sequences=self._progress.sequences,
            shown=subject.shown,
            outputs=single(tape.outputs[:, 0].sigmoid()),
            rival=single(answers[LSTM][:, 0].sigmoid()),
            bits=(cost[0], cost[1]),
            wrong=(wrong[0], wrong[1]),
            initial_memory=memory,
            initial_weighting=single(tape.weighting[0, 0]),
            weighting=single(tape.weighting[1:, 0]),
            heads=heads_course(tape),
            reads=reads(tape),
            disturbed=disturbed,
            generalization=self._generalization,
            best_step=self._best.step if self._best is not None else -1,
            notices=self._notices(),
        )

    def _metrics(self) -> dict[str, float]:
        found = {f"{name}.loss": paid for name, paid in (self._progress.paid or {}).items()}
        return found | (self._measured if self._measured_at == self.steps_done else {})

    def _notices(self) -> tuple[Message, ...]:
        stored = len(self._subject.sequence.inputs) - int(self._subject.sequence.mask.sum())
        if self.settings.task == "copy" and stored - 1 > self.settings.locations:
            text = "The shown sequence has {count} vectors, more than the memory's {n} rows"
            return (say(text, count=stored - 1, n=self.settings.locations),)
        return ()
