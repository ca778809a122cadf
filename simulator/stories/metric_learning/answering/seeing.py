"""Sees what a method compares in a plane: which points these are, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.engine.arrays import Single, frozen
from metascope.simulator.episodes.frame import Whole
from metascope.simulator.episodes.laying import Laid
from metascope.simulator.learners.baselines.classifier import BIAS, WEIGHTS
from metascope.simulator.learners.baselines.finetuning import FineTuningAnswer
from metascope.simulator.learners.metric.answer import Answer
from metascope.simulator.learners.metric.imagined import ImaginedAnswer
from metascope.simulator.learners.metric.prototypes import PrototypesAnswer
from metascope.simulator.stories.metric_learning import geometry
from metascope.simulator.stories.metric_learning.edits import Edits
from metascope.simulator.stories.metric_learning.frame import Plane
from metascope.simulator.stories.metric_learning.names import COSINE, IN_CONTEXT, MATCHING, NEIGHBOURS, PROTOTYPES
from metascope.simulator.stories.metric_learning.settings import MetricSettings

Array = NDArray[np.float64]
_HUGE = 1e12  # sums of products of larger numbers are beyond single precision


@dataclass(frozen=True)
class Points:
    """What a method compares, as points: of the present supports and the queries, and what a linear decision needs."""

    supports: Array  # (P, E)
    queries: Array  # (Q, E)
    means: Array  # (N, E), of classes or prototypes; NaN for a class without support
    slopes: Array | None = None  # (N, E) of logits that are linear in a query; None: they are not
    offsets: Array | None = None  # (N,)
    examples: Array | None = None  # (N, J, E) imagined
    seeds: NDArray[np.int64] | None = None  # (N, J) present supports, -1: none


def points_of(method: str, settings: MetricSettings, answer: Answer, laid: Laid, held: Array | None = None) -> Points:
    """Return the points that a method compares; supports that a person holds, (P, E), are shown where they are put."""
    supports, queries = tame(real(answer.supports)), tame(real(answer.queries))
    labels = laid.labels.cpu().numpy()
    if _directional(method, settings):
        supports, queries = _unit(supports), _unit(queries)
    supports = supports if held is None else held
    means = geometry.class_means(supports, labels, laid.ways)
    if isinstance(answer, ImaginedAnswer):
        means = np.where(np.isnan(means), np.nan, real(answer.prototypes))
        exists = answer.exists.cpu().numpy()
        there = exists.any(0)  # room that any class uses
        seeds = np.where(exists, answer.seeds.cpu().numpy(), -1)[:, there]
        examples = np.where(exists[..., None], real(answer.examples), np.nan)[:, there]
        return Points(supports, queries, means, 2 * means, -np.square(means).sum(1), examples, seeds)
    if isinstance(answer, PrototypesAnswer) and not _directional(method, settings):
        return Points(supports, queries, means, 2 * means, -np.square(means).sum(1))
    if isinstance(answer, FineTuningAnswer):
        last = slice(-laid.ways, None)
        slopes, offsets = (tame(real(answer.tuned[name][last])) for name in (WEIGHTS, BIAS))
        return Points(supports, queries, means, slopes, offsets)
    return Points(supports, queries, means)


@final
class Seen:
    """The plane in which a method's points are seen; points that a person holds do not turn it."""

    def __init__(self, points: Points, laid: Laid, edits: Edits, answer: Answer) -> None:
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

    def at(self, points: Array) -> Array:
        """Return the places (..., 2) of points (..., E)."""
        return self._projection.places(points)

    def linear(self, rows: Array, biases: Array, middle: Array) -> tuple[Array, Array]:
        """Return slopes (N, 2) and offsets (N,) by which places have logits, for points that lie beside `middle` (E,).

        Args:
            rows: (N, E) of a linear classifier.
            biases: (N,) of it.
            middle: what of a point cannot be seen in the plane is taken from this one.
        """
        axes = self._projection.axes
        return rows @ axes.T, biases + rows @ (middle - self.at(middle) @ axes)

    def picture(self, points: Points, answer: Answer, method: str, also: Array | None = None) -> Plane:
        """Return the points in the plane, which reaches as far as places `also` (..., 2), too."""
        at, laid = self.at, self._laid
        supports, queries, means = at(points.supports), at(points.queries), at(points.means)
        all_supports = np.full((len(laid.table.labels), 2), np.nan)
        all_supports[laid.present] = supports
        examples = at(points.examples) if points.examples is not None else np.zeros((laid.ways, 0, 2))
        seeds = np.zeros((laid.ways, 0), np.int64)
        if points.seeds is not None:
            seeds = np.where(points.seeds >= 0, laid.present[np.maximum(points.seeds, 0)], -1)
        more = np.zeros((0, 2)) if also is None else also.reshape(-1, 2)
        around = geometry.extent(np.concatenate([supports, queries, means, examples.reshape(-1, 2), more]))
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
            supports=narrow(all_supports),
            queries=narrow(queries),
            prototypes=narrow(means),
            imagined=narrow(examples),
            seeds=whole(seeds),
            spanning=whole(self.spanning),
            kept=1.0 if exact else geometry.kept(predicted, queries, means),
            exact=self._exact,
            extent=narrow(around),
            regions=narrow(regions),
            moved=frozen(moved),
        )


def _directional(method: str, settings: MetricSettings) -> bool:
    """Return whether a method compares directions alone, so that points are shown with length 1."""
    return (
        method in (MATCHING, COSINE, *IN_CONTEXT)
        or (method == PROTOTYPES and settings.distance == "cosine")
        or (method == NEIGHBOURS and settings.neighbours_metric == "cosine")
    )


def real(values: Tensor) -> Array:
    """Return a tensor as numbers to compute with."""
    return values.detach().cpu().numpy().astype(np.float64)


def tame(values: Array) -> Array:
    """Return values, with numbers that can be drawn in the place of NaN and of huge ones: fine-tuning may diverge."""
    return values if (np.abs(values) <= _HUGE).all() else np.clip(np.nan_to_num(values), -_HUGE, _HUGE)


def _unit(points: Array) -> Array:
    found: Array = points / np.maximum(np.linalg.norm(points, axis=-1, keepdims=True), 1e-12)
    return found


def narrow(values: Array) -> Single:
    """Return numbers as frames hold them."""
    return frozen(values.astype(np.float32))


def whole(values: NDArray[np.integer]) -> Whole:
    """Return whole numbers as frames hold them."""
    return frozen(np.array(values, np.int32))
