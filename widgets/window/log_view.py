"""The log: what the program and its runs did, line by line, with a filter by level."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from metascope.widgets.look.combo_box import ComboBox
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, Theme

LINES = 2000  # that are kept


@dataclass(frozen=True)
class LogLine:
    """One entry of the log."""

    when: float  # seconds since the epoch
    level: int  # of Python's logging
    text: str  # may have several lines


class LogView(QWidget):
    """The newest `LINES` lines of a log. Setters emit nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: deque[LogLine] = deque(maxlen=LINES)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setMaximumBlockCount(LINES)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setAccessibleName(self.tr("Log"))
        self._text.setToolTip(self.tr("What the program and its runs did, newest last"))
        self._level = ComboBox()
        for name, level in (
            (self.tr("Everything"), logging.DEBUG),
            (self.tr("Info and above"), logging.INFO),
            (self.tr("Warnings and above"), logging.WARNING),
            (self.tr("Errors"), logging.ERROR),
        ):
            self._level.addItem(name, level)
        self._level.setCurrentIndex(1)
        self._level.setToolTip(self.tr("Minimum level"))
        self._level.setAccessibleName(self.tr("Minimum level of the log"))
        self._level.activated.connect(lambda: self._show_all())
        self._lay_out()
        self.set_theme(theme)

    @property
    def lines(self) -> tuple[LogLine, ...]:
        """All lines that are kept."""
        return tuple(self._lines)

    def add(self, lines: Iterable[LogLine]) -> None:
        """Append lines; beyond `LINES` the oldest are dropped."""
        lines = list(lines)
        self._lines.extend(lines)
        for line in lines[-LINES:]:
            if line.level >= self._level.currentData():
                self._text.appendPlainText(self._written(line))

    def clear(self) -> None:
        """Remove all lines."""
        self._lines.clear()
        self._text.clear()

    def text(self) -> str:
        """Return what is shown."""
        return self._text.toPlainText()

    def set_level(self, level: int) -> None:
        """Show lines of at least this level of Python's logging."""
        self._level.setCurrentIndex(max(self._level.findData(level), 0))
        self._show_all()

    def copy(self) -> None:
        """Copy the lines shown to the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._text.setFont(theme.font("small"))

    def _show_all(self) -> None:
        lines = [self._written(line) for line in self._lines if line.level >= self._level.currentData()]
        self._text.setPlainText("\n".join(lines))
        bar = self._text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _written(self, line: LogLine) -> str:
        if line.level >= logging.ERROR:
            name = self.tr("error")
        elif line.level >= logging.WARNING:
            name = self.tr("warning")
        else:
            name = self.tr("info") if line.level >= logging.INFO else self.tr("debug")
        when = time.strftime("%H:%M:%S", time.localtime(line.when))
        text = self.tr("{when}  {level}  {text}").format(when=when, level=name, text=line.text)
        return text.replace("\n", "\n    ")

    def _lay_out(self) -> None:
        copy, clear = QPushButton(self.tr("Copy")), QPushButton(self.tr("Clear"))
        copy.setToolTip(self.tr("Copy the lines shown to the clipboard"))
        copy.setAccessibleName(self.tr("Copy the log"))
        copy.clicked.connect(lambda: self.copy())
        clear.setToolTip(self.tr("Remove all lines"))
        clear.setAccessibleName(self.tr("Clear the log"))
        clear.clicked.connect(lambda: self.clear())
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(Label(self.tr("Show")))
        row.addWidget(self._level)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self._text, 1)
