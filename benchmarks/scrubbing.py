"""Measures how long a move of the cursor takes until it is painted, in a run of 100,000 meta-steps."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.playing import endless
from benchmarks.screen import FrameClock, application, live, opened, wait
from benchmarks.table import Effort, Row
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.running.runner import Runner, RunState

STEPS, LEARNED, MOVES = 100_000, 200, 80
PAUSE = 0.02  # seconds between two moves of a person


def rows(_: Effort) -> list[Row]:
    """Return the rows: median, 95th percentile and maximum of the moves, with the run paused and training."""
    app = application()
    return [row for name in ("two-tasks", "two-dimensions") for row in _rows(app, name)]


def _rows(app: QApplication, name: str) -> list[Row]:
    with opened(app, endless(find(name))) as stage:
        _lengthen(stage)
        resting = moves(stage, STEPS)
        stage.run.runner.play()
        learning = moves(stage, STEPS)
        stage.run.runner.pause()
    return [Row(f"scrub, {name}, 100,000 meta-steps", resting), Row(f"scrub, {name}, while it trains", learning)]


def _lengthen(stage: Stage) -> None:
    """Give the run a long history: its own first meta-steps repeated, with noise on their numbers."""
    recording, runner, rng = stage.run.recording, stage.run.runner, np.random.default_rng(0)
    assert isinstance(runner, Runner), "it is trained here"
    runner.run(LEARNED)
    wait(lambda: runner.state is RunState.PAUSED)
    frames = [recording.at(step) for step in range(1, LEARNED + 1)]
    simulation_ahead = runner.ask(lambda simulation: simulation.restore({**simulation.state(), "step": STEPS}))
    for step in range(LEARNED + 1, STEPS + 1):
        frame = frames[step % LEARNED]
        noise = rng.normal(scale=0.1, size=len(frame.metrics)).tolist()
        metrics = {name: value + more for (name, value), more in zip(frame.metrics.items(), noise, strict=True)}
        recording.append(replace(frame, step=step, metrics=metrics))
    simulation_ahead.result()
    runner._record._latest = None  # the recording has it
    live(1.0)


def moves(stage: Stage, steps: int) -> str:
    """Return how long random moves of the cursor within `steps` meta-steps take, until the frame is painted."""
    clock, rng = FrameClock(stage), np.random.default_rng(1)
    took = []
    for step in rng.integers(0, steps, MOVES).tolist():
        clock.stamps.clear()
        begin = time.perf_counter()
        stage.timeline.outer_clock.go(step)
        wait(lambda: clock.stamps)
        took.append(1000 * (time.perf_counter() - begin))
        live(PAUSE)
    return (
        f"median {np.median(took):.0f} ms, 95th percentile {np.percentile(took, 95):.0f} ms,"
        f" at most {max(took):.0f} ms per move"
    )
