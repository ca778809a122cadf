"""Computes what scenes draw of a recorded run: parts at an inner step, the path over the meta-steps, the plane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.arrays import Single
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.own.contents import GatePart, HeatPart, PathPart
from metascope.simulator.stories.own.frame import Array, OwnFrame
from metascope.simulator.stories.own.names import place_metrics

TRAIL = 256  # points of a path over the meta-steps that are drawn
_SAME = 1e-12  # share of the points' squares: a variance below it is rounding


def path(frame: OwnFrame, part: PathPart) -> Single:
    """Return a path (M, K, kept); without inner steps where the frame has none, or one that does not fit."""
    found = frame.paths.get(part.name)
    if found is None or found.shape[2] != part.kept:
        return np.full((len(frame.methods), 1, part.kept), np.nan, np.float32)
    return found


def heat(frame: OwnFrame, part: HeatPart, inner: int) -> Single | None:
    """Return a heat map (rows, columns) at an inner step, its last one beyond its end; None: the frame has none."""
    found = frame.heatmaps.get(part.name)
    if found is None or found.shape[1:] != (part.rows, part.columns):
        return None
    now: Single = found[min(inner, len(found) - 1)]
    return now


def gate(frame: OwnFrame, part: GatePart) -> Single | None:
    """Return the curves of a gate (K, count); None where the frame has none."""
    found = frame.gates.get(part.name)
    return None if found is None or found.shape[1] != part.count else found


def is_share(values: NDArray[np.generic]) -> bool:
    """Return whether all finite values lie in [0, 1], as weights and gates do."""
    known = values[np.isfinite(values)]
    return bool(known.size) and bool((known >= 0).all() and (known <= 1).all())


@dataclass(frozen=True)
class Trail:
    """Where a method's path began at each meta-step."""

    steps: NDArray[np.int64]  # (n,), ascending, at most about `TRAIL`
    points: Array  # (n, coordinates)

    def until(self, step: int) -> Array:
        """Return the points up to a meta-step, (m, coordinates)."""
        return self.points[: int(self.steps.searchsorted(step, "right"))]


def trail(metrics: Metrics, part: PathPart, method: str) -> Trail:
    """Return a method's trail, thinned evenly: its first and its newest point are always there."""
    names = place_metrics(part.name, method, part.kept)
    try:
        columns = [metrics.column(name) for name in names]  # they may grow meanwhile
    except KeyError:
        return Trail(np.empty(0, np.int64), np.empty((0, len(names))))
    count = min(map(len, columns))
    points, steps = np.stack([column[:count] for column in columns], axis=1), metrics.steps()[:count]
    there = np.flatnonzero(np.isfinite(points).all(axis=1))
    every = max(1, -(-len(there) // TRAIL))
    chosen = np.unique(np.append(there[::every], there[-1:]))
    return Trail(steps[chosen], points[chosen])


@dataclass(frozen=True)
class Plane:
    """A plane through points: an origin (n,), two axes (2, n), and the share of the variance that each keeps, (2,)."""

    origin: Array
    axes: Array
    kept: Array

    def project(self, points: NDArray[np.generic]) -> Array:
        """Return coordinates (..., 2) of points (..., n)."""
        return np.asarray((np.asarray(points, dtype=float) - self.origin) @ self.axes.T)


def principal(points: Sequence[NDArray[np.generic]]) -> Plane | None:
    """Return the plane in which points, in parts of (.., n), vary most; None where fewer than two are finite.

    Signs are such that the largest coordinate of each axis is positive, so that the plane stays where points hardly
    change.
    """
    width = points[0].shape[-1]
    found = np.concatenate([np.asarray(part, dtype=float).reshape(-1, width) for part in points])
    found = found[np.isfinite(found).all(axis=1)]
    if len(found) < 2:
        return None
    middle = found.mean(axis=0)
    away = found - middle
    _, lengths, directions = np.linalg.svd(away, full_matrices=False)
    axes, shares = np.zeros((2, width)), np.zeros(2)
    whole = float((lengths**2).sum())
    if whole > _SAME * float((found**2).sum()):
        count = min(2, len(lengths))
        axes[:count], shares[:count] = directions[:count], lengths[:count] ** 2 / whole
    for axis in axes:
        axis *= np.sign(axis[np.abs(axis).argmax()]) or 1.0
    return Plane(middle, axes, shares)
