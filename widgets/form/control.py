"""What every control of the form has: a value, signals for what a person does, and names for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override


class WheelGuard(QObject):
    """An event filter that keeps the wheel from changing controls without focus: it scrolls the area around them."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the wheel on to the parent unless the control has the focus."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class Control(QWidget):
    """Edits one setting. Abstract; made by `control_for`.

    Signals:
        edited: a person changed the value; the flag is true while the gesture or the typing goes on. Half-typed
            values of a live setting are not reported: on the way to 0.05 a rate would be 0.
        typed: a person is typing, whatever the text is.
        refused(reason): a person typed an invalid value. The nearest valid one is shown instead; text that cannot be
            read stays, and `readable` is false.
    """

    edited = Signal(bool)
    typed = Signal()
    refused = Signal(str)

    @property
    def readable(self) -> bool:
        """Whether the text shown can be read; where it cannot, the value is the last one that could."""
        return True

    def unread(self) -> str | None:
        """Return the text shown if it cannot be read."""
        return None

    def retype(self, text: str) -> None:
        """Show a text as if a person had typed it and left the field; most controls have none."""

    def mark_wrong(self, colour: str) -> None:
        """Mark what cannot be read with this colour."""

    def value(self) -> object:
        """Return the value shown, as JSON holds it."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value; emits nothing."""
        raise NotImplementedError

    def shows(self, value: object) -> bool:
        """Return whether this is the value shown."""
        return self.value() == value

    def inputs(self) -> tuple[QWidget, ...]:
        """Return the widgets that take the focus: they have the accessible name and the tooltip."""
        raise NotImplementedError

    def set_names(self, name: str, unit: str) -> None:
        """Give the inputs the accessible name of the setting with the unit of its values, "" for none."""
        for part in self.inputs():
            part.setAccessibleName(self.tr("{name}, in {unit}").format(name=name, unit=unit) if unit else name)

    def _lay_out(self, *parts: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        guard = WheelGuard(self)
        for part in parts:
            row.addWidget(part)
        for part in self.inputs():
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            part.installEventFilter(guard)
