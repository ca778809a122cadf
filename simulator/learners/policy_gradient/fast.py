"""Adapts policies, and differentiates through it, for all tasks at once; `reference` is the readable twin.

An inner step is theta' = theta + alpha sum A grad log pi / n. What a change of the start does to theta' is I - alpha H,
with H the Hessian of the surrogate on the same paths: it is applied to vectors, and never built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.advantages import Advantages, Judging, advantages, faded
from metascope.simulator.learners.policy_gradient.linearization import Linearization
from metascope.simulator.learners.policy_gradient.plan import Estimator
from metascope.simulator.learners.policy_gradient.policy import Policy
from metascope.simulator.learners.policy_gradient.sampling import Paths, walked
from metascope.simulator.tasks.navigation.plane import Plane


@dataclass(frozen=True)
class Lesson:
    """Paths of T tasks and how good the actions on them were."""

    paths: Paths
    judged: Advantages

    @cached_property
    def share(self) -> Tensor:
        """What each step counts in a mean over the steps taken, (T, K H)."""
        return (self.paths.alive / self.paths.taken.clamp(min=1)).flatten(1)

    @cached_property
    def weights(self) -> Tensor:
        """The advantages over the number of steps taken, (T, K H): the surrogate's weights of log pi."""
        return (self.judged.values / self.paths.taken.clamp(min=1)).flatten(1)

    def near(self, policy: Policy, theta: Tensor) -> Linearization:
        """Return what the actions say of the policy near theta (T, P)."""
        return Linearization(policy, theta, self.paths.states.flatten(1, 2), self.paths.actions.flatten(1, 2))


def lesson(policy: Policy, theta: Tensor, plane: Plane, goals: Tensor, drawn: Tensor, judging: Judging) -> Lesson:
    """Walk with theta (T, P) or (1, P), and judge the actions; arguments as of `walked`."""
    paths = walked(policy, theta, plane, goals, drawn)
    return Lesson(paths, advantages(paths, judging))


@dataclass(frozen=True)
class Adapted:
    """Where inner steps have led T tasks, and on what they were made."""

    thetas: Sequence[Tensor]  # k + 1 of (T, P): before the first step and after each
    lessons: Sequence[Lesson]  # k
    slopes: Sequence[Linearization]  # k: of each lesson near the theta that its step began at

    @property
    def reached(self) -> Tensor:
        """Where the last step has led, (T, P)."""
        return self.thetas[-1]


def stepped(near: Linearization, given: Lesson, theta: Tensor, rate: float) -> Tensor:
    """Return theta (T, P) after an inner step of this rate on a lesson."""
    return torch.add(theta, near.gradient(given.weights), alpha=rate)


def adapted(policy: Policy, start: Tensor, lessons: Sequence[Lesson], rate: float) -> Adapted:
    """Return where inner steps on given lessons lead from a start (P,): the lessons may be of another start.

    Args:
        policy: the sizes.
        start: phi.
        lessons: one for each step.
        rate: alpha.
    """
    tasks = len(lessons[0].paths.rewards)
    thetas, slopes = [start.expand(tasks, -1)], list[Linearization]()
    for given in lessons:
        slopes.append(given.near(policy, thetas[-1]))
        thetas.append(stepped(slopes[-1], given, thetas[-1], rate))
    return Adapted(thetas, lessons, slopes)


def learned(
    policy: Policy, start: Tensor, plane: Plane, goals: Tensor, drawn: Sequence[Tensor], judging: Judging, rate: float
) -> Adapted:
    """Adapt a start (P,) to T tasks: walk, judge, step, as often as there are numbers drawn.

    Args:
        policy: the sizes.
        start: phi.
        plane: the rules.
        goals: (T, 2).
        drawn: k of (H, T, K, 2), as `noise` draws them.
        judging: how.
        rate: alpha.
    """
    thetas, lessons, slopes = [start.expand(len(goals), -1)], list[Lesson](), list[Linearization]()
    for numbers in drawn:
        walking = start[None] if not lessons else thetas[-1]
        lessons.append(lesson(policy, walking, plane, goals, numbers, judging))
        slopes.append(lessons[-1].near(policy, thetas[-1]))
        thetas.append(stepped(slopes[-1], lessons[-1], thetas[-1], rate))
    return Adapted(thetas, lessons, slopes)


