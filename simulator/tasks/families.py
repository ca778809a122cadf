"""Draws landscapes of a family: the lecture's pair, bowls, designed wells and random wells."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import final

import torch
from torch import Generator, Tensor

from metascope.simulator.tasks.landscapes import Bowls, Landscapes, Polynomials, Wells


def draw(family: str, tasks: int, dimension: int, generator: Generator, sets: int = 1) -> Landscapes:
    """Return `tasks` landscapes of a family; only random families use the generator.

    Args:
        family: "lecture" (2 tasks, 1-D), "quadratics", "wells" (2-D) or "mixtures".
        tasks: T.
        dimension: d, 1 or 2.
        generator: for random families.
        sets: of a random family, so many times T tasks in a row: what as many calls give, bit for bit.
    """
    return made_of(family, tasks, dimension, _shares(tasks, numbers_each(family, dimension), generator, sets))


def numbers_each(family: str, dimension: int) -> int:
    """Return how many random numbers make a task of a family; 0: it is designed."""
    return {"quadratics": 2 * dimension + 1, "mixtures": 8 * dimension + 8}.get(family, 0)


def made_of(family: str, tasks: int, dimension: int, shares: Tensor) -> Landscapes:
    """Return the landscapes that `draw` returns where these are its random numbers.

    Args:
        family: as in `draw`, like tasks and dimension.
        tasks: T.
        dimension: d.
        shares: uniform from 0 to 1, (sets, T `numbers_each`); not read for designed families.
    """
    if family == "lecture":
        return lecture_pair()
    if family == "wells":
        return designed_wells(tasks)
    return (_bowls if family == "quadratics" else _wells)(dimension, _Drawn(tasks, shares))


def lecture_pair() -> Polynomials:
    """Return the lecture's two tasks: a bowl, and a curve whose nearer minimum is the worse one.

    l_A(x) = 0.10 (x + 1.5)²; l_B(x) = 0.04 (x + 1.5)² (x - 2)² - 0.15 x + 0.30.
    """
    bowl = [0.225, 0.30, 0.10, 0.0, 0.0]
    barrier = [0.66, -0.03, -0.23, -0.04, 0.04]
    return Polynomials(_numbers([bowl, barrier]), torch.zeros(2, 1, dtype=torch.float64))


def chosen_bowls(rows: Sequence[Sequence[float]], dimension: int, generator: Generator) -> Bowls:
    """Return a bowl for each row of curvatures, (a,) or (a1, a2, degrees), with random centres as in `random_bowls`."""
    drawn = random_bowls(len(rows), dimension, generator)
    axes = _numbers([row[:dimension] for row in rows])  # (T, d)
    angle = _numbers([math.radians(row[2]) if dimension == 2 else 0.0 for row in rows])  # (T,)
    return Bowls(_turned(axes, angle), drawn.optima(), torch.zeros(len(rows), dtype=torch.float64))


def random_bowls(tasks: int, dimension: int, generator: Generator, sets: int = 1) -> Bowls:
    """Return bowls with log-uniform curvatures from 0.2 to 2, and centres within 2.5 of zero; `sets` as in `draw`."""
    return _bowls(dimension, _Drawn(tasks, _shares(tasks, numbers_each("quadratics", dimension), generator, sets)))


def _bowls(dimension: int, drawn: _Drawn) -> Bowls:
    axes = drawn.spread(0.2, 2.0, dimension)
    angle = drawn.uniform(0.0, math.pi)
    centre = drawn.uniform(-2.5, 2.5, dimension)
    return Bowls(_turned(axes, angle), centre, torch.zeros(len(centre), dtype=torch.float64))


def designed_wells(tasks: int) -> Wells:
    """Return tasks in the plane: each has a deep well and, except the first, a poor one at the first one's deep well.

    Pre-training settles among the wells on the left, where every task has one; from there a task whose deep well is
    elsewhere adapts into its poor one.
    """
    bearing = _numbers([_bearing(task) for task in range(tasks)])  # (T,) from the origin to the deep well
    away = torch.stack([bearing.cos(), bearing.sin()], -1)  # (T, 2)
    deep = 2.0 * away
    poor = _numbers([-1.45, 0.25]) + 0.35 * torch.stack([-away[:, 1], away[:, 0]], -1)
    first = (torch.arange(tasks) == 0).double()  # (T,)
    depth = torch.stack([1.35 + 0.05 * first, 0.75 * (1 - first)], -1)  # (T, W)
    broad, narrow, poor_widths = _numbers([[1.5, 1.1], [0.85, 0.65], [0.9, 0.7]])  # along the bearing and across
    deep_widths = torch.lerp(narrow.expand(tasks, 2), broad, first[:, None])
    widths = torch.stack([deep_widths, poor_widths.expand(tasks, 2)], 1)  # (T, W, d)
    precision = torch.stack([_turned(w**-2, bearing) for w in widths.unbind(1)], 1)  # (T, W, d, d)
    bowl = _turned(_numbers([0.10, 0.16]).expand(tasks, 2), bearing)
    bowls = Bowls(bowl, torch.zeros(tasks, 2, dtype=torch.float64), _numbers([1.2] * tasks))
    return Wells(bowls, depth, torch.stack([deep, poor], 1), precision)


def random_wells(tasks: int, dimension: int, generator: Generator, sets: int = 1) -> Wells:
    """Return bowls with three wells each, of random position, depth and width; `sets` as in `draw`.

    Half the tasks have their deep well on the left, half on the right with a poor one on the left, so that one start
    is better after adaptation than the start that is best before it.
    """
    return _wells(dimension, _Drawn(tasks, _shares(tasks, numbers_each("mixtures", dimension), generator, sets)))


def _wells(dimension: int, drawn: _Drawn) -> Wells:
    on_right = drawn.uniform(0.0, 1.0) < 0.5  # (T,)
    left = torch.where(on_right, 0.5, 1.4).double()
    right = torch.where(on_right, 1.8, 0.0).double()
    anywhere = torch.full_like(left, 0.1)
    depth = torch.stack([left, right, anywhere], -1) * drawn.uniform(0.85, 1.15, 3)  # (T, W)
    places = torch.zeros(len(depth), 3, dimension, dtype=torch.float64)
    places[:, :, 0] = _numbers([-1.5, 1.7, 0.0])
    reach = _numbers([0.3, 0.3, 2.5])[:, None] * drawn.uniform(-1, 1, 3, dimension)
    widths = _numbers([1.1, 0.8, 0.8])[:, None] * drawn.spread(0.85, 1.15, 3, dimension)
    precision = _turned(widths**-2, drawn.uniform(0.0, math.pi, 3))
    bowls = Bowls(
        _turned(drawn.spread(0.08, 0.16, dimension), drawn.uniform(0.0, math.pi)),
        drawn.uniform(-0.3, 0.3, dimension),
        torch.full((len(depth),), 1.5, dtype=torch.float64),
    )
    return Wells(bowls, depth, places + reach, precision)


def _bearing(task: int) -> float:
    """Return the direction of a task's deep well, in radians: left, right, up, down, then between them."""
    named = (172.0, 8.0, 95.0, -80.0)
    return math.radians(named[task] if task < len(named) else named[3] + 137.5 * (task - 3))


