"""A mark that a person moves by dragging it or with the arrow keys."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from math import inf, isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QGraphicsSceneMouseEvent
from typing_extensions import override

from metascope.widgets.look.text import number
from metascope.widgets.look.theme import MARK
from metascope.widgets.plots.canvas.ink import Pixels, draw_symbols
from metascope.widgets.plots.canvas.labels import BADGE, draw_kept_badge, symbols_of
from metascope.widgets.plots.canvas.mark import REACH, UNSEEN, Emphasis, Mark, Reading, seen_to_move_by
from metascope.widgets.plots.canvas.shared import owner
from metascope.widgets.plots.canvas.spots import LONGER, NEAREST, Focus, Spot, beside

Follow = Callable[[float, float], tuple[float, float]]
TOP = 100  # above other marks
STEP = 0.005  # of the visible range, for one press of an arrow key; ten times as much with Shift
_ARROWS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Handle(Mark):
    """A round or letter mark to be dragged, at least 12 pixels to grasp, with a ring when it has the keyboard.

    While a person holds it, it stays under the pointer whatever `set_position` says.

    Signals:
        dragged(x, y, draft, modifiers): a person moves it, in data coordinates; `draft` while the gesture goes on.
    """

    dragged = Signal(float, float, bool, Qt.KeyboardModifier)

    def __init__(
        self,
        name: str,
        role: str,
        label: str = "",
        letter: str = "",
        follow: Follow | None = None,
        lift: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        """Make a handle in the style of `role`, showing `letter` where there is one.

        Args:
            follow: maps the place of the pointer to the nearest allowed place, both in data coordinates.
            lift: pixels to the right and down from its place to where it is drawn and grasped, to leave the place free.
        """
        super().__init__(name, role, label)
        self._letter = letter
        self._follow = follow
        self._wanted = lift
        self._lift = QPointF(*lift)  # while it is held
        self._around: Focus[Mark] | None = None  # the symbols that it stands beside
        self.looks_around = bool(letter)
        self._grip = QPointF()  # from the pointer to the place, in data coordinates, while it is held
        self._place = self._pictured = (float("nan"), float("nan"))  # and where the picture has it
        self._held = self._hovered = self._moved = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setZValue(TOP)

    @property
    def place(self) -> tuple[float, float]:
        """Where it lies, in data coordinates."""
        return self._place

    def set_position(self, x: float, y: float) -> None:
        """Move to (x, y), or hide for NaN. Does nothing while a person holds it."""
        if not self._held and (x, y) != self._place:
            self._move(x, y)

    @override
    def boundingRect(self) -> QRectF:
        """Return the rectangle about the mark and its place, in data coordinates."""
        if not self._somewhere():
            return QRectF()
        x, y = self._place
        dx, dy = self._reach()
        if any(self._wanted):  # it may stand anywhere around
            away = LONGER * max(math.hypot(*self._wanted), NEAREST) / (REACH + 4) + 1
            dx, dy = away * dx, away * dy
        return QRectF(x - dx, y - dy, 2 * dx, 2 * dy)

    def _somewhere(self) -> bool:
        x, y = self._place
        return isfinite(x) and isfinite(y)

    def _reach(self) -> tuple[float, float]:
        """Return how far from its middle it can be grasped, in data coordinates."""
        across, down = self.pixels().scale.tolist()
        return (REACH + 4) / max(abs(across), 1e-300), (REACH + 4) / max(abs(down), 1e-300)

    def _grasp(self) -> QRectF:
        """Return the square about the mark, in data coordinates."""
        across, down = self.pixels().scale.tolist()
        lift = self._lifted(self.pixels())
        x, y = self._place[0] + lift.x() / (across or inf), self._place[1] + lift.y() / (down or inf)
        dx, dy = self._reach()
        return QRectF(x - dx, y - dy, 2 * dx, 2 * dy)

    def _lifted(self, pixels: Pixels) -> QPointF:
        """Return how many pixels from its place it is drawn and grasped: so that a letter stands beside symbols."""
        if not any(self._wanted) or not self._letter or self._held:
            return self._lift
        focus = self.in_focus(pixels)
        if focus is self._around:
            return self._lift
        self._around = focus
        taken, size, room = symbols_of(focus), float(self.theme.room(BADGE)), pixels.edges
        for mark in self.neighbours():  # the letters below it first: it makes room for them
            if isinstance(mark, Handle) and mark._letter and mark._somewhere() and mark.emphasis != "hidden":
                x, y = pixels.exact(*mark._place).toTuple()
                across, down = beside((x, y), mark._wanted, size, taken, room)
                taken.append(((x + across, y + down), size))
                if any(mark._wanted) and not mark._held:
                    mark._lift, mark._around = QPointF(across, down), focus
        return self._lift

    @override
    def shape(self) -> QPainterPath:
        path = QPainterPath()
        if self._somewhere():
            path.addEllipse(self._grasp())
        return path

    @override
    def blank(self, pixels: Pixels) -> bool:
        return not self._somewhere()

    @override
    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the mark, larger under the pointer, ringed when it has the keyboard."""
        if pixels is self.known.screen and self._pictured != self._place:
            self._pictured = self._place
        if not (self._letter or any(self._wanted) or self._hovered or self._held or self.hasFocus()):
            self._draw_symbol(painter, pixels, pixels.pixel(*self._place), 0.0)
            return
        place, style = pixels.point(*self._place), self.theme.style(self.role)
        lift = self._lifted(pixels)
        at = place + lift
        if not lift.isNull():
            painter.setPen(QPen(QColor(style.colour), 1.5))
            painter.drawLine(at, place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawEllipse(at, BADGE / 2 + 4, BADGE / 2 + 4)
        grown = 2.0 if self._hovered or self._held else 0.0
        if self._letter:
            draw_kept_badge(painter, pixels, at, self._letter, style.colour, self.theme, 1.5 + grown / 2)
            return
        self._draw_symbol(painter, pixels, at.toTuple(), grown)

    def _draw_symbol(self, painter: QPainter, pixels: Pixels, at: tuple[float, float], grown: float) -> None:
        style = self.theme.style(self.role)
        symbol = style.symbol if style.symbol != "none" else "disc"
        draw_symbols(painter, pixels, [at], symbol, MARK + 2 + grown, style.colour, self.theme.panel, 2.0)

    @override
    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        if not self._somewhere():
            return None
        here = pixels.point(*self._place) + self._lifted(pixels)
        distance = float(np.hypot(here.x() - at.x(), here.y() - at.y()))
        x, y = self._place
        text = self.tr("{label}: {x}, {y} (drag)").format(label=self.label, x=number(x, 4), y=number(y, 4))
        return Reading(distance, x, y, text) if distance <= REACH else None

    @override
    def columns(self) -> dict[str, NDArray[np.generic]]:
        x, y = self._place
        return {f"{self.name}.x": np.array([x]), f"{self.name}.y": np.array([y])}

    @override
    def spots(self, pixels: Pixels) -> Sequence[Spot]:
        """Return its symbol, or its letter at its place."""
        if not self._somewhere():
            return ()
        return (Spot(self.role, *self._place, MARK + 2, self.label, letter=self._letter, drawn=not self._letter),)

    @override
    def set_emphasis(self, emphasis: Emphasis) -> None:
        """Draw it fully, dimmed below those that are not, or not at all."""
        super().set_emphasis(emphasis)
        if self.zValue() in (TOP, TOP - 1):
            self.setZValue(TOP if emphasis == "full" else TOP - 1)

    @override
    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Begin to move, or leave it to the handle whose sector of a shared symbol is under the pointer."""
        at = self.pixels().exact(*event.pos().toTuple())
        handles = [mark for mark in self.neighbours() if isinstance(mark, Handle)]
        mine = owner(at, handles, self.pixels(), self.theme)
        if mine is not None and mine is not self and mine.shape().contains(event.pos()):
            event.ignore()
            return
        self._held, self._moved = True, False
        self._grip = QPointF(*self._place) - event.pos() if any(self._wanted) else QPointF()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._moved = True
        self._follow_pointer(event, draft=True)

    @override
    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._held = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._moved:
            self._follow_pointer(event, draft=False)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(event.key())
        if arrow is None or not self._somewhere():
            event.ignore()
            return
        pixels = self.pixels()
        share = STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        step = share * np.array([pixels.rect.width(), pixels.rect.height()]) / np.abs(pixels.scale)  # (2,)
        x, y = (np.array(self._place) + step * arrow).tolist()
        self._go(x, y, False, event.modifiers())

    @override
    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = True
        self.update()

    @override
    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = False
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _follow_pointer(self, event: QGraphicsSceneMouseEvent, draft: bool) -> None:
        place = event.pos() + self._grip
        self._go(place.x(), place.y(), draft, event.modifiers())

    def _go(self, x: float, y: float, draft: bool, modifiers: Qt.KeyboardModifier) -> None:
        x, y = self._follow(x, y) if self._follow is not None else (x, y)
        self._move(x, y)
        self.dragged.emit(x, y, draft, modifiers)

    def _move(self, x: float, y: float) -> None:
        self._place = (x, y)
        (told_x, told_y), (across, down, _, _) = self._pictured, self.pixels().mapping
        aside, away, known = abs((x - told_x) * across), abs((y - told_y) * down), self.known
        if known.placed and aside <= UNSEEN and away <= UNSEEN:  # NaN is not
            return
        if not known.placed or seen_to_move_by(aside) or seen_to_move_by(away):
            self._pictured, known.placed = self._place, True
            self.update()
