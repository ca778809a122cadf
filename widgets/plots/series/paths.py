"""Paths of starts (bold), and of their adaptation inside a meta-step (thin)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from metascope.widgets.look.text import number
from metascope.widgets.look.theme import MARK
from metascope.widgets.plots.canvas.ink import Array, Pixels, draw_dots, draw_symbols, shaped
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, nearest
from metascope.widgets.plots.canvas.spots import Spot
from metascope.widgets.plots.canvas.strokes import draw_line

FRESH = 12.0  # pixels of a growing path that are drawn each time before its picture is made again
FEW = 16  # points of a line that are drawn as they are
FAINT = 0.4  # opacity of what lies after the current inner step
FADES = (0.25, 0.5, 0.75, 1.0)  # how much of a series' colour a trail's parts have, oldest first


class TrailItem(Mark):
    """Where starts have been: a bold path whose tail fades and which ends in a filled mark of the series.

    While the path only grows, its picture is cached, and what was added since is drawn over it.
    """

    kept = True
    ghostly = True

    def __init__(self, name: str, role: str, label: str = "") -> None:
        super().__init__(name, role, label)
        self._points = np.empty((0, 0, 2))
        self._past = self._points  # the rows in the cached picture
        self._pictured = self._points  # those that the picture has

    def set(self, points: Array) -> None:
        """Show paths `points` (n, starts, 2), oldest first; a row of NaNs is a break."""
        self._points = shaped(points, 3)
        if self._stays():
            return
        self._pictured = points
        if self._continues() or len(points) == 1 == len(self._past) + 1:  # without a path nothing is cached
            self.update()
        else:
            self._past = points[:-1]
            self.changed()

    def _stays(self) -> bool:
        """Return whether the picture has the path already: since then it has not moved."""
        points, told = self._points, self._pictured
        if points.shape[1:] != told.shape[1:] or len(points) < len(told) or len(told) == 0:
            return points.shape == told.shape
        since = points[len(told) - 1 :]
        if self.seen_to_move(since, told[-1]):
            return False
        return len(told) == 1 or np.array_equal(points[: len(told) - 1], told[:-1], equal_nan=True)

    def _continues(self) -> bool:
        """Return whether the path in the cached picture is still valid, and what was added since is short."""
        past, points = self._past, self._points
        if not 0 < len(past) < len(points) or past.shape[1:] != points.shape[1:]:
            return False
        since = np.abs((points[-1] - past[-1]) * self.pixels().scale).max(initial=0.0)
        return bool(since <= FRESH and np.array_equal(points[: len(past)], past, equal_nan=True))

    @override
    def blank(self, pixels: Pixels) -> bool:
        return len(self._points) == 0

    @override
    def inked(self, pixels: Pixels) -> QRectF:
        if len(self._past) < 2:
            return QRectF()
        placed = pixels.place(self._past).reshape(-1, 2)
        placed = placed[np.isfinite(placed).all(axis=1)]
        if len(placed) < 2:
            return QRectF()
        (left, top), (right, bottom) = placed.min(axis=0).tolist(), placed.max(axis=0).tolist()
        return QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-MARK, -MARK, MARK, MARK)

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        self._draw_paths(painter, pixels, self._points if pixels.paper else self._past)

    def _draw_paths(self, painter: QPainter, pixels: Pixels, points: Array) -> None:
        style = self.theme.style(self.role)
        for whole in pixels.place(points).swapaxes(0, 1):
            line = spread(whole)
            ends = [(len(line) - 1) * part // len(FADES) for part in range(len(FADES) + 1)]
            for first, last, fade in zip(ends[:-1], ends[1:], FADES, strict=True):
                draw_line(painter, pixels, line[first : last + 1], style.faded_pen(self.theme.panel, 1 - fade))

    @override
    def draw_over(self, painter: QPainter, pixels: Pixels) -> None:
        if pixels is self.known.screen:
            self._pictured = self._points
        if not pixels.paper:
            fresh = self._points[max(len(self._past) - 1, 0) :]
            if len(fresh) > 1:
                pen = self.theme.style(self.role).pen()
                for line in pixels.place(fresh).swapaxes(0, 1):
                    draw_line(painter, pixels, spread(line) if len(line) > FEW else line, pen)
        self._draw_ends(painter, pixels)

    @override
    def draw_ghost(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw whole paths and their marks, whatever the cached picture holds."""
        self._draw_paths(painter, pixels, self._points)
        if len(self._points):
            self._draw_ends(painter, pixels)

    def _draw_ends(self, painter: QPainter, pixels: Pixels) -> None:
        style = self.theme.style(self.role)
        ends = [pixels.pixel(x, y) for x, y in self._points[-1].tolist()]
        draw_symbols(painter, pixels, ends, style.symbol, MARK, style.colour, self.theme.panel, 1.5)

    @override
    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        ends = self._points[-1].tolist() if len(self._points) else []
        return [Spot(self.role, x, y, MARK, self.label) for x, y in ends]

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        flat = self._points.reshape(-1, 2)
        index, distance = nearest(pixels.place(flat), at)
        if distance > REACH:
            return None
        x, y = flat[index].tolist()
        return Reading(distance, x, y, f"{self.label}: {number(x, 4)}, {number(y, 4)}")

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {
            f"{self.name}.{start}.{axis}": self._points[:, start, index]
            for start in range(self._points.shape[1])
            for index, axis in enumerate("xy")
        }


