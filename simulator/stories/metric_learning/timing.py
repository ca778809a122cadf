"""Measures how long each method takes to answer a query, with 1 to 20 supports of each class, while it is trained.

What others do on the machine makes an answer slower, never faster, and a window that paints holds up a short one. So
of a few answers in a row the shortest counts, and of several such measurements between meta-steps the least. Answers
take as long whatever the weights are: once each was measured often enough, none is any more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.engine.computing import Engine
from metascope.simulator.episodes.names import PIXELS
from metascope.simulator.learners.baselines.classifier import scores
from metascope.simulator.learners.baselines.neighbours import Pixels
from metascope.simulator.learners.metric.answer import Answer
from metascope.simulator.learners.metric.learner import Learner, Mode, by_class
from metascope.simulator.learners.metric.training import MetaTraining
from metascope.simulator.stories.metric_learning.frame import Plan, Timed
from metascope.simulator.stories.metric_learning.names import FINETUNING, IMAGINED, IN_A_ROW, SHARE, TIMES
from metascope.simulator.stories.metric_learning.networks import Base, finetuning_of, learner_of, network_of
from metascope.simulator.stories.metric_learning.settings import MetricSettings

SHOTS = (1, 2, 5, 10, 20)
_SHORT = 0.01  # seconds in which answers are repeated
_MOST = 0.05  # seconds that may be measured at once, however long nothing was
_Key = tuple[str, int]  # a method, or pixels, and a number of shots


def timed_shots(settings: MetricSettings) -> tuple[int, ...]:
    """Return for which numbers of shots answers are timed: the run's own, and those with supports for which it is made.

    Fine-tuning needs as much memory for its supports as training needs for the pictures of an episode.
    """
    shots = {*SHOTS, settings.shots}
    return tuple(sorted(one for one in shots if one == settings.shots or one * settings.ways <= settings.most_supports))


@final
class AnswerTimes:
    """Measures answers one by one, those first that were measured least, for a share of a run's time.

    Supports are embedded before; with statistics of the episode they are part of every answer, as fine-tuning's updates
    always are. What they show makes no difference: they are pictures of the held-out characters, as they come.

    Args:
        settings: of the run.
        base: the classes that the classifier knows.
        pictures: held-out ones, (P, S, S).
        engine: by which pictures are embedded.
        clock: returns seconds.
    """

    def __init__(
        self,
        settings: MetricSettings,
        base: Base,
        pictures: Tensor,
        engine: Engine,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._base, self._pictures, self._engine, self._clock = base, pictures, engine, clock
        self.shots = timed_shots(settings)
        self._took: dict[_Key, list[float]] = {
            (method, shots): [] for shots in self.shots for method in (*settings.methods, PIXELS)
        }
        self._found: dict[str, Timed] = {}  # empty: to be made
        self._imagined = settings.imagined_examples
        self._left, self._since = 0.0, clock()  # seconds to measure in; when that was reckoned

    def found(self) -> dict[str, Timed]:
        """Return what was measured until now, by method and of pixels; the same object until more was."""
        if self._found:
            return self._found
        by_method: dict[str, list[list[float]]] = {}
        for (method, _), took in self._took.items():
            by_method.setdefault(method, []).append(took)
        self._found = {
            method: Timed(
                shots=frozen(np.array(self.shots, np.int32)),
                milliseconds=frozen(np.array([1000 * min(one) if one else np.nan for one in took])),
                answers=frozen(np.array([len(one) for one in took], np.int32)),
            )
            for method, took in by_method.items()
        }
        return self._found

    def spend(self, settings: MetricSettings, networks: Mapping[str, MetaTraining], plan: Plan) -> None:
        """Measure answers while there is time: a share of that since the last call, less what was taken beyond it.

        Args:
            settings: as they are now.
            networks: by name.
            plan: of fine-tuning.
        """
        begun = self._clock()
        self._left = min(self._left + SHARE * (begun - self._since), _MOST)
        self._follow(settings)
        while self._left > 0 and (key := self._next()) is not None:
            before = self._clock()
            self._measure(key, settings, networks, plan)
            self._left -= self._clock() - before
        self._since = self._clock()

    def measure_once(self, settings: MetricSettings, networks: Mapping[str, MetaTraining], plan: Plan) -> None:
        """Measure each answer with the run's own supports, which a first frame can show."""
        for method in (*settings.methods, PIXELS):
            if not self._took[method, settings.shots]:
                self._measure((method, settings.shots), settings, networks, plan)
        self._since = self._clock()

    def _follow(self, settings: MetricSettings) -> None:
        """Forget what was measured with another number of imagined examples."""
        if settings.imagined_examples != self._imagined:
            self._imagined, self._found = settings.imagined_examples, {}
            for (method, _), took in self._took.items():
                if method == IMAGINED:
                    took.clear()

    def _next(self) -> _Key | None:
        """Return what was measured least, fine-tuning last, as it takes long; None where all was often enough."""
        key, took = min(self._took.items(), key=lambda item: (len(item[1]), item[0][0] == FINETUNING))
        return key if len(took) < TIMES else None

    @torch.no_grad()
    def _measure(self, key: _Key, settings: MetricSettings, networks: Mapping[str, MetaTraining], plan: Plan) -> None:
        (method, shots), took, self._found = key, self._took[key], {}
        rows = torch.arange(settings.ways * shots + 1, device=self._pictures.device) % len(self._pictures)
        supports, query = self._pictures[rows[:-1]], self._pictures[rows[-1:]]
        labels, weights = by_class(1, settings.ways, shots, supports)[0], {}
        if method != PIXELS:
            weights = networks[network_of(method)].weights
        if method == FINETUNING:
            tuning, mode = finetuning_of(settings, self._base, plan, self._engine), Mode(settings.statistics)

            def tuned() -> Tensor:
                *_, last = tuning.walk(weights, supports, labels, settings.ways, mode)
                return scores(last.weights, tuning.classifier.encode(last.weights, query, mode))

            took.append(self._timed(tuned))
            return
        learner: Learner[Any] = Pixels(settings.side)
        if method != PIXELS:
            learner = learner_of(settings, method, shots, self._engine)
        answer = _compared(learner, weights, (supports, labels, query), settings)
        if not took:
            answer()  # the first of its size, for which much is prepared, does not count
        took.append(self._timed(answer))

    def _timed(self, answer: Callable[[], Tensor]) -> float:
        """Return the seconds of an answer: of a few in a row the least, where they are short."""
        took = list[float]()
        while len(took) < IN_A_ROW and sum(took) < _SHORT:
            begun = self._clock()
            answer().cpu()  # waits for a GPU
            took.append(self._clock() - begun)
        return min(took)


def _compared(
    learner: Learner[Any],
    weights: Mapping[str, Tensor],
    episode: tuple[Tensor, Tensor, Tensor],
    settings: MetricSettings,
) -> Callable[[], Tensor]:
    """Return the function that answers the query of an episode of supports, labels and query."""
    (supports, labels, query), ways, mode = episode, settings.ways, Mode(settings.statistics)
    if settings.statistics == "episode":

        def together() -> Tensor:
            found: Answer = learner.answer(weights, supports, labels, query, ways, mode)
            return found.predicted

        return together
    known = learner.encode(weights, supports, mode)

    def answer() -> Tensor:
        found: Answer = learner.compare(weights, known, labels, learner.encode(weights, query, mode), ways, mode)
        return found.predicted

    return answer
