"""The track of a clock: how far it has gone, the cursor, the marked range, and markers of events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from metascope.widgets.clock.cursor import Cursor
from metascope.widgets.clock.markers import ABOVE, EDGE, Marker, in_painting_order, paint_marker
from metascope.widgets.look.pens import pen
from metascope.widgets.look.plain import plain_tip
from metascope.widgets.look.theme import GRID, Theme

__all__ = ["Marker", "Track"]

_GROOVE = 4.0  # px, height of the line
_HANDLE = 6.0  # px, radius
_REACH = 5.0  # px, within which the pointer is at a marker
_BESIDE = 9.0  # px between markers of one place
_GRIP = 4.0  # px, within which the pointer is at an end of the range
_BAND = 10.0  # px, from the middle to the edge of a marked range
_BAND_ALPHA = 0.22
_LEAST_TICK = 5.0  # px between two ticks that are still drawn apart
_MOST_LINES = 12  # of a tooltip about events at one place


class Track(QAbstractSlider):
    """A clock's track from 0 to its last tick, filled up to the newest, with the cursor on it.

    Screen readers see a slider, whose name tells where it is. Setters emit nothing. A press on a marker goes to exactly
    its step.

    Signals:
        moved: a person put the cursor there (mouse, arrows, Page Up and Down, Home).
        ended: a person asked for the newest tick (End).
        spanned: a person marks the range between these two ticks, in either order (Shift and drag, or an end dragged).
        cleared: a person clears the range (Escape).
    """

    moved = Signal(int)
    ended = Signal()
    spanned = Signal(int, int)
    cleared = Signal()

    def __init__(self, theme: Theme, ticked: bool = False, ranged: bool = False, parent: QWidget | None = None) -> None:
        """Make a track; `ticked` draws each tick, `ranged` lets a person mark a range."""
        super().__init__(parent)
        self._theme = theme
        self._ticked, self._ranged = ticked, ranged
        self._cursor = Cursor()
        self._held: int | Literal["cursor"] | None = None  # what the mouse drags; a tick: the range's fixed end
        self._markers: tuple[Marker, ...] = ()
        self._marks: list[tuple[float, Marker]] | None = None  # where the markers are drawn; one per pixel and kind
        self._tip = "{step}"
        self._named = self._told = ""  # what it is, and how screen readers tell where it is
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.update()

    def set_tip(self, tip: str) -> None:
        """Set the tooltip of places on the track; `{step}` stands for the tick."""
        self._tip = tip

    def set_names(self, name: str, told: str) -> None:
        """Set the accessible name, and how it tells the position: `{step}` and `{last}` stand for ticks."""
        self._named, self._told = name, told
        self._tell_position()

    def set_cursor(self, cursor: Cursor, last: int) -> None:
        """Show how far the clock has gone, where a person looks, and where the clock will end."""
        last = max(last, cursor.newest, 1)
        if cursor == self._cursor and last == self.maximum():
            return
        if last != self.maximum():
            self.setRange(0, last)
            self.setPageStep(max(1, last // 10))
            self._marks = None
        self._cursor = cursor
        self.setValue(cursor.position)
        self._tell_position()
        self.update()

    def set_markers(self, markers: Iterable[Marker]) -> None:
        """Show these markers."""
        self._markers, self._marks = tuple(markers), None
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(20 * GRID, 4 * GRID)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which a step can be hit."""
        return QSize(8 * GRID, 4 * GRID)

    def place(self, step: float) -> float:
        """Return the x coordinate of a step, in pixels."""
        return self._margin + step / self.maximum() * self._length

    def step_at(self, x: float) -> int:
        """Return the step nearest to an x coordinate in pixels, between 0 and the last."""
        share = (x - self._margin) / self._length
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    def _tell_position(self) -> None:
        told = self._told.format(step=f"{self._cursor.position:,}", last=f"{self.maximum():,}")
        self.setAccessibleName(self.tr("{name}: {value}").format(name=self._named, value=told))

    @property
    def _margin(self) -> float:
        return _HANDLE + 2

    @property
    def _length(self) -> float:
        return max(1.0, self.width() - 2 * self._margin)

    # What a person does

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab an end of the range, start a new range (Shift), or put the cursor there."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        step = min(self.step_at(at.x()), self._cursor.newest)
        if self._ranged and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._held = step
            self.spanned.emit(step, step)
        elif (fixed := self._other_end(at)) is not None:
            self._held = fixed
        else:
            self._held = "cursor"
            marker = self._marker_at(at)
            self.moved.emit(self.step_at(at.x()) if marker is None else marker.step)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            grip = self._other_end(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if grip else Qt.CursorShape.ArrowCursor)
        elif self._held == "cursor":
            self.moved.emit(self.step_at(event.position().x()))
        elif self._held is not None:
            self.spanned.emit(self._held, min(self.step_at(event.position().x()), self._cursor.newest))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it where it is; a range without length is cleared."""
        held, self._held = self._held, None
        if isinstance(held, int) and self._cursor.span is not None and self._cursor.span[0] == self._cursor.span[1]:
            self.cleared.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by one, by a tenth, or to an end, or clear the range."""
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
        elif key is Qt.Key.Key_Escape and self._cursor.span is not None:
            self.cleared.emit()
        elif key in places:
            self.moved.emit(min(max(places[key], 0), self._cursor.newest))
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.text_at(event.pos().x())), self)
            return True
        return super().event(event)

    def text_at(self, x: float) -> str:
        """Return the tooltip at an x coordinate: the step, and what happened there."""
        near = [x, *(self.place(marker.step) for at, marker in self._drawn_marks() if abs(at - x) <= _REACH)]
        places = ((self.place(marker.step), marker.text) for marker in self._markers)
        found = [text for place, text in places if any(abs(place - other) <= _REACH for other in near)]
        more = [self.tr("and {n} more").format(n=len(found) - _MOST_LINES)] if len(found) > _MOST_LINES else []
        return "\n".join([self._tip.format(step=f"{self.step_at(x):,}"), *found[:_MOST_LINES], *more])

    def _other_end(self, at: QPointF) -> int | None:
        """Return the end of the range that stays when the one under the pointer is dragged; None away from both.

        The cursor's handle takes precedence over the ends.
        """
        if self._cursor.span is None or abs(at.y() - self.height() / 2) > _BAND + 2:
            return None
        if abs(at.x() - self.place(self._cursor.position)) <= _HANDLE and abs(at.y() - self.height() / 2) <= _HANDLE:
            return None
        first, last = self._cursor.span
        near, fixed = min((abs(at.x() - self.place(last)), first), (abs(at.x() - self.place(first)), last))
        return fixed if near <= _GRIP else None

    def _marker_at(self, at: QPointF) -> Marker | None:
        down = at.y() - self.height() / 2
        if abs(down) < EDGE:
            return None
        near = [
            (abs(x - at.x()), index, marker)
            for index, (x, marker) in enumerate(self._drawn_marks())
            if abs(x - at.x()) <= _REACH and (marker.kind in ABOVE) == (down < 0)
        ]
        return min(near)[2] if near else None

    # How it looks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            self._paint_span(painter, middle)
            self._paint_groove(painter, middle)
            for x, marker in self._drawn_marks():
                paint_marker(painter, marker.kind, QPointF(x, middle), self._theme)
            self._paint_handle(painter, middle)

    def _paint_span(self, painter: QPainter, middle: float) -> None:
        if self._cursor.span is None:
            return
        left, right = (self.place(step) for step in self._cursor.span)
        band = QColor(self._theme.accent)
        band.setAlphaF(_BAND_ALPHA)
        painter.fillRect(QRectF(left, middle - _BAND, right - left, 2 * _BAND), band)
        painter.setPen(pen(self._theme.accent, 2.0))
        for x, foot in ((left, 3.0), (right, -3.0)):
            for y in (middle - _BAND, middle + _BAND):
                painter.drawLine(QPointF(x, y), QPointF(x + foot, y))
            painter.drawLine(QPointF(x, middle - _BAND), QPointF(x, middle + _BAND))

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

    def _paint_handle(self, painter: QPainter, middle: float) -> None:
        """Draw the cursor: filled while live, open while looking back, in the accent while it moves by itself."""
        looking = self._cursor.looking
        painter.setBrush(QColor(self._theme.accent if looking == "live" else self._theme.panel))
        painter.setPen(pen(self._theme.text if looking == "back" else self._theme.accent, 2.0))
        centre = QPointF(self.place(self._cursor.position), middle)
        painter.drawEllipse(centre, _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(self._theme.accent, 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _drawn_marks(self) -> list[tuple[float, Marker]]:
        """Return the markers with their places.

        Of one kind at one place it is the latest; different kinds on one side of the track lie side by side.
        """
        if self._marks is None:
            nearest = {(round(self.place(marker.step)), marker.kind): marker for marker in self._markers}
            kept = in_painting_order(nearest.values())
            here: dict[tuple[int, bool], list[Marker]] = {}
            for marker in kept:
                here.setdefault((round(self.place(marker.step)), marker.kind in ABOVE), []).append(marker)
            self._marks = [pair for group in here.values() for pair in self._side_by_side(group)]
        return self._marks

    def _side_by_side(self, markers: list[Marker]) -> list[tuple[float, Marker]]:
        """Return the markers of one place around it, as far as the track's ends have room."""
        place, half = self.place(markers[-1].step), len(markers) * _BESIDE / 2
        middle = min(max(place, half), self.width() - half) if len(markers) > 1 else place
        return [(middle - half + (index + 0.5) * _BESIDE, marker) for index, marker in enumerate(markers)]

    @override
    def resizeEvent(self, event: QEvent) -> None:
        self._marks = None
