"""Views of words and numbers, drawn with a painter on the screen and on paper alike."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.scrolling import scrolled
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.views.view import View


class SheetView(View):
    """A view whose picture a subclass draws by `draw_picture`. Abstract.

    On the screen it scrolls where it is smaller than `least_size`.

    Signals:
        clicked: a person clicked at this place of the picture, a `QPointF`.
    """

    clicked = Signal(QPointF)
    leisurely = True

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        super().__init__(name, title, theme)
        self._canvas = _Canvas(self.draw_picture, self.tip_at)
        self._canvas.clicked.connect(self.clicked)
        self._show(scrolled(self._canvas, across=True))

    def least_size(self) -> QSizeF:
        """Return the smallest size in pixels at which the picture can be read; none of its own where it always can."""
        return QSizeF(0, 0)

    def redraw(self) -> None:
        """Draw again after a change."""
        self._make_room()
        self._canvas.update()

    def tip_at(self, place: QPointF) -> str:
        """Return the tooltip of a place, empty where there is none."""
        return ""

    def canvas(self) -> QWidget:
        """Return the widget on which the picture is drawn."""
        return self._canvas

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.redraw()

    def _make_room(self) -> None:
        wanted = self.least_size()
        sides = (math.ceil(side / GRID) * GRID for side in (wanted.width(), wanted.height()))  # digits that come and go
        least = QSize(*sides)
        if least != self._canvas.minimumSize():
            self._canvas.setMinimumSize(least)

    @override
    def reset_range(self) -> None:
        """Do nothing: text has no range."""


class _Canvas(QWidget):
    clicked = Signal(QPointF)

    def __init__(self, draw: Callable[[QPainter, QRectF], None], tip: Callable[[QPointF], str]) -> None:
        super().__init__()
        self._draw, self._tip = draw, tip

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._draw(painter, QRectF(self.rect()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(event.position())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(QPointF(event.pos()))), self)
            return True
        return super().event(event)


@dataclass(frozen=True)
class Cell:
    """One entry of a table: its text, its emphasis, and its tooltip."""

    text: str
    bold: bool = False
    muted: bool = False
    tip: str = ""


class GridView(SheetView):
    """A table of short texts: the first column at the left, the others right-aligned. Abstract.

    Signals:
        row_clicked: a person clicked a row, counted from 0.
    """

    row_clicked = Signal(int)

    def __init__(self, name: str, title: str, theme: Theme) -> None:
        self._head: tuple[Cell, ...] = ()
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self._marked = -1
        self._empty = ""
        super().__init__(name, title, theme)
        self.clicked.connect(self._tell_row)

    def set_cells(self, head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows under a head, all as long as it."""
        new = (tuple(head), tuple(map(tuple, rows)))
        if new != (self._head, self._rows):
            self._head, self._rows = new
            self.redraw()

    def set_chosen(self, row: int) -> None:
        """Mark a row; none below 0."""
        if row != self._marked:
            self._marked = row
            self.redraw()

    def set_empty_text(self, text: str) -> None:
        """Show this text where there is no row."""
        self._empty = text
        self.redraw()

    @override
    def least_size(self) -> QSizeF:
        return self._wanted() * READABLE if self._rows else QSizeF(0, 0)

    @override
    def draw_picture(self, painter: QPainter, rect: QRectF) -> None:
        """Draw head and rows, scaled down where there is little room."""
        if not self._rows:
            painter.setFont(self.theme.font("small"))
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(rect.adjusted(GRID, GRID, -GRID, -GRID), WRAPPED, self._empty)
            return
        scale = self._scale(rect)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        room = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
        widths, height = self._fitted(room.width()), self._row_height()
        for index, row in enumerate((self._head, *self._rows)):
            line = QRectF(GRID, index * height, room.width() - 2 * GRID, height)
            self._draw_row(painter, line, row, widths, index - 1)
        painter.restore()

    @override
    def tip_at(self, place: QPointF) -> str:
        rect = QRectF(self.canvas().rect())
        scale, row = self._scale(rect), self._row_at(place)
        left = float(GRID)
        for index, width in enumerate(self._fitted(rect.width() / scale)):
            if left <= place.x() / scale < left + width and -1 <= row < len(self._rows):
                return (self._head if row < 0 else self._rows[row])[index].tip
            left += width
        return ""

    def _tell_row(self, place: QPointF) -> None:
        row = self._row_at(place)
        if 0 <= row < len(self._rows):
            self.row_clicked.emit(row)

    def _row_at(self, place: QPointF) -> int:
        """Return the row at a place, -1 for the head."""
        return int(place.y() / self._scale(QRectF(self.canvas().rect())) // self._row_height()) - 1

    def _draw_row(
        self, painter: QPainter, line: QRectF, row: Sequence[Cell], widths: Sequence[float], index: int
    ) -> None:
        if index == self._marked and index >= 0:
            painter.fillRect(line.adjusted(-GRID / 2, 0, GRID / 2, 0), QColor(self.theme.hover))
        painter.setPen(QColor(self.theme.grid))
        painter.drawLine(line.bottomLeft(), line.bottomRight())
        left = line.left()
        for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
            bold = cell.bold or index < 0
            painter.setFont(self.theme.font("small", bold=bold))
            painter.setPen(QColor(self.theme.muted if cell.muted else self.theme.text))
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            place = QRectF(left, line.top(), width - (GRID if column == 0 else 0), line.height())
            text = cell.text
            if column == 0:
                text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, text)
            left += width

    def _row_height(self) -> float:
        return QFontMetricsF(self.theme.font("small")).height() + GRID / 2

    def _widths(self) -> list[float]:
        """Return how wide each column would like to be."""
        metrics = QFontMetricsF(self.theme.font("small", bold=True))
        columns = zip(self._head, *self._rows, strict=True)
        return [max(metrics.horizontalAdvance(cell.text) for cell in column) + 1.5 * GRID for column in columns]

    def _fitted(self, room: float) -> list[float]:
        """Return the columns' widths in a table of this width: the first gets what the others leave."""
        _, *others = self._widths()
        return [room - 2 * GRID - sum(others), *others]

    def _scale(self, rect: QRectF) -> float:
        """Return the scale at which all columns and rows are visible."""
        wanted = self._wanted()
        return min(1.0, max(rect.width() / wanted.width(), SMALLEST), max(rect.height() / wanted.height(), SMALLEST))

    def _wanted(self) -> QSizeF:
        """Return the size of all columns and rows."""
        return QSizeF(sum(self._widths()) + 2 * GRID, self._row_height() * (len(self._rows) + 1))


READABLE = 0.85  # of its size: smaller type cannot be read on the screen
SMALLEST = 0.6  # on paper, which does not scroll
WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