def _turned(axes: Tensor, angle: Tensor) -> Tensor:
    """Return R(angle) diag(axes) R(angle)', (..., d, d); axes (..., d), angle (...) in radians, unused in 1-D."""
    if axes.shape[-1] == 1:
        return axes.unsqueeze(-1)
    c, s = angle.cos(), angle.sin()
    rotation = torch.stack([torch.stack([c, -s], -1), torch.stack([s, c], -1)], -2)  # (..., 2, 2)
    turned = rotation @ torch.diag_embed(axes) @ rotation.mT
    return (turned + turned.mT) / 2  # exactly symmetric


def _numbers(values: Sequence[float] | Sequence[Sequence[float]]) -> Tensor:
    return torch.tensor(values, dtype=torch.float64)


def _shares(tasks: int, count: int, generator: Generator, sets: int) -> Tensor:
    """Return the random numbers of sets of tasks, `count` each: (sets, T count), those of a set in a row."""
    return torch.rand(sets, tasks * count, generator=generator, dtype=torch.float64)


@final
class _Drawn:
    """Random numbers of several sets of tasks: all of one set, then all of the next, in whatever shapes they are used.

    Args:
        tasks: T of a set.
        shares: uniform from 0 to 1, a row of each set.
    """

    def __init__(self, tasks: int, shares: Tensor) -> None:
        self._tasks, self._left = tasks, shares

    def uniform(self, low: float, high: float, *shape: int) -> Tensor:
        """Return the next numbers of this shape of each task, (sets T, ...)."""
        count = self._tasks * math.prod(shape)
        taken, self._left = self._left[:, :count], self._left[:, count:]
        return low + (high - low) * taken.reshape(-1, *shape)

    def spread(self, low: float, high: float, *shape: int) -> Tensor:
        """Return log-uniform numbers from `low` to `high`."""
        return self.uniform(math.log(low), math.log(high), *shape).exp()
