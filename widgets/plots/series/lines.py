"""Named lines over one axis: losses over a parameter, learning curves over meta-steps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from typing_extensions import override

from metascope.simulator.engine.method import Dash
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import DIM
from metascope.widgets.plots.canvas.ink import Array, Pixels, draw_dots
from metascope.widgets.plots.canvas.labels import BADGE, draw_kept_badge
from metascope.widgets.plots.canvas.mark import GLIMPSED, REACH, Emphasis, Mark, Reading, is_glimpsed, miss, nearest
from metascope.widgets.plots.canvas.spots import TOGETHER, Spot
from metascope.widgets.plots.canvas.strokes import draw_fine_line

APART = 1.05  # of a badge: nearer ones cover each other
NAMED = 8  # lines at most that one reading names
ALONE = 5.0  # pixels: a line of one point
SMOOTHED = 1500  # points: longer lines are drawn without antialiasing


@dataclass(frozen=True, eq=False)
class Line:
    """One line: `x` and `y` (n,), in the style of `role`; `letter` in a badge at its right end where given."""

    name: str  # of its column
    role: str
    label: str
    x: Array
    y: Array
    letter: str = ""
    emphasis: Emphasis = "full"
    width: float | None = None  # pixels; the style's own where None
    told: Array = field(default_factory=lambda: np.empty(0))  # (n,) the values as read, where `y` is bent by a scale
    told_x: Array = field(default_factory=lambda: np.empty(0))  # (n,) the same of `x`
    dash: Dash | None = None  # the style's own where None

    def looks_like(self, other: Line) -> bool:
        """Return whether the two are drawn and read alike; much cheaper than drawing a line again."""
        arrays = ((self.x, other.x), (self.y, other.y), (self.told, other.told), (self.told_x, other.told_x))
        return self._style() == other._style() and all(
            mine is its or np.array_equal(mine, its, equal_nan=True) for mine, its in arrays
        )

    def goes_on(self, other: Line, pixels: Pixels) -> bool:
        """Return whether this is the other line, a little longer, so that a glance sees none of it move."""
        if self._style() != other._style() or min(len(self.x), len(other.x)) < 2 or self.x[-1] <= other.x[-1]:
            return False
        with np.errstate(invalid="ignore", over="ignore"):
            (x, y), (its_x, its_y) = (
                pixels.place(np.array([[line.x[0], np.nanmin(line.y)], [line.x[-1], np.nanmax(line.y)]])).T
                for line in (self, other)
            )
            return bool((np.abs(x - its_x) <= GLIMPSED).all() and (np.abs(y - its_y) <= GLIMPSED).all())

    def _style(self) -> tuple[object, ...]:
        return self.name, self.role, self.label, self.letter, self.emphasis, self.width, self.dash


class LinesItem(Mark):
    """Lines drawn in one go and cached; long ones are drawn by the extremes of each pixel's width.

    `ends_matter`: where a line is above or below the picture at the end, an arrow at the edge has its last value.
    """

    kept = True
    ghostly = True

    def __init__(self, name: str, *, ends_matter: bool = False) -> None:
        super().__init__(name)
        self._lines: tuple[Line, ...] = ()
        self._ends_matter = ends_matter

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn."""
        return self._lines

    def set(self, lines: Sequence[Line]) -> bool:
        """Show these lines, the last on top; return whether they are drawn. What is shown already costs nothing.

        At a glance lines that have grown by less than can be seen wait, too.
        """
        if len(lines) == len(self._lines):
            pairs = list(zip(lines, self._lines, strict=True))
            if all(new is old or new.looks_like(old) for new, old in pairs):
                return False
            if is_glimpsed() and all(new is old or new.goes_on(old, self.pixels()) for new, old in pairs):
                miss()
                return False
        self._lines = tuple(lines)
        self.changed()
        return True

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._lines

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        whole = painter.opacity()
        for emphasis, opacity in (("dim", DIM), ("full", 1.0)):
            painter.setOpacity(whole * opacity)
            taken: list[tuple[float, float]] = []  # by letters
            for line in self._lines:
                if line.emphasis == emphasis:
                    self._draw_one(painter, pixels, line, taken)
        painter.setOpacity(whole)

    def _draw_one(self, painter: QPainter, pixels: Pixels, line: Line, taken: list[tuple[float, float]]) -> None:
        style = self.theme.style(line.role)
        placed = pixels.place(thinned(*in_sight(line.x, line.y, pixels), pixels.rect.width()))  # (n, 2)
        rough = len(placed) >= SMOOTHED
        if rough:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        draw_fine_line(painter, pixels, placed, style.pen(line.width, line.dash))
        if rough:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(placed) < 2 or np.isnan(placed[:, 1]).any():  # too few points for a line
            draw_dots(painter, pixels, placed[lonely(placed)], style.colour, ALONE)
        if line.letter:
            self._draw_letter(painter, pixels, placed, line, taken)

    def _draw_letter(
        self, painter: QPainter, pixels: Pixels, placed: Array, line: Line, taken: list[tuple[float, float]]
    ) -> None:
        """Put the letter at the last place where the whole badge is in sight and covers no other; else nowhere."""
        rect, margin = pixels.rect, BADGE / 2 + 2
        with np.errstate(invalid="ignore"):
            seen = (placed > (rect.left() + margin, rect.top() + margin)).all(axis=1)
            seen &= (placed < (rect.right() - margin, rect.bottom() - margin)).all(axis=1)
        for x, y in taken:
            seen &= np.hypot(*(placed - (x, y)).T) > APART * self.theme.room(BADGE)
        if seen.any():
            x, y = placed[np.flatnonzero(seen)[-1]].tolist()
            taken.append((x, y))
            colour = self.theme.style(line.role).colour
            draw_kept_badge(painter, pixels, QPointF(x, y), line.letter, colour, self.theme)

    @override
    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        """Return the points that have no line, and where lines end above or below the picture."""
        return [spot for line in reversed(self._lines) for spot in self._spots_of(line, pixels)]

    def _spots_of(self, line: Line, pixels: Pixels) -> Iterator[Spot]:
        if line.emphasis != "full" or len(line.x) == 0 or line.role not in self.theme.styles:
            return
        x, y = in_sight(line.x, line.y, pixels)
        whole = np.isfinite(y)
        if len(y) < 2 or not whole.all():
            alone = lonely(np.stack([x, y], axis=1))
            role, label = line.role, line.label
            for place, value in zip(x[alone].tolist(), y[alone].tolist(), strict=True):
                yield Spot(role, place, value, ALONE, label)
        there = np.flatnonzero(whole & self._between_sides(x, pixels)) if self._ends_matter else np.empty(0, np.intp)
        if len(there):
            x_end, y_end = float(x[there[-1]]), float(y[there[-1]])
            if not pixels.rect.top() <= pixels.exact(x_end, y_end).y() <= pixels.rect.bottom():
                yield Spot(line.role, x_end, y_end, ALONE, line.label, drawn=False)

    @staticmethod
    def _between_sides(x: Array, pixels: Pixels) -> NDArray[np.bool_]:
        across = x * pixels.scale[0] + pixels.offset[0]
        return np.asarray((across >= pixels.rect.left() - 1) & (across <= pixels.rect.right() + 1))

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the nearest point of a line that is not hidden, with those of other lines at the same place."""
        found = sorted(self._readings(at, pixels), key=lambda reading: reading.distance)
        if not found:
            return None
        best, here = found[0], pixels.exact(found[0].x, found[0].y)
        gaps = [(reading, pixels.exact(reading.x, reading.y) - here) for reading in found]
        texts = [reading.text for reading, gap in gaps if math.hypot(gap.x(), gap.y()) <= TOGETHER]
        return replace(best, text="\n".join(dict.fromkeys(texts[:NAMED])))

    def _readings(self, at: QPointF, pixels: Pixels) -> Iterator[Reading]:
        """Yield the nearest point of each line that is not hidden, the last line's first."""
        for line in reversed(self._lines):
            if line.emphasis == "hidden" or len(line.x) == 0:
                continue
            index, distance = nearest(pixels.place(np.stack([line.x, line.y], axis=1)), at)
            if distance <= REACH:
                value = line.told[index] if len(line.told) else line.y[index]
                x, y = float(line.x[index]), float(line.y[index])
                at_x = float(line.told_x[index]) if len(line.told_x) else x
                text = self.tr("{label}: {value} at {x}").format(
                    label=line.label, value=number(float(value), 4), x=number(at_x, 4)
                )
                yield Reading(distance, x, y, text)

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return x once where lines share it, and each line's values."""
        found: dict[str, NDArray[np.generic]] = {}
        shared = len({id(line.x) for line in self._lines}) == 1
        for line in self._lines:
            x = line.told_x if len(line.told_x) else line.x
            found.setdefault(f"{self.name}.x" if shared else f"{line.name}.x", x)
            found[line.name] = line.told if len(line.told) else line.y
        return found


