"""Gathers what a person changed, one edit for each gesture, with the changes by which it is undone."""

from __future__ import annotations

from typing import final

from metascope.simulator.engine.running.commands import Change
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.steering import Changes, Edit


@final
class Gestures:
    """The edits that are still to be taken, and the gesture under way, which is the worker's own."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []
        self._current: tuple[Change, Changes] | None = None  # and what undoes it

    def way_back(self, change: Change, simulation: Simulation) -> Changes:
        """Return the changes that undo the gesture that this change belongs to, from the state when it began."""
        if self._current is not None and change.continues(self._current[0]):
            return self._current[1]
        return simulation.inverse(change.name, change.value)

    def applied(self, change: Change, back: Changes) -> None:
        """Note a change that was applied; one that is no draft ends its gesture. The runner's lock is held."""
        self._current = (change, back) if change.draft else None
        if change.undoable and not change.draft:
            self._edits.append(Edit(change.name, change.value, back))

    def take(self) -> tuple[Edit, ...]:
        """Return the edits since the last call. The runner's lock is held."""
        edits, self._edits = self._edits, []
        return tuple(edits)
