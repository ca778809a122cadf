"""Lines from one place to others, each as wide as its weight: attention, nearest neighbours, distances."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from typing_extensions import override

from metascope.simulator.engine.method import Dash
from metascope.widgets.plots.canvas.ink import Array, Pixels, shaped
from metascope.widgets.plots.canvas.mark import Mark, Reading
from metascope.widgets.plots.canvas.strokes import draw_line

WIDEST = 12.0  # pixels: a line of weight 1
THIN = 1.0  # pixels: the thinnest line; smaller weights are paler instead,
FAINTEST = 0.1  # down to this share
NEAR = 6.0  # pixels from a line to the pointer
FADED = 0.65  # opacity


class LinksItem(Mark):
    """Straight lines from one place, drawn in the colour of a method."""

    def __init__(self, name: str, role: str, label: str = "", dash: Dash = "solid") -> None:
        super().__init__(name, role, label)
        self._dash: Dash = dash
        self._start = (np.nan, np.nan)
        self._ends = np.empty((0, 2))
        self._weights = np.empty(0)
        self._texts: Sequence[str] = ()

    def set(self, start: tuple[float, float], ends: Array, weights: Array, texts: Sequence[str]) -> None:
        """Draw lines from `start` to `ends` (m, 2) of these `weights` (m,) from 0 to 1, with readings `texts` (m,).

        Raises:
            ValueError: the numbers of ends, weights and texts differ.
        """
        if not len(shaped(ends, 2)) == len(weights) == len(texts):
            raise ValueError(f"{len(ends)} lines need weights and texts, not {len(weights)} and {len(texts)}")
        self._start, self._ends, self._weights, self._texts = start, ends, weights, texts
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the widest first."""
        style, weights = self.theme.style(self.role), self._weights.tolist()
        start, ends = pixels.place(np.array(self._start)), pixels.place(self._ends)
        places, near = ends.tolist(), pixels.sees_point(at := QPointF(*start.tolist()))
        for index in np.argsort(-self._weights, kind="stable").tolist():
            x, y = places[index]
            width = WIDEST * min(max(weights[index], 0.0), 1.0)
            fading = max(round(min(width / THIN, 1.0), 1), FAINTEST)
            drawn = style.pen(max(width, THIN), self._dash, alpha=FADED * fading)
            if near and pixels.sees_pixel(x, y):
                painter.setPen(drawn)
                painter.drawLine(at, QPointF(x, y))
            else:
                draw_line(painter, pixels, np.stack([start, ends[index]]), drawn)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the reading of the nearest line, at the place of it that is nearest."""
        if not len(self._ends) or not np.isfinite(self._start).all():
            return None
        start, ends = pixels.place(np.array(self._start)), pixels.place(self._ends)
        along = ends - start  # (m, 2)
        gap = np.array([at.x(), at.y()]) - start
        share = np.clip((along @ gap) / np.maximum((along**2).sum(axis=1), 1e-12), 0.0, 1.0)  # (m,)
        gaps = np.hypot(*(gap - share[:, None] * along).T)
        gaps = np.where(np.isfinite(gaps), gaps, np.inf)
        best = int(gaps.argmin())
        if gaps[best] > NEAR:
            return None
        first, last = np.array(self._start), self._ends[best]
        x, y = (first + share[best] * (last - first)).tolist()
        return Reading(float(gaps[best]) + 1.0, x, y, self._texts[best])

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        if not len(self._ends):
            return {}
        return {
            f"{self.name}.x": self._ends[:, 0],
            f"{self.name}.y": self._ends[:, 1],
            f"{self.name}.weight": self._weights,
        }
