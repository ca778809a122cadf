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

from simulator.engine.arrays import frozen, single
from simulator.learners.policy_gradient import exact, fast
from simulator.learners.policy_gradient.advantages import Advantages, to_go
from simulator.learners.policy_gradient.fast import Lesson
from simulator.learners.policy_gradient.plan import Estimator
from simulator.learners.policy_gradient.policy import Policy
from simulator.learners.policy_gradient.sampling import Paths, noise, walked
from simulator.stories.navigation.adapting import judging_of, plane_of
from simulator.stories.navigation.frame import Comparison
from simulator.stories.navigation.names import ESTIMATES
from simulator.stories.navigation.settings import NavigationSettings
from simulator.tasks.navigation.plane import drawn_goals

_LEVELS = 12  # powers of two of which means are kept
_EXACT = ESTIMATES.index("exact")


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


class Estimates:
    """What is kept of the estimates of one start's meta-gradient.

    Args:
        start: phi, (P,): any, until `begin_anew`.
    """

    def __init__(self, start: Tensor) -> None:
        kinds = len(ESTIMATES)
        self._tensors = {
            "start": start.clone(),
            "begun": torch.zeros((), dtype=torch.int64),  # meta-step
            "count": torch.zeros((), dtype=torch.int64),
            "total": start.new_zeros(kinds, len(start)),
            "squares": start.new_zeros(kinds),  # sum of the squares of their lengths
            "means": start.new_zeros(_LEVELS, kinds, len(start)),  # of the first 1, 2, 4, ... estimates
        }

    def tensors(self, prefix: str) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        return {f"{prefix}.{name}": tensor for name, tensor in self._tensors.items()}

    @property
    def start(self) -> Tensor:
        """The start whose meta-gradient is estimated, (P,)."""
        return self._tensors["start"]

    def begin_anew(self, start: Tensor, step: int) -> None:
        """Forget all estimates, and estimate the meta-gradient of another start (P,) from meta-step `step` on."""
        for tensor in self._tensors.values():
            tensor.zero_()
        self.start.copy_(start)
        self._tensors["begun"].fill_(step)

    def take(self, found: Tensor) -> None:
        """Count one estimate by each estimator, (E, P)."""
        kept = self._tensors
        kept["count"] += 1
        kept["total"] += found
        kept["squares"] += found.square().sum(1)
        count = int(kept["count"])
        level = count.bit_length() - 1
        if count == 1 << level and level < _LEVELS:
            kept["means"][level] = kept["total"] / count

    def comparison(self) -> Comparison | None:
        """Return what the estimates come to; None: there are none yet."""
        kept, count = self._tensors, int(self._tensors["count"])
        if count == 0:
            return None
        mean = (kept["total"] / count).double()  # (E, P)
        truth, levels = mean[_EXACT], min(count.bit_length(), _LEVELS)
        size = truth.norm().clamp(min=1e-30)
        spread = (kept["squares"].double() / count - mean.square().sum(1)).clamp(min=0).sqrt() / size
        return Comparison(
            step=int(kept["begun"]),
            draws=count,
            counts=frozen((2 ** torch.arange(levels, dtype=torch.int32)).numpy()),
            angles=single(_angles(kept["means"][:levels].double(), truth)),
            angle=single(_angles(mean, truth)),
            noise=single(torch.rad2deg((spread / count**0.5).arctan())),
            length=single(mean.norm(dim=1) / size),
            spread=single(spread),
        )


def _angles(vectors: Tensor, truth: Tensor) -> Tensor:
    """Return the degrees between vectors (..., P) and the truth (P,)."""
    sizes = (vectors.norm(dim=-1) * truth.norm()).clamp(min=1e-30)
    return torch.rad2deg(((vectors @ truth) / sizes).clamp(-1, 1).arccos())
