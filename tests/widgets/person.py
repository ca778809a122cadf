"""What a person does with mouse and keyboard."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def named(inside: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return the first control of a kind whose accessible name begins with `name`."""
    return next(child for child in inside.findChildren(kind) if child.accessibleName().startswith(name))


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press and release a key."""
    QTest.keyClick(widget, key)


def type_text(widget: QWidget, text: str) -> None:
    """Type characters one by one."""
    for character in text:
        QTest.keyClick(widget, ord(character))


def click(widget: QWidget, at: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click with the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifiers, at)


def hold(widget: QWidget, at: QPoint) -> None:
    """Press the left button."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)


def move(widget: QWidget, to: QPoint) -> None:
    """Move the pointer."""
    QTest.mouseMove(widget, to)


def release(widget: QWidget, at: QPoint) -> None:
    """Release the left button."""
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at)


def wheel(over: QWidget) -> None:
    """Turn the wheel one notch towards the person."""
    window = over.window()
    middle = QPointF(over.mapTo(window, over.rect().center()))
    QTest.wheelEvent(window.windowHandle(), middle, QPoint(0, -120))
    QApplication.processEvents()
