"""The way that the starts have come, read from a run's metrics: a history that stays short however long the run.

Metrics whose names begin with "_" are listed nowhere; they hold what only the trail needs: where the starts beside the
first are, and where a start was from which a person moved it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import final

import numpy as np

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.landscapes.frame import Array
from metascope.simulator.stories.landscapes.names import METHODS

ROWS = 1024  # at most, breaks apart; more would not be seen
BREAKS = 256  # of a trail at most; beyond, those between the rows kept are left out
BEGINS = "_begins"  # measured where the starts were loaded: what came before is another run's
_CHUNK = 4096  # rows that are read at once

Shape = tuple[int, int, int]  # methods, starts, dimension


def place_names(shape: Shape) -> list[str]:
    """Return the metrics of where each method's starts are, in the order of an array of this shape."""
    return [_place_name(method, start, axis, shape[2]) for method, start, axis in np.ndindex(shape)]


def left_names(shape: Shape) -> list[str]:
    """Return the metrics of where each start was before a person moved it, in the order of an array of this shape."""
    return [f"_{METHODS[method]}.left.{start}.{axis}" for method, start, axis in np.ndindex(shape)]


def trail_columns(count: int, left: Array | None, begins: bool) -> dict[str, Array]:
    """Return the metrics of what a person did before the first of `count` meta-steps, (count,) each.

    Args:
        count: of meta-steps.
        left: (M, S, d) where those were that were moved since the last meta-step, NaN for the others; None: all stayed.
        begins: the starts were loaded since the last meta-step.
    """
    found = {BEGINS: np.ones(count)} if begins else {}
    if left is not None:
        methods, starts, dimension = left.shape
        names = left_names((methods, starts, dimension))
        found |= {name: np.full(count, place) for name, place in zip(names, left.ravel(), strict=True)}
    return found


@final
class Trail:
    """Where phi was at earlier meta-steps, evenly thinned: at most `ROWS` rows, whatever meta-step is looked at.

    Each row of the metrics that is needed is read once as long as the looks go on from each other.

    Args:
        metrics: of the run; they may grow.
        starts: how many each method has.
        dimension: of a start.
    """

    def __init__(self, metrics: Metrics, starts: int, dimension: int) -> None:
        self.metrics = metrics
        self._shape = (len(METHODS), starts, dimension)
        self._begins: list[int] = []  # where starts were loaded, as far as it is known
        self._last: tuple[Frame | None, Array] = (None, np.empty((0, *self._shape)))  # what was asked for last
        self._forget(0, 1)

    def until(self, frame: Frame) -> Array:
        """Return phi (n, M, S, d) at the meta-steps before `frame`, oldest first.

        A row with NaN breaks the line where a person took a start away from the row before.
        """
        if frame is self._last[0]:
            return self._last[1]
        begin = self._begin(frame)
        stride = _stride(frame.step - begin)
        if (begin, stride) != (self._first, self._stride):
            self._forget(begin, stride)
        self._read(min(frame.step, self.metrics.last_step) - 1)  # the newest row may yet be another
        if self._begin(frame) != begin:
            return self.until(frame)
        past = self._rows[: bisect_left(self._steps, frame.step)]
        self._last = frame, np.concatenate([past, *self._broken_at(frame.metrics)])
        return self._last[1]

    def _begin(self, frame: Frame) -> int:
        """Return the meta-step from which on the starts are this run's."""
        if BEGINS in frame.metrics:
            return frame.step
        return max((step for step in self._begins if step <= frame.step), default=0)

    def _forget(self, first: int, stride: int) -> None:
        """Begin to read at the meta-step `first`, every row that is a multiple of `stride`."""
        self._first, self._stride = first, stride
        self._done = first - 1  # the meta-step up to which rows are read
        self._breaks = 0
        self._steps: list[int] = []  # of the rows
        self._room = np.empty((64, *self._shape))
        self._rows = self._room[:0]

    def _read(self, last: int) -> None:
        rare = {BEGINS, *left_names(self._shape)}  # measured where a person did something, at any meta-step
        while self._done < last:
            end = min(self._done + _CHUNK * self._stride, last)
            names, steps, table = self.metrics.between(self._done + 1, end, self._stride)
            if rare.intersection(names):
                end = min(self._done + _CHUNK, last)
                names, steps, table = self.metrics.between(self._done + 1, end)
            self._done = end
            if BEGINS in names:
                loaded = steps[~np.isnan(table[:, names.index(BEGINS)])].tolist()
                self._begins += [step for step in loaded if step not in self._begins]
            self._take(steps.tolist(), self._columns(place_names(self._shape), names, table), names, table)

    def _columns(self, wanted: list[str], names: tuple[str, ...], table: Array) -> Array:
        """Return the columns of these names (n, M, S, d), NaN where there is none."""
        places = {name: place for place, name in enumerate(names)}
        found = np.full((len(table), len(wanted)), np.nan)
        known = [place for place, name in enumerate(wanted) if name in places]
        found[:, known] = table[:, [places[wanted[place]] for place in known]]
        return found.reshape(-1, *self._shape)

    def _take(self, steps: list[int], phi: Array, names: tuple[str, ...], table: Array) -> None:
        wanted, at = left_names(self._shape), np.flatnonzero(np.array(steps) % self._stride == 0)
        left = self._columns(wanted, names, table) if set(wanted) & set(names) else None
        if left is None:
            self._append([steps[place] for place in at.tolist()], phi[at])
            return
        kept = set(at.tolist())
        for place in sorted(kept.union(np.flatnonzero(~np.isnan(left).all(axis=(1, 2, 3))).tolist())):
            broken = not np.isnan(left[place]).all()
            if broken and (place in kept or self._breaks < BREAKS):
                self._breaks += 1
                self._append([steps[place]] * 2, np.stack(_break(phi[place], left[place])))
            if place in kept:
                self._append([steps[place]], phi[place : place + 1])

    def _append(self, steps: list[int], rows: Array) -> None:
        count = len(self._steps) + len(steps)
        while count > len(self._room):
            self._room = np.concatenate([self._room, np.empty_like(self._room)])
        self._room[len(self._steps) : count] = rows
        self._steps += steps
        self._rows = self._room[:count]

    def _broken_at(self, metrics: Mapping[str, float]) -> list[Array]:
        """Return the rows (1, M, S, d) of a break at the newest meta-step; none where nobody moved a start."""
        left = np.array([metrics.get(name, np.nan) for name in left_names(self._shape)]).reshape(self._shape)
        if np.isnan(left).all():
            return []
        phi = np.array([metrics.get(name, np.nan) for name in place_names(self._shape)]).reshape(self._shape)
        return [row[None] for row in _break(phi, left)]


def _place_name(method: int, start: int, axis: int, dimension: int) -> str:
    if start:
        return f"_{METHODS[method]}.phi.{start}.{axis}"
    return f"{METHODS[method]}.phi" if dimension == 1 else f"{METHODS[method]}.phi_{axis}"


def _stride(steps: int) -> int:
    """Return the least power of two of which so many meta-steps have at most `ROWS` multiples."""
    return 1 << max(0, (max(steps, 1) - 1) // ROWS).bit_length()


def _break(phi: Array, left: Array) -> tuple[Array, Array]:
    """Return where the starts were before some were moved, and the row that breaks those lines (M, S, d)."""
    stayed = np.isnan(left)
    return np.where(stayed, phi, left), np.where(stayed, phi, np.nan)
