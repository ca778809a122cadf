"""What is measured of meta-steps on loss surfaces, in columns: the readable twin of what the kernel writes.

Of each method the first start, its losses before and after adaptation; with several starts the best of each method;
how the first-order directions at MAML's first start differ from the exact meta-gradient; then the other starts.
"""

from __future__ import annotations

import math

import numpy as np

from metascope.simulator.learners.surfaces.comparing import FOMAML, MAML, OTHERS, SHORTEST, VANISHED
from metascope.simulator.learners.surfaces.metasteps import Array, MetaSteps


def width(methods: int, starts: int, dimension: int) -> int:
    """Return the number of columns."""
    best = methods if starts > 1 else 0
    return methods * (dimension + 2) + best + 2 * len(OTHERS) + methods * (starts - 1) * dimension


def figures(steps: MetaSteps) -> Array:
    """Return the columns (width, n), NaN where a figure is not finite or cannot be told."""
    found: list[Array] = []
    for method in range(steps.phi.shape[1]):
        found += [*steps.phi[:, method, 0].T, steps.loss_now[:, method, 0], steps.loss_after[:, method, 0]]
    if steps.phi.shape[2] > 1:
        found += [*np.where(np.isfinite(steps.loss_after), steps.loss_after, np.nan).min(2).T]  # NaN if one is
    found += _compared(steps.directions)
    found += [*steps.phi[:, :, 1:].reshape(len(steps.phi), -1).T]
    table = np.stack(found)
    table[~np.isfinite(table)] = np.nan
    return table


def _compared(directions: Array) -> list[Array]:
    """Return how each rule's direction at MAML's first start differs from the exact meta-gradient, (n,) each.

    Angles in degrees, and ratios of norms; NaN if a direction has no length, or if the exact meta-gradient has
    almost vanished compared with FOMAML's: at MAML's optimum it has no direction. directions (n, M, R, S, T, d).
    """
    tasks = np.moveaxis(directions[:, MAML, :, 0], 2, 0)  # (T, n, R, d)
    sums = tasks[0]
    for task in tasks[1:]:  # in this order, however many meta-steps there are
        sums = sums + task
    exact = sums[:, MAML]  # (n, d)
    norms = _norms(sums)  # (n, R)
    length = norms[:, MAML]
    defined = ~(length < VANISHED * norms[:, FOMAML]) & (length >= SHORTEST) & (length < math.inf)
    columns: list[Array] = []
    for rule in OTHERS:
        norm = norms[:, rule]
        there = defined & (norm >= SHORTEST) & (norm < math.inf)
        columns += [np.where(there, _angles(exact, sums[:, rule]), np.nan), np.where(there, norm / length, np.nan)]
    return columns


def _norms(vectors: Array) -> Array:
    """Return the norms (n, R) of vectors of one or two numbers (n, R, d)."""
    if vectors.shape[-1] == 1:
        return np.abs(vectors[..., 0])
    pairs = zip(*vectors.reshape(-1, 2).T.tolist(), strict=True)  # numpy's depends on how many there are
    return np.array([math.hypot(x, y) for x, y in pairs]).reshape(vectors.shape[:-1])


def _angles(one: Array, other: Array) -> Array:
    """Return the angles (n,) between vectors of one or two numbers (n, d), 0 to 180 degrees."""
    if one.shape[1] == 1:
        return np.where(one[:, 0] * other[:, 0] > 0, 0.0, 180.0)
    across = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0]
    along = one[:, 0] * other[:, 0] + one[:, 1] * other[:, 1]
    pairs = zip(np.abs(across).tolist(), along.tolist(), strict=True)
    return np.array([math.degrees(math.atan2(y, x)) for y, x in pairs])
