"""Fixtures of the window's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.start.start_page import SCENARIOS
from metascope.widgets.look.theme import LIGHT
from tests.scenes.hands import open_stage
from tests.waiting import LONGEST


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    """Give a window on the gallery."""
    made = new_window(LIGHT)
    made.start_page.choose(SCENARIOS)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    if made.theme is not LIGHT:  # which the program has put on the whole application
        LIGHT.apply(QApplication.instance())  # type: ignore[arg-type]
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def stage(qtbot: QtBot, window: Window) -> Stage:
    """Give the stage of the default scenario, ready to play as fast as it goes."""
    return open_stage(qtbot, window)
