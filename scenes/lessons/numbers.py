"""Reads the numbers of a run for the texts of a lesson: newest, first and best values, settings and meta-steps."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.lessons.values import Place
from metascope.simulator.engine.settings import Declaration, Settings, declarations
from metascope.simulator.engine.story import all_stories
from metascope.widgets.look.text import number
from metascope.widgets.look.translation import choice_text, translate

NONE = "–"  # there is no number yet


@dataclass
class _Known:
    """What is known of one metric up to a row."""

    rows: int = 0
    first: float = math.nan
    newest: float = math.nan
    least: float = math.nan
    most: float = math.nan


class RunNumbers:
    """The numbers of one run; each metric is read on from where it was read last."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._known: dict[str, _Known] = {}

    @property
    def run(self) -> Run:
        """The run."""
        return self._run

    def newest(self, name: str) -> float | None:
        """Return a metric's newest value, None where it was not measured yet."""
        value = self._read(name).newest
        return None if math.isnan(value) else value

    def all_newest(self, names: set[str]) -> Mapping[str, float]:
        """Return the newest values of those metrics that were measured."""
        found = {name: self.newest(name) for name in names}
        return {name: value for name, value in found.items() if value is not None}

    def written(self, place: Place, settings: Settings, looked: int, here: Mapping[str, float]) -> str:
        """Return what stands at a place of a text.

        Args:
            place: the place.
            settings: the run's present ones.
            looked: the meta-step that is looked at.
            here: the metrics of that meta-step.
        """
        if place.kind == "step":
            return f"{max(self._run.recording.newest_step, 0):,}"
        if place.kind == "setting":
            return value_text(settings, place.name)
        if place.kind == "here":
            return number(here[place.name]) if place.name in here else NONE if place.name else f"{looked:,}"
        known = self._read(place.name)
        if place.kind == "best":
            quantity = place.name.partition(".")[2]
            most = all_stories()[self._run.preset.story].goals.get(quantity) == "most"
            return number(known.most if most else known.least)
        return number(known.first if place.kind == "first" else known.newest)

    def _read(self, name: str) -> _Known:
        """Read a metric on to the newest row."""
        metrics: Metrics = self._run.recording.metrics
        known = self._known.setdefault(name, _Known())
        rows = len(metrics)
        if rows == known.rows or name not in metrics.names:
            return known
        values = metrics.since(known.rows, [name])[1][name]
        known.rows += len(values)
        values = values[np.isfinite(values)]
        if len(values):
            known.first = float(values[0]) if math.isnan(known.first) else known.first
            known.newest = float(values[-1])
            known.least = float(np.fmin(known.least, values.min()))
            known.most = float(np.fmax(known.most, values.max()))
        return known


def value_text(settings: Settings, name: str, value: object = None) -> str:
    """Return a setting's value, or another one for it, as a person reads it."""
    values = settings.model_dump(mode="json")
    if name not in values:
        return NONE
    return written(values[name] if value is None else value, declaration(settings, name))


def declaration(settings: Settings, name: str) -> Declaration:
    """Return the declaration of a setting; KeyError where there is none."""
    return {one.name: one for one in declarations(type(settings))}[name]


def written(value: object, declared: Declaration) -> str:
    """Return a value of a setting as a person reads it."""
    if isinstance(value, bool):
        return translate("Lessons", "on") if value else translate("Lessons", "off")
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return number(value, 6)
    if isinstance(value, list | tuple):
        return ", ".join(written(part, declared) for part in value)
    return choice_text(value) if declared.kind == "choice" else str(value)
