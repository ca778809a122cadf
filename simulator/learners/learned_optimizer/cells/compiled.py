"""Calls the compiled kernel of the five cells: several meta-steps at once, measurements and trajectories, float64."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Array as AnyArray
from metascope.simulator.engine.compiling.kernel import Call
from metascope.simulator.learners.kernels import LSTM_CELL
from metascope.simulator.learners.learned_optimizer.substitution import CELLS, HIGHEST_LOSS, Trajectory
from metascope.simulator.learners.outer import Moments
from metascope.simulator.learners.surfaces.compiled import begun
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes

Array = NDArray[np.float64]


class Rules(Protocol):
    """The settings by which cells are trained."""

    @property
    def time_steps(self) -> int:
        """T."""

    @property
    def eta(self) -> float:
        """The learning rate in place of z^i."""

    @property
    def low(self) -> float:
        """The lower end of the range to which y is mapped."""

    @property
    def high(self) -> float:
        """The upper end."""

    @property
    def objective(self) -> Literal["mean", "last"]:
        """Whether all time steps' losses count, or the last one's."""

    @property
    def clip(self) -> float:
        """The largest norm of a cell's meta-gradient."""

    @property
    def meta_rate(self) -> float:
        """Adam's step size."""


@dataclass(frozen=True)
class Trained:
    """n meta-steps in a row. Axes: M cell, P weight."""

    weights: Array  # (n, M, P) after each
    moments: Moments  # after the last, (M, P)
    objective: Array  # (n, M) of the batch, with the weights before
    gradient: Array  # (n, M, P), not clipped
    losses: Array  # (n, M, 2) on the measured tasks with the weights after: at the last time step, mean over all


class Batch(NamedTuple):
    """Starts on tasks."""

    tasks: PackedLandscapes
    starts: Array  # (sets, d, S N)

    @classmethod
    def of(cls, tasks: PackedLandscapes, starts: Tensor) -> Batch:
        """Return starts (..., S, N, d) on one set of N tasks, or on one for each of the meta-steps (...)."""
        dimension = starts.shape[-1]
        lanes = np.moveaxis(starts.numpy(), -1, -3).reshape(-1, dimension, starts.shape[-3] * starts.shape[-2])
        return cls(tasks, np.ascontiguousarray(lanes))


def train(weights: Tensor, moments: Moments, batch: Batch, measured: Batch, rules: Rules) -> tuple[Trained, int]:
    """Do a meta-step with each row of a batch, and return them and how many are good: all, or those before one that
    fills weights or moments with NaN or infinity.

    Those that are not good are left out where there is any; else the first is there however it went, and not measured.

    Args:
        weights: before the first, (M, P).
        moments: Adam's, (M, P).
        batch: starts of each meta-step.
        measured: one set of tasks and starts, on which the cells are measured after each meta-step.
        rules: T, eta, range, objective, clip and Adam's rate.
    """
    count = len(batch.starts)
    ways = [begun(count, given) for given in (weights, moments.first, moments.second, moments.count)]
    found = _Found.of(count, ways[0].shape[2])
    good = _called(ways, found, batch, measured, rules, np.empty(0))
    last = max(good, 1)
    now = Moments(*(torch.from_numpy(way[last].copy()) for way in ways[1:]))
    made = ways[0][1 : last + 1]
    return Trained(made, now, found.objective[:last], found.gradient[:last], found.losses[:last]), good


def measure(weights: Array, measured: Batch, rules: Rules) -> Array:
    """Return each cell's losses at the last time step and the mean over all, (M, 2), with weights (M, P)."""
    found = _Found.of(1, weights.shape[1])
    _called([weights[None]], found, None, measured, rules, np.empty(0))
    losses: Array = found.losses[0]
    return losses


def trajectory(weights: Array, batch: Batch, rules: Rules) -> Trajectory:
    """Return the course of the five cells with weights (M, P) on one set of tasks, without what a cell does not use."""
    steps, d, lanes = rules.time_steps, batch.tasks.dimension, batch.starts.shape[2]
    views = np.empty((CELLS, steps + 1, 6 + 8 * d, lanes))
    _called([weights[None]], _Found.of(1, weights.shape[1]), None, batch, rules, views)
    tasks = batch.tasks.numbers.shape[1]
    rows = torch.from_numpy(views).view(*views.shape[:3], -1, tasks).permute(1, 2, 0, 3, 4)  # (T + 1, Q, M, S, N)
    state, gates = 5 + 2 * d, 6 + 2 * d

    def points(begin: int) -> Tensor:
        """Return d rows, (T + 1, M, S, N, d)."""
        return torch.movedim(rows[:, begin : begin + d], 1, -1)

    gradient, loss = points(2), rows[:, 4]
    return Trajectory(
        x=torch.cat([gradient, loss.unsqueeze(-1)], -1)[:-1],
        gates=torch.stack([points(gates + gate * d) for gate in range(4)], 1)[:-1],
        y=points(gates + 5 * d)[:-1],
        refused=rows[:-1, state] == 0,
        c=points(5),
        h=points(5 + d),
        theta=points(0),
        loss=loss,
        gradient=gradient,
    )


class _Found(NamedTuple):
    """What a call writes."""

    objective: Array
    gradient: Array
    losses: Array

    @classmethod
    def of(cls, count: int, size: int) -> _Found:
        return cls(np.empty((count, CELLS)), np.empty((count, CELLS, size)), np.empty((count, CELLS, 2)))


def _called(ways: list[Array], found: _Found, batch: Batch | None, measured: Batch, rules: Rules, views: Array) -> int:
    """Call the kernel; without a batch it only measures. `views`: room for all cells' time steps; of size 0: forget."""
    steps, d, (_, others, numbers) = rules.time_steps, measured.tasks.dimension, measured.tasks.numbers.shape
    held, trains = measured.starts.shape[2], batch is not None
    tasks, starts = batch if batch is not None else (measured.tasks, np.empty((1, d, 0)))
    (sets, each, _), (count, _, lanes) = tasks.numbers.shape, starts.shape
    rows, kept = 6 + 8 * d, CELLS if views.size else 1
    room = views if views.size else np.empty((kept, steps + 1, rows, held))
    learned = (count + trains, CELLS, d * (9 * d + 9))
    adam = ways[1:] or [np.empty(learned), np.empty(learned), np.empty((*learned[:2], 1))]
    arrays: list[tuple[AnyArray, tuple[int, ...]]] = [
        (tasks.numbers, (sets, each, numbers)),
        (starts, (count, d, lanes)),
        (ways[0], learned),
        (adam[0], learned),
        (adam[1], learned),
        (adam[2], (*learned[:2], 1)),
        (found.objective, (count, CELLS)),
        (found.gradient, (count, CELLS, learned[2])),
        (measured.tasks.numbers, (1, others, numbers)),
        (measured.starts, (1, d, held)),
        (found.losses, (count, CELLS, 2)),
    ]
    made = [(numbers, lanes), (numbers, held), (steps + 1, rows, lanes), (5 * d, lanes), (3 * d, lanes)]
    arrays += [(np.empty(shape), shape) for shape in made]
    arrays += [(room, (kept, steps + 1, rows, held))]
    arrays += [(np.empty(shape), shape) for shape in ((3, lanes), (3, held))]
    sizes = [count, int(trains), sets, steps, lanes, each, others, held, d]
    sizes += [measured.tasks.terms, measured.tasks.wells, int(rules.objective == "last"), kept]
    reals = [rules.eta, rules.low, rules.high, HIGHEST_LOSS, rules.clip, rules.meta_rate]
    return Call(LSTM_CELL, arrays, sizes, reals)()
