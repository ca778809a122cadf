"""Simulates the Meta Networks story: all networks learn from episodes, and answer the one on the table."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import final

import numpy as np
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import single
from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.text import Message, say
from metascope.simulator.episodes.edits import Episode
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.episodes.on_table import OnTable
from metascope.simulator.learners.metanet.reference import initial
from metascope.simulator.learners.metanet.training import MetaTraining
from metascope.simulator.stories.meta_networks.edits import MOST_ADDED, Edits, edited, plain, read
from metascope.simulator.stories.meta_networks.frame import Accuracy, MetaNetFrame
from metascope.simulator.stories.meta_networks.laying import Laid
from metascope.simulator.stories.meta_networks.measuring import Judge
from metascope.simulator.stories.meta_networks.names import MANIPULATIONS, META, METHODS
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.simulator.stories.meta_networks.showing import shown
from metascope.simulator.stories.meta_networks.tasks import Drawing, black_and_white, design_of
from metascope.simulator.tasks.held_out import judged_on, source_of_run

_WEIGHTS = "weights."  # before the names of tensors that are learned
_START = 10  # stream of random numbers


@final
class MetaNetSimulation(OnTable[MetaNetSettings, MetaNetFrame, Edits]):
    """Each meta-step does a few updates on new episodes; accuracy is measured every so many meta-steps.

    Held-out episodes, one of which lies on the table, depend on the seed alone, and so do those that are measured.
    """

    manipulations = MANIPULATIONS

    @override
    def begin(self) -> None:
        settings = self.settings
        device = chosen_device(settings.device, settings.work)  # refused before pictures are drawn or read
        self._source = black_and_white(source_of_run(settings), settings.threshold)
        split = self._source.split
        self._lessons = Drawing(settings, split.train, held_out=False, device=device)
        self._held_out = Drawing(settings, judged_on(settings.judged_on, split), held_out=True, device=device)
        self._edits = Edits()
        self._laid: Laid | None = None
        super().begin()
        self._judge = Judge(settings, self._held_out)
        self._loss: float | None = None  # mean of the last meta-step
        self._measure()

    @property
    @override
    def work(self) -> float:
        return self.settings.work

    @override
    def initial(self) -> dict[str, Tensor]:
        design = design_of(self.settings)
        self._training = MetaTraining(design, initial(design, self.generator(_START)), device=self.device)
        return self._training.tensors()

    @override
    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {name.removeprefix(_WEIGHTS): tensor for name, tensor in tensors.items() if name.startswith(_WEIGHTS)}

    @override
    def weights_loaded(self) -> None:
        """Start the optimizer again, and measure."""
        self._training.forget()
        self._loss = None
        self._measure()

    @override
    def weights_fault(self) -> Message | None:
        return None if self._sane() else say("these weights give answers that are NaN or infinite")

    @override
    def learn(self) -> None:
        settings = self.settings
        if not settings.learn:
            self._loss = None
            return
        self._training.design = design_of(settings)
        losses = []
        for _ in range(settings.updates):
            batch = self._lessons.draw(settings.batch, self.draws)
            lesson = self._training.step(batch.supports, batch.labels, batch.queries, batch.asked, settings.rate)
            losses.append(lesson.loss)
        self._loss = sum(losses) / len(losses)
        if not math.isfinite(self._loss):
            raise Diverged(say("the loss became NaN or infinite"))

    @override
    def after_step(self) -> None:
        super().after_step()
        if self.steps_done % self.settings.test_every == 0:
            self._measure()
        if not self._sane():
            raise Diverged(say("the answers became NaN or infinite"))

    def _sane(self) -> bool:
        return all(bool(np.isfinite(one).all()) for one in self.look().reply.probabilities.values())

    @override
    def divergence(self, names: Sequence[str]) -> Message:
        return say("weights became NaN or infinite")

    def _measure(self) -> None:
        self._measured = self._judge.measure(self.settings, self._training.weights)
        self._measured_at = self.steps_done

    @override
    def setting_changed(self, name: str, before: MetaNetSettings, draft: bool) -> None:
        if name == "shown" and self.settings.shown != before.shown:
            self._edits, self._laid = Edits(), None

    @override
    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Change the episode on the table, or the memory; see `edits`."""
        self._edits, self._laid = edited(self._edits, name, value, self._episode), None

    @override
    def plain_table(self) -> dict[str, object]:
        return plain(self._edits)

    @override
    def read_table(self, value: object) -> Edits:
        return read(value, self._episode)

    @property
    def _episode(self) -> Episode:
        settings, supports = self.settings, self.settings.supports
        return Episode(ways=settings.ways, supports=supports, side=settings.side, most_added=MOST_ADDED)

    @override
    def save(self) -> State:
        found: dict[str, object] = {
            "loss": json.dumps(self._loss),
            "measured": json.dumps([self._measured, self._measured_at]),
        }
        return {**super().save(), **found}

    @override
    def load(self, state: State) -> None:
        super().load(state)
        self._loss = json.loads(str(state["loss"]))
        self._measured, self._measured_at = json.loads(str(state["measured"]))
        self._laid = None

    @override
    def show(self) -> MetaNetFrame:
        settings = self.settings
        laid = self._laid
        if laid is None:
            laid = self._laid = Laid(settings, self._held_out, self._edits)
        weights = self._training.weights
        made = shown(design_of(settings), weights, settings, laid, self._edits)
        embedding, memory, reply, rule = made
        return MetaNetFrame(
            step=self.steps_done,
            metrics=self._metrics(),
            notices=self._source.notices,
            episodes=self.steps_done * settings.updates * settings.batch,
            table=laid.table,
            query=min(settings.query, len(laid.table.queries) - 1),
            slow=single(weights["g.first"].T.reshape(-1, settings.side, settings.side)),
            slow_second=single(weights["g.second"]),
            slow_third=single(weights["g.third"]),
            embedding=embedding,
            memory=memory,
            reply=reply,
            rule=rule,
            temperature=settings.temperature,
            theta_scale=settings.theta_scale,
            phi_scale=settings.phi_scale,
            accuracy=self._accuracy(),
        )

    def _accuracy(self) -> Accuracy:
        names = (*METHODS, PIXELS)
        return Accuracy(
            step=self._measured_at,
            episodes=self.settings.test_episodes,
            mean={name: self._measured[f"{name}.accuracy"] for name in names},
            half={name: self._measured[f"{name}.ci"] for name in names},
        )

    def _metrics(self) -> dict[str, float]:
        found = {} if self._loss is None else {f"{META}.loss": self._loss}
        return found | (self._measured if self._measured_at == self.steps_done else {})
