"""Measures the memory of a long run at full speed in the window, until the recording is full and after."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.screen import application, endless, live, opened
from benchmarks.table import Effort, Row
from scenes.stage.stage import Stage
from simulator.engine.files.presets import find
from simulator.engine.files.session import save
from simulator.engine.history.recording import BUDGET
from simulator.engine.running.runner import Runner

MEGABYTE = 1 << 20
SMALL = 64 * MEGABYTE  # a budget that is exceeded within the first minute
SAMPLES = 24

Sample = tuple[float, float, float]  # seconds of play, MB of the process, MB of the recording


def rows(effort: Effort) -> list[Row]:
    """Return the rows, from one process for each budget: a small one and the default."""
    found = []
    for budget in (SMALL, BUDGET):
        command = [sys.executable, "-m", "benchmarks.memory", str(effort.minutes), str(budget)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        what = f"memory, two-tasks, budget {budget // MEGABYTE} MB, {effort.minutes:g} min"
        found.append(Row(what, done.stdout.strip()))
    return found


def measured(minutes: float, budget: int) -> str:
    """Return how the memory developed."""
    with opened(application(), endless(find("two-tasks"))) as stage:
        stage.run.recording.budget = budget
        samples = _samples(stage, minutes * 60)
        steps = _steps(stage.run.runner)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "run.metascope"
            save(path, stage.run.head(), stage.run.recording.snapshot())
            size = path.stat().st_size / MEGABYTE
    full = next((index for index, sample in enumerate(samples) if sample[2] > 0.9 * budget / MEGABYTE), None)
    text = f"{samples[0][1]:.0f} MB, {samples[-1][1]:.0f} MB after {steps:,} meta-steps, session file {size:.0f} MB"
    if full is None or len(samples) - full < 3:
        return f"{text}; the recording has {samples[-1][2]:.0f} MB, its budget was not reached"
    seconds, process, _ = np.array(samples[full:]).T
    slope = float(np.polyfit(seconds, process, 1)[0]) * 60
    return (
        f"{text}; {process[0]:.0f} MB when the budget was reached ({seconds[0]:.0f} s), then {slope:+.1f} MB per minute"
    )


def _samples(stage: Stage, seconds: float) -> list[Sample]:
    stage.timeline.outer_clock.toggle_play()
    begin = time.perf_counter()
    samples = []
    for _ in range(SAMPLES + 1):
        samples.append((time.perf_counter() - begin, _resident(), stage.run.recording.nbytes / MEGABYTE))
        live(seconds / SAMPLES)
    stage.timeline.outer_clock.toggle_play()
    return samples


def _steps(runner: Runner) -> int:
    return 0 if runner.newest is None else runner.newest.step


def _resident() -> float:
    """Return the resident memory of the process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


if __name__ == "__main__":
    print(measured(float(sys.argv[1]), int(sys.argv[2])))
