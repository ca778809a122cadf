"""A table of numbers as coloured cells: a row per coordinate, a column per step, and the selected cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.canvas.contours import Levels, nice_ticks
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.mark import Mark, Reading
from metascope.widgets.plots.canvas.paper import draw_part
from metascope.widgets.plots.canvas.scales import LINEAR, Scale
from metascope.widgets.plots.maps.surface import BELOW, ColorBar, ColourMap, colour_map

ABOUT = 5  # numbers next to the colour bar
CRISP = 6  # on paper each cell is so many pixels, so that viewers that smooth pictures leave its edges sharp


@dataclass(frozen=True, eq=False)
class Heat:
    """What is drawn: `values` (rows, columns), the first row on top, and how they are coloured.

    The colours run from `low` to `high`, in the units of the values, along `scale`; beyond they are clamped.
    """

    quantity: str
    values: Array
    low: float
    high: float
    map: ColourMap
    scale: Scale = LINEAR

    @cached_property
    def levels(self) -> Levels:
        """The ends of the colours along the scale, and whether there is anything beyond them."""
        low, high = _ends(self.scale, self.low, self.high)
        under = self.scale.kind != "log" and bool((self.values < self.low).any())
        return Levels(low, high, under=under, over=bool((self.values > self.high).any()))


def coloured(heats: Sequence[Heat], theme: Theme) -> list[QImage]:
    """Return the pictures of maps, a pixel per cell; those of one colour scale are coloured in one go."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for index, heat in enumerate(heats):
        alike.setdefault((heat.map, heat.low, heat.high, heat.scale), []).append(index)
    found = [QImage()] * len(heats)
    for group in alike.values():
        first = heats[group[0]]
        values = np.concatenate([heats[index].values.ravel() for index in group])
        low, high = _ends(first.scale, first.low, first.high)
        with np.errstate(invalid="ignore"):
            places = (first.scale.bend(values) - low) * (255 / (high - low))
        known = np.rint(np.minimum(np.fmax(places, 0), 255))  # what has no place on a scale lies below it
        known[~np.isfinite(values)] = 256
        colours, begin = _shades(theme, first.map).take(known.astype(np.intp)).tobytes(), 0
        for index in group:
            height, width = heats[index].values.shape
            end = begin + 4 * width * height
            if width and height:
                picture = QImage(colours[begin:end], width, height, 4 * width, QImage.Format.Format_RGB32)
                found[index] = picture.copy()
            begin = end
    return found


@lru_cache(maxsize=64)
def _ends(scale: Scale, low: float, high: float) -> tuple[float, float]:
    """Return where the ends of a colour scale lie."""
    first, last = scale.bend(np.array([low, high])).tolist()
    return first, last


def _shades(theme: Theme, name: ColourMap) -> NDArray[np.uint32]:
    """Return the colours of a map as Qt's numbers, (257,), the last one for what is no number."""
    red, green, blue = colour_map(theme, name).astype(np.uint32).T
    known = (0xFF << 24) | (red << 16) | (green << 8) | blue
    return np.append(known, np.uint32(QColor(theme.absent).rgb())).astype(np.uint32)


