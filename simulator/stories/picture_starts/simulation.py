"""Simulates the picture starts story: all methods start alike, learn from the same episodes, and adapt to new ones."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import final

import numpy as np
import torch
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import single
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.files.compatibility import Describe
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.episodes.edits import Edits, plain
from metascope.simulator.episodes.laying import Laid, untouched
from metascope.simulator.episodes.on_table import OnTable
from metascope.simulator.learners.kernels import PICTURE_MAML
from metascope.simulator.learners.picture_maml.training import MetaTraining
from metascope.simulator.stories.picture_starts.edits import edited, read
from metascope.simulator.stories.picture_starts.frame import Course, StartsFrame
from metascope.simulator.stories.picture_starts.measuring import Judge, metrics_of, test_of, test_state
from metascope.simulator.stories.picture_starts.names import MANIPULATIONS, METHOD_NAMES
from metascope.simulator.stories.picture_starts.notices import notices_of
from metascope.simulator.stories.picture_starts.published import published
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.stories.picture_starts.showing import course, tasks_of
from metascope.simulator.stories.picture_starts.surface import Surveyor, surface_of, surface_state
from metascope.simulator.stories.picture_starts.teaching import (
    Teacher,
    begun,
    learner_of,
    network_of,
    plan_of,
    rate_of,
)
from metascope.simulator.tasks.held_out import held_out_task, judged_on, source_of_run, training_task

_WEIGHTS = ".weights."  # in the middle of the names of tensors that are learned
_EPISODES = 1000  # that can be shown
_COURSE = ("inner_rate", "rate_of", "reptile_rate")  # settings that change the adaptation on the table


def description(weights: Mapping[str, Tensor]) -> Message:
    """Describe the networks that these weights belong to, as far as names and shapes show."""
    layers: dict[str, str] = {}
    for name, weight in weights.items():
        layer, _, part = name.partition(".")[2].rpartition(".")
        if part in ("filters", "weights") and not layer.startswith("rate"):
            layers[layer] = " × ".join(map(str, weight.shape))
    if "head" not in layers:
        return say("something else")
    text = "networks with {layers}"
    return say(text, layers=", ".join(f"{layer} {shape}" for layer, shape in layers.items()))


@final
class StartsSimulation(OnTable[StartsSettings, StartsFrame, Edits]):
    """Each meta-step does a few updates of every start on new episodes; then all adapt to the one on the table.

    Held-out episodes depend on the seed alone: they are those of the metric learning story with the same pictures.
    """

    manipulations = MANIPULATIONS

    @override
    @classmethod
    def kernels(cls, settings: StartsSettings) -> tuple[Kernel, ...]:
        """Return the one that convolves all pixels; there is none for layers of units and strides, or on a GPU."""
        convolves = settings.network == "convolution" and settings.shrinking == "pool"
        on_gpu = settings.device != "cpu" and chosen_device(settings.device, settings.work).type != "cpu"
        return (PICTURE_MAML,) if convolves and not on_gpu else ()

    @override
    def begin(self) -> None:
        settings = self.settings
        chosen_device(settings.device, settings.work)  # refused before pictures are drawn or read, which takes long
        self._source = source_of_run(settings)
        split = self._source.split
        self._task = held_out_task(settings, judged_on(settings.judged_on, split))
        self._network = network_of(settings)
        self._edits, self._episode = Edits(), untouched(settings)
        super().begin()
        self._teacher = Teacher(training_task(settings, split.train), self.device)
        learner = learner_of(self.engine)
        self._judge = Judge(settings, self._task, self._network, self.device, learner)
        self._surveyor = Surveyor(self._network, learner)
        self._laid: Laid | None = None
        self._course: Course | None = None
        self._paid: dict[str, float] = {}  # mean loss of each method in the last meta-step
        self._measure()
        self._survey()

    @property
    @override
    def work(self) -> float:
        return self.settings.work

    @override
    def initial(self) -> dict[str, Tensor]:
        self._starts: dict[str, MetaTraining] = begun(self.settings, self._network, self.device, self.engine)
        return {n: tensor for method, start in self._starts.items() for n, tensor in start.tensors(method).items()}

    @override
    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {name.replace(_WEIGHTS, "."): tensor for name, tensor in tensors.items() if _WEIGHTS in name}

    @property
    @override
    def describe(self) -> Describe:
        return description

    @override
    def weights_loaded(self) -> None:
        """Start the optimizers again, and measure."""
        for start in self._starts.values():
            start.forget()
        self._paid, self._course = {}, None
        self._measure()
        if self.weights_fault() is None:
            self._survey()

    @override
    def weights_fault(self) -> Message | None:
        finite = bool(np.isfinite(self._test.loss[0]).all())
        return None if finite else say("these weights give answers that are NaN or infinite")

    @override
    def learn(self) -> None:
        if not self.settings.learn:
            self._paid = {}
            return
        self._paid = self._teacher.teach(self._starts, self.settings, self.steps_done, self.draws)
        self._course = None

    @override
    def after_step(self) -> None:
        super().after_step()
        if self.steps_done % self.settings.test_every == 0:
            self._measure()
        if self.steps_done % self.settings.surface_every == 0:
            self._survey()

    @override
    def divergence(self, names: Sequence[str]) -> Message:
        methods = dict.fromkeys(METHOD_NAMES[name.partition(".")[0]] for name in names)
        return say("the weights of {methods} became NaN or infinite", methods=listed(methods))

    def _measure(self) -> None:
        self._test = self._judge.measure(self.settings, self._starts, self.steps_done)

    def _survey(self) -> None:
        settings, laid = self.settings, self._on_table()
        method = settings.surface_method if settings.surface_method in settings.methods else settings.methods[0]
        other = (laid.table.number + 1) % _EPISODES
        second = Laid(settings, other, self._task, Edits(), self.device)
        numbers, tasks = (laid.table.number, other), (tasks_of(laid), tasks_of(second))
        plan = plan_of(settings, method, settings.test_steps)
        self._surface = self._surveyor.surveyed(
            method, self._starts[method].weights, tasks, numbers, plan, self.steps_done
        )

    @override
    def setting_changed(self, name: str, before: StartsSettings, draft: bool) -> None:
        """Follow a live setting; in a draft the loss surface stays as it is."""
        if name == "shown" and self.settings.shown != before.shown:
            self._edits, self._laid = Edits(), None
        if name in (*_COURSE, "shown"):
            self._course = None
        if not draft and name in (*_COURSE, "shown", "surface_method"):
            self._survey()

    @override
    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Change the episode on the table; see `edits`."""
        self._edits = edited(self._edits, name, value, self._episode)
        self._laid, self._course = None, None
        if not draft:
            self._survey()

    @override
    def plain_table(self) -> dict[str, object]:
        return plain(self._edits)

    @override
    def read_table(self, value: object) -> Edits:
        return read(value, self._episode)

    @property
    def _query(self) -> int:
        """The query in question: the last one where the setting names none that is there."""
        queries = self.settings.ways * self.settings.queries + len(self._edits.queries)
        return min(self.settings.query, queries - 1)

    def _on_table(self) -> Laid:
        if self._laid is None:
            self._laid = Laid(self.settings, self.settings.shown, self._task, self._edits, self.device)
        return self._laid

    @override
    def save(self) -> State:
        found: dict[str, object] = {
            "paid": json.dumps(self._paid),
            **test_state(self._test),
            **surface_state(self._surface),
        }
        return {**super().save(), **found}

    @override
    def load(self, state: State) -> None:
        super().load(state)
        self._paid = json.loads(str(state["paid"]))
        self._test, self._surface = test_of(state), surface_of(state)
        self._laid, self._course = None, None

    @override
    def show(self) -> StartsFrame:
        settings, laid = self.settings, self._on_table()
        if self._course is None:
            self._course = course(settings, self._network, self._starts, laid, learner_of(self.engine))
        rates = [rate_of(settings, method, start.weights) for method, start in self._starts.items()]
        return StartsFrame(
            step=self.steps_done,
            metrics=self._metrics(),
            notices=notices_of(settings, self._source, self._test),
            methods=settings.methods,
            transductive=settings.statistics == "batch",
            table=laid.table,
            query=self._query,
            rates=single(torch.tensor(rates)),
            course=self._course,
            test=self._test,
            surface=self._surface,
            pixels=replace(self._judge.pixels, step=self._test.step),
            published=published(settings),
        )

    def _metrics(self) -> dict[str, float]:
        found = {f"{method}.loss": paid for method, paid in self._paid.items()}
        if self._test.step != self.steps_done:
            return found
        return found | metrics_of(self.settings, self._test, self._judge.pixels)
