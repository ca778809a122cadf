"""Tries mutated files for as long as asked: `python -m tests.fuzz --minutes 10`; with `--window`, actions by chance."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Try files until the time is over; return 1 where one was neither refused nor could be used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=int(time.time()), help="which files are made")
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--window", action="store_true", help="do anything in the window, instead of trying files")
    chosen = parser.parse_args()
    if chosen.window:
        return _in_the_window(chosen.minutes)
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from tests.fuzz.trials import Tally, tried

    app = QApplication.instance() or QApplication(sys.argv[:1])
    qInstallMessageHandler(lambda *_: None)  # what a platform without a screen cannot do
    tally, number, end = Tally(), chosen.first, time.monotonic() + 60 * chosen.minutes
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            tried(tally, Path(folder), chosen.seed, number)
            number += 1
            app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: no event loop is running
    print(f"seed {chosen.seed}\n{tally}")
    for place, told in tally.failures.items():
        print(f"\n{place}\n{told}")
    return 1 if tally.failures else 0


def _in_the_window(minutes: float) -> int:
    """Take walks through the window until the time is over."""
    import pytest

    os.environ["METASCOPE_WINDOW_MINUTES"] = str(minutes)
    test = "tests/scenes/shell/test_sequences.py::test_anything_done_in_the_window_leaves_it_whole"
    return int(pytest.main([test, "-q", "-s", "-m", "", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0"]))


sys.exit(main())
