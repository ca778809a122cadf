"""Hears what a person does on a stage, as the checks of a lesson take it: values, and finished gestures."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from metascope.scenes.lessons.numbers import RunNumbers
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.lessons.checks import Situation
from metascope.simulator.engine.running.runner import RunState

MOST = 100  # gestures kept of a step


class Hearing(QObject):
    """What happens on one stage since `begin`.

    Signals:
        heard: something has happened, or may have: a few times per second while a run trains.
    """

    heard = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self.stage, self.numbers = stage, RunNumbers(stage.run)
        self._began = self._newest()
        self._changes: list[tuple[str, object]] = []
        outer, inner = stage.timeline.outer_clock, stage.timeline.inner_clock
        for signal in (stage.looked, stage.playback.told, stage.playback.state_changed, outer.moved, inner.moved,
                       outer.live_requested, inner.method_chosen, stage.steering.settled):  # fmt: skip
            signal.connect(self._hear)
        stage.scene.changed.connect(self._note)

    def begin(self) -> None:
        """Begin a step: what was done before does not count."""
        self._began = self._newest()
        self._changes.clear()

    def situation(self, names: set[str], answered: bool) -> Situation:
        """Return what is on the stage now, with the newest values of these metrics."""
        stage = self.stage
        clocks, runner = stage.playback.clocks, stage.run.runner
        return Situation(
            running=runner.state is RunState.RUNNING,
            began=self._began,
            step=self._newest(),
            live=clocks.outer.live,
            looked=clocks.outer.position,
            inner=clocks.inner.position,
            ticks=clocks.inner.newest + 1,
            method=stage.playback.method,
            settings=stage.settings.model_dump(mode="json"),
            metrics=self.numbers.all_newest(names),
            changes=tuple(self._changes),
            answered=answered,
        )

    def _newest(self) -> int:
        newest = self.stage.run.runner.newest
        return -1 if newest is None else newest.step

    def _hear(self, *_: object) -> None:
        self.heard.emit()

    def _note(self, name: str, value: object, draft: bool) -> None:
        if not draft:
            self._changes = [*self._changes[-MOST:], (name, value)]
            self.heard.emit()
