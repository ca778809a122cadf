"""Runs the benchmarks, prints the table and writes it as JSON. The window's rows need a display (`xvfb-run`).

Kernels that are missing are compiled first, which takes minutes once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, Popen

from benchmarks.table import Effort, Row, from_json, markdown, to_json, write
from metascope.simulator.engine.compiling.preparing import everything, installed, prepare

# Modules with a function `rows`; each is measured in a process of its own.
PARTS = {
    "engines": "engines",
    "maml": "maml",
    "reptile": "reptile",
    "optimizers": "learned_optimizer",
    "ntm": "ntm",
    "metric": "metric",
    "picture-maml": "picture_maml",
    "navigation": "navigation",
    "omniglot": "omniglot",
    "omniglot-starts": "omniglot_starts",
    "jax": "in_jax.comparison",
    "window": "window",
    "painting": "painting",
    "gestures": "gestures",
    "scrubbing": "scrubbing",
    "recording": "recording",
    "sessions": "sessions",
    "sweeps": "sweeps",
    "following": "following",
    "sweep-window": "sweep_window",
    "startup": "startup",
    "memory": "memory",
}
QUICK = ("engines", "maml", "reptile", "optimizers", "ntm", "jax", "window", "painting")
OUT = Path("build") / "benchmarks.json"


def main() -> int:
    """Measure each part in its own process, print its rows as they come, and write all of them at the end."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--quick", action="store_true", help="fewer and shorter rounds: the order of magnitude in two minutes")
    add("--minutes", type=float, default=1.0, help="minutes of play at full speed for each memory row (default 1)")
    add("--out", type=Path, default=OUT, help=f"where the JSON is written (default {OUT})")
    add("--table", action="store_true", help="measure nothing; print what was written as a table in Markdown")
    add("--within", action="store_true", help=argparse.SUPPRESS)  # measure in this process, and print the rows as JSON
    add("parts", nargs="*", choices=[[], *PARTS], help="what to measure (default: everything)")
    given = parser.parse_args()
    effort = Effort(given.quick, given.minutes)
    if given.table:
        print(markdown(given.out))
        return 0
    if given.within:
        for row in _rows(given.parts[0])(effort):
            print(to_json(row), flush=True)
        return 0
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("no display: the window's rows are measured offscreen, where painting has a different cost")
    if not installed() or not prepare(everything(), lambda event: print(event.line, flush=True), os.cpu_count() or 1):
        print("some kernels cannot be used here: their rows are left out, or tell of the references")
    measured: list[tuple[str, Row]] = []
    failed = [
        name for name in given.parts or (QUICK if effort.quick else PARTS) if not _measure(name, effort, measured)
    ]
    write(given.out, measured, effort)
    missed = [row.what for _, row in measured if row.missed]
    print(f"missed: {'; '.join(missed)}" if missed else "everything that is wanted is reached")
    print(f"written to {given.out}" + f"; failed: {', '.join(failed)}" * bool(failed))
    return len(failed)


def _rows(part: str) -> Callable[[Effort], list[Row]]:
    found: Callable[[Effort], list[Row]] = import_module(f"benchmarks.{PARTS[part]}").rows
    return found


def _measure(name: str, effort: Effort, measured: list[tuple[str, Row]]) -> bool:
    """Measure a part in its own process, and return whether it succeeded."""
    command = [sys.executable, "-m", "benchmarks", "--within", name, "--minutes", str(effort.minutes)]
    with Popen(command + ["--quick"] * effort.quick, stdout=PIPE, text=True) as process:
        assert process.stdout is not None, "it was asked for"
        for line in process.stdout:
            row = from_json(line)
            measured.append((name, row))
            print(row.line(), flush=True)
    return process.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
