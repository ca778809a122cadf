"""A label of at most two lines, in smaller type where the text is long; its tooltip has the whole text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from metascope.widgets.look.plain import Label, plain_tip


class Caption(Label):
    """A label of plain text that wraps into two lines, in smaller type where the text is long.

    A text that still does not fit is elided. The tooltip has the whole sentence.
    """

    LINES = 2
    SMALLER = 12 / 13  # the size of small type relative to body type

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a sentence."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(plain_tip(text))
            self.setAccessibleName(text)

    @override
    def sizeHint(self) -> QSize:
        """Return room for the lines; any width will do."""
        return QSize(0, self.LINES * self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def shown_lines(self) -> list[str]:
        """Return the lines as they are drawn at the present width."""
        return broken(self.text(), self._fitting(), self.width(), self.LINES)[0]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        font = self._fitting()
        with QPainter(self) as painter:
            painter.setFont(font)
            metrics, lines = QFontMetrics(font), broken(self.text(), font, self.width(), self.LINES)[0]
            top = (self.height() - len(lines) * metrics.height()) / 2 + metrics.ascent()
            for index, line in enumerate(lines):
                painter.drawText(QPointF(0, top + index * metrics.height()), line)

    def _fitting(self) -> QFont:
        """Return the label's own type where the whole sentence fits in it, else the smaller one."""
        font = self.font()
        if not broken(self.text(), font, self.width(), self.LINES)[1]:
            if font.pixelSize() > 0:
                font.setPixelSize(round(font.pixelSize() * self.SMALLER))
            else:
                font.setPointSizeF(font.pointSizeF() * self.SMALLER)
        return font


def broken(text: str, font: QFont, width: int, most: int) -> tuple[list[str], bool]:
    """Return a text in at most so many lines of this width in pixels, and whether they hold all of it."""
    text, metrics = text.rstrip(), QFontMetrics(font)
    layout = QTextLayout(text, font)
    lines: list[str] = []
    whole = True
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(lines) < most:
        line.setLineWidth(width)
        end = line.textStart() + line.textLength()
        if len(lines) == most - 1 and end < len(text):
            whole = False
            lines.append(metrics.elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, width))
        elif line.naturalTextWidth() > width:  # one long word
            whole = False
            part = text[line.textStart() : end].rstrip()
            lines.append(metrics.elidedText(part, Qt.TextElideMode.ElideRight, width))
        else:
            lines.append(text[line.textStart() : end].rstrip())
    layout.endLayout()
    return lines, whole
