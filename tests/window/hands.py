"""A person's hands at a real screen: keys, clicks and drags that the X server sends."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from tests.waiting import LONGEST
from tests.window.screen import picture, x


def key(qtbot: QtBot, *keys: str) -> None:
    """Press keys, as the X server sends them."""
    x("key", "--delay", "30", *keys)
    qtbot.wait(50)


def pointer(widget: QWidget, at: QPoint) -> tuple[str, str]:
    """Return a place in a widget in the screen's pixels."""
    return _written(widget.mapToGlobal(at))


def drag(qtbot: QtBot, widget: QWidget, start: QPoint, end: QPoint, moves: int = 8, rest: int = 0) -> None:
    """Press, move in steps, rest for so many ms, and release; the widget may move along."""
    first, last = widget.mapToGlobal(start), widget.mapToGlobal(end)
    x("mousemove", *_written(first))
    qtbot.wait(80)
    x("mousedown", "1")
    qtbot.wait(50)
    for number in range(1, moves + 1):
        x("mousemove", *_written(first + (last - first) * number / moves))
        qtbot.wait(40)
    qtbot.wait(rest)
    x("mouseup", "1")
    qtbot.wait(150)


def click(qtbot: QtBot, widget: QWidget, at: QPoint | None = None) -> None:
    """Click on a widget, in its middle where nothing else is said."""
    x("mousemove", *pointer(widget, widget.rect().center() if at is None else at))
    qtbot.wait(50)
    x("click", "1")
    qtbot.wait(100)


def type_over(qtbot: QtBot, text: str) -> None:
    """Put text in the place of what stands in the field that has the keyboard."""
    x("key", "ctrl+a")
    x("type", "--delay", "15", text)
    qtbot.wait(100)


def bring_forward(qtbot: QtBot, window: Window, dock: str) -> None:
    """Click on the tab of a dock that lies behind another one."""
    for bar in window.findChildren(QTabBar):
        for tab in range(bar.count()):
            if bar.tabText(tab) == dock and bar.isVisible():
                click(qtbot, bar, bar.tabRect(tab).center())
                return
    raise AssertionError(f"there is no tab called {dock}")


@contextmanager
def answering(path: Path) -> Iterator[None]:
    """Type a path into the dialog that asks where to save and that is about to come up; it blocks this process."""
    script = f"""
        window=$(xdotool search --sync --onlyvisible --name '^Save as$' | tail -1)
        xdotool windowactivate --sync $window
        sleep 0.3
        import -display {os.environ["DISPLAY"]} -window root {picture("dialog-" + path.suffix[1:])}
        xdotool key ctrl+a type --delay 5 '{path}'
        xdotool key Return
    """
    hands = subprocess.Popen(["bash", "-c", script])
    try:
        yield
    finally:
        hands.wait(20)


def save(qtbot: QtBot, window: Window, keys: str, path: Path) -> None:
    """Press keys that ask where to save, and type the answer into the dialog."""
    with answering(path):
        key(qtbot, keys)
        qtbot.waitUntil(path.exists, timeout=LONGEST)
    qtbot.waitUntil(window.isActiveWindow, timeout=LONGEST)


def _written(place: QPoint) -> tuple[str, str]:
    return str(place.x()), str(place.y())
