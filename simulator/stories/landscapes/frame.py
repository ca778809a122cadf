"""What can be seen of one meta-step on the tasks' loss surfaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulator.engine.frame import Captions, Frame
from simulator.engine.text import Message
from simulator.stories.landscapes.course import Tick, course
from simulator.stories.landscapes.names import METHODS as METHODS
from simulator.stories.landscapes.names import TASK_LETTERS as TASK_LETTERS

Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Surfaces:
    """What depends on the tasks, k and alpha alone: made anew when one of them changes, shared by frames.

    G points an axis.
    """

    axis: Array  # (G,) the coordinate's values, the same for both axes
    tasks: Array  # (T, G) or (T, G, G): each shown task's loss; in 2-D indexed [task, y, x]
    now: Array  # (G,) or (G, G): sum over tasks of l(phi), as the methods' `loss_now`
    after: Array  # (G,) or (G, G): sum over tasks of l(theta_k(phi)) without noise, as `loss_after`
    optima: Array  # (T, d): each shown task's global minimum
    averaged: bool  # `now` and `after` are means over unseen tasks (tasks drawn anew), not sums over the shown ones


@dataclass(frozen=True, kw_only=True)
class LandscapesFrame(Frame):
    """All methods' starts, inner paths, directions and updates at one meta-step.

    Axes: M method (in the order of METHODS), R rule (the same order), S parallel start, T task, d dimension,
    k inner steps. The first start is the person's.
    """

    alpha: float
    surfaces: Surfaces
    phi: Array  # (M, S, d)
    next_phi: Array  # (M, S, d) after the coming update
    theta: Array  # (k + 1, M, S, T, d) the inner paths from phi; theta[0] is phi
    loss: Array  # (k + 1, M, S, T) the task's loss along the paths, without noise
    support_gradients: Array  # (k, M, S, T, d) g_1 .. g_k along the paths, with their noise
    query_gradient: Array  # (M, S, T, d) at theta_k, on the query minibatch
    directions: (
        Array  # (M, R, S, T, d) what rule R calls the task's gradient at method M's phi; phi moves against their sum
    )
    # R = pretraining: query gradient at phi; maml: J' g; fomaml: g at theta_k; reptile: (phi - theta_k) / alpha
    loss_now: Array  # (M, S) sum over tasks of l(phi)
    loss_after: Array  # (M, S) sum over tasks of l(theta_k(phi)), along the paths shown
    unseen: Mapping[str, float]  # the meta-test as last measured, "<method>.test_loss_now", ...; empty without one
    notices: tuple[Message, ...]  # why a path diverges, with its numbers; empty when none does

    def ticks(self) -> int:
        """Return k + 4: the start, k support steps, the query loss, the meta-gradient and the update."""
        return len(self.theta) + 3

    def captions(self, method: str) -> Sequence[Message]:
        """Return the sentence of each tick of `method`'s course, made when it is looked up."""
        return Captions([tick.tell for tick in self.course(method)])

    def course(self, method: str) -> tuple[Tick, ...]:
        """Return what `method` does at each inner tick of this meta-step."""
        if method not in self._courses:
            self._courses[method] = course(self, method)
        return self._courses[method]

    @cached_property
    def _courses(self) -> dict[str, tuple[Tick, ...]]:
        return {}
