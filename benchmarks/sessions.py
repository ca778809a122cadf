"""Measures writing, opening and scrubbing a session of 100,000 real meta-steps, and autosave during play."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.playing import endless
from benchmarks.screen import FrameClock, PaintClock, application, live, opened, picture, wait
from benchmarks.scrubbing import moves
from benchmarks.table import Effort, Row
from metascope.scenes.files.autosave import Autosave, AutosavedRun
from metascope.scenes.files.slots import SlotRun
from metascope.scenes.runs.run import open_run, start_run
from metascope.scenes.shell.application import new_window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.files.session import open_session, save
from metascope.simulator.engine.history.recording import BUDGET
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.theme import LIGHT

OWN, SHORT, STEPS = 400, 3_000, 100_000  # meta-steps; the first are the scenario's own
SMALL = 1000.0  # bytes a meta-step, at most: a fifth of what sessions took before they were compressed
SAVINGS = 8
_DEFERRED_DELETE = 52  # QEvent.Type.DeferredDelete


def rows(_: Effort) -> list[Row]:
    """Return the rows."""
    app = application()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.metascope"
        return [*_written(path), *_scrubbed(app, path), *_autosaved(app, Path(folder))]


def _written(path: Path) -> list[Row]:
    """Train and save."""
    preset = endless(find("two-tasks"))
    run = start_run(preset, preset.settings)
    run.runner.throttle(None)
    done, rows = 0, []
    for steps in (OWN, SHORT, STEPS):
        run.runner.run(steps - done)
        while run.runner.state is not RunState.PAUSED:
            time.sleep(0.1)
        begin, done = time.thread_time(), steps
        save(path, run.head(), run.recording.snapshot())
        took, size = time.thread_time() - begin, path.stat().st_size
        text = f"{size / (1 << 20):.1f} MB ({len(run.recording.kept_steps()):,} frames), written in {took:.1f} s"
        rows.append(
            Row(f"session of {steps:,} meta-steps, two-tasks", text, size / steps, "bytes/meta-step", most=SMALL)
        )
    run.end(2.0)
    return rows


def _scrubbed(app: QApplication, path: Path) -> list[Row]:
    """Open it in a window and move the cursor."""
    window = new_window(LIGHT)
    window.show()
    live(1.0)
    begin = time.perf_counter()
    session = open_session(path, BUDGET)
    window.show_run(open_run(session))
    wait(lambda: window.stage is not None and window.stage.playback.shown is not None)
    stage = window.stage
    assert stage is not None, "it was waited for"
    clock = PaintClock(picture(stage))
    wait(lambda: clock.stamps)
    took = time.perf_counter() - begin
    wait(lambda: stage.run.runner.state is not RunState.PREPARING)
    text = moves(stage, STEPS)
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, _DEFERRED_DELETE)
    return [
        Row("session opened, to its first picture", f"{took:.2f} s"),
        Row("session scrubbed, cursor move to painted frame", text),
    ]


def _autosaved(app: QApplication, folder: Path) -> list[Row]:
    """Play at full speed and save again and again."""
    with opened(app, endless(find("two-tasks"))) as stage:
        autosave = Autosave(
            folder / "slots", lambda: [AutosavedRun(stage.run, SlotRun(key=1, name="run", step=0))], stage
        )
        stage.timeline.outer_clock.toggle_play()
        live(5.0)
        clock = FrameClock(stage)
        took = [_one_saving(stage, autosave, clock) for _ in range(SAVINGS)]
        stage.timeline.outer_clock.toggle_play()
        autosave.close()
    seconds = [one for one, _ in took]
    slowest = max(gap for _, gaps in took for gap in gaps)
    rates = [len(gaps) / sum(gaps) for _, gaps in took]
    return [
        Row(
            "autosave during play at full speed",
            f"{min(rates):.0f} to {max(rates):.0f} frames/s while it writes, longest between two frames"
            f" {1000 * slowest:.0f} ms; a save takes {np.median(seconds):.2f} s (max {max(seconds):.2f})",
        )
    ]


def _one_saving(stage: Stage, autosave: Autosave, clock: FrameClock) -> tuple[float, list[float]]:
    """Return the seconds that a save took, and those between frames painted meanwhile and up to one second later."""
    live(3.0)
    clock.stamps.clear()
    begin = time.perf_counter()
    autosave.save()
    wait(lambda: not any(thread.name == "metascope-autosave" for thread in threading.enumerate()))
    took = time.perf_counter() - begin
    live(max(1.0 - took, 0.1))
    return took, np.diff(clock.stamps).tolist()
