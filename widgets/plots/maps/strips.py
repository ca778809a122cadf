"""Maps of numbers above each other over one axis, each with its rows, its fixed colours and marked cells."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import DIM, GRID, Theme
from metascope.widgets.plots.canvas.ink import Pixels, text_size
from metascope.widgets.plots.canvas.mark import Emphasis, Mark, Reading
from metascope.widgets.plots.canvas.paper import draw_part
from metascope.widgets.plots.maps.heatmap import ABOUT, CRISP, Heat, coloured
from metascope.widgets.plots.maps.surface import BELOW, ColorBar

Flags = NDArray[np.bool_]
EDGE = 2.0  # pixels, around a line
MARKED = 0.5  # of a cell's width and height, filled where it is marked
STRONG = 0.5  # of the colours' range, from which a cell is dark and a number in it light


@dataclass(frozen=True, eq=False)
class Strip:
    """One map: cells of width 1 from x = `left` on, from `top` down to `bottom`; marked cells have a spot."""

    name: str  # of its columns
    heat: Heat  # (rows, columns), the first row on top
    rows: Sequence[str]  # what each row is called
    across: str  # what a column is called, with {column} for its number
    top: float
    bottom: float
    level: Emphasis = "full"
    places: NDArray[np.generic] = field(default_factory=lambda: np.empty(0))  # (rows,) their numbers; 0, 1, ... if none
    marked: Flags | None = None  # (rows, columns)
    numbers: NDArray[np.generic] = field(default_factory=lambda: np.empty(0))  # (columns,) 1, 2, ... if none
    left: float = 0.5  # along the x axis: the first cell is around x = 1

    def column_number(self, column: int) -> int:
        """Return the number of a column (from 0)."""
        return int(self.numbers[column]) if len(self.numbers) else column + 1

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row and the column (from 0) of a place along the axes, None outside."""
        rows, columns = self.heat.values.shape
        if not self.bottom < y <= self.top or not rows:
            return None
        row, column = int((self.top - y) / (self.top - self.bottom) * rows), math.floor(x - self.left)
        return (min(row, rows - 1), column) if 0 <= column < columns else None

    def middle(self, row: int) -> float:
        """Return where the middle of a row lies along the y axis."""
        return self.top - (row + 0.5) * (self.top - self.bottom) / len(self.heat.values)


class StripsItem(Mark):
    """Strips drawn in one go and cached. A strip whose numbers are the same object is not coloured again."""

    kept = True
    pinnable = False  # a click chooses a column

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._strips: tuple[Strip, ...] = ()
        self._images: tuple[QImage, ...] = ()
        self.setZValue(BELOW)

    @property
    def strips(self) -> tuple[Strip, ...]:
        """What is drawn."""
        return self._strips

    def set(self, strips: Sequence[Strip]) -> None:
        """Show these strips."""
        known = {id(old.heat.values): image for old, image in zip(self._strips, self._images, strict=True)}
        others = [new.heat for new in strips if id(new.heat.values) not in known]
        known |= {id(heat.values): image for heat, image in zip(others, coloured(others, self.theme), strict=True)}
        self._strips, self._images = tuple(strips), tuple(known[id(new.heat.values)] for new in strips)
        self.changed()

    @override
    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._images = tuple(coloured([strip.heat for strip in self._strips], theme))
        super().set_theme(theme)

    def at(self, x: float, y: float) -> tuple[Strip, tuple[int, int]] | None:
        """Return the strip at a place along the axes and its row and column (from 0), None between strips."""
        found = ((strip, cell) for strip in self._strips if strip.level != "hidden" and (cell := strip.cell(x, y)))
        return next(found, None)

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._strips

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the strips, and a spot in each marked cell."""
        whole = painter.opacity()
        for strip, image in zip(self._strips, self._images, strict=True):
            if strip.level == "hidden" or image.isNull():
                continue
            painter.setOpacity(whole * (DIM if strip.level == "dim" else 1.0))
            self._draw_strip(painter, pixels, strip, image)
        painter.setOpacity(whole)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        x, y = ((np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale).tolist()
        found = self.at(x, y)
        if found is None:
            return None
        strip, (row, column) = found
        text = self.tr("{quantity} = {value}: {row}, {column}").format(
            quantity=strip.heat.quantity,
            value=number(float(strip.heat.values[row, column]), 4),
            row=strip.rows[row],
            column=strip.across.format(column=strip.column_number(column)),
        )
        if text_size(text, self.theme)[0] + 2 * GRID > pixels.rect.width():
            text = text.replace(": ", "\n", 1)
        return Reading(1e6, strip.left + column + 0.5, strip.middle(row), text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return each strip's cells row by row, with the numbers of their rows and columns."""
        found: dict[str, NDArray[np.generic]] = {}
        for strip in self._strips:
            if strip.level != "hidden":
                rows, columns = strip.heat.values.shape
                places = strip.places if len(strip.places) else np.arange(rows)
                found[f"{strip.name}.row"] = np.repeat(places, columns)
                numbers = strip.numbers if len(strip.numbers) else np.arange(1, columns + 1)
                found[f"{strip.name}.column"] = np.tile(numbers, rows)
                found[strip.name] = strip.heat.values.ravel()
        return found

    def _draw_strip(self, painter: QPainter, pixels: Pixels, strip: Strip, image: QImage) -> None:
        rows, columns = strip.heat.values.shape
        frame = QRectF(pixels.exact(strip.left, strip.top), pixels.exact(strip.left + columns, strip.bottom))
        crowded = frame.height() < rows or frame.width() < columns
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, crowded)
        if pixels.paper:
            image = image.scaled(image.width() * CRISP, image.height() * CRISP)
        seen = frame.intersected(pixels.rect)
        if seen.isEmpty():
            return
        draw_part(painter, pixels, frame, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen(self.theme.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(seen)
        if strip.marked is not None and strip.marked.any():
            self._draw_spots(painter, pixels, strip.marked, frame)

    def _draw_spots(self, painter: QPainter, pixels: Pixels, marked: Flags, frame: QRectF) -> None:
        wide, high = frame.width() / marked.shape[1], frame.height() / marked.shape[0]
        across, down = max(MARKED * wide, 1.0), max(MARKED * high, 1.0)
        rows, columns = np.nonzero(marked)
        x, y = frame.left() + (columns + 0.5) * wide - across / 2, frame.top() + (rows + 0.5) * high - down / 2
        left, top, right, bottom = pixels.edges
        whole = (x >= left) & (x + across <= right) & (y >= top) & (y + down <= bottom)
        spots = pg.Qt.internals.PrimitiveArray(QRectF, 4)
        spots.resize(int(whole.sum()))
        told = spots.ndarray()  # (n, 4)
        told[:, 0], told[:, 1], told[:, 2:] = x[whole], y[whole], (across, down)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.colours["vermilion"]))
        painter.drawRects(*spots.drawargs())


