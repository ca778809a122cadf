"""Splits a scene into parts whose shares of the room a person can change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from widgets.look.theme import GRID


def split(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Return the parts next to or above each other, with shares that a person can change."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(GRID)
    for part in parts:
        splitter.addWidget(part)
    return splitter