def pulled(
    found: Adapted, v: Tensor, rate: float, estimator: Estimator = "surrogate", worth: Tensor | None = None
) -> Tensor:
    """Return the gradient (T, P) by the start of what has the gradient v (T, P) by the adapted parameters.

    Args:
        found: the adaptation.
        v: (T, P).
        rate: alpha.
        estimator: what counts of the start's influence on the paths that the steps were made on.
        worth: E-MAML: what one more unit of log-probability of a task's paths is worth, (T,).
    """
    if estimator == "first-order":
        return v
    for near, given in zip(reversed(found.slopes), reversed(found.lessons), strict=True):
        before = v
        v = torch.add(v, near.curvature(given.weights, before), alpha=rate)
        if estimator == "dice":
            v = torch.add(v, near.gradient(sampling_weights(near, given, before)), alpha=rate)
        elif estimator == "e-maml":
            assert worth is not None, "E-MAML needs to know what the adapted policies were worth"
            v = v + near.gradient(worth[:, None] * given.paths.alive.flatten(1))
    return v


def sampling_weights(near: Linearization, given: Lesson, v: Tensor) -> Tensor:
    """Return by how much more likely each action has to become for the inner step to move along v, (T, K H).

    An action at time s decides which rewards follow, and so every discounted reward to go from t <= r with r >= s:
    sum_{r >= s} r_r sum_{t <= r} gamma^(r - t) (score_t . v), less the baseline of its own step. This is the part of
    the derivative of the expected step that the surrogate drops and DiCE's magic boxes keep (Foerster et al., 2018).
    """
    paths, judged = given.paths, given.judged
    scores = near.scores(v).view_as(paths.alive) * paths.alive
    before = scores @ faded(scores.shape[-1], judged.discount, scores)  # (T, K, H) sum over t <= r
    following = (judged.rewards * before).flip(-1).cumsum(-1).flip(-1)
    found = (following - judged.expected * scores) * paths.alive / paths.taken.clamp(min=1)
    return found.flatten(1)


@dataclass(frozen=True)
class Meta:
    """What T tasks teach about a start."""

    gradient: Tensor  # (P,) of the mean surrogate of the adapted policies: the way up
    found: Adapted
    after: Lesson  # with the adapted policies
    near: Linearization  # of it


def meta_gradient(
    policy: Policy,
    found: Adapted,
    after: Lesson,
    rate: float,
    estimator: Estimator = "surrogate",
    weights: Tensor | None = None,
) -> Meta:
    """Return the gradient by the start of how well the adapted policies do.

    Args:
        policy: the sizes.
        found: the adaptation of T tasks.
        after: paths with the adapted policies, or with those of another start.
        rate: alpha.
        estimator: which gradient; "exact" is in `exact`.
        weights: of log pi in the surrogate, (T, N); None: those of the lesson, which is where ratios are 1.
    """
    near = after.near(policy, found.reached)
    v = near.gradient(after.weights if weights is None else weights)
    by_start = pulled(found, v, rate, estimator, worth(after) if estimator == "e-maml" else None)
    return Meta(by_start.mean(0), found, after, near)


def worth(after: Lesson) -> Tensor:
    """Return what each task's adaptation was worth beside that of the other tasks, (T,), in the surrogate's unit."""
    paths = after.paths
    mean = paths.returns.mean(1)
    others = (mean.sum() - mean) / max(len(mean) - 1, 1)
    steps = paths.taken.view(-1) / paths.alive.shape[1]
    return (mean - others) / (steps.clamp(min=1) * after.judged.unit.view(-1))
