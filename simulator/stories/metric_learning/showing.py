"""Answers the queries on the table with every method, and shows how each answer came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast, final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from simulator.engine.arrays import Single, frozen, single
from simulator.learners.baselines.classifier import BIAS, WEIGHTS
from simulator.learners.baselines.finetuning import FineTuningAnswer
from simulator.learners.baselines.neighbours import NeighboursAnswer
from simulator.learners.embedding.reference import Weights
from simulator.learners.metric.answer import Answer
from simulator.learners.metric.context import ContextAnswer
from simulator.learners.metric.distances import cosines, squared_distances, temperature
from simulator.learners.metric.grouping import counts, log_sums, only_present
from simulator.learners.metric.imagined import ImaginedAnswer
from simulator.learners.metric.learner import Mode
from simulator.learners.metric.matching import MatchingAnswer
from simulator.learners.metric.prototypes import PrototypesAnswer
from simulator.learners.metric.relation import RelationAnswer
from simulator.learners.metric.siamese import SiameseAnswer
from simulator.stories.metric_learning import geometry
from simulator.stories.metric_learning.edits import Edits
from simulator.stories.metric_learning.frame import Accuracy, Answered, Plane, Tuned, Whole
from simulator.stories.metric_learning.laying import Laid
from simulator.stories.metric_learning.names import (
    CONTEXT,
    COSINE,
    FINETUNING,
    MATCHING,
    NEIGHBOURS,
    PROTOTYPES,
)
from simulator.stories.metric_learning.networks import Base, finetuning_of, learner_of, temperature_of
from simulator.stories.metric_learning.settings import MetricSettings

TERMS = 16  # of a Siamese pair that are shown
SHOWN = 40  # pictures of base classes on which forgetting on the table is measured
Array = NDArray[np.float64]


@dataclass(frozen=True)
class _Points:
    """What a method compares, as points: of the present supports and the queries, and what a linear decision needs."""

    supports: Array  # (P, E)
    queries: Array  # (Q, E)
    means: Array  # (N, E), of classes or prototypes; NaN for a class without support
    slopes: Array | None = None  # (N, E) of logits that are linear in a query; None: they are not
    offsets: Array | None = None  # (N,)
    examples: Array | None = None  # (N, J, E) imagined
    seeds: NDArray[np.int64] | None = None  # (N, J) present supports, -1: none


@final
class Answering:
    """Answers for the methods of a run.

    Args:
        base: the classes that the classifier knows.
        base_pictures: of them, with their classes; forgetting is measured on the first ones.
    """

    def __init__(self, base: Base, base_pictures: tuple[Tensor, Tensor]) -> None:
        self._base, self._base_pictures = base, (base_pictures[0][:SHOWN], base_pictures[1][:SHOWN])
        self._known: dict[str, tuple[Tensor, Tensor]] = {}  # by method, of supports and queries
        self._of: object = None  # what these are of
        self._tuned: tuple[object, FineTuningAnswer] | None = None

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
        rate: float,
        accuracy: Accuracy | None,
    ) -> Answered:
        """Return a method's answer to the queries on the table.

        Args:
            method: its key.
            weights: of its network.
            settings: as they are now.
            laid: the episode.
            edits: what a person did to it, whose points and span count here.
            moment: is another one whenever weights are.
            rate: of fine-tuning.
            accuracy: as last measured.
        """
        if method == FINETUNING:
            return self._finetuned(weights, settings, laid, edits, rate, moment, accuracy)
        supports, queries = self._features(method, weights, settings, laid, moment)
        learner, mode = learner_of(settings, method, settings.shots), Mode(settings.statistics)

        def compared(known: Tensor) -> Answer:
            return cast("Answer", learner.compare(weights, known, laid.labels, queries, laid.ways, mode))

        answer = compared(supports)
        points = _points_of(method, settings, answer, laid)
        plane = _Seen(points, laid, edits, answer)
        held = plane.held(method)
        if held is not None:
            answer = _with_points(method, weights, answer, held, laid, compared)
            points = _points_of(method, settings, answer, laid, held)
        return _told(weights, settings, laid, answer, plane.picture(points, answer, method), accuracy)

    def _features(
        self, method: str, weights: Weights, settings: MetricSettings, laid: Laid, moment: int
    ) -> tuple[Tensor, Tensor]:
        """Return the features of present supports and queries; the same ones until weights or pictures change."""
        of = (moment, *_seen_pictures(laid))
        if self._of != of:
            self._of, self._known = of, {}
        if method not in self._known:
            learner = learner_of(settings, method, settings.shots)
            features = learner.encode(weights, torch.cat([laid.supports, laid.queries]), Mode(settings.statistics))
            self._known[method] = features[: len(laid.supports)], features[len(laid.supports) :]
        return self._known[method]

    def _finetuned(
        self,
        weights: Weights,
        settings: MetricSettings,
        laid: Laid,
        edits: Edits,
        rate: float,
        moment: int,
        accuracy: Accuracy | None,
    ) -> Answered:
        answer = self._tuned_answer(weights, settings, laid, rate, moment)
        points = _points_of(FINETUNING, settings, answer, laid)
        picture = _Seen(points, laid, edits, answer).picture(points, answer, FINETUNING)
        told = _told(weights, settings, laid, answer, picture, accuracy)
        asked = laid.table.asked
        known = torch.from_numpy(np.flatnonzero(asked >= 0)).to(answer.among_new.device)
        wanted = torch.from_numpy(asked[asked >= 0].astype(np.int64)).to(answer.among_new.device)
        new = answer.among_new[:, known].argmax(-1) == wanted  # (T + 1, queries whose class is known)
        among = answer.among_all[:, known].argmax(-1) == wanted + self._base.classes
        assert answer.base is not None
        lost = ~(answer.losses.isfinite() & answer.among_new.isfinite().all(-1).all(-1))
        tuned = Tuned(
            losses=single(_finite(answer.losses)),
            among_new=single(new.double().mean(-1)),
            among_all=single(among.double().mean(-1)),
            base=single(answer.base),
            probabilities=single(_finite(answer.among_new)),
            diverged=int(lost.int().argmax()) if bool(lost.any()) else -1,
            rate=rate,
            parts=settings.finetuning_parts,
        )
        return replace(told, tuned=tuned)

    def _tuned_answer(
        self, weights: Weights, settings: MetricSettings, laid: Laid, rate: float, moment: int
    ) -> FineTuningAnswer:
        """Return the answer with all updates; the same one until weights, pictures or classes change."""
        of = (moment, rate, laid.labels.numpy(force=True).tobytes(), *_seen_pictures(laid))
        if self._tuned is None or self._tuned[0] != of:
            tuning, mode = finetuning_of(settings, self._base, rate), Mode(settings.statistics)
            given = laid.supports, laid.labels, laid.queries, laid.ways
            self._tuned = of, tuning.answer(weights, *given, base=self._base_pictures, mode=mode)
        return self._tuned[1]


def _seen_pictures(laid: Laid) -> tuple[bytes, ...]:
    """Return what tells the pictures of an episode from others."""
    return laid.present.tobytes(), laid.table.supports.tobytes(), laid.table.queries.tobytes()


def _directional(method: str, settings: MetricSettings) -> bool:
    """Return whether a method compares directions alone, so that points are shown with length 1."""
    return (
        method in (MATCHING, COSINE, CONTEXT)
        or (method == PROTOTYPES and settings.distance == "cosine")
        or (method == NEIGHBOURS and settings.neighbours_metric == "cosine")
    )


def _points_of(method: str, settings: MetricSettings, answer: Answer, laid: Laid, held: Array | None = None) -> _Points:
    """Return the points that a method compares; supports that a person holds, (P, E), are shown where they are put."""
    supports, queries = np.nan_to_num(_real(answer.supports)), np.nan_to_num(_real(answer.queries))
    labels = laid.labels.cpu().numpy()
    if _directional(method, settings):
        supports, queries = _unit(supports), _unit(queries)
    supports = supports if held is None else held
    means = geometry.class_means(supports, labels, laid.ways)
    if isinstance(answer, ImaginedAnswer):
        means = np.where(np.isnan(means), np.nan, _real(answer.prototypes))
        exists = answer.exists.cpu().numpy()
        there = exists.any(0)  # room that any class uses
        seeds = np.where(exists, answer.seeds.cpu().numpy(), -1)[:, there]
        examples = np.where(exists[..., None], _real(answer.examples), np.nan)[:, there]
        return _Points(supports, queries, means, 2 * means, -np.square(means).sum(1), examples, seeds)
    if isinstance(answer, PrototypesAnswer) and not _directional(method, settings):
        return _Points(supports, queries, means, 2 * means, -np.square(means).sum(1))
    if isinstance(answer, FineTuningAnswer):
        last = slice(-laid.ways, None)
        slopes, offsets = (np.nan_to_num(_real(answer.tuned[name][last])) for name in (WEIGHTS, BIAS))
        return _Points(supports, queries, means, slopes, offsets)
    return _Points(supports, queries, means)


class _Seen:
    """The plane in which a method's points are seen; points that a person holds do not turn it."""

    def __init__(self, points: _Points, laid: Laid, edits: Edits, answer: Answer) -> None:
        self._laid, self._edits = laid, edits
        there = np.flatnonzero(~np.isnan(points.means).any(1))
        spanning = np.array([one for one in edits.span if one in there], np.int64)
        if len(spanning) != 3:
            spanning = there if len(there) <= 3 else np.zeros(0, np.int64)
        self.spanning = spanning
        self._exact = points.slopes is not None and len(spanning) > 1
        chosen = spanning if len(spanning) > 1 else there
        corners = points.means[chosen]
        every = np.concatenate([points.supports, points.queries])
        if isinstance(answer, FineTuningAnswer) and points.slopes is not None:
            corners = points.slopes[chosen]
            found = geometry.projection(corners, points.means[chosen], every)
            origin = points.means[chosen].mean(0)
            self._projection = geometry.turned(geometry.Projection(origin, found.axes), points.means[chosen])
        else:
            self._projection = geometry.projection(corners, points.means[chosen], every)
        self._before = points

    def held(self, method: str) -> Array | None:
        """Return the supports (P, E) with those moved that a person holds at a place; None if there is none."""
        places = {s: place for (of, s), place in self._edits.points.items() if of == method}
        moved = self._before.supports.copy()
        found = False
        for row, support in enumerate(self._laid.present.tolist()):
            if support in places:
                moved[row] = self._projection.moved(moved[row], np.array(places[support]))
                found = True
        return moved if found else None

    def picture(self, points: _Points, answer: Answer, method: str) -> Plane:
        """Return the points in the plane."""
        at, laid = self._projection.places, self._laid
        supports, queries, means = at(points.supports), at(points.queries), at(points.means)
        all_supports = np.full((len(laid.table.labels), 2), np.nan)
        all_supports[laid.present] = supports
        examples = at(points.examples) if points.examples is not None else np.zeros((laid.ways, 0, 2))
        seeds = np.zeros((laid.ways, 0), np.int64)
        if points.seeds is not None:
            seeds = np.where(points.seeds >= 0, laid.present[np.maximum(points.seeds, 0)], -1)
        around = geometry.extent(np.concatenate([supports, queries, means, examples.reshape(-1, 2)]))
        regions = np.zeros((0, 0, len(self.spanning)))
        if self._exact and points.slopes is not None and points.offsets is not None:
            slopes, offsets = points.slopes[self.spanning], points.offsets[self.spanning]
            middle = slopes.mean(0)
            slopes = slopes - middle  # what is the same for all classes decides nothing
            at_origin = offsets + slopes @ self._projection.origin
            regions = geometry.raster(geometry.widened(around), slopes @ self._projection.axes.T, at_origin)
        moved = np.array([(method, support) in self._edits.points for support in range(len(all_supports))], np.bool_)
        exact = self._exact and len(self.spanning) == int((~np.isnan(points.means).any(1)).sum())
        predicted = answer.predicted.cpu().numpy()
        return Plane(
            supports=_single(all_supports),
            queries=_single(queries),
            prototypes=_single(means),
            imagined=_single(examples),
            seeds=_whole(seeds),
            spanning=_whole(self.spanning),
            kept=1.0 if exact else geometry.kept(predicted, queries, means),
            exact=self._exact,
            extent=_single(around),
            regions=_single(regions),
            moved=frozen(moved),
        )


