"""Which runs stand side by side: those that a scenario has opened beside itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from weakref import WeakKeyDictionary

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.running.runner import RunState


class Together:
    """Which runs belong to one comparison, in the order in which they stand side by side, and what is seen of each."""

    def __init__(self) -> None:
        self._sets: list[list[Run]] = []
        self._views: WeakKeyDictionary[Run, str] = WeakKeyDictionary()

    def __contains__(self, run: object) -> bool:
        return any(run in runs for runs in self._sets)

    def add(self, views: Mapping[Run, str]) -> None:
        """Let these runs belong together: each with the name of its view, "" for the main one."""
        self._sets.append([*views])
        self._views.update(views)

    def others(self, run: Run) -> list[Run]:
        """Return the runs that stand beside one."""
        return [other for runs in self._sets if run in runs for other in runs if other is not run]

    def view(self, run: Run) -> str:
        """Return the name of the view that is seen of a run."""
        return self._views.get(run, "")

    def replace(self, old: Run, new: Run) -> None:
        """Let a run take another one's place."""
        self._sets = [[new if run is old else run for run in runs] for runs in self._sets]
        self._views[new] = self.view(old)

    def drop(self, gone: Iterable[Run]) -> None:
        """Forget these runs; one that is left alone belongs to no comparison."""
        lost = set(gone)
        left = ([run for run in runs if run not in lost] for runs in self._sets)
        self._sets = [runs for runs in left if len(runs) > 1]

    def apart_from(self, run: Run | None) -> list[list[Run]]:
        """Return the comparisons to which a run does not belong."""
        return [runs for runs in self._sets if run not in runs]


def pause(runs: Iterable[Run]) -> None:
    """Pause the runs that train or are about to."""
    for run in runs:
        if run.runner.state in (RunState.RUNNING, RunState.PREPARING):
            run.runner.pause()
