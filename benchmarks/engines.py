"""Measures whole runs by compiled kernels against the readable references: the runner's thread, recording included.

Each scenario trains in two runs at full speed, in turn, as in a window but without one. What counts is the processor
time of the worker, which the recording, thinning and checkpoints share. How long a lesson takes follows from it: the
meta-steps told on the scenario's card, times the time of one. What needs pictures of a person's is left out, unless the
variables MNIST and OMNIGLOT of the environment name their folders.
"""

from __future__ import annotations

import math
import os
import statistics
from contextlib import ExitStack, closing
from typing import Any

from benchmarks.omniglot_starts import FOLDER
from benchmarks.playing import Play, endless
from benchmarks.table import Effort, Row
from benchmarks.timing import Rates
from metascope.simulator.engine.computing import ENGINE
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.presets import Preset, find
from metascope.simulator.engine.history.recording import BUDGET
from metascope.simulator.engine.running.collecting import collect_between_runs
from metascope.simulator.engine.story import all_stories

LESSONS = 3.0  # the wanted ratio where it is the time to a lesson that counts
ALONE: dict[str, object] = {"rival": False}
# Scenarios with the settings that are changed, and the wanted ratio.
CASES: dict[str, tuple[dict[str, object], float | None]] = {
    "two-tasks": ({}, 10.0),
    "two-dimensions": ({}, 15.0),
    "unseen-tasks": ({}, 4.0),
    "bad-start": ({}, None),
    "sine-maml": ({}, 2.0),
    "learned-gates": ({}, LESSONS),
    "quadratics": ({}, None),
    "combined": ({}, None),
    "glyphs-20-sigmoid": ({}, LESSONS),
    "mnist": ({}, LESSONS),
    "copy": (ALONE, LESSONS),
    "associative-recall": (ALONE, LESSONS),
    "priority-sort": (ALONE, LESSONS),
    "n-grams": (ALONE, LESSONS),
    "mann-glyphs": ({}, LESSONS),
    "mann-omniglot": ({}, LESSONS),
    "lstm-cell": ({}, None),
}
DATA = {"mnist": "MNIST", "mann-omniglot": FOLDER}  # variables of the environment that name a folder, or a zip file
# The most sequences until the lesson that a card tells; the other lessons take their scenario's own meta-steps.
SEQUENCES = {"copy": 13_440, "associative-recall": 35_000, "priority-sort": 15_000, "n-grams": 9_000}
QUICK = ("two-tasks", "two-dimensions", "unseen-tasks")
FULL = 16 << 20  # bytes: a budget that is soon exceeded, to measure thinning
RUNNERS = 6.0  # microseconds a meta-step, at most


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    collect_between_runs()  # as the program itself does
    found = [row for name in (QUICK if effort.quick else CASES) for row in _rows(name, effort)]
    for name in QUICK[:2]:
        budgets = ((BUDGET, "room for all"), (FULL, "budget reached"))
        found += [_around(name, budget, what, effort) for budget, what in budgets[: 1 if effort.quick else 2]]
    return found


def meta_steps(preset: Preset) -> int:
    """Return after how many meta-steps the lesson is learned, as the scenario's card tells."""
    if preset.name not in SEQUENCES:
        return preset.settings.steps
    settings: Any = preset.settings  # of a story whose sequences come in batches
    return math.ceil(SEQUENCES[preset.name] / int(settings.batch * settings.updates))


def _rows(name: str, effort: Effort) -> list[Row]:
    """Measure whole meta-steps, and tell what the lesson takes."""
    changed, wanted = CASES[name]
    what = f"{name}{', no rival' * bool(changed)}"
    if name in DATA:
        if not os.environ.get(DATA[name]):
            return [Row(what, f"left out: the variable {DATA[name]} of the environment names no folder or zip file")]
        changed = {**changed, "folder": os.environ[DATA[name]]}
        try:
            all_stories()[find(name).story].load()(find(name).settings.replaced(**changed))
        except UserError as error:
            return [Row(what, f"left out: {error}")]
    with ExitStack() as opened:
        runs = {
            engine: opened.enter_context(closing(Play(endless(find(name), **changed, **{ENGINE: engine}))))
            for engine in ("compiled", "reference")
        }
        found: dict[str, list[float]] = {engine: [] for engine in runs}
        for turn in range(effort.rounds + 1):  # the first warms up
            for engine, run in runs.items():
                spent = run.go(effort.seconds if turn else 0.1)
                if turn:
                    found[engine].append(spent.steps / spent.processor)
    rates, unit = Rates(found), "meta-steps/s"
    rows = [rates.row(f"{what}: whole meta-steps, recorded", unit, "compiled", "reference", "the reference", wanted)]
    if wanted == LESSONS:
        steps = meta_steps(find(name))
        ours, its = (steps / rates.median(engine) for engine in ("compiled", "reference"))
        told = f"{steps:,} meta-steps, as its card tells, times the measured time of one; by the reference {its:,.0f} s"
        rows.append(Row(f"{what}: to the lesson", told, ours, "s"))
    return rows


def _around(name: str, budget: int, what: str, effort: Effort) -> Row:
    """Measure what is around the kernels' blocks."""
    with closing(Play(endless(find(name), **{ENGINE: "compiled"}), budget)) as run:
        run.go(0.1)
        while budget == FULL and run.recording.nbytes < 0.9 * budget:
            run.go(0.1)
        spent = [run.go(effort.seconds / 5) for _ in range(effort.rounds)]
    each = [1e6 * (one.processor - one.simulation) / one.steps for one in spent]
    told = f"{min(each):.1f} to {max(each):.1f}"
    label = f"{name}: runner and recording, {what}"
    return Row(label, told, statistics.median(each), "µs/meta-step", most=RUNNERS)
