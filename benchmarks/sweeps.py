"""Measures a sweep of short runs on two cores against these runs one after the other, and opening a sweep's folder.

The start of the workers counts. On a busy machine seconds by the clock say little: a run's processor time, here and
there, is told beside them.
"""

from __future__ import annotations

import io
import os
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.table import Effort, Row
from metascope.simulator.engine.sweeps import folder as folders
from metascope.simulator.engine.sweeps.cluster import Where
from metascope.simulator.engine.sweeps.folder import SweepFolder
from metascope.simulator.engine.sweeps.parsing import parse
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.sweep import run_sweep
from metascope.simulator.engine.sweeps.work import job_of, work
from metascope.simulator.engine.sweeps.writing import FolderWriter

RUNS, QUICK_RUNS = 64, 16
WORKERS = 2
WANTED = 1.8
ROWS = 1000  # of a folder that is opened
MOST = 2.0  # seconds


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    return [*_done(effort), _opened()]


def _plan(runs: int) -> Plan:
    """Return a sweep of runs that take about two seconds each."""
    document = {
        "metascope_sweep": 1,
        "preset": "sine-maml",
        "steps": 60,
        "axes": [{"setting": "alpha", "log": {"from": 0.001, "to": 0.1, "count": 4}}],
        "repeats": runs // 4,
    }
    return parse(document, "bench", "bench")


def _done(effort: Effort) -> list[Row]:
    """Do the runs in both ways, in turn."""
    if (os.cpu_count() or 1) < WORKERS:
        return []
    plan = _plan(QUICK_RUNS if effort.quick else RUNS)
    alone, together, computed_alone, computed_together, own = [], [], [], [], []
    for _ in range(1 if effort.quick else 3):
        with TemporaryDirectory() as place:
            began = time.perf_counter()
            computed_alone.append(_one_by_one(plan, Path(place)))
            alone.append(len(plan) / (time.perf_counter() - began))
        with TemporaryDirectory() as place:
            began, computed = time.perf_counter(), time.process_time()
            _, done = run_sweep(plan, Path(place), Where(workers=WORKERS), io.StringIO())
            together.append(len(plan) / (time.perf_counter() - began))
            computed_together.append(statistics.median(row.processor_seconds for row in done))
            own.append(time.process_time() - computed)
    ratios = [one / other for one, other in zip(together, alone, strict=True)]
    here, there = statistics.median(computed_together), statistics.median(computed_alone)
    return [
        Row(
            f"sweep of {len(plan)} short runs, {WORKERS} workers",
            ours=statistics.median(together),
            unit="runs/s",
            baseline=statistics.median(alone),
            against="one after the other in one process",
            wanted=WANTED,
            ratios=(min(ratios), statistics.median(ratios), max(ratios)),
        ),
        Row(
            "processor time of a run in it",
            f"{here:.2f} s, one after the other {there:.2f} s; {statistics.median(own):.1f} s to hand out all",
        ),
    ]


def _one_by_one(plan: Plan, folder: Path) -> float:
    """Do the runs one after the other, and return the median of their processor time, in seconds."""
    (folder / folders.RUNS).mkdir()
    (folder / folders.LOCK).write_text("here")
    computed = []
    for index in range(len(plan)):
        result = work(job_of(plan, index, "compiled", folder, "here"))
        assert not result.refused, result.refused
        computed.append(folders.Row.loads(result.row, "a run").processor_seconds)
    return statistics.median(computed)


def _opened() -> Row:
    """Open a folder of many runs, and read their rows."""
    document = {**_plan(4).document(), "repeats": ROWS // 4}
    document["axes"] = [axis for axis in document["axes"] if axis["name"] != "seed"]  # type: ignore[attr-defined]
    plan = parse(document, "bench", "bench")
    metrics = {f"maml.metric_{number}": number / 3 for number in range(40)}
    with TemporaryDirectory() as place:
        writer = FolderWriter(Path(place), plan, lambda: "reference")
        for index in range(len(plan)):
            writer.add(folders.Row(index, "finished", metrics=metrics))
        writer.close("finished")
        began = time.thread_time()
        folder = SweepFolder(Path(place))
        folder.update()
        took = time.thread_time() - began
    return Row(f"folder of {len(folder.rows):,} runs, read", ours=took, unit="s of processor", most=MOST)
