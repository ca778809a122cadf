"""The runs of a sweep as a table that grows: a row for each run, with its axes' values and what came of it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import fmean, pstdev
from typing import get_args

from pydantic import JsonValue

from metascope.simulator.engine.sweeps.analysis.response import Value
from metascope.simulator.engine.sweeps.axes import Axis
from metascope.simulator.engine.sweeps.folder import Row, State
from metascope.simulator.engine.sweeps.plan import Plan

RUN, STATE, STEPS, SECONDS = "run", "state", "steps", "seconds"  # columns that every sweep has
OPEN = "open"  # the state of a run that has not ended
STATES = (OPEN, *get_args(State))
LEAST_SPREAD = 8.0  # from the first to the last value of an axis that is taken for logarithmic


class Records:
    """A row for each run of a plan, in its order.

    Columns are `run`, each setting that differs, `state` and `steps`, each metric in the order in which they first
    came, and `seconds`. An axis of several settings has a column of its labels before theirs.

    Example:
        records = Records(folder.plan)
        records.take(folder.update())
        records.columns          # ("run", "alpha", "seed", "state", "steps", "maml.test_10", "seconds")
        records.row(3)           # (3, 0.01, 2, "finished", 20, 0.41, 1.7)
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ended: dict[int, Row] = {}  # by index
        self.metrics: tuple[str, ...] = plan.metrics or ()
        self._places = [_columns(axis) for axis in plan.axes]
        self._columns: dict[str, list[Value]] = {}  # of each axis's settings, by run; found when first asked for
        self._sources: dict[str, dict[str, None]] = {}  # the metrics of each quantity
        self._shared = set[str]()  # quantities that one run has of several subjects

    @property
    def axes(self) -> tuple[str, ...]:
        """The columns of the axes."""
        return tuple(name for columns in self._places for name in columns)

    @property
    def quantities(self) -> tuple[str, ...]:
        """The quantities that different runs have of different subjects, and no run of two: of each run's method."""
        return tuple(name for name, found in self._sources.items() if len(found) > 1 and name not in self._shared)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns, in order."""
        return (RUN, *self.axes, STATE, STEPS, *self.metrics, SECONDS)

    def __len__(self) -> int:
        return len(self.plan)

    def take(self, rows: Iterable[Row]) -> None:
        """Take rows that are new, or replace earlier ones."""
        known = dict.fromkeys(self.metrics)
        for row in rows:
            self.ended[row.index] = row
            if self.plan.metrics is None:
                known.update(dict.fromkeys(row.metrics))
            self._take_quantities(row)
        self.metrics = tuple(known)

    def row(self, index: int) -> tuple[Value, ...]:
        """Return a run's value in each of `columns`; None where it has none (yet)."""
        settings = [self.column(name)[index] for name in self.axes]
        ended = self.ended.get(index)
        if ended is None:
            return (index, *settings, OPEN, None, *(None for _ in self.metrics), None)
        metrics = (_finite(ended.metrics.get(name)) for name in self.metrics)
        return (index, *settings, ended.state, ended.steps, *metrics, ended.seconds)

    def column(self, name: str) -> Sequence[Value]:
        """Return every run's value in the column of an axis, or of a metric, or of one of `quantities`.

        Raises:
            KeyError: there is no such column.
        """
        if name in self.metrics:
            rows = map(self.ended.get, range(len(self)))
            return [None if row is None else _finite(row.metrics.get(name)) for row in rows]
        if name in self.quantities:
            found = zip(*(self.column(metric) for metric in self._sources[name]), strict=True)
            return [next((value for value in values if value is not None), None) for values in found]
        if name not in self._columns:
            at = next((at for at, columns in enumerate(self._places) if name in columns), None)
            if at is None:
                raise KeyError(name)
            shape = self.plan.shape
            inner = math.prod(shape[at + 1 :])
            values = self._places[at][name]
            self._columns[name] = [values[run // inner % shape[at]] for run in range(len(self))]
        return self._columns[name]

    def _take_quantities(self, row: Row) -> None:
        """Note of whom a run has each quantity."""
        seen = set[str]()
        for metric, value in row.metrics.items():
            subject, _, quantity = metric.rpartition(".")
            if not subject or _finite(value) is None:
                continue
            if quantity in seen:
                self._shared.add(quantity)
            seen.add(quantity)
            self._sources.setdefault(quantity, {})[metric] = None

    def words(self) -> dict[str, tuple[str, ...]]:
        """Return the different words that each column holds, none where it holds numbers."""
        axes = {
            name: tuple(dict.fromkeys(value for value in values if isinstance(value, str)))
            for columns in self._places
            for name, values in columns.items()
        }
        return {name: axes.get(name, STATES if name == STATE else ()) for name in self.columns}

    def chart_axes(self) -> dict[str, Axis]:
        """Return the axes with more than one value, by the column that tells them apart; repeats come last."""
        named = {next(iter(columns)): axis for columns, axis in zip(self._places, self.plan.axes, strict=True)}
        many = {name: axis for name, axis in named.items() if len(axis) > 1}
        return dict(sorted(many.items(), key=lambda pair: pair[1].repeats))


def is_logarithmic(values: Sequence[float]) -> bool:
    """Return whether numbers are spread more evenly by their ratios than by their differences, and far enough."""
    rising = sorted(set(values))
    if len(rising) < 3 or rising[0] <= 0 or rising[-1] < LEAST_SPREAD * rising[0]:
        return False
    return _unevenness([math.log(value) for value in rising]) < _unevenness(rising)


def _unevenness(rising: Sequence[float]) -> float:
    """Return the standard deviation of the steps between numbers, relative to their mean."""
    steps = [above - below for below, above in pairwise(rising)]
    return pstdev(steps) / fmean(steps)


def _columns(axis: Axis) -> dict[str, list[Value]]:
    """Return the columns of an axis with their values at each point."""
    settings: dict[str, list[Value]] = {
        name: [_value(point[at]) for point in axis.values] for at, name in enumerate(axis.settings)
    }
    if len(settings) == 1:
        return settings
    return {axis.name: list(axis.labels), **{name: values for name, values in settings.items() if name != axis.name}}


def _value(value: JsonValue) -> Value:
    """Return a setting's value as a table holds it."""
    if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return json.dumps(value, ensure_ascii=False)


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
