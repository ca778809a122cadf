"""One plot of a view: its axes, grid and marks, over a plot item of pyqtgraph."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from widgets.look.theme import GRID, Theme
from widgets.plots.canvas.axes import Axes
from widgets.plots.canvas.ghosts import GhostsItem
from widgets.plots.canvas.ink import Pixels
from widgets.plots.canvas.labels import Callout
from widgets.plots.canvas.mark import Mark
from widgets.plots.canvas.outside import OutsideItem
from widgets.plots.canvas.scales import LINEAR, Scale, Tick
from widgets.plots.canvas.shared import SharedItem

Range = tuple[float, float]
LEFT_WIDTH = 9 * GRID  # of the left axes: fixed, so that plots above each other are aligned and never jump
BOTTOM_HEIGHT = 5 * GRID
LINE = 11.0  # pixels between two names along an axis, so that they do not touch


@dataclass(frozen=True)
class Axis:
    """What an axis shows: its name, the paper's symbol, its unit and its scale."""

    name: str
    symbol: str = ""
    unit: str = ""
    scale: Scale = LINEAR
    ticks: tuple[Tick, ...] = ()  # instead of round numbers: names of what lies along the axis

    def ticked(self, low: float, high: float, about: int) -> list[Tick]:
        """Return its ticks between two places, roughly `about` many where they are round numbers."""
        if self.ticks:
            return [tick for tick in self.ticks if low <= tick[0] <= high]
        return self.scale.ticks(low, high, about)

    @property
    def text(self) -> str:
        """Name, symbol and unit as they stand next to the axis."""
        named = f"{self.name} {self.symbol}".strip()
        return f"{named} ({self.unit})" if self.unit else named


class Grid(Mark):
    """Thin lines at the ticks, behind everything."""

    kept = True

    def __init__(self) -> None:
        super().__init__("grid")
        self._x: Sequence[Tick] = ()
        self._y: Sequence[Tick] = ()
        self.setZValue(-1000)

    def set(self, x: Sequence[Tick], y: Sequence[Tick]) -> None:
        """Draw lines at these ticks."""
        self._x, self._y = x, y
        self.changed()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.grid), 1))
        rect = pixels.rect
        for place, _ in self._x:
            x = pixels.point(place, 0).x()
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        for place, _ in self._y:
            y = pixels.point(0, place).y()
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


class Panel:
    """One plot of a `PlotView`, around the axes that zoom and pan."""

    def __init__(self, axes: Axes, x: Axis, y: Axis, bottom: bool) -> None:
        self.axes = axes
        self.box = axes.box
        self.x, self.y = x, y
        self.bottom = bottom  # the x axis's text is only below the lowest plot
        self.marks: list[Mark] = []
        self.pins: list[Callout] = []
        self.home: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self.zoomed = False  # by a person
        self.grid = Grid()
        self.ghosts = GhostsItem()
        self.shared = SharedItem()
        self.outside = OutsideItem()
        self._type = 1.0  # its scale
        self._prepare()

    def _prepare(self) -> None:
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        self.axes.left.geometryChanged.connect(self._keep_name_inside)
        for mark in (self.grid, self.ghosts, self.shared, self.outside):
            self.attach(mark)

    def take(self, mark: Mark) -> None:
        """Draw a mark over this plot from now on, above those taken before."""
        self.marks.append(mark)
        self.attach(mark)

    def attach(self, mark: Mark) -> None:
        """Draw a mark over this plot from now on."""
        z = mark.zValue()
        self.box.addItem(mark, ignoreBounds=True)
        mark.setZValue(z)  # pyqtgraph lifts what lies below the plot
        self.box.sigTransformChanged.connect(mark.view_changed)
        mark.view_changed()

    def detach(self, mark: Mark) -> None:
        """Remove a mark."""
        self.box.sigTransformChanged.disconnect(mark.view_changed)
        self.box.removeItem(mark)

    def view(self) -> tuple[Range, Range]:
        """Return the ranges of x and y that are visible."""
        (left, right), (bottom, top) = self.box.viewRange()
        return (float(left), float(right)), (float(bottom), float(top))

    def show(self, x: Range, y: Range) -> None:
        """Show these ranges.

        Raises:
            ValueError: they are not finite.
        """
        if not all(map(math.isfinite, (*x, *y))):  # pyqtgraph raises a bare Exception
            raise ValueError(f"ranges must be finite, not {x} and {y}")
        if (x, y) != self.view():
            self.box.setRange(xRange=x, yRange=y, padding=0)

    def retick(self) -> None:
        """Put ticks at round numbers, as many as there is room for."""
        (left, right), (bottom, top) = self.view()
        x = self.x.ticked(left, right, max(2, int(self.box.width() / 80 / self._type)))
        y = self.y.ticked(bottom, top, max(3, int(self.box.height() / 40 / self._type)))
        if self.y.ticks and top > bottom:
            y = _apart(y, LINE * self._type * (top - bottom) / max(self.box.height(), 1.0))
        self.axes.bottom.setTicks([x])
        self.axes.left.setTicks([y])
        self.grid.set(x, y)

    def fits(self, other: Panel) -> bool:
        """Return whether the axes of both have the same scales."""
        return self.x.scale == other.x.scale and self.y.scale == other.y.scale

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._type = theme.font_scale
        self.axes.left.setWidth(theme.room(LEFT_WIDTH))
        self.axes.bottom.setHeight(theme.room(BOTTOM_HEIGHT) if self.bottom else GRID)
        for axis, text in (
            (self.axes.left, self.y.text),
            (self.axes.bottom, self.x.text if self.bottom else ""),
        ):
            axis.setPen(QPen(QColor(theme.border), 1))
            axis.setTextPen(QColor(theme.muted))
            axis.setStyle(
                tickFont=theme.font("small"),
                tickLength=4,
                showValues=axis is self.axes.left or self.bottom,
                hideOverlappingLabels=False,
            )
            axis.label.setFont(theme.font("small"))
            axis.setLabel(html.escape(text), color=theme.text)  # pyqtgraph takes it for HTML
            axis.showLabel(bool(text))
            axis.resizeEvent()  # pyqtgraph leaves a new name where the old one was, whatever its width
        self._keep_name_inside()
        self.outside.set_scales(self.x.scale, self.y.scale)
        for mark in (self.grid, self.ghosts, self.shared, self.outside, *self.marks, *self.pins):
            mark.set_theme(theme)

    def _keep_name_inside(self) -> None:
        """Let a name that is longer than its axis extend down past the x axis, not out of the picture."""
        label = self.axes.left.label
        label.setY(max(label.y(), label.boundingRect().width() - 1.5 * GRID))


def _apart(ticks: list[Tick], least: float) -> list[Tick]:
    """Return every second of the ticks, or every third, ..., so that neighbours are at least `least` apart."""
    gap = min((abs(one - other) for (one, _), (other, _) in pairwise(ticks)), default=least)
    return ticks[:: max(1, math.ceil(least / gap))] if gap > 0 else ticks
