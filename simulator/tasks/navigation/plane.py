"""Point navigation in the plane (Finn, Abbeel and Levine, 2017, section 5.3): walk from 0 to a goal that is not seen.

A step moves the point by at most 0.1 along each axis. The reward is told after the move, and only the reward tells
where the goal is. All tasks and all paths move at once; nothing here is random but the goals.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Generator, Tensor

Family = Literal["square", "ring"]
Reward = Literal["distance", "squared"]
STEP = 0.1  # how far an action moves the point along an axis, at most
NEAR = 0.01  # how near along both axes the point must come for its episode to end
REACH = 0.5  # goals of the square lie within this of 0 along both axes; on the ring this far away


@dataclass(frozen=True)
class Plane:
    """The rules of the walk.

    plane = Plane(horizon=100)
    places = plane.moved(places, actions)  # (..., 2) each
    walk = plane.judged(places, goals)     # rewards, and which steps were taken before the episode's end
    """

    horizon: int = 100  # steps of an episode, H
    reward: Reward = "distance"  # its negative; the paper says squared, its program has the distance
    scaled: bool = True  # an action of 1 is a step of 0.1, as in the authors' program; else it is the step itself
    ends: bool = True  # an episode ends within 0.01 of the goal

    @property
    def unit(self) -> float:
        """How far an action of 1 would move the point."""
        return STEP if self.scaled else 1.0

    def moved(self, places: Tensor, actions: Tensor) -> Tensor:
        """Return where actions (..., 2) lead from places (..., 2)."""
        most = STEP / self.unit
        return torch.add(places, actions.clamp(-most, most), alpha=self.unit)

    def rewards(self, places: Tensor, goals: Tensor) -> Tensor:
        """Return the reward (...) of having moved to places (..., 2), for goals (..., 2)."""
        gaps = places - goals
        return -gaps.square().sum(-1) if self.reward == "squared" else -gaps.norm(dim=-1)

    def judged(self, places: Tensor, goals: Tensor) -> Walk:
        """Return what walks are worth.

        Args:
            places: (H + 1, T, K, 2) of the point, from the start on.
            goals: (T, 2).
        """
        reached = places[1:]
        wanted = goals[:, None]  # (T, 1, 2)
        rewards = self.rewards(reached, wanted)  # (H, T, K)
        alive = torch.ones_like(rewards)
        if self.ends:
            there = (reached.detach() - wanted).abs().amax(-1) < NEAR
            ended = there.cumsum(0) > 0
            alive[1:] = (~ended[:-1]).to(rewards.dtype)
        return Walk(rewards * alive, alive)


@dataclass(frozen=True)
class Walk:
    """Rewards of walks, 0 after the end of an episode."""

    rewards: Tensor  # (H, T, K)
    alive: Tensor  # (H, T, K) 1 for a step that was taken, 0 after the end


def drawn_goals(family: Family, count: int, draws: Generator, dtype: torch.dtype = torch.float32) -> Tensor:
    """Draw goals (T, 2): evenly from the square [-0.5, 0.5]², or from the ring of radius 0.5."""
    unit = torch.rand(count, 2, generator=draws, dtype=dtype)
    if family == "square":
        return (2 * unit - 1) * REACH
    angle = 2 * math.pi * unit[:, 0]
    return REACH * torch.stack([angle.cos(), angle.sin()], -1)
