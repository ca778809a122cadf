"""Folders of sweeps as what runs them fills them, made without running anything."""

from __future__ import annotations

import json
import math
import os
import socket
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from metascope.simulator.engine.sweeps.folder import ROWS, RUNS, STATUS, SWEEP, Head, Row, dumps_head
from metascope.simulator.engine.sweeps.parsing import parse
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.work import job_of, work
from metascope.simulator.engine.sweeps.writing import FolderWriter

METRIC = "maml.test_5"
SWEEP_FILE = {
    "metascope_sweep": 1,
    "preset": "sine-maml",
    "steps": 2,
    "axes": [
        {"setting": "alpha", "log": {"from": 0.001, "to": 0.1, "count": 5}},
        {"setting": "shots", "grid": [5, 10]},
    ],
    "repeats": 3,
}


def plan_of(document: Mapping[str, object] = SWEEP_FILE, name: str = "rates") -> Plan:
    """Return the plan of a sweep's file."""
    return parse(document, name, f"{name}.json")


def begin(folder: Path, plan: Plan) -> Path:
    """Make a sweep's folder without a run in it."""
    (folder / RUNS).mkdir(parents=True)
    head = Head(plan, plan.identity, {"metascope": "1", "torch": "2"}, "reference")
    (folder / SWEEP).write_text(dumps_head(head), encoding="utf-8")
    return folder


def row(plan: Plan, index: int) -> Row:
    """Return a run that has finished, with made-up numbers; every seventh failed."""
    if index % 7 == 6:
        return Row(index, "failed", why="diverged at meta-step 1: the loss is NaN", steps=1, seconds=0.1)
    point = plan.point(index)
    rate = float(str(point.changes.get("alpha", 0.01)))
    noise = float(np.random.default_rng(index).normal(0, 0.03))
    metrics = {METRIC: 1.0 + (math.log10(rate) + 2) ** 2 + noise, "maml.train_loss": 2.0 + noise, "maml.kl": math.nan}
    return Row(index, "finished", steps=2, metrics=metrics, seconds=0.5 + 0.01 * index)


def add(folder: Path, rows: Iterable[Row]) -> None:
    """Let these runs end."""
    with (folder / ROWS).open("a", encoding="utf-8") as file:
        file.writelines(f"{one.dumps()}\n" for one in rows)


def done(folder: Path) -> Path:
    """Return the folder of a sweep whose three runs were done here: short ones, with their sessions."""
    axes = [{"setting": "inner_rate", "grid": [0.05, 0.1, 0.2]}]
    plan = plan_of({"metascope_sweep": 1, "preset": "two-tasks", "steps": 3, "axes": axes})
    writer = FolderWriter(folder, plan, lambda: "reference")
    for index in range(len(plan)):
        result = work(job_of(plan, index, "reference", folder, writer.token))
        assert not result.refused
        writer.add(Row.loads(result.row, "a test"))
    writer.close("finished")
    return folder


def tell(folder: Path, **changes: object) -> None:
    """Let what runs the sweep say something: by itself, that it is running in this process."""
    status: dict[str, object] = {
        "doing": "running", "count": 30, "started": 2, "finished": 4, "failed": 0, "rate": 2.0, "seconds_left": 75.0,
        "host": socket.gethostname(), "pid": os.getpid(), "beat": time.monotonic_ns(), "time": time.time(),
    }  # fmt: skip
    (folder / STATUS).write_text(json.dumps({**status, **changes}), encoding="utf-8")
