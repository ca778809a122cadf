"""Tells an answer as views see it, by what kind of answer it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.engine.arrays import single
from metascope.simulator.episodes.frame import Accuracy
from metascope.simulator.episodes.laying import Laid
from metascope.simulator.learners.baselines.finetuning import FineTuningAnswer
from metascope.simulator.learners.baselines.neighbours import NeighboursAnswer
from metascope.simulator.learners.metric.answer import Answer
from metascope.simulator.learners.metric.context import ContextAnswer
from metascope.simulator.learners.metric.grouping import counts
from metascope.simulator.learners.metric.matching import MatchingAnswer
from metascope.simulator.learners.metric.prototypes import PrototypesAnswer
from metascope.simulator.learners.metric.relation import RelationAnswer
from metascope.simulator.learners.metric.siamese import SiameseAnswer
from metascope.simulator.stories.metric_learning.answering.seeing import Array, narrow, real, whole
from metascope.simulator.stories.metric_learning.frame import Answered, Plane, Tuned
from metascope.simulator.stories.metric_learning.networks import temperature_of

TERMS = 16  # of a Siamese pair that are shown
Places = NDArray[np.int64]


@dataclass(frozen=True)
class _Compared:
    """What a kind of answer has beside probabilities, for present supports; what it does not have is empty."""

    scores: Tensor  # (Q, N)
    pairs: Array | None = None  # (Q, P)
    attention: Array | None = None  # (Q, P)
    reads: Array | None = None  # (T, Q, P)
    neighbours: Places | None = None  # (Q, k) places among the present supports
    terms: Array = field(default_factory=lambda: np.zeros((0, 0)))  # (Q, 16)
    features: Places = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # (Q, 16)


def told(
    weights: Mapping[str, Tensor],
    laid: Laid,
    answer: Answer,
    plane: Plane,
    accuracy: Accuracy | None,
    tuned: Tuned | None = None,
) -> Answered:
    """Return an answer as views see it, with room for the supports that were removed."""
    supports, asked = len(laid.table.labels), len(laid.queries)
    found = _compared(weights, laid, answer)

    def wide(values: Array | None, rows: tuple[int, ...]) -> Array:
        """Return values (..., P) of present supports with 0 for the others, (..., M)."""
        if values is None:
            return np.zeros(rows)
        made = np.zeros((*values.shape[:-1], supports))
        made[..., laid.present] = values
        return made

    tuning = isinstance(answer, FineTuningAnswer)  # which may diverge on an episode, and shows it
    best, neighbours = np.zeros(0, np.int64), np.zeros((asked, 0), np.int64)
    if found.pairs is not None:
        best = laid.present[found.pairs.argmax(1)]
    if found.neighbours is not None:
        neighbours = laid.present[found.neighbours]
    return Answered(
        probabilities=single(finite(answer.probabilities) if tuning else answer.probabilities),
        predicted=whole(answer.predicted.cpu().numpy()),
        scores=single(found.scores),
        plane=plane,
        pairs=narrow(wide(found.pairs, (asked, 0))),
        attention=narrow(wide(found.attention, (asked, 0))),
        reads=narrow(wide(found.reads, (0, asked, supports))),
        neighbours=whole(neighbours),
        terms=narrow(found.terms if found.terms.size else np.zeros((asked, 0))),
        features=whole(found.features if found.features.size else np.zeros((asked, 0), np.int64)),
        best=whole(best),
        tuned=tuned,
        temperature=temperature_of(weights),
        accuracy=accuracy,
    )


def _compared(weights: Mapping[str, Tensor], laid: Laid, answer: Answer) -> _Compared:
    if isinstance(answer, PrototypesAnswer):
        return _Compared(answer.distances.masked_fill(counts(laid.labels, laid.ways) == 0, 0.0))
    if isinstance(answer, RelationAnswer):
        return _Compared(answer.scores)
    if isinstance(answer, MatchingAnswer):
        pairs = (temperature_of(weights) or 1.0) * answer.cosines
        reads = real(answer.reads) if isinstance(answer, ContextAnswer) else None
        return _Compared(answer.probabilities, real(pairs), real(answer.attention), reads)
    if isinstance(answer, SiameseAnswer):
        terms, features = _terms(weights, answer)
        judged = real(answer.pairs), real(answer.same)
        return _Compared(answer.logits.sigmoid(), *judged, terms=terms, features=features)
    if isinstance(answer, NeighboursAnswer):
        near = answer.neighbours.cpu().numpy()
        votes = np.zeros((len(near), len(laid.present)))
        np.put_along_axis(votes, near, 1 / near.shape[1], 1)
        return _Compared(answer.probabilities, real(-answer.distances), votes, neighbours=near)
    return _Compared(finite(answer.logits) if isinstance(answer, FineTuningAnswer) else answer.probabilities)


def _terms(weights: Mapping[str, Tensor], answer: SiameseAnswer) -> tuple[Array, Places]:
    """Return the largest terms (Q, 16) of each query's likeliest pair, and which features they are of."""
    pairs = real(answer.pairs)  # (Q, P)
    differences = np.abs(real(answer.queries) - real(answer.supports)[pairs.argmax(1)])  # (Q, E)
    if "alpha" in weights:
        terms = real(weights["alpha"]) * differences
    else:
        shares = np.square(differences)
        terms = pairs.max(1, keepdims=True) * shares / np.maximum(shares.sum(1, keepdims=True), 1e-30)
    order = np.argsort(-np.abs(terms), axis=1, kind="stable")[:, :TERMS]
    return np.take_along_axis(terms, order, 1), order


def finite(values: Tensor) -> Tensor:
    """Return values with 0 where they are not finite."""
    return torch.where(values.isfinite(), values, 0.0)