def spread(line: Array) -> Array:
    """Leave out points of a line (n, 2) in pixels less than 1.5 pixels of path after the one before; keep the last."""
    if len(line) < 3:
        return line
    gaps = np.abs(np.diff(line, axis=0)).sum(axis=1)  # (n - 1,)
    if not np.isfinite(gaps).all():
        return line
    bins = (np.concatenate([[0.0], np.cumsum(gaps)]) / 1.5).astype(np.int64)
    kept = np.concatenate([[True], np.diff(bins) > 0])
    kept[-1] = True
    return np.asarray(line[kept])


@lru_cache(maxsize=64)
def _faded(colour: str, alpha: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(alpha)
    return faded


class FanItem(Mark):
    """The adaptation of a start to each task: thin dotted paths, a dot per inner step, an open ring at the end.

    The current step's dots are larger; later ones are faint.
    """

    ghostly = True

    def __init__(self, name: str, role: str, label: str = "") -> None:
        super().__init__(name, role, label)
        self._points = self._pictured = np.empty((0, 0, 2))  # the last ones, and those that the picture has
        self._upto = 0
        self._letters: Sequence[str] = ()

    def set(self, points: Array, upto: int, letters: Sequence[str] = ()) -> None:
        """Show inner paths `points` (k + 1, n, 2) up to inner step `upto` (0..k; more is k).

        `letters` name the n paths, each a task.
        """
        now = min(max(upto, 0), len(points) - 1)
        self._points, self._letters = shaped(points, 3), letters
        if now != self._upto or points.shape != self._pictured.shape or self.seen_to_move(points, self._pictured):
            self._pictured, self._upto = points, now
            self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return self._points.size == 0

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the paths, one dot per inner step, the current dots and the rings."""
        style, now = self.theme.style(self.role), self._upto
        if pixels is self.known.screen:
            self._pictured = self._points
        placed = pixels.place(self._points)
        seen = pixels.sees_all(placed)
        along = placed.swapaxes(0, 1)  # path by path, so that dots on the same pixel follow each other
        faint, line = style.pen(1.0, "dotted", alpha=FAINT), style.pen(1.0, "dotted")
        for path in along:
            if now < len(path) - 1:
                draw_line(painter, pixels, path[now:], faint, seen=seen)
            draw_line(painter, pixels, path[: now + 1], line, seen=seen)
        draw_dots(painter, pixels, along[:, 1 : now + 1].reshape(-1, 2), style.colour, 4.0, seen=seen)
        if now < len(placed) - 1:
            later = along[:, now + 1 :].reshape(-1, 2)
            draw_dots(painter, pixels, later, _faded(style.colour, 0.35), 3.0, seen=seen)
        self._draw_ends(painter, pixels, placed)

    def _draw_ends(self, painter: QPainter, pixels: Pixels, placed: Array) -> None:
        style, at_end = self.theme.style(self.role), self._upto == len(placed) - 1
        fill, ring = _faded(self.theme.panel, 0.85), _faded(style.colour, 1.0 if at_end else FAINT)
        draw_symbols(painter, pixels, placed[-1].tolist(), "ring", MARK - 2, fill.rgba(), ring.rgba(), 2.0)
        if not at_end:
            draw_dots(painter, pixels, placed[self._upto], self.theme.panel, MARK - 1)
            draw_dots(painter, pixels, placed[self._upto], style.colour, MARK - 3)

    @override
    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        """Return where the paths are now; for one that has diverged, its last place that is a number."""
        if self._points.size == 0:
            return ()
        past, at_end = self._points[: self._upto + 1], self._upto == len(self._points) - 1
        size = MARK - 2 if at_end else MARK - 3
        last = past[-1].tolist()
        if all(math.isfinite(x) and math.isfinite(y) for x, y in last):
            return [Spot(self.role, x, y, size, self.label, hollow=at_end) for x, y in last]
        found = []
        for path in past.swapaxes(0, 1):
            there = np.flatnonzero(np.isfinite(path).all(axis=1))
            if len(there):
                x, y = path[there[-1]].tolist()
                drawn = int(there[-1]) == len(path) - 1
                found.append(Spot(self.role, x, y, size, self.label, hollow=at_end, drawn=drawn))
        return found

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        flat = self._points.reshape(-1, 2)
        index, distance = nearest(pixels.place(flat), at)
        if distance > REACH:
            return None
        tick, path = divmod(index, self._points.shape[1])
        x, y = flat[index].tolist()
        where = self.tr(", task {letter}").format(letter=self._letters[path]) if self._letters else ""
        text = self.tr("{label}{where}, inner step {tick}: {x}, {y}").format(
            label=self.label, where=where, tick=tick, x=number(x, 4), y=number(y, 4)
        )
        return Reading(distance, x, y, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        letters = self._letters or [str(path) for path in range(self._points.shape[1])]
        return {
            f"{self.name}.{letter}.{axis}": self._points[:, path, index]
            for path, letter in enumerate(letters)
            for index, axis in enumerate("xy")
        }


class CursorItem(Mark):
    """A thin upright line at one place of the x axis: where a clock stands; on paper only where it is asked for."""

    def __init__(self, name: str, role: str = "ink", label: str = "") -> None:
        super().__init__(name, role, label)
        self.on_paper = False
        self._x = float("nan")

    @property
    def at(self) -> float:
        """Where it stands, NaN where it is hidden."""
        return self._x

    def set(self, x: float) -> None:
        """Move to `x`, or hide for NaN."""
        if x != self._x:
            self._x = x
            self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return math.isnan(self._x) or (pixels.paper and not self.on_paper)

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        x = pixels.point(self._x, 0.0).x()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.muted), 1))
        painter.drawLine(QPointF(x, pixels.rect.top()), QPointF(x, pixels.rect.bottom()))
