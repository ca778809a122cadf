"""Print the table of measured figures. Needs an X display for the window's rows (`xvfb-run` gives one)."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable

from benchmarks import (
    gestures,
    headless,
    learned_optimizer,
    memory,
    ntm,
    recording,
    scrubbing,
    sessions,
    startup,
    window,
)

Rows = list[tuple[str, str]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--minutes", type=float, default=1.0, help="of play at full speed for each of the memory rows (default 1)")
    add("parts", nargs="*", choices=[[], *PARTS], help="what to measure (default: everything)")
    given = parser.parse_args()
    if not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("no display: the window's rows are measured offscreen, where painting costs something else")
    for name in given.parts or PARTS:
        for what, figure in PARTS[name](given.minutes):
            print(f"{what:<58} {figure}", flush=True)


PARTS: dict[str, Callable[[float], Rows]] = {
    "headless": lambda _: headless.rows(),
    "recording": lambda _: recording.rows(),
    "gestures": lambda _: gestures.rows(),
    "startup": lambda _: startup.rows(),
    "window": lambda _: window.rows(),
    "scrubbing": lambda _: scrubbing.rows(),
    "sessions": lambda _: sessions.rows(),
    "optimizers": lambda _: learned_optimizer.rows(),
    "ntm": lambda _: ntm.rows(),
    "memory": memory.rows,
}

if __name__ == "__main__":
    main()
