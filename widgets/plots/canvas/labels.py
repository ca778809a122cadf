"""Letters of tasks, labelled arrows, and readings that can be pinned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from typing_extensions import override

from widgets.look.text import number
from widgets.look.theme import GRID, Theme
from widgets.plots.canvas.ink import Array, Pixels, draw_line, draw_symbol, text_box, text_size
from widgets.plots.canvas.mark import REACH, Mark, Reading, nearest

BADGE = 18.0  # pixels: diameter of a letter's badge
LEADER = 10.0  # pixels between a tip and its label; beyond, a line joins them
HEAD = 9.0  # pixels: length of an arrow's head


@dataclass(frozen=True)
class Arrow:
    """One arrow in data coordinates: in the style of `role`, with `label` at its tip."""

    role: str
    label: str
    start: tuple[float, float]
    end: tuple[float, float]


class LettersItem(Mark):
    """Round badges with a letter each, at the optima of tasks or at the ends of curves."""

    def __init__(self, name: str, label: str = "") -> None:
        super().__init__(name, "ink", label)
        self._points = np.empty((0, 2))
        self._letters: Sequence[str] = ()
        self._roles: Sequence[str] = ()

    def set(self, points: Array, letters: Sequence[str], roles: Sequence[str] = ()) -> None:
        """Show `letters` at `points` (n, 2), in the tints of the tasks they name or in those of `roles`."""
        self._points, self._letters = points, letters
        self._roles = roles or [f"task.{letter}" for letter in letters]
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        for point, letter, role in zip(pixels.place(self._points), self._letters, self._roles, strict=True):
            if pixels.sees(point[None])[0]:
                draw_badge(painter, QPointF(*point.tolist()), letter, self.theme.style(role).colour, self.theme)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        index, distance = nearest(pixels.place(self._points), at)
        if distance > REACH:
            return None
        x, y = self._points[index].tolist()
        return Reading(distance, x, y, f"{self.label} {self._letters[index]}: {number(x, 4)}, {number(y, 4)}")

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        letters = np.array(self._letters, dtype=np.str_)
        return {self.name: letters, f"{self.name}.x": self._points[:, 0], f"{self.name}.y": self._points[:, 1]}


def draw_badge(painter: QPainter, at: QPointF, letter: str, colour: str, theme: Theme, width: float = 1.5) -> None:
    """Draw a letter in a ring of `colour`."""
    size = theme.room(BADGE)
    draw_symbol(painter, at, "disc", size, QBrush(QColor(theme.panel)), QPen(QColor(colour), width))
    painter.setFont(theme.font("small", bold=True))
    painter.setPen(QColor(colour))
    place = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)


class ArrowsItem(Mark):
    """Labelled arrows: gradients and updates drawn from a start. Labels avoid each other."""

    ghostly = True

    def __init__(self, name: str, label: str = "") -> None:
        super().__init__(name, "ink", label)
        self._arrows: tuple[Arrow, ...] = ()

    def set(self, arrows: Sequence[Arrow]) -> None:
        """Show these arrows; one with a NaN coordinate is left out."""
        self._arrows = tuple(arrows)
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        taken: list[QRectF] = []
        for arrow, tip, along in self._draw_arrows(painter, pixels):
            if arrow.label and pixels.sees_point(tip):
                taken.append(self._draw_label(painter, arrow, tip, along, taken, pixels.rect))

    @override
    def draw_ghost(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the arrows without their labels, which would cover those of the current run."""
        self._draw_arrows(painter, pixels)

    def _draw_arrows(self, painter: QPainter, pixels: Pixels) -> list[tuple[Arrow, QPointF, QPointF]]:
        """Draw shafts and heads, and return each arrow with its tip and its direction in pixels."""
        tips: list[tuple[Arrow, QPointF, QPointF]] = []
        for arrow in self._arrows:
            start, tip = pixels.exact(*arrow.start), pixels.exact(*arrow.end)
            length = math.hypot(tip.x() - start.x(), tip.y() - start.y())
            if math.isfinite(length):
                along = (tip - start) / length if length > 0 else QPointF(0.0, -1.0)
                self._draw_arrow(painter, pixels, start, tip, along * min(HEAD, length), arrow.role)
                tips.append((arrow, tip, along))
        return tips

    def _draw_arrow(
        self, painter: QPainter, pixels: Pixels, start: QPointF, tip: QPointF, head: QPointF, role: str
    ) -> None:
        """Draw one arrow between pixels; `head` is the vector of its head."""
        style, neck = self.theme.style(role), tip - head * 0.8
        painter.setPen(style.pen(2.0))
        if pixels.sees_point(start) and pixels.sees_point(neck):
            painter.drawLine(start, neck)
        else:
            draw_line(painter, pixels, np.array([start.toTuple(), neck.toTuple()]), style.pen(2.0))
        if pixels.sees_point(tip):
            aside = QPointF(-head.y(), head.x()) * 0.45
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(style.colour))
            painter.drawPolygon(QPolygonF([tip, tip - head + aside, tip - head - aside]))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_label(
        self, painter: QPainter, arrow: Arrow, tip: QPointF, along: QPointF, taken: list[QRectF], room: QRectF
    ) -> QRectF:
        width, height = text_size(arrow.label, self.theme)
        middle = tip + along * (GRID + abs(along.x()) * width / 2 + abs(along.y()) * height / 2)
        box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        box = _inside(box, room)
        box = _free(box, taken, room)
        gap = tip - box.center()
        if abs(gap.x()) > width / 2 + LEADER or abs(gap.y()) > height / 2 + LEADER:
            painter.setPen(QPen(QColor(self.theme.style(arrow.role).colour), 1))
            painter.drawLine(tip, box.center())
        painter.setFont(self.theme.font("small"))
        back = QColor(self.theme.panel)
        back.setAlphaF(0.8)
        painter.fillRect(box, back)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, arrow.label)
        return box

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        if not self._arrows:
            return None
        tips = np.array([arrow.end for arrow in self._arrows])
        index, distance = nearest(pixels.place(tips), at)
        if distance > REACH:
            return None
        arrow = self._arrows[index]
        dx, dy = arrow.end[0] - arrow.start[0], arrow.end[1] - arrow.start[1]
        return Reading(distance, *arrow.end, f"{arrow.label}: ({number(dx)}, {number(dy)})")

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        found: dict[str, NDArray[np.generic]] = {
            self.name: np.array([arrow.label for arrow in self._arrows], dtype=np.str_)
        }
        for index, axis in enumerate("xy"):
            found[f"{self.name}.start.{axis}"] = np.array([arrow.start[index] for arrow in self._arrows])
            found[f"{self.name}.end.{axis}"] = np.array([arrow.end[index] for arrow in self._arrows])
        return found


