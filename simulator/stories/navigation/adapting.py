"""Adapts starts to goals, step by step: to those shown and to held-out ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor

from simulator.engine.arrays import finite_single, half_interval, single
from simulator.engine.randomness import generator
from simulator.learners.policy_gradient import fast
from simulator.learners.policy_gradient.advantages import Judging
from simulator.learners.policy_gradient.fast import Lesson
from simulator.learners.policy_gradient.policy import Policy
from simulator.learners.policy_gradient.sampling import noise
from simulator.learners.policy_gradient.training import PolicyTraining
from simulator.stories.navigation.frame import Course, MetaTest
from simulator.stories.navigation.names import MOST_GOALS, ORACLE
from simulator.stories.navigation.settings import NavigationSettings
from simulator.tasks.navigation.plane import STEP, Plane, drawn_goals

_HELD, _TEST, _COURSE = 20, 21, 22  # streams of random numbers
_SIDE, _WIDE = 11, 0.6  # arrows along an axis, and how far they reach
_FEW = 10  # paths per goal while a gesture goes on, at most


@dataclass(frozen=True)
class Moment:
    """One stage of an adaptation to T goals."""

    theta: Tensor  # (T, P)
    lesson: Lesson  # walks with it
    slope: Tensor  # (T, P) the policy gradient there


def plane_of(settings: NavigationSettings) -> Plane:
    """Return the rules of the walk."""
    return Plane(settings.horizon, settings.reward, settings.scaled, settings.ends)


def policy_of(settings: NavigationSettings, method: str) -> Policy:
    """Return the sizes of a method's policy."""
    return Policy(4 if method == ORACLE else 2, settings.hidden, settings.activation)


def judging_of(settings: NavigationSettings) -> Judging:
    """Return how actions are judged."""
    return Judging(settings.discount, settings.baseline)


def rates_of(settings: NavigationSettings, method: str) -> list[float]:
    """Return the step sizes (J,) of adaptation: half of the first from the second on; the oracle does not adapt."""
    if method == ORACLE:
        return [0.0] * settings.test_steps
    return [settings.inner_rate / (1 if step == 0 else 2) for step in range(settings.test_steps)]


def moments(
    policy: Policy,
    start: Tensor,
    plane: Plane,
    goals: Tensor,
    drawn: Sequence[Tensor],
    judging: Judging,
    rates: Sequence[float],
) -> Iterator[Moment]:
    """Yield the stages of adapting a start (P,) to goals (T, 2): before the first step and after each."""
    theta, walking = start.expand(len(goals), -1), start[None]
    for step, numbers in enumerate(drawn):
        given = fast.lesson(policy, walking, plane, goals, numbers, judging)
        near = given.near(policy, theta)
        slope = near.gradient(given.weights)
        yield Moment(theta, given, slope)
        if step < len(rates):
            theta = walking = torch.add(theta, slope, alpha=rates[step])


class Judge:
    """Measures starts on held-out goals, the same ones with the same noise at every measurement."""

    def __init__(self, settings: NavigationSettings) -> None:
        self._goals = drawn_goals(settings.family, settings.test_goals, generator(settings.seed, _HELD))

    def measure(self, settings: NavigationSettings, starts: Mapping[str, PolicyTraining], step: int) -> MetaTest:
        """Return what every start comes to.

        Args:
            settings: as they are now.
            starts: by method.
            step: meta-steps done.
        """
        plane, goals, means = plane_of(settings), self._goals, list[Tensor]()
        for method, training in starts.items():
            draws = generator(settings.seed, _TEST)
            drawn = [noise(len(goals), settings.test_paths, plane, draws) for _ in range(settings.test_steps + 1)]
            rates = rates_of(settings, method)
            course = moments(training.policy, training.start, plane, goals, drawn, judging_of(settings), rates)
            means.append(torch.stack([moment.lesson.paths.returns.mean(1) for moment in course]))
        each = torch.stack(means, 1)  # (J + 1, M, goals)
        returns, half = finite_single(each.mean(-1)), finite_single(half_interval(each))
        return MetaTest(step=step, goals=len(goals), returns=returns, half=half)


