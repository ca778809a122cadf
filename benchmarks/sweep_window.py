"""Measures how long the folder of a sweep of 1,000 runs takes to be shown, and what watching it costs."""

from __future__ import annotations

import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.screen import application, live
from benchmarks.table import Effort, Row
from metascope.scenes.sweeps.sweep_window import SweepWindow
from metascope.simulator.engine.sweeps import folder as layout
from metascope.simulator.engine.sweeps.folder import Head, dumps_head
from metascope.simulator.engine.sweeps.parsing import parse
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.widgets.look.theme import LIGHT

RUNS, METRICS = 1_000, 48  # as many metrics as six methods of sine waves have
SECONDS = 2.0  # in which the table is to be there
WATCHED = 10.0  # seconds
SWEEP = {
    "metascope_sweep": 1,
    "preset": "sine-maml",
    "axes": [
        {"setting": "alpha", "log": {"from": 0.001, "to": 0.1, "count": 10}},
        {"setting": "shots", "grid": [5, 10]},
    ],
    "repeats": RUNS // 20,
}


def rows(_: Effort) -> list[Row]:
    """Return the rows."""
    application()
    with TemporaryDirectory() as place:
        path = Path(place) / "rates"
        plan = parse(SWEEP, "rates", "rates.json")
        _fill(path, plan)
        begin, spent = time.perf_counter(), time.process_time()
        window = SweepWindow(path, LIGHT)
        window.show()
        while len(window.comparison.rows) < RUNS:
            live(0.001)
        window.repaint()
        took, spent = time.perf_counter() - begin, time.process_time() - spent
        idle = time.process_time()
        live(WATCHED)
        idle = time.process_time() - idle
        window.close()
        window.deleteLater()
    what = f"folder of {RUNS:,} runs with {METRICS} metrics"
    return [
        Row(f"{what} until its table is there", f"{took:.2f} s by the clock", spent, "s of one core", most=SECONDS),
        Row(f"{what} watched", "", 100 * idle / WATCHED, "% of one core", most=2.0),
    ]


def _fill(path: Path, plan: Plan) -> None:
    """Make the folder of a sweep whose runs have all ended, with numbers made up."""
    path.mkdir()
    head = Head(plan, plan.identity, {"metascope": "1"}, "reference")
    (path / layout.SWEEP).write_text(dumps_head(head), encoding="utf-8")
    drawn = random.Random(0)
    names = [f"method{index // 8}.mse_{index % 8}" for index in range(METRICS)]
    with (path / layout.ROWS).open("w", encoding="utf-8") as file:
        for index in range(len(plan)):
            metrics = {name: drawn.random() for name in names}
            file.write(f"{layout.Row(index, 'finished', steps=20, metrics=metrics, seconds=1.0).dumps()}\n")
