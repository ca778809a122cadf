"""Shows runs side by side: the pictures of those that a scenario opens beside itself, next to the one on the stage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from metascope.scenes.desk.pane import Pane, tell_baseline
from metascope.scenes.desk.together import pause
from metascope.scenes.runs.run import Run
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import Theme
from metascope.widgets.views.view import ElidedLabel

LOOK_EVERY = 50  # ms between two looks at the runs
MAY_PLAY = (RunState.PREPARING, RunState.IDLE, RunState.PAUSED)


class SideBySide(QObject):
    """The pictures of runs beside the one on the stage, which they follow: in training, in pausing, in both clocks.

    Where the stage looks back, they show the same meta-step; where it shows an inner step, the same share of theirs.
    Of the run on the stage one view is enlarged; while all of its views are shown, the others have no room.

    Signals:
        chosen: a person wants a run on the stage: the `Run`.
    """

    chosen = Signal(object)

    def __init__(self, stage: Stage, name: str, view: str, panes: Sequence[Pane], theme: Theme) -> None:
        """Put panes beside a stage.

        Args:
            stage: the run that is followed.
            name: of that run.
            view: the name of the view that is seen of it.
            panes: the others.
            theme: the theme.
        """
        super().__init__(stage)
        self._stage, self.panes = stage, tuple(panes)
        self._name, self._baseline, self._title = Label(name), ElidedLabel(), QWidget()
        self._told_of: Frame | None = None  # the frame whose baseline is told
        line = QHBoxLayout(self._title)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._name)
        line.addWidget(self._baseline, 1)
        self._dress(theme)
        self._state = stage.run.runner.state
        for pane in self.panes:
            pane.chosen.connect(partial(self.chosen.emit, pane.run))
            pane.save_requested.connect(stage.save_requested)
        self._title.setMinimumHeight(max(pane.head_height for pane in panes))
        stage.put_beside(self._title, self.panes)
        stage.enlarger.toggle(stage.scene.view_named(view))
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Let the others train or pause as the run on the stage does, and show where they are."""
        state = self._stage.run.runner.state
        if state is not self._state:
            self._state = state
            self._follow(state)
        clocks = self._stage.playback.clocks
        inner, outer = clocks.inner, clocks.outer
        share = 1.0 if inner.live or not inner.newest else inner.position / inner.newest
        together = self._stage.enlarger.enlarged is not None
        self._title.setVisible(together)
        frame = self._stage.playback.shown
        if frame is not None and frame is not self._told_of:
            self._told_of = frame
            tell_baseline(self._baseline, self._stage.run, frame)
        for pane in self.panes:
            pane.setVisible(together)
            pane.look(None if outer.live else outer.position, share)

    def stop(self) -> None:
        """Show nothing any more."""
        self._timer.stop()

    def close(self) -> None:
        """Show nothing any more, and let the others rest."""
        self.stop()
        pause(pane.run for pane in self.panes)

    def drop(self, gone: Sequence[Run]) -> None:
        """Remove the pictures of these runs."""
        for pane in self.panes:
            if pane.run in gone:
                pane.hide()
                pane.deleteLater()
        self.panes = tuple(pane for pane in self.panes if pane.run not in gone)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._dress(theme)
        for pane in self.panes:
            pane.set_theme(theme)

    def _dress(self, theme: Theme) -> None:
        self._name.setFont(theme.font("body", bold=True))
        self._baseline.setFont(theme.font("small"))

    def _follow(self, state: RunState) -> None:
        if state is RunState.RUNNING:
            for pane in self.panes:
                if pane.run.runner.state in MAY_PLAY:
                    pane.run.runner.play()
        elif state in (RunState.PAUSED, RunState.FAILED):
            pause(pane.run for pane in self.panes)
