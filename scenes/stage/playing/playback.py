"""Plays a run on the stage: polls the run and the timeline, and lets the scene draw (frame, inner) if that is new."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.stage.playing.looking_back import Past
from metascope.scenes.stage.playing.loop_clock import LoopClock, next_in_loop
from metascope.scenes.stage.playing.refresh_rate import FASTEST, RefreshRate
from metascope.scenes.stage.playing.run_markers import RunMarks
from metascope.scenes.unseen.guard import Reported, drawn_with_care, look_through, not_drawn
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.story import all_stories
from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.timeline import Timeline
from metascope.widgets.plots.canvas.mark import glancing

MARK_EVERY = 1.0  # seconds between two updates of the timeline's markers


class Background(Protocol):
    """Other runs, drawn behind the scene's own picture at the same position of both clocks."""

    def draw(self, step: int, inner: int, method: str, at_end: bool) -> None:
        """Draw meta-step `step` at this inner step of `method`; `at_end`: at the last inner step."""

    def draw_curves(self, step: int) -> None:
        """Draw the metrics."""


class Playback(QObject):
    """Decides which frame is on the screen. Live, looking back, loops and slow motion all end in `Scene.draw`.

    Promises: a loop shows recorded frames within the timeline's range and never touches the run. A frame that cannot
    be read is reported once; the last picture stays. One that cannot be drawn is tried once, not with every refresh.

    Example:
        playback = Playback(run, scene, timeline, parent)
        playback.drawn.connect(lambda frame: print(frame.step))
        run.runner.play()  # every new frame is drawn from now on

    Signals:
        prepared: the first frame was drawn.
        state_changed: the state of the run has changed: the `RunState`.
        drawn: a frame was drawn: the frame.
        told: the numbers next to the picture are due, a few times per second: the frame.
        paused_by: the run paused at this `Breakpoint`.
        undrawable: what is said of the frame at the clocks' position, which could not be drawn; "" where it was.
        unreadable: a frame cannot be read from its file: the `UserError`.
    """

    prepared = Signal()
    state_changed = Signal(object)
    drawn = Signal(object)
    told = Signal(object)
    paused_by = Signal(object)
    undrawable = Signal(str)
    unreadable = Signal(object)

    def __init__(self, run: Run, scene: Scene, clocks: Clocks, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._run, self._scene = run, scene
        self.clocks = clocks  # which the timeline shows
        self._outer_clock, self._inner_clock = timeline.outer_clock, timeline.inner_clock
        self._method = scene.first_method()
        self._background: Background | None = None
        self._past = Past(run.recording)
        self._captions = run.captions
        self._marks = RunMarks(run.recording, all_stories()[run.preset.story].goals)
        self._shown: Frame | None = None
        self._key: tuple[int, int, str] | None = None  # (id of the frame, inner, method) on the screen
        self._failed: tuple[Frame, int, str] | None = None  # what could not be drawn: frame, inner, method
        self._reported = Reported()
        self._whole = True  # whether all of it is, or what can be seen at a glance
        self._state: RunState | None = None
        self._hit: tuple[Breakpoint, int] | None = None  # the breakpoint that paused the run, and the meta-step
        self._captioned: tuple[Frame, str] | None = None  # whose captions the timeline has
        self._seen: tuple[Frame, str] | None = None  # the last validated frame from a file
        self._told: tuple[Frame, int] | None = None  # the frame and the number of metric rows that are shown
        self._rate = RefreshRate()
        self._late = False  # whether texts and curves of the frame on the screen come with the next refresh
        self._marks_due = 0.0
        self._timer = QTimer(self, interval=FASTEST, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._slow_motion = QTimer(self)
        self._slow_motion.timeout.connect(self._tick)
        self._painted = QTimer(self, singleShot=True, interval=0)  # after posted events, unlike QTimer.singleShot(0)
        self._painted.timeout.connect(run.runner.resume)
        self._loop = LoopClock(self)
        self._loop.ticked.connect(self._loop_on)
        self._connect()
        self._timer.start()

    @property
    def shown(self) -> Frame | None:
        """The frame on the screen."""
        return self._shown

    @property
    def method(self) -> str:
        """The method whose inner steps the inner clock shows."""
        return self._method

    @property
    def in_slow_motion(self) -> bool:
        """Whether the inner clock is playing."""
        return self._slow_motion.isActive()

    @property
    def frames_per_second(self) -> float:
        """The number of redraws within the last second."""
        return self._rate.frames_per_second

    def stop(self) -> None:
        """Stop drawing."""
        self._timer.stop()
        self._slow_motion.stop()
        self._painted.stop()
        self._loop.set_playing(False)
        self._run.runner.resume()

    def set_method(self, method: str) -> None:
        """Let the inner clock show this method's inner steps."""
        self._method = method
        self._rate.tell_next()
        self.refresh()

    def set_ghosts(self, ghosts: Background | None) -> None:
        """Draw other runs behind this one from the next refresh on, or none."""
        self._background = ghosts
        self._key = self._told = None
        self._rate.tell_next()

    def set_branches(self, branches: tuple[tuple[int, str], ...]) -> None:
        """Mark where these branches begin, as (step, name)."""
        self._marks.set_branches(branches)
        self._mark()

    def set_slow_motion(self, playing: bool) -> None:
        """Play the inner clock at the timeline's pace; training does one meta-step after each last inner step.

        A run at its planned end, or one that trains nothing, plays its last meta-step again and again.
        """
        if not playing:
            self._slow_motion.stop()
            return
        self._run.runner.pause()
        if self.clocks.inner.position == self.clocks.inner.newest:
            self._look_at_tick(0)
        self._slow_motion.start(int(1000 / self.clocks.inner_pace))

    def refresh(self) -> None:
        """Draw the frame at the clocks' position, unless it is on the screen already."""
        self._follow_run()
        runner, outer = self._run.runner, self.clocks.outer
        newest = runner.newest
        if newest is None:
            return
        self._follow_loop()
        frame = newest if outer.live else self._look_back(newest) or self._shown
        if frame is None or (self._failed is not None and self._is_failed(frame)):
            return
        try:
            self._show(frame, newest)
        except Exception as error:  # a view's, maybe a plug-in's: with every refresh it would be the same one
            self._failed, self._key = (frame, self.clocks.inner.position, self._method), None
            self.undrawable.emit(not_drawn(frame.step, error))
            if self._reported.is_new(error):
                raise

    def _is_failed(self, frame: Frame) -> bool:
        assert self._failed is not None, "something could not be drawn"
        failed, inner, method = self._failed
        return failed is frame and (inner, method) == (self.clocks.inner.position, self._method)

    def _show(self, frame: Frame, newest: Frame) -> None:
        """Draw a frame, unless it is on the screen already, and tell of it if that is due."""
        runner, outer = self._run.runner, self.clocks.outer
        first = self._shown is None
        scrubbed = outer.looking == "back" and frame is not self._shown
        telling = self._rate.tells(rush=(self._state is RunState.RUNNING or outer.looping) and not scrubbed)
        if telling:
            self.clocks.grow(newest.step)
            trains = self._run.settings.trains or self._run.follows  # where nothing does, no more meta-steps come
            self._outer_clock.set_planned(runner.planned if trains else max(self._run.settings.steps, outer.newest))
        changed = self._shown is not None and frame is not self._shown and frame.step == self._shown.step
        self._late = telling and changed and not self._late  # its picture first, what is told of it in a moment
        shown = frame if self._draw(frame, newest, whole=telling) else self._shown
        if shown is None:
            return
        if telling and not self._late:
            self._tell(shown)
        if first:
            self.prepared.emit()
        if self._failed is not None:
            self._failed = None
            self.undrawable.emit("")
        self._adapt(telling)

    def _connect(self) -> None:
        clock, runner = self._outer_clock, self._run.runner
        clock.set_breakpoints(runner.breakpoints)
        clock.breakpoints_changed.connect(runner.set_breakpoints)
        clock.bookmark_toggled.connect(self._toggle_bookmark)
        clock.loop_toggled.connect(self.refresh)
        clock.loop_pace_changed.connect(self._loop.set_pace)

    def _follow_run(self) -> None:
        """Emit changes of the run's state, and the breakpoint that paused it."""
        runner = self._run.runner
        if runner.state is not self._state:
            self._state = runner.state
            self.state_changed.emit(self._state)
        newest, hit = runner.newest, None if self._state is RunState.RUNNING else runner.hit
        reason = (hit, newest.step) if hit is not None and newest is not None else None
        if reason == self._hit:
            return
        self._hit = reason
        self._outer_clock.set_hit(hit)
        if reason is not None:
            self._marks.note_pause(reason[1], reason[0])
            self._marks_due = 0.0
            self.paused_by.emit(hit)

    def _look_back(self, newest: Frame) -> Frame | None:
        """Return the frame at the cursor, None if it cannot be read."""
        try:
            return self._past.at(self.clocks.outer.position, newest)
        except UserError as error:
            self.unreadable.emit(error)
            return None

    def _draw(self, frame: Frame, newest: Frame, *, whole: bool) -> bool:
        """Draw the frame, `whole` or what can be seen of it at a glance.

        One from a file may not be drawable: then report it and keep the last picture.
        """
        if not self._run.recording.reads_files or (frame is newest and not self._run.follows):
            self._put(frame, whole=whole)
            return True
        try:
            with drawn_with_care(self._run.recording, frame.step, self._run.where):
                self._look_through(frame)
                self._put(frame, whole=whole)
        except UserError as error:
            if self._past.refuse(frame):
                self.unreadable.emit(error)
            if self._shown is not None:
                self._key = None
                self._put(self._shown, whole=True)
            return False
        return True

    def _look_through(self, frame: Frame) -> None:
        """Validate a frame once by reading everything that is shown of it, so that an error is raised here."""
        if self._seen is None or self._seen[0] is not frame or self._seen[1] != self._method:
            look_through(self._scene, self._captions, frame, self._method)
            self._seen = (frame, self._method)

    def _put(self, frame: Frame, *, whole: bool) -> None:
        ticks = frame.ticks()
        if ticks != self.clocks.inner.newest + 1:
            self._caption(frame)
        if self._shown is None and self.clocks.inner.live:
            self._look_at_tick(self._run.opening(frame))
        inner = self.clocks.inner
        key = (id(frame), inner.position, self._method)
        if key == self._key and (self._whole or not whole):
            return
        self._run.runner.rest()  # both share the interpreter lock: taking turns is cheaper than contention
        self._painted.start()
        if whole:
            self._scene.draw(frame, inner.position, self._method)
            self._whole = True
        else:
            self._whole = self._scene.glance(frame, inner.position, self._method)
        if key != self._key:
            if self._background is not None:
                self._background.draw(frame.step, inner.position, self._method, inner.live)
            self._outer_clock.set_bookmarked(frame.step in self._run.recording.bookmarks)
            self._shown, self._key = frame, key
            self._rate.count()
            self.drawn.emit(frame)

    def _tell(self, frame: Frame) -> None:
        """Update the caption, the curves, the numbers and the markers to the frame."""
        if self._captioned is None or self._captioned[0] is not frame or self._captioned[1] != self._method:
            self._caption(frame)
        metrics = self._run.recording.metrics
        told = (frame, len(metrics))
        if self._told is None or self._told[0] is not frame or self._told[1] != told[1]:
            with glancing() if self._state is RunState.RUNNING else nullcontext() as eye:
                self._scene.draw_curves(metrics, frame.step)
            self._told = told if eye is None or not eye.missed else None  # what was left out is drawn in a pause
            if self._background is not None:
                self._background.draw_curves(frame.step)
            self.told.emit(frame)
        self._outer_clock.set_loop_achieved(self._loop.rate)
        if time.perf_counter() >= self._marks_due:
            self._mark()

    def _caption(self, frame: Frame) -> None:
        self._captioned = (frame, self._method)
        self.clocks.set_ticks(frame.ticks())
        self._inner_clock.set_captions(self._captions(frame, self._method))

    def _mark(self) -> None:
        """Update the markers of the timeline."""
        self._marks_due = time.perf_counter() + MARK_EVERY
        self._outer_clock.set_metric_names(self._run.recording.metrics.names)
        self._outer_clock.set_markers(self._marks.gathered())

    def _toggle_bookmark(self) -> None:
        """Add or remove a bookmark at the frame on the screen."""
        if self._shown is None:
            return
        recording = self._run.recording
        if self._shown.step in recording.bookmarks:
            recording.remove_bookmark(self._shown.step)
        else:
            recording.bookmark(self._shown.step)
        self._outer_clock.set_bookmarked(self._shown.step in recording.bookmarks)
        self._mark()

    def _adapt(self, telling: bool) -> None:
        """Refresh as often as the time that it takes allows."""
        running = self._state is RunState.RUNNING
        wanted = self._rate.interval(telling, running=running, eager=self._run.runner.changing)
        if abs(wanted - self._timer.interval()) > 3:
            self._timer.setInterval(wanted)
            self._loop.set_shortest(max(wanted, FASTEST))

    def _tick(self) -> None:
        """Advance by one inner step; after the last one, by one meta-step if there is another."""
        inner, outer = self.clocks.inner, self.clocks.outer
        newest = self._run.runner.newest
        if newest is None:
            return
        if inner.position < inner.newest:
            self._look_at_tick(inner.position + 1)
        else:
            self._look_at_tick(0)
            if outer.live:
                if newest.step < self._run.runner.planned and self._run.settings.trains:
                    self._run.runner.step_once()
            else:
                self.clocks.look_at(outer.position + 1)
                self._outer_clock.show_clocks()
        self.refresh()

    def _look_at_tick(self, tick: int) -> None:
        self.clocks.look_at_tick(tick)
        self._inner_clock.show_clocks()

    def _follow_loop(self) -> None:
        """Start or stop the loop as the timeline says."""
        self._loop.set_pace(self.clocks.loop_pace)
        self._loop.set_playing(self.clocks.outer.looping)

    def _loop_on(self) -> None:
        """Advance by one recorded frame within the bounds of the loop."""
        outer = self.clocks.outer
        steps = self._run.recording.kept_steps()
        self.clocks.advance(next_in_loop(steps, outer.position, outer.bounds))
        self._outer_clock.show_clocks()
        self.refresh()
