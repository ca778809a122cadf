"""A drop-down list that screen readers call by its accessible name on every system."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStyle, QStyleOptionComboBox, QStylePainter, QWidget
from typing_extensions import override

from metascope.widgets.look.plain import Label

BESIDE = 25  # pixels of its width that are no room for its text, as the themes' style sheet has it


class ComboBox(QComboBox):
    """A `QComboBox` with a name for screen readers.

    On Linux, Qt tells them the chosen entry as its name, and takes what it is called from the label beside it alone:
    where there is none, an invisible one stands in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: QLabel | None = None

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.ParentChange, QEvent.Type.Show):
            self._name()
        return done

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it with the middle of its text left out where there is no room for all of it: Qt cuts off the end.

        Its style is not asked: PySide keeps what `style` returns for good, once for each change of theme.
        """
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        middle = Qt.TextElideMode.ElideMiddle
        option.currentText = option.fontMetrics.elidedText(option.currentText, middle, self.width() - BESIDE)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _name(self) -> None:
        """Let the invisible label stand beside it, unless there is another one."""
        parent, name = self.parentWidget(), self.accessibleName()
        if self._label is not None and (parent is None or self._label.parentWidget() is not parent):
            self._label.setBuddy(None)  # type: ignore[arg-type] # which its stub leaves out
            self._label.deleteLater()
            self._label = None
        if parent is None or not name:
            return
        beside = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if any(label.buddy() is self for label in beside if label is not self._label):
            if self._label is not None:
                self._label.setBuddy(None)  # type: ignore[arg-type] # which its stub leaves out
            return
        if self._label is None:
            self._label = Label(parent=parent)
            self._label.hide()
        self._label.setText(name.replace("&", "&&"))  # a single one would make a shortcut
        self._label.setBuddy(self)
