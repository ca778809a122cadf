"""Labelled arrows between places of a plot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from typing_extensions import override

from metascope.widgets.look.text import number
from metascope.widgets.plots.canvas.ink import Array, Pixels, text_size
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, nearest
from metascope.widgets.plots.canvas.spots import TOGETHER
from metascope.widgets.plots.canvas.strokes import draw_line

LEADER = 10.0  # pixels between a tip and its label; beyond, a line joins them
APART = 3.0  # pixels between arrows that would lie on each other
AWAY = (8.0, 20.0, 36.0, 56.0, 80.0, 110.0)  # pixels from a tip to its label, tried in this order
ALONG = 16  # points of an arrow that a label should not cover; one is as bad as `COVERED` pixels farther away,
COVERED, HIDDEN = 6.0, 1000.0  # and another label as `HIDDEN`
TURN = np.arange(8.0)  # places at one distance that are tried for a label, the nearest to the arrow's direction first:
TURNS = (TURN + 1) // 2 * np.where(TURN % 2, 1, -1) * (math.pi / 4)  # turned by so much from it
UP = QPointF(0.0, -1.0)
HEAD = 9.0  # pixels: length of an arrow's head


@dataclass(frozen=True)
class Arrow:
    """One arrow in data coordinates: in the style of `role`, with `label` at its tip."""

    role: str
    label: str
    start: tuple[float, float]
    end: tuple[float, float]


Placed = list[tuple[Arrow, QPointF, QPointF]]  # with its start and its tip in pixels


class ArrowsItem(Mark):
    """Labelled arrows: gradients and updates drawn from a start.

    Arrows from the same start to the same end lie side by side; labels avoid each other and the arrows.
    """

    ghostly = True

    def __init__(self, name: str, label: str = "") -> None:
        super().__init__(name, "ink", label)
        self._arrows: tuple[Arrow, ...] = ()
        self._ends = np.empty((0, 2, 2))  # (n, start and end, 2) of those in the picture
        self._at: tuple[Pixels, Placed] | None = None  # where they were drawn last

    def set(self, arrows: Sequence[Arrow]) -> None:
        """Show these arrows; one with a NaN coordinate is left out."""
        before, self._arrows = self._arrows, tuple(arrows)
        if self._arrows == before:
            return
        self._at = None
        ends = self._told_ends()
        alike = [(one.role, one.label) for one in arrows] == [(one.role, one.label) for one in before]
        if not alike or ends.shape != self._ends.shape or self.seen_to_move(ends, self._ends):
            self._ends = ends
            self.update()

    def _told_ends(self) -> Array:
        return np.array([(arrow.start, arrow.end) for arrow in self._arrows]).reshape(-1, 2, 2)

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._arrows

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        if pixels is self.known.screen:
            self._ends = self._told_ends()
        self.draw_ghost(painter, pixels)
        labels = self.labels(pixels)
        painter.setFont(self.theme.font("small"))
        for arrow, tip, box in labels:
            end = _within(tip, box)
            if math.hypot(end.x() - tip.x(), end.y() - tip.y()) > LEADER:
                painter.setPen(QPen(QColor(self.theme.style(arrow.role).colour), 1))
                painter.drawLine(tip, end)
        for arrow, _, box in labels:
            back = QColor(self.theme.panel)
            back.setAlphaF(0.8)
            painter.fillRect(box, back)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, arrow.label)

    @override
    def draw_ghost(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the arrows without their labels, which would cover those of the current run."""
        for arrow, start, tip in self._placed(pixels):
            length = math.hypot(tip.x() - start.x(), tip.y() - start.y())
            along = (tip - start) / length if length > 0 else UP
            self._draw_arrow(painter, pixels, start, tip, along * min(HEAD, length), arrow.role)

    def labels(self, pixels: Pixels) -> list[tuple[Arrow, QPointF, QRectF]]:
        """Return each arrow that has a label with its tip and the label's box, in pixels."""
        if not any(arrow.label for arrow in self._arrows):
            return []
        placed, found = self._placed(pixels), list[tuple[Arrow, QPointF, QRectF]]()
        ends = np.array([[start.toTuple(), tip.toTuple()] for _, start, tip in placed]).reshape(-1, 2, 2)
        shares = np.linspace(0.0, 1.0, ALONG)[:, None, None]
        inked = ((1 - shares) * ends[:, 0] + shares * ends[:, 1]).reshape(-1, 2)  # points along all arrows
        for arrow, start, tip in placed:
            if arrow.label and pixels.sees_point(tip):
                box = self._free(arrow.label, start, tip, inked, [box for *_, box in found], pixels.rect)
                found.append((arrow, tip, box))
        return found

    def _placed(self, pixels: Pixels) -> Placed:
        """Return each arrow with its start and its tip in pixels; those at the same place are moved apart."""
        if self._at is None or self._at[0] is not pixels:
            self._at = (pixels, self._place(pixels))
        return self._at[1]

    def _place(self, pixels: Pixels) -> Placed:
        found = [(arrow, pixels.exact(*arrow.start), pixels.exact(*arrow.end)) for arrow in self._arrows]
        found = [one for one in found if all(map(math.isfinite, (*one[1].toTuple(), *one[2].toTuple())))]
        if len(found) < 2:
            return found
        ends = [(*start.toTuple(), *tip.toTuple()) for _, start, tip in found]
        alike = [[index for index, other in enumerate(ends) if _together(one, other)] for one in ends]
        if all(len(others) == 1 for others in alike):
            return found
        asides = [(others.index(index) - (len(others) - 1) / 2) * APART for index, others in enumerate(alike)]
        return [(arrow, *_moved(start, tip, aside)) for (arrow, start, tip), aside in zip(found, asides, strict=True)]

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

    def _free(
        self, label: str, start: QPointF, tip: QPointF, inked: Array, taken: Sequence[QRectF], room: QRectF
    ) -> QRectF:
        """Return the box around a tip that covers no other label and as little of the arrows as possible."""
        width, height = text_size(label, self.theme)
        ahead = math.atan2(tip.y() - start.y(), tip.x() - start.x()) if tip != start else -math.pi / 2
        tried = np.add(ahead, TURNS)  # (8,) angles
        across, down, wide, high = np.cos(tried), np.sin(tried), width / 2, height / 2
        reach = np.abs(across) * wide + np.abs(down) * high
        beside_x, beside_y = tip.x() + across * reach - wide, tip.y() + down * reach - high  # (8,) of boxes at the tip
        least, most = room.topLeft().toTuple(), (room.right() - width, room.bottom() - height)
        best, cheapest = (0.0, 0.0), math.inf
        for away in AWAY:
            left = np.minimum(np.maximum(beside_x + away * across, least[0]), most[0])  # inside the room, where it fits
            top = np.minimum(np.maximum(beside_y + away * down, least[1]), most[1])
            near = np.abs(inked[:, 0] - (left + wide)[:, None]) < wide
            near &= np.abs(inked[:, 1] - (top + high)[:, None]) < high
            extra = COVERED * near.sum(axis=1)  # (8,)
            for box in taken:
                touches = (left - 1 < box.right()) & (left + width + 1 > box.left())
                touches &= (top - 1 < box.bottom()) & (top + height + 1 > box.top())
                extra += HIDDEN * touches
            free = extra.argmin() if extra.min() == 0 else None
            upto = int(free) + 1 if free is not None else len(extra)  # those that follow a free one are farther away
            costs = away + TURN[:upto] + extra[:upto]
            if costs.min() < cheapest:
                place = int(costs.argmin())
                cheapest, best = float(costs[place]), (float(left[place]), float(top[place]))
            if free is not None:
                break
        box = QRectF(QPointF(*best), QSizeF(width, height))
        return box if cheapest < HIDDEN else _anywhere(box, tip, taken, room)

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


