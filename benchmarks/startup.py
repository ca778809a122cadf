"""Measures how long the start takes: from the command to the painted window, and until it can train."""

from __future__ import annotations

import re
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.table import Effort, Row

MAIN = Path(__file__).parent.parent / "main.py"
LINES = {"window painted": 0.5, "ready to train": None}  # as `--verbose` prints them, with the seconds that are wanted


def rows(effort: Effort) -> list[Row]:
    """Return the rows: medians of consecutive starts, with the files in the system's cache."""
    _start()  # fills the cache
    found = [_start() for _ in range(effort.rounds)]
    return [
        Row(
            f"from the command to '{line}'",
            f"min {min(times):.2f}, max {max(times):.2f}",
            ours=statistics.median(times),
            unit="s",
            most=most,
        )
        for (line, most), times in zip(LINES.items(), zip(*found, strict=True), strict=True)
    ]


def _start() -> list[float]:
    """Return the seconds until each of the lines, then close the program."""
    begin = time.perf_counter()
    command = [sys.executable, str(MAIN), "--preset", "two-tasks", "--verbose"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        assert program.stderr is not None, "it was asked for"
        times = []
        for line in program.stderr:
            if any(re.search(rf"\b{wanted}\b", line) for wanted in LINES):
                times.append(time.perf_counter() - begin)
            if len(times) == len(LINES):
                program.send_signal(signal.SIGTERM)
    if len(times) < len(LINES):
        raise RuntimeError(f"the program ended with {program.returncode} before it was ready")
    return times
