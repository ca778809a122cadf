"""What reading a memory retrieves: arcs to earlier pictures, these pictures enlarged, and the answer as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import DIM, GRID
from metascope.widgets.plots.canvas.ink import Array, Pixels, draw_dots
from metascope.widgets.plots.canvas.mark import REACH, Emphasis, Mark, Reading, nearest
from metascope.widgets.plots.maps.thumbnails import Ink, draw_ink, ink_image, spots

WIDEST = 16.0  # pixels: an arc of share 1
BEND = 0.22  # share of its length by which an arc is bent, and
LIFT = 10.0  # pixels more
SMALLER = 0.8  # side of a retrieved picture, relative to that of the present one
EDGE = 3.0  # pixels between a picture and what stands below it
ROOM = 68.0  # pixels: least width for what stands below an enlarged picture
BAR = 9.0  # pixels: height of a bar at most


class ArcsItem(Mark):
    """Arcs from one picture to others in the cells of a grid, each as wide as its share."""

    def __init__(self, name: str, role: str, label: str) -> None:
        super().__init__(name, role, label)
        self._start = (np.nan, np.nan)
        self._ends = np.empty((0, 2))
        self._shares = np.empty(0)
        self._texts: Sequence[str] = ()

    def set(self, start: tuple[float, float], ends: Array, shares: Array, texts: Sequence[str]) -> None:
        """Draw arcs from the cell at `start` to those at `ends` (m, 2) of these `shares` (m,) and readings `texts`."""
        self._start, self._ends, self._shares, self._texts = start, ends, shares, texts
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        if not len(self._ends):
            return
        start, *tips = self._tips(pixels, np.concatenate([[self._start], self._ends]))
        style = self.theme.style(self.role)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipRect(pixels.rect, Qt.ClipOperation.IntersectClip)
        for index in np.argsort(self._shares).tolist():
            end = tips[index]
            along = end - start
            length = float(np.hypot(along.x(), along.y()))
            bend = QPointF(along.y(), -along.x()) * (BEND if along.x() > 0 else -BEND)
            path = QPainterPath(start)
            path.quadTo((start + end) / 2 + bend + QPointF(0, -LIFT if length else 0), end)
            line = style.pen(max(1.0, WIDEST * float(self._shares[index])), "solid", alpha=0.65)
            line.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(line)
            painter.drawPath(path)
        draw_dots(painter, pixels, np.array([tip.toTuple() for tip in tips]), style.colour, 7.0)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the reading of the arc whose end is nearest."""
        if not len(self._ends):
            return None
        index, distance = nearest(np.array([tip.toTuple() for tip in self._tips(pixels, self._ends)]), at)
        if distance > REACH:
            return None
        x, y = self._ends[index].tolist()
        return Reading(distance, x, y, self._texts[index])

    def _tips(self, pixels: Pixels, places: Array) -> list[QPointF]:
        """Return the middle of the upper edge of the picture in each of the cells around `places` (n, 2)."""
        pictures = [found.picture for found in spots(pixels, places, self.theme)]
        return [QPointF(picture.center().x(), picture.top()) for picture in pictures]


@dataclass(frozen=True, eq=False)
class Enlargement:
    """A picture (S, S), 255 is ink, with lines of text below it."""

    picture: Ink
    lines: tuple[str, ...]


