"""Measures a picture's cost to the window's thread, by scene: a frame, one at a glance, a tick of the inner clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.playing import endless
from benchmarks.screen import application, live, opened, wait
from benchmarks.table import Effort, Row
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.runner import RunState

FRAMES = 40


def rows(effort: Effort) -> list[Row]:
    """Return the rows: medians at 1280 x 800 while nothing trains, each picture different from the last."""
    app = application()
    return [row for name in effort.scenes for row in _rows(app, name, FRAMES // (2 if effort.quick else 1))]


def _rows(app: QApplication, name: str, count: int) -> list[Row]:
    with opened(app, endless(find(name))) as stage:
        runner, recording = stage.run.runner, stage.run.recording
        runner.run(count)
        wait(lambda: runner.state is RunState.PAUSED, 120.0)
        live(0.5)
        frames = [recording.at(step) for step in recording.kept_steps()[-count:]]
        stage.playback.stop()
        method, last = stage.playback.method, frames[-1]
        stage.scene.draw(frames[0], frames[0].ticks() - 1, method)
        app.processEvents()
        whole = _median(app, (_drawing(stage, frame, frame.ticks() - 1) for frame in frames))
        glances = _median(app, (_glancing(stage, frame) for frame in frames))
        ticks = _median(app, (_drawing(stage, last, tick % last.ticks()) for tick in range(count)))
    return [
        Row(f"painting, {name}, a new frame", ours=whole, unit="ms"),
        Row(f"painting, {name}, a new frame at a glance", ours=glances, unit="ms"),
        Row(f"painting, {name}, an inner tick", ours=ticks, unit="ms"),
    ]


def _drawing(stage: Stage, frame: Frame, tick: int) -> Callable[[], None]:
    return lambda: stage.scene.draw(frame, tick, stage.playback.method)


def _glancing(stage: Stage, frame: Frame) -> Callable[[], None]:
    def draw() -> None:
        stage.scene.glance(frame, frame.ticks() - 1, stage.playback.method)

    return draw


def _median(app: QApplication, pictures: Iterable[Callable[[], None]]) -> float:
    """Return the milliseconds of processor time per picture, until everything is painted."""
    took = []
    for draw in pictures:
        begin = time.thread_time()
        draw()
        app.sendPostedEvents()
        app.processEvents()
        took.append(1000 * (time.thread_time() - begin))
    return float(np.median(took))
