"""The picture of a widget that rests: marks that have not changed for a while share one, smoothed otherwise."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.waiting import LONGEST

ALIKE = 5  # pictures after one another


def at_rest(qtbot: QtBot, widget: QWidget) -> QImage:
    """Return the widget's picture once it stays the same."""
    pictures: list[QImage] = []

    def stays() -> bool:
        pictures.append(widget.grab().toImage())
        return len(pictures) >= ALIKE and all(one == pictures[-1] for one in pictures[-ALIKE:])

    qtbot.waitUntil(stays, timeout=LONGEST)
    return pictures[-1]
