"""A field of arrows: where each of some places leads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from typing_extensions import override

from metascope.widgets.look.text import number
from metascope.widgets.plots.canvas.ink import Array, Pixels, polygon, shaped
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, nearest
from metascope.widgets.plots.canvas.strokes import draw_pieces

HEAD = 4.0  # pixels: length of an arrow's head, at most
SPREAD = np.array([[0.866, -0.5], [0.5, 0.866]])  # by 30 degrees to either side
SHORTEST = 0.75  # pixels: shorter arrows are dots


class FieldItem(Mark):
    """Arrows from places (n, 2), as long as the vectors are in the plot."""

    def __init__(self, name: str, role: str, label: str = "", *, alpha: float = 1.0) -> None:
        super().__init__(name, role, label)
        self._places = self._vectors = np.empty((0, 2))
        self._alpha = alpha

    def set(self, places: Array, vectors: Array) -> None:
        """Show these vectors (n, 2) at these places (n, 2); one that is NaN is left out."""
        if places is self._places and vectors is self._vectors:
            return
        self._places, self._vectors = shaped(places, 2), shaped(vectors, 2)
        self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return self._places.size == 0

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        start, tip = pixels.place(self._places), pixels.place(self._places + self._vectors)
        there = np.isfinite(tip).all(1) & pixels.sees(start) & pixels.sees(tip)
        start, tip = start[there], tip[there]
        along = tip - start
        length = np.hypot(*along.T)[:, None]
        head = along / np.maximum(length, 1e-9) * np.minimum(HEAD, 0.5 * length)
        long = length[:, 0] > SHORTEST
        begins, ends = [start[long], tip, tip], [tip[long], *(tip - head @ side for side in (SPREAD, SPREAD.T))]
        line = self.theme.style(self.role).pen(1.0, "solid", alpha=self._alpha)
        draw_pieces(painter, np.concatenate(begins), np.concatenate(ends), line)
        painter.setPen(line)
        painter.drawPoints(polygon(start[~long]))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        index, distance = nearest(pixels.place(self._places), at)
        if distance > REACH:
            return None
        (x, y), (dx, dy) = self._places[index].tolist(), self._vectors[index].tolist()
        text = self.tr("{label} at ({x}, {y}): ({dx}, {dy})").format(
            label=self.label, x=number(x), y=number(y), dx=number(dx), dy=number(dy)
        )
        return Reading(distance + 1.0, x, y, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        named = (("x", self._places[:, 0]), ("y", self._places[:, 1]))
        moved = (("dx", self._vectors[:, 0]), ("dy", self._vectors[:, 1]))
        return {f"{self.name}.{axis}": values for axis, values in (*named, *moved)}
