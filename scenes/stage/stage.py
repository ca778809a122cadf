"""Builds the stage of a run: description and formulas, scene, settings form and timeline; the window lays them out."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from contextlib import ExitStack

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.followed import FollowedRunner
from metascope.scenes.runs.run import Run, end_runs
from metascope.scenes.stage.enlarge import Enlarger
from metascope.scenes.stage.first_page import names_of_pages, show_first_page, show_page_of
from metascope.scenes.stage.head import StageHead
from metascope.scenes.stage.method_focus import MethodFocus
from metascope.scenes.stage.playing.playback import Playback
from metascope.scenes.stage.run_notice import RunNotice, pause_text
from metascope.scenes.stage.steering import Steering
from metascope.scenes.stage.stopped import stopped, stopped_following
from metascope.scenes.stage.training import Training
from metascope.scenes.unseen.ghosts import Ghosts
from metascope.simulator.engine.files.presets import PARTS
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.timeline import Timeline
from metascope.widgets.form.form import SettingsForm
from metascope.widgets.look.plain import Label
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.text import enumerated, localized
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.look.translation import described
from metascope.widgets.methods.chips import MethodChips
from metascope.widgets.views.splitters import row

LEAST = (30 * GRID, 20 * GRID)  # px: width and height of what is seen of the picture at least
STATUS_INTERVAL = 250  # ms between two updates of what does not follow the frames
log = logging.getLogger("metascope.run")


class Stage(QWidget):
    """One run on the screen. Makes the run's scene, form and timeline; the run is given, and ended by `close_run`.

    Form and timeline are shown in docks of the window, which owns them meanwhile.

    Example:
        stage = Stage(start_run(preset, preset.settings), theme)
        stage.training.do_steps(100)
        stage.close_run()

    Signals:
        continue_requested: a person wants to continue from this meta-step.
        branch_requested: a person wants to branch off at this meta-step.
        save_requested: a person wants to save a view: the view and the format ("png", "svg", "pdf", "csv", "copy").
        failed: something that a person asked for cannot be done: the `UserError`.
        looked: what describes the run is due for an update (a few times per second).
    """

    continue_requested = Signal(int)
    branch_requested = Signal(int)
    save_requested = Signal(object, str)
    failed = Signal(object)
    looked = Signal()

    def __init__(self, run: Run, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = run
        self.scene = build_scene(run.preset.story, run.settings, theme)
        with ExitStack() as failing:
            failing.callback(self.scene.deleteLater)
            self.page = show_first_page(self.scene, run)  # of its scenario, empty where that names none of this scene
            failing.pop_all()
        clocks = Clocks(pace=run.preset.pace)
        self.timeline = Timeline(clocks, theme)
        self.steering = Steering(run, theme, self)
        self.enlarger = Enlarger(self.scene, self.scene.all_views())
        self._controls: frozenset[str] | None = None
        self._chips = MethodChips(self.scene.methods(), self.scene.styled(theme))
        self._chips.explain_notes(self.scene.words().notes)
        self._alike = self.scene.words().alike
        self.notice = RunNotice(run, self.scene, theme)
        self._head = StageHead(self.scene.words().formulas, theme)
        self._waiting = Label()
        self._area = scrolled(self.scene, across=True)  # where there is less room than its views need
        self._pictures = row(self._area)  # and those of other runs beside it
        self._fill()
        self._lay_out()
        self.playback = Playback(run, self.scene, clocks, self.timeline, self)
        self._connect()
        self._focus = MethodFocus(self.scene, self._chips, self.timeline.inner_clock, self.playback, self)
        self.training = Training(run, self.steering, self.timeline, self.notice, self._focus, self)
        self.training.asked.connect(self._show_waiting)
        self.show_controls(run.preset.controls)
        self._timer = QTimer(self, interval=STATUS_INTERVAL)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def settings(self) -> Settings:
        """The run's current settings, with live changes."""
        return self.steering.settings

    @property
    def form(self) -> SettingsForm:
        """The settings form."""
        return self.steering.form

    @property
    def shows_everything(self) -> bool:
        """Whether no control is left out."""
        return self._controls is None

    def shows(self, part: str) -> bool:
        """Return whether a part of the stage or a setting is shown."""
        return self._controls is None or part in self._controls

    def show_controls(self, controls: Collection[str] | None) -> None:
        """Show only these parts of the stage and settings; all of them for None."""
        self._controls = None if controls is None else frozenset(controls)
        self._chips.setVisible(self.shows("methods"))
        self._head.show_parts(description=self.shows("description"), formulas=self.shows("formula"))
        self.timeline.show_inner(self.shows("inner-clock"))
        self.form.show_only(None if self._controls is None or "form" in self._controls else self._controls)
        self._fit_head()

    @property
    def elsewhere(self) -> str:
        """Why nothing can be trained here where another program or process does it, else ""."""
        return "" if self.run.untrained is None else localized(self.run.untrained)

    @property
    def has_settings(self) -> bool:
        """Whether any setting is shown."""
        if self.run.recorded:
            return False
        return self._controls is None or "form" in self._controls or bool(self._controls.difference(PARTS))

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme."""
        self.scene.set_theme(theme)
        for part in (self.timeline, self.form, self._chips, self.notice, self._head):
            part.set_theme(theme)
        self._fit_head()

    def set_ghosts(self, ghosts: Ghosts | None) -> None:
        """Draw other runs dimmed behind this one, or none."""
        self.playback.set_ghosts(ghosts)
        self._focus.set_ghosts(ghosts)

    def put_beside(self, title: QWidget, pictures: Sequence[QWidget]) -> None:
        """Show pictures of other runs beside this one's, with a title above it."""
        own = QWidget()
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(title)
        column.addWidget(self._area, 1)
        self._pictures.addWidget(own)
        for picture in pictures:
            self._pictures.addWidget(picture)
        for place in range(self._pictures.count()):
            self._pictures.setStretchFactor(place, 1)
        self._pictures.setSizes([1 << 10] * self._pictures.count())

    def let_go(self) -> None:
        """Stop drawing; the run continues."""
        self._timer.stop()
        self.playback.stop()

    def close_run(self) -> bool:
        """Stop drawing and end the run's worker; return whether it ended in time."""
        self.let_go()
        return end_runs([self.run])

    def pages(self) -> tuple[str, ...]:
        """Return the names of what is on the pages of the scene."""
        return names_of_pages(self.scene)

    def look_at(self, method: str, inner: int | None, view: str, enlarge: bool) -> None:
        """Look at what the clocks show now, as a person does.

        Args:
            method: whose inner steps; empty: the scene's first.
            inner: tick; None: the one at which a frame of the run is first seen.
            view: whose page is shown; empty: no other page.
            enlarge: whether that view fills the stage; else all views are shown.
        """
        self.playback.refresh()
        clock = self.timeline.inner_clock
        clock.choose_method(method or self.scene.first_method())
        if (frame := self.playback.shown) is not None:
            clock.go(self.run.opening(frame) if inner is None else inner)
        if view:
            show_page_of(self.scene, view)
        wanted = self.scene.view_named(view) if enlarge else None
        if not self.run.preset.beside and self.enlarger.enlarged is not wanted:
            self.enlarger.shrink()
            if wanted is not None:
                self.enlarger.toggle(wanted)
        self.playback.refresh()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for the methods and the picture; description and formulas are hidden if there is no more."""
        least = super().minimumSizeHint()
        given = 0 if self._head.isHidden() else self._head.minimumSizeHint().height() + GRID
        parts = (self._chips, self.notice, self._pictures)
        wide = max(part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in parts)
        return QSize(wide + 2 * GRID, least.height() - given)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show description and formulas only if there is room for them above the picture."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        if self.layout() is not None:
            self._head.fit(self.width(), self.height())

    def _fill(self) -> None:
        self._tell_story()
        self._show_waiting()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setWordWrap(True)
        self.timeline.inner_clock.set_methods(self.scene.methods())
        self.timeline.inner_clock.set_method(self.scene.first_method())
        self.timeline.outer_clock.set_planned(self.run.settings.steps)
        if self.elsewhere:
            self.timeline.outer_clock.withhold(self.elsewhere, self.run.follows, not self.run.recorded)
            self.form.withhold_live(self.elsewhere)
        self._area.setMinimumSize(*LEAST)
        self._pictures.hide()

    def _tell_story(self) -> None:
        """Show the scenario's description, and which settings differ from the scenario's."""
        own, now = self.run.preset.settings.model_dump(), self.settings.model_dump()
        others = now.keys() - self.settings.looked_at
        changed = [self.steering.title(name) for name in now if name in others and now[name] != own[name]]
        text = described(self.run.preset.description)
        if changed:
            text += "\n" + self.tr("Changed settings: {settings}.").format(settings=enumerated(changed))
        self._head.tell(text)
        self._fit_head()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self._head)
        column.addWidget(self._chips)
        column.addWidget(self.notice)
        column.addWidget(self._waiting, 1)
        column.addWidget(self._pictures, 1)

    def _connect(self) -> None:
        runner, steering = self.run.runner, self.steering
        outer, inner = self.timeline.outer_clock, self.timeline.inner_clock
        outer.pace_changed.connect(runner.throttle)
        outer.moved.connect(self.playback.refresh)
        outer.live_requested.connect(self.playback.refresh)
        inner.moved.connect(self.playback.refresh)
        outer.continue_requested.connect(self.continue_requested)
        outer.branch_requested.connect(self.branch_requested)
        self.scene.tick_chosen.connect(inner.go)
        self.scene.changed.connect(steering.change)
        steering.steered.connect(outer.go_live)
        steering.settled.connect(self._tell_story)
        self.playback.told.connect(self._note)
        self.playback.prepared.connect(self._prepared)
        self.playback.state_changed.connect(self._state_changed)
        self.playback.unreadable.connect(self.failed)
        self.playback.undrawable.connect(self._tell_undrawable)
        self.playback.paused_by.connect(self._log_pause)
        for view in self.scene.all_views():
            view.export_requested.connect(lambda chosen, format: self.save_requested.emit(chosen, format))

    def _note(self, frame: Frame) -> None:
        """Show the methods' numbers, what is alike in them, and when they were measured if not at this meta-step."""
        self._chips.set_notes(self.scene.notes(frame))
        measured, following = self.scene.noted_at(frame) or (frame.step, 0)
        full, short = self.tr("Measured at step {measured}, next at {following}"), self.tr("step {measured}")
        if following > self.run.runner.planned:
            full = self.tr("Measured at step {measured}")
        texts = (full, short) if measured != frame.step else ("", "")
        told = (text.format(measured=measured, following=following) for text in texts)
        self._chips.set_moment(*(" · ".join(filter(None, (self._alike, text))) for text in told))

    def _show_waiting(self) -> None:
        if self.timeline.outer_clock.asked:
            text = self.tr("Getting ready… Training will start by itself; Space takes that back.")
        elif self.run.runner.building.progress is not None:  # torch is there
            text = self.tr("Getting ready… The picture will appear by itself.")
        else:
            text = self.tr("Getting ready… Loading torch; the picture will appear by itself.")
        self._waiting.setText(text)

    def _prepared(self) -> None:
        self._waiting.hide()
        self._pictures.show()

    def _state_changed(self, state: RunState) -> None:
        self.timeline.outer_clock.set_running(state.value)
        if state is RunState.PREPARING:  # for the first time, or again
            self._show_waiting()
        runner = self.run.runner
        if isinstance(runner, FollowedRunner):
            found = stopped_following(runner)
            self._waiting.setText(found.text if found is not None else "")
        else:
            found = stopped(self.run) if state is RunState.FAILED else None
        self.notice.stopped = found
        if found is not None:
            self._waiting.setText("" if found.level == "info" or runner.reason is None else localized(runner.reason))
            log.log(logging.ERROR if found.level == "failure" else logging.INFO, "%s", found.text)
        else:
            newest = self.run.runner.newest
            text = self.tr("The run is {state} at meta-step {step}")
            log.info("%s", text.format(state=self._state_name(state), step=newest.step if newest else 0))
        self.looked.emit()

    def _state_name(self, state: RunState) -> str:
        return {
            RunState.PREPARING: self.tr("preparing"),
            RunState.IDLE: self.tr("idle"),
            RunState.RUNNING: self.tr("running"),
            RunState.PAUSED: self.tr("paused"),
            RunState.FINISHED: self.tr("finished"),
            RunState.FAILED: self.tr("failed"),
        }[state]

    def _tell_undrawable(self, text: str) -> None:
        """Say above the picture that it is not that of the frame at the clocks' position; "": it is again."""
        self.notice.undrawable = text
        self.notice.follow(self.playback.shown)
        if text:
            self._waiting.setText("")  # where nothing has been drawn yet, nobody gets ready any more

    def _log_pause(self, breakpoint: Breakpoint) -> None:
        log.info("%s", pause_text(breakpoint))
        self.notice.follow(self.playback.shown)

    def _look(self) -> None:
        runner = self.run.runner
        if isinstance(runner, FollowedRunner):
            if stopped_following(runner) != self.notice.stopped:
                self._state_changed(runner.state)
        elif runner.state is RunState.PREPARING and runner.building.progress is not None:
            self._show_waiting()
        self.timeline.outer_clock.set_achieved(runner.steps_per_second or None)
        self.steering.look()
        self.notice.follow(self.playback.shown)
        self.looked.emit()

    def dismiss_notice(self) -> bool:
        """Close the notice, and tell whether there was one."""
        return self.notice.dismiss()
