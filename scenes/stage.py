"""The stage: a run's story and formula on top, its views in the middle, settings on the right, the two clocks below."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from scenes.catalog import build_scene
from scenes.playback import Playback
from scenes.run import Run
from simulator.engine.errors import UserError
from simulator.engine.runner import RunState
from simulator.engine.settings import Settings, declarations
from widgets.chips import MethodChips
from widgets.form import SettingsForm
from widgets.formula import FormulaLabel
from widgets.notice import Notice
from widgets.text import localized
from widgets.theme import GRID, Theme
from widgets.timeline import Timeline
from widgets.track import Marker

FORMULA_SIZE = 13.0  # px
PATIENCE = 0.5  # seconds that a step may take to its end when a run is closed
STATUS_INTERVAL = 250  # ms between two looks at what is not drawn by frames


class Stage(QWidget):
    """One run on the screen. Owns the run's scene, form and timeline; the run is given, and stopped by `close_run`.

    Signals:
        restart_requested: a person wants a new run with these `Settings`.
        save_requested: a person wants a view: the view and the format ("png", "svg", "pdf", "csv", "copy").
        details_requested: a person wants to see what went wrong: the traceback.
        looked: time to refresh what tells about the run (a few times a second).
    """

    restart_requested = Signal(object)
    save_requested = Signal(object, str)
    details_requested = Signal(str)
    looked = Signal()

    def __init__(self, run: Run, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = run
        self.scene = build_scene(run.preset.scene, run.settings, theme)
        self.timeline = Timeline(theme)
        self.form = SettingsForm(type(run.settings), theme)
        self._settings = run.settings  # as they are now
        self._asked: Future[Settings] | None = None
        self._chips = MethodChips(self.scene.methods(), theme)
        self._notice = Notice(theme)
        self._formulas = [FormulaLabel(*line, theme, FORMULA_SIZE) for line in self.scene.words().formulas]
        self._story = QLabel(self.tr(run.preset.story))
        self._waiting = QLabel(self.tr("Getting ready… torch is being loaded; the picture comes by itself."))
        self._steering_seen = 0
        self._dismissed = ""  # a warning that a person has closed
        self._fill()
        self._lay_out()
        self.playback = Playback(run, self.scene, self.timeline, self)
        self._connect()
        self._timer = QTimer(self, interval=STATUS_INTERVAL)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def settings(self) -> Settings:
        """The run's settings as they are now, live changes included."""
        return self._settings

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme."""
        self.scene.set_theme(theme)
        for part in (self.timeline, self.form, self._chips, self._notice):
            part.set_theme(theme)
        for line in self._formulas:
            line.set_theme(theme)

    def close_run(self) -> bool:
        """Stop drawing and end the run's worker; tell whether it ended in time."""
        self._timer.stop()
        self.playback.stop()
        preparing = self.run.runner.state is RunState.PREPARING  # an import cannot be interrupted: it ends by itself
        return self.run.runner.stop(0.0 if preparing else PATIENCE)

    def do_steps(self, count: int) -> None:
        """Do so many meta-steps, look at them, and pause."""
        self._stop_slow_motion()
        self.timeline.go_live()
        self.run.runner.run(count)

    def restart(self) -> None:
        """Ask for a new run with the settings as they are now."""
        self.restart_requested.emit(self._settings)

    def _fill(self) -> None:
        self._story.setWordWrap(True)
        self._tell_story()
        self._story.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.timeline.set_methods(self.scene.methods())
        self.timeline.set_pace(self.run.preset.pace)
        self.timeline.set_range(0, self.run.settings.steps)
        self.form.set_values(self.run.settings.model_dump(mode="json"))
        self.scene.hide()

    def _tell_story(self) -> None:
        """Show the scenario's story, and by which settings the run is no longer that scenario."""
        own, now = self.run.preset.settings.model_dump(), self._settings.model_dump()
        titles = {one.name: one.title for one in declarations(type(self._settings))}
        changed = [self.tr(titles[name]) for name, value in now.items() if value != own[name]]
        text = self.tr(self.run.preset.story)
        if changed:
            text += "\n" + self.tr("Changed since: {settings}.").format(settings=", ".join(changed))
        self._story.setText(text)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(2 * GRID)
        above.addWidget(self._story, 1)
        formulas = QVBoxLayout()
        formulas.setSpacing(2)
        for line in self._formulas:
            formulas.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        above.addLayout(formulas)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID)
        column.addLayout(above)
        column.addWidget(self._chips)
        column.addWidget(self._notice)
        column.addWidget(self._waiting, 1)
        column.addWidget(self.scene, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.form)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(split, 1)
        whole.addWidget(self.timeline)

    def _connect(self) -> None:
        runner, timeline = self.run.runner, self.timeline
        timeline.play_toggled.connect(self._play)
        timeline.step_requested.connect(lambda: self.do_steps(1))
        timeline.pace_changed.connect(runner.throttle)
        timeline.outer_moved.connect(self.playback.refresh)
        timeline.live_requested.connect(self.playback.refresh)
        timeline.inner_moved.connect(self.playback.refresh)
        timeline.inner_moved.connect(self._show_emphasis)
        timeline.inner_play_toggled.connect(self._slow_motion)
        timeline.inner_pace_changed.connect(self._inner_pace)
        timeline.method_chosen.connect(self._choose_method)
        self.scene.method_chosen.connect(self._chips.toggle_focus)
        self.scene.changed.connect(self._change)
        self._chips.emphasis_changed.connect(self._emphasize)
        self.form.live_changed.connect(self._change)
        self.form.restart_requested.connect(self._restart)
        self.form.reset_requested.connect(lambda: self.restart_requested.emit(self.run.preset.settings))
        self._notice.acted.connect(lambda: self.details_requested.emit(runner.traceback))
        self._notice.dismissed.connect(self._dismiss)
        self.playback.told.connect(lambda frame: self._chips.set_notes(self.scene.notes(frame)))
        self.playback.prepared.connect(self._prepared)
        self.playback.state_changed.connect(self._state_changed)
        for view in self.scene.views():
            view.export_requested.connect(lambda chosen, format: self.save_requested.emit(chosen, format))

    def _play(self, playing: bool) -> None:
        self._stop_slow_motion()
        if playing:
            self.timeline.go_live()
            self.timeline.go_inner(self.timeline.inner.newest)
            self.run.runner.play()
        else:
            self.run.runner.pause()

    def _inner_pace(self) -> None:
        if self.playback.in_slow_motion:
            self.playback.set_slow_motion(True)

    def _slow_motion(self, playing: bool) -> None:
        """Play the inner clock of the chosen method, everything else dimmed, or stop it."""
        self.playback.set_slow_motion(playing)
        self._show_emphasis()

    def _stop_slow_motion(self) -> None:
        self.timeline.set_inner_playing(False)
        self._slow_motion(False)

    def _choose_method(self, method: str) -> None:
        self.timeline.set_method(method)
        self.playback.set_method(method)
        self._show_emphasis()

    def _emphasize(self, levels: dict[str, str]) -> None:
        """Pass the emphasis on; a method in focus is also the one whose inner course is told."""
        full = [key for key, level in levels.items() if level == "full"]
        if len(full) == 1:
            self._choose_method(full[0])
        self._show_emphasis()

    def _show_emphasis(self) -> None:
        levels = self._chips.emphasis()
        if self.playback.in_slow_motion or not self.timeline.inner.live:
            told = self.playback.method
            levels = {key: level if key == told or level == "hidden" else "dim" for key, level in levels.items()}
            levels[told] = "full"
        self.scene.set_emphasis(levels)

    def _change(self, name: str, value: object, draft: bool) -> None:
        self.timeline.go_live()
        self.run.runner.change(name, value, draft)
        if not draft:
            self._asked = self.run.runner.ask(lambda simulation: simulation.settings)

    def _restart(self, values: dict[str, object]) -> None:
        try:
            settings = type(self.run.settings).parse(values)
        except UserError as error:
            self.form.show_problems(error.problems)
            return
        self.restart_requested.emit(settings)

    def _prepared(self) -> None:
        self._waiting.hide()
        self.scene.show()

    def _state_changed(self, state: RunState) -> None:
        self.timeline.set_running(state.value)
        reason = self.run.runner.reason
        if state is RunState.FAILED and reason is not None:
            self._waiting.setText(localized(reason))
            text = self.tr("The run stopped: {reason}. The last good picture and weights are kept.")
            details = self.tr("Details") if self.run.runner.traceback else ""
            self._notice.tell("failure", text.format(reason=localized(reason)), details)
        self.looked.emit()

    def _look(self) -> None:
        runner = self.run.runner
        self.timeline.set_achieved(runner.steps_per_second or None)
        if problems := runner.take_problems():
            self.form.set_values(self._settings.model_dump(mode="json"))
            self.form.show_problems(problems)
        if self._asked is not None and self._asked.done():
            if not self._asked.cancelled() and self._asked.exception() is None:
                self._settings = self._asked.result()
                self._tell_story()
                self.form.set_values(self._settings.model_dump(mode="json"))
            self._asked = None
        self._show_notices()
        self._show_steering()
        self.looked.emit()

    def _dismiss(self) -> None:
        self._dismissed = self._warning()

    def _warning(self) -> str:
        frame = self.playback.shown
        return "" if frame is None else " ".join(map(localized, self.scene.notices(frame)))

    def _show_notices(self) -> None:
        if self.run.runner.state is RunState.FAILED:
            return
        warning = self._warning()
        if warning and warning != self._dismissed:
            self._notice.tell("warning", warning)
        elif not warning:
            self._notice.clear()
            self._dismissed = ""

    def _show_steering(self) -> None:
        steering = self.run.recording.steering
        if len(steering) != self._steering_seen:
            self._steering_seen = len(steering)
            self.timeline.set_markers(
                Marker(event.step, "steering", self.tr("{name} changed").format(name=event.name)) for event in steering
            )
