"""A surface as a muted map with contour lines, and the colour bar that shows what its colours mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsWidget, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID, LIGHT, Theme
from metascope.widgets.plots.canvas.contours import Levels, contours, nice_ticks, robust_levels
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.mark import Mark, Reading
from metascope.widgets.plots.canvas.paper import draw_part
from metascope.widgets.plots.canvas.scales import tick_texts

ColourMap = Literal["surface", "unit", "diverging"]
LINES = 12  # contour lines, about
BAR_WIDTH = 88
BELOW = -500.0  # over the grid, under everything else

_FAR = 1 << 14  # pixels beyond the plot: an image drawn much farther out crashes Qt's painter


class SurfaceItem(Mark):
    """The map of one quantity over a plane, with contour lines where the colour bar has its ticks.

    `bar`, when given, always shows the levels in use. Setting the same array object again costs nothing.
    """

    kept = True

    def __init__(self, name: str, label: str = "", bar: ColorBar | None = None, map: ColourMap = "surface") -> None:
        super().__init__(name, "ink", label)
        self._bar = bar
        self._map = map
        self._x = self._y = np.empty(0)
        self._values = np.empty((0, 0))
        self._levels = Levels(0.0, 1.0)
        self._lines = np.empty((0, 2, 2))
        self._image = QImage()
        self.setZValue(BELOW)

    @property
    def levels(self) -> Levels:
        """The numbers at the ends of the colour map."""
        return self._levels

    def set(self, x: Array, y: Array, values: Array, levels: Levels | None = None) -> None:
        """Show `values` (ny, nx) over the grid `x` (nx,), `y` (ny,), both evenly spaced.

        Args:
            levels: the ends of the colour map; found from the values where None (see `robust_levels`).

        Raises:
            ValueError: the grid does not rise, or the values do not fit it.
        """
        if values is self._values and x is self._x and y is self._y and levels in (None, self._levels):
            return
        if not (rises(x) and rises(y)) or values.shape != (len(y), len(x)):
            raise ValueError(f"a surface must be (ny, nx) over rising x and y, not {values.shape}")
        self._x, self._y, self._values = x, y, values
        self._levels = robust_levels(values) if levels is None else levels
        ticks = nice_ticks(self._levels.low, self._levels.high, LINES)
        self._lines = contours(x, y, values, ticks)
        self._colour()

    @override
    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._colour()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        if self._values.size == 0:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_map(painter, pixels, self._frame(pixels), self._image)
        pen = QPen(line_colour(self.theme), 1.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # other ends would show twice where two segments meet
        painter.setPen(pen)
        placed = pixels.place(self._lines)  # (m, 2, 2)
        whole = pixels.sees(placed.reshape(-1, 2)).reshape(-1, 2).all(axis=1)
        flat = placed[whole].reshape(-1, 2)
        painter.drawPath(pg.functions.arrayToQPath(flat[:, 0], flat[:, 1], connect="pairs"))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the value of the grid point nearest to the pointer."""
        if self._values.size == 0 or not self._frame(pixels).contains(at):
            return None
        place = (np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale
        column, row = int(np.abs(self._x - place[0]).argmin()), int(np.abs(self._y - place[1]).argmin())
        value = number(float(self._values[row, column]), 4)
        x, y = float(self._x[column]), float(self._y[row])
        text = self.tr("{label} = {value} at ({x}, {y})").format(
            label=self.label, value=value, x=number(x), y=number(y)
        )
        return Reading(1e6, x, y, text)  # any mark under the pointer comes first

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        x, y = np.meshgrid(self._x, self._y)
        return {f"{self.name}.x": x.ravel(), f"{self.name}.y": y.ravel(), self.name: self._values.ravel()}

    def _frame(self, pixels: Pixels) -> QRectF:
        """Return the image's rectangle: half a cell beyond the outermost grid points."""
        return frame_of(self._x, self._y, pixels)

    def _colour(self) -> None:
        low, high = self._levels.low, self._levels.high
        with np.errstate(invalid="ignore"):
            shades = np.clip((self._values - low) / (high - low) * 255, 0, 255)
        absent = np.isnan(shades)
        indices = np.where(absent, 0, shades).astype(np.uint8)[::-1]  # the image's first row is the top
        pixels = np.full((*indices.shape, 4), 255, np.uint8)  # (ny, nx, red green blue alpha)
        pixels[..., :3] = colour_map(self.theme, self._map)[indices]
        pixels[absent[::-1]] = QColor(self.theme.absent).getRgb()
        height, width = indices.shape
        self._image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
        if self._bar is not None:
            self._bar.set(self._levels, nice_ticks(low, high, LINES), self._map)
        self.changed()


def frame_of(x: Array, y: Array, pixels: Pixels) -> QRectF:
    """Return the rectangle of a map over a grid `x` (nx,), `y` (ny,): half a cell beyond the outermost points."""
    dx, dy = (x[1] - x[0]) / 2, (y[1] - y[0]) / 2
    (left, top), (right, bottom) = pixels.place(np.array([[x[0] - dx, y[-1] + dy], [x[-1] + dx, y[0] - dy]])).tolist()
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def draw_map(painter: QPainter, pixels: Pixels, frame: QRectF, image: QImage) -> None:
    """Draw a map's image in its rectangle, which may be much larger than the plot."""
    if pixels.paper or not pixels.rect.adjusted(-_FAR, -_FAR, _FAR, _FAR).contains(frame):
        draw_part(painter, pixels, frame, image)
    else:
        painter.drawImage(frame, image)


def colour_map(theme: Theme, name: ColourMap) -> NDArray[np.uint8]:
    """Return the theme's map of that name, (256, 3)."""
    return {"surface": theme.surface_map, "unit": theme.unit_map, "diverging": theme.diverging_map}[name]


def rises(places: Array) -> bool:
    """Return whether places (n,) are finite and each is larger than the one before."""
    return places.ndim == 1 and len(places) > 1 and bool(np.isfinite(places).all() and (np.diff(places) > 0).all())


def line_colour(theme: Theme) -> QColor:
    """Return the colour of lines over a map."""
    colour = QColor(theme.contour)
    colour.setAlphaF(theme.contour_alpha)
    return colour


class ColorBar(QGraphicsWidget):
    """The colours of a map with their numbers, name and unit; arrowheads where the surface goes beyond them."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.theme = LIGHT
        self._label = label
        self._levels = Levels(0.0, 1.0)
        self._ticks = np.empty(0)
        self._texts: tuple[str, ...] = ()
        self._told: tuple[object, ...] = ()  # what it shows, as it was given
        self._map: ColourMap = "surface"
        self.set_theme(LIGHT)

    def set(self, levels: Levels, ticks: Array, map: ColourMap, texts: Sequence[str] = ()) -> None:
        """Show these levels, with numbers at `ticks` or, where colours are not spread evenly, `texts` instead."""
        new = (levels, ticks.tolist(), map, tuple(texts))
        if new != self._told:
            self._told = new
            self._levels, self._ticks, self._map = levels, ticks, map
            self._texts = tuple(texts) or tuple(tick_texts(ticks, 3))
            self.update()

    def set_label(self, label: str) -> None:
        """Show another name (with its unit)."""
        if label != self._label:
            self._label = label
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self.theme = theme
        self.setMinimumWidth(theme.room(BAR_WIDTH))
        self.setPreferredWidth(theme.room(BAR_WIDTH))
        self.setMaximumWidth(theme.room(BAR_WIDTH))
        self.update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(GRID, 2 * GRID, 1.5 * GRID, self.size().height() - 4 * GRID)
        if bar.height() < GRID:
            return
        shades = np.ascontiguousarray(colour_map(self.theme, self._map)[::-1])  # (256, 3) the top is high
        image = QImage(shades.tobytes(), 1, 256, 3, QImage.Format.Format_RGB888)
        painter.drawImage(bar, image)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.drawRect(bar)
        self._draw_ends(painter, bar)
        self._draw_ticks(painter, bar)
        self._draw_label(painter, bar)

    def _draw_ends(self, painter: QPainter, bar: QRectF) -> None:
        middle, half = bar.center().x(), bar.width() / 2
        shades = colour_map(self.theme, self._map)
        for beyond, edge, out, shade in (
            (self._levels.over, bar.top(), -1, shades[-1]),
            (self._levels.under, bar.bottom(), 1, shades[0]),
        ):
            if beyond:
                painter.setBrush(QColor(*shade.tolist()))
                tip = QPointF(middle, edge + out * GRID)
                painter.drawPolygon(QPolygonF([QPointF(middle - half, edge), QPointF(middle + half, edge), tip]))
                painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_ticks(self, painter: QPainter, bar: QRectF) -> None:
        painter.setFont(self.theme.font("small"))
        painter.setPen(QColor(self.theme.muted))
        low, high = self._levels.low, self._levels.high
        gap = painter.fontMetrics().height()
        last, left = float("inf"), bar.right() + 5
        room = self.size().width() - self.theme.room(2 * GRID) - left  # up to the name
        for tick, text in zip(self._ticks.tolist(), self._texts, strict=True):
            y = bar.bottom() - (tick - low) / (high - low) * bar.height()
            if last - y < gap:
                continue
            last = y
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y))
            place = QRectF(left, y - gap / 2, room, gap)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _draw_label(self, painter: QPainter, bar: QRectF) -> None:
        painter.save()
        painter.setPen(QColor(self.theme.text))
        line = self.theme.room(2 * GRID)
        painter.translate(self.size().width() - line, bar.center().y())
        painter.rotate(-90)
        high = self.size().height() - GRID / 2
        room = QRectF(-high / 2, 0, high, line)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self._label, Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
