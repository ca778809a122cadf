"""A sentence in two lines at most; what does not fit is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Caption(QLabel):
    """A label of plain text that wraps into two lines and ends in dots where even they are too short.

    Its tooltip has the whole sentence.
    """

    LINES = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a sentence."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)
            self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return room for the lines; any width will do."""
        return QSize(0, self.LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def shown_lines(self) -> list[str]:
        """Return the lines as they are drawn at the present width."""
        text, metrics = self.text(), self.fontMetrics()
        layout = QTextLayout(text, self.font())
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid() and len(lines) < self.LINES:
            line.setLineWidth(self.width())
            end = line.textStart() + line.textLength()
            if len(lines) == self.LINES - 1 and end < len(text):
                lines.append(metrics.elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, self.width()))
            else:
                lines.append(text[line.textStart() : end].rstrip())
        layout.endLayout()
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, centred in height."""
        painter = QPainter(self)
        metrics, lines = self.fontMetrics(), self.shown_lines()
        top = (self.height() - len(lines) * metrics.height()) / 2 + metrics.ascent()
        for index, line in enumerate(lines):
            painter.drawText(QPointF(0, top + index * metrics.height()), line)
        painter.end()
