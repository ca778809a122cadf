"""Says how good actions were: discounted rewards to go, less a baseline linear in features (Duan et al., 2016).

The baseline is fitted on the same paths that it is then used on, task by task, with a ridge of 1e-5, as in the authors'
program: features are the place, its square, t / 100 and its powers, and 1. Advantages are standardized per task.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.learners.policy_gradient.sampling import Paths

RIDGE = 1e-5
FLOOR = 1e-8  # of the standard deviation that advantages are divided by
FARTHEST = 10.0  # places beyond are taken for this far


@dataclass(frozen=True)
class Judging:
    """How actions are judged."""

    discount: float = 0.99  # gamma
    baseline: bool = True
    standardized: bool = True


@dataclass(frozen=True)
class Advantages:
    """How much better actions were than expected, and what that was made of."""

    values: Tensor  # (T, K, H) 0 after the end
    rewards: Tensor  # (T, K, H) in the unit of the advantages
    expected: Tensor  # (T, K, H) what is taken from the rewards to go, in the same unit
    unit: Tensor  # (T, 1, 1) by which all were divided
    discount: float  # gamma


def to_go(rewards: Tensor, discount: float) -> Tensor:
    """Return the discounted sum of the rewards (..., H) from each step on."""
    return rewards @ faded(rewards.shape[-1], discount, rewards).T


def faded(horizon: int, discount: float, like: Tensor) -> Tensor:
    """Return gamma^(s - t) for s >= t, else 0, as (H, H) [t, s]."""
    steps = torch.arange(horizon, dtype=like.dtype, device=like.device)
    powers = discount ** (steps - steps[:, None]).clamp(min=0)
    found: Tensor = powers.triu()
    return found


def features(paths: Paths) -> Tensor:
    """Return the features (T, K, H, 8) of the steps."""
    places = paths.states[..., :2].clamp(-FARTHEST, FARTHEST)
    steps = torch.arange(places.shape[-2], dtype=places.dtype, device=places.device) / 100
    times = torch.stack([steps, steps**2, steps**3, torch.ones_like(steps)], -1)
    return torch.cat([places, places.square(), times.expand(*places.shape[:-1], 4)], -1)


def fitted(paths: Paths, sums: Tensor) -> Tensor:
    """Return the baseline (T, K, H) that fits the discounted rewards to go (T, K, H) best."""
    rows = (features(paths) * paths.alive.unsqueeze(-1)).flatten(1, 2).double()  # (T, K H, 8)
    wanted = (sums * paths.alive).flatten(1, 2).unsqueeze(-1).double()
    products = rows.mT @ rows + RIDGE * torch.eye(rows.shape[-1], dtype=torch.float64, device=rows.device)
    weights: Tensor = torch.linalg.solve(products, rows.mT @ wanted)
    return (rows @ weights).to(sums.dtype).view_as(sums)


def advantages(paths: Paths, judging: Judging) -> Advantages:
    """Return the advantages of the actions on some paths."""
    alive, taken = paths.alive, paths.taken.clamp(min=1)
    sums = to_go(paths.rewards, judging.discount)
    expected = fitted(paths, sums) if judging.baseline else torch.zeros_like(sums)
    values = (sums - expected) * alive
    if not judging.standardized:
        return Advantages(values, paths.rewards, expected, torch.ones_like(taken), judging.discount)
    mean = values.sum((-2, -1), keepdim=True) / taken
    unit = (((values - mean) * alive).square().sum((-2, -1), keepdim=True) / taken).sqrt() + FLOOR
    values = (values - mean) / unit * alive
    return Advantages(values, paths.rewards / unit, (expected + mean) / unit, unit, judging.discount)
