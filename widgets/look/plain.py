"""Texts as they are written: a title or a name from a file may hold markup, which Qt would draw as rich text.

Rich text names pictures, which Qt reads from this computer's disk. So labels, tooltips and message boxes are made here.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Text  # the functions of QtCore's namespace that QtGui adds
from PySide6.QtWidgets import QFrame, QLabel, QMessageBox, QTextEdit, QWidget


class Label(QLabel):
    """A label of plain text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if text:
            self.setText(text)


class ReadingArea(QTextEdit):
    """A text to be read, into which a cursor writes with formats of the program's own: no markup is ever read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)


class MessageBox(QMessageBox):
    """A question or a message in plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def plain_tip(text: str) -> str:
    """Return a text for a tooltip that is drawn as it is written: Qt takes for rich text what looks like it."""
    return Text.convertFromPlainText(text, Text.WhiteSpaceMode.WhiteSpaceNormal) if _looks_rich(text) else text


def _looks_rich(text: str) -> bool:
    return bool(Text.mightBeRichText(text))


def without_mnemonic(text: str) -> str:
    """Return the text of an action or a button without the mark of its key: that of `&Open` and of `打开(&O)`."""
    return re.sub(r"\s*\(&\w\)", "", text).replace("&", "")
