"""Tunes a hand-made optimizer's learning rate by grid search, because an untuned rival would be unfair."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.learners.learned_optimizer.rivals import descend
from metascope.simulator.tasks.problems import Problems


def _one_two_five(first: int, last: int) -> tuple[float, ...]:
    """Return 1, 2, 5, 10, 20, ... times 10^first, up to 10^last."""
    return (*(float(f"{digit}e{power}") for power in range(first, last) for digit in (1, 2, 5)), float(f"1e{last}"))


# Wide enough that the best rate for quadratics, sine networks and classifiers is never at an end.
GRID: dict[str, tuple[float, ...]] = {
    "sgd": _one_two_five(-4, 2),
    "nesterov": _one_two_five(-5, 1),
    "rmsprop": _one_two_five(-4, 1),
    "adam": _one_two_five(-4, 1),
}


@dataclass(frozen=True)
class Tuned:
    """The result of a grid search over K learning rates."""

    rates: Tensor  # (K,) ascending
    mean: Tensor  # (K,) mean loss over updates 0..T and problems; NaN if one of them diverged
    last: Tensor  # (K,) mean loss after the last update; NaN likewise


def tune(rule: str, problems: Problems, theta: Tensor, updates: int) -> Tuned:
    """Measure each rate of GRID[rule] on `problems` from `theta` (B, n) with `updates` updates."""
    return _measured(rule, problems, theta, torch.tensor(GRID[rule]), updates)


def tune_one(rule: str, index: int, problems: Problems, theta: Tensor, updates: int) -> tuple[float, float]:
    """Return (mean, last), as in `Tuned`, of the rate GRID[rule][index], so that a search can be spread over time."""
    tuned = _measured(rule, problems, theta, torch.tensor(GRID[rule][index : index + 1]), updates)
    return float(tuned.mean), float(tuned.last)


def _measured(rule: str, problems: Problems, theta: Tensor, rates: Tensor, updates: int) -> Tuned:
    found = descend(rule, problems, theta, rates, updates)
    bad = (found.stopped >= 0).any(-1)  # (K,)
    mean, last = found.losses.mean((0, 2)), found.losses[-1].mean(-1)
    return Tuned(rates, mean.masked_fill(bad, torch.nan), last.masked_fill(bad, torch.nan))
