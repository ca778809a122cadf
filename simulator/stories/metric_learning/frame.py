"""Defines the frame of the metric learning story: one episode on the table, and each method's answer to it.

Axes: M supports, Q queries, N classes, S pixels along an edge; each array says its others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.frame import Accuracy, Flags, Published, Quiz, Table, Whole

ONE_BY_ONE = 12  # imagined examples that have an inner tick each; of more, one of each class comes at a tick


@dataclass(frozen=True, kw_only=True)
class Plane:
    """A picture in two dimensions of what a method compares, by an orthogonal projection.

    It is turned, or seen from behind, so that the class means lie as near as they can to the corners of a regular
    polygon, the first at the top and the others clockwise: the distances that decide do not change by that.
    """

    supports: Single  # (M, 2)
    queries: Single  # (Q, 2)
    prototypes: Single  # (N, 2) means of the classes; NaN for a class without support
    imagined: Single  # (N, J, 2) imagined examples; J = 0 for other methods
    seeds: Whole  # (N, J) the supports that they were imagined from; -1: none, and its place is NaN
    spanning: Whole  # (3,) or (2,) the classes whose means span it; (0,): the plane that keeps most of all means
    kept: float  # share of the decisions about queries that are the nearest class mean in the plane; 1 if it is exact
    exact: bool  # whether decisions among the spanning classes depend on nothing but the place in the plane
    extent: Single  # (2, 2) least and largest x, then y, that hold all points; `geometry.widened` is the raster's
    regions: Single  # (48, 72, spanning) their probabilities at [y, x]; (0, 0, .) where they are not exact
    moved: Flags  # (M,) supports that a person has moved in this plane


@dataclass(frozen=True, kw_only=True)
class Plan:
    """At which rate and how often fine-tuning updates, and which of these was chosen on validation classes."""

    rate: float
    steps: int
    chosen: Literal["", "rate", "steps", "both"] = ""
    validation: tuple[float, ...] = ()  # accuracy on validation episodes at this rate after 0 and more updates, as many
    # as were tried; empty if nothing was chosen


@dataclass(frozen=True, kw_only=True)
class Tuned:
    """What fine-tuning does on the episode, before its first update and after each of T."""

    losses: Single  # (T + 1,) of the supports, in nats
    among_new: Single  # (T + 1,) accuracy on the queries among the episode's classes; 0 without any
    among_all: Single  # (T + 1,) the same among all classes, base classes too
    base: Single  # (T + 1,) accuracy on pictures of base classes
    probabilities: Single  # (T + 1, Q, N) among the episode's classes
    diverged: int  # the first update after which numbers are NaN or infinite, and 0 here; -1: none
    rate: float
    parts: str  # "head" or "all"
    supports: Single  # (T + 1, M, 2) places in the method's plane, which is that of the last head; NaN where removed
    queries: Single  # (T + 1, Q, 2)
    slopes: Single  # (T + 1, N, 2) by which a place there is multiplied to logits; NaN for a class without support
    offsets: Single  # (T + 1, N) of the logits
    kept: Single  # (T + 1,) share of the decisions among the episode's classes that are the same by these alone
    plan: Plan | None = None  # by which it was updated; None in a session of an earlier version


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What answering costs with each of a number of supports per class."""

    shots: Whole  # (K,)
    stored: NDArray[np.int64]  # (K,) numbers that are kept of a task
    multiply_adds: NDArray[np.int64]  # (K,) of one query's answer: its features, the comparison, and updates before it


@dataclass(frozen=True, kw_only=True)
class Timed:
    """How long a query's answer takes with each of a number of supports per class, as measured in this run."""

    shots: Whole  # (K,)
    milliseconds: NDArray[np.float64]  # (K,) median; NaN: not measured yet
    answers: Whole  # (K,) how many were measured


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A method's answer to all queries of the table, and how it came about.

    What a method does not have is empty: an axis of its array has length 0.
    """

    probabilities: Single  # (Q, N)
    predicted: Whole  # (Q,)
    scores: Single  # (Q, N) what is compared: squared distance (imagined too), attention, relation score, largest
    # probability of a pair, votes, or logit; see `lens.score_name`
    plane: Plane
    pairs: Single  # (Q, M) logits of supports before a softmax or sigmoid; of neighbours, minus the distance
    attention: Single  # (Q, M) their weights: attention, probability of "same", share of the vote; 0 where removed
    reads: Single  # (T, Q, M) attention in each step of reading in context
    neighbours: Whole  # (Q, k) supports, the nearest first
    terms: Single  # (Q, 16) the largest terms alpha_j |h1_j - h2_j| of each query and its best support; of triplets
    # those of minus the squared distance per margin
    features: Whole  # (Q, 16) their numbers j
    best: Whole  # (Q,) the support with the largest weight; (0,) where there are no weights
    tuned: Tuned | None  # of fine-tuning alone
    temperature: float  # by which cosines are multiplied; 0: none
    accuracy: Accuracy | None  # as last measured


@dataclass(frozen=True, kw_only=True)
class MetricFrame(Frame):
    """One episode on the table, and the answers of all methods that are trained.

    `lens` computes, without torch, what has come about at an inner tick.
    """

    episodes: int  # trained on so far
    table: Table
    query: int  # the one in question
    context_steps: int  # ticks in which context is read, 0 or T
    answers: Mapping[str, Answered]  # by method, in the order of the story's methods
    pixels: Accuracy | None  # of the nearest neighbour on pixels
    pixels_predicted: Whole  # (Q,)
    costs: Mapping[str, Cost]  # by method; frames share one object
    published: tuple[Published, ...]  # of the methods and options of this run; none unless it is Omniglot
    quiz: Quiz
    # Measured times of one query's answer, by method and of pixels; frames share one object until there are more. They
    # differ at each replay, and are not compared. None: of an earlier version of the program.
    times: Mapping[str, Timed] | None = field(default=None, compare=False)
    imagined_steps: int | None = None  # ticks in which examples are imagined; None in a session of an earlier version

    @override
    def ticks(self) -> int:
        """Return 1 + M + the steps in context and of imagining + 2: before, each support, ..., scores, the answer."""
        return len(self.table.labels) + self.context_steps + (self.imagined_steps or 0) + 3


def ticks_of_imagining(seeds: Whole) -> int:
    """Return the inner ticks of examples imagined from `seeds` (N, J), as in `Plane`: one each, or one for each class.

    Of more than `ONE_BY_ONE` examples each tick imagines one of every class that has another one.
    """
    every = int((seeds >= 0).sum())
    return every if every <= ONE_BY_ONE else seeds.shape[1]
