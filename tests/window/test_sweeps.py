"""A sweep's folder with real keys: conditions are typed, rows chosen, and runs opened as ghosts of each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from tests.scenes.sweeps.made import done
from tests.waiting import LONGEST
from tests.window.hands import key
from tests.window.screen import picture, x

pytestmark = pytest.mark.window


def test_runs_are_found_and_opened_by_keys_alone(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    folder = done(tmp_path / "rates")
    assert window.open_path(folder)
    (sweep,) = window.sweeps.windows
    qtbot.waitUntil(lambda: len(sweep.comparison.rows) == 3 and sweep.isActiveWindow(), timeout=LONGEST)
    picture("sweeps-1-table")
    key(qtbot, "ctrl+f")
    x("type", "--delay", "20", "inner_r")
    qtbot.waitUntil(lambda: [*sweep.table.completer.offered] == ["inner_rate"], timeout=LONGEST)
    key(qtbot, "Escape")  # closes the list alone
    qtbot.waitUntil(lambda: not sweep.table.completer.offered, timeout=LONGEST)
    x("type", "--delay", "20", "a")
    qtbot.waitUntil(lambda: bool(sweep.table.completer.offered), timeout=LONGEST)
    key(qtbot, "Down")
    key(qtbot, "Return")
    qtbot.waitUntil(lambda: sweep.table.line.text() == "inner_rate", timeout=LONGEST)
    x("type", "--delay", "20", " > 0.07")
    qtbot.waitUntil(lambda: len(sweep.comparison.rows) == 2, timeout=LONGEST)
    assert sweep.table.count == "2 of 3 runs"
    sweep.table.view.table.setFocus()
    key(qtbot, "ctrl+a")
    picture("sweeps-2-filtered")
    key(qtbot, "Return")
    qtbot.waitUntil(lambda: window.stage is not None and window.isActiveWindow(), timeout=LONGEST)
    qtbot.waitUntil(
        lambda: window.desk._company.ghosts is not None and len(window.desk._company.ghosts.runs) == 1, timeout=LONGEST
    )
    picture("sweeps-3-ghosts")
    sweep.activateWindow()
    qtbot.waitUntil(sweep.isActiveWindow, timeout=LONGEST)
    key(qtbot, "Escape")
    qtbot.waitUntil(lambda: not window.sweeps.windows, timeout=LONGEST)
    assert window.stage is not None
