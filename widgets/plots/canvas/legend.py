"""A legend: the names of a plot's series next to a piece of their lines, which a person can click, or of its signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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

from widgets.look.theme import DIM, GRID, LIGHT, Dash, Theme
from widgets.plots.canvas.ink import draw_symbol
from widgets.plots.canvas.mark import Emphasis

ROW = 2.5 * GRID  # height of a row of names
SWATCH = 3.5 * GRID  # width of a piece of line
SIGN = 2.5 * GRID  # width of a sign


class Sign(Protocol):
    """What stands in a plot for something, and is told by a legend; equal ones look alike."""

    def draw(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        """Draw it with its middle at a place, about as large as in the plot."""


@dataclass(frozen=True)
class Entry:
    """One name of a legend; one with a sign is told only, and cannot be clicked."""

    name: str
    role: str
    label: str
    emphasis: Emphasis = "full"
    dash: Dash | None = None  # of a series told from others of its role by its line alone
    sign: Sign | None = None  # instead of a piece of line


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
        self.wanted = True  # by a person
        self._left = left
        self._entries: tuple[Entry, ...] = ()
        self._boxes: list[QRectF] = []
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
            clickable = any(entry.sign is None for entry in entries)
            self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
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
            if entry.sign is None and box.contains(event.pos()):
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
            painter.setOpacity(1.0 if entry.emphasis == "full" else 2 * DIM)
            middle = box.center().y()
            if entry.sign is not None:
                entry.sign.draw(painter, QPointF(box.left() + SIGN / 2, middle), self.theme)
            else:
                self._draw_line(painter, entry, QPointF(box.left(), middle))
            painter.setPen(QColor(self.theme.text))
            text = box.adjusted(_before(entry), 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.label)
            if entry.emphasis == "hidden":
                painter.drawLine(QPointF(text.left(), middle), QPointF(text.right() - GRID, middle))
        painter.setOpacity(1.0)

    def _draw_line(self, painter: QPainter, entry: Entry, start: QPointF) -> None:
        style = self.theme.style(entry.role)
        painter.setPen(style.pen(dash=entry.dash))
        painter.drawLine(start, start + QPointF(SWATCH, 0))
        if style.symbol != "none" and entry.dash is None:
            fill, outline = QBrush(QColor(style.colour)), QPen(QColor(self.theme.panel), 1)
            draw_symbol(painter, start + QPointF(SWATCH / 2, 0), style.symbol, GRID, fill, outline)

    def _arrange(self) -> None:
        metrics = QFontMetricsF(self.theme.font("small"))
        left, row = self.theme.room(self._left), self.theme.room(ROW)
        x, y, room = float(left), 0.0, self.size().width()
        self._boxes = []
        for entry in self._entries:
            apart = 2 * GRID if entry.sign is None else GRID
            width = _before(entry) + metrics.horizontalAdvance(entry.label) + apart
            if x + width > room and x > left:
                x, y = left, y + row
            self._boxes.append(QRectF(x, y, width, row))
            x += width
        height = y + row if self._entries else 0.0
        if height != self.maximumHeight():
            self.setMinimumHeight(height)
            self.setMaximumHeight(height)
        self.update()


def _before(entry: Entry) -> float:
    """Return the pixels before an entry's name."""
    return SWATCH + GRID / 2 if entry.sign is None else SIGN + GRID / 4
