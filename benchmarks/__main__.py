"""Print the table of measured figures. Needs an X display for the window's rows (`xvfb-run` gives one)."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable

from benchmarks import gestures, headless, memory, startup, window

Rows = list[tuple[str, str]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="of play at full speed for the memory row (default 1)")
    minutes = parser.parse_args().minutes
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    parts: tuple[Callable[[], Rows], ...] = (
        headless.rows,
        gestures.rows,
        startup.rows,
        window.rows,
        lambda: memory.rows(minutes),
    )
    for part in parts:
        for what, figure in part():
            print(f"{what:<58} {figure}", flush=True)


if __name__ == "__main__":
    main()
