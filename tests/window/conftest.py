"""Fixtures of the tests on a real screen."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.start.start_page import SCENARIOS
from metascope.simulator.engine.files.presets import find
from metascope.widgets.look.theme import LIGHT
from tests.scenes.hands import the_stage
from tests.waiting import LONGEST
from tests.window.screen import screen


@pytest.fixture(autouse=True, scope="session")
def own_screen() -> Iterator[None]:
    """Show everything on a screen of this process's own, where no other test takes the keyboard away."""
    with screen(1280, 800) as display, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISPLAY", display)
        patch.setenv("QT_QPA_PLATFORM", "xcb")
        yield


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    """Give the program's window, in front, with the keyboard."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    LIGHT.apply(app)
    made = new_window(LIGHT)
    made.start_page.choose(SCENARIOS)
    made.show()
    qtbot.waitExposed(made)
    subprocess.run(["xdotool", "windowactivate", "--sync", str(int(made.winId()))], check=True, timeout=10)
    qtbot.waitUntil(made.isActiveWindow, timeout=LONGEST)
    yield made
    made.close()
    made.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def stage(qtbot: QtBot, window: Window) -> Stage:
    """Give the default scenario's stage, ready, its marks where they will stay."""
    window.open_preset(find("two-tasks"))
    return ready(qtbot, window)


def ready(qtbot: QtBot, window: Window) -> Stage:
    """Wait until the stage that is open can be trained, and return it."""
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    qtbot.wait(300)  # laid out and painted
    return stage
