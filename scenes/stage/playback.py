"""The stage's clockwork: polls the run and the timeline, and has the scene draw (frame, inner) when that is new."""

from __future__ import annotations

import time
from collections import deque
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from scenes.runs.run import Run
from scenes.scene import Scene
from scenes.stage.loop_clock import LoopClock, next_in_loop
from scenes.stage.run_markers import RunMarks
from scenes.unseen.guard import drawn_with_care, look_through
from simulator.engine.errors import UserError
from simulator.engine.frame import Frame
from simulator.engine.history.recording import Recording
from simulator.engine.running.breakpoints import Breakpoint
from simulator.engine.running.runner import RunState
from simulator.engine.story import all_stories
from widgets.clock.clocks import Clocks
from widgets.clock.timeline import Timeline

FASTEST, SLOWEST = 16, 33  # ms between two redraws
WATCHFUL = 8  # ms between two looks while nothing runs: what a person drags is drawn as soon as it is there
TELL_EVERY = 0.2  # seconds between two redraws, in the rush of a run or a loop, of what is read rather than watched
MARK_EVERY = 1.0  # seconds between two looks at what is marked on the timeline
SHARE = 0.1  # of the GUI thread's time that painting may take before redraws become rarer


class Behind(Protocol):
    """What is drawn behind the scene's own picture, at the same place of both clocks: other runs."""

    def draw(self, step: int, inner: int, method: str, at_end: bool) -> None:
        """Draw what was at `step`, at this inner tick of `method`'s course; `at_end`: at the course's end."""

    def draw_curves(self, step: int) -> None:
        """Draw the metrics."""


