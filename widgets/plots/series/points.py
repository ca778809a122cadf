"""Marks of single places: one point, and an upright line with a word at a place of the x axis."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import GRID, MARK
from metascope.widgets.plots.canvas.ink import Pixels, text_size
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading
from metascope.widgets.plots.canvas.spots import Spot

BACK = 0.8  # opacity of what lies behind a word, so that it can be read over a curve


class PointItem(Mark):
    """One filled mark in its series' symbol, with a reading under the pointer; hidden for NaN."""

    def __init__(self, name: str, role: str, label: str = "") -> None:
        super().__init__(name, role, label)
        self._place = (np.nan, np.nan)
        self._told = (np.nan, np.nan)
        self._text = ""

    def set(self, x: float, y: float, text: str, told: tuple[float, float] | None = None) -> None:
        """Move to a place along the axes' scales, with `text` as its reading; `told` is the place as it is read."""
        new = ((x, y), text)
        if new != (self._place, self._text):
            self._place, self._text = new
            self._told = told or (x, y)
            self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not pixels.sees_pixel(*pixels.pixel(*self._place))

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        at = pixels.exact(*self._place)
        if pixels.sees_point(at):
            style = self.theme.style(self.role)
            outline = pen(self.theme.panel, 1.5)
            draw_symbol(painter, at, style.symbol, MARK, QBrush(QColor(style.colour)), outline)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        gap = pixels.exact(*self._place) - at
        distance = float(np.hypot(gap.x(), gap.y()))
        return Reading(distance, *self._place, self._text) if distance <= REACH else None

    @override
    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        return (
            (Spot(self.role, *self._place, MARK, self.label, told=self._told),)
            if np.isfinite(self._place).all()
            else ()
        )

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {f"{self.name}.{axis}": np.array([value]) for axis, value in zip("xy", self._told, strict=True)}


class UprightItem(Mark):
    """A dashed upright line at one place of the x axis with a word at its top, in the colour of its role."""

    def __init__(self, name: str, role: str, word: str, *, onward: bool = False) -> None:
        """Make it hidden; `onward`: the word is about what lies to the right, and never stands to the left."""
        super().__init__(name, role, word)
        self._onward = onward
        self._x = float("nan")

    def set(self, x: float) -> None:
        """Move to `x`, or hide for NaN."""
        if x != self._x and not (np.isnan(x) and np.isnan(self._x)):
            self._x = x
            self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return math.isnan(self._x)

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the line, and the word next to it where there is room."""
        x, rect = pixels.point(self._x, 0.0).x(), pixels.rect
        if not rect.left() <= x <= rect.right():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.theme.style(self.role).pen(1.0, "dashed"))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        width, height = text_size(self.label, self.theme)
        left = x + GRID / 2 if self._onward or x + width + GRID < rect.right() else x - width - GRID / 2
        painter.setFont(self.theme.font("small"))
        back = QColor(self.theme.panel)
        back.setAlphaF(BACK)
        place = QRectF(left, rect.top(), min(width, rect.right() - left), height)
        text = painter.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.fillRect(place, back)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {self.name: np.array([self._x])} if not np.isnan(self._x) else {}
