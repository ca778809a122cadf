"""Learns a policy with a memory, which adapts within a trial without a gradient: RL² (Duan et al., Wang et al., 2016).

A trial is several episodes on one task. A GRU sees the place, its last action, the last reward and how that has
changed, and whether the episode has just begun or is over; its state goes on from episode to episode, and is all that
it has to find out which task it is. It is trained on whole trials by PPO (Schulman et al., 2017): returns are estimated
by a second output, and advantages are GAE (Schulman et al., 2016). Its discount is low, since going nearer to the goal
pays at once.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import final

import torch
from torch import Generator, Tensor

from metascope.simulator.learners.policy_gradient.advantages import to_go
from metascope.simulator.learners.policy_gradient.policy import ACTIONS
from metascope.simulator.learners.policy_gradient.sampling import Paths, noise
from metascope.simulator.learners.policy_gradient.training import Report
from metascope.simulator.learners.rules import Adam, clip
from metascope.simulator.tasks.navigation.plane import NEAR, STEP, Plane

INPUTS = 8  # place (2), last action (2), last reward, its change, begun, over
NEARNESS = 2.0  # numbers of the plane are about half: they are fed twice as large
CHANGE = 10.0  # and changes of the reward, which a step makes by 0.1 at most
FIRST, LEAST = -0.5, -1.2  # log sigma at first, and at least: who no longer tries cannot learn to look around
SMALL = 0.1  # of the first mean actions
CRITIC = 0.5  # weight of the error of the expected returns
FLOOR = 1e-6


@dataclass(frozen=True)
class Recurrent:
    """The sizes of a policy with a memory of U numbers, whose P parameters are one vector.

    policy = Recurrent(units=64)
    theta = policy.initial(generator)  # (P,)
    """

    units: int = 64

    @cached_property
    def parts_of(self) -> dict[str, tuple[int, ...]]:
        """The shapes of the parts, by name, in order."""
        u = self.units
        gates = {
            "input.weights": (3 * u, INPUTS),
            "memory.weights": (3 * u, u),
            "input.biases": (3 * u,),
            "memory.biases": (3 * u,),
        }
        return gates | {
            "mean.weights": (ACTIONS, u),
            "mean.biases": (ACTIONS,),
            "expected.weights": (1, u),
            "expected.biases": (1,),
            "log_std": (ACTIONS,),
        }

    @property
    def size(self) -> int:
        """P."""
        return sum(int(torch.Size(shape).numel()) for shape in self.parts_of.values())

    def named(self, theta: Tensor) -> Iterator[tuple[str, Tensor]]:
        """Yield the parts of parameters (P,) by name, as views."""
        sizes = [int(torch.Size(shape).numel()) for shape in self.parts_of.values()]
        for (name, shape), piece in zip(self.parts_of.items(), theta.split_with_sizes(sizes), strict=True):
            yield name, piece.view(shape)

    def initial(self, draws: Generator, dtype: torch.dtype = torch.float32) -> Tensor:
        """Draw parameters (P,): evenly within 1 / sqrt(U), as torch does; the mean action small, sigma 0.6."""
        theta = (2 * torch.rand(self.size, generator=draws, dtype=dtype) - 1) / math.sqrt(self.units)
        for name, part in self.named(theta):
            if name == "mean.weights":
                part *= SMALL
            elif name in ("mean.biases", "expected.biases"):
                part.zero_()
            elif name == "log_std":
                part.fill_(FIRST)
        return theta

    def remembered(self, theta: Tensor, seen: Tensor, memory: Tensor) -> tuple[Tensor, Tensor]:
        """Return the memories (L, B, U) after each of L steps that are seen (L, B, 8), and the last (B, U).

        Args:
            theta: (P,).
            seen: what is fed, (L, B, 8).
            memory: before the first, (B, U).
        """
        parts = [part for name, part in self.named(theta) if name.startswith(("input", "memory"))]
        along: Tensor
        along, last = torch.gru(seen, memory[None], parts, True, 1, 0.0, False, False, False)
        reached: Tensor = last[0]
        return along, reached

    def first_action(self, theta: Tensor, places: Tensor, memories: Tensor) -> Tensor:
        """Return the mean action (F, 2), over K memories (K, U), of an episode that would begin at places (F, 2)."""
        count, trials = len(places), len(memories)
        none, one = places.new_zeros(count * trials, 1), places.new_ones(count * trials, 1)
        here = places.repeat_interleave(trials, 0)
        seen = fed(here, torch.zeros_like(here), none, none, one, one)
        _, memory = self.remembered(theta, seen[None], memories.repeat(count, 1))
        return self.answered(theta, memory)[0].view(count, trials, ACTIONS).mean(1)

    def answered(self, theta: Tensor, memories: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return mean actions (..., 2), expected returns (...) and log sigma (2,) of memories (..., U)."""
        found = dict(self.named(theta))
        mean = memories @ found["mean.weights"].T + found["mean.biases"]
        expected = memories @ found["expected.weights"].T + found["expected.biases"]
        return mean, expected[..., 0], found["log_std"]


