"""What lies on a map of embedded pictures: queries, prototypes, imagined examples and a classifier's lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import CLASS_LETTERS, MARK, Theme
from metascope.widgets.plots.canvas.ink import Array, Pixels, draw_symbols, shaped
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, nearest
from metascope.widgets.plots.canvas.spots import Spot
from metascope.widgets.plots.canvas.strokes import draw_line

QUERY = 8.0  # pixels: diameter
RING = 4.0  # pixels beyond a query, around the one in question
HOLLOW, CLEAR = 11.0, 0  # pixels: an imagined example, around a query at its place; the colour of its inside
NEWER = 3.0  # pixels by which a new one is larger
LINE, HALO = 1.75, 3.75  # pixels: width of its ring, and of what keeps it apart from what is under it
TOP = 100.0  # height of pictures that can be dragged; what is smaller lies over them
Flags = NDArray[np.bool_]
Labels = NDArray[np.int64]


def tint(theme: Theme, way: int) -> str:
    """Return the colour of a class, a muted one where it is unknown (below 0)."""
    return theme.style(f"class.{CLASS_LETTERS[way]}").colour if way >= 0 else theme.muted


class QueriesItem(Mark):
    """Queries as small discs in the tints of their classes; wrong answers are outlined, the one in question ringed."""

    def __init__(self, name: str, tell: Callable[[int], str]) -> None:
        """Make it empty; `tell` returns the text for a query under the pointer."""
        super().__init__(name)
        self._tell = tell
        self._points = np.empty((0, 2))
        self._truths: Labels = np.empty(0, np.int64)
        self._wrong: Flags = np.empty(0, np.bool_)
        self._query = -1
        self.setZValue(TOP + 3)

    @property
    def points(self) -> Array:
        """Where they lie (Q, 2)."""
        return self._points

    def set(self, points: Array, truths: Labels, wrong: Flags) -> None:
        """Show queries at `points` (Q, 2) of the classes `truths` (Q,), -1 where unknown; `wrong` (Q,) are outlined."""
        if not len(shaped(points, 2)) == len(truths) == len(wrong):
            raise ValueError(f"{len(points)} points need classes and flags, not {len(truths)} and {len(wrong)}")
        self._points, self._truths, self._wrong = points, truths, wrong
        self.update()

    def set_chosen(self, query: int) -> None:
        """Ring the query in question."""
        if query != self._query:
            self._query = query
            self.update()

    def at(self, x: float, y: float) -> int | None:
        """Return which query lies at a place along the axes, on the screen."""
        index, distance = nearest(self.pixels().place(self._points), self.pixels().exact(x, y))
        return index if distance <= REACH else None

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        placed = pixels.place(self._points)
        for way in np.unique(self._truths).tolist():
            for wrong, outline, width in ((False, self.theme.panel, 1.0), (True, self.theme.error, 2.0)):
                found = placed[(self._truths == way) & (self._wrong == wrong)]
                places = [(x, y) for x, y in found.tolist()]
                draw_symbols(painter, pixels, places, "disc", QUERY, tint(self.theme, way), outline, width)
        if 0 <= self._query < len(placed) and pixels.sees(placed[self._query][None])[0]:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(self.theme.accent, 2.5))
            reach = QUERY / 2 + RING
            painter.drawEllipse(QPointF(*placed[self._query].tolist()), reach, reach)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        index, distance = nearest(pixels.place(self._points), at)
        if distance > REACH:
            return None
        x, y = self._points[index].tolist()
        return Reading(distance, x, y, self._tell(index))

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        letters = np.array([*CLASS_LETTERS, "?"])
        return {
            f"{self.name}.x": self._points[:, 0],
            f"{self.name}.y": self._points[:, 1],
            f"{self.name}.class": letters[self._truths],
            f"{self.name}.wrong": self._wrong,
        }


class PrototypesItem(Mark):
    """A method's prototypes: its symbol with the letter of the class."""

    def __init__(self, name: str, role: str, label: str) -> None:
        super().__init__(name, role, label)
        self._points = np.empty((0, 2))
        self._covering: Flags = np.empty(0, np.bool_)
        self.setZValue(TOP + 2)

    def set(self, points: Array, covering: Flags | None = None) -> None:
        """Show the prototype of each class at `points` (N, 2), NaN where it has none.

        Those that would cover the one picture that they are the mean of, `covering` (N,), are not drawn.
        """
        self._points = shaped(points, 2)
        self._covering = np.zeros(len(points), np.bool_) if covering is None else covering
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        style, font = self.theme.style(self.role), self.theme.font("small", bold=True)
        symbol = "disc" if style.symbol == "none" else style.symbol
        placed = pixels.place(np.where(self._covering[:, None], np.nan, self._points))
        places = [(x, y) for x, y in placed.tolist()]
        draw_symbols(painter, pixels, places, symbol, MARK + 3, style.colour, self.theme.panel, 2.0)
        painter.setFont(font)
        high = QFontMetricsF(font).height()
        for way, (x, y) in enumerate(places):
            if pixels.sees_pixel(x, y):
                painter.setPen(QColor(tint(self.theme, way)))
                place = QRectF(x + MARK * 0.6, y - high, 2 * MARK, high)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, CLASS_LETTERS[way])

    @override
    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        finite = self._points[np.isfinite(self._points).all(axis=1) & ~self._covering]
        return [Spot(self.role, x, y, MARK + 3, self.label) for x, y in finite.tolist()]

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        index, distance = nearest(pixels.place(self._points), at)
        if distance > REACH:
            return None
        x, y = self._points[index].tolist()
        text = self.tr("{method}: prototype of class {letter}")
        return Reading(distance, x, y, text.format(method=self.label, letter=CLASS_LETTERS[index]))

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {f"{self.name}.x": self._points[:, 0], f"{self.name}.y": self._points[:, 1]}