def _anywhere(box: QRectF, tip: QPointF, taken: Sequence[QRectF], room: QRectF) -> QRectF:
    """Return the free place for a box that is nearest to a tip, the box itself where there is none."""
    across = np.arange(room.left(), room.right() - box.width() + 1, box.height() / 2).tolist()
    down = np.arange(room.top(), room.bottom() - box.height() + 1, box.height() / 2).tolist()
    places = [QRectF(x, y, box.width(), box.height()) for x in across for y in down]
    free = [place for place in places if not any(place.intersects(other) for other in taken)]
    gaps = [tip - _within(tip, place) for place in free]
    nearest_one = min(zip(gaps, free, strict=True), key=lambda pair: math.hypot(*pair[0].toTuple()), default=None)
    return box if nearest_one is None else nearest_one[1]


def _together(one: Sequence[float], other: Sequence[float]) -> bool:
    """Return whether two arrows, told by the pixels of start and tip, lie on each other."""
    gaps = [mine - its for mine, its in zip(one, other, strict=True)]
    return math.hypot(*gaps[:2]) <= TOGETHER and math.hypot(*gaps[2:]) <= TOGETHER


def _moved(start: QPointF, tip: QPointF, aside: float) -> tuple[QPointF, QPointF]:
    """Return an arrow moved across its direction by some pixels, where it has one."""
    length = math.hypot(tip.x() - start.x(), tip.y() - start.y())
    across = QPointF(start.y() - tip.y(), tip.x() - start.x()) / length * aside if length > HEAD else QPointF()
    return start + across, tip + across


def _within(at: QPointF, box: QRectF) -> QPointF:
    """Return the point of a box that is nearest to a pixel."""
    return QPointF(min(max(at.x(), box.left()), box.right()), min(max(at.y(), box.top()), box.bottom()))