@dataclass(frozen=True)
class TrialPlan:
    """How trials are learned from."""

    episodes: int = 2  # of a trial
    paths: int = 10  # trials on each task
    epochs: int = 6  # steps on the same trials
    discount: float = 0.9  # gamma
    trace: float = 0.95  # lambda
    clip: float = 0.2  # how far ratios of probabilities may go from 1


@dataclass(frozen=True)
class Episode:
    """One episode of K trials on each of T tasks."""

    paths: Paths
    seen: Tensor  # (H, T K, 8) what was fed
    chosen: Tensor  # (H, T K, 2) actions as shares of the longest that moves the point
    before: Tensor  # (T K, U) the memory with which it began
    after: Tensor  # (T K, U) and with which it ended


def tried(policy: Recurrent, theta: Tensor, plane: Plane, goals: Tensor, drawn: Sequence[Tensor]) -> Iterator[Episode]:
    """Yield the episodes of trials on T tasks, each walked with what the earlier ones have left in the memory.

    Args:
        policy: the sizes.
        theta: (P,).
        plane: the rules.
        goals: (T, 2).
        drawn: for each episode (H, T, K, 2), as `noise` draws it.
    """
    memory = goals.new_zeros(drawn[0].shape[1] * drawn[0].shape[2], policy.units)
    last = _Last.none(goals, len(memory))
    for numbers in drawn:
        found, last = _walked(policy, theta, plane, goals, numbers, memory, last)
        memory = found.after
        yield found


@dataclass(frozen=True)
class _Last:
    """What a step is told of the one before, for B trials."""

    action: Tensor  # (B, 2) as a share of the longest
    reward: Tensor  # (B, 1)

    @staticmethod
    def none(like: Tensor, count: int) -> _Last:
        """Return that there was none."""
        return _Last(like.new_zeros(count, ACTIONS), like.new_zeros(count, 1))


def _walked(
    policy: Recurrent, theta: Tensor, plane: Plane, goals: Tensor, drawn: Tensor, memory: Tensor, last: _Last
) -> tuple[Episode, _Last]:
    horizon, tasks, paths, _ = drawn.shape
    wanted, before = goals.repeat_interleave(paths, 0), memory
    place, change = torch.zeros_like(wanted), torch.zeros_like(last.reward)
    alive, begun = torch.ones_like(last.reward), torch.ones_like(last.reward)
    places, seen, chosen, most = [place], list[Tensor](), list[Tensor](), STEP / plane.unit
    for numbers in drawn.flatten(1, 2):
        seen.append(fed(place, last.action, last.reward, change, begun, alive))
        _, memory = policy.remembered(theta, seen[-1][None], memory)
        mean, _, log_std = policy.answered(theta, memory)
        chosen.append(torch.addcmul(mean, numbers, log_std.exp()))
        place = torch.where(alive > 0, plane.moved(place, most * chosen[-1]), place)
        places.append(place)
        reward = plane.rewards(place, wanted).unsqueeze(-1) * alive
        change = torch.zeros_like(change) if len(seen) == 1 else (reward - last.reward) * alive
        last = _Last(chosen[-1].clamp(-1, 1), reward)
        begun = torch.zeros_like(begun)
        if plane.ends:
            alive = alive * ((place - wanted).abs().amax(-1, keepdim=True) >= NEAR)
    where = torch.stack(places).view(horizon + 1, tasks, paths, 2)
    walk = plane.judged(where, goals)
    along = where.permute(1, 2, 0, 3).contiguous()
    found = Paths(
        places=along,
        states=along[:, :, :-1],
        actions=(most * torch.stack(chosen)).view(horizon, tasks, paths, ACTIONS).permute(1, 2, 0, 3),
        rewards=walk.rewards.permute(1, 2, 0).contiguous(),
        alive=walk.alive.permute(1, 2, 0).contiguous(),
    )
    return Episode(found, torch.stack(seen), torch.stack(chosen), before, memory), last


def fed(place: Tensor, action: Tensor, reward: Tensor, change: Tensor, begun: Tensor, alive: Tensor) -> Tensor:
    """Return what the network sees of a step, (B, 8), from places and actions (B, 2) and the rest (B, 1)."""
    return torch.cat([NEARNESS * place, action, NEARNESS * reward, CHANGE * change, begun, 1 - alive], -1)


@dataclass(frozen=True)
class Judged:
    """How good the actions of an episode were, (T, K, H) each."""

    expected: Tensor  # returns from there on
    advantages: Tensor  # GAE: 0 after the end
    log_probs: Tensor  # of the actions, but for a constant


