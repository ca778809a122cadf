"""Areas that scroll what has too little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(inside: QWidget, *, across: bool = False) -> QScrollArea:
    """Return an area that scrolls a widget vertically, and horizontally too if `across`; it is as large as the area.

    What scrolls across is smaller than its minimum size nowhere, and has the background of what the area stands in.
    """
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if across:
        for part in (area.viewport(), inside):
            part.setAutoFillBackground(False)
    else:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