class Playback(QObject):
    """Decides which frame is on the screen. Live, looking back, loops and slow motion all end in `Scene.draw`.

    Promises: a loop shows what is recorded, within the timeline's range, and never touches the run. A frame that
    cannot be read is told once; the last picture stays.

    Signals:
        prepared: the first frame was drawn.
        state_changed: the run's state is another one: the `RunState`.
        drawn: a frame was drawn: the frame.
        told: the numbers beside the picture are due, which follow it a few times a second: the frame.
        paused_by: the run paused by itself: at this `Breakpoint`.
        unreadable: a frame looked at cannot be read from its file: the `UserError`.
    """

    prepared = Signal()
    state_changed = Signal(object)
    drawn = Signal(object)
    told = Signal(object)
    paused_by = Signal(object)
    unreadable = Signal(object)

    def __init__(self, run: Run, scene: Scene, clocks: Clocks, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._run, self._scene = run, scene
        self.clocks = clocks  # which the timeline shows
        self._outer_clock, self._inner_clock = timeline.outer_clock, timeline.inner_clock
        self._method = scene.methods()[0][0]
        self._behind: Behind | None = None
        self._past = _Past(run.recording)
        self._marks = RunMarks(run.recording, all_stories()[run.preset.scene].goals)
        self._shown: Frame | None = None
        self._key: tuple[int, int, str] | None = None  # (id of the frame, inner, method) on the screen
        self._state: RunState | None = None
        self._hit: tuple[Breakpoint, int] | None = None  # why the run paused by itself, and at which meta-step
        self._captioned: tuple[Frame, str] | None = None  # whose sentences the timeline has
        self._seen: tuple[Frame, str] | None = None  # the frame from a file that was looked through
        self._told: tuple[Frame, int] | None = None  # the frame and the rows of metrics that are told
        self._due = 0.0  # when to tell again
        self._marks_due = 0.0
        self._stamps: deque[float] = deque(maxlen=120)  # when the last redraws were
        self._busy = time.thread_time()
        self._timer = QTimer(self, interval=FASTEST, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._slow_motion = QTimer(self)
        self._slow_motion.timeout.connect(self._tick)
        self._painted = QTimer(self, singleShot=True, interval=0)  # unlike QTimer.singleShot(0) after what is posted
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
        """Whose course the inner clock goes through."""
        return self._method

    @property
    def in_slow_motion(self) -> bool:
        """Whether the inner clock plays."""
        return self._slow_motion.isActive()

    @property
    def frames_per_second(self) -> float:
        """Redraws within the last second."""
        now = time.perf_counter()
        return float(sum(now - stamp <= 1.0 for stamp in self._stamps))

    def stop(self) -> None:
        """Draw nothing more."""
        self._timer.stop()
        self._slow_motion.stop()
        self._painted.stop()
        self._loop.set_playing(False)
        self._run.runner.resume()

    def set_method(self, method: str) -> None:
        """Have the inner clock go through this method's course."""
        self._method = method
        self._due = 0.0
        self.refresh()

    def set_ghosts(self, ghosts: Behind | None) -> None:
        """Have other runs drawn along from the next refresh on, or none."""
        self._behind = ghosts
        self._key = self._told = None
        self._due = 0.0

    def set_branches(self, branches: tuple[tuple[int, str], ...]) -> None:
        """Mark where these runs branch off, as (step, name)."""
        self._marks.set_branches(branches)
        self._mark()

    def set_slow_motion(self, playing: bool) -> None:
        """Let the inner clock run at the timeline's pace; training waits, and does a meta-step at each course's end."""
        if not playing:
            self._slow_motion.stop()
            return
        self._run.runner.pause()
        if self.clocks.inner.position == self.clocks.inner.newest:
            self._look_at_tick(0)
        self._slow_motion.start(int(1000 / self.clocks.inner_pace))

    def refresh(self) -> None:
        """Draw what the clocks now point to, if it is not on the screen yet."""
        self._follow_run()
        runner, outer = self._run.runner, self.clocks.outer
        newest = runner.newest
        if newest is None:
            return
        self._follow_loop()
        frame = newest if outer.live else self._look_back(newest) or self._shown
        if frame is None:
            return
        first = self._shown is None
        telling = self._telling(scrubbed=outer.looking == "back" and frame is not self._shown)
        if telling:
            self.clocks.grow(newest.step)
            self._outer_clock.set_planned(runner.planned)
        shown = frame if self._draw(frame, newest) else self._shown
        if shown is None:
            return
        if telling:
            self._tell(shown)
        if first:
            self.prepared.emit()
        self._adapt()

    def _connect(self) -> None:
        clock, runner = self._outer_clock, self._run.runner
        clock.set_breakpoints(runner.breakpoints)
        clock.breakpoints_changed.connect(runner.set_breakpoints)
        clock.bookmark_toggled.connect(self._toggle_bookmark)
        clock.loop_toggled.connect(self.refresh)
        clock.loop_pace_changed.connect(self._loop.set_pace)

    def _follow_run(self) -> None:
        """Tell of the run's state where it is another one, and why it paused."""
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
        """Return the frame at the cursor, None where it cannot be read."""
        try:
            return self._past.at(self.clocks.outer.position, newest)
        except UserError as error:
            self.unreadable.emit(error)
            return None

    def _telling(self, scrubbed: bool) -> bool:
        """Return whether what is read rather than watched may be redrawn: always but in the rush of a run or a loop."""
        now = time.perf_counter()
        rush = self._state is RunState.RUNNING or self.clocks.outer.looping
        if rush and now < self._due and not scrubbed:
            return False
        self._due = now + TELL_EVERY
        return True

    def _draw(self, frame: Frame, newest: Frame) -> bool:
        """Draw the frame; where it does not fit, which one from a file may not, that is told and the last one stays."""
        if frame is newest or not self._run.recording.reads_files:
            self._put(frame)
            return True
        try:
            with drawn_with_care(self._run.recording, frame.step, self._run.session):
                self._look_through(frame)
                self._put(frame)
        except UserError as error:
            if self._past.refuse(frame):
                self.unreadable.emit(error)
            if self._shown is not None:
                self._key = None
                self._put(self._shown)
            return False
        return True

    def _look_through(self, frame: Frame) -> None:
        """Look at all that is read of a frame, once, so that it fails here if it does."""
        if self._seen is None or self._seen[0] is not frame or self._seen[1] != self._method:
            look_through(self._scene, frame, self._method)
            self._seen = (frame, self._method)

    def _put(self, frame: Frame) -> None:
        ticks = frame.ticks()
        if ticks != self.clocks.inner.newest + 1:
            self._caption(frame)
        inner = self.clocks.inner
        key = (id(frame), inner.position, self._method)
        if key != self._key:
            self._run.runner.rest()  # both share the interpreter: taking turns costs less than fighting over every call
            self._painted.start()
            self._scene.draw(frame, inner.position, self._method)
            if self._behind is not None:
                self._behind.draw(frame.step, inner.position, self._method, inner.live)
            self._outer_clock.set_bookmarked(frame.step in self._run.recording.bookmarks)
            self._shown, self._key = frame, key
            self._stamps.append(time.perf_counter())
            self.drawn.emit(frame)

    def _tell(self, frame: Frame) -> None:
        """Bring the caption, the curves, the numbers and the marks up to the frame."""
        if self._captioned is None or self._captioned[0] is not frame or self._captioned[1] != self._method:
            self._caption(frame)
        metrics = self._run.recording.metrics
        told = (frame, len(metrics))
        if self._told is None or self._told[0] is not frame or self._told[1] != told[1]:
            self._told = told
            self._scene.draw_curves(metrics, frame.step)
            if self._behind is not None:
                self._behind.draw_curves(frame.step)
            self.told.emit(frame)
        self._outer_clock.set_loop_achieved(self._loop.rate)
        if time.perf_counter() >= self._marks_due:
            self._mark()

    def _caption(self, frame: Frame) -> None:
        self._captioned = (frame, self._method)
        self.clocks.set_ticks(frame.ticks())
        self._inner_clock.set_captions(frame.captions(self._method))

    def _mark(self) -> None:
        """Bring the timeline's marks up to what has happened."""
        self._marks_due = time.perf_counter() + MARK_EVERY
        self._outer_clock.set_metric_names(self._run.recording.metrics.names)
        self._outer_clock.set_markers(self._marks.gathered())

    def _toggle_bookmark(self) -> None:
        """Keep the frame on the screen for good, or no longer."""
        if self._shown is None:
            return
        recording = self._run.recording
        if self._shown.step in recording.bookmarks:
            recording.remove_bookmark(self._shown.step)
        else:
            recording.bookmark(self._shown.step)
        self._outer_clock.set_bookmarked(self._shown.step in recording.bookmarks)
        self._mark()

    def _adapt(self) -> None:
        """Make redraws rarer where one costs more than its share of the time."""
        now = time.thread_time()
        cost, self._busy = (now - self._busy) * 1000, now
        wanted = min(max(int(cost / SHARE), FASTEST), SLOWEST) if self._state is RunState.RUNNING else WATCHFUL
        if abs(wanted - self._timer.interval()) > 3:
            self._timer.setInterval(wanted)
            self._loop.set_shortest(max(wanted, FASTEST))

    def _tick(self) -> None:
        """Go on by one inner tick; at the end of a course, by one meta-step."""
        inner, outer = self.clocks.inner, self.clocks.outer
        if inner.position < inner.newest:
            self._look_at_tick(inner.position + 1)
        else:
            self._look_at_tick(0)
            if outer.live:
                self._run.runner.step_once()
            else:
                self.clocks.look_at(outer.position + 1)
                self._outer_clock.show_clocks()
        self.refresh()

    def _look_at_tick(self, tick: int) -> None:
        self.clocks.look_at_tick(tick)
        self._inner_clock.show_clocks()

    def _follow_loop(self) -> None:
        """Let the loop play while the timeline is in one."""
        self._loop.set_pace(self.clocks.loop_pace)
        self._loop.set_playing(self.clocks.outer.looping)

    def _loop_on(self) -> None:
        """Go on by one recorded frame, within the bounds of the loop."""
        outer = self.clocks.outer
        steps = self._run.recording.kept_steps()
        self.clocks.advance(next_in_loop(steps, outer.position, outer.bounds))
        self._outer_clock.show_clocks()
        self.refresh()


class _Past:
    """The frame looked back at, read once however often it is asked for: it may lie in a file."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._asked: tuple[int, Frame | None] | None = None  # the step, and the newest frame where that is the step's
        self._frame: Frame | None = None
        self._failed: set[int] = set()  # steps whose frames could not be read
        self._refused: set[int] = set()  # steps of frames that could not be drawn

    def at(self, step: int, newest: Frame) -> Frame | None:
        """Return the newest frame kept at or before `step`; None where that is known to be unreadable.

        Raises:
            UserError: the first time that it cannot be read.
        """
        asked = (step, newest if step >= newest.step else None)
        if self._asked is None or self._asked[0] != asked[0] or self._asked[1] is not asked[1]:
            self._asked, self._frame = asked, None
            try:
                frame = self._recording.at(step)
                self._frame = None if frame.step in self._refused else frame
            except UserError:
                if step not in self._failed:
                    self._failed.add(step)
                    raise
        return self._frame

    def refuse(self, frame: Frame) -> bool:
        """Never return this frame again, for it cannot be drawn; tell whether that is news."""
        news, self._asked = frame.step not in self._refused, None
        self._refused.add(frame.step)
        return news
