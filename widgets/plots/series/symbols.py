"""Places marked by the symbol of a series, filled or hollow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID
from metascope.widgets.plots.canvas.ink import Array, Pixels, shaped
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, nearest
from metascope.widgets.plots.canvas.spots import Spot


class SymbolsItem(Mark):
    """Marks at places (n, 2) along the axes' scales; hollow ones stand for results of others."""

    kept = True

    def __init__(self, name: str, role: str, label: str, *, hollow: bool = False, text: str = "") -> None:
        """Make it empty; `text` is how a place is read, with {label} and {value}, where x means nothing."""
        super().__init__(name, role, label)
        self._hollow, self._text = hollow, text
        self._places = self._told = np.empty((0, 2))

    def set(self, places: Array, told: Array | None = None) -> None:
        """Mark these places (n, 2), none where there is no row; `told` (n, 2) is read where scales are not linear."""
        told = places if told is None else told
        if not (np.array_equal(places, self._places, equal_nan=True) and np.array_equal(told, self._told)):
            self._places, self._told = shaped(places, 2), shaped(told, 2)
            self.changed()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        style = self.theme.style(self.role)
        fill = QBrush(QColor(self.theme.panel if self._hollow else style.colour))
        outline = pen(style.colour if self._hollow else self.theme.panel, 1.5 if self._hollow else 1.0)
        placed = pixels.place(self._places)
        for x, y in placed[pixels.sees(placed)].tolist():
            draw_symbol(painter, QPointF(x, y), style.symbol, 1.25 * GRID, fill, outline)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        index, distance = nearest(pixels.place(self._places), at)
        if distance > REACH:
            return None
        x, y = self._places[index].tolist()
        across, value = self._told[index].tolist()
        text = self._text or self.tr("{label}: {value} at {x}")
        text = text.format(label=self.label, value=number(value, 4), x=number(across, 4))
        return Reading(distance, x, y, text)

    @override
    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        size, hollow = 1.25 * GRID, self._hollow
        return [Spot(self.role, x, y, size, self.label, hollow=hollow) for x, y in self._places.tolist()]

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {f"{self.name}.x": self._told[:, 0], self.name: self._told[:, 1]} if len(self._told) else {}
