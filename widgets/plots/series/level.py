"""A level line across a plot with a word at its end, and an interval across it: references for the curves."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from metascope.simulator.engine.method import Dash
from metascope.widgets.look.theme import BAND, GRID
from metascope.widgets.plots.canvas.ink import Pixels, text_size
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading
from metascope.widgets.plots.series.points import BACK


class LevelItem(Mark):
    """A thin dashed line at one place of the y axis, and what it is, above its right end."""

    kept = True

    def __init__(self, name: str, role: str, dash: Dash = "dashed") -> None:
        """Make it hidden."""
        super().__init__(name, role)
        self._dash: Dash = dash
        self._y = self._value = float("nan")
        self._word = ""

    def set(self, y: float, word: str, value: float, told: str = "") -> None:
        """Move to a place along the axis's scale, or hide for NaN.

        Args:
            y: the place.
            word: stands at the right end.
            value: the number there.
            told: what is read under the pointer; the word where empty.
        """
        new = (y, word, value, told or word)
        if new != (self._y, self._word, self._value, self.label) and not (math.isnan(y) and math.isnan(self._y)):
            self._y, self._word, self._value, self.label = new
            self.changed()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return math.isnan(self._y)

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        y, rect = pixels.exact(0.0, self._y).y(), pixels.rect
        if not rect.top() <= y <= rect.bottom():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.theme.style(self.role).pen(1.0, self._dash))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        if not self._word:
            return
        width, height = text_size(self._word, self.theme)
        place = QRectF(rect.right() - width - GRID / 2, y - height, width, height)
        if place.left() < rect.left() or place.top() < rect.top():
            return
        back = QColor(self.theme.panel)
        back.setAlphaF(BACK)
        painter.fillRect(place.adjusted(0, 1, 0, -1), back)
        painter.setFont(self.theme.font("small"))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._word)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        distance = abs(pixels.exact(0.0, self._y).y() - at.y())
        if not distance <= REACH:
            return None
        x = (at.x() - float(pixels.offset[0])) / float(pixels.scale[0])
        return Reading(distance, x, self._y, self.label)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {self.name: np.array([self._value])} if not np.isnan(self._value) else {}


class IntervalItem(Mark):
    """The area between two places of the y axis, across the whole plot, under the curves."""

    kept = True

    def __init__(self, name: str, role: str) -> None:
        """Make it hidden."""
        super().__init__(name, role)
        self._low = self._high = float("nan")
        self.setZValue(-1)

    def set(self, low: float, high: float, label: str) -> None:
        """Reach from `low` to `high`, or hide for NaN; `label` is what is read in it."""
        new = (low, high, label)
        if new != (self._low, self._high, self.label) and not (math.isnan(low) and math.isnan(self._low)):
            self._low, self._high, self.label = new
            self.changed()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return math.isnan(self._low)

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        colour = QColor(self.theme.style(self.role).colour)
        colour.setAlphaF(BAND)
        top, bottom = (pixels.exact(0.0, edge).y() for edge in (self._high, self._low))
        whole = pixels.rect
        painter.fillRect(QRectF(whole.left(), top, whole.width(), bottom - top).intersected(whole), colour)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the label where the pointer is in the interval and near nothing else."""
        x, y = ((at - QPointF(*pixels.offset.tolist())).toTuple()[axis] / float(pixels.scale[axis]) for axis in (0, 1))
        return Reading(REACH - 1, x, y, self.label) if self._low <= y <= self._high else None

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        if math.isnan(self._low):
            return {}
        return {f"{self.name}.low": np.array([self._low]), f"{self.name}.high": np.array([self._high])}
