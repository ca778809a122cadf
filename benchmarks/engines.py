"""Measures whole runs by compiled kernels against the readable references: the runner's thread, recording included.

Each scenario trains in two runs at full speed, in turn, as in a window but without one. What counts is the processor
time of the worker, which the recording, thinning and checkpoints share.
"""

from __future__ import annotations

import statistics
from contextlib import ExitStack, closing

from benchmarks.playing import Play, endless
from benchmarks.table import Effort, Row
from benchmarks.timing import Rates
from simulator.engine.computing import ENGINE
from simulator.engine.files.presets import find
from simulator.engine.history.recording import BUDGET
from simulator.engine.running.collecting import collect_between_runs

ALONE: dict[str, object] = {"rival": False}
# Scenarios with the settings that are changed, and the wanted ratio.
CASES: dict[str, tuple[dict[str, object], float | None]] = {
    "two-tasks": ({}, 10.0),
    "two-dimensions": ({}, 15.0),
    "unseen-tasks": ({}, 4.0),
    "bad-start": ({}, None),
    "sine-maml": ({}, 2.0),
    "learned-gates": ({}, None),
    "quadratics": ({}, None),
    "combined": ({}, None),
    "glyphs-20-sigmoid": ({}, None),
    "copy": (ALONE, None),
    "associative-recall": (ALONE, None),
    "priority-sort": (ALONE, None),
    "n-grams": (ALONE, None),
    "mann-glyphs": ({}, None),
    "lstm-cell": ({}, None),
}
QUICK = ("two-tasks", "two-dimensions", "unseen-tasks")
FULL = 16 << 20  # bytes: a budget that is soon exceeded, to measure thinning
RUNNERS = 6.0  # microseconds a meta-step, at most


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    collect_between_runs()  # as the program itself does
    found = [_row(name, effort) for name in (QUICK if effort.quick else CASES)]
    for name in QUICK[:2]:
        budgets = ((BUDGET, "room for all"), (FULL, "budget reached"))
        found += [_around(name, budget, what, effort) for budget, what in budgets[: 1 if effort.quick else 2]]
    return found


def _row(name: str, effort: Effort) -> Row:
    changed, wanted = CASES[name]
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
    what = f"{name}{', no rival' * bool(changed)}: whole meta-steps, recorded"
    return Rates(found).row(what, "meta-steps/s", "compiled", "reference", "the reference", wanted)


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
