"""Defines the frame of the landscapes story: everything shown of one meta-step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.text import Message
from metascope.simulator.stories.landscapes.names import METHODS as METHODS
from metascope.simulator.stories.landscapes.names import TASK_LETTERS as TASK_LETTERS

Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Surfaces:
    """The surfaces, which depend only on tasks, k and alpha: computed when one of them changes, shared by frames.

    Axes: G points per axis.
    """

    axis: Array  # (G,) the coordinate's values, the same for both axes
    tasks: Array  # (T, G) or (T, G, G): each shown task's loss; in 2-D indexed [task, y, x]
    now: Array  # (G,) or (G, G): sum over tasks of l(phi), as the methods' `loss_now`
    after: Array  # (G,) or (G, G): sum over tasks of l(theta_k(phi)) without noise, as `loss_after`
    optima: Array  # (T, d): each shown task's global minimum
    averaged: bool  # `now` and `after` are means over unseen tasks (when tasks are drawn), not sums over the shown ones


@dataclass(frozen=True, kw_only=True)
class LandscapesFrame(Frame):
    """All methods' starts, inner paths, directions and updates at one meta-step.

    Axes: M method (in the order of METHODS), R rule (the same order), S parallel start, T task, d dimension,
    k inner steps. The first start is the one that a person chooses.
    """

    alpha: float
    surfaces: Surfaces
    phi: Array  # (M, S, d)
    next_phi: Array  # (M, S, d) after the coming update
    theta: Array  # (k + 1, M, S, T, d) the inner paths from phi; theta[0] is phi
    loss: Array  # (k + 1, M, S, T) the task's loss along the paths, without noise
    support_gradients: Array  # (k, M, S, T, d) g_1 .. g_k along the paths, with their noise
    query_gradient: Array  # (M, S, T, d) at theta_k, on the query minibatch
    directions: Array  # (M, R, S, T, d) rule R's gradient of each task at method M's phi; phi moves against their sum
    # R = pretraining: query gradient at phi; maml: J' g; fomaml: g at theta_k; reptile: (phi - theta_k) / alpha
    loss_now: Array  # (M, S) sum over tasks of l(phi)
    loss_after: Array  # (M, S) sum over tasks of l(theta_k(phi)), along the paths shown: one draw where there is noise
    unseen: Mapping[str, float]  # the meta-test as last measured, "<method>.test_loss_now", ...; empty without one
    notices: tuple[Message, ...]  # why a path diverges, with numbers; empty when none does
    begun: Array | None = None  # (S, d) where the starts began; None where they were loaded
    noise: float | None = None  # sigma of the gradients' noise on the paths; None in a session of an earlier version

    @property
    def noisy(self) -> bool:
        """Whether the paths are one draw of the noise, whereas `surfaces.after` is without it."""
        return bool(self.noise)

    @override
    def ticks(self) -> int:
        """Return k + 4: the start, k support steps, the query loss, the meta-gradient and the update."""
        return len(self.theta) + 3
