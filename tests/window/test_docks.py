"""Docks moved, floated and closed with the mouse, and found again at the next start of the program."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDockWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.host import DockName
from metascope.simulator.engine.files.presets import find
from metascope.widgets.look.theme import LIGHT
from tests.waiting import LONGEST
from tests.window.conftest import ready
from tests.window.hands import click, drag, key
from tests.window.screen import picture, place, running, title, until, window_of, x

pytestmark = pytest.mark.window

GRIP = QPoint(60, 10)  # where a dock's title is taken hold of
LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Give the folder of a person's settings."""
    return tmp_path / "config"


@pytest.fixture
def arranged(qtbot: QtBot, config: Path) -> Iterator[Window]:
    """Give a window that keeps its layout where the program would."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    LIGHT.apply(app)
    made = new_window(LIGHT, find("two-tasks"), QSettings(str(kept(config)), QSettings.Format.IniFormat))
    made.show()
    qtbot.waitExposed(made)
    subprocess.run(["xdotool", "windowactivate", "--sync", str(int(made.winId()))], check=True, timeout=10)
    qtbot.waitUntil(lambda: made.stage is not None, timeout=LONGEST)
    ready(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def kept(config: Path) -> Path:
    return config / "Metascope" / "Metascope.ini"


def press_button(qtbot: QtBot, dock: QDockWidget, name: str) -> None:
    """Click on a button of a dock's title."""
    click(qtbot, next(button for button in dock.findChildren(QToolButton) if button.objectName() == name))
    qtbot.wait(300)


def title_of(dock: QDockWidget) -> QWidget:
    found = dock.titleBarWidget()
    assert found is not None
    return found


def test_docks_are_moved_floated_and_closed_and_stand_so_at_the_next_start(
    qtbot: QtBot, arranged: Window, config: Path, tmp_path: Path
) -> None:
    docks = arranged.docks
    key(qtbot, "F10")
    assert docks["log"].isVisible()
    press_button(qtbot, docks["log"], "close")
    assert docks["log"].isHidden()
    press_button(qtbot, docks["settings"], "float")
    assert docks["settings"].isFloating()
    drag(qtbot, title_of(docks["settings"]), GRIP, GRIP + QPoint(-400, 200))
    assert docks["settings"].isFloating()
    bar = title_of(docks["runs"])
    for _ in range(3):  # Qt takes a drag on a busy machine for another
        if arranged.dockWidgetArea(docks["runs"]) is not LEFT:
            drag(qtbot, bar, GRIP, bar.mapFromGlobal(arranged.mapToGlobal(QPoint(20, 150))), moves=16, rest=500)
    qtbot.waitUntil(lambda: arranged.dockWidgetArea(docks["runs"]) is LEFT, timeout=LONGEST)
    qtbot.wait(500)
    picture("docks-1-arranged")
    floating = docks["settings"].frameGeometry()
    arranged.close()
    docks["settings"].hide()  # it would go with the program
    qtbot.wait(300)  # what is kept is written
    with running(
        "--preset", "two-tasks", XDG_CONFIG_HOME=str(config), XDG_STATE_HOME=str(tmp_path / "state")
    ) as process:
        window = window_of(process)
        until(lambda: "–" in title(window))
        until(lambda: x("search", "--onlyvisible", "--name", "^Settings$"))
        time.sleep(3.0)  # torch is being imported
        found = x("search", "--onlyvisible", "--name", "^Settings$").split()[-1]
        left, top, *_ = place(found)
        at = place(window)
        image = QImage(str(picture("docks-2-next-start")))
    assert abs(left - floating.left()) <= 8
    assert abs(top - floating.top()) <= 40  # what the desktop puts around it is drawn or not
    assert image.pixelColor(at[0] + 120, at[1] + 30) == QColor(LIGHT.hover)  # the title of the dock at the left


def test_the_layout_is_reset_from_the_palette(qtbot: QtBot, arranged: Window) -> None:
    press_button(qtbot, arranged.docks["runs"], "close")
    key(qtbot, "ctrl+shift+p")
    qtbot.wait(300)
    x("type", "--delay", "20", "reset lay")
    picture("docks-3-palette")
    key(qtbot, "Return")
    shown: list[DockName] = ["settings", "runs"]
    qtbot.waitUntil(lambda: all(arranged.docks[name].isVisibleTo(arranged) for name in shown), timeout=LONGEST)
    assert arranged.dockWidgetArea(arranged.docks["runs"]) is RIGHT
