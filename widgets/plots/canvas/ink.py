"""Draws points, broken lines, symbols and text over data, in pixels, whatever the plot's range."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF, QTransform
from shiboken6 import VoidPtr

from metascope.simulator.engine.method import Symbol
from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.theme import GRID, LIGHT, RADIUS, Theme

Array = NDArray[np.float64]
SOME = 12  # copies of a picture that are drawn one by one: preparing to draw them together takes as long
FAR = 4000.0  # pixels beyond the plot up to which Qt draws lines without artefacts or cost


@dataclass(frozen=True)
class Pixels:
    """Where data lie in the plot's own pixels: a scale and an offset for each axis, and the plot's rectangle."""

    scale: Array  # (2,)
    offset: Array  # (2,)
    rect: QRectF
    paper: bool = False  # lines are cut at the rectangle, since not every reader of SVG clips
    ratio: float = 1.0  # the screen's own pixels for each of these

    @staticmethod
    def of(transform: QTransform, rect: QRectF, paper: bool = False, ratio: float = 1.0) -> Pixels:
        """Read the mapping of a plot that is neither rotated nor sheared."""
        scale = np.array([transform.m11(), transform.m22()])
        return Pixels(scale, np.array([transform.dx(), transform.dy()]), rect, paper, ratio)

    @cached_property
    def limits(self) -> Array:
        """Where lines are cut: (2, 2) left and top, right and bottom."""
        spare = 0.0 if self.paper else FAR
        rect = self.rect.adjusted(-spare, -spare, spare, spare)
        return np.array([[rect.left(), rect.top()], [rect.right(), rect.bottom()]])

    @cached_property
    def edges(self) -> tuple[float, float, float, float]:
        """The plot's left, top, right and bottom."""
        return self.rect.left(), self.rect.top(), self.rect.right(), self.rect.bottom()

    @cached_property
    def mapping(self) -> tuple[float, float, float, float]:
        """The scales of x and y, then their offsets, as numbers: for a single point."""
        across, down = self.scale.tolist()
        left, top = self.offset.tolist()
        return across, down, left, top

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel of one data point as numbers."""
        across, down, left, top = self.mapping
        return x * across + left, y * down + top

    def sees_pixel(self, x: float, y: float) -> bool:
        """Return whether one pixel lies within the limits; NaN does not."""
        left, top, right, bottom = self.bounds
        return left <= x <= right and top <= y <= bottom

    @cached_property
    def _middle(self) -> tuple[Array, Array]:
        return self.limits.mean(axis=0), np.diff(self.limits, axis=0)[0] / 2

    def sees(self, points: Array) -> NDArray[np.bool_]:
        """Return which pixels (n, 2) lie within the limits; NaN does not."""
        middle, half = self._middle
        return np.asarray((np.abs(points - middle) <= half).all(axis=1))

    def sees_all(self, points: Array) -> bool:
        """Return whether all pixels (..., 2) lie within the limits."""
        middle, half = self._middle
        return bool((np.abs(points - middle) <= half).all())

    def sees_point(self, point: QPointF) -> bool:
        """Return whether one pixel lies within the limits; NaN does not."""
        return self.sees_pixel(point.x(), point.y())

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """The `limits` as numbers: left, top, right and bottom."""
        left, top, right, bottom = self.limits.ravel().tolist()
        return left, top, right, bottom

    def exact(self, x: float, y: float) -> QPointF:
        """Return the pixel of one data point, however far outside; NaN stays NaN."""
        return QPointF(*self.pixel(x, y))

    def place(self, points: Array) -> Array:
        """Return the pixels of data points, both (..., 2); NaN stays NaN."""
        with np.errstate(over="ignore", invalid="ignore"):
            return points * self.scale + self.offset

    def point(self, x: float, y: float) -> QPointF:
        """Return the pixel of one data point, at most a little beyond `FAR` outside."""
        place, edge = self.exact(x, y), 10 * FAR
        return QPointF(min(max(place.x(), -edge), edge), min(max(place.y(), -edge), edge))


def shaped(points: Array, dimensions: int) -> Array:
    """Return points (..., 2) of so many dimensions as they are.

    Raises:
        ValueError: they are something else, as those of a damaged file may be.
    """
    if points.ndim != dimensions or points.shape[-1] != 2:
        raise ValueError(f"points of {dimensions} dimensions must be given, not of shape {points.shape}")
    return points


def runs(points: Array, limits: Array) -> list[Array]:
    """Split a line (n, 2) in pixels at NaNs, and cut it at the limits (2, 2)."""
    finite = np.isfinite(points).all(axis=1)
    if not finite.all():
        edges = np.flatnonzero(np.diff(np.concatenate([[False], finite, [False]]).astype(np.int8)))
        parts = [points[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        return [run for part in parts for run in runs(part, limits)]
    if ((points >= limits[0]) & (points <= limits[1])).all():
        return [points] if len(points) else []
    return _cut(points, limits)


def _cut(points: Array, limits: Array) -> list[Array]:
    """Clip a finite line to a rectangle, segment by segment (Liang and Barsky 1984), and join what stays whole."""
    starts, steps = points[:-1], np.diff(points, axis=0)  # (n - 1, 2)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        bounds = (limits[:, None] - starts) / steps  # (2, n - 1, 2)
    inside = (starts >= limits[0]) & (starts <= limits[1])
    flat = steps == 0
    enter = np.where(flat, np.where(inside, 0.0, np.inf), bounds.min(axis=0)).max(axis=1).clip(0)  # (n - 1,)
    leave = np.where(flat, np.where(inside, 1.0, -np.inf), bounds.max(axis=0)).min(axis=1).clip(max=1)
    kept = np.flatnonzero(enter <= leave)
    firsts = starts[kept] + enter[kept, None] * steps[kept]
    lasts = starts[kept] + leave[kept, None] * steps[kept]
    joined = (np.diff(kept) == 1) & (leave[kept[:-1]] == 1) & (enter[kept[1:]] == 0)
    groups = np.split(np.arange(len(kept)), np.flatnonzero(~joined) + 1)
    return [np.concatenate([firsts[group[:1]], lasts[group]]) for group in groups if len(group)]


def polygon(points: Array) -> QPolygonF:
    """Return pixels (n, 2) as Qt's polygon."""
    made, count = QPolygonF(), len(points)
    if count:
        made.resize(count)
        room: Any = VoidPtr(made.data(), 16 * count, True)  # type: ignore[call-arg, arg-type]  # its numbers in memory
        np.frombuffer(room, np.float64).reshape(count, 2)[:] = points
    return made


