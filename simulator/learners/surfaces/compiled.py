"""Calls the compiled kernels of meta-steps on loss surfaces: several meta-steps at once, float64."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.compiling.kernel import Array as AnyArray
from metascope.simulator.engine.compiling.kernel import Call
from metascope.simulator.engine.running.drawing import DRAWING
from metascope.simulator.learners.kernels import LANDSCAPES_PICTURES, LANDSCAPES_STEPS, LANDSCAPES_UNSEEN
from metascope.simulator.learners.outer import Moments
from metascope.simulator.learners.surfaces.figures import width
from metascope.simulator.learners.surfaces.metasteps import (
    FARTHEST,
    METHODS,
    Array,
    Done,
    MetaSteps,
    Rules,
    Shape,
    layout,
)
from metascope.simulator.tasks.minima import GRID
from metascope.simulator.tasks.packed_landscapes import PackedLandscapes


class Surfaces(NamedTuple):
    """A set of tasks as it is drawn."""

    losses: Array  # (T, G) or (T, G, G): over the grid
    optima: Array  # (T, d)


def meta_steps(
    tasks: PackedLandscapes,
    phi: Tensor,
    moments: Moments,
    noise: Tensor | None,
    rules: Rules,
    *,
    sigma: float = 1.0,
    count: int = 1,
    enough: int | None = None,
    number: int = 0,
    every: int = 1,
) -> tuple[Done, int]:
    """Do meta-steps in a row, and return them and how many are good: all, or those before one that diverges.

    A meta-step diverges when its losses are not finite, or when it begins at a start that has left the landscape. The
    first is there however it went; those that are not good are left out where there is any.

    Args:
        tasks: of each of the meta-steps, or one set for all.
        phi: the starts of the first, (M, S, d).
        moments: the outer optimizer's before the first, (M - 1, S, d).
        noise: xi of each meta-step, (count, k or more, then one for the query; S, T, d). None: full batches.
        rules: k, alpha, beta, epsilon, the outer optimizer and its clip.
        sigma: by which the noise is multiplied.
        count: of meta-steps, at most.
        enough: of meta-steps, unless a window draws; None: all.
        number: of the first one.
        every: of the meta-steps those are returned whose number it divides, and the last one; figures of all.
    """
    k, dimension, (sets, each, numbers) = rules.inner_steps, tasks.dimension, tasks.numbers.shape
    starts, draws = phi.shape[1], 0 if noise is None else noise.shape[1]
    rows, columns = len(kept(number, count, every)), width(METHODS, starts, dimension)
    made, lanes = MetaSteps.empty(rows, Shape(k, starts, each, dimension)), METHODS * starts * each
    made.phi[0], figures = phi.numpy(), np.empty((columns, count))
    ways = [begun(1, given) for given in (moments.first, moments.second, moments.count)]
    taught = (2, METHODS - 1, starts)
    room = [np.empty((numbers, lanes)), np.empty((10, lanes)), np.empty((k + 1, 3, lanes))]
    xi = torch.empty(count, 0, starts, each, dimension) if noise is None else noise
    adam = rules.outer_optimizer == "adam"
    sizes = [count, sets, k, starts, each, dimension, tasks.terms, tasks.wells, int(adam), draws]
    sizes += [number, every, columns, count if enough is None else enough, made.rows.shape[1]]
    sizes += [place.start for place, _ in layout(made.shape).values()]
    reals = [rules.inner_rate, rules.outer_rate, rules.epsilon, rules.clip, sigma, FARTHEST]
    arrays: list[tuple[AnyArray, tuple[int, ...]]] = [
        (tasks.numbers, (sets, each, numbers)),
        (xi.double(), (count, draws, starts, each, dimension)),
        (made.rows, made.rows.shape),
        *zip(ways, [(*taught, dimension)] * 2 + [(*taught, 1)], strict=True),
        *((array, array.shape) for array in (figures, *room, DRAWING)),
    ]
    told = Call(LANDSCAPES_STEPS, arrays, sizes, reals)()
    if told < -1:  # those that are good were written over
        good, less = -1 - told, None if noise is None else noise[: -1 - told]
        return meta_steps(tasks, phi, moments, less, rules, sigma=sigma, count=good, number=number, every=every)
    before, after = (Moments(*(torch.from_numpy(way[at].copy()) for way in ways)) for at in (0, 1))
    done = max(told, 1)
    found, left = len(kept(number, done, every)), figures[:, :done]
    return Done(made if found == rows else made.only(range(found)), before, after, left), max(told, 0)


def kept(number: int, count: int, every: int) -> range | list[int]:
    """Return the indices of those of `count` meta-steps whose number `every` divides, and of the last one."""
    if every == 1:
        return range(count)
    found = range(-number % every, count, every)
    return found if found and found[-1] == count - 1 else [*found, count - 1]


def unseen_losses(tasks: PackedLandscapes, phi: Array, rules: Rules) -> Array:
    """Return the mean losses (n, 2, M) from starts `phi` (n, M, d), before and after adaptation without noise."""
    rows, starts, dimension = phi.shape
    _, each, numbers = tasks.numbers.shape
    found, lanes = np.empty((rows, 2, starts)), starts * each
    given = (tasks.numbers[0], np.ascontiguousarray(phi), found, np.empty((numbers, lanes)), np.empty((10, lanes)))
    sizes = [rows, rules.inner_steps, starts, each, dimension, tasks.terms, tasks.wells]
    Call(LANDSCAPES_UNSEEN, [(array, array.shape) for array in given], sizes, [rules.inner_rate])()
    return found


def surfaces(tasks: PackedLandscapes, place: int, axis: Array, ceiling: float) -> Surfaces:
    """Return a set of tasks over the grid of `axis` (G,), and their lowest points; no loss is beyond the ceiling."""
    _, each, numbers = tasks.numbers.shape
    points, dimension, grid = len(axis), tasks.dimension, GRID[tasks.dimension]
    losses, optima = np.empty((each, points**dimension)), np.empty((each, dimension))
    share, widest = np.linspace(0, 1, grid), max(points, grid)
    given = [tasks.numbers[place], axis, share, losses, optima, np.empty((numbers, widest)), np.empty((8, widest))]
    sizes = [each, points, dimension, tasks.terms, tasks.wells, grid]
    Call(LANDSCAPES_PICTURES, [(array, tuple(array.shape)) for array in given], sizes, [ceiling])()
    return Surfaces(losses.reshape(each, *(points,) * dimension), optima)


def begun(count: int, given: Tensor) -> Array:
    """Return room for what `count` meta-steps make of something, which is given first, (count + 1, ...)."""
    way = np.empty((count + 1, *given.shape))
    way[0] = given.numpy()
    return way
