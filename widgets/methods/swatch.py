"""Draws a series' line and mark in small, for lists of names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from metascope.widgets.look.pens import SeriesStyle, pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import MARK


def paint_swatch(painter: QPainter, rect: QRectF, style: SeriesStyle) -> None:
    """Draw the series' line across `rect`, with its mark in the middle; leaves pen and brush changed."""
    middle = rect.center()
    painter.setPen(style.pen(2.0))
    painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y()))
    colour = QColor(style.colour)
    fill = QBrush(Qt.BrushStyle.NoBrush if style.symbol == "ring" else colour)
    draw_symbol(painter, middle, style.symbol, MARK, fill, pen(colour))
