"""Qt's input fields with outlines that are visible in the dark theme, and a number box that keeps its digits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget
from typing_extensions import override

from simulator.engine.settings import Declaration
from widgets.look.numbers import near_zero_of, read, stepped, written
from widgets.look.theme import RADIUS, pen

_UNBOUNDED = 1e12


def _paint_outline(painter: QPainter, field: QWidget, rect: QRectF) -> None:
    """Draw the outline that Qt's style leaves darker than a dark window; in the accent colour while focused."""
    role = QPalette.ColorRole.Highlight if field.hasFocus() else QPalette.ColorRole.Mid
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(field.palette().color(role), 1.5 if field.hasFocus() else 1.0))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS / 2, RADIUS / 2)


def _asks_for_undo(event: QEvent) -> bool:
    """Return whether an event asks who handles the shortcut for undo or redo."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class LineEdit(QLineEdit):
    """A text field. Undo reverts typing while there is some; else the shortcut is the window's."""

    @override
    def event(self, event: QEvent) -> bool:
        """Leave the keys for undo to the window unless a person is typing."""
        if _asks_for_undo(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            _paint_outline(painter, self, QRectF(self.rect()))


class NumberBox(QDoubleSpinBox):
    """A spin box that keeps every digit of its number, steps in proportion to it and reads exponents.

    Undo reverts typing while there is some; else the shortcut is the window's.

    Signals:
        edited: a person changed the number: typed it, or stepped.
        typing: a person is typing, and the text is a number within the bounds.
        beyond(number): a person typed this number, which is out of bounds; the nearest bound was taken.
    """

    edited = Signal()
    typing = Signal()
    beyond = Signal(float)

    def __init__(self, declared: Declaration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = declared.kind == "whole"
        self._near_zero = near_zero_of(declared)
        self._number = 0.0
        self._typed = False
        self._asked: float | None = None  # the number typed, before Qt clamped it
        self.setDecimals(0 if self._whole else 15)
        self.setRange(
            -_UNBOUNDED if declared.low is None else declared.low,
            _UNBOUNDED if declared.high is None else declared.high,
        )
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lineEdit().textEdited.connect(self._text_edited)
        self.editingFinished.connect(self._finish_typing)

    def number(self) -> float:
        """Return the number shown, or being typed if it is one within the bounds."""
        return self._number

    def show_number(self, number: float) -> None:
        """Show a number; emits nothing of its own."""
        self._typed = False
        self.setValue(number)
        self._number = min(max(number, self.minimum()), self.maximum())

    @override
    def event(self, event: QEvent) -> bool:
        """Leave the keys for undo to the window unless a person is typing."""
        if _asks_for_undo(event) and not self._typed:
            event.ignore()
            return False
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            _paint_outline(painter, self, QRectF(self.rect()))

    @override
    def textFromValue(self, value: float) -> str:
        """Write the number with its significant digits."""
        return written(value, self._whole)

    @override
    def valueFromText(self, text: str) -> float:
        """Read the number; any other text means the old one."""
        number = read(text)
        return self._number if number is None else number

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Allow any text while typing; if it is no number in the end, the old one returns."""
        state = QValidator.State.Intermediate if read(text) is None else QValidator.State.Acceptable
        return state, text, position

    @override
    def stepBy(self, steps: int) -> None:
        """Step in proportion to the number; arrows, wheel and keys come here."""
        self.show_number(stepped(self.value(), steps, whole=self._whole, near_zero=self._near_zero))
        self.selectAll()
        self.edited.emit()

    def _text_edited(self, text: str) -> None:
        self._typed = True
        self._asked = number = read(text)
        if number is not None and self.minimum() <= number <= self.maximum():
            self._number = round(number) if self._whole else number
            self.typing.emit()

    def _finish_typing(self) -> None:
        if not self._typed:
            return
        asked = self._asked
        self.show_number(self.value())
        self.edited.emit()
        if asked is not None and not self.minimum() <= asked <= self.maximum():
            self.beyond.emit(asked)