def draw_dots(
    painter: QPainter, pixels: Pixels, points: Array, colour: QColor | str, size: float, *, seen: bool = False
) -> None:
    """Draw round dots (n, 2) of `size` pixels in one go; NaNs and dots far away are left out, unless all are `seen`.

    On the screen, of dots that follow each other on the same pixel, as where a path has come to rest, one is drawn.
    """
    near = points if seen or pixels.sees_all(points) else points[pixels.sees(points)]
    if len(near) == 0:
        return
    if pixels.paper:
        pen = QPen(QColor(colour), size)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(polygon(near))
        return
    whole = np.rint(near)
    moved = np.empty(len(near), dtype=bool)
    moved[0] = True
    (whole[1:] != whole[:-1]).any(axis=1, out=moved[1:])
    picture = _dot(QColor(colour).rgba(), size, pixels.ratio)  # a copy costs a fifth of a dot
    draw_copies(painter, near[moved], picture)


def draw_copies(painter: QPainter, places: Array, picture: QPixmap) -> None:
    """Draw a picture with its middle at each of some pixels (n, 2)."""
    if len(places) <= SOME or picture.devicePixelRatio() != 1:  # Qt's fragments know no other ratio
        half = picture.deviceIndependentSize().width() / 2
        for x, y in (places - half).tolist():
            painter.drawPixmap(QPointF(x, y), picture)
        return
    copies = pg.Qt.internals.PrimitiveArray(QPainter.PixmapFragment, 10)
    copies.resize(len(places))
    told = copies.ndarray()  # (n, 10) middle, left, top, width and height of the part, scales, rotation, opacity
    told[:] = (0, 0, 0, 0, picture.width(), picture.height(), 1, 1, 0, 1)
    told[:, :2] = places
    painter.drawPixmapFragments(*copies.drawargs(), picture)  # type: ignore[call-arg]  # an address and a count


