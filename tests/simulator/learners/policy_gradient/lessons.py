"""Small lessons in double precision, with numbers that depend on a seed alone."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient import fast
from metascope.simulator.learners.policy_gradient.advantages import Judging
from metascope.simulator.learners.policy_gradient.fast import Adapted, Lesson
from metascope.simulator.learners.policy_gradient.policy import Activation, Policy
from metascope.simulator.learners.policy_gradient.sampling import noise
from metascope.simulator.tasks.navigation.plane import Plane, drawn_goals

TASKS, PATHS, RATE = 3, 4, 0.3
PLANE = Plane(horizon=12)
JUDGING = Judging()


def policy_of(activation: Activation = "tanh") -> Policy:
    return Policy(hidden=(6, 5), activation=activation)


def draws(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def start_of(policy: Policy, seed: int = 1) -> Tensor:
    """Return a start (P,) whose standard deviations are not 1."""
    theta = policy.initial(draws(seed), torch.float64)
    theta[-2:] = torch.tensor([-0.4, 0.2], dtype=torch.float64)
    return theta + 0.1 * torch.randn(theta.shape, generator=draws(seed + 1), dtype=torch.float64)


def adaptation(
    policy: Policy, start: Tensor, steps: int = 1, judging: Judging = JUDGING, plane: Plane = PLANE, seed: int = 3
) -> tuple[Adapted, Lesson, Tensor, Sequence[Tensor]]:
    """Return an adaptation, the lesson after it, the goals and the numbers drawn."""
    own = draws(seed)
    goals = drawn_goals("square", TASKS, own, torch.float64)
    numbers = [noise(TASKS, PATHS, plane, own, torch.float64) for _ in range(steps + 1)]
    found = fast.learned(policy, start, plane, goals, numbers[:-1], judging, RATE)
    after = fast.lesson(policy, found.reached, plane, goals, numbers[-1], judging)
    return found, after, goals, numbers
