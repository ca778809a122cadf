"""Letters of tasks, sentences on a plot, and readings that can be pinned."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap
from typing_extensions import override

from metascope.widgets.look.symbols import draw_symbol
from metascope.widgets.look.text import number
from metascope.widgets.look.theme import GRID, Theme
from metascope.widgets.plots.canvas.ink import Array, Pixels, draw_at, text_box, text_size
from metascope.widgets.plots.canvas.mark import REACH, Mark, Reading, nearest
from metascope.widgets.plots.canvas.spots import Focus, Pixel, beside

BOTTOM_CENTRE = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
TOP_CENTRE = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
BADGE = 18.0  # pixels: diameter of a letter's badge
MOST_BADGES = 128  # pictures of badges that are kept
_BADGES: dict[tuple[object, ...], QPixmap] = {}


class LettersItem(Mark):
    """Round badges with a letter each, at the optima of tasks or at the ends of curves."""

    looks_around = True

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
    def blank(self, pixels: Pixels) -> bool:
        return len(self._points) == 0

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the letters, beside the symbols that are at their places."""
        places = pixels.place(self._points)
        for point, badge, letter, role in zip(places, self._badges(pixels), self._letters, self._roles, strict=True):
            if pixels.sees(point[None])[0]:
                colour, place, at = self.theme.style(role).colour, QPointF(*point.tolist()), QPointF(*badge.tolist())
                if at != place:
                    painter.setPen(QPen(QColor(colour), 1.5))
                    painter.drawLine(place, at)
                draw_kept_badge(painter, pixels, at, letter, colour, self.theme)

    def _badges(self, pixels: Pixels) -> Array:
        """Return where the letters stand (n, 2), in pixels."""
        taken, found = symbols_of(self.in_focus(pixels)), []
        size, room = float(self.theme.room(BADGE)), pixels.edges
        for x, y in pixels.place(self._points).tolist():
            across, down = beside((x, y), (0.0, 0.0), size, taken, room)
            found.append((x + across, y + down))
            taken.append((found[-1], size))
        return np.array(found).reshape(-1, 2)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        index, distance = nearest(self._badges(pixels), at)
        if distance > REACH:
            return None
        x, y = self._points[index].tolist()
        return Reading(distance, x, y, f"{self.label} {self._letters[index]}: {number(x, 4)}, {number(y, 4)}")

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        letters = np.array(self._letters, dtype=np.str_)
        return {self.name: letters, f"{self.name}.x": self._points[:, 0], f"{self.name}.y": self._points[:, 1]}


def symbols_of(focus: Focus[Mark]) -> list[tuple[Pixel, float]]:
    """Return the middles and sizes in pixels of the symbols that are drawn, without the letters."""
    return [(at, 1.3 * spot.size) for spot, at in zip(focus.spots, focus.pixels, strict=True) if spot.drawn]


def draw_kept_badge(
    painter: QPainter, pixels: Pixels, at: QPointF, letter: str, colour: str, theme: Theme, width: float = 1.5
) -> None:
    """Draw a letter in a ring of `colour`: on the screen from a cached picture at whole pixels."""
    if pixels.paper:
        draw_badge(painter, at, letter, colour, theme, width)
        return
    key = (letter, colour, theme.name, theme.font_scale, width, pixels.ratio)
    if key not in _BADGES:
        if len(_BADGES) >= MOST_BADGES:
            _BADGES.clear()
        _BADGES[key] = _badge(letter, colour, theme, width, pixels.ratio)
    draw_at(painter, at.x(), at.y(), _BADGES[key])


def _badge(letter: str, colour: str, theme: Theme, width: float, ratio: float) -> QPixmap:
    side = 2 * math.ceil((theme.room(BADGE) / 2 + width) * ratio + 1)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_badge(painter, QPointF(side / ratio / 2, side / ratio / 2), letter, colour, theme, width)
    return picture


def draw_badge(painter: QPainter, at: QPointF, letter: str, colour: str, theme: Theme, width: float = 1.5) -> None:
    """Draw a letter in a ring of `colour`."""
    size = theme.room(BADGE)
    draw_symbol(painter, at, "disc", size, QBrush(QColor(theme.panel)), QPen(QColor(colour), width))
    painter.setFont(theme.font("small", bold=True))
    painter.setPen(QColor(colour))
    place = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)


def inside(box: QRectF, room: QRectF) -> QRectF:
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
    def blank(self, pixels: Pixels) -> bool:
        return not self._text

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setFont(self.theme.font("small"))
        painter.setPen(QColor(self.theme.muted))
        room = pixels.rect.adjusted(GRID, GRID, -GRID, -GRID)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)


class Remark(Mark):
    """A sentence at the upper edge of a plot, or `below` at the lower one: what its numbers do not show."""

    def __init__(self, name: str, *, below: bool = False) -> None:
        super().__init__(name)
        self.text, self._place = "", BOTTOM_CENTRE if below else TOP_CENTRE

    def say(self, text: str) -> None:
        """Show this sentence, or none where it is empty."""
        if text != self.text:
            self.text = text
            self.update()

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self.text

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        painter.setFont(self.theme.font("small"))
        back = QColor(self.theme.panel)
        back.setAlphaF(0.8)
        painter.fillRect(self.covered(pixels), back)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(self._room(pixels), self._place, self.text)

    @override
    def covered(self, pixels: Pixels) -> QRectF:
        if not self.text:
            return QRectF()
        metrics = QFontMetricsF(self.theme.font("small"))
        box = metrics.boundingRect(self._room(pixels), int(self._place), self.text)
        return box.adjusted(-GRID / 2, 0, GRID / 2, 0)

    def _room(self, pixels: Pixels) -> QRectF:
        return pixels.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)


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
    def blank(self, pixels: Pixels) -> bool:
        return self._reading is None

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        assert self._reading is not None, "it is blank without one"
        at = pixels.point(self._reading.x, self._reading.y)
        width, height = text_size(self._reading.text, self.theme)
        left = at.x() + 1.5 * GRID
        if left + width > pixels.rect.right():
            left = at.x() - 1.5 * GRID - width
        box = inside(QRectF(left, at.y() - height - GRID, width, height), pixels.rect)
        if self._pinned:
            painter.setPen(QPen(QColor(self.theme.muted), 1))
            painter.drawLine(at, QPointF(box.left(), box.center().y()))
        text_box(painter, box, self._reading.text, self.theme, self.theme.muted if self._pinned else self.theme.border)
