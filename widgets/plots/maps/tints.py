"""A band of tints along an axis: which columns belong to which class, and where one class follows another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.plots.canvas.ink import Pixels, text_size
from metascope.widgets.plots.canvas.mark import Mark, Reading


@dataclass(frozen=True)
class Tint:
    """Columns from `first` to `last`, from 1, that belong to the task or class of a letter; `text` is the reading."""

    letter: str
    first: int
    last: int
    text: str


class TintsItem(Mark):
    """Tinted columns in a band from `top` to `bottom` along the y axis, with letters where there is room.

    Where `parted`, lines go from the end of each tint down through the plot.
    """

    kept = True
    pinnable = False  # a click chooses a column

    def __init__(self, name: str, *, parted: bool = False) -> None:
        super().__init__(name)
        self._tints: tuple[Tint, ...] = ()
        self._top = self._bottom = 0.0
        self._parted = parted

    @property
    def tints(self) -> tuple[Tint, ...]:
        """What is drawn."""
        return self._tints

    def set(self, tints: Sequence[Tint], top: float, bottom: float, *, parted: bool) -> None:
        """Show these; setting the same ones again costs nothing."""
        new = (tuple(tints), top, bottom, parted)
        if new != (self._tints, self._top, self._bottom, self._parted):
            self._tints, self._top, self._bottom, self._parted = new
            self.changed()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self.theme.font("small", bold=True))
        for tint in self._tints:
            place = self._place(tint, pixels).intersected(pixels.rect)
            colour = QColor(self.theme.style(f"task.{tint.letter}").colour)
            if not place.isEmpty():
                painter.fillRect(place.adjusted(0, 0, -1, 0), colour)
            width, height = text_size(tint.letter, self.theme)
            if place.width() >= width and place.height() >= height - 4:
                painter.setPen(QColor(self.theme.panel))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tint.letter)
        if self._parted:
            painter.setPen(pen(self.theme.border))
            for tint in self._tints[:-1]:
                x = pixels.point(tint.last + 0.5, 0.0).x()
                if pixels.rect.left() < x < pixels.rect.right():
                    painter.drawLine(QPointF(x, pixels.rect.top()), QPointF(x, pixels.rect.bottom()))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        for tint in self._tints:
            place = self._place(tint, pixels)
            if place.contains(at):
                return Reading(1e5, (tint.first + tint.last) / 2, (self._top + self._bottom) / 2, tint.text)
        return None

    def _place(self, tint: Tint, pixels: Pixels) -> QRectF:
        return QRectF(pixels.exact(tint.first - 0.5, self._top), pixels.exact(tint.last + 0.5, self._bottom))
