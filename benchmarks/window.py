"""Measures what the window costs training: speed with the window playing, as a share of the speed without it."""

from __future__ import annotations

import statistics
import time

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.screen import PaintClock, application, endless, live, opened, picture
from benchmarks.table import Effort, Row
from scenes.stage.stage import Stage
from simulator.engine.files.presets import Preset, find
from simulator.engine.history.recording import Recording
from simulator.engine.running.runner import Runner, RunState
from simulator.engine.story import all_stories

GLANCE = 0.05  # seconds between two checks of the headless run's progress


def rows(effort: Effort) -> list[Row]:
    """Return the rows: medians of alternating rounds with and without the window, in one process."""
    app = application()
    rounds, seconds = (1, 1.5) if effort.quick else (5, 3.0)
    return [row for name in effort.scenes for row in _rows(app, endless(find(name)), rounds, seconds)]


def _rows(app: QApplication, preset: Preset, rounds: int, seconds: float) -> list[Row]:
    without: list[float] = []
    within: list[float] = []
    gaps: list[float] = []
    alone = Runner(lambda: all_stories()[preset.story].load()(preset.settings), Recording(), steps=10_000_000)
    with opened(app, preset) as stage:
        clock = PaintClock(picture(stage))
        for _ in range(rounds + 1):
            without.append(_rate_without(alone, seconds))
            within.append(_rate_within(stage, clock, seconds, gaps))
    alone.stop()
    shares = [one / other for one, other in zip(within[1:], without[1:], strict=True)]  # the first round warms up
    median, slow = 1000 * np.median(gaps), 1000 * np.percentile(gaps, 99)
    return [
        Row(
            f"training with the window playing, {preset.name}",
            f"of headless: {statistics.median(shares):.0%} (min {min(shares):.0%}, max {max(shares):.0%})",
            ours=statistics.median(within[1:]),
            unit="steps/s",
            baseline=statistics.median(without[1:]),
            against="headless",
            wanted=0.85,
        ),
        Row(
            f"frames then, {preset.name}",
            f"between two: median {median:.0f} ms, 99th percentile {slow:.0f} ms",
            ours=1 / statistics.mean(gaps),
            unit="frames/s",
        ),
    ]


def _rate_without(runner: Runner, seconds: float) -> float:
    while runner.state is RunState.PREPARING:
        time.sleep(GLANCE)
    runner.play()
    time.sleep(0.2)
    first, begin = _step(runner), time.perf_counter()
    while time.perf_counter() - begin < seconds:
        time.sleep(GLANCE)
    rate = (_step(runner) - first) / (time.perf_counter() - begin)
    runner.pause()
    time.sleep(0.1)
    return rate


def _rate_within(stage: Stage, clock: PaintClock, seconds: float, gaps: list[float]) -> float:
    runner = stage.run.runner
    stage.timeline.outer_clock.toggle_play()
    live(0.3)
    clock.stamps.clear()
    first, begin = _step(runner), time.perf_counter()
    live(seconds)
    rate = (_step(runner) - first) / (time.perf_counter() - begin)
    gaps.extend(np.diff(clock.stamps).tolist())
    stage.timeline.outer_clock.toggle_play()
    live(0.3)
    return rate


def _step(runner: Runner) -> int:
    return 0 if runner.newest is None else runner.newest.step
