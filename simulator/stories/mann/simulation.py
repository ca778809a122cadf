"""Simulates the memory-augmented network story: the network and an LSTM, trained on the same episodes."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import final

import numpy as np
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import Single, copied, frozen, single
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.errors import Diverged, refuse
from metascope.simulator.engine.files.compatibility import fitting
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.steerable_simulation import SteerableSimulation, real, whole
from metascope.simulator.engine.steering import Changes
from metascope.simulator.engine.text import say
from metascope.simulator.learners import kernels
from metascope.simulator.learners.disturbing import DISTURBANCE, Disturbance, disturbance, plain
from metascope.simulator.learners.mann.reference import Design, cost
from metascope.simulator.learners.trained import averaged
from metascope.simulator.stories.mann.frame import Accuracy, Disturbed, MannFrame
from metascope.simulator.stories.mann.names import LSTM, MANN, METHODS
from metascope.simulator.stories.mann.settings import MannSettings
from metascope.simulator.stories.mann.showing import ShownEpisode, heads_of
from metascope.simulator.stories.mann.tasks import HeldOut, episodes_of, held_out, pictures_of
from metascope.simulator.stories.mann.training import Teacher, begun, description, named, sizes_of
from metascope.simulator.tasks.images.source import source_of
from metascope.simulator.tasks.label_episodes import ceiling

BEST = "best."  # before the names of the best network's weights
_DRAWS = 0  # stream of random numbers


@dataclass(frozen=True)
class _Progress:
    """The progress of the training, apart from weights, optimizers and generator."""

    episodes: int = 0
    paid: Mapping[str, float] | None = None  # mean cost of each method in the last meta-step, in nats


@dataclass(frozen=True)
class _Best:
    """The network that did best on the held-out episodes of the validation characters."""

    vector: Tensor  # its weights, on the CPU
    step: int
    cost: float


@final
class MannSimulation(SteerableSimulation[MannSettings, MannFrame]):
    """Each meta-step does several updates, each on a batch of new episodes, and then runs the shown episode.

    Held-out episodes, one of which is shown, are measured every few meta-steps. They depend only on the seed.
    """

    manipulations = (DISTURBANCE,)

    @override
    @classmethod
    def kernels(cls, settings: MannSettings) -> tuple[Kernel, ...]:
        on_gpu = settings.device != "cpu" and chosen_device(settings.device, settings.work).type != "cpu"
        return () if on_gpu else (kernels.MANN, kernels.LSTM)

    @override
    def begin(self) -> None:
        settings = self.settings
        chosen_device(settings.device, settings.work)  # refused before pictures are drawn or read, which takes long
        source = source_of(settings, settings.classes, settings.images, centred=True)
        self._task = episodes_of(settings, source.split.train)
        judged_on = pictures_of(source.split, settings.judged_on)
        self._notices = source.notices
        self._judged_on, self._names = episodes_of(settings, judged_on), judged_on.names
        self._judged = HeldOut(self._judged_on, settings.judged_on, settings)
        self._chosen = self._judged  # by which the best network is
        if settings.judged_on != "validation":
            self._chosen = HeldOut(episodes_of(settings, source.split.validation), "validation", settings)
        self._sizes = sizes_of(settings, self._task)
        self._draws = self.generator(_DRAWS)
        self._trained = begun(settings, self._sizes, self._task.device)
        self._teacher = Teacher(self._sizes, self.engine)
        self._subject = self._subject_shown()
        self._disturbance: Disturbance | None = None
        self._progress = _Progress()
        self._measured: dict[str, float] = {}  # metrics of the last measurement
        self._measured_at = -1  # the step at which it was made
        self._accuracy: Accuracy | None = None
        self._best: _Best | None = None
        self._measure()

    def _subject_shown(self) -> ShownEpisode:
        made = self.settings
        episode = held_out(self._judged_on, made.judged_on, made.seed, made.shown)
        return ShownEpisode(episode, self._names, made.side)

    @property
    def design(self) -> Design:
        """The network's sizes."""
        return self._sizes.machine

    @override
    def learn(self) -> None:
        paid = self._train() if self.settings.learn else None
        self._progress = _Progress(self._progress.episodes + self._taught, paid)

    @override
    def after_step(self) -> None:
        if self.steps_done % self.settings.test_every == 0:
            self._measure()
        if not self._sane():
            raise Diverged(say("the cost became NaN or infinite"))

    def _sane(self) -> bool:
        frame = self.look()
        return all(math.isfinite(value) for value in (*frame.metrics.values(), *frame.cost))

    @property
    def _taught(self) -> int:
        """Episodes per meta-step."""
        return self.settings.updates * self.settings.batch if self.settings.learn else 0

    def _train(self) -> dict[str, float]:
        """Do the updates and return each method's mean cost on the way."""
        made = self.settings
        batches = (self._task.draw(made.batch, self._draws) for _ in range(made.updates))
        return averaged(self._teacher.teach(self._trained, batch, made) for batch in batches)

    @override
    def setting_changed(self, name: str, before: MannSettings, draft: bool) -> None:
        if name == "shown":
            self._subject, self._disturbance = self._subject_shown(), None

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
        """Return copies of the weights, "mann.<name>" and "lstm.<name>"; "best.<name>" are the best network's."""
        assert self._best is not None, "a network is measured at the start"
        own = self._trained[MANN]
        best = {f"{BEST}{name}": copied(weight) for name, weight in own.read(self._best.vector).items()}
        return {name: copied(weight) for name, weight in named(self._trained).items()} | best

    @override
    def load_weights(self, weights: Mapping[str, Tensor], step: int | None = None) -> None:
        """Continue from weights named as in `weights`; the optimizers start again.

        The best network is the given one, unless the current one does better.
        """
        present = {name: weight for name, weight in weights.items() if not name.startswith(BEST)}
        best = {name: weight for name, weight in weights.items() if name.startswith(BEST)}
        own, before = self._trained[MANN], self.checkpoint()
        found = fitting(present, named(self._trained), description)
        if best:
            best = fitting(best, {f"{BEST}{name}": weight for name, weight in own.weights.items()})
        for method in METHODS:
            parts = {name: found[f"{method}.{name}"] for name in self._trained[method].weights}
            self._trained[method].load(parts)
        self.steps_done, self._progress = self.steps_done if step is None else step, replace(self._progress, paid=None)
        self._frame = self._best = None
        if best:
            current = own.vector.clone()
            own.load({name: best[f"{BEST}{name}"] for name in own.weights})
            self._measure()
            own.vector.copy_(current)
        self._measure()
        if not self._sane():
            self.return_to(before)
            raise refuse("", say("these weights give answers that are NaN or infinite"))

    @override
    def save(self) -> State:
        assert self._best is not None, "a network is measured at the start"
        found: dict[str, object] = {
            "episodes": self._progress.episodes,
            "paid": json.dumps(self._progress.paid or {}),
            "disturbance": json.dumps(plain(self._disturbance)),
            "measured": json.dumps(self._measured),
            "measured_at": self._measured_at,
            "best.step": self._best.step,
            "best.cost": self._best.cost,
            "best.vector": self._best.vector.clone(),
            "draws": self._draws.get_state(),
        }
        for method in METHODS:
            found |= self._trained[method].state(method)
        return found

    @override
    def load(self, state: State) -> None:
        tensors = {name: value for name, value in state.items() if isinstance(value, Tensor)}
        for method in METHODS:
            self._trained[method].restore(tensors, method)
        self._draws.set_state(tensors["draws"])
        self._progress = _Progress(whole(state, "episodes"), json.loads(str(state["paid"])) or None)
        found = json.loads(str(state["disturbance"]))
        self._disturbance = disturbance(found, self.settings.locations, self._subject.steps)
        self._measured, self._measured_at = json.loads(str(state["measured"])), whole(state, "measured_at")
        self._accuracy = self._told()
        if tensors["best.vector"].shape != self._trained[MANN].vector.shape:
            raise ValueError("the best network must be of the same size")
        self._best = _Best(tensors["best.vector"].clone(), whole(state, "best.step"), real(state, "best.cost"))

    def _measure(self) -> None:
        """Measure both networks on the held-out episodes, and keep the network if it is the best on validation."""
        step = self.steps_done
        judged = self._teacher.judge(self._trained, self._judged)
        chosen = judged if self._chosen is self._judged else self._teacher.judge(self._trained, self._chosen)
        if self._best is None or chosen[MANN].cost < self._best.cost:
            self._best = _Best(copied(self._trained[MANN].vector), step, chosen[MANN].cost)
        found = {f"{name}.cost": judgement.cost for name, judgement in judged.items()}
        for name, judgement in judged.items():
            found |= {f"{name}.accuracy_{k}": share for k, share in enumerate(judgement.accuracy, start=1)}
            found |= {f"{name}.ci_{k}": half for k, half in enumerate(judgement.half, start=1) if math.isfinite(half)}
        self._measured, self._measured_at = found | {f"{MANN}.best_cost": self._best.cost}, step
        self._accuracy = self._told()

    def _told(self) -> Accuracy:
        """Return the last measured accuracy."""
        return Accuracy(
            step=self._measured_at,
            episodes=self.settings.test_episodes,
            judged_on=self.settings.judged_on,
            mann=self._shares(MANN),
            lstm=self._shares(LSTM),
            mann_half=self._halves(MANN),
            lstm_half=self._halves(LSTM),
            ceiling=ceiling(self.settings.classes),
        )

    def _shares(self, name: str) -> Single:
        instances = range(1, self.settings.images + 1)
        return frozen(np.array([self._measured[f"{name}.accuracy_{k}"] for k in instances], np.float32))

    def _halves(self, name: str) -> Single:
        """Return half the widths of the intervals, NaN where none were measured, as by an earlier version."""
        instances = range(1, self.settings.images + 1)
        return frozen(np.array([self._measured.get(f"{name}.ci_{k}", math.nan) for k in instances], np.float32))

    @override
    def show(self) -> MannFrame:
        subject, weights = self._subject, self._trained[MANN].weights
        tape = self._teacher.course(self._trained[MANN], subject.episode.inputs)
        labels = subject.episode.labels
        outputs = tape.outputs, self._teacher.rival_answers(self._trained, subject.episode.inputs)  # (T, 1, C) each
        costs = [float(cost(answers, labels)) for answers in outputs]
        right = [int((answers.argmax(-1) == labels).sum()) for answers in outputs]
        disturbed: Disturbed | None = None
        if self._disturbance is not None:
            disturbed = subject.disturbed(tape, weights, self._disturbance, self.settings.seed)
        return MannFrame(
            step=self.steps_done,
            metrics=self._metrics(),
            episodes=self._progress.episodes,
            shown=subject.shown,
            answers=single(outputs[0][:, 0].softmax(-1)),
            rival=single(outputs[1][:, 0].softmax(-1)),
            cost=(costs[0], costs[1]),
            right=(right[0], right[1]),
            heads=heads_of(tape),
            disturbed=disturbed,
            accuracy=self._accuracy,
            best_step=self._best.step if self._best is not None else -1,
            notices=self._notices,
        )

    def _metrics(self) -> dict[str, float]:
        found = {f"{name}.loss": paid for name, paid in (self._progress.paid or {}).items()}
        return found | (self._measured if self._measured_at == self.steps_done else {})
