"""Draws the shift kernel of a head as bars, and converts it to a single number and back."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.names import NTM
from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import GRID, Theme

BARS = (-1, 0, 1)  # the offsets of the shift kernel


def told_numbers(told: lens.HeadParameters) -> dict[str, float]:
    """Return the values of the sliders; the shift is the mean of the kernel."""
    shift = float(told.kernel @ np.array(BARS, dtype=np.float64))
    return {"strength": told.strength, "gate": told.gate, "shift": shift, "sharpness": told.sharpness}


def kernel_of(shift: float) -> lens.Array:
    """Return the kernel (3,) of a shift from -1 to 1, split between the two nearest offsets."""
    return np.array([max(-shift, 0.0), 1 - abs(shift), max(shift, 0.0)])


def draw_kernel(painter: QPainter, place: QRectF, kernel: lens.Array, theme: Theme) -> None:
    """Draw the kernel (3,) as bars on a baseline."""
    wide, room = _measures(painter, place)
    for index, share in enumerate(kernel.tolist()):
        left = place.left() + 1.5 * GRID + index * wide
        bar = QRectF(left, place.top() + room * (1 - share), wide - 2, room * share)
        painter.fillRect(bar, QColor(theme.style(NTM).colour))
        painter.setPen(pen(theme.border))
        painter.drawLine(QPointF(left, place.top() + room), QPointF(left + wide - 2, place.top() + room))


def name_bars(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Draw the kernel's symbol, and the offsets below its bars if there is room."""
    painter.setPen(QColor(theme.text))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "s")
    (wide, room), line = _measures(painter, place), painter.fontMetrics().height()
    if place.height() < 1.5 * line:
        return
    painter.setPen(QColor(theme.muted))
    for index, offset in enumerate(BARS):
        under = QRectF(place.left() + 1.5 * GRID + index * wide, place.top() + room, wide - 2, line)
        text = f"{offset:+d}".replace("-", "−") if offset else "0"
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, text)


def _measures(painter: QPainter, place: QRectF) -> tuple[float, float]:
    """Return the width of a bar with its gap, and the height of a full bar."""
    room = max(place.height() - painter.fontMetrics().height(), place.height() / 2)
    return (place.width() - 3 * GRID) / len(BARS), room
