"""The plan of a sweep: a scenario, axes of settings, and the runs that are their ordered product."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import Field, JsonValue

from metascope.simulator.engine.computing import ENGINE, Engine
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.sweeps.axes import SEED, Axis, Strict

FORMAT = 1  # of a sweep's file
TableKind = Literal["csv", "parquet"]


class Budget(Strict):
    """How long a sweep may take, in seconds; None: as long as it takes."""

    per_run: float | None = Field(default=None, gt=0)
    total: float | None = Field(default=None, gt=0)


NO_BUDGET = Budget()


@dataclass(frozen=True)
class Point:
    """One run of a sweep."""

    index: int  # in the product's order, from 0
    places: tuple[int, ...]  # on each axis
    changes: Mapping[str, JsonValue]  # of the plan's settings, by name
    seed: int


@dataclass(frozen=True)
class Plan:
    """A sweep: what is run, with every value of every axis. The last axis varies fastest."""

    name: str
    title: str
    preset: Preset  # with the settings that all runs have
    axes: tuple[Axis, ...]
    metrics: tuple[str, ...] | None = None  # those wanted, in order; None: all that are listed
    budget: Budget = NO_BUDGET
    table: TableKind = "csv"

    def __len__(self) -> int:
        """Return the number of runs."""
        return math.prod(self.shape)

    @property
    def shape(self) -> tuple[int, ...]:
        """How many values each axis has."""
        return tuple(len(axis) for axis in self.axes)

    @property
    def varied(self) -> tuple[str, ...]:
        """The settings that differ between the runs, in the axes' order."""
        return tuple(name for axis in self.axes for name in axis.settings)

    def point(self, index: int) -> Point:
        """Return the run with this index.

        Raises:
            IndexError: there is none.
        """
        if not 0 <= index < len(self):
            raise IndexError(index)
        places, rest = [0] * len(self.axes), index
        for at in reversed(range(len(self.axes))):
            rest, places[at] = divmod(rest, len(self.axes[at]))
        changes = {
            name: value
            for axis, place in zip(self.axes, places, strict=True)
            for name, value in zip(axis.settings, axis.values[place], strict=True)
        }
        seed = changes.get(SEED, self.preset.settings.seed)
        return Point(index, tuple(places), changes, seed if isinstance(seed, int) else self.preset.settings.seed)

    def points(self) -> Iterator[Point]:
        """Return every run, in order."""
        return map(self.point, range(len(self)))

    def settings(self, point: Point, engine: Engine | None = None) -> Settings:
        """Return the settings of a run; `engine` is what "auto" means for all of them, None: what it means anywhere.

        Raises:
            UserError: their combination is not allowed.
        """
        made = self.preset.settings.replaced(**point.changes)
        if engine is not None and getattr(made, ENGINE, "") == "auto":
            made = made.replaced(**{ENGINE: engine})
        return made

    def document(self) -> dict[str, object]:
        """Return the sweep's file with every value and setting, which `parse` reads back."""
        found: dict[str, object] = {
            "metascope_sweep": FORMAT,
            "title": self.title,
            "preset": json.loads(presets.dumps(self.preset)),
            "preset_name": self.preset.name,
            "axes": [axis.document() for axis in self.axes],
            "budget": self.budget.model_dump(exclude_none=True),
            "table": self.table,
        }
        return found if self.metrics is None else {**found, "metrics": list(self.metrics)}

    @cached_property
    def identity(self) -> str:
        """What two plans have alike whose runs are the same: digits of a hash. Budget, title and table may differ."""
        alike = {
            "story": self.preset.story,
            "settings": self.preset.settings.model_dump(mode="json"),
            "axes": [[list(axis.settings), [list(point) for point in axis.values]] for axis in self.axes],
            "metrics": self.metrics,
        }
        return hashlib.sha256(json.dumps(alike, sort_keys=True).encode()).hexdigest()[:32]
