"""A table of a few numbers under a plot that belongs to its picture, on the screen and on paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsWidget, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import DIM, GRID, LIGHT, RADIUS, Theme
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.views.plot import Axis, PlotView

LINE = 2.25 * GRID  # height of a row
SMALLEST = 0.6  # of its size: type that is drawn smaller cannot be read
SWATCH = 1.5 * GRID  # of a series' symbol before its name


@dataclass(frozen=True)
class Fact:
    """One entry: its text, whether it warns, and the series whose symbol stands before it, if any."""

    text: str
    level: Literal["plain", "muted", "warning"] = "plain"
    role: str = ""
    emphasis: Emphasis = "full"


class FactsItem(QGraphicsWidget):
    """A line over a table of facts: names to the left, the other columns right-aligned, with equal gaps between."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self._line = Fact("")
        self._rows: tuple[tuple[Fact, ...], ...] = ()
        self.setMinimumWidth(0)
        self._arrange()

    @property
    def line(self) -> Fact:
        """What stands over the table."""
        return self._line

    @property
    def rows(self) -> tuple[tuple[Fact, ...], ...]:
        """The table, its head first."""
        return self._rows

    def set(self, line: Fact, rows: Sequence[Sequence[Fact]]) -> None:
        """Show these rows, all as long as the first, which is the head."""
        new = tuple(map(tuple, rows))
        if (line, new) != (self._line, self._rows):
            longer = len(new) != len(self._rows)
            self._line, self._rows = line, new
            if longer:
                self._arrange()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.theme = theme
        self._arrange()
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw line and table, scaled down where there is little room."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.size().width() - 3 * GRID
        if room <= 0 or not self._rows:
            return
        widths = self._widths()
        scale = min(1.0, max(room / sum(widths), SMALLEST))
        height, gap = self.theme.room(LINE), (room / scale - sum(widths)) / max(len(widths) - 1, 1)
        painter.save()
        painter.translate(GRID, 0)
        painter.scale(scale, scale)
        self._draw_entry(painter, QRectF(0, 0, room / scale, height), self._line, left=True)
        for index, row in enumerate(self._rows):
            top = (index + 1) * height
            painter.setPen(pen(self.theme.grid))
            painter.drawLine(QPointF(0, top), QPointF(room / scale, top))
            self._draw_entry(painter, QRectF(0, top, widths[0], height), row[0], left=True)
            x = widths[0]
            for fact, wide in zip(row[1:], widths[1:], strict=True):
                self._draw_entry(painter, QRectF(x, top, wide + gap, height), fact, left=False)
                x += wide + gap
        painter.restore()

    def _draw_entry(self, painter: QPainter, place: QRectF, fact: Fact, *, left: bool) -> None:
        painter.setFont(self.theme.font("small", bold=fact.level == "warning"))
        painter.setOpacity(1.0 if fact.emphasis == "full" else 2 * DIM)
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(fact.text)
        if fact.level == "warning":
            room = min(width + GRID, place.width())
            back = QRectF(place.left() if left else place.right() - room, place.top() + 1, room, place.height() - 2)
            painter.setPen(pen(self.theme.warning))
            painter.setBrush(QColor(self.theme.warning_back))
            painter.drawRoundedRect(back, RADIUS / 2, RADIUS / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if fact.role:
            style = self.theme.style(fact.role)
            at = QPointF(max(place.right() - width - GRID / 2 - SWATCH, place.left()) + SWATCH / 2, place.center().y())
            draw_symbol(painter, at, style.symbol, GRID, QBrush(QColor(style.colour)), pen(self.theme.panel))
        colours = {"plain": self.theme.text, "muted": self.theme.muted, "warning": self.theme.warning}
        painter.setPen(QColor(colours[fact.level]))
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.drawText(place.adjusted(GRID / 2, 0, -GRID / 2, 0), Qt.AlignmentFlag.AlignVCenter | side, fact.text)
        painter.setOpacity(1.0)

    def _widths(self) -> list[float]:
        """Return how wide each column would like to be."""
        metrics = QFontMetricsF(self.theme.font("small", bold=True))
        wide = [
            max(metrics.horizontalAdvance(fact.text) + (SWATCH if fact.role else 0) for fact in column)
            for column in zip(*self._rows, strict=True)
        ]
        return [wide[0] + 2 * GRID, *(one + 1.5 * GRID for one in wide[1:])]

    def _arrange(self) -> None:
        high = self.theme.room(LINE) * (len(self._rows) + 1) + GRID / 2 if self._rows else 0.0
        self.setMinimumHeight(high)
        self.setMaximumHeight(high)


class FactsView(PlotView):
    """A plot over a table of facts. Abstract."""

    def __init__(
        self, name: str, title: str, theme: Theme, x: Axis, ys: Sequence[Axis], *, equal: bool = False
    ) -> None:
        self.facts = FactsItem()
        super().__init__(name, title, theme, x, ys, equal=equal)
        self._canvas.ci.addItem(self.facts, row=2 * len(ys), col=0, colspan=2)

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.facts.set_theme(self.theme)
