"""Bars in groups: one number of several series for each of a few things, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from metascope.widgets.look.text import number
from metascope.widgets.look.theme import DIM, GRID
from metascope.widgets.plots.canvas.ink import Array, Pixels
from metascope.widgets.plots.canvas.mark import Emphasis, Mark, Reading

GROUP = 0.84  # of the distance between two groups, filled with bars
LEAST = 1.0  # pixels: height of a bar of 0, so that it is visible
TICK = 2.0  # pixels: thickness of the line at the number that a bar is compared with


@dataclass(frozen=True, eq=False)
class Bars:
    """One series: a bar for each group, in the style of `role`; a line across it where `beside` is a number."""

    name: str  # of its columns
    role: str
    label: str
    values: Array  # (groups,)
    beside: Array = field(default_factory=lambda: np.empty(0))  # (groups,) what each is compared with, or none
    emphasis: Emphasis = "full"


class BarsItem(Mark):
    """Bars from 0 up or down, in groups around x = 1, 2, ..., drawn in one go and cached."""

    kept = True
    ghostly = True

    def __init__(self, name: str, groups: Sequence[str], beside: str, unit: str = "") -> None:
        """Make an empty mark.

        Args:
            name: of its columns.
            groups: what each group is called.
            beside: what the lines across the bars are, with {value} for the number.
            unit: of the numbers, as it is read.
        """
        super().__init__(name)
        self._groups, self._beside, self._unit = tuple(groups), beside, unit
        self._bars: tuple[Bars, ...] = ()

    def set(self, bars: Sequence[Bars], groups: Sequence[str] | None = None) -> None:
        """Show these series, each at its own place within the groups, which may be called otherwise from now on."""
        self._bars = tuple(bars)
        self._groups = self._groups if groups is None else tuple(groups)
        self.changed()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the bars, and across each what it is compared with."""
        whole = painter.opacity()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for bars, group, place in self._places(pixels):
            painter.setOpacity(whole * (DIM if bars.emphasis == "dim" else 1.0))
            seen = place.intersected(pixels.rect)
            if not seen.isEmpty():
                painter.fillRect(seen, QColor(self.theme.style(bars.role).colour))
            if len(bars.beside):
                self._draw_beside(painter, pixels, place, float(bars.beside[group]))
        painter.setOpacity(whole)

    def _draw_beside(self, painter: QPainter, pixels: Pixels, place: QRectF, value: float) -> None:
        at = pixels.exact(0, value).y()
        if np.isfinite(value) and pixels.rect.top() <= at <= pixels.rect.bottom():
            for colour, high in ((self.theme.panel, TICK + 2), (self.theme.text, TICK)):
                painter.fillRect(QRectF(place.left() - 1, at - high / 2, place.width() + 2, high), QColor(colour))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the number of the bar in whose column the pointer is, from a little beyond its ends."""
        for bars, group, place in self._places(pixels):
            around = place.adjusted(0, -GRID, 0, GRID)
            if around.contains(at):
                x = (place.center().x() - float(pixels.offset[0])) / float(pixels.scale[0])
                return Reading(abs(place.center().x() - at.x()), x, float(bars.values[group]), self._told(bars, group))
        return None

    def at(self, x: float, y: float) -> str:
        """Return the name of the series whose bar is at a place along the axes, nothing where there is none."""
        pixels = self.pixels()
        place = pixels.exact(x, y)
        found = (bars.name for bars, _, bar in self._places(pixels) if bar.adjusted(0, -GRID, 0, GRID).contains(place))
        return next(found, "")

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return the groups once, each series' numbers, and what they are compared with."""
        shown = [bars for bars in self._bars if bars.emphasis != "hidden"]
        found: dict[str, NDArray[np.generic]] = {}
        if shown:
            found[f"{self.name}.group"] = np.array(self._groups, dtype=np.str_)
        for bars in shown:
            found[bars.name] = bars.values
            if len(bars.beside):
                found[f"{bars.name}.beside"] = bars.beside
        return found

    def _places(self, pixels: Pixels) -> Iterator[tuple[Bars, int, QRectF]]:
        """Yield each bar that is a number: its series, its group and its rectangle in pixels."""
        wide = GROUP / max(len(self._bars), 1)
        for place, bars in enumerate(self._bars):
            if bars.emphasis == "hidden":
                continue
            for group, value in enumerate(bars.values.tolist()):
                if np.isfinite(value):
                    left = group + 1 - GROUP / 2 + place * wide
                    foot, top = pixels.exact(left, 0.0), pixels.exact(left + 0.88 * wide, value)
                    high = max(abs(foot.y() - top.y()), LEAST)
                    upper = foot.y() - high if value >= 0 else foot.y()
                    yield bars, group, QRectF(foot.x(), upper, top.x() - foot.x(), high)

    def _told(self, bars: Bars, group: int) -> str:
        value = f"{number(float(bars.values[group]), 3)}{self._unit}"
        text = self.tr("{label}, {group}: {value}").format(label=bars.label, group=self._groups[group], value=value)
        if not len(bars.beside) or not np.isfinite(bars.beside[group]):
            return text
        return f"{text}\n" + self._beside.format(value=f"{number(float(bars.beside[group]), 3)}{self._unit}")
