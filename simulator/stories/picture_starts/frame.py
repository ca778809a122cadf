"""Defines the frame of the picture starts story: one episode on the table, and how every start adapts to it.

Axes: M methods of the run, J inner steps, Q queries, N classes, L layers of which the last one is the head.
"""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.episodes.frame import Accuracy, Published, Table, Whole


@dataclass(frozen=True, kw_only=True)
class Course:
    """How each start adapts to the episode on the table, before the first inner step and after each."""

    probabilities: Single  # (J + 1, M, Q, N) of the classes; NaN where an adaptation has diverged
    support_loss: Single  # (J + 1, M) mean cross-entropy in nats
    right: Whole  # (J + 1, M) queries that are right
    asked: int  # queries whose class is known
    moved: Single  # (J + 1, M, L) |theta_j - theta_0| / |theta_0| of each layer's weights


@dataclass(frozen=True, kw_only=True)
class Layers:
    """What the layers do: means over some held-out episodes, accuracies with half the width of a 95 % interval."""

    episodes: int
    moved: Single  # (M, L) |theta_J - theta_0| / |theta_0|
    alike: Single  # (M, L) linear CKA of what a layer makes of the queries before and after adapting: 1 is the same;
    # over the first ten of the episodes
    frozen: Single  # (M, L + 1) accuracy after J steps where the first 0 to L layers stay as they are
    frozen_half: Single  # (M, L + 1)
    body: Single  # (M,) accuracy where only the head stays as it is
    body_half: Single  # (M,)


@dataclass(frozen=True, kw_only=True)
class MetaTest:
    """Every start on held-out episodes, before the first inner step and after each; frames share the last one."""

    step: int  # meta-step of the measurement
    episodes: int
    accuracy: Single  # (J + 1, M) of the queries
    accuracy_half: Single  # (J + 1, M) half the width of its 95 % interval
    loss: Single  # (J + 1, M) of the queries, in nats
    loss_half: Single  # (J + 1, M)
    support_loss: Single  # (J + 1, M) of the supports, which every step descends on
    support_loss_half: Single  # (J + 1, M)
    layers: Layers


@dataclass(frozen=True, kw_only=True)
class Surface:
    """Losses on the plane through a start and two networks adapted from it: to the episode shown, and to the next one.

    Frames share it until it is computed again. Axes: G points along an axis, 2 episodes.
    """

    step: int  # meta-step at which it was computed
    method: str
    episodes: tuple[int, int]  # their numbers
    u: Single  # (G,) distance from the start towards the first adapted network
    v: Single  # (G,) at a right angle to it
    losses: Single  # (2, G, G) of the queries of each episode, in nats; [v, u]
    paths: Single  # (J + 1, 2, 2) the adaptation to each episode, projected
    away: Single  # (J + 1, 2) |theta - projection| / |theta - start|: 0 in the plane


@dataclass(frozen=True, kw_only=True)
class StartsFrame(Frame):
    """One episode on the table, and what every start makes of it."""

    methods: tuple[str, ...]  # (M,)
    transductive: bool  # whether the queries of an episode are normalized together: said beside every accuracy
    table: Table
    query: int  # the one in question
    rates: Single  # (M,) of the mean loss: alpha, Reptile's, or the mean of learned ones
    course: Course
    test: MetaTest
    surface: Surface
    pixels: Accuracy  # of the nearest neighbour on pixels, on the same episodes
    published: tuple[Published, ...]  # of the methods and options of this run; none unless it is Omniglot

    @override
    def ticks(self) -> int:
        """Return J + 1: before adapting, and after each step."""
        return len(self.course.probabilities)
