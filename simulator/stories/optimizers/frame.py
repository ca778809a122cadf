"""What can be seen of a learned optimizer at one meta-step: its course on a held-out problem, update by update."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from simulator.engine.arrays import Single
from simulator.engine.frame import Frame
from simulator.engine.text import Message
from simulator.stories.optimizers.names import METHODS as METHODS

Whole = NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class Coordinates:
    """Which coordinates of the shown problem are drawn: all of a small one, a spread of each group of a large one."""

    index: Whole  # (C,) ascending, in 0..n - 1
    group: Whole  # (C,) which of `groups` it belongs to
    groups: tuple[str, ...]  # G names of parameter groups, such as "W₁"
    total: int  # n


@dataclass(frozen=True, kw_only=True)
class Terrain:
    """The shown problem's loss where it can be drawn whole: in one or two dimensions. P points an axis."""

    axis: Single  # (P,) the coordinate's values, the same for both axes
    loss: Single  # (P,) or (P, P), indexed [y, x]
    optimum: Single  # (d,)


@dataclass(frozen=True, kw_only=True)
class Spread:
    """One method's losses over the updates, on held-out problems. Axes: Q quantile (in the order of QUANTILES)."""

    step: int  # the meta-step whose optimizer was measured; of a hand-made one 0; -1: its weights came from elsewhere
    problems: int  # over how many
    stopped: int  # how many of them diverged; they count with the loss at which they were stopped
    mean: Single  # (T + 1,)
    quantiles: Single  # (Q, T + 1)
    end: float  # median of what counts at the end: the loss on examples that no update saw where `final`, or the last


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """The grid search of one hand-made optimizer's learning rate, on held-out problems of their own. K rates."""

    rates: Single  # (K,) ascending
    mean: Single  # (K,) mean loss over the updates and problems; NaN where one diverged, or not tried yet
    last: Single  # (K,) mean loss after the last update
    best_mean: int  # index of the rate that is least in `mean`; -1 while it is not known
    best_last: int  # the same of `last`


@dataclass(frozen=True, kw_only=True)
class Rival:
    """A hand-made optimizer: what is known of it. Shared by frames; made anew when more has been measured."""

    tuning: Tuning
    rate: float  # the learning rate it is shown with; 0 while it is not tuned
    loss: Single  # (T + 1,) on the shown problem; empty while it is not tuned
    path: Single  # (T + 1, d) on the terrain; (T + 1, 0) where there is none
    tested: Spread | None


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One row of the generalization laboratory: an optimizer that was trained elsewhere, on this kind of problem."""

    name: str  # key of `names.TRIALS`
    updates: int  # T', as many as this row's problems have
    problems: int  # held-out ones that are measured so far
    wanted: int  # of how many
    rates: tuple[float, ...]  # (R,) the rivals' tuned learning rates; 0 while not known
    stopped: tuple[int, ...]  # (M,) problems that diverged
    updates_shown: Whole  # (U,) the updates at which `median` stands
    median: Single  # (M, U) loss; NaN while nothing is measured
    log_mean: Single  # (M,) mean over problems of log10 of the loss after the last update
    last: Single  # (M,) mean over problems of the loss after the last update


@dataclass(frozen=True, kw_only=True)
class Laboratory:
    """The trained optimizer on problems that it was not trained on, beside the tuned rivals."""

    step: int  # meta-step of the weights that are measured; -1: they came from a file
    trials: tuple[Trial, ...]  # the first is the kind of problem it was trained on


@dataclass(frozen=True, kw_only=True)
class OptimizersFrame(Frame):
    """The learned optimizer's whole course on the shown, held-out problem, and what has been measured.

    Axes: T updates, C drawn coordinates, d dimensions of a terrain, R rivals (in the order of RIVALS), M methods (the
    learned optimizer, then the rivals). theta_t = forget_t * theta_{t-1} + input_t * candidate_t.
    """

    variant: str
    coordinates: Coordinates
    theta: Single  # (T + 1, C)
    gradient: Single  # (T, C) at theta_{t-1}, on update t's minibatch
    forget: Single  # (T, C) z^f
    input: Single  # (T, C) z^i
    candidate: Single  # (T, C) z: -gradient, or what an LSTM made of the gradients so far
    loss: Single  # (T + 1,) of the shown problem, on the minibatch of the update that comes
    test_loss: float  # after the last update, on examples that no update saw; the last loss where there are none
    stopped: int  # the update at which the shown problem diverged; -1: it did not
    forget_equivalent: float  # 1 - eta lambda of the hand-made optimizer that the gates are compared with
    input_equivalent: float  # its eta; 0 while it is not known
    terrain: Terrain | None  # of the shown problem, in one or two dimensions
    path: Single  # (T + 1, d) the learned optimizer's on the terrain; (T + 1, 0) where there is none
    rivals: tuple[Rival, ...]  # R
    tested: Spread | None  # the learned optimizer on the held-out problems, as last measured
    best_step: int  # the meta-step whose weights are kept as the best; -1: none is measured yet, or they were loaded
    best_loss: float  # what it did on the held-out problems: mean loss over the updates, or at the end, as trained for
    meta_loss: float  # of the meta-step that led here; NaN at the start
    meta_gradient: float  # its gradient's norm before it was clipped; NaN at the start
    laboratory: Laboratory | None
    notices: tuple[Message, ...]

    @override
    def ticks(self) -> int:
        """Return T + 2: the start, T updates, and what came of them."""
        return len(self.loss) + 1
