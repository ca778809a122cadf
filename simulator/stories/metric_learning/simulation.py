"""Simulates the metric learning story: all methods learn from the same episodes and answer the one on the table."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import final

import numpy as np
from torch import Tensor
from typing_extensions import override

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import chosen_device
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.text import Message, listed, say
from metascope.simulator.episodes.frame import Accuracy, Quiz, Whole
from metascope.simulator.episodes.laying import Laid, shown_by
from metascope.simulator.episodes.names import PIXELS, YOU
from metascope.simulator.episodes.on_table import OnTable
from metascope.simulator.learners import kernels
from metascope.simulator.learners.baselines.neighbours import vote
from metascope.simulator.learners.metric.relation import on_plateau
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.stories.metric_learning.answering.showing import LATELY, Answering
from metascope.simulator.stories.metric_learning.costs import costs_of
from metascope.simulator.stories.metric_learning.edits import Edits, Episode, edited, plain, read
from metascope.simulator.stories.metric_learning.frame import MetricFrame, Plan, ticks_of_imagining
from metascope.simulator.stories.metric_learning.measuring import Judge, Measured
from metascope.simulator.stories.metric_learning.names import FINETUNING, IMAGINED, MANIPULATIONS, RELATION
from metascope.simulator.stories.metric_learning.networks import Base, Teacher, begun, network_name, network_of
from metascope.simulator.stories.metric_learning.notices import notices_of
from metascope.simulator.stories.metric_learning.published import published
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.metric_learning.timing import AnswerTimes
from metascope.simulator.stories.metric_learning.tuning import kept, plan_of, unchosen
from metascope.simulator.stories.metric_learning.tuning import read as read_plan
from metascope.simulator.tasks.held_out import held_out_task, judged_on, source_of_run, training_task

_WEIGHTS = ".weights."  # in the middle of the names of tensors that are learned
_STEADY = 10  # meta-steps over which a loss is averaged to tell a plateau


@final
class MetricSimulation(OnTable[MetricSettings, MetricFrame, Edits]):
    """Each meta-step does a few updates of every method on new episodes; all are measured every so many meta-steps.

    Held-out episodes, one of which lies on the table, depend on the seed alone, and so do those that are measured.
    """

    manipulations = MANIPULATIONS

    @override
    @classmethod
    def kernels(cls, settings: MetricSettings) -> tuple[Kernel, ...]:
        on_gpu = settings.device != "cpu" and chosen_device(settings.device, settings.work).type != "cpu"
        return () if on_gpu else kernels.EMBEDDING

    @override
    def begin(self) -> None:
        settings = self.settings
        chosen_device(settings.device, settings.work)  # refused before pictures are drawn or read, which takes long
        self._source = source_of_run(settings)
        split = self._source.split
        self._base = Base(training_task(settings, split.train))
        self._validation = held_out_task(settings, split.validation)
        self._task = held_out_task(settings, judged_on(settings.judged_on, split))
        self._edits, self._episode = Edits(), Episode.of(settings)
        super().begin()
        self._teacher = Teacher(settings, self._base, self.device, self.engine)
        self._judge = Judge(settings, self._task, self._base, self.device, self.engine)
        self._answering = Answering(self._base, self._judge.base_pictures, self.engine)
        self._plan = unchosen(settings)  # of fine-tuning
        self._costs = costs_of(settings, self._base, self._plan)
        self._laid: list[Laid] = []  # the last ones, the newest first
        self._paid: dict[str, float] = {}  # mean loss of each network in the last meta-step
        self._plateau: list[float] = []  # losses of the relation network in the last meta-steps
        self._times = AnswerTimes(settings, self._base, self._judge.pictures, self.engine)
        self._moment = 0  # is another one whenever weights are
        self._measure()

    @property
    @override
    def work(self) -> float:
        return self.settings.work

    @override
    def initial(self) -> dict[str, Tensor]:
        self._networks: dict[str, MetaTraining] = begun(self.settings, self._base, self.device)
        return {n: tensor for name, network in self._networks.items() for n, tensor in network.tensors(name).items()}

    @override
    def weights_of(self, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        return {name.replace(_WEIGHTS, "."): tensor for name, tensor in tensors.items() if _WEIGHTS in name}

    @override
    def weights_loaded(self) -> None:
        """Start the optimizers again, and measure."""
        for network in self._networks.values():
            network.forget()
        self._paid, self._plateau, self._moment = {}, [], self._moment + 1
        self._measure()

    @override
    def weights_fault(self) -> Message | None:
        return say("these weights give answers that are NaN or infinite") if self._lost() else None

    @override
    def learn(self) -> None:
        if not self.settings.learn:
            self._paid = {}
            return
        self._paid = self._teacher.teach(self._networks, self.settings, self.steps_done, self.draws)
        self._moment += 1
        if RELATION in self._paid:
            self._plateau = [*self._plateau, self._paid[RELATION]][-_STEADY:]

    @override
    def after_step(self) -> None:
        super().after_step()
        self._times.spend(*self._answers)
        if self.steps_done % self.settings.test_every == 0:
            self._measure()
        if lost := self._lost():
            raise Diverged(
                say("answers of {networks} became NaN or infinite", networks=listed(map(network_name, lost)))
            )

    def _lost(self) -> list[str]:
        """Return the methods whose answers are no numbers; fine-tuning may diverge on an episode, which it shows."""
        answers = self.look().answers.items()
        return [method for method, answer in answers if not np.isfinite(answer.probabilities).all()]

    @override
    def divergence(self, names: Sequence[str]) -> Message:
        networks = dict.fromkeys(name.partition(".")[0] for name in names)
        return say("the weights of {networks} became NaN or infinite", networks=listed(map(network_name, networks)))

    def _measure(self) -> None:
        if self.settings.finetuning:
            weights = self._networks[network_of(FINETUNING)].weights
            self._fine_tune_by(plan_of(self.settings, weights, self._base, self._validation, self.engine))
        self._measured: Measured = self._judge.measure(self.settings, self._networks, self._plan)
        self._measured_at = self.steps_done
        self._times.measure_once(*self._answers)

    @property
    def _answers(self) -> tuple[MetricSettings, Mapping[str, MetaTraining], Plan]:
        """What answers: the settings, networks by name, and the plan of fine-tuning."""
        return self.settings, self._networks, self._plan

    def _fine_tune_by(self, plan: Plan) -> None:
        """Fine-tune by a plan from now on; its number of updates is part of what an answer costs."""
        if plan.steps != self._plan.steps:
            self._costs = costs_of(self.settings, self._base, plan)
        self._plan = plan

    @override
    def setting_changed(self, name: str, before: MetricSettings, draft: bool) -> None:
        if name == "shown" and self.settings.shown != before.shown:
            edits = self._edits.put_back()
            self._edits = Edits(span=edits.span, right=edits.right, asked=edits.asked)

    @override
    def manipulate(self, name: str, value: object, draft: bool) -> None:
        """Change the episode on the table, or answer its query; see `edits`."""
        self._edits = edited(self._edits, name, value, self._episode, self._query)

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

    @override
    def save(self) -> State:
        found: dict[str, object] = {
            "paid": json.dumps(self._paid),
            "plateau": json.dumps(self._plateau),
            "measured": json.dumps(
                [self._measured.metrics, self._measured.episodes, self._measured_at, *kept(self._plan)]
            ),
            "rate": self._plan.rate,
        }
        return {**super().save(), **found}

    @override
    def load(self, state: State) -> None:
        super().load(state)
        metrics, episodes, self._measured_at, *plan = json.loads(str(state["measured"]))
        self._measured = Measured(metrics, episodes)
        self._paid, self._plateau = json.loads(str(state["paid"])), json.loads(str(state["plateau"]))
        self._fine_tune_by(read_plan(float(str(state["rate"])), plan, self.settings))
        self._laid, self._moment = [], self._moment + 1

    @override
    def show(self) -> MetricFrame:
        settings = self.settings
        laid = self._lay()
        answers = {
            method: self._answering.answered(
                method,
                self._networks[network_of(method)].weights,
                settings,
                laid,
                self._edits,
                moment=self._moment,
                plan=self._plan,
                accuracy=self._accuracy(method),
            )
            for method in settings.methods
        }
        quiz = _quiz(self._edits)
        return MetricFrame(
            step=self.steps_done,
            metrics=self._metrics(quiz),
            notices=notices_of(settings, self._source, self._steady_plateau),
            episodes=self.steps_done * settings.updates,
            table=laid.table,
            query=self._query,
            context_steps=settings.context_steps,
            imagined_steps=ticks_of_imagining(answers[IMAGINED].plane.seeds) if IMAGINED in answers else 0,
            answers=answers,
            pixels=self._accuracy(PIXELS),
            pixels_predicted=_by_pixels(laid),
            costs=self._costs,
            published=published(settings),
            quiz=quiz,
            times=self._times.found(),
        )

    def _lay(self) -> Laid:
        """Return the episode on the table; the same one until it changes, or what was changed last is taken back."""
        number = self.settings.shown + self._edits.passed
        of = shown_by(number, self._edits)
        laid = next((one for one in self._laid if one.of == of), None)
        laid = laid or Laid(self.settings, number, self._task, self._edits, self.device)
        self._laid = [laid, *(one for one in self._laid if one is not laid)][:LATELY]
        return laid

    @property
    def _steady_plateau(self) -> bool:
        """Whether the relation network has stayed on its plateau."""
        losses = self._plateau
        return len(losses) == _STEADY and on_plateau(sum(losses) / len(losses), self.settings.train_ways)

    def _accuracy(self, method: str) -> Accuracy:
        found = self._measured.metrics
        return Accuracy(
            step=self._measured_at,
            episodes=self._measured.episodes[method],
            mean=found[f"{method}.accuracy"],
            half=found.get(f"{method}.ci", 0.0),
        )

    def _metrics(self, quiz: Quiz) -> dict[str, float]:
        found = {}
        for method in self.settings.methods:
            if (network := network_of(method)) in self._paid:
                found[f"{method}.loss"] = self._paid[network]
        if quiz.asked:
            found[f"{YOU}.accuracy"] = quiz.right / quiz.asked
        return found | (self._measured.metrics if self._measured_at == self.steps_done else {})


def _quiz(edits: Edits) -> Quiz:
    low, high = wilson(edits.right, edits.asked)
    query, answer = edits.answered or (-1, -1)
    return Quiz(right=edits.right, asked=edits.asked, low=low, high=high, query=query, answer=answer)


def wilson(right: int, asked: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share; all of it where nothing was asked."""
    if not asked:
        return 0.0, 1.0
    z, share = 1.959964, right / asked
    middle = share + z * z / (2 * asked)
    half = z * math.sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    whole = 1 + z * z / asked
    return max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0)


def _by_pixels(laid: Laid) -> Whole:
    """Return what the nearest neighbour on pixels answers, (Q,)."""
    known, asked = laid.supports.flatten(1), laid.queries.flatten(1)
    answer = vote(known, laid.labels, asked, laid.ways, nearness="euclidean")
    return frozen(answer.predicted.cpu().numpy().astype(np.int32))
