"""Compares estimators of the meta-gradient with the exact one, a few draws at each meta-step.

What is estimated is the gradient of the mean reward after adapting, without ends of episodes, where the gradient
through the walks is exact. The inner steps are those of the run. After them nothing but the estimator is at work:
rewards to go are not discounted, and each path is compared with the mean of the others, which leaves the score function
unbiased.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.policy_gradient import exact, fast
from metascope.simulator.learners.policy_gradient.advantages import Advantages, to_go
from metascope.simulator.learners.policy_gradient.comparison import ESTIMATES
from metascope.simulator.learners.policy_gradient.fast import Lesson
from metascope.simulator.learners.policy_gradient.plan import Estimator
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.sampling import Paths, noise, walked
from metascope.simulator.stories.navigation.adapting import judging_of, plane_of
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.simulator.tasks.navigation.plane import drawn_goals


def estimates(settings: NavigationSettings, policy: Policy, start: Tensor, draws: Generator) -> Tensor:
    """Return one estimate by each estimator, (E, P), on the same goals and the same noise."""
    plane, judging, rate = replace(plane_of(settings), ends=False), judging_of(settings), settings.inner_rate
    goals = drawn_goals(settings.family, settings.tasks, draws)
    drawn = [noise(len(goals), settings.paths, plane, draws) for _ in range(settings.inner_steps + 1)]
    found = fast.learned(policy, start, plane, goals, drawn[:-1], judging, rate)
    after = compared(walked(policy, found.reached, plane, goals, drawn[-1]))
    each = [
        fast.meta_gradient(policy, found, after, rate, cast("Estimator", name)).gradient
        for name in ESTIMATES
        if name != "exact"
    ]
    each.append(exact.meta_gradient(policy, start, plane, goals, drawn, judging, rate)[0])
    return torch.stack(each)


def compared(paths: Paths) -> Lesson:
    """Return a lesson in which each path's rewards to go are compared with the mean of the other paths'."""
    sums = to_go(paths.rewards, 1.0)
    count = sums.shape[1]
    others = (sums.sum(1, keepdim=True) - sums) / (count - 1)
    ones = torch.ones_like(paths.taken)
    return Lesson(paths, Advantages(sums - others, paths.rewards, others, ones, 1.0))
