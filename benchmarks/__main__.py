"""Runs the benchmarks, prints the table and writes it as JSON. The window's rows need a display (`xvfb-run`)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen

from benchmarks import (
    gestures,
    headless,
    learned_optimizer,
    maml,
    memory,
    ntm,
    painting,
    recording,
    reptile,
    scrubbing,
    sessions,
    startup,
    window,
)
from benchmarks.table import Effort, Row, from_json, to_json, write

PARTS: dict[str, Callable[[Effort], list[Row]]] = {
    "headless": headless.rows,
    "maml": maml.rows,
    "reptile": reptile.rows,
    "optimizers": learned_optimizer.rows,
    "ntm": ntm.rows,
    "window": window.rows,
    "painting": painting.rows,
    "recording": recording.rows,
    "gestures": gestures.rows,
    "scrubbing": scrubbing.rows,
    "sessions": sessions.rows,
    "startup": startup.rows,
    "memory": memory.rows,
}
QUICK = ("headless", "maml", "reptile", "optimizers", "ntm", "window", "painting")
OUT = Path("build") / "benchmarks.json"


def main() -> int:
    """Measure each part in its own process, print its rows as they come, and write all of them at the end."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--quick", action="store_true", help="fewer and shorter rounds: the order of magnitude in two minutes")
    add("--minutes", type=float, default=1.0, help="minutes of play at full speed for each memory row (default 1)")
    add("--out", type=Path, default=OUT, help=f"where the JSON is written (default {OUT})")
    add("--within", action="store_true", help=argparse.SUPPRESS)  # measure in this process, and print the rows as JSON
    add("parts", nargs="*", choices=[[], *PARTS], help="what to measure (default: everything)")
    given = parser.parse_args()
    effort = Effort(given.quick, given.minutes)
    if given.within:
        for row in PARTS[given.parts[0]](effort):
            print(to_json(row), flush=True)
        return 0
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("no display: the window's rows are measured offscreen, where painting has a different cost")
    measured: list[tuple[str, Row]] = []
    failed = [
        name for name in given.parts or (QUICK if effort.quick else PARTS) if not _measure(name, effort, measured)
    ]
    write(given.out, measured, effort)
    print(f"written to {given.out}" + f"; failed: {', '.join(failed)}" * bool(failed))
    return len(failed)


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
