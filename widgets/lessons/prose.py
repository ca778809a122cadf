"""Paragraphs with terms in bold, which wrap and can be selected; never markup from a file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from metascope.simulator.engine.lessons.values import paragraphs, plain
from metascope.widgets.look.plain import ReadingArea
from metascope.widgets.look.theme import GRID


class Prose(ReadingArea):
    """A text of a lesson, as high as it needs to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys belong to the lesson and to the picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QTextEdit { background: transparent; }")
        self.hide()
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    def text(self) -> str:
        """Return the text as it is read aloud."""
        return plain(self._text)

    def tell(self, text: str) -> None:
        """Show a text: paragraphs between empty lines, terms between `**`. What is selected stays if it is the same."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(plain(text))
        self.clear()
        cursor, block = QTextCursor(self.document()), QTextBlockFormat()
        for index, spans in enumerate(paragraphs(text)):
            if index:
                block.setTopMargin(GRID)
                cursor.insertBlock(block)
            for span in spans:
                style = QTextCharFormat()
                style.setFontWeight(QFont.Weight.Bold if span.bold else QFont.Weight.Normal)
                cursor.insertText(span.text, style)
        self.setVisible(bool(text))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(20 * GRID, round(self.document().size().height()) + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(10 * GRID, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that has come up."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
