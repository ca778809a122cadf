"""Draws the symbols that tell series apart, without pyqtgraph."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from metascope.simulator.engine.method import Symbol


@cache
def symbol_path(symbol: Symbol) -> QPainterPath:
    """Return a symbol about the origin whose area is about that of a disc of diameter 1."""
    path = QPainterPath()
    if symbol in ("disc", "ring"):
        path.addEllipse(QPointF(0, 0), 0.5, 0.5)
    elif symbol == "square":
        path.addRect(QRectF(-0.44, -0.44, 0.88, 0.88))
    elif symbol == "triangle":
        path.addPolygon(QPolygonF([QPointF(0, -0.62), QPointF(0.58, 0.42), QPointF(-0.58, 0.42)]))
        path.closeSubpath()
    elif symbol == "wedge":
        path.addPolygon(QPolygonF([QPointF(0, 0.62), QPointF(-0.58, -0.42), QPointF(0.58, -0.42)]))
        path.closeSubpath()
    elif symbol == "hourglass":
        path.addPolygon(
            QPolygonF([QPointF(-0.62, -0.62), QPointF(0.62, -0.62), QPointF(-0.62, 0.62), QPointF(0.62, 0.62)])
        )
        path.closeSubpath()
    elif symbol == "star":
        path.addPolygon(_star(0.68, 0.34))
        path.closeSubpath()
    elif symbol == "diamond":
        path.addPolygon(QPolygonF([QPointF(0, -0.64), QPointF(0.56, 0), QPointF(0, 0.64), QPointF(-0.56, 0)]))
        path.closeSubpath()
    elif symbol == "bow":
        right = [QPointF(0, -0.08), QPointF(0.6, -0.55), QPointF(0.6, 0.55), QPointF(0, 0.08)]
        path.addPolygon(QPolygonF([*right, *(-corner for corner in right[1:3])]))
        path.closeSubpath()
    elif symbol in ("cross", "plus"):
        arms = QPainterPath()
        arms.addRect(QRectF(-0.56, -0.15, 1.12, 0.3))
        arms.addRect(QRectF(-0.15, -0.56, 0.3, 1.12))
        arms.setFillRule(Qt.FillRule.WindingFill)
        path = QTransform().rotate(45).map(arms.simplified()) if symbol == "cross" else arms.simplified()
    return path


def _star(far: float, near: float) -> QPolygonF:
    """Return a star with five points at distance `far` from its middle, and inner corners at distance `near`."""
    radii = [far if corner % 2 == 0 else near for corner in range(10)]
    angles = [math.pi * corner / 5 for corner in range(10)]
    return QPolygonF([QPointF(r * math.sin(a), -r * math.cos(a)) for r, a in zip(radii, angles, strict=True)])


def draw_symbol(painter: QPainter, at: QPointF, symbol: Symbol, size: float, fill: QBrush, outline: QPen) -> None:
    """Draw one symbol of `size` pixels at a pixel."""
    painter.setPen(outline)
    painter.setBrush(fill)
    painter.drawPath(QTransform(size, 0, 0, size, at.x(), at.y()).map(symbol_path(symbol)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
