"""Measures the memory of a long run at full speed in the window, until the recording is full and after."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.playing import endless
from benchmarks.screen import application, live, opened
from benchmarks.table import Effort, Row
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.files.session import save
from metascope.simulator.engine.running.runner import RunState

MEGABYTE = 1 << 20
MOST = 700.0  # wanted: MB of the process in every scenario
SAMPLES = 24

Sample = tuple[float, float, float]  # seconds of play, MB of the process, MB of the recording


def rows(effort: Effort) -> list[Row]:
    """Return the rows, from one process for each story; the recording has what the preferences give it."""
    return [_row(name, effort.minutes) for name in one_of_each_story(effort.scenes)]


def one_of_each_story(names: Sequence[str]) -> list[str]:
    """Return the first of these scenarios of each story: a long run of another one would fill the same memory."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(find(name).story, name)
    return list(found.values())


def _row(name: str, minutes: float) -> Row:
    command = [sys.executable, "-m", "benchmarks.memory", name, str(minutes)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    most, told = done.stdout.strip().split(maxsplit=1)
    return Row(f"memory, {name}, {minutes:g} min", told, float(most), "MB", most=MOST)


def measured(name: str, minutes: float) -> tuple[float, str]:
    """Return the most memory that the process had, in MB, and how it developed."""
    with opened(application(), endless(find(name))) as stage:
        samples = _samples(stage, minutes * 60)
        newest, budget = stage.run.runner.newest, stage.run.recording.budget
        with TemporaryDirectory() as folder:
            path = Path(folder) / "run.metascope"
            save(path, stage.run.head(), stage.run.recording.snapshot())
            size = path.stat().st_size / MEGABYTE
    seconds, process, recorded = np.array(samples).T
    begins = [int(place) for place in np.linspace(0, SAMPLES, 7)]
    over = ", ".join(f"{process[place]:.0f}" for place in begins)
    steps = 0 if newest is None else newest.step
    told = [f"{over} MB in the course of {steps:,} meta-steps", f"session file {size:.0f} MB"]
    full = np.flatnonzero(recorded > 0.9 * budget / MEGABYTE)
    if len(full) < 3:
        told.append(f"the recording has {recorded[-1]:.0f} MB, its budget was not reached")
    else:
        slope = float(np.polyfit(seconds[full[0] :], process[full[0] :], 1)[0]) * 60
        reached = f"{process[full[0]]:.0f} MB when the budget was reached ({seconds[full[0]]:.0f} s)"
        told.append(f"{reached}, then {slope:+.1f} MB per minute")
    return float(process.max()), "; ".join(told)


def _samples(stage: Stage, seconds: float) -> list[Sample]:
    stage.timeline.outer_clock.toggle_play()
    begin = time.perf_counter()
    samples = []
    for sample in range(SAMPLES + 1):
        samples.append((time.perf_counter() - begin, _resident(), stage.run.recording.nbytes / MEGABYTE))
        while time.perf_counter() - begin < (sample + 1) * seconds / SAMPLES:
            live(min(1.0, seconds / SAMPLES))
            if stage.run.runner.state is RunState.FINISHED:
                stage.timeline.outer_clock.toggle_play()  # goes on for as many again
    stage.timeline.outer_clock.toggle_play()
    return samples


def _resident() -> float:
    """Return the resident memory of the process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


if __name__ == "__main__":
    print(*measured(sys.argv[1], float(sys.argv[2])))
