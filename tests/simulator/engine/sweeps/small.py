"""Sweeps for tests, whose runs take milliseconds, and the table that they give when they are done one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.sweeps.folder import RUNS, Row
from metascope.simulator.engine.sweeps.parsing import parse
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.table import csv_table
from metascope.simulator.engine.sweeps.work import job_of, work


def document(**changes: Any) -> dict[str, Any]:
    """Return a sweep's file of four runs, with some keys changed."""
    return {
        "metascope_sweep": 1,
        "preset": "unseen-tasks",
        "settings": {"engine": "reference"},  # nothing is compiled for it
        "steps": 30,
        "axes": [{"setting": "inner_rate", "grid": [0.05, 0.1]}],
        "repeats": 2,
        **changes,
    }


def plan(**changes: Any) -> Plan:
    return parse(document(**changes), "small", "small.json")


def one_by_one(plan: Plan, folder: Path, engine: Engine = "reference") -> dict[int, Row]:
    """Do all runs in this process, in order, and return their rows."""
    (folder / RUNS).mkdir(parents=True)
    (folder / "lock").write_text("here")
    return {
        index: Row.loads(work(job_of(plan, index, engine, folder, "here")).row, "row") for index in range(len(plan))
    }


def serial_table(plan: Plan, folder: Path, engine: Engine = "reference") -> str:
    """Return the table that runs give that are done one by one."""
    return csv_table(plan, one_by_one(plan, folder, engine))
