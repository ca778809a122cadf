"""Fixtures of the tests of files: windows that keep things between two starts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.preferences import autosave_folder
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.widgets.look.theme import LIGHT
from tests.waiting import LONGEST

Start = Callable[[], Window]


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Start the program's window, as often as asked; nothing is kept from other tests."""
    windows: list[Window] = []
    shutil.rmtree(autosave_folder(), ignore_errors=True)

    def start() -> Window:
        made = new_window(LIGHT, store=QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
        windows.append(made)
        with qtbot.waitExposed(made, timeout=LONGEST):
            made.show()
        qtbot.waitUntil(lambda: made._opening.over, timeout=LONGEST)
        return made

    yield start
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
