"""Gathers the markers of a run's timeline: changes, branches, bookmarks, failures, pauses and best values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.rows import Array, Steps
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.steering import Steering
from metascope.widgets.clock.markers import Marker
from metascope.widgets.look.text import localized, number
from metascope.widgets.look.translation import translate

Goal = Literal["least", "most"]


@dataclass
class BestValues:
    """Finds the best value of each metric with a goal. Each row is read once; only the last one may still change."""

    goals: Mapping[str, Goal]  # by quantity: "loss_after" of "maml.loss_after"
    _rows: int = 0  # rows that were read and will not change
    _found: dict[str, tuple[int, float]] = field(default_factory=dict)  # the best in those rows, by name

    def of(self, metrics: Metrics) -> dict[str, tuple[int, float]]:
        """Return name -> (step, value) of the best so far, the earliest of equals."""
        goals = {name: goal for name in metrics.names if (goal := self.goals.get(name.partition(".")[2]))}
        steps, columns = metrics.since(self._rows, goals)
        self._rows += max(len(steps) - 1, 0)
        best = {}
        for name, values in columns.items():
            goal, known = goals[name], self._found.get(name)
            settled = _better(known, _best_of(steps[:-1], values[:-1], goal), goal)
            if settled is not None:
                self._found[name] = settled
            if (found := _better(settled, _best_of(steps[-1:], values[-1:], goal), goal)) is not None:
                best[name] = found
        return best


class RunMarks:
    """Gathers a run's markers, cheaply enough to do so once per second in a run of any length."""

    def __init__(self, recording: Recording, goals: Mapping[str, Goal]) -> None:
        self._recording = recording
        self._best = BestValues(goals)
        self._pauses: dict[int, str] = {}  # step -> why
        self._branches: tuple[tuple[int, str], ...] = ()
        self._steered = 0  # number of changes that are in `_changes`
        self._changes: dict[tuple[int, str], Marker] = {}

    def note_pause(self, step: int, breakpoint: Breakpoint) -> None:
        """Note that the run paused at a breakpoint."""
        self._pauses[step] = localized(breakpoint.text)

    def set_branches(self, branches: tuple[tuple[int, str], ...]) -> None:
        """Mark where these runs branch off, as (step, name)."""
        self._branches = branches

    def gathered(self) -> tuple[Marker, ...]:
        """Return all current markers."""
        self._follow_steering()
        recording = self._recording
        best = self._best.of(recording.metrics).items()
        return (
            *self._changes.values(),
            *(
                Marker(step, "branch", translate("RunMarkers", "{run} branches off").format(run=run))
                for step, run in self._branches
            ),
            *(Marker(step, "best", _best_text(name, value)) for name, (step, value) in best),
            *(Marker(step, "bookmark", translate("RunMarkers", "bookmark")) for step in recording.bookmarks),
            *(
                Marker(step, "pause", translate("RunMarkers", "paused: {why}").format(why=why))
                for step, why in self._pauses.items()
            ),
            *(
                Marker(one.step, "failure", translate("RunMarkers", "stopped: {why}").format(why=localized(one.reason)))
                for one in recording.incidents
            ),
        )

    def _follow_steering(self) -> None:
        """Add markers of new changes; of one gesture, or of one setting at one meta-step, only the last is marked."""
        count = self._recording.steered
        if count < self._steered:  # the run started again
            self._steered = 0
            self._changes.clear()
        if count == self._steered:
            return
        for event in self._recording.steering[self._steered : count]:
            if not event.draft:
                self._changes[event.step, event.name] = Marker(event.step, "steering", _change_text(event))
        self._steered = count


def _best_of(steps: Steps, values: Array, goal: Goal) -> tuple[int, float] | None:
    """Return step and value of the best finite value, the earliest of equals; None if there is none."""
    places = np.flatnonzero(np.isfinite(values))
    if not len(places):
        return None
    seen = values[places]
    place = places[seen.argmin() if goal == "least" else seen.argmax()]
    return int(steps[place]), float(values[place])


def _better(one: tuple[int, float] | None, other: tuple[int, float] | None, goal: Goal) -> tuple[int, float] | None:
    """Return the better of two, the first of equals."""
    if one is None or other is None:
        return one or other
    return other if (other[1] < one[1] if goal == "least" else other[1] > one[1]) else one


def _best_text(name: str, value: float) -> str:
    return translate("RunMarkers", "best {metric} {value}").format(metric=name, value=number(value))


def _change_text(event: Steering) -> str:
    value = event.value
    if isinstance(value, float):
        return translate("RunMarkers", "{name} = {value}").format(name=event.name, value=number(value, 6))
    if isinstance(value, bool | int | str):
        return translate("RunMarkers", "{name} = {value}").format(name=event.name, value=value)
    return translate("RunMarkers", "{name} changed").format(name=event.name)
