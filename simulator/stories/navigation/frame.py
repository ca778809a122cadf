"""Defines the frame of the navigation story: how every start adapts to the goals shown.

Axes: M methods of the run, J inner steps, G goals, K paths drawn, H steps of an episode, F places of the arrows.
"""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.frame import Frame
from metascope.simulator.learners.policy_gradient.comparison import Comparison
from metascope.simulator.stories.navigation.names import PHASES


@dataclass(frozen=True, kw_only=True)
class Course:
    """How each start adapts to the goals: walks, and what is made of them, before the first inner step and after each.

    Where an adaptation has diverged, numbers are NaN.
    """

    goals: Single  # (G, 2)
    focus: int  # the goal of the arrows
    paths: int  # episodes per goal that each step is made on; the first ones are drawn
    walks: Single  # (J + 1, M, G, K, H + 1, 2) places; NaN after an episode's end
    advantages: Single  # (J, M, G, K, H) standardized per goal; 0 after the end
    returns: Single  # (J + 1, M, G) means over all paths
    ended: Single  # (J + 1, M, G) share of the paths that end at the goal
    slope: Single  # (J, M, G) norm of the policy gradient
    moved: Single  # (J, M, G) how far the step goes: |theta_j+1 - theta_j|
    deviation: Single  # (J + 1, M, G, 2) standard deviation of the step along x and y, before it is clipped
    places: Single  # (F, 2) of the arrows
    arrows: Single  # (J + 1, M, F, 2) mean step from there, with the policy adapted to the goal in focus


@dataclass(frozen=True, kw_only=True)
class MetaTest:
    """Every start on held-out goals, before the first inner step and after each; frames share the last one."""

    step: int  # meta-step of the measurement
    goals: int
    returns: Single  # (J + 1, M) mean returns; NaN where adapting has diverged
    half: Single  # (J + 1, M) half the width of the 95 % interval over goals


@dataclass(frozen=True, kw_only=True)
class NavigationFrame(Frame):
    """Policies that walk to goals which they do not see."""

    methods: tuple[str, ...]  # (M,)
    rates: Single  # (J,) step sizes of adaptation
    course: Course
    test: MetaTest
    comparison: Comparison | None

    @override
    def ticks(self) -> int:
        """Return 4 J + 1: collect, advantages, gradient, update of each step, and the walks after the last."""
        return PHASES * len(self.course.advantages) + 1
