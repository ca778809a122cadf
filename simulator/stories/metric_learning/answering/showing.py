"""Answers the queries on the table with every method, and shows how each answer came about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast, final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.episodes.frame import Accuracy
from metascope.simulator.episodes.laying import Laid
from metascope.simulator.learners.baselines.finetuning import FineTuningAnswer
from metascope.simulator.learners.embedding.reference import Weights
from metascope.simulator.learners.metric.answer import Answer
from metascope.simulator.learners.metric.context import ContextAnswer
from metascope.simulator.learners.metric.distances import cosines, squared_distances
from metascope.simulator.learners.metric.grouping import counts, log_sums, only_present
from metascope.simulator.learners.metric.imagined import ImaginedAnswer
from metascope.simulator.learners.metric.learner import Mode
from metascope.simulator.stories.metric_learning.answering.seeing import Array, Seen, points_of
from metascope.simulator.stories.metric_learning.answering.telling import told
from metascope.simulator.stories.metric_learning.answering.tuned import tuned_of
from metascope.simulator.stories.metric_learning.edits import Edits
from metascope.simulator.stories.metric_learning.frame import Answered, Plan
from metascope.simulator.stories.metric_learning.names import FINETUNING
from metascope.simulator.stories.metric_learning.networks import Base, finetuning_of, learner_of, temperature_of
from metascope.simulator.stories.metric_learning.settings import MetricSettings

SHOWN = 40  # pictures of base classes on which forgetting on the table is measured
LATELY = 2  # answers of a method that are kept: what a person takes back is there at once


@final
class Answering:
    """Answers for the methods of a run.

    Args:
        base: the classes that the classifier knows.
        base_pictures: of them, with their classes; forgetting is measured on the first ones.
        engine: by which pictures are embedded.
    """

    def __init__(self, base: Base, base_pictures: tuple[Tensor, Tensor], engine: Engine = "reference") -> None:
        self._engine: Engine = engine
        self._base, self._base_pictures = base, (base_pictures[0][:SHOWN], base_pictures[1][:SHOWN])
        self._known: dict[str, tuple[Tensor, Tensor]] = {}  # by method, of supports and queries
        self._of: object = None  # what these are of
        self._tuned: tuple[object, FineTuningAnswer] | None = None
        self._answers: dict[str, list[tuple[tuple[object, ...], Answered]]] = {}  # the last ones of each method, the
        # newest first, with what they are of

    @torch.no_grad()
    def answered(
        self,
        method: str,
        weights: Weights,
        settings: MetricSettings,
        laid: Laid,
        edits: Edits,
        *,
        moment: int,
        plan: Plan,
        accuracy: Accuracy | None,
    ) -> Answered:
        """Return a method's answer to the queries on the table; the same one until anything that it depends on changes.

        That from before the last change is the same one, too, until weights are others.

        Args:
            method: its key.
            weights: of its network.
            settings: as they are now.
            laid: the episode.
            edits: what a person did to it, whose points and span count here.
            moment: is another one whenever weights are.
            plan: of fine-tuning.
            accuracy: as last measured.
        """
        points = {support: place for (of, support), place in edits.points.items() if of == method}
        of = moment, laid, settings, points, edits.span, plan, accuracy
        lately = [one for one in self._answers.get(method, []) if one[0][0] == moment]
        found = next((one for one in lately if one[0] == of), None)
        if found is None:
            found = of, self._answered(method, weights, settings, laid, edits, moment, plan, accuracy)
        self._answers[method] = [found, *(one for one in lately if one is not found)][:LATELY]
        return found[1]

    def _answered(
        self,
        method: str,
        weights: Weights,
        settings: MetricSettings,
        laid: Laid,
        edits: Edits,
        moment: int,
        plan: Plan,
        accuracy: Accuracy | None,
    ) -> Answered:
        if method == FINETUNING:
            return self._finetuned(weights, settings, laid, edits, plan, moment, accuracy)
        supports, queries = self._features(method, weights, settings, laid, moment)
        learner, mode = learner_of(settings, method, settings.shots, self._engine), Mode(settings.statistics)

        def compared(known: Tensor) -> Answer:
            return cast("Answer", learner.compare(weights, known, laid.labels, queries, laid.ways, mode))

        answer = compared(supports)
        points = points_of(method, settings, answer, laid)
        plane = Seen(points, laid, edits, answer)
        held = plane.held(method)
        if held is not None:
            answer = _with_points(method, weights, answer, held, laid, compared)
            points = points_of(method, settings, answer, laid, held)
        return told(weights, laid, answer, plane.picture(points, answer, method), accuracy)

    def _features(
        self, method: str, weights: Weights, settings: MetricSettings, laid: Laid, moment: int
    ) -> tuple[Tensor, Tensor]:
        """Return the features of present supports and queries; the same ones until weights or pictures change.

        Where no picture depends on the others, those that were taken away are embedded too: they may come back.
        """
        alone = settings.statistics == "running"
        of = (moment, *_seen_pictures(laid), alone or laid.present.tobytes())
        if self._of != of:
            self._of, self._known = of, {}
        pictures = laid.all_supports if alone else laid.supports
        if method not in self._known:
            learner = learner_of(settings, method, settings.shots, self._engine)
            features = learner.encode(weights, torch.cat([pictures, laid.queries]), Mode(settings.statistics))
            self._known[method] = features[: len(pictures)], features[len(pictures) :]
        supports, queries = self._known[method]
        return supports[laid.places] if alone else supports, queries

    def _finetuned(
        self,
        weights: Weights,
        settings: MetricSettings,
        laid: Laid,
        edits: Edits,
        plan: Plan,
        moment: int,
        accuracy: Accuracy | None,
    ) -> Answered:
        answer = self._tuned_answer(weights, settings, laid, plan, moment)
        points = points_of(FINETUNING, settings, answer, laid)
        seen = Seen(points, laid, edits, answer)
        tuned = tuned_of(answer, seen, laid, self._base.classes, plan, settings.finetuning_parts)
        reached = np.concatenate([tuned.supports, tuned.queries], 1).astype(np.float64)
        plane = seen.picture(points, answer, FINETUNING, reached)
        return told(weights, laid, answer, plane, accuracy, tuned)

    def _tuned_answer(
        self, weights: Weights, settings: MetricSettings, laid: Laid, plan: Plan, moment: int
    ) -> FineTuningAnswer:
        """Return the answer with all updates; the same one until weights, pictures or classes change."""
        of = (
            moment,
            plan.rate,
            plan.steps,
            laid.labels.numpy(force=True).tobytes(),
            laid.present.tobytes(),
            *_seen_pictures(laid),
        )
        if self._tuned is None or self._tuned[0] != of:
            tuning, mode = finetuning_of(settings, self._base, plan, self._engine), Mode(settings.statistics)
            given = laid.supports, laid.labels, laid.queries, laid.ways
            self._tuned = of, tuning.answer(weights, *given, base=self._base_pictures, mode=mode)
        return self._tuned[1]


def _seen_pictures(laid: Laid) -> tuple[bytes, ...]:
    """Return what tells the pictures of an episode from others."""
    return laid.table.supports.tobytes(), laid.table.queries.tobytes()


def _with_points(method: str, weights: Weights, answer: Any, held: Array, laid: Laid, compared: Any) -> Answer:
    """Return the answer where the compared supports are those a person holds, (P, E)."""
    supports = torch.from_numpy(held).to(answer.supports)
    if isinstance(answer, ContextAnswer):  # the place in context is what is moved, not what the context is made of
        alike = cosines(answer.queries, supports)
        scores = (temperature_of(weights) or 1.0) * alike
        logits = log_sums(scores, laid.labels, laid.ways)
        return replace(answer, supports=supports, cosines=alike, attention=scores.softmax(-1), logits=logits)
    if isinstance(answer, ImaginedAnswer):  # what is imagined stays
        number = counts(laid.labels, laid.ways) + answer.exists.sum(-1)
        prototypes = answer.prototypes.clone()
        prototypes.index_add_(0, laid.labels, (supports - answer.supports) / number[laid.labels].unsqueeze(-1))
        distances = squared_distances(answer.queries, prototypes)
        logits = only_present(-distances, laid.labels, laid.ways)
        return replace(answer, supports=supports, prototypes=prototypes, distances=distances, logits=logits)
    found: Answer = compared(supports)
    return found
