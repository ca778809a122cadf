"""Trains the same settings with several seeds, one after the other in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from metascope.scenes.runs.run import Run, start_run
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings

LOOK_EVERY = 200  # ms
AT_REST = (RunState.FINISHED, RunState.FAILED, RunState.PAUSED)

Start = Callable[[Preset, Settings], Run]


class SeedsQueue(QObject):
    """Trains a scenario's settings with one seed after the other, each to its end. At most one run trains at a time.

    `begin` starts it. A run that fails or that a person pauses counts as done. The queue does not end its runs: their
    owner does.

    Signals:
        started(run): the next run has started.
        progressed(done, total): `done` of `total` runs have ended.
        finished: all runs have ended, or the queue was stopped.
    """

    started = Signal(object)
    progressed = Signal(int, int)
    finished = Signal()

    def __init__(
        self,
        preset: Preset,
        settings: Settings,
        seeds: Sequence[int],
        parent: QObject | None = None,
        start: Start = start_run,
    ) -> None:
        """Make a queue of `settings` with each of `seeds` instead of its own seed; `start` makes a run."""
        super().__init__(parent)
        self._preset, self._start = preset, start
        self._waiting = [settings.replaced(seed=seed) for seed in seeds]
        self._total = len(self._waiting)
        self._run: Run | None = None  # the one that trains now
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    @property
    def done(self) -> int:
        """How many runs have ended."""
        return self._total - len(self._waiting) - (self._run is not None)

    @property
    def total(self) -> int:
        """How many runs there will be in total."""
        return self._total

    def begin(self) -> None:
        """Start the first run."""
        self._timer.start()
        self._next()

    def drop(self, run: Run) -> None:
        """Stop waiting for a run, which is ended elsewhere; any other run is ignored."""
        if run is self._run:
            self._end()

    def stop(self) -> None:
        """Start no further runs; the current run is left to its owner."""
        if self._timer.isActive():
            self._timer.stop()
            self._waiting.clear()
            self._run = None
            self.finished.emit()

    def _look(self) -> None:
        if self._run is not None and self._run.runner.state in AT_REST:
            self._end()

    def _end(self) -> None:
        self._run = None
        self.progressed.emit(self.done, self._total)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.stop()
            return
        settings = self._waiting.pop(0)
        self._run = self._start(self._preset, settings)
        self._run.runner.throttle(None)
        self._run.runner.play()
        self.started.emit(self._run)
