"""The track of a clock: how far it went, where a person looks, and what happened on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from widgets.cursor import Cursor
from widgets.theme import GRID, Theme, pen

_GROOVE = 4.0  # px, height of the line
_HANDLE = 6.0  # px, radius
_REACH = 5.0  # px, within which the pointer is at a marker
_LEAST_TICK = 5.0  # px between two ticks that are still drawn apart


@dataclass(frozen=True)
class Marker:
    """Something that happened at a step: a person steered the run, or set a bookmark."""

    step: int
    kind: Literal["steering", "bookmark"]
    text: str  # shown under the pointer


class Track(QAbstractSlider):
    """A clock's track from 0 to its last tick, filled up to the newest, with the cursor on it.

    A slider to screen readers. Setters emit nothing.

    Signals:
        moved: a person put the cursor there (mouse, arrows, Page Up and Down, Home).
        ended: a person asked for the newest tick (End).
    """

    moved = Signal(int)
    ended = Signal()

    def __init__(self, theme: Theme, ticked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ticked = ticked
        self._cursor = Cursor()
        self._markers: tuple[Marker, ...] = ()
        self._marks: list[tuple[float, Marker]] | None = None  # where the markers are drawn; one a pixel and kind
        self._tip = "{step}"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.update()

    def set_tip(self, tip: str) -> None:
        """Say under the pointer what a place of the track is; `{step}` stands for its tick."""
        self._tip = tip

    def set_cursor(self, cursor: Cursor, last: int) -> None:
        """Show how far the clock went, where a person looks, and where the clock will end."""
        last = max(last, cursor.newest, 1)
        if cursor == self._cursor and last == self.maximum():
            return
        if last != self.maximum():
            self.setRange(0, last)
            self.setPageStep(max(1, last // 10))
            self._marks = None
        self._cursor = cursor
        self.setValue(cursor.position)
        self.update()

    def set_markers(self, markers: Iterable[Marker]) -> None:
        """Show what happened on the way."""
        self._markers, self._marks = tuple(markers), None
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the handle and the markers."""
        return QSize(20 * GRID, 4 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return the least in which a step can be hit."""
        return QSize(8 * GRID, 4 * GRID)

    def place(self, step: float) -> float:
        """Return the x coordinate of a step, in pixels."""
        return self._margin + step / self.maximum() * self._length

    def step_at(self, x: float) -> int:
        """Return the step nearest to an x coordinate in pixels, between 0 and the last."""
        share = (x - self._margin) / self._length
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    @property
    def _margin(self) -> float:
        return _HANDLE + 2

    @property
    def _length(self) -> float:
        return max(1.0, self.width() - 2 * self._margin)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.moved.emit(self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the cursor along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(self.step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the cursor where it is."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel pass."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by one, by a tenth, or to an end."""
        position, page = self._cursor.position, self.pageStep()
        places = {
            Qt.Key.Key_Left: position - 1,
            Qt.Key.Key_Right: position + 1,
            Qt.Key.Key_Down: position - 1,
            Qt.Key.Key_Up: position + 1,
            Qt.Key.Key_PageDown: position - page,
            Qt.Key.Key_PageUp: position + page,
            Qt.Key.Key_Home: 0,
        }
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_End:
            self.ended.emit()
        elif key in places:
            self.moved.emit(min(max(places[key], 0), self._cursor.newest))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.text_at(event.pos().x()), self)
            return True
        return super().event(event)

    def text_at(self, x: float) -> str:
        """Return what the pointer tells at an x coordinate: the step, and what happened there."""
        found = [marker.text for place, marker in self._drawn_marks() if abs(place - x) <= _REACH]
        return "\n".join([self._tip.format(step=self.step_at(x)), *found])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        self._paint_groove(painter, middle)
        self._paint_marks(painter, middle)
        self._paint_handle(painter, middle)
        painter.end()

    def _paint_groove(self, painter: QPainter, middle: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        top, start = middle - _GROOVE / 2, self.place(0)
        painter.setBrush(QColor(self._theme.border))
        painter.drawRoundedRect(QRectF(start, top, self._length, _GROOVE), 2, 2)
        done = self.place(self._cursor.newest) - start
        painter.setBrush(QColor(self._theme.muted))
        painter.drawRoundedRect(QRectF(start, top, done, _GROOVE), 2, 2)
        if self._ticked and self._length / self.maximum() >= _LEAST_TICK:
            painter.setPen(pen(self._theme.muted))
            for tick in range(self.maximum() + 1):
                x = round(self.place(tick)) + 0.5
                painter.drawLine(QPointF(x, middle + 4), QPointF(x, middle + 8))

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for x, marker in self._drawn_marks():
            if marker.kind == "steering":
                painter.setBrush(QColor(self._theme.warning))
                corners = [QPointF(x - 4, middle - 12), QPointF(x + 4, middle - 12), QPointF(x, middle - 5)]
            else:
                painter.setBrush(QColor(self._theme.accent))
                flag = ((-3, 5), (3, 5), (3, 13), (0, 10), (-3, 13))
                corners = [QPointF(x + across, middle + down) for across, down in flag]
            painter.drawPolygon(QPolygonF(corners))

    def _paint_handle(self, painter: QPainter, middle: float) -> None:
        live = self._cursor.live
        painter.setBrush(QColor(self._theme.accent if live else self._theme.panel))
        painter.setPen(pen(self._theme.accent if live else self._theme.text, 2.0))
        centre = QPointF(self.place(self._cursor.position), middle)
        painter.drawEllipse(centre, _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(self._theme.accent, 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _drawn_marks(self) -> list[tuple[float, Marker]]:
        """Return the markers with their places; of those that would cover each other, the latest."""
        if self._marks is None:
            nearest = {(round(self.place(marker.step)), marker.kind): marker for marker in self._markers}
            self._marks = [(float(x), marker) for (x, _), marker in nearest.items()]
        return self._marks

    def resizeEvent(self, event: QEvent) -> None:
        """Place the markers anew."""
        self._marks = None