def lonely(points: Array) -> NDArray[np.bool_]:
    """Return which points (n, 2) have no neighbour to be joined with: a gap or an end on either side."""
    absent = np.concatenate([[True], np.isnan(points).any(axis=1), [True]])
    return np.asarray(~absent[1:-1] & absent[:-2] & absent[2:])


def in_sight(x: Array, y: Array, pixels: Pixels) -> tuple[Array, Array]:
    """Return the part of a line, x rising, between the plot's edges, with one more point on either side."""
    (left, _, right, _), (across, _, offset, _) = pixels.edges, pixels.mapping
    first, last = x.searchsorted(((left - offset) / across, (right - offset) / across)).tolist()
    part = slice(max(first - 1, 0), last + 1)
    return x[part], y[part]


def thinned(x: Array, y: Array, width: float) -> Array:
    """Return a line, x rising, as (n, 2) with only the first, lowest, highest and last of each pixel's worth."""
    columns = int(width) + 1
    if len(x) <= 4 * columns:
        return np.stack([x, y], axis=1)
    size = -(-len(y) // columns)  # points per column, rounded up
    blocks = np.concatenate([y, np.repeat(y[-1:], size * columns - len(y))]).reshape(columns, size)
    absent = np.isnan(blocks)
    lowest = np.where(absent, np.inf, blocks).argmin(axis=1)
    highest = np.where(absent, -np.inf, blocks).argmax(axis=1)
    ends = np.broadcast_to([0, size - 1], (columns, 2))
    chosen = np.sort(np.concatenate([ends, np.stack([lowest, highest], axis=1)], axis=1), axis=1)  # (columns, 4)
    flat = np.minimum((chosen + np.arange(columns)[:, None] * size).ravel(), len(x) - 1)
    return np.stack([x[flat], y[flat]], axis=1)
