"""Defines the frame of the learned optimizers story: every update on a held-out problem, and the measurements."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message
from metascope.simulator.stories.optimizers.names import METHODS as METHODS

Whole = NDArray[np.int32]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True)
class Coordinates:
    """The drawn coordinates of the shown problem: all of a small one, an even selection per group of a large one."""

    index: Whole  # (C,) ascending, in 0..n - 1
    group: Whole  # (C,) which of `groups` it belongs to
    groups: tuple[str, ...]  # G names of parameter groups, such as "W₁"
    total: int  # n


@dataclass(frozen=True, kw_only=True)
class Terrain:
    """The shown problem's loss surface, in one or two dimensions. P points per axis."""

    axis: Single  # (P,) the coordinate's values, the same for both axes
    loss: Single  # (P,) or (P, P), indexed [y, x]
    optimum: Single  # (d,)


@dataclass(frozen=True, kw_only=True)
class Classified:
    """Pictures of the shown problem. N classes in the order of their labels, Q unseen pictures, S pixels per side."""

    examples: Bytes  # (N, S, S) one of each class that updates see, 255 is ink; empty where no minibatch holds any
    pictures: Bytes  # (Q, S, S) that no update sees
    labels: Whole  # (Q,)


@dataclass(frozen=True, kw_only=True)
class Accuracy:
    """How many unseen pictures a method's networks classify correctly after the last update."""

    mean: float  # over held-out problems, from 0 to 1
    half: float  # half the width of its 95 % confidence interval


@dataclass(frozen=True, kw_only=True)
class Spread:
    """One method's losses per update on held-out problems. Axis: Q quantile (in the order of QUANTILES)."""

    step: int  # the meta-step whose optimizer was measured; 0 for hand-made ones; -1: its weights were loaded
    problems: int  # number of problems
    stopped: int  # how many diverged; they count with the loss at which they were stopped
    mean: Single  # (T + 1,)
    quantiles: Single  # (Q, T + 1)
    end: float  # median final loss: on examples that no update saw if the objective is "final", else the last loss
    accuracy: Accuracy | None = None  # None where a problem has no classes


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """The grid search of one hand-made optimizer's learning rate, on separate held-out problems. K rates."""

    rates: Single  # (K,) ascending
    mean: Single  # (K,) mean loss over updates and problems; NaN if one diverged or the rate is not tried yet
    last: Single  # (K,) mean loss after the last update
    best_mean: int  # index of the least `mean`; -1 until it is known
    best_last: int  # the same of `last`


@dataclass(frozen=True, kw_only=True)
class Rival:
    """What is known of a hand-made optimizer. Shared by frames; replaced when more has been measured."""

    tuning: Tuning
    rate: float  # the learning rate that is shown; 0 until it is tuned
    loss: Single  # (T + 1,) on the shown problem; empty until it is tuned
    path: Single  # (T + 1, d) on the terrain; (T + 1, 0) where there is none
    tested: Spread | None


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A row of the generalization laboratory: the optimizer on one kind of problem."""

    name: str  # key of `names.TRIALS`
    updates: int  # T', updates per problem of this row
    problems: int  # held-out problems measured so far
    wanted: int  # held-out problems to measure
    rates: tuple[float, ...]  # (R,) the rivals' tuned learning rates; 0 until known
    stopped: tuple[int, ...]  # (M,) problems that diverged
    updates_shown: Whole  # (U,) the updates at which `median` is given
    median: Single  # (M, U) loss; NaN until measured
    log_mean: Single  # (M,) mean over problems of log10 of the loss after the last update
    last: Single  # (M,) mean over problems of the loss after the last update


@dataclass(frozen=True, kw_only=True)
class Laboratory:
    """The trained optimizer and the tuned rivals on problems that it was not trained on."""

    step: int  # meta-step of the measured weights; -1: they came from a file
    trials: tuple[Trial, ...]  # the first is the kind of problem it was trained on


@dataclass(frozen=True, kw_only=True)
class OptimizersFrame(Frame):
    """Every update of the learned optimizer on the shown held-out problem, and all measurements.

    Axes: T updates, C drawn coordinates, d dimensions of a terrain, R rivals (in the order of RIVALS), M methods (the
    learned optimizer, then the rivals). theta_t = forget_t * theta_{t-1} + input_t * candidate_t.
    """

    variant: str
    coordinates: Coordinates
    theta: Single  # (T + 1, C)
    gradient: Single  # (T, C) at theta_{t-1}, on update t's minibatch
    forget: Single  # (T, C) z^f
    input: Single  # (T, C) z^i
    candidate: Single  # (T, C) z: -gradient, or the output of an LSTM that sees the gradients
    loss: Single  # (T + 1,) of the shown problem, on the minibatch of the next update
    test_loss: float  # after the last update, on examples that no update saw, or the last loss if there are none
    stopped: int  # the update at which the shown problem diverged; -1: it did not
    forget_equivalent: float  # 1 - eta lambda of the hand-made optimizer that the gates are compared with
    input_equivalent: float  # its eta; 0 until it is known
    terrain: Terrain | None  # of the shown problem, in one or two dimensions
    path: Single  # (T + 1, d) the learned optimizer's on the terrain; (T + 1, 0) where there is none
    rivals: tuple[Rival, ...]  # R
    tested: Spread | None  # the learned optimizer on the held-out problems, as last measured
    best_step: int  # the meta-step of the best weights; -1: none are measured yet, or they were loaded
    best_loss: float  # their loss on the held-out problems: mean over the updates or final, depending on the objective
    meta_loss: float  # of the last meta-step; NaN at the start
    meta_gradient: float  # norm of its gradient before clipping; NaN at the start
    laboratory: Laboratory | None
    classified: Classified | None = None  # shared by frames; None where the shown problem has no classes
    guesses: Bytes | None = None  # (T + 1, Q) the class that the learner sees in each unseen picture
    notices: tuple[Message, ...]

    @override
    def ticks(self) -> int:
        """Return T + 2: the start, T updates, and the result."""
        return len(self.loss) + 1
