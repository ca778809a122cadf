"""Computes quantiles of the metrics of several runs, step by step: the spread over seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.rows import Array, Steps

MOST_STEPS = 4000  # steps per metric; if there are more, evenly spaced ones are taken
FEWEST = 2  # runs that must have measured a metric at a step


def quantile_metrics(members: Sequence[Metrics], qs: Sequence[float], most: int = MOST_STEPS) -> tuple[Metrics, ...]:
    """Return, for each of `qs` (0 to 1, 0.5 is the median), metrics whose rows are that quantile over the members.

    Values are aligned by meta-step; NaN where fewer than two members measured one. Of a metric measured at more than
    `most` steps, evenly spaced ones of the run with the second most are taken, the last one among them.
    """
    return grouped_metrics(members, qs, most)[0]


def grouped_metrics(
    members: Sequence[Metrics], qs: Sequence[float], most: int = MOST_STEPS
) -> tuple[tuple[Metrics, ...], Metrics]:
    """Return what `quantile_metrics` does, and of how many members each is: those that ended before are left out."""
    seen = [(member.steps(), member) for member in members]
    names = tuple(dict.fromkeys(name for member in members for name in member.names))
    found = {name: _series([_Column.of(*one, name) for one in seen], qs, most) for name in names}
    rows = np.unique(np.concatenate([np.empty(0, np.int64), *(at for at, _ in found.values())]))  # (n,)
    columns: list[dict[str, Array]] = [{} for _ in range(len(qs) + 1)]
    for name, (at, values) in found.items():
        whole = np.full((len(qs) + 1, len(rows)), np.nan)
        whole[:, np.searchsorted(rows, at)] = values
        for column, quantile in zip(columns, whole, strict=True):
            column[name] = quantile
    *made, counts = (Metrics.of(rows, column) for column in columns)
    return tuple(made), counts


def quantiles(values: Array, qs: Sequence[float]) -> Array:
    """Return the quantiles (q, n) of each column of `values` (members, n), NaN left out, interpolated linearly."""
    ordered = np.sort(values, axis=0)  # NaN comes last
    places = np.outer(qs, np.maximum((~np.isnan(values)).sum(axis=0) - 1, 0))  # (q, n)
    below = np.floor(places).astype(np.int64)
    low = np.take_along_axis(ordered, below, axis=0)
    high = np.take_along_axis(ordered, np.ceil(places).astype(np.int64), axis=0)
    return np.asarray(low + (places - below) * (high - low))


@dataclass(frozen=True)
class _Column:
    """One metric of one run, in the rows that existed when the steps were read."""

    steps: Steps  # (n,)
    values: Array  # (n,) NaN where it was not measured

    @classmethod
    def of(cls, steps: Steps, member: Metrics, name: str) -> _Column:
        values = member.column(name)[: len(steps)] if name in member.names else np.empty(0)
        return cls(steps[: len(values)], values)

    @cached_property
    def count(self) -> int:
        return len(self.values) - int(np.count_nonzero(np.isnan(self.values)))

    def measured(self) -> Steps:
        return self.steps[~np.isnan(self.values)]

    def at(self, steps: Steps) -> Array:
        """Return the values at these steps, NaN where there are none."""
        if len(self.steps) == 0:
            return np.full(len(steps), np.nan)
        places = np.minimum(np.searchsorted(self.steps, steps), len(self.steps) - 1)
        return np.where(self.steps[places] == steps, self.values[places], np.nan)


def _series(columns: Sequence[_Column], qs: Sequence[float], most: int) -> tuple[Steps, Array]:
    """Return the steps, thinned, at which at least two columns have a value: (n,).

    Then the quantiles, with the number of columns that have one below: (q + 1, n).
    """
    if len(columns) < FEWEST:
        return np.empty(0, np.int64), np.empty((len(qs) + 1, 0))
    *_, second, longest = sorted(columns, key=lambda column: column.count)
    if longest.count <= most:
        steps = np.unique(np.concatenate([column.measured() for column in columns]))
    else:
        steps = _thinned(second.measured(), most)
    values = np.stack([column.at(steps) for column in columns])  # (members, n)
    counts = (~np.isnan(values)).sum(axis=0)
    enough = counts >= FEWEST
    return steps[enough], np.concatenate([quantiles(values[:, enough], qs), counts[None, enough].astype(float)])


def _thinned(steps: Steps, most: int) -> Steps:
    """Return at most about `most` of the steps, evenly spaced, and the last one."""
    kept = steps[:: max(1, -(-len(steps) // most))]
    return kept if len(steps) == 0 or kept[-1] == steps[-1] else np.append(kept, steps[-1])
