"""Bands between quantiles of several runs, each with its median as a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from metascope.simulator.engine.method import Style
from metascope.widgets.look.pens import SeriesStyle
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import BAND, DIM
from metascope.widgets.plots.canvas.ink import FAR, Array, Pixels, polygon
from metascope.widgets.plots.canvas.mark import REACH, Emphasis, Mark, Reading
from metascope.widgets.plots.canvas.strokes import draw_fine_line
from metascope.widgets.plots.series.lines import in_sight

LAYERED = 0.22  # opacity of areas that lie on each other, together
OUTLINE = 0.5  # opacity of their edges
COVERED = 0.5  # of a band's area: from there on another lies on it


@dataclass(frozen=True, eq=False)
class Band:
    """Quantiles of one series along x, in the style of `role`; they may be absent (NaN) for a stretch.

    The area between the lowest and the highest is drawn, over it that between the next two, and the one in the middle
    as a line.
    """

    name: str  # of its columns
    role: str
    label: str  # what a person reads
    x: Array  # (n,) rising
    edges: Array  # (q, n) along the axis's scale, rising in q; q is odd
    emphasis: Emphasis = "full"
    told: Array = field(default_factory=lambda: np.empty((0, 0)))  # (q, n) as read, where a scale bends `edges`
    counts: Array = field(default_factory=lambda: np.empty(0))  # (n,) of how many members the quantiles are, if told
    members: int = 0  # how many there are in all
    styles: Mapping[str, Style] | None = None  # that know the role, where it is another story's
    line: bool = True  # whether the one in the middle is drawn: not where it is a line of its own
    told_x: NDArray[np.generic] = field(default_factory=lambda: np.empty(0))  # (n,) `x` as read, where that is another

    @property
    def numbers(self) -> Array:
        """The quantiles as a person reads them: (q, n)."""
        return self.told if len(self.told) else self.edges

    @property
    def places(self) -> NDArray[np.generic]:
        """Where they are, as a person reads it: (n,) numbers or words."""
        return self.told_x if len(self.told_x) else self.x

    def looks_like(self, other: Band) -> bool:
        """Return whether the two are drawn and read alike; much cheaper than drawing a band again."""
        arrays = ((self.x, other.x), (self.edges, other.edges), (self.told, other.told), (self.counts, other.counts))
        return (
            self._style() == other._style()
            and np.array_equal(self.told_x, other.told_x)
            and all(mine is its or np.array_equal(mine, its, equal_nan=True) for mine, its in arrays)
        )

    def _style(self) -> tuple[object, ...]:
        return self.name, self.role, self.label, self.emphasis, self.members, self.line


class BandsItem(Mark):
    """Quantiles of series, drawn in one go and cached; those that are `ghostly`, behind another run's picture, too."""

    kept = True

    def __init__(self, name: str, *, ghostly: bool = False) -> None:
        super().__init__(name)
        self.ghostly = ghostly
        self._bands: tuple[Band, ...] = ()

    @property
    def bands(self) -> tuple[Band, ...]:
        """What is drawn."""
        return self._bands

    def set(self, bands: Sequence[Band]) -> None:
        """Show these bands, the last on top."""
        alike = len(bands) == len(self._bands) and all(
            one.looks_like(other) for one, other in zip(bands, self._bands, strict=True)
        )
        if not alike:
            self._bands = tuple(bands)
            self.changed()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._bands

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the areas, paler and with outlines where bands cover each other, and the lines above all of them."""
        whole = painter.opacity()
        shown = [band for band in self._bands if band.emphasis != "hidden" and len(band.x)]
        for band in shown:
            painter.setOpacity(whole * (DIM if band.emphasis == "dim" else 1.0))
            layers = sum(_covers(other, band) for other in shown if other.emphasis == band.emphasis)
            self._draw_areas(painter, pixels, band, BAND if layers < 2 else 1 - (1 - LAYERED) ** (1 / layers))
            if layers > 1:
                self._draw_outline(painter, pixels, band)
        for band in shown:
            painter.setOpacity(whole * (DIM if band.emphasis == "dim" else 1.0))
            self._draw_middle(painter, pixels, band)
        painter.setOpacity(whole)

    def _style(self, band: Band) -> SeriesStyle:
        theme = self.theme if band.styles is None else self.theme.with_styles(band.styles)
        return theme.style(band.role)

    def _draw_outline(self, painter: QPainter, pixels: Pixels, band: Band) -> None:
        line = self._style(band).pen(1.0, alpha=OUTLINE)
        for edge in (band.edges[0], band.edges[-1]):
            draw_fine_line(painter, pixels, pixels.place(np.stack(in_sight(band.x, edge, pixels), axis=1)), line)

    def _draw_areas(self, painter: QPainter, pixels: Pixels, band: Band, opacity: float) -> None:
        colour = QColor(self._style(band).colour)
        colour.setAlphaF(opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for row in range(len(band.edges) // 2):
            for part in _areas(band.x, band.edges[row], band.edges[-1 - row], pixels):
                painter.drawPolygon(polygon(part))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_middle(self, painter: QPainter, pixels: Pixels, band: Band) -> None:
        if not band.line:
            return
        style, middle = self._style(band), band.edges[len(band.edges) // 2]
        points = pixels.place(np.stack(in_sight(band.x, middle, pixels), axis=1))
        draw_fine_line(painter, pixels, points, style.pen(style.width / 2))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the quantiles where the pointer is in a band or near its line."""
        best: Reading | None = None
        for band in self._bands:
            found = self._reading(band, at, pixels) if band.emphasis != "hidden" and len(band.x) else None
            if found is not None and (best is None or found.distance < best.distance):
                best = found
        return best

    def _reading(self, band: Band, at: QPointF, pixels: Pixels) -> Reading | None:
        x = (at.x() - float(pixels.offset[0])) / float(pixels.scale[0])
        index = int(np.abs(band.x - x).argmin())
        places = pixels.place(np.stack([np.full(len(band.edges), band.x[index]), band.edges[:, index]], axis=1))
        if not np.isfinite(places).all() or abs(places[0, 0] - at.x()) > REACH:
            return None
        heights = places[:, 1]
        distance = float(abs(heights[len(heights) // 2] - at.y()))
        if heights.min() <= at.y() <= heights.max():
            distance = min(distance, REACH - 1)  # a line under the pointer comes first
        if distance > REACH:
            return None
        low, middle, high = (band.numbers[row, index] for row in (0, len(heights) // 2, -1))
        text = self.tr("{label}: {middle} ({low} to {high}) at {x}").format(
            label=band.label, middle=number(middle, 4), low=number(low), high=number(high), x=_read(band.places[index])
        )
        if len(band.counts):
            text = self.tr("{text}; {n} of {all} runs").format(text=text, n=int(band.counts[index]), all=band.members)
        return Reading(distance, float(band.x[index]), float(band.edges[len(heights) // 2, index]), text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return x and the quantiles of each series, the lowest first."""
        found: dict[str, NDArray[np.generic]] = {}
        for band in self._bands:
            found[f"{band.name}.quantiles.x"] = band.places
            found |= {f"{band.name}.quantile.{row}": values for row, values in enumerate(band.numbers)}
            if len(band.counts):
                found[f"{band.name}.quantiles.runs"] = band.counts
        return found


def _read(place: np.generic) -> str:
    """Return a place as a person reads it."""
    return str(place) if isinstance(place, np.str_) else number(float(place.item()), 4)


def _covers(band: Band, other: Band) -> bool:
    """Return whether a band covers at least half of another's area; every band covers itself."""
    if band is other:
        return True
    x, low, high = other.x, other.edges[0], other.edges[-1]
    there = np.isfinite(low) & np.isfinite(high)
    if not there.any():
        return False
    under, over = (np.interp(x, band.x, edge, np.nan, np.nan) for edge in (band.edges[0], band.edges[-1]))
    shared = np.nan_to_num(np.minimum(high, over) - np.maximum(low, under)).clip(0)
    return bool(shared[there].sum() > COVERED * (high - low)[there].sum())


def _areas(x: Array, low: Array, high: Array, pixels: Pixels) -> list[Array]:
    """Return the outlines in pixels (m, 2) of the stretches in which both edges are numbers."""
    there = np.isfinite(low) & np.isfinite(high)
    ends = np.flatnonzero(np.diff(np.concatenate([[False], there, [False]]).astype(np.int8)))
    return [
        _outline(x[first:last], low[first:last], high[first:last], pixels)
        for first, last in zip(ends[::2], ends[1::2], strict=True)
    ]


def _outline(x: Array, low: Array, high: Array, pixels: Pixels) -> Array:
    (x, low), (_, high) = in_sight(x, low, pixels), in_sight(x, high, pixels)
    under, over = (pixels.place(np.stack([x, edge], axis=1)) for edge in (low, high))
    outline = np.concatenate([under, over[::-1]])
    rect, spare = pixels.rect, 0.0 if pixels.paper else FAR
    low_edge, high_edge = (rect.left() - spare, rect.top() - spare), (rect.right() + spare, rect.bottom() + spare)
    return np.asarray(np.clip(outline, low_edge, high_edge))
