"""Arrows at the edges of a picture towards the symbols that lie outside it, each with its value."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF
from typing_extensions import override

from metascope.widgets.look.pens import pen
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID
from metascope.widgets.plots.canvas.ink import Pixels, text_size
from metascope.widgets.plots.canvas.mark import Mark, Reading
from metascope.widgets.plots.canvas.scales import LINEAR, Scale
from metascope.widgets.plots.canvas.spots import Spot

HEAD = 10.0  # pixels: length of an arrow
EDGE = 2.0  # pixels between its tip and the edge
SAME = 24.0  # pixels: nearer arrows of one method at one edge are drawn as one
MOST = 12  # arrows in one picture; those of the topmost marks are drawn
ROWS = 8  # places that are tried for an arrow, one below the other
BACK = 0.8  # opacity of the background of a value


@dataclass(frozen=True)
class Pointer:
    """An arrow whose `tip` points out of the picture along `along` (a unit vector), and its value in a `box`."""

    spot: Spot
    mark: Mark
    edge: QPointF  # where it would stand alone
    tip: QPointF
    along: QPointF
    box: QRectF
    value: str

    @property
    def area(self) -> QRectF:
        """The arrow and its value."""
        return self.box.united(_around(self.tip, self.along))


class OutsideItem(Mark):
    """Over the marks of a plot: an arrow for each symbol of a method or task that lies outside, in its colour."""

    pinnable = False
    looks_around = True

    def __init__(self) -> None:
        super().__init__("outside")
        self.equal = False  # whether both axes show the same kind of number: a place is then told by both
        self._scales = (LINEAR, LINEAR)
        self.setZValue(102)

    def set_scales(self, x: Scale, y: Scale) -> None:
        """Read places along axes of these scales."""
        self._scales = (x, y)
        self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return next(self._outside(pixels), None) is None

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        for pointer in self.pointers(pixels):
            colour = QColor(self.theme.style(pointer.spot.role).colour)
            back = QColor(self.theme.panel)
            back.setAlphaF(BACK)
            painter.fillRect(pointer.box, back)
            painter.setPen(pen(self.theme.panel, 1.0))
            painter.setBrush(QBrush(colour))
            aside = QPointF(-pointer.along.y(), pointer.along.x()) * (HEAD / 2)
            foot = pointer.tip - pointer.along * HEAD
            painter.drawPolygon(QPolygonF([pointer.tip, foot + aside, foot - aside]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setFont(self.theme.font("small"))
            painter.setPen(QColor(self.theme.text))
            painter.drawText(pointer.box, Qt.AlignmentFlag.AlignCenter, pointer.value)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return the value of the arrow under the pointer, and what it is of."""
        for pointer in self.pointers(pixels):
            if pointer.area.contains(at):
                x, y = pointer.box.center().toTuple()
                place = [(one - offset) / (scale or math.inf) for one, offset, scale in _axes(x, y, pixels)]
                text = self.tr("{label}: {value}, outside the picture")
                told = text.format(label=pointer.spot.label, value=pointer.value)
                return Reading(0.0, place[0], place[1], told)
        return None

    def pointers(self, pixels: Pixels) -> list[Pointer]:
        """Return the arrows, none over another."""
        found: list[Pointer] = []
        if pixels.rect.width() < 4 * HEAD or pixels.rect.height() < 4 * HEAD:
            return found
        outside = list(self._outside(pixels))
        marks = self.neighbours() if outside else ()
        written = [box for mark in marks if mark.isVisible() and (box := mark.covered(pixels)).isValid()]
        for mark, spot in outside:
            pointer = self._pointer(mark, spot, pixels, found, written)
            if pointer is not None:
                found.append(pointer)
            if len(found) == MOST:
                break
        return found

    def _outside(self, pixels: Pixels) -> Iterator[tuple[Mark, Spot]]:
        focus = self.in_focus(pixels)
        left, top, right, bottom = pixels.edges
        for index in focus.beyond((left - 1, top - 1, right + 1, bottom + 1)):  # the frame is within
            spot = focus.spots[index]
            if spot.letter or spot.role in self.theme.styles:
                yield focus.marks[index], spot

    def _pointer(
        self, mark: Mark, spot: Spot, pixels: Pixels, taken: Sequence[Pointer], written: Sequence[QRectF]
    ) -> Pointer | None:
        """Return the arrow to a symbol at the first free place, None where it would repeat one or there is none."""
        rect, at = pixels.rect, pixels.exact(spot.x, spot.y)
        inner = rect.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        x, y = min(max(at.x(), inner.left()), inner.right()), min(max(at.y(), inner.top()), inner.bottom())
        across, down = _beyond(at.x(), rect.left(), rect.right()), _beyond(at.y(), rect.top(), rect.bottom())
        along = QPointF(across, down) / math.hypot(across, down)
        x = min(max(x, inner.left() + HEAD / 2), inner.right() - HEAD / 2) if not across else x
        y = min(max(y, inner.top() + HEAD / 2), inner.bottom() - HEAD / 2) if not down else y
        for other in taken:
            gap = other.edge - QPointF(x, y)
            if other.spot.role == spot.role and other.along == along and math.hypot(gap.x(), gap.y()) < SAME:
                return None
        value = self._value(spot, across != 0)
        width, height = text_size(value, self.theme)
        for row in range(ROWS):
            way = -down if down else (1 if row % 2 else -1)
            moved = row if down else (row + 1) // 2
            tip = QPointF(x, y + way * moved * (height + 1))
            if not inner.top() <= tip.y() <= inner.bottom():
                continue
            pointer = Pointer(spot, mark, QPointF(x, y), tip, along, _beside(tip, along, width, height, inner), value)
            if not any(pointer.area.intersects(area) for area in (*written, *(other.area for other in taken))):
                return pointer
        return None

    def _value(self, spot: Spot, beside: bool) -> str:
        place = zip(self._scales, (spot.x, spot.y), strict=True)
        x, y = spot.told or (float(scale.unbend(np.array(one))) for scale, one in place)
        text = number(y)
        if beside or self.equal:
            text = self.tr("({x}, {y})").format(x=number(x), y=text)
        return f"{spot.letter} {text}" if spot.letter else text


def _beside(tip: QPointF, along: QPointF, width: float, height: float, room: QRectF) -> QRectF:
    """Return the box of a value next to an arrow, on the side that has room for it."""
    middle = tip - along * (HEAD / 2)
    left = middle.x() + GRID
    if left + width > room.right():
        left = middle.x() - GRID - width
    top = min(max(middle.y() - height / 2, room.top()), room.bottom() - height)
    return QRectF(left, top, width, height)


def _around(tip: QPointF, along: QPointF) -> QRectF:
    middle = tip - along * (HEAD / 2)
    return QRectF(middle.x() - HEAD / 2, middle.y() - HEAD / 2, HEAD, HEAD)


def _axes(x: float, y: float, pixels: Pixels) -> Iterator[tuple[float, float, float]]:
    return zip((x, y), pixels.offset.tolist(), pixels.scale.tolist(), strict=True)


def _beyond(value: float, low: float, high: float) -> int:
    """Return on which side of a range a pixel lies; within one pixel of it is in it."""
    return (value > high + 1) - (value < low - 1)
