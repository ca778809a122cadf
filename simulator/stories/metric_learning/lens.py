"""Computes, from a frame, what has come about of each answer at an inner tick, in plain numpy.

Ticks: 0 before anything; then one for each support; then those in which context is read; then those in which examples
are imagined, one by one; then scores; then the answer.
Fine-tuning's updates are spread over the same ticks. Axes: M supports, Q queries, N classes.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.geometry import borders, widened
from metascope.simulator.stories.metric_learning.names import FINETUNING, IN_CONTEXT, NEIGHBOURS, SIAMESE

Array = NDArray[np.float64]
Phase = Literal["before", "support", "context", "imagined", "scores", "answer"]


class Pair(NamedTuple):
    """What a Siamese network's judgement about a query and its likeliest support is the sum of."""

    support: int
    features: list[int]  # numbers of the features with the largest terms
    terms: Array  # (16,) in nats
    rest: float  # of all other terms, and of the bias
    logit: float  # the sum
    same: float  # the probability of one class


class Head(NamedTuple):
    """Where the classes of a head that is fine-tuned meet in its plane."""

    lines: Array  # (B, 2 ends, 2)
    pairs: NDArray[np.int64]  # (B, 2) the classes on both sides
    before: Array  # (B', 2, 2) the lines before the last update


class Moment(NamedTuple):
    """What an inner tick is about: a phase, and which support, step of reading or of imagining, from 0."""

    phase: Phase
    number: int


def moment(frame: MetricFrame, tick: int) -> Moment:
    """Return what a tick is about."""
    if tick == 0:
        return Moment("before", 0)
    left = tick - 1
    phases: tuple[tuple[Phase, int], ...] = (
        ("support", len(frame.table.labels)),
        ("context", frame.context_steps),
        ("imagined", frame.imagined_steps or 0),
        ("scores", 1),
    )
    for phase, ticks in phases:
        if left < ticks:
            return Moment(phase, left)
        left -= ticks
    return Moment("answer", 0)


def seen(frame: MetricFrame, tick: int) -> NDArray[np.bool_]:
    """Return which supports have been looked at, (M,); those that were removed never are."""
    found: NDArray[np.bool_] = (np.arange(len(frame.table.labels)) < tick) & ~frame.table.removed
    return found


def prototypes(frame: MetricFrame, method: str, tick: int) -> Array:
    """Return the running mean of each class in a method's plane, (N, 2), NaN before its first support.

    What is imagined is counted as it comes.
    """
    plane, there = frame.answers[method].plane, seen(frame, tick)
    ways = len(frame.table.names)
    total, number = np.zeros((ways, 2)), np.zeros(ways)
    np.add.at(total, frame.table.labels[there], plane.supports[there].astype(np.float64))
    np.add.at(number, frame.table.labels[there], 1)
    shown = imagined(frame, method, tick)
    total += np.where(shown[..., None], plane.imagined, 0.0).sum(1)
    number += shown.sum(1)
    with np.errstate(invalid="ignore"):
        found: Array = total / number[:, None]
    return found


def imagined(frame: MetricFrame, method: str, tick: int) -> NDArray[np.bool_]:
    """Return which imagined examples there are so far, (N, J), once all supports have been looked at."""
    exists, (phase, number) = frame.answers[method].plane.seeds >= 0, moment(frame, tick)
    if phase == "imagined":
        return exists & (_order(exists, frame.imagined_steps or 0) <= number)
    found: NDArray[np.bool_] = exists & (phase in ("scores", "answer"))
    return found


def newest(frame: MetricFrame, method: str, tick: int) -> NDArray[np.bool_]:
    """Return which examples are imagined at a tick, (N, J): one, or one of each class where there are many."""
    before = imagined(frame, method, tick - 1) if tick else np.zeros_like(imagined(frame, method, 0))
    phase, now = moment(frame, tick).phase, imagined(frame, method, tick)
    return now & ~before if phase == "imagined" else np.zeros_like(now)


def _order(exists: NDArray[np.bool_], ticks: int) -> NDArray[np.int64]:
    """Return at which tick of imagining each example comes, (N, J): class by class, or one of each class at once."""
    if ticks == int(exists.sum()):
        return exists.cumsum().reshape(exists.shape) - 1
    return np.broadcast_to(np.arange(exists.shape[1]), exists.shape)