class NumbersItem(Mark):
    """The number of each cell of some strips, written into it where there is room."""

    kept = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._strips: tuple[Strip, ...] = ()

    def set(self, strips: Sequence[Strip]) -> None:
        """Write the numbers of these strips."""
        self._strips = tuple(strips)
        self.changed()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._strips

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Write them, light on dark cells and dark on light ones."""
        painter.setFont(self.theme.font("small"))
        whole = painter.opacity()
        for strip in self._strips:
            if strip.level == "hidden":
                continue
            painter.setOpacity(whole * (DIM if strip.level == "dim" else 1.0))
            high = (strip.top - strip.bottom) / max(len(strip.heat.values), 1) / 2
            for (row, column), value in np.ndenumerate(strip.heat.values):
                x, y = strip.left + column + 0.5, strip.middle(row)
                place = QRectF(pixels.exact(x - 0.5, y + high), pixels.exact(x + 0.5, y - high))
                self._write(painter, place, strip.heat, float(value))
        painter.setOpacity(whole)

    def _write(self, painter: QPainter, place: QRectF, heat: Heat, value: float) -> None:
        text, room = short(value), painter.fontMetrics()
        if not np.isfinite(value) or room.horizontalAdvance(text) > place.width() or room.ascent() > place.height():
            return
        strong = (value - heat.low) / (heat.high - heat.low) > STRONG
        painter.setPen(QColor(self.theme.panel if strong else self.theme.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def short(value: float) -> str:
    """Return a number in a few characters: 0 is exactly zero, 0.0 almost zero."""
    return f"{value:.1f}" if 0 < value < 10 else number(round(value), 3)


class ColumnItem(Mark):
    """The column at which a clock stands, between two thin lines through the whole plot."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._column = 0

    def set(self, column: int) -> None:
        """Move to a column, from 1; 0 hides it."""
        if column != self._column:
            self._column = column
            self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return self._column < 1

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen(self.theme.accent, 1.0))
        for x in (self._column - 0.5, self._column + 0.5):
            at = pixels.point(x, 0.0).x()
            if pixels.rect.left() <= at <= pixels.rect.right() + 1:
                painter.drawLine(QPointF(at, pixels.rect.top()), QPointF(at, pixels.rect.bottom()))


class StripBar(ColorBar):
    """A colour bar that shows what the colours of a map mean; setting the same again costs nothing."""

    def __init__(self) -> None:
        super().__init__("")
        self._known: tuple[object, ...] = ()

    def tell(self, heat: Heat) -> None:
        """Show the colours of this map."""
        known = (heat.quantity, heat.levels, heat.map, heat.scale)
        if known != self._known:
            self._known = known
            tell_bar(self, heat)


def tell_bar(bar: ColorBar, heat: Heat) -> None:
    """Let a colour bar show what the colours of a map mean."""
    levels = heat.levels
    bar.set_label(heat.quantity)
    if heat.scale.kind == "linear":
        bar.set(levels, np.linspace(levels.low, levels.high, 3), heat.map)
        return
    ticks = heat.scale.ticks(levels.low - 1e-9, levels.high + 1e-9, ABOUT)  # bending back and forth costs a digit
    bar.set(levels, np.array([place for place, _ in ticks]), heat.map, [text for _, text in ticks])
