"""Defines the frame of the bandit story: what every start is worth, and all that can come of its inner step.

Axes: M methods of the run, E estimators, T tasks, K pulls, O outcomes of an inner step, F places of curves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from metascope.simulator.engine.frame import Frame
from metascope.simulator.learners.policy_gradient.comparison import Comparison
from metascope.simulator.stories.bandits.names import TICKS

Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Curves:
    """What a start is worth, exactly, against where it is; shared by frames while tasks and step are the same."""

    axis: Array  # (F,) phi
    tasks: Array  # (T, F) expected reward of a pull on each task, without adapting
    before: Array  # (F,) the mean of these
    after: Array  # (F,) expected reward of a pull after the inner step, mean over tasks and outcomes
    slopes: Array  # (E, F) the expectation of each estimate of its derivative
    best: float  # mean over tasks of the better arm's


@dataclass(frozen=True, kw_only=True)
class Episode:
    """Pulls on the task in focus, of every start, with the same random numbers."""

    task: int
    arms: Array  # (2, M, K) 0 for arm 1 and 1 for arm 2; before the inner step and after it
    paid: Array  # (2, M, K) rewards, 0 or 1
    gradient: Array  # (M,)
    theta: Array  # (M,) after the step
    worth: Array  # (2, M) expected reward of a pull on the task before the step and after it


@dataclass(frozen=True, kw_only=True)
class BanditFrame(Frame):
    """Policies that adapt to a bandit by one policy-gradient step."""

    methods: tuple[str, ...]  # (M,)
    payoffs: Array  # (T, 2)
    rate: float  # alpha
    baseline: float  # b
    phi: Array  # (M,)
    before: Array  # (M,) expected reward of a pull, mean over tasks, before adapting
    after: Array  # (M,) and after
    slope: Array  # (M,) the derivative of `after` by phi
    expected: Array  # (M,) what the method's own estimate of it is on average
    chance: Array  # (M, T, O) of each outcome of the inner step
    reached: Array  # (M, O) how likely arm 2 is after it
    curves: Curves
    episode: Episode
    comparison: Comparison | None

    @override
    def ticks(self) -> int:
        """Return 5: collect, advantages, gradient, update, collect again."""
        return TICKS