class HeatMapItem(Mark):
    """Cells around x = 1, 2, ... and, downwards, y = 0, -1, -2, ...; thin lines separate groups of rows.

    Setting the same array object again costs nothing. `bar` always shows the colours in use.
    """

    kept = True
    pinnable = False  # a click chooses a cell

    def __init__(self, name: str, bar: ColorBar) -> None:
        super().__init__(name)
        self._bar = bar
        self._heat = Heat("", np.empty((0, 0)), 0.0, 1.0, "unit")
        self._rows: Sequence[str] = ()
        self._places: NDArray[np.generic] = np.empty(0)
        self._parted: tuple[int, ...] = ()
        self._image = QImage()
        self.setZValue(BELOW)

    @property
    def heat(self) -> Heat:
        """What is drawn."""
        return self._heat

    def set(self, heat: Heat, rows: Sequence[str], places: NDArray[np.generic], parted: tuple[int, ...] = ()) -> None:
        """Show these cells.

        Args:
            heat: the cells.
            rows: what each row is called.
            places: (rows,) the number of each row, for its column.
            parted: the rows before which a line is drawn.
        """
        same = heat.values is self._heat.values and heat.quantity == self._heat.quantity and heat.map == self._heat.map
        if same and (heat.low, heat.high) == (self._heat.low, self._heat.high) and parted == self._parted:
            return
        self._heat, self._rows, self._places, self._parted = heat, rows, places, parted
        self._colour()

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._colour()

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row and the column (from 0) of a place along the axes, None outside."""
        row, column = round(-y), round(x) - 1
        rows, columns = self._heat.values.shape
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        rows, columns = self._heat.values.shape
        if not rows or not columns:
            return
        frame = _cells(pixels, 0, 0, rows, columns)
        crowded = frame.height() < rows or frame.width() < columns
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, crowded)
        image = self._image
        if pixels.paper:
            image = image.scaled(image.width() * CRISP, image.height() * CRISP)
        seen = frame.intersected(pixels.rect)
        draw_part(painter, pixels, frame, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen(self.theme.muted))
        for row in self._parted:
            y = pixels.point(0, 0.5 - row).y()
            if pixels.rect.top() < y < pixels.rect.bottom():
                painter.drawLine(QPointF(seen.left(), y), QPointF(seen.right(), y))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        x, y = ((np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale).tolist()
        found = self.cell(x, y)
        if found is None:
            return None
        row, column = found
        text = self.tr("{quantity} = {value}: {row}, update {column}").format(
            quantity=self._heat.quantity,
            value=number(float(self._heat.values[found]), 4),
            row=self._rows[row],
            column=column + 1,
        )
        return Reading(1e6, column + 1, -row, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return the cells row by row, with the numbers of their rows and columns."""
        rows, columns = self._heat.values.shape
        return {
            f"{self.name}.row": np.repeat(self._places, columns),
            f"{self.name}.column": np.tile(np.arange(1, columns + 1), rows),
            self.name: self._heat.values.ravel(),
        }

    def _colour(self) -> None:
        heat, levels = self._heat, self._heat.levels
        (self._image,) = coloured([heat], self.theme)
        self._tell_bar(heat, levels)
        self.changed()

    def _tell_bar(self, heat: Heat, levels: Levels) -> None:
        self._bar.set_label(heat.quantity)
        if heat.scale.kind == "linear":
            self._bar.set(levels, nice_ticks(levels.low, levels.high, ABOUT), heat.map)
            return
        ticks = heat.scale.ticks(levels.low, levels.high, ABOUT)
        self._bar.set(levels, np.array([place for place, _ in ticks]), heat.map, [text for _, text in ticks])


class CellItem(Mark):
    """The outline of the selected cell, in the accent colour."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._cell: tuple[int, int] | None = None

    def set(self, cell: tuple[int, int] | None) -> None:
        """Outline a cell: its row and column, from 0; none for None."""
        if cell != self._cell:
            self._cell = cell
            self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the outline, at least a few pixels wide, and marks at the ends of its row."""
        if self._cell is None:
            return
        row, column = self._cell
        cell = _cells(pixels, row, column, 1, 1)
        spare = QPointF(max(0.0, 5 - cell.width()) / 2, max(0.0, 5 - cell.height()) / 2)
        cell.adjust(-spare.x(), -spare.y(), spare.x(), spare.y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self.theme.panel, 4.0), (self.theme.accent, 2.0)):
            painter.setPen(pen(colour, width))
            painter.drawRect(cell)


def _cells(pixels: Pixels, row: int, column: int, rows: int, columns: int) -> QRectF:
    """Return the rectangle in pixels of a block of cells."""
    first, last = pixels.exact(column + 0.5, 0.5 - row), pixels.exact(column + columns + 0.5, 0.5 - row - rows)
    return QRectF(first, last)
