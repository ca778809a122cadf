"""Qt's input fields with outlines that are visible in the dark theme, and a box that reads numbers as typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget
from typing_extensions import override

from metascope.simulator.engine.text import Message, read_number
from metascope.widgets.look.numbers import stepped, written
from metascope.widgets.look.pens import pen
from metascope.widgets.look.theme import GRID, RADIUS

_UNBOUNDED = 1e12


def _paint_outline(painter: QPainter, field: QWidget, rect: QRectF, wrong: QColor | None = None) -> None:
    """Draw the outline that Qt's style leaves darker than a dark window; in the accent colour while focused.

    It has the colour `wrong` where the text is.
    """
    role = QPalette.ColorRole.Highlight if field.hasFocus() else QPalette.ColorRole.Mid
    colour = field.palette().color(role) if wrong is None else wrong
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(colour, 1.5 if field.hasFocus() or wrong is not None else 1.0))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS / 2, RADIUS / 2)


def _asks_for_undo(event: QEvent) -> bool:
    """Return whether an event asks who handles the shortcut for undo or redo."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


def _asks_for_space(event: QEvent) -> bool:
    """Return whether Space is pressed, or an event asks who handles it as a shortcut."""
    return (
        event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Space
        and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    )


class LineEdit(QLineEdit):
    """A text field. Undo reverts typing while there is some; else the shortcut is the window's.

    `wrong` is the colour of its outline where its text has been marked as wrong.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong = QColor()
        self._is_wrong = False
        self.setTextMargins(GRID // 4, 0, 0, 0)  # the text begins as far from the frame as that of a choice does

    def set_wrong(self, is_wrong: bool) -> None:
        """Mark the text as wrong, or no longer."""
        self._is_wrong = is_wrong
        self.update()

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
            _paint_outline(painter, self, QRectF(self.rect()), self.wrong if self._is_wrong else None)


class NumberBox(QDoubleSpinBox):
    """A spin box that keeps every digit of its number, steps in proportion to it and reads numbers as `read_number`.

    The desktop's language plays no part. Text that is no number stays as it was typed, with `problem` set, until it is
    corrected or another number is shown; the number meanwhile is the one from before. Undo reverts typing while there
    is some; else the shortcut is the window's, as Space is.

    Signals:
        edited: a person changed the number: typed it, or stepped.
        typing: a person is typing; `problem` says whether the text is a number so far.
        beyond(number): a person typed this number, which is out of bounds; the nearest bound was taken.
        unread(problem): a person has finished typing what is no number.
    """

    edited = Signal()
    typing = Signal()
    beyond = Signal(float)
    unread = Signal(object)

    def __init__(self, *, whole: bool = False, near_zero: float = 0.01, parent: QWidget | None = None) -> None:
        """Make a box without bounds; `near_zero` is the step of the arrows around zero."""
        super().__init__(parent)
        self._whole = whole
        self._near_zero = 1.0 if whole else near_zero
        self._number = 0.0
        self._draft: float | None = None  # the number typed so far, if it is one within the bounds
        self._typed = False
        self._asked: float | None = None  # the number typed, before Qt clamped it
        self._text: str | None = None  # what was typed and is no number
        self.problem: Message | None = None  # why the text is no number
        self.wrong = QColor()  # of the outline then
        self.setLocale(QLocale.c())
        self.setDecimals(0 if whole else 15)
        self.setRange(-_UNBOUNDED, _UNBOUNDED)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lineEdit().textEdited.connect(self._text_edited)
        self.editingFinished.connect(self._finish_typing)

    def number(self) -> float:
        """Return the number shown, or being typed if it is one within the bounds."""
        return self._number if self._draft is None else self._draft

    def show_number(self, number: float) -> None:
        """Show a number in place of whatever was typed; emits nothing of its own."""
        self._forget_text()
        self._number = min(max(number, self.minimum()), self.maximum())
        super().setValue(number)
        self.lineEdit().setText(self.textFromValue(self._number) + self.suffix())

    def retype(self, text: str) -> None:
        """Show a text as if a person had typed it and left the box."""
        self.lineEdit().setText(text)
        self._text_edited(text)
        self._finish_typing()

    @override
    def setValue(self, val: float) -> None:
        self.show_number(val)

    @override
    def event(self, event: QEvent) -> bool:
        """Leave Space and the keys for undo to the window unless a person is typing."""
        if not self._typed and (_asks_for_undo(event) or _asks_for_space(event)):
            event.ignore()
            return False
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            wrong = self.wrong if self.problem is not None and not self._typed else None
            _paint_outline(painter, self, QRectF(self.rect()), wrong)

    @override
    def textFromValue(self, val: float) -> str:
        """Write the number with its significant digits, or what was typed and is none."""
        return written(val, self._whole) if self._text is None else self._text

    @override
    def valueFromText(self, text: str) -> float:
        """Read the number; any other text means the old one."""
        number = self._read(text)
        return self._number if isinstance(number, Message) else number

    @override
    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Accept any text, so that Qt puts nothing in its place; `problem` says whether it is a number."""
        return QValidator.State.Acceptable, input, pos

    @override
    def stepBy(self, steps: int) -> None:
        """Step in proportion to the number; arrows, wheel and keys come here."""
        self.show_number(stepped(self.number(), steps, whole=self._whole, near_zero=self._near_zero))
        self.selectAll()
        self.edited.emit()

    def _read(self, text: str) -> float | Message:
        return read_number(self._bare(text), self._whole)

    def _bare(self, text: str) -> str:
        """Return the text without the unit, of which a person may have left a part."""
        text, unit = text.removesuffix(self.suffix()).strip(), self.suffix().strip()
        part = next((unit[:end] for end in range(len(unit), 0, -1) if text.endswith(unit[:end])), "")
        return text.removesuffix(part).strip()

    def _forget_text(self) -> None:
        self._typed, self._text, self._draft, self.problem = False, None, None, None
        self.update()

    def _text_edited(self, text: str) -> None:
        number = self._read(text)
        self._typed, self._asked, self._draft = True, None, None
        self.problem = number if isinstance(number, Message) else None
        self._text = self._bare(text) if self.problem else None
        if not isinstance(number, Message):
            self._asked = number
            if self.minimum() <= number <= self.maximum():
                self._draft = number
        self.typing.emit()

    def _finish_typing(self) -> None:
        if not self._typed:
            return
        if self.problem is not None:
            self._typed = False
            self.update()
            self.unread.emit(self.problem)
            return
        asked = self._asked
        assert asked is not None, "text without a problem is a number"
        self.show_number(min(max(asked, self.minimum()), self.maximum()))
        self.edited.emit()
        if not self.minimum() <= asked <= self.maximum():
            self.beyond.emit(asked)