class EnlargementsItem(Mark):
    """Enlarged pictures in a row: the first is the present one, the others are what its reading retrieves."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__(name, role)
        self._enlargements: tuple[Enlargement, ...] = ()
        self._area = (0.0, 1.0, 1.0, 0.0)  # left, right, top, bottom along the axes
        self._between = ""

    @property
    def enlargements(self) -> tuple[Enlargement, ...]:
        """What is shown, as far as there is room."""
        return self._enlargements

    def set(self, enlargements: Sequence[Enlargement], area: tuple[float, float, float, float], between: str) -> None:
        """Show these within left, right, top and bottom along the axes, with words after the first picture."""
        self._enlargements, self._area, self._between = tuple(enlargements), area, between
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        left, right, top, bottom = self._area
        area = QRectF(pixels.exact(left, top), pixels.exact(right, bottom))
        font = self.theme.font("small")
        painter.setFont(font)
        line, at = QFontMetricsF(font).height(), area.left()
        texts = [text for enlargement in self._enlargements for text in enlargement.lines]
        words = max([float(self.theme.room(ROOM)), *map(QFontMetricsF(font).horizontalAdvance, texts)])
        for index, enlargement in enumerate(self._enlargements):
            if index == 1:
                at += self._tell_between(painter, area, at)
            side = (area.height() - line * len(enlargement.lines) - EDGE) * (1.0 if index == 0 else SMALLER)
            width = max(side, words)
            if side < line or at + width > area.right() + 1:
                break
            place = QRectF(at + (width - side) / 2, area.top(), side, side)
            draw_ink(painter, pixels, place, ink_image(enlargement.picture, self.theme), self.theme)
            if index == 0:
                painter.setPen(pen(self.theme.accent, 2.5))
                painter.drawRect(place)
            painter.setPen(QColor(self.theme.text))
            for row, text in enumerate(enlargement.lines):
                under = QRectF(at, place.bottom() + EDGE + row * line, width, line)
                painter.drawText(under, Qt.AlignmentFlag.AlignCenter, text)
            at += width + GRID

    def _tell_between(self, painter: QPainter, area: QRectF, at: float) -> float:
        """Write what the others are, and return how much room that takes."""
        width = max(map(painter.fontMetrics().horizontalAdvance, self._between.split("\n"))) + 2 * GRID
        painter.setPen(QColor(self.theme.style(self.role).colour))
        high = painter.fontMetrics().height() * len(self._between.split("\n"))
        place = QRectF(at, area.top(), width, max(area.height() / 2, high))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._between)
        return float(width)


@dataclass(frozen=True, eq=False)
class Answer:
    """One method's probabilities of the classes (C,), the first in the uppermost row."""

    role: str
    label: str
    shares: NDArray[np.float32]
    level: Emphasis = "full"


class AnswersItem(Mark):
    """Probabilities as bars next to the rows of a grid, at y = 0, -1, ...: one for each method in each row.

    Background another run's bars it draws outlines that stand out above and below them.
    """

    ghostly = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._answers: tuple[Answer, ...] = ()
        self._ends = (0.0, 1.0)  # where 0 and 1 are along the x axis

    def set(self, answers: Sequence[Answer], ends: tuple[float, float]) -> None:
        """Show these between the places of 0 and 1 along the x axis."""
        self._answers, self._ends = tuple(answers), ends
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the bars, and lines where 0 and 1 are."""
        rows = len(self._answers[0].shares) if self._answers else 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for x, colour in zip(self._ends, (self.theme.muted, self.theme.grid), strict=True):
            painter.setPen(pen(colour))
            painter.drawLine(pixels.point(x, 0.5), pixels.point(x, 0.5 - rows))
        for place, answer, row in self._bars(pixels):
            length = float(answer.shares[row]) * place.width()
            bar = QRectF(place.left(), place.top(), length, place.height()).intersected(pixels.rect)
            painter.setOpacity(DIM if answer.level == "dim" else 1.0)
            painter.fillRect(bar, QColor(self.theme.style(answer.role).colour))
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @override
    def draw_ghost(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, answer, row in self._bars(pixels):
            painter.setPen(self.theme.style(answer.role).pen(2.0, "solid"))
            length = float(answer.shares[row]) * place.width()
            bar = QRectF(place.left(), place.top() - 1, length, place.height() + 2).intersected(pixels.rect)
            painter.drawRect(bar)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        for place, answer, row in self._bars(pixels):
            if place.adjusted(0, -1, 0, 1).contains(at):
                text = self.tr("{method}: {share} for label {label}")
                share = number(float(answer.shares[row]), 3)
                told = text.format(method=answer.label, share=share, label=row + 1)
                return Reading(0.0, self._ends[0], -float(row), told)
        return None

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        return {f"{self.name}.{answer.role}": answer.shares for answer in self._answers}

    def _bars(self, pixels: Pixels) -> list[tuple[QRectF, Answer, int]]:
        """Return the rectangle of probability 1 of each method in each row."""
        found, count = [], len(self._answers)
        left, right = self._ends
        for index, answer in enumerate(self._answers):
            for row in range(len(answer.shares)):
                cell = QRectF(pixels.exact(left, 0.5 - row), pixels.exact(right, -0.5 - row))
                high = min(BAR, cell.height() / (count + 0.5))
                top = cell.center().y() + (index - count / 2) * high
                found.append((QRectF(cell.left(), top, cell.width(), high - 1), answer, row))
        return found