def attention(frame: MetricFrame, method: str, tick: int) -> Array:
    """Return each query's weights of the supports looked at so far, (Q, M); (Q, 0) if the method has none.

    While context is read they are those of the step of reading, for the method that reads.
    """
    answer, there = frame.answers[method], seen(frame, tick)
    phase, number = moment(frame, tick)
    if method in IN_CONTEXT and phase == "context":
        read: Array = answer.reads[number].astype(np.float64)
        return read
    if not answer.attention.shape[1] or phase in ("context", "imagined", "scores", "answer"):
        return answer.attention.astype(np.float64)
    found = np.zeros(answer.attention.shape)
    if not there.any():
        return found
    pairs = answer.pairs[:, there].astype(np.float64)
    if method == SIAMESE:
        found[:, there] = 1 / (1 + np.exp(-pairs))
    elif method == NEIGHBOURS:
        voters = min(answer.neighbours.shape[1], pairs.shape[1])
        nearest = np.flatnonzero(there)[np.argsort(-pairs, 1, kind="stable")[:, :voters]]
        np.put_along_axis(found, nearest, 1 / voters, 1)
    else:
        shares = np.exp(pairs - pairs.max(1, keepdims=True))
        found[:, there] = shares / shares.sum(1, keepdims=True)
    return found


def pair(frame: MetricFrame, query: int, tick: int) -> Pair | None:
    """Return a query's likeliest pair of the Siamese network; None until its support has been looked at."""
    answer = frame.answers[SIAMESE]
    support = int(answer.best[query])
    if not seen(frame, tick)[support]:
        return None
    terms, logit = answer.terms[query].astype(np.float64), float(answer.pairs[query, support])
    rest, same = logit - float(terms.sum()), float(answer.attention[query, support])
    return Pair(support, answer.features[query].tolist(), terms, rest, logit, same)


def update(frame: MetricFrame, tick: int) -> int:
    """Return how many updates of fine-tuning are done at a tick; 0 where it takes no part."""
    answer = frame.answers.get(FINETUNING)
    if answer is None or answer.tuned is None:
        return 0
    return round(tick / (frame.ticks() - 1) * (len(answer.tuned.losses) - 1))


def places(frame: MetricFrame, method: str, tick: int) -> tuple[Array, Array]:
    """Return where supports (M, 2) and queries (Q, 2) lie in a method's plane: fine-tuning moves them."""
    answer = frame.answers[method]
    supports, queries = answer.plane.supports, answer.plane.queries
    if answer.tuned is not None:
        step = update(frame, tick)
        supports, queries = answer.tuned.supports[step], answer.tuned.queries[step]
    return supports.astype(np.float64), queries.astype(np.float64)


def head(frame: MetricFrame, tick: int) -> Head:
    """Return where the classes meet after the updates of fine-tuning that are done, as far as the map reaches."""
    answer = frame.answers[FINETUNING]
    tuned, step = answer.tuned, update(frame, tick)
    assert tuned is not None, "fine-tuning always has updates"
    around = widened(answer.plane.extent.astype(np.float64))
    slopes, offsets = tuned.slopes.astype(np.float64), tuned.offsets.astype(np.float64)
    lines, pairs = borders(around, slopes[step], offsets[step])
    before = borders(around, slopes[step - 1], offsets[step - 1])[0] if step else np.empty((0, 2, 2))
    return Head(lines, pairs, before)


def kept(frame: MetricFrame, method: str, tick: int) -> float:
    """Return the share of a method's decisions that its plane alone would make; with fine-tuning, so far."""
    answer = frame.answers[method]
    return float(answer.plane.kept if answer.tuned is None else answer.tuned.kept[update(frame, tick)])


def probabilities(frame: MetricFrame, method: str, tick: int) -> Array | None:
    """Return the class probabilities (Q, N) at a tick: of fine-tuning always, of others None before the answer."""
    answer = frame.answers[method]
    if answer.tuned is not None:
        tuned: Array = answer.tuned.probabilities[update(frame, tick)].astype(np.float64)
        return tuned
    return answer.probabilities.astype(np.float64) if moment(frame, tick).phase == "answer" else None


def scores(frame: MetricFrame, method: str, tick: int) -> Array | None:
    """Return what a method compares (Q, N), None before the tick of the scores; see `Answered.scores`."""
    late = moment(frame, tick).phase in ("scores", "answer")
    return frame.answers[method].scores.astype(np.float64) if late else None


def right(frame: MetricFrame, method: str) -> tuple[int, int]:
    """Return how many queries a method answers rightly, and how many have a class that is known."""
    known = frame.table.asked >= 0
    predicted = frame.answers[method].predicted
    return int((predicted == frame.table.asked)[known].sum()), int(known.sum())