def _with_points(method: str, weights: Weights, answer: Any, held: Array, laid: Laid, compared: Any) -> Answer:
    """Return the answer where the compared supports are those a person holds, (P, E)."""
    supports = torch.from_numpy(held).to(answer.supports)
    if isinstance(answer, ContextAnswer):  # the place in context is what is moved, not what the context is made of
        alike = cosines(answer.queries, supports)
        scores = temperature(weights) * alike
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


def _told(
    weights: Weights,
    settings: MetricSettings,
    laid: Laid,
    answer: Answer,
    plane: Plane,
    accuracy: Accuracy | None,
) -> Answered:
    """Return an answer as views see it, with room for the supports that were removed."""
    supports, asked, ways = len(laid.table.labels), len(laid.queries), laid.ways
    probabilities = answer.probabilities
    scores: Tensor = probabilities
    pairs, attention = np.zeros((asked, 0)), np.zeros((asked, 0))
    reads = np.zeros((0, asked, supports))
    neighbours = np.zeros((asked, 0), np.int64)
    terms, features = np.zeros((asked, 0)), np.zeros((asked, 0), np.int64)

    def wide(values: Tensor) -> Array:
        """Return values (..., P) of present supports with 0 for the others, (..., M)."""
        found = np.zeros((*values.shape[:-1], supports))
        found[..., laid.present] = _real(values)
        return found

    if isinstance(answer, PrototypesAnswer):
        absent = counts(laid.labels, ways) == 0
        scores = answer.distances.masked_fill(absent, 0.0)
    elif isinstance(answer, RelationAnswer):
        scores = answer.scores
    elif isinstance(answer, MatchingAnswer):
        factor = temperature_of(weights) or 1.0
        pairs, attention = wide(factor * answer.cosines), wide(answer.attention)
        if isinstance(answer, ContextAnswer):
            reads = wide(answer.reads)
    elif isinstance(answer, SiameseAnswer):
        pairs, attention = wide(answer.pairs), wide(answer.same)
        scores = answer.logits.sigmoid()
        terms, features = _terms(weights, answer)
    elif isinstance(answer, NeighboursAnswer):
        pairs = wide(-answer.distances)
        near = answer.neighbours.cpu().numpy()
        neighbours = laid.present[near]
        attention = np.zeros((asked, supports))
        np.put_along_axis(attention, neighbours, 1 / near.shape[1], 1)
    elif isinstance(answer, FineTuningAnswer):
        scores, probabilities = _finite(answer.logits), _finite(probabilities)
    best = np.zeros(0, np.int64)
    if pairs.shape[1]:
        best = laid.present[pairs[:, laid.present].argmax(1)]
    return Answered(
        probabilities=single(probabilities),
        predicted=_whole(answer.predicted.cpu().numpy()),
        scores=single(scores),
        plane=plane,
        pairs=_single(pairs),
        attention=_single(attention),
        reads=_single(reads),
        neighbours=_whole(neighbours),
        terms=_single(terms),
        features=_whole(features),
        best=_whole(best),
        tuned=None,
        temperature=temperature_of(weights),
        accuracy=accuracy,
    )


