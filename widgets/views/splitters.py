"""Parts of a scene beside or above each other, their shares of the room to be moved by a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from widgets.look.theme import GRID


def split(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Return the parts side by side, their shares to be moved by the person."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(GRID)
    for part in parts:
        splitter.addWidget(part)
    return splitter
