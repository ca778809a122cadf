"""Adapts starts to goals, step by step: to those shown and to held-out ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import torch
from torch import Tensor

from metascope.simulator.engine.arrays import finite_single, half_interval, single
from metascope.simulator.engine.randomness import generator
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.text import say
from metascope.simulator.learners.policy_gradient import fast, recurrent
from metascope.simulator.learners.policy_gradient.advantages import Judging
from metascope.simulator.learners.policy_gradient.policy import ACTIONS, Policy
from metascope.simulator.learners.policy_gradient.recurrent import RecurrentTraining, TrialPlan, standardized, tried
from metascope.simulator.learners.policy_gradient.sampling import Paths, noise
from metascope.simulator.learners.policy_gradient.training import PolicyTraining
from metascope.simulator.stories.navigation.frame import Course, MetaTest
from metascope.simulator.stories.navigation.names import MOST_GOALS, ORACLE
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.simulator.tasks.navigation.plane import STEP, Plane, drawn_goals

_HELD, _TEST, _COURSE = 20, 21, 22  # streams of random numbers
_SIDE, _WIDE = 11, 0.6  # arrows along an axis, and how far they reach
_FEW = 10  # paths per goal while a gesture goes on, at most

Training: TypeAlias = PolicyTraining | RecurrentTraining


@dataclass(frozen=True)
class Moment:
    """One stage of an adaptation to T goals."""

    theta: Tensor  # (T, P); of a policy with a memory, what it remembers, means over trials, (T, U)
    paths: Paths  # walks with it
    values: Tensor  # (T, K, H) the advantages of their actions, standardized
    slope: Tensor  # (T, P) the policy gradient there; 0 where there is none
    log_std: Tensor  # (T, 2)
    mean: Callable[[Tensor, int], Tensor]  # actions (F, 2), as shares of `Plane.unit`, at places (F, 2), for a goal


def plane_of(settings: NavigationSettings) -> Plane:
    """Return the rules of the walk."""
    return Plane(settings.horizon, settings.reward, settings.scaled, settings.ends)


def trial_plan_of(settings: NavigationSettings) -> TrialPlan:
    """Return how a policy with a memory learns from trials."""
    return TrialPlan(settings.episodes, settings.paths, settings.trial_epochs)


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
        yield Moment(theta, given.paths, given.judged.values, slope, theta[:, -2:], _mean_of(policy, theta, goals))
        if step < len(rates):
            theta = walking = torch.add(theta, slope, alpha=rates[step])


def _mean_of(policy: Policy, theta: Tensor, goals: Tensor) -> Callable[[Tensor, int], Tensor]:
    """Return the mean actions of policies (T, P); the oracle's see the goals (T, 2)."""

    def mean(places: Tensor, task: int) -> Tensor:
        states = torch.cat([places, goals[task].expand_as(places)], -1) if policy.inputs > ACTIONS else places
        return policy.mean(theta[task : task + 1], states[None])[0]

    return mean


def remembered(
    one: RecurrentTraining, plane: Plane, goals: Tensor, drawn: Sequence[Tensor], plan: TrialPlan
) -> Iterator[Moment]:
    """Yield the episodes of trials of a policy with a memory: each is walked with what it remembers by then."""
    policy, theta, most = one.policy, one.start, STEP / plane.unit
    log_std = dict(policy.named(theta))["log_std"] + math.log(most)
    for found in tried(policy, theta, plane, goals, drawn):
        tasks, paths, _ = found.paths.alive.shape
        values = recurrent.judged(policy, theta, found, plan).advantages
        memory = found.before.view(tasks, paths, -1)

        def mean(places: Tensor, task: int, memory: Tensor = memory) -> Tensor:
            return most * policy.first_action(theta, places, memory[task])

        yield Moment(
            memory.mean(1),
            found.paths,
            torch.stack([standardized(*pair)[0] for pair in zip(values, found.paths.alive, strict=True)]),
            memory.new_zeros(tasks, 1),
            log_std.expand(tasks, -1),
            mean,
        )


def stages(
    settings: NavigationSettings, method: str, one: Training, plane: Plane, goals: Tensor, drawn: Sequence[Tensor]
) -> Iterator[Moment]:
    """Yield the stages of a method's adaptation to goals (T, 2), as many as there are numbers drawn."""
    if isinstance(one, RecurrentTraining):
        yield from remembered(one, plane, goals, drawn, trial_plan_of(settings))
    else:
        rates = rates_of(settings, method)
        yield from moments(one.policy, one.start, plane, goals, drawn, judging_of(settings), rates)


_WALKING = say("walking to held-out goals")


class Judge:
    """Measures starts on held-out goals, the same ones with the same noise at every measurement."""

    def __init__(self, settings: NavigationSettings) -> None:
        self._goals = drawn_goals(settings.family, settings.test_goals, generator(settings.seed, _HELD))

    def measure(self, settings: NavigationSettings, starts: Mapping[str, Training], step: int) -> MetaTest:
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
            course = counted(_WALKING, stages(settings, method, training, plane, goals, drawn), len(drawn))
            means.append(torch.stack([moment.paths.returns.mean(1) for moment in course]))
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

    def course(self, settings: NavigationSettings, starts: Mapping[str, Training], draft: bool) -> Course:
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
        found = [list(stages(settings, method, one, plane, goals, drawn)) for method, one in starts.items()]
        course = list(zip(*found, strict=True))  # J + 1 of M moments

        def each(values: list[list[Tensor]]) -> Tensor:
            return torch.stack([torch.stack(row) for row in values])

        kept = min(settings.drawn, paths)
        walks = each([[_walked(one.paths, kept) for one in stage] for stage in course])
        ways = [[after.theta - one.theta for one, after in zip(*pair, strict=True)] for pair in pairwise(course)]
        arrows = [
            [(one.mean(self._places, focus) * plane.unit).clamp(-STEP, STEP) for one in stage] for stage in course
        ]
        return Course(
            goals=single(goals),
            focus=focus,
            paths=paths,
            walks=single(walks),
            advantages=finite_single(each([[one.values[:, :kept] for one in stage] for stage in course[:-1]])),
            returns=finite_single(each([[one.paths.returns.mean(1) for one in stage] for stage in course])),
            ended=single(each([[_ended(one.paths) for one in stage] for stage in course])),
            slope=finite_single(each([[one.slope.norm(dim=1) for one in stage] for stage in course[:-1]])),
            moved=finite_single(each([[way.norm(dim=1) for way in row] for row in ways])),
            deviation=finite_single(each([[one.log_std.exp() * plane.unit for one in stage] for stage in course])),
            places=self._told,
            arrows=finite_single(each(arrows)),
        )


def _walked(paths: Paths, kept: int) -> Tensor:
    """Return the places (T, kept, H + 1, 2) of the first paths; NaN after the end."""
    places, alive = paths.places[:, :kept], paths.alive[:, :kept]
    later = torch.where(alive.unsqueeze(-1) > 0, places[:, :, 1:], torch.nan)
    return torch.cat([places[:, :, :1], later], 2)


def _ended(paths: Paths) -> Tensor:
    """Return the share (T,) of paths that end before their last step."""
    return (paths.alive[..., -1] == 0).float().mean(1)
