"""The stage's clockwork: polls the run and the timeline, and has the scene draw (frame, inner) when that is new."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from scenes.run import Run
from scenes.scene import Scene
from simulator.engine.frame import Frame
from simulator.engine.runner import RunState
from widgets.timeline import Timeline

FASTEST, SLOWEST = 16, 33  # ms between two redraws
WATCHFUL = 8  # ms between two looks while nothing runs: what a person drags is drawn as soon as it is there
TELL_EVERY = 0.2  # seconds between two redraws, while training runs, of what is read rather than watched
SHARE = 0.1  # of the GUI thread's time that painting may take before redraws become rarer


class Playback(QObject):
    """Decides which frame is on the screen. Live, looking back and slow motion all end in `Scene.draw`.

    Signals:
        prepared: the first frame was drawn.
        state_changed: the run's state is another one: the `RunState`.
        drawn: a frame was drawn: the frame.
        told: the numbers beside the picture are due, which follow it a few times a second: the frame.
    """

    prepared = Signal()
    state_changed = Signal(object)
    drawn = Signal(object)
    told = Signal(object)

    def __init__(self, run: Run, scene: Scene, timeline: Timeline, parent: QObject) -> None:
        super().__init__(parent)
        self._run, self._scene, self._timeline = run, scene, timeline
        self._method = scene.methods()[0][0]
        self._shown: Frame | None = None
        self._key: tuple[int, int, str] | None = None  # (id of the frame, inner, method) on the screen
        self._state: RunState | None = None
        self._captioned: tuple[Frame, str] | None = None  # whose sentences the timeline has
        self._told: tuple[Frame, int] | None = None  # the frame and the rows of metrics that are told
        self._due = 0.0  # when to tell again
        self._stamps: deque[float] = deque(maxlen=120)  # when the last redraws were
        self._busy = time.thread_time()
        self._timer = QTimer(self, interval=FASTEST, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self._slow_motion = QTimer(self)
        self._slow_motion.timeout.connect(self._tick)
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

    def set_method(self, method: str) -> None:
        """Have the inner clock go through this method's course."""
        self._method = method
        self._due = 0.0
        self.refresh()

    def set_slow_motion(self, playing: bool) -> None:
        """Let the inner clock run at the timeline's pace; training waits, and does a meta-step at each course's end."""
        if not playing:
            self._slow_motion.stop()
            return
        self._run.runner.pause()
        if self._timeline.inner.position == self._timeline.inner.newest:
            self._timeline.set_inner_tick(0)
        self._slow_motion.start(int(1000 / self._timeline.inner_pace))

    def refresh(self) -> None:
        """Draw what the clocks now point to, if it is not on the screen yet."""
        runner = self._run.runner
        if runner.state is not self._state:
            self._state = runner.state
            self.state_changed.emit(self._state)
        newest = runner.newest
        if newest is None:
            return
        outer = self._timeline.outer
        frame = newest if outer.live else self._run.recording.at(outer.position)
        first = self._shown is None
        telling = self._telling() or (not outer.live and frame is not self._shown)
        if telling:
            self._timeline.set_range(newest.step, runner.planned)
        self._draw(frame)
        if telling:
            self._tell(frame)
        if first:
            self.prepared.emit()
        self._adapt()

    def _telling(self) -> bool:
        """Return whether what is read rather than watched may be redrawn: always but in the rush of a run."""
        now = time.perf_counter()
        if self._state is RunState.RUNNING and now < self._due:
            return False
        self._due = now + TELL_EVERY
        return True

    def _draw(self, frame: Frame) -> None:
        ticks = frame.ticks()
        if ticks != self._timeline.inner.newest + 1:
            self._caption(frame)
        inner = self._timeline.inner.position
        key = (id(frame), inner, self._method)
        if key != self._key:
            self._run.runner.rest()  # both share the interpreter: taking turns costs less than fighting over every call
            QTimer.singleShot(0, self._run.runner.resume)  # after the paint events that follow
            self._scene.draw(frame, inner, self._method)
            self._shown, self._key = frame, key
            self._stamps.append(time.perf_counter())
            self.drawn.emit(frame)

    def _tell(self, frame: Frame) -> None:
        """Bring the caption, the curves and the numbers up to the frame."""
        if self._captioned is None or self._captioned[0] is not frame or self._captioned[1] != self._method:
            self._caption(frame)
        metrics = self._run.recording.metrics
        told = (frame, len(metrics))
        if self._told is None or self._told[0] is not frame or self._told[1] != told[1]:
            self._told = told
            self._scene.draw_curves(metrics, frame.step)
            self.told.emit(frame)

    def _caption(self, frame: Frame) -> None:
        self._captioned = (frame, self._method)
        self._timeline.set_inner(frame.ticks(), frame.captions(self._method))

    def _adapt(self) -> None:
        """Make redraws rarer where one costs more than its share of the time."""
        now = time.thread_time()
        cost, self._busy = (now - self._busy) * 1000, now
        wanted = min(max(int(cost / SHARE), FASTEST), SLOWEST) if self._state is RunState.RUNNING else WATCHFUL
        if abs(wanted - self._timer.interval()) > 3:
            self._timer.setInterval(wanted)

    def _tick(self) -> None:
        """Go on by one inner tick; at the end of a course, by one meta-step."""
        inner, outer = self._timeline.inner, self._timeline.outer
        if inner.position < inner.newest:
            self._timeline.set_inner_tick(inner.position + 1)
        else:
            self._timeline.set_inner_tick(0)
            if outer.live:
                self._run.runner.step_once()
            else:
                self._timeline.set_outer(outer.position + 1)
        self.refresh()
