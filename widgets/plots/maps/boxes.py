"""Outlines of blocks of cells over a map: what has changed, what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.mark import Mark

LOWEST = 4.0  # pixels: height of an outline
OUTLINE = 2.0  # pixels: its thickness


@dataclass(frozen=True)
class Box:
    """The outline of a block of cells, in the style of `role`, `outset` pixels around its edges."""

    role: str
    left: float
    right: float
    top: float
    bottom: float
    outset: float = 0.0


class BoxesItem(Mark):
    """Outlines of blocks of cells: what has changed, what is chosen."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._boxes: tuple[Box, ...] = ()

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What is drawn."""
        return self._boxes

    def set(self, boxes: Sequence[Box]) -> None:
        """Outline these blocks."""
        if tuple(boxes) != self._boxes:
            self._boxes = tuple(boxes)
            self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._boxes

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes:
            place = QRectF(pixels.exact(box.left, box.top), pixels.exact(box.right, box.bottom))
            spare = max(0.0, LOWEST - place.height()) / 2
            place.adjust(-box.outset, -box.outset - spare, box.outset, box.outset + spare)
            painter.setPen(self.theme.style(box.role).pen(OUTLINE, "solid"))
            painter.drawRect(place)


class CellsItem(Mark):
    """Cells that are outlined only behind another run's picture; in their own they are marked already."""

    ghostly = True

    def __init__(self, name: str, role: str) -> None:
        super().__init__(name, role)
        self._middles = np.empty((0, 2))  # (n, 2) along the axes
        self._high = 0.0

    def set(self, marked: NDArray[np.bool_], top: float, bottom: float) -> None:
        """Outline the marked cells (rows, columns) of a map around x = 1, 2, ... from `top` down to `bottom`."""
        self._high = (top - bottom) / max(len(marked), 1)
        rows, columns = np.nonzero(marked)
        self._middles = np.stack([columns + 1.0, top - (rows + 0.5) * self._high], axis=1)
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw nothing."""

    @override
    def draw_ghost(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.theme.style(self.role).pen(OUTLINE, "solid"))
        for x, y in self._middles.tolist():
            corners = [pixels.exact(x + side * 0.4, y - side * 0.4 * self._high) for side in (-1, 1)]
            place = QRectF(QPointF(corners[0]), QPointF(corners[1]))
            if pixels.rect.contains(place):
                painter.drawRect(place)