def _terms(weights: Mapping[str, Tensor], answer: SiameseAnswer) -> tuple[Array, NDArray[np.int64]]:
    """Return the largest terms (Q, 16) of each query's likeliest pair, and which features they are of."""
    pairs = _real(answer.pairs)  # (Q, P)
    differences = np.abs(_real(answer.queries) - _real(answer.supports)[pairs.argmax(1)])  # (Q, E)
    if "alpha" in weights:
        terms = _real(weights["alpha"]) * differences
    else:
        shares = np.square(differences)
        terms = pairs.max(1, keepdims=True) * shares / np.maximum(shares.sum(1, keepdims=True), 1e-30)
    order = np.argsort(-np.abs(terms), axis=1, kind="stable")[:, :TERMS]
    return np.take_along_axis(terms, order, 1), order


def _real(values: Tensor) -> Array:
    return values.detach().cpu().numpy().astype(np.float64)


def _finite(values: Tensor) -> Tensor:
    """Return values with 0 where they are not finite."""
    return torch.where(values.isfinite(), values, 0.0)


def _unit(points: Array) -> Array:
    found: Array = points / np.maximum(np.linalg.norm(points, axis=-1, keepdims=True), 1e-12)
    return found


def _single(values: Array) -> Single:
    return frozen(values.astype(np.float32))


def _whole(values: NDArray[np.integer]) -> Whole:
    return frozen(np.array(values, np.int32))
