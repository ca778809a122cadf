"""Computes how a metric answers to one or two axes of a sweep: its middle and spread over all other runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.history.quantiles import quantiles

Array = NDArray[np.float64]
Value = float | int | str | None
Statistic = Literal["median", "mean"]

QUARTERS = (0.25, 0.5, 0.75)


@dataclass(frozen=True, eq=False)
class Line:
    """A metric along an axis: where `counts` (n,) runs share a place, their `low`, `middle` and `high`, all (n,).

    The middle is their median between the quartiles, or their mean between one standard deviation less and more.
    """

    label: str  # the value of the second axis; "" where there is none
    places: tuple[Value, ...]  # (n,) along the axis, rising
    low: Array
    middle: Array
    high: Array
    counts: Array


@dataclass(frozen=True, eq=False)
class Plane:
    """A metric over two axes: `middle` and `counts` (rows, columns), NaN and 0 where no run is."""

    rows: tuple[Value, ...]  # rising
    columns: tuple[Value, ...]  # rising
    middle: Array
    counts: Array


def lines(
    places: Sequence[Value], values: Sequence[float | None], split: Sequence[Value] | None, statistic: Statistic
) -> tuple[Line, ...]:
    """Return a line for each value of `split`, in rising order; one line of all runs where there is none.

    Args:
        places: (runs,) each run's value along the axis; runs without one are left out.
        values: (runs,) each run's metric; runs that have none, or no finite one, are left out.
        split: (runs,) each run's value along a second axis.
        statistic: what is the middle and the spread of runs that share a place.
    """
    found = []
    whole = split if split is not None else [""] * len(places)
    known = _known(places, values, whole)
    for one in in_order([whole[run] for run in known]):
        members = [run for run in known if whole[run] == one]
        at = in_order([places[run] for run in members])
        groups = [np.array([values[run] for run in members if places[run] == place], np.float64) for place in at]
        middle, low, high = np.array([_spread(group, statistic) for group in groups]).reshape(-1, 3).T
        counts = np.array([len(group) for group in groups], np.float64)
        found.append(Line(told(one), at, low, middle, high, counts))
    return tuple(found)


def plane(
    columns: Sequence[Value], rows: Sequence[Value], values: Sequence[float | None], statistic: Statistic
) -> Plane:
    """Return a metric over two axes; the arguments are those of `lines`, all (runs,)."""
    known = _known(columns, values, rows)
    across, down = in_order([columns[run] for run in known]), in_order([rows[run] for run in known])
    cells: dict[tuple[int, int], list[float]] = {}
    column_of, row_of = ({value: at for at, value in enumerate(axis)} for axis in (across, down))
    for run in known:
        value = values[run]
        assert value is not None, "runs without the metric are left out"
        cells.setdefault((row_of[rows[run]], column_of[columns[run]]), []).append(value)
    middle, counts = np.full((len(down), len(across)), np.nan), np.zeros((len(down), len(across)))
    for cell, members in cells.items():
        middle[cell] = _spread(np.array(members, np.float64), statistic)[0]
        counts[cell] = len(members)
    return Plane(down, across, middle, counts)


def in_order(values: Sequence[Value]) -> tuple[Value, ...]:
    """Return the different values: numbers rising, then words as they came."""
    different = dict.fromkeys(values)
    numbers = [value for value in different if not isinstance(value, str) and value is not None]
    return (*sorted(numbers), *(value for value in different if isinstance(value, str)))


def told(value: Value) -> str:
    """Return a value of an axis as a short text."""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _known(places: Sequence[Value], values: Sequence[float | None], others: Sequence[Value]) -> list[int]:
    return [
        run
        for run, (place, value, other) in enumerate(zip(places, values, others, strict=True))
        if place is not None and other is not None and value is not None and np.isfinite(value)
    ]


def _spread(group: Array, statistic: Statistic) -> tuple[float, float, float]:
    """Return the middle, the low and the high end of numbers (n,), n at least 1; those of one run are itself."""
    return _SPREADS[statistic](group)


def _median(group: Array) -> tuple[float, float, float]:
    low, middle, high = quantiles(group[:, None], QUARTERS)[:, 0].tolist()
    return middle, low, high


def _mean(group: Array) -> tuple[float, float, float]:
    middle = float(group.mean())
    spread = float(group.std(ddof=1)) if len(group) > 1 else 0.0
    return middle, middle - spread, middle + spread


_SPREADS: dict[Statistic, Callable[[Array], tuple[float, float, float]]] = {"median": _median, "mean": _mean}
