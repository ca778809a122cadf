"""Small maps of numbers anywhere in a plot, each a square with a text below: weights seen as pictures, or pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.mark import Mark, Reading
from metascope.widgets.plots.canvas.paper import draw_part
from metascope.widgets.plots.maps.heatmap import CRISP, Heat, coloured
from metascope.widgets.plots.maps.surface import BELOW

FOOT = 14.0  # pixels: height of a line of text below a square
GAP = 3.0  # pixels around a square
NARROW = 20.0  # pixels: a square below which there is no text


@dataclass(frozen=True, eq=False)
class Tile:
    """A map in the cell around (x, y), `width` by `height` along the axes."""

    name: str  # of its column
    label: str  # as it is read
    heat: Heat
    x: float
    y: float
    width: float = 1.0
    height: float = 1.0
    text: str = ""
    short: str = ""  # the text where there is no room for it
    frame: str = ""  # a role in whose colour it is framed; "": the theme's border
    fills: bool = False  # its cell, instead of being a square

    def at(self, x: float, y: float) -> bool:
        """Return whether a place along the axes lies in the cell."""
        return abs(x - self.x) <= self.width / 2 and abs(y - self.y) <= self.height / 2


class TilesItem(Mark):
    """Maps drawn in one go and cached; one whose numbers are the same object is not coloured again."""

    kept = True
    pinnable = False  # a click chooses a tile

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._tiles: tuple[Tile, ...] = ()
        self._images: tuple[QImage, ...] = ()
        self.setZValue(BELOW)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is drawn."""
        return self._tiles

    def set(self, tiles: Sequence[Tile]) -> None:
        """Show these."""
        known = {_key(old): image for old, image in zip(self._tiles, self._images, strict=True)}
        others = [tile for tile in tiles if _key(tile) not in known]
        fresh = coloured([tile.heat for tile in others], self.theme)
        known |= {_key(tile): image for tile, image in zip(others, fresh, strict=True)}
        self._tiles, self._images = tuple(tiles), tuple(known[_key(tile)] for tile in tiles)
        self.changed()

    @override
    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._images = tuple(coloured([tile.heat for tile in self._tiles], theme))
        super().set_theme(theme)

    def at(self, x: float, y: float) -> Tile | None:
        """Return the tile at a place along the axes."""
        return next((tile for tile in self._tiles if tile.at(x, y)), None)

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._tiles

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw each as large a square as fits into its cell, with its text below."""
        painter.setFont(self.theme.font("small"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shortened = self._shortened(painter.fontMetrics(), pixels)
        for tile, image in zip(self._tiles, self._images, strict=True):
            square, foot = self._places(tile, pixels)
            if image.isNull() or not pixels.rect.intersects(square):
                continue
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, square.width() < image.width())
            if pixels.paper:
                image = image.scaled(image.width() * CRISP, image.height() * CRISP)
            draw_part(painter, pixels, square, image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            framed = bool(tile.frame)
            colour = self.theme.style(tile.frame).colour if framed else self.theme.border
            painter.setPen(pen(colour, 2.0 if framed else 1.0))
            painter.drawRect(square)
            if tile.text and square.width() >= NARROW:
                text = tile.short if tile.short and tile.y in shortened else tile.text
                text = text if painter.fontMetrics().horizontalAdvance(text) <= foot.width() else ""
                painter.setPen(QColor(self.theme.text))
                painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        x, y = ((np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale).tolist()
        tile = self.at(x, y)
        if tile is None:
            return None
        square, _ = self._places(tile, pixels)
        rows, columns = tile.heat.values.shape
        column = int((at.x() - square.left()) / square.width() * columns)
        row = int((at.y() - square.top()) / square.height() * rows)
        if not (0 <= row < rows and 0 <= column < columns):
            return Reading(1e6, x, y, tile.label)
        text = self.tr("{label}: {quantity} = {value} at row {row}, column {column}").format(
            label=tile.label,
            quantity=tile.heat.quantity,
            value=number(float(tile.heat.values[row, column]), 3),
            row=row + 1,
            column=column + 1,
        )
        return Reading(1e6, x, y, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return the numbers of each tile, row by row."""
        return {tile.name: tile.heat.values.ravel() for tile in self._tiles}

    def _shortened(self, metrics: QFontMetrics, pixels: Pixels) -> frozenset[float]:
        """Return the rows, by their places, in which a text has no room: all texts of such a row are shortened."""
        wide, named = abs(float(pixels.scale[0])), [tile for tile in self._tiles if tile.short]
        return frozenset(t.y for t in named if metrics.horizontalAdvance(t.text) > wide * t.width)

    def _places(self, tile: Tile, pixels: Pixels) -> tuple[QRectF, QRectF]:
        """Return the square of a tile, and the line of text below it."""
        wide, high = (np.abs(pixels.scale) * (tile.width, tile.height)).tolist()
        foot = float(self.theme.room(FOOT)) if tile.text else 0.0
        across, down = max(wide - GAP, 1.0), max(high - foot - GAP, 1.0)
        if not tile.fills:
            across = down = min(across, down)
        middle = pixels.exact(tile.x, tile.y)
        square = QRectF(middle.x() - across / 2, middle.y() - (down + foot) / 2, across, down)
        return square, QRectF(middle.x() - wide / 2, square.bottom() + 1, wide, foot)


def _key(tile: Tile) -> tuple[object, ...]:
    """Return what decides the colours of a tile."""
    heat = tile.heat
    return id(heat.values), heat.low, heat.high, heat.map, heat.scale