def _free(box: QRectF, taken: Sequence[QRectF], room: QRectF) -> QRectF:
    """Return the place nearest to a box, above or below it, that no other box covers; else the box's own."""
    for away in range(12):
        for side in (-1, 1):
            moved = _inside(box.translated(0, side * away * (box.height() / 2 + 1)), room)
            if not any(moved.intersects(other) for other in taken):
                return moved
    return box


def _inside(box: QRectF, room: QRectF) -> QRectF:
    """Return the box moved inside the room, where it fits."""
    x = min(max(box.left(), room.left()), room.right() - box.width())
    y = min(max(box.top(), room.top()), room.bottom() - box.height())
    return QRectF(x, y, box.width(), box.height())


class Placeholder(Mark):
    """A sentence in the middle of an empty plot: what will appear there, or why nothing does."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._text = ""

    def say(self, text: str) -> None:
        """Show this sentence."""
        self._text = text
        self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setFont(self.theme.font("small"))
        painter.setPen(QColor(self.theme.muted))
        room = pixels.rect.adjusted(GRID, GRID, -GRID, -GRID)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)


class Remark(Mark):
    """A sentence at the upper edge of a plot: what its numbers do not show."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.text = ""

    def say(self, text: str) -> None:
        """Show this sentence, or none where it is empty."""
        if text != self.text:
            self.text = text
            self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        if not self.text:
            return
        painter.setFont(self.theme.font("small"))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        room = pixels.rect.adjusted(GRID, GRID // 2, -GRID, 0)
        box = painter.boundingRect(room, flags, self.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.panel))
        painter.setOpacity(0.8)
        painter.drawRect(box.adjusted(-GRID / 2, 0, GRID / 2, 0))
        painter.setOpacity(1.0)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(room, flags, self.text)


class Callout(Mark):
    """A reading in a box next to its place: shown under the pointer, pinned where a person clicked."""

    def __init__(self, name: str, pinned: bool = False) -> None:
        super().__init__(name)
        self._pinned = pinned
        self._reading: Reading | None = None
        self.setZValue(1000)

    @property
    def shown(self) -> Reading | None:
        """The reading that is shown."""
        return self._reading

    def set(self, reading: Reading | None) -> None:
        """Show this reading, or nothing."""
        if reading != self._reading:
            self._reading = reading
            self.update()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        if self._reading is None:
            return
        at = pixels.point(self._reading.x, self._reading.y)
        width, height = text_size(self._reading.text, self.theme)
        left = at.x() + 1.5 * GRID
        if left + width > pixels.rect.right():
            left = at.x() - 1.5 * GRID - width
        box = _inside(QRectF(left, at.y() - height - GRID, width, height), pixels.rect)
        if self._pinned:
            painter.setPen(QPen(QColor(self.theme.muted), 1))
            painter.drawLine(at, QPointF(box.left(), box.center().y()))
        text_box(painter, box, self._reading.text, self.theme, self.theme.muted if self._pinned else self.theme.border)
