"""Trains the run on the stage as a person asks, and asks the window for what the run cannot do itself."""

from __future__ import annotations

from typing import final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from metascope.scenes.runs.followed import FollowedRunner
from metascope.scenes.runs.run import Run
from metascope.scenes.stage.method_focus import MethodFocus
from metascope.scenes.stage.run_notice import RunNotice
from metascope.scenes.stage.steering import Steering
from metascope.simulator.engine.computing import DEVICE, unavailable
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.clock.timeline import Timeline
from metascope.widgets.look.text import enumerated, localized
from metascope.widgets.window.file_dialogs import ask_for_data


@final
class Training(QObject):
    """What a person asks of the run: to train, to pause, to begin again, or to go on from where it has stopped.

        training = Training(run, steering, timeline, notice, focus, stage)
        training.do_steps(100)

    Signals:
        asked: a person wants the run to train as soon as it is ready, or no longer.
        restart_requested: a person wants a new run with these `Settings`.
        train_requested: a person wants to train a new run with these `Settings`.
        said: there is something to say about what a person asked for: the text.
        details_requested: a person wants to see the error: the traceback.
        elsewhere_requested: a person wants the run to go on on another device or with data in another folder: these
            settings, by name, and whether to train.
        file_wanted: a person wants to open the file that was followed, or to follow the run that is in it now: its
            path, and whether to follow it.
    """

    asked = Signal()
    restart_requested = Signal(object)
    train_requested = Signal(object)
    said = Signal(str)
    details_requested = Signal(str)
    elsewhere_requested = Signal(dict, bool)
    file_wanted = Signal(object, bool)

    def __init__(
        self,
        run: Run,
        steering: Steering,
        timeline: Timeline,
        notice: RunNotice,
        focus: MethodFocus,
        parent: QWidget,
    ) -> None:
        """Follow the controls of the outer clock and the notice's button; dialogs open over `parent`."""
        super().__init__(parent)
        self._run, self._steering, self._notice, self._focus = run, steering, notice, focus
        self._clocks, self._outer, self._inner = timeline.clocks, timeline.outer_clock, timeline.inner_clock
        self._over = parent
        self._outer.play_toggled.connect(self._play)
        self._outer.step_requested.connect(lambda: self.do_steps(1))
        steering.restart_requested.connect(self.restart_requested)
        notice.acted.connect(self._act)

    def do_steps(self, count: int) -> None:
        """Train `count` meta-steps live, then pause."""
        if not self._may_train():
            return
        self._focus.stop_slow_motion()
        self._outer.go_live()
        self._run.runner.run(count)

    def toggle_play(self) -> None:
        """Train or pause; where nothing trains, play the inner clock or stop it."""
        if self._trains:
            self._outer.toggle_play()
        else:
            self._inner.toggle()

    def train(self) -> None:
        """Train, as soon as the run is ready, or play the inner clock where nothing trains."""
        if self._trains:
            self._play(True)
        elif not self._inner.playing:
            self._inner.toggle()

    def restart(self) -> None:
        """Request a new run with the current settings."""
        self.restart_requested.emit(self._steering.settings)

    @property
    def _trains(self) -> bool:
        return self._steering.settings.trains or self._run.follows

    def _may_train(self) -> bool:
        """Return whether the run can be trained; say why not, or which settings shown it is trained without."""
        form, why = self._steering.form, self._run.untrained
        if why is not None:
            self.said.emit(localized(why))
            return False
        if unreadable := form.unreadable():
            self.said.emit(self.tr("Correct first: {settings}").format(settings=enumerated(unreadable)))
            return False
        if pending := form.pending():
            names = enumerated(map(self._steering.title, pending))
            text = self.tr("Trained without the pending changes: {settings}. Apply and restart uses them.")
            self.said.emit(text.format(settings=names))
        return True

    def _is_fresh(self) -> bool:
        """Return whether nothing is lost where another run takes this one's place; it may still be getting ready."""
        run, newest = self._run, self._run.runner.newest
        waits = run.runner.state in (RunState.PREPARING, RunState.IDLE)
        return waits and run.fresh and (newest is None or newest.step == 0) and not run.recording.steered

    def _play(self, playing: bool) -> None:
        run, form, stopped = self._run, self._steering.form, self._notice.stopped
        self._focus.stop_slow_motion()
        if run.follows:
            if playing:
                self._outer.go_live()
            (run.runner.play if playing else run.runner.pause)()
            return
        if playing and form.pending() and not form.unreadable() and self._is_fresh():
            settings = self._steering.apply_pending()
            if settings is not None:
                self.train_requested.emit(settings)
            return
        if playing and not self._may_train():
            return
        if playing and stopped is not None and stopped.remedy == "cpu" and unavailable(run.settings):
            self._go_elsewhere({DEVICE: "cpu"}, train=True)
            return
        preparing = run.runner.state is RunState.PREPARING
        self._outer.set_asked(playing and preparing)
        if preparing:
            self.asked.emit()
        if playing:
            if not self._clocks.outer.looping:
                self._outer.go_live()
            self._inner.go_last()
            run.runner.play()
        else:
            run.runner.pause()

    def _act(self) -> None:
        """Do what the notice's button offers: end getting ready, or what helps a run that has stopped."""
        runner, way, stopped = self._run.runner, self._run.way, self._notice.stopped
        if isinstance(runner, FollowedRunner):
            self.file_wanted.emit(runner.following.path, runner.following.replaced)
        elif runner.state is RunState.PREPARING:
            runner.cancel_preparing()
            if way is not None:
                way.cancel()
        elif stopped is None or stopped.remedy == "details":
            self.details_requested.emit(runner.traceback)
        elif stopped.remedy == "cpu":
            self._go_elsewhere({DEVICE: "cpu"})
        elif chosen := ask_for_data(self._over, self._steering.title(stopped.setting)):
            self._go_elsewhere({stopped.setting: str(chosen)})

    def _go_elsewhere(self, places: dict[str, object], train: bool = False) -> None:
        """Go on with another device or folder; where there is nothing to go on from, start again with it."""
        if self._run.recording.newest_step >= 0 or not self._run.fresh:
            self.elsewhere_requested.emit(places, train)
        elif (settings := self._steering.apply_pending(places)) is not None:
            (self.train_requested if train else self.restart_requested).emit(settings)
