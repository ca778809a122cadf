"""A mark that a person takes hold of and moves, with the mouse or with the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QGraphicsSceneMouseEvent

from widgets.plots.ink import Pixels, draw_symbol
from widgets.plots.labels import BADGE, draw_badge
from widgets.plots.mark import REACH, Mark, Reading
from widgets.text import number
from widgets.theme import MARK

Follow = Callable[[float, float], tuple[float, float]]
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
        dragged(x, y, finished, modifiers): a person moves it, in data coordinates; `finished` with the last.
    """

    dragged = Signal(float, float, bool, Qt.KeyboardModifier)

    def __init__(self, name: str, role: str, label: str = "", letter: str = "", follow: Follow | None = None) -> None:
        """Make a handle in the style of `role`, showing `letter` where there is one.

        Args:
            follow: where it may lie: from where the pointer is to the nearest allowed place, both in data coordinates.
        """
        super().__init__(name, role, label)
        self._letter = letter
        self._follow = follow
        self._place = (float("nan"), float("nan"))
        self._held = self._hovered = self._moved = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setZValue(100)

    @property
    def place(self) -> tuple[float, float]:
        """Where it lies, in data coordinates."""
        return self._place

    def set_position(self, x: float, y: float) -> None:
        """Lie at (x, y); nowhere when that is not a number. Does nothing while a person holds it."""
        if not self._held and (x, y) != self._place:
            self._move(x, y)

    def bounds(self) -> QRectF:
        """Return the square about the mark, in data coordinates."""
        if not np.isfinite(self._place).all():
            return QRectF()
        reach = (REACH + 4) / np.maximum(np.abs(self.pixels().scale), 1e-300)
        x, y = self._place
        return QRectF(x - reach[0], y - reach[1], 2 * float(reach[0]), 2 * float(reach[1]))

    def shape(self) -> QPainterPath:
        """Return where it can be grasped."""
        path = QPainterPath()
        path.addEllipse(self._bounds)
        return path

    def draw(self, painter: QPainter, pixels: Pixels) -> None:
        """Draw the mark, larger under the pointer, ringed when it has the keyboard."""
        if not np.isfinite(self._place).all():
            return
        at, style = pixels.point(*self._place), self.theme.style(self.role)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawEllipse(at, BADGE / 2 + 4, BADGE / 2 + 4)
        grown = 2.0 if self._hovered or self._held else 0.0
        if self._letter:
            draw_badge(painter, at, self._letter, style.colour, self.theme, 1.5 + grown / 2)
            return
        size = MARK + 2 + grown
        fill, outline = QBrush(QColor(style.colour)), QPen(QColor(self.theme.panel), 2)
        draw_symbol(painter, at, style.symbol if style.symbol != "none" else "disc", size, fill, outline)

    def reading(self, at: QPointF, pixels: Pixels) -> Reading | None:
        """Return its place."""
        if not np.isfinite(self._place).all():
            return None
        here = pixels.point(*self._place)
        distance = float(np.hypot(here.x() - at.x(), here.y() - at.y()))
        x, y = self._place
        text = self.tr("{label}: {x}, {y} (drag)").format(label=self.label, x=number(x, 4), y=number(y, 4))
        return Reading(distance, x, y, text) if distance <= REACH else None

    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return its place."""
        x, y = self._place
        return {f"{self.name}.x": np.array([x]), f"{self.name}.y": np.array([y])}

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take hold."""
        self._held, self._moved = True, False
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Follow the pointer."""
        self._moved = True
        self._go(event.pos().x(), event.pos().y(), False, event.modifiers())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Let go."""
        self._held = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._moved:
            self._go(event.pos().x(), event.pos().y(), True, event.modifiers())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys."""
        arrow = _ARROWS.get(event.key())
        if arrow is None or not np.isfinite(self._place).all():
            event.ignore()
            return
        pixels = self.pixels()
        share = STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        step = share * np.array([pixels.rect.width(), pixels.rect.height()]) / np.abs(pixels.scale)  # (2,)
        x, y = (np.array(self._place) + step * arrow).tolist()
        self._go(x, y, True, event.modifiers())

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Grow."""
        self._hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Shrink."""
        self._hovered = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        self.update()

    def _go(self, x: float, y: float, finished: bool, modifiers: Qt.KeyboardModifier) -> None:
        x, y = self._follow(x, y) if self._follow is not None else (x, y)
        self._move(x, y)
        self.dragged.emit(x, y, finished, modifiers)

    def _move(self, x: float, y: float) -> None:
        self._place = (x, y)
        if self.parentItem() is not None:
            self.view_changed()