@lru_cache(maxsize=64)
def _dot(colour: int, size: float, ratio: float) -> QPixmap:
    """Return the picture of a dot in a colour with its alpha, in the middle of a square."""
    side = math.ceil(size * ratio) + 2
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(colour))
        painter.drawEllipse(QPointF(side / 2, side / 2), size * ratio / 2, size * ratio / 2)
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def symbol_picture(
    symbol: Symbol, size: float, fill: str | int, outline: str | int, width: float, ratio: float
) -> QPixmap:
    """Return the picture of a symbol in the middle of a square; colours by name, or as Qt's number with their alpha."""
    side = 2 * math.ceil((0.7 * size + width) * ratio + 1)  # even: its middle is where pixels meet
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        middle = QPointF(side / ratio / 2, side / ratio / 2)
        draw_symbol(painter, middle, symbol, size, QBrush(_colour(fill)), QPen(_colour(outline), width))
    picture.setDevicePixelRatio(ratio)
    return picture


def _colour(told: str | int) -> QColor:
    return QColor(told) if isinstance(told, str) else QColor.fromRgba(told)


def draw_at(painter: QPainter, x: float, y: float, picture: QPixmap) -> None:
    """Draw a picture with its middle at a pixel."""
    half = picture.width() / picture.devicePixelRatio() / 2
    painter.drawPixmap(QPointF(x - half, y - half), picture)


def draw_symbols(
    painter: QPainter,
    pixels: Pixels,
    places: Iterable[tuple[float, float]],
    symbol: Symbol,
    size: float,
    fill: str | int,
    outline: str | int,
    width: float,
) -> None:
    """Draw a symbol at some pixels: on the screen from a cached picture at whole pixels, in a fifth of the time.

    Places far away, and NaNs, are left out; the outline is solid. Colours are told as in `symbol_picture`.
    """
    left, top, right, bottom = pixels.bounds
    seen = [(x, y) for x, y in places if left <= x <= right and top <= y <= bottom]
    if pixels.paper:
        pen, brush = QPen(_colour(outline), width), QBrush(_colour(fill))
        for x, y in seen:
            draw_symbol(painter, QPointF(x, y), symbol, size, brush, pen)
    elif seen:
        picture = symbol_picture(symbol, size, fill, outline, width, pixels.ratio)
        half = picture.width() / pixels.ratio / 2
        for x, y in seen:
            painter.drawPixmap(QPointF(x - half, y - half), picture)


def text_box(painter: QPainter, rect: QRectF, text: str, theme: Theme, border: str) -> None:
    """Draw a small box of text that stands out from any picture."""
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(theme.font("small"))
    painter.setPen(QColor(theme.text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def text_size(text: str, theme: Theme) -> tuple[float, float]:
    """Return width and height in pixels of the box that small text needs."""
    return _text_size(text, theme.font_scale)


@lru_cache(maxsize=1024)
def _text_size(text: str, scale: float) -> tuple[float, float]:
    metrics = QFontMetricsF(LIGHT.scaled(scale).font("small"))
    lines = text.split("\n")
    width = max(metrics.horizontalAdvance(line) for line in lines)
    return width + GRID, metrics.height() * len(lines) + GRID / 2
