"""The probabilities of classes over a plane, mixed from their tints, with lines where the likeliest changes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import CLASS_LETTERS, Theme
from metascope.widgets.plots.canvas.contours import contours
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.mark import Mark, Reading
from metascope.widgets.plots.maps.surface import BELOW, draw_map, frame_of, line_colour, rises

TOLD = 3  # classes that a reading names


class RegionsItem(Mark):
    """A map of class probabilities over a plane. Setting the same array object again costs nothing."""

    kept = True
    pinnable = False

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._x = self._y = np.empty(0)
        self._shares: NDArray[np.floating] = np.empty((0, 0, 0))
        self._lines = np.empty((0, 2, 2))
        self._image = QImage()
        self.setZValue(BELOW)

    def set(self, x: Array, y: Array, shares: NDArray[np.floating]) -> None:
        """Show probabilities (ny, nx, N) over the grid `x` (nx,), `y` (ny,), both evenly spaced.

        Raises:
            ValueError: the grid does not rise, the probabilities do not fit it, or there are too many classes.
        """
        if shares is self._shares and x is self._x and y is self._y:
            return
        if not (rises(x) and rises(y)) or shares.ndim != 3 or shares.shape[:2] != (len(y), len(x)):
            raise ValueError(f"probabilities must be (ny, nx, N) over rising x and y, not {shares.shape}")
        if not 1 <= shares.shape[2] <= len(CLASS_LETTERS):
            raise ValueError(f"there must be 1 to {len(CLASS_LETTERS)} classes, not {shares.shape[2]}")
        self._x, self._y, self._shares = x, y, shares
        self._lines = borders(x, y, shares)
        self._colour()

    def clear(self) -> None:
        """Show no regions."""
        if self._shares.size:
            self._shares, self._lines = np.empty((0, 0, 0)), np.empty((0, 2, 2))
            self.changed()

    @property
    def is_empty(self) -> bool:
        """Whether no regions are shown."""
        return self._shares.size == 0

    @override
    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._colour()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        if self.is_empty:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        draw_map(painter, pixels, frame_of(self._x, self._y, pixels), self._image)
        drawn = pen(line_colour(self.theme), 1.25)
        drawn.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(drawn)
        placed = pixels.place(self._lines)  # (m, 2, 2)
        whole = pixels.sees(placed.reshape(-1, 2)).reshape(-1, 2).all(axis=1)
        flat = placed[whole].reshape(-1, 2)
        painter.drawPath(pg.functions.arrayToQPath(flat[:, 0], flat[:, 1], connect="pairs"))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the likeliest classes at the grid point nearest to the pointer."""
        if self.is_empty or not frame_of(self._x, self._y, pixels).contains(at):
            return None
        place = (np.array([at.x(), at.y()]) - pixels.offset) / pixels.scale
        column, row = int(np.abs(self._x - place[0]).argmin()), int(np.abs(self._y - place[1]).argmin())
        shares = self._shares[row, column]
        ways: Sequence[int] = np.argsort(-shares, kind="stable")[:TOLD].tolist()
        text = ", ".join(f"{CLASS_LETTERS[way]} {number(float(shares[way]), 2)}" for way in ways)
        return Reading(1e6, float(self._x[column]), float(self._y[row]), text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        if self.is_empty:
            return {}
        x, y = np.meshgrid(self._x, self._y)
        found: dict[str, NDArray[np.generic]] = {f"{self.name}.x": x.ravel(), f"{self.name}.y": y.ravel()}
        for way in range(self._shares.shape[2]):
            found[f"{self.name}.probability_{CLASS_LETTERS[way]}"] = self._shares[..., way].ravel()
        return found

    def _colour(self) -> None:
        if not self.is_empty:
            shares = np.nan_to_num(self._shares)[::-1]  # the image's first row is the top
            mixed = shares @ self.theme.class_shades[: shares.shape[2]]  # (ny, nx, 3)
            pixels = np.full((*mixed.shape[:2], 4), 255, np.uint8)
            pixels[..., :3] = np.rint(mixed).clip(0, 255)
            height, width = mixed.shape[:2]
            self._image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
        self.changed()


def borders(x: Array, y: Array, shares: NDArray[np.floating]) -> Array:
    """Return where another class becomes the likeliest, as segments (m, 2 ends, 2 coordinates).

    Args:
        x, y: (nx,), (ny,) the grid's coordinates.
        shares: (ny, nx, N) probabilities.
    """
    values = np.asarray(shares, np.float64)
    if values.shape[2] < 2:
        return np.empty((0, 2, 2))
    order = np.sort(values, axis=2)
    first, second = order[..., -1:], order[..., -2:-1]
    ahead = np.where(values == first, values - second, values - first)  # (ny, nx, N) of the best of the others
    level = np.zeros(1)
    return np.concatenate([contours(x, y, ahead[..., way], level) for way in np.unique(values.argmax(axis=2)).tolist()])