class Shown:
    """Adapts starts to the goals that a person sees: with the same noise always, so that the picture moves smoothly."""

    def __init__(self, settings: NavigationSettings) -> None:
        draws, plane = generator(settings.seed, _COURSE), plane_of(settings)
        self._noise = [noise(MOST_GOALS, settings.test_paths, plane, draws) for _ in range(settings.test_steps + 1)]
        axis = torch.linspace(-_WIDE, _WIDE, _SIDE)
        self._places = torch.cartesian_prod(axis, axis).flip(1)  # (F, 2) rows from below, x first
        self._told = single(self._places)

    def course(self, settings: NavigationSettings, starts: Mapping[str, PolicyTraining], draft: bool) -> Course:
        """Return how every start adapts to the goals; in a draft on fewer paths.

        Args:
            settings: as they are now.
            starts: by method.
            draft: a gesture is under way.
        """
        goals = torch.tensor(settings.goals, dtype=torch.float32)
        paths = min(settings.test_paths, _FEW) if draft else settings.test_paths
        drawn = [numbers[:, : len(goals), :paths] for numbers in self._noise]
        focus, plane = min(settings.focus, len(goals) - 1), plane_of(settings)
        found = [
            list(moments(one.policy, one.start, plane, goals, drawn, judging_of(settings), rates_of(settings, method)))
            for method, one in starts.items()
        ]
        policies = [one.policy for one in starts.values()]
        stages = list(zip(*found, strict=True))  # J + 1 of M moments

        def each(values: list[list[Tensor]]) -> Tensor:
            return torch.stack([torch.stack(row) for row in values])

        kept = min(settings.drawn, paths)
        walks = each([[_walked(one.lesson, kept) for one in stage] for stage in stages])
        ways = [[after.theta - one.theta for one, after in zip(*pair, strict=True)] for pair in pairwise(stages)]
        arrows = [
            [
                self._arrows(policy, plane, one.theta[focus], goals[focus])
                for policy, one in zip(policies, stage, strict=True)
            ]
            for stage in stages
        ]
        return Course(
            goals=single(goals),
            focus=focus,
            paths=paths,
            walks=single(walks),
            advantages=finite_single(
                each([[one.lesson.judged.values[:, :kept] for one in stage] for stage in stages[:-1]])
            ),
            returns=finite_single(each([[one.lesson.paths.returns.mean(1) for one in stage] for stage in stages])),
            ended=single(each([[_ended(one.lesson) for one in stage] for stage in stages])),
            slope=finite_single(each([[one.slope.norm(dim=1) for one in stage] for stage in stages[:-1]])),
            moved=finite_single(each([[way.norm(dim=1) for way in row] for row in ways])),
            deviation=finite_single(
                each([[one.theta[:, -2:].exp() * plane.unit for one in stage] for stage in stages])
            ),
            places=self._told,
            arrows=finite_single(each(arrows)),
        )

    def _arrows(self, policy: Policy, plane: Plane, theta: Tensor, goal: Tensor) -> Tensor:
        """Return the mean step (F, 2) from each place, with one policy (P,) and, for the oracle, a goal (2,)."""
        states = self._places
        if policy.inputs > 2:
            states = torch.cat([states, goal.expand_as(states)], -1)
        return (policy.mean(theta[None], states[None])[0] * plane.unit).clamp(-STEP, STEP)


def _walked(lesson: Lesson, kept: int) -> Tensor:
    """Return the places (T, kept, H + 1, 2) of the first paths; NaN after the end."""
    places, alive = lesson.paths.places[:, :kept], lesson.paths.alive[:, :kept]
    later = torch.where(alive.unsqueeze(-1) > 0, places[:, :, 1:], torch.nan)
    return torch.cat([places[:, :, :1], later], 2)


def _ended(lesson: Lesson) -> Tensor:
    """Return the share (T,) of paths that end before their last step."""
    return (lesson.paths.alive[..., -1] == 0).float().mean(1)
