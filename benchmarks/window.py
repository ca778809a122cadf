"""Measures what the window costs training: speed with the window playing, as a share of the speed without it.

Both train at full speed by compiled kernels, in turn, in one process. Seconds in which the worker was ready and other
programs had the processors do not count (Linux), so that what is left of waiting is the window's: for the interpreter,
and while it paints.
"""

from __future__ import annotations

import statistics
import time
from contextlib import closing
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.playing import Play, endless, native_thread, waited
from benchmarks.screen import FrameClock, application, live, opened
from benchmarks.table import Effort, Row
from benchmarks.timing import Rates
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.presets import Preset, find
from metascope.simulator.engine.running.runner import Runner

KEPT = 0.95  # the wanted share
KEPT_IN = {"metric_learning": 0.85}  # by story, where it is another
SMOOTH = 30.0  # frames per second, at least
LEAN = 2.0  # milliseconds of the window's thread for a frame, at most
LEAN_IN = {"two-tasks": 1.0}  # by scenario, where it is another


def rows(effort: Effort) -> list[Row]:
    """Return the rows: medians of alternating rounds with and without the window."""
    app = application()
    rounds, seconds = (1, 1.5) if effort.quick else (5, 3.0)
    return [row for name in effort.scenes for row in _rows(app, endless(find(name)), rounds, seconds)]


def _rows(app: QApplication, preset: Preset, rounds: int, seconds: float) -> list[Row]:
    rates: dict[str, list[float]] = {"window": [], "headless": []}
    gaps: list[float] = []
    costs: list[float] = []
    with closing(Play(preset)) as alone, opened(app, preset) as stage:
        clock, engine = FrameClock(stage), alone.runner.engine
        for turn in range(rounds + 1):  # the first warms up
            without, (within, busy) = _rate_without(alone.runner, seconds), _rate_within(stage, clock, seconds)
            if turn:
                rates["headless"].append(without)
                rates["window"].append(within)
                gaps.extend(np.diff(clock.stamps).tolist())
                costs.append(1000 * busy / max(len(clock.stamps), 1))
    if not gaps:
        return [Row(f"frames with the window playing, {preset.name}", f"fewer than two within {seconds:g} s")]
    median, slow = 1000 * np.median(gaps), 1000 * np.percentile(gaps, 99)
    what = f"training with the window playing, {preset.name}"
    kept, lean = KEPT_IN.get(preset.story, KEPT), LEAN_IN.get(preset.name, LEAN)
    row = Rates(rates).row(what, "meta-steps/s", "window", "headless", "headless", kept)
    return [
        replace(row, figure=engine),
        Row(
            f"frames then, {preset.name}",
            f"between two: median {median:.0f} ms, 99th percentile {slow:.0f} ms",
            ours=1 / statistics.mean(gaps),
            unit="frames/s",
            least=SMOOTH,
        ),
        Row(
            f"the window's thread for each of them, {preset.name}", ours=statistics.median(costs), unit="ms", most=lean
        ),
    ]


def _rate_without(runner: Runner, seconds: float) -> float:
    runner.play()
    time.sleep(0.3)
    progress = _Progress(runner)
    time.sleep(seconds)
    rate = progress.rate()
    runner.pause()
    time.sleep(0.1)
    return rate


def _rate_within(stage: Stage, clock: FrameClock, seconds: float) -> tuple[float, float]:
    """Return meta-steps per second, and the seconds of processor time that the window's thread spent meanwhile."""
    stage.timeline.outer_clock.toggle_play()
    live(0.3)
    clock.stamps.clear()
    runner = stage.run.runner
    assert isinstance(runner, Runner), "it is trained here"
    progress, begun = _Progress(runner), time.thread_time()
    live(seconds)
    rate, busy = progress.rate(), time.thread_time() - begun
    stage.timeline.outer_clock.toggle_play()
    live(0.3)
    return rate, busy


class _Progress:
    """How far a run was at a moment; `rate` tells meta-steps per second since."""

    def __init__(self, runner: Runner) -> None:
        self._recording, self._thread = runner.recording, native_thread(runner)
        self._step, self._waited, self._begun = self._now()

    def rate(self) -> float:
        """Return meta-steps per second of the time in which a processor was to be had."""
        step, idle, now = self._now()
        return (step - self._step) / (now - self._begun - (idle - self._waited))

    def _now(self) -> tuple[int, float, float]:
        return self._recording.newest_step, waited(self._thread), time.perf_counter()
