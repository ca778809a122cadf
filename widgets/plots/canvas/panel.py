"""One plot of a view: its axes, grid and marks, over a plot item of pyqtgraph."""

from __future__ import annotations

import html
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from shiboken6 import isValid
from typing_extensions import override

from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, LIGHT, Theme
from metascope.widgets.plots.canvas.axes import Axes, KeptAxis
from metascope.widgets.plots.canvas.drawing import Drawing
from metascope.widgets.plots.canvas.ghosts import GhostsItem
from metascope.widgets.plots.canvas.ink import Pixels, text_size
from metascope.widgets.plots.canvas.labels import Callout
from metascope.widgets.plots.canvas.mark import Mark
from metascope.widgets.plots.canvas.outside import OutsideItem
from metascope.widgets.plots.canvas.scales import LINEAR, Scale, Tick
from metascope.widgets.plots.canvas.shared import SharedItem

Range = tuple[float, float]
WIDEST_LEFT = 24 * GRID  # where names lie along it
LEFT_WIDTH = 9 * GRID  # of the left axes: fixed, so that plots above each other are aligned and never jump
BOTTOM_HEIGHT = 5 * GRID
LINE = 11.0  # pixels between two texts above each other, so that they do not touch
APART = 6.0  # pixels between two texts beside each other
TINY = 1e-300
MARGIN = 4.0  # pixels around a name, Qt's own
DEEP = 2.0  # pixels of a name's margin that lie below its axis: of more, its descenders would be cut off


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
        if (x, y) != (self._x, self._y):
            self._x, self._y = x, y
            self.changed()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.grid), 1))
        left, top, right, bottom = pixels.edges
        across, down = ([place for place, _ in ticks] for ticks in (self._x, self._y))
        lines = [QLineF(x, top, x, bottom) for x, _ in (pixels.pixel(place, 0.0) for place in across)]
        lines += [QLineF(left, y, right, y) for _, y in (pixels.pixel(0.0, place) for place in down)]
        if lines:
            painter.drawLines(lines)


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
        self.drawing = Drawing(axes)
        self.grid = Grid()
        self.ghosts = GhostsItem()
        self.shared = SharedItem()
        self.outside = OutsideItem()
        self._theme = LIGHT
        self._type = 1.0  # its scale
        self._metrics = QFontMetricsF(LIGHT.font("small"))
        self._left = LEFT_WIDTH  # of the left axis
        self._ticked: tuple[object, ...] = ()  # what the present ticks were chosen for
        self._prepare()

    def _prepare(self) -> None:
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        for axis in (self.axes.left, self.axes.bottom):
            axis.geometryChanged.connect(self._keep_names_inside)
        for mark in (self.grid, self.ghosts, self.shared, self.outside):
            self.drawing.add(mark)

    def take(self, mark: Mark) -> None:
        """Draw a mark over this plot from now on, above those taken before."""
        self.marks.append(mark)
        self.drawing.add(mark)

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
            self.drawing.settle_soon()

    def set_axes(self, x: Axis, y: Axis) -> None:
        """Show other axes; where only their ticks are others, only these are drawn again."""
        named = (x.text, y.text, x.scale, y.scale) != (self.x.text, self.y.text, self.x.scale, self.y.scale)
        self.x, self.y = x, y
        if named:
            self._name_axes()
            self._keep_names_inside()
        self.retick()

    def retick(self) -> None:
        """Put ticks at round numbers, as many as there is room for, so that no text touches another.

        Where axes, range and size are those that the present ticks were chosen for, nothing is done.
        """
        (left, right), (bottom, top) = self.view()
        wide, high = self.box.width(), self.box.height()
        chosen_for = (self.x, self.y, left, right, bottom, top, wide, high, self._metrics)
        if chosen_for == self._ticked:
            return
        self._ticked = chosen_for
        x = self.x.ticked(left, right, max(2, int(wide / 80 / self._type)))
        x = _apart(
            x, wide / max(right - left, TINY), lambda one, other: (self._wide(one) + self._wide(other)) / 2 + APART
        )
        y = self._y_ticks(bottom, top, max(3, int(high / 40 / self._type)))
        y = _apart(y, high / max(top - bottom, TINY), lambda *_: LINE * self._type)
        self.axes.bottom.show_ticks(x)
        self.axes.left.show_ticks(y)
        self.grid.set(x, y)

    def _y_ticks(self, low: float, high: float, about: int) -> list[Tick]:
        """Return ticks whose texts stay clear of the axis's name: fewer where that makes them shorter.

        Where even two are too long, as far away from zero, or where they are names, the axis becomes wider.
        """
        axis = self.axes.left
        beside = 4.0 + axis.style["tickTextOffset"][0] + (self._metrics.height() if self.y.text else 0.0)
        for fewer in range(about, 1, -1):
            ticks = self.y.ticked(low, high, fewer)
            needed = max(map(self._wide, ticks), default=0.0) + beside
            if needed <= self._left or (self.y.ticks and not self.y.text):
                return ticks
            if self.y.ticks:
                break
        self._left = min(math.ceil(needed), max(self._theme.room(WIDEST_LEFT), self._left))
        axis.setWidth(self._left)
        return ticks

    def _wide(self, tick: Tick) -> float:
        return text_size(tick[1], self._theme)[0] - GRID

    def fits(self, other: Panel) -> bool:
        """Return whether the axes of both have the same scales."""
        return self.x.scale == other.x.scale and self.y.scale == other.y.scale

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme, self._type = theme, theme.font_scale
        self._metrics = QFontMetricsF(theme.font("small"))
        self._left = theme.room(LEFT_WIDTH)
        self._ticked = ()
        self.axes.left.setWidth(self._left)
        self.axes.bottom.setHeight(theme.room(BOTTOM_HEIGHT) if self.bottom else GRID)
        for axis, _ in self._names():
            axis.setPen(QPen(QColor(theme.border), 1))
            axis.setTextPen(QColor(theme.muted))
            axis.setStyle(
                tickFont=theme.font("small"),
                tickLength=4,
                showValues=axis is self.axes.left or self.bottom,
                hideOverlappingLabels=False,
            )
            axis.label.setFont(theme.font("small"))
            axis.labelStyle = {"color": theme.text}
        self._name_axes()
        self._keep_names_inside()
        for mark in (self.grid, self.ghosts, self.shared, self.outside, *self.marks, *self.pins):
            mark.set_theme(theme)

    def _name_axes(self) -> None:
        for axis, text in self._names():
            _set_name(axis, text)
            axis.showLabel(bool(text))
        self.outside.set_scales(self.x.scale, self.y.scale)

    def _names(self) -> tuple[tuple[KeptAxis, str], ...]:
        return (self.axes.left, self.y.text), (self.axes.bottom, self.x.text if self.bottom else "")

    def _keep_names_inside(self) -> None:
        """Move a name that is longer than its axis along it, into the picture; elide one that is longer than that."""
        if not isValid(self.axes):  # Qt tells of axes that it is just deleting
            return
        left, bottom = self.axes.left, self.axes.bottom
        high, wide = self.axes.size().height() - GRID, bottom.size().width() + 2 * GRID
        before = left.size().width() - self._metrics.height() - GRID  # beside the left axis's name
        for (axis, text), room in zip(self._names(), (high, wide + before), strict=True):
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room).strip()
            if shown != axis.label.toPlainText().strip():
                _set_name(axis, shown)
            axis.setToolTip(plain_tip("" if shown == text else text))
        name = left.label
        name.setY(max(name.y(), name.boundingRect().width() - MARGIN - GRID / 2))
        name = bottom.label
        name.setY(bottom.size().height() - name.boundingRect().height() + DEEP)
        most = wide - name.boundingRect().width() + MARGIN
        name.setX(max(min(name.x(), most), -before - MARGIN))


def _set_name(axis: KeptAxis, text: str) -> None:
    axis.setLabel(html.escape(text), **axis.labelStyle)  # pyqtgraph takes it for HTML
    axis.resizeEvent()  # pyqtgraph leaves a new name where the old one was, whatever its width


def _apart(ticks: list[Tick], scale: float, least: Callable[[Tick, Tick], float]) -> list[Tick]:
    """Return every tick, or every second, every third, ..., so that neighbours are far enough apart.

    Args:
        ticks: in order along the axis.
        scale: pixels per unit along the axis.
        least: returns the pixels that two neighbours must be apart.
    """
    for every in range(1, len(ticks)):
        kept = ticks[::every]
        if all(abs(one[0] - other[0]) * scale >= least(one, other) for one, other in pairwise(kept)):
            return kept
    return ticks[:1]
