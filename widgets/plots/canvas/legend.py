"""A legend: the names of a plot's series next to a piece of their lines, which a person can click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsSceneMouseEvent,
    QGraphicsSceneResizeEvent,
    QGraphicsWidget,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from metascope.simulator.engine.method import Dash
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import DIM, GRID, LIGHT, Theme
from metascope.widgets.plots.canvas.mark import Emphasis

ROW = 2.5 * GRID  # height of a row of names
SWATCH = 3.5 * GRID  # width of a piece of line


@dataclass(frozen=True)
class Entry:
    """One name of a legend."""

    name: str
    role: str
    label: str
    emphasis: Emphasis = "full"
    dash: Dash | None = None  # of a series told from others of its role by its line alone


class Legend(QGraphicsWidget):
    """Names in as many rows as the width requires.

    Signals:
        clicked(name): a person clicked a name.
    """

    clicked = Signal(str)

    def __init__(self, left: float) -> None:
        """Begin `left` pixels from the left edge, above the plot."""
        super().__init__()
        self.theme = LIGHT
        self._left = left
        self._entries: tuple[Entry, ...] = ()
        self._boxes: list[QRectF] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(0)
        self._arrange()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The names."""
        return self._entries

    def set(self, entries: Sequence[Entry]) -> None:
        """Show these names."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.theme = theme
        self._arrange()

    @override
    def resizeEvent(self, event: QGraphicsSceneResizeEvent) -> None:
        self._arrange()

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        for entry, box in zip(self._entries, self._boxes, strict=True):
            if box.contains(event.pos()):
                event.accept()
                self.clicked.emit(entry.name)
                return
        event.ignore()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw each name next to a piece of its line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font("small"))
        for entry, box in zip(self._entries, self._boxes, strict=True):
            style, middle = self.theme.style(entry.role), box.center().y()
            painter.setOpacity(1.0 if entry.emphasis == "full" else 2 * DIM)
            painter.setPen(style.pen(dash=entry.dash))
            painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + SWATCH, middle))
            if style.symbol != "none" and entry.dash is None:
                at = QPointF(box.left() + SWATCH / 2, middle)
                draw_symbol(
                    painter, at, style.symbol, GRID, QBrush(QColor(style.colour)), QPen(QColor(self.theme.panel), 1)
                )
            painter.setPen(QColor(self.theme.text))
            text = box.adjusted(SWATCH + GRID / 2, 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.label)
            if entry.emphasis == "hidden":
                painter.drawLine(QPointF(text.left(), middle), QPointF(text.right() - GRID, middle))
        painter.setOpacity(1.0)

    def _arrange(self) -> None:
        metrics = QFontMetricsF(self.theme.font("small"))
        left, row = self.theme.room(self._left), self.theme.room(ROW)
        x, y, room = float(left), 0.0, self.size().width()
        self._boxes = []
        for entry in self._entries:
            width = SWATCH + GRID / 2 + metrics.horizontalAdvance(entry.label) + 2 * GRID
            if x + width > room and x > left:
                x, y = left, y + row
            self._boxes.append(QRectF(x, y, width, row))
            x += width
        height = y + row if self._entries else 0.0
        if height != self.maximumHeight():
            self.setMinimumHeight(height)
            self.setMaximumHeight(height)
        self.update()