def judged(policy: Recurrent, theta: Tensor, found: Episode, plan: TrialPlan) -> Judged:
    """Return how good a policy (P,) finds the actions of an episode, with the memory with which it began."""
    return _judged(policy, theta, found, policy.remembered(theta, found.seen, found.before)[0], plan)


def _judged(policy: Recurrent, theta: Tensor, found: Episode, memories: Tensor, plan: TrialPlan) -> Judged:
    paths, alive = found.paths, found.paths.alive
    mean, expected, log_std = policy.answered(theta, memories)
    expected = expected.T.reshape(alive.shape) * alive
    after = torch.cat([expected[..., 1:], torch.zeros_like(expected[..., :1])], -1)
    surprise = (paths.rewards + plan.discount * after - expected) * alive
    logs = -(((found.chosen - mean) / log_std.exp()).square() / 2 + log_std).sum(-1)  # (H, T K)
    return Judged(expected, to_go(surprise, plan.discount * plan.trace) * alive, logs.T.reshape(alive.shape))


def standardized(values: Tensor, alive: Tensor) -> tuple[Tensor, Tensor]:
    """Return values less their mean and over their deviation, both over the steps that were taken, and the latter."""
    count = alive.sum().clamp(min=1)
    mean = (values * alive).sum() / count
    unit = (((values - mean) * alive).square().sum() / count).sqrt() + FLOOR
    return (values - mean) / unit * alive, unit


@final
class RecurrentTraining:
    """A policy with a memory that is learned, and what Adam remembers of it.

        training = RecurrentTraining(policy, policy.initial(generator))
        report = training.update(Plane(), goals, TrialPlan(), 3e-3, generator)

    Args:
        policy: the sizes.
        start: the parameters (P,), to begin with; they are copied.
        largest: norm to which gradients are clipped.
    """

    def __init__(self, policy: Recurrent, start: Tensor, largest: float = 1.0) -> None:
        self.policy, self.start, self._largest = policy, start.clone(), largest
        self._rule = Adam(self.start)

    def update(self, plane: Plane, goals: Tensor, plan: TrialPlan, rate: float, draws: Generator) -> Report:
        """Walk trials on T tasks, and take several steps of Adam on them.

        Args:
            plane: the rules.
            goals: (T, 2).
            plan: how.
            rate: of Adam.
            draws: of the numbers of the walks.
        """
        shape = (len(goals), plan.paths)
        drawn = [noise(*shape, plane, draws, self.start.dtype) for _ in range(plan.episodes)]
        episodes = list(tried(self.policy, self.start, plane, goals, drawn))
        returns = [float(one.paths.returns.mean()) for one in episodes]
        before = self._told(self.start, episodes, plan)
        alive = torch.stack([one.paths.alive for one in episodes])
        values, unit = standardized(before.advantages, alive)
        wanted = before.expected + before.advantages
        for _ in range(plan.epochs):
            with torch.enable_grad():
                theta = self.start.clone().requires_grad_()
                now = self._told(theta, episodes, plan)
                ratios = (now.log_probs - before.log_probs).exp()
                least = torch.minimum(values * ratios, values * ratios.clamp(1 - plan.clip, 1 + plan.clip))
                missed = ((now.expected - wanted) / unit).square()
                loss = ((CRITIC * missed - least) * alive).sum() / alive.sum().clamp(min=1)
            (slope,) = torch.autograd.grad(loss, theta)
            clip(slope, self._largest, "norm")
            self._rule.step(self.start, slope, rate)
            self.start[-ACTIONS:].clamp_(min=LEAST)
        return Report(returns[0], returns[-1])

    def _told(self, theta: Tensor, episodes: Sequence[Episode], plan: TrialPlan) -> Judged:
        """Return how good the actions of all episodes of trials are found, (E, T, K, H) each."""
        memory, found = episodes[0].before, list[Judged]()
        for one in episodes:
            along, memory = self.policy.remembered(theta, one.seen, memory)
            found.append(_judged(self.policy, theta, one, along, plan))
        return Judged(
            torch.stack([one.expected for one in found]),
            torch.stack([one.advantages for one in found]),
            torch.stack([one.log_probs for one in found]),
        )

    def tensors(self, prefix: str) -> dict[str, Tensor]:
        """Return everything by name, as a `TensorSimulation` keeps it: what is copied into these continues."""
        found = {f"{prefix}.weights.{name}": part for name, part in self.policy.named(self.start)}
        return found | {f"{prefix}.rule.{name}": value for name, value in self._rule.memory.items()}

    def forget(self) -> None:
        """Start the optimizer again, in place, after other weights were loaded."""
        for value in self._rule.memory.values():
            value.zero_()
