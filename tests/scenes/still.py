"""A run that does nothing by itself, and a scene that notes what it is told: to try the playback on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene, Words
from metascope.scenes.stage.playing.playback import Playback
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.story import Telling
from metascope.simulator.engine.text import Message
from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.timeline import Timeline
from metascope.widgets.look.theme import LIGHT, Theme
from metascope.widgets.plots.canvas.mark import is_glimpsed, miss
from metascope.widgets.views.view import View
from tests.simulator.engine.toy import captions_of, frame


class StillRunner:
    """The controls that a playback uses; what is asked of the run is noted in `asked`."""

    def __init__(self) -> None:
        self.state = RunState.PAUSED
        self.newest: Frame | None = None
        self.planned, self.changing = 1000, False
        self.hit: Breakpoint | None = None
        self.breakpoints: tuple[Breakpoint, ...] = ()
        self.asked: list[str] = []

    def rest(self) -> None:
        pass

    def resume(self) -> None:
        pass

    def pause(self) -> None:
        self.asked.append("pause")

    def step_once(self) -> None:
        self.asked.append("step")

    def set_breakpoints(self, breakpoints: tuple[Breakpoint, ...]) -> None:
        self.breakpoints = breakpoints


class ToyRun(Run):
    """A run of the toy's frames."""

    @property
    def captions(self) -> Telling:
        return captions_of


class NotingScene(Scene):
    """Draws nothing; `drawn` has (step, inner, method), `curves` the steps of the curves' cursor.

    `glances` are the steps that were drawn at a glance, and whether those leave something out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[tuple[int, int, str]] = []
        self.curves: list[int] = []
        self.glances: list[int] = []
        self.whole, self.misses = True, False  # whether a glance shows all; whether curves leave small moves out

    def words(self) -> Words:
        return Words("still", (), ())

    def methods(self) -> tuple[tuple[str, str], ...]:
        return (("maml", "MAML"), ("reptile", "Reptile"))

    def views(self) -> tuple[View, ...]:
        return ()

    def draw(self, frame: Frame, inner: int, method: str) -> None:
        self.drawn.append((frame.step, inner, method))

    def glance(self, frame: Frame, inner: int, method: str) -> bool:
        self.glances.append(frame.step)
        self.draw(frame, inner, method)
        return self.whole

    def draw_curves(self, metrics: Metrics, step: int) -> None:
        self.curves.append(step)
        if self.misses and is_glimpsed():
            miss()

    def set_emphasis(self, emphasis: Mapping[str, str]) -> None:
        pass

    def set_theme(self, theme: Theme) -> None:
        pass

    def notes(self, frame: Frame) -> Mapping[str, str]:
        return {}

    def notices(self, frame: Frame) -> tuple[Message, ...]:
        return ()


class Desk:
    """A playback between a still run and a noting scene; `learn` makes the run go on."""

    def __init__(self, recording: Recording | None = None) -> None:
        self.recording = recording or Recording()
        self.runner = StillRunner()
        self.scene = NotingScene()
        clocks = Clocks()
        self.timeline = Timeline(clocks, LIGHT)
        preset = presets.find("two-tasks")
        run = ToyRun(preset, preset.settings, self.recording, cast("Runner", self.runner))
        self._parent = QObject()
        self.playback = Playback(run, self.scene, clocks, self.timeline, self._parent)
        self.timeline.outer_clock.moved.connect(self.playback.refresh)
        self.timeline.outer_clock.live_requested.connect(self.playback.refresh)

    def learn(self, steps: int, **metrics: float) -> None:
        """Do so many meta-steps, the first of all being the start; every one measures `metrics`."""
        for _ in range(steps):
            done = -1 if self.runner.newest is None else self.runner.newest.step
            made = frame(done + 1, metrics=metrics or {"maml.loss_after": 1 / (done + 2)})
            self.recording.append(made)
            self.runner.newest = made
        self.playback.refresh()

    @property
    def shown(self) -> int:
        """The step of the frame on the screen."""
        assert self.playback.shown is not None, "nothing was drawn"
        return self.playback.shown.step

    def close(self) -> None:
        self.playback.stop()
        for thing in (self.timeline, self.scene, self._parent):
            thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def desk(recording: Recording | None = None) -> Iterator[Desk]:
    """Give a desk, and clear it away."""
    made = Desk(recording)
    try:
        yield made
    finally:
        made.close()