class ImaginedItem(Mark):
    """Imagined examples as rings in the tints of their classes, over all else, each joined with its original."""

    def __init__(self, name: str, role: str, label: str) -> None:
        super().__init__(name, role, label)
        self._points = self._origins = np.empty((0, 2))
        self._labels: Labels = np.empty(0, np.int64)
        self._new: Flags = np.empty(0, np.bool_)
        self.setZValue(TOP + 4)

    def set(self, points: Array, origins: Array, labels: Labels, new: Flags | None = None) -> None:
        """Show examples at `points` (m, 2), imagined from those at `origins` (m, 2), of the classes `labels` (m,).

        Those that are `new` (m,) stand out.
        """
        if not len(shaped(points, 2)) == len(shaped(origins, 2)) == len(labels):
            raise ValueError(f"{len(points)} points need origins and classes, not {len(origins)} and {len(labels)}")
        self._points, self._origins, self._labels = points, origins, labels
        self._new = np.zeros(len(points), np.bool_) if new is None else new
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        ends, starts = pixels.place(self._points), pixels.place(self._origins)
        ways, far = ends - starts, np.linalg.norm(ends - starts, axis=1, keepdims=True)
        sizes = HOLLOW + NEWER * self._new[:, None]
        edges = starts + ways * np.maximum(1 - sizes / 2 / np.maximum(far, 1e-9), 0.0)  # (m, 2) of the rings
        for new in (False, True):
            for way in np.unique(self._labels).tolist():
                colour, of = tint(self.theme, way), (self._labels == way) & (self._new == new)
                line = QColor(colour)
                line.setAlphaF(1.0 if new else 0.5)
                for start, end in zip(starts[of], edges[of], strict=True):
                    draw_line(painter, pixels, np.stack([start, end]), pen(line, 2.0 if new else 1.0))
                places, size = [(x, y) for x, y in ends[of].tolist()], HOLLOW + NEWER * new
                for outline, wide in ((self.theme.panel, HALO), (colour, LINE)):
                    draw_symbols(painter, pixels, places, "disc", size, CLEAR, outline, wide + 1.0 * new)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        index, distance = nearest(pixels.place(self._points), at)
        if distance > REACH:
            return None
        x, y = self._points[index].tolist()
        text = self.tr("{method}: imagined example of class {letter}")
        letter = CLASS_LETTERS[int(self._labels[index])]
        return Reading(distance, x, y, text.format(method=self.label, letter=letter))

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        if not len(self._points):
            return {}
        return {
            f"{self.name}.x": self._points[:, 0],
            f"{self.name}.y": self._points[:, 1],
            f"{self.name}.class": np.array([*CLASS_LETTERS])[self._labels],
        }


class HeadItem(Mark):
    """A classifier's lines between classes, as they move while it is fine-tuned; where they were before is faint."""

    def __init__(self, name: str, role: str, label: str) -> None:
        super().__init__(name, role, label)
        self._lines = self._before = np.empty((0, 2, 2))
        self._texts: Sequence[str] = ()

    def set(self, lines: Array, before: Array, texts: Sequence[str]) -> None:
        """Draw `lines` (m, 2 ends, 2) with readings `texts` (m,), and faintly where they began, `before` (n, 2, 2)."""
        if len(shaped(lines, 3)) != len(texts):
            raise ValueError(f"{len(lines)} lines need texts, not {len(texts)}")
        self._lines, self._before, self._texts = lines, shaped(before, 3), texts
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        style = self.theme.style(self.role)
        for lines, drawn in ((self._before, style.pen(1.0, "dotted", 0.6)), (self._lines, style.pen(2.0, "solid"))):
            for line in lines:
                draw_line(painter, pixels, pixels.place(line), drawn)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the reading of the line whose nearer part is near."""
        share = np.linspace(0.0, 1.0, 101)[:, None]
        for line, text in zip(self._lines, self._texts, strict=True):
            points = line[0] + share * (line[1] - line[0])  # (101, 2)
            index, distance = nearest(pixels.place(points), at)
            if distance <= REACH:
                x, y = points[index].tolist()
                return Reading(distance + 1.0, x, y, text)
        return None

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        flat = self._lines.reshape(-1, 2)
        return {f"{self.name}.x": flat[:, 0], f"{self.name}.y": flat[:, 1]} if len(flat) else {}
