"""Computes the surfaces of a frame and caches them as long as nothing that they depend on changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar, final

import numpy as np
import torch
from torch import Tensor

from metascope.simulator.engine.arrays import frozen
from metascope.simulator.learners.surfaces.adapt import adapted
from metascope.simulator.stories.landscapes.frame import Array, Surfaces
from metascope.simulator.tasks.landscapes import Landscapes

CEILING = 1e12  # height of the surface where a loss is higher, NaN or infinite
_BLOCK = 16384  # points times tasks evaluated at once: small enough for the cache, large enough to be worth a call
_Kept = TypeVar("_Kept")


@final
class SurfaceCache:
    """Computes `Surfaces` over one range of coordinates.

    Promises: the same landscapes, k, alpha and number of points give the same object as before; a part that
    does not depend on what changed stays the same array. Keeps the last picture of each number of points.

    Args:
        low: the range's left end, the same for every coordinate.
        high: its right end.
    """

    def __init__(self, low: float, high: float) -> None:
        self._low, self._high = low, high
        self._kept: dict[tuple[str, int], tuple[Hashable, object]] = {}

    def draw(self, shown: Landscapes, judged: Landscapes, k: int, alpha: float, points: int) -> Surfaces:
        """Return the surfaces with `points` points per axis.

        Args:
            shown: the tasks whose own surfaces are drawn.
            judged: the tasks of the two objectives: the same object, or unseen ones to average over.
            k: inner steps.
            alpha: the inner learning rate.
            points: G.
        """

        def make() -> Surfaces:
            objectives = self.objectives(judged, k, alpha, points, judged is not shown)
            tasks = self._keep("tasks", points, shown, lambda: _own(shown, objectives.axis))
            return replace(objectives, tasks=tasks, optima=frozen(shown.optima().numpy()))

        return self._keep("surfaces", points, (shown, judged, k, alpha), make)

    def objectives(self, judged: Landscapes, k: int, alpha: float, points: int, averaged: bool) -> Surfaces:
        """Return the surfaces without any task's own: sums over the tasks `judged`, or means."""
        axis = self._keep("axis", points, None, lambda: frozen(np.linspace(self._low, self._high, points)))
        now = self._keep("now", points, judged, lambda: _objective(judged, axis, 0, alpha, averaged))
        after = self._keep("after", points, (judged, k, alpha), lambda: _objective(judged, axis, k, alpha, averaged))
        none = np.empty(0)
        return Surfaces(axis=axis, tasks=none, now=now, after=after, optima=none, averaged=averaged)

    def _keep(self, part: str, points: int, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        kept = self._kept.get((part, points))
        if kept is not None and kept[0] == key:
            return kept[1]  # type: ignore[return-value]  # stored below by the same part's `make`
        made = make()
        self._kept[part, points] = (key, made)
        return made


def _own(landscapes: Landscapes, axis: Array) -> Array:
    """Return each task's loss over the grid, (T, G) or (T, G, G)."""
    blocks = [landscapes.losses(block).T for block in _blocks(landscapes, axis)]  # (T, p) each
    return _shaped(torch.cat(blocks, 1), axis, landscapes.dimension)


def _objective(landscapes: Landscapes, axis: Array, k: int, alpha: float, averaged: bool) -> Array:
    """Return the sum (or mean) over tasks of l(theta_k(phi)) for each phi of the grid, (G,) or (G, G)."""
    sums = [landscapes.losses(adapted(landscapes, block, alpha, k)).sum(-1) for block in _blocks(landscapes, axis)]
    objective = torch.cat(sums) / (landscapes.tasks if averaged else 1)
    return _shaped(objective, axis, landscapes.dimension)


def _blocks(landscapes: Landscapes, axis: Array) -> list[list[Tensor]]:
    """Yield the grid's points in blocks: d coordinates (p, T) each.

    A coordinate lies in memory task by task, so that what belongs to a task is a constant along the innermost loop.
    """
    along = torch.from_numpy(axis.copy())
    grid = torch.meshgrid(*[along] * landscapes.dimension, indexing="ij")  # the last coordinate runs fastest
    coordinates = [coordinate.reshape(-1) for coordinate in reversed(grid)]  # so phi_0 is x and runs fastest
    size = max(1, _BLOCK // landscapes.tasks)
    pieces = zip(*(torch.split(coordinate, size) for coordinate in coordinates), strict=True)
    return [[part.expand(landscapes.tasks, -1).contiguous().T for part in piece] for piece in pieces]


def _shaped(values: Tensor, axis: Array, dimension: int) -> Array:
    """Return `values` (..., P) over the grid's axes, finite everywhere."""
    finite = torch.nan_to_num(values, CEILING, CEILING, -CEILING).clamp_(-CEILING, CEILING)
    return frozen(finite.reshape(*values.shape[:-1], *(len(axis),) * dimension).numpy())
