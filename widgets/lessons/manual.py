"""A page of help: headings, paragraphs, lists and examples, written by the program itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from metascope.widgets.look.plain import ReadingArea
from metascope.widgets.look.theme import GRID, Theme

_INLINE = re.compile(r"(`[^`]+`|\*\*[^*]+\*\*)")


class Manual(ReadingArea):
    """Shows a page, called `name`, in a small part of Markdown: `#`, `-`, fenced examples, `code` and **terms**."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._page = theme, ""
        self.setAccessibleName(name)
        self.document().setDocumentMargin(2 * GRID)

    def tell(self, page: str) -> None:
        """Show a page."""
        self._page = page
        self.clear()
        cursor = QTextCursor(self.document())
        for index, (kind, text) in enumerate(blocks(page)):
            if index:
                cursor.insertBlock()
            self._write(cursor, kind, text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._theme = theme
        self.tell(self._page)

    def _write(self, cursor: QTextCursor, kind: str, text: str) -> None:
        theme, shape, style = self._theme, QTextBlockFormat(), QTextCharFormat()
        shape.setTopMargin(GRID)
        style.setForeground(QColor(theme.text))
        if kind in ("title", "heading"):
            shape.setTopMargin(2 * GRID)
            style.setFont(theme.font("title" if kind == "title" else "body", bold=True))
        elif kind == "item":
            shape.setLeftMargin(3 * GRID)
            shape.setTextIndent(-2 * GRID)
            shape.setTopMargin(GRID // 2)
            text = f"•  {text}"
        elif kind == "example":
            shape.setLeftMargin(GRID)
            shape.setBackground(QColor(theme.hover))
            shape.setTopMargin(0)
        cursor.setBlockFormat(shape)
        if kind == "example":
            cursor.insertText(text, self._code(style))
            return
        for part in _INLINE.split(text):
            if part.startswith("`"):
                cursor.insertText(part[1:-1], self._code(style))
            elif part.startswith("**"):
                bold = QTextCharFormat(style)
                bold.setFontWeight(QFont.Weight.Bold)
                cursor.insertText(part[2:-2], bold)
            else:
                cursor.insertText(part, style)

    def _code(self, style: QTextCharFormat) -> QTextCharFormat:
        code = QTextCharFormat(style)
        code.setFontFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
        code.setForeground(QColor(self._theme.info))
        return code


def blocks(page: str) -> Iterator[tuple[str, str]]:
    """Return the blocks of a page, each with its kind: title, heading, item, example, text."""
    fenced = False
    for line in page.splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            yield "example", line
        elif line.startswith("# "):
            yield "title", line[2:]
        elif line.startswith("## "):
            yield "heading", line[3:]
        elif line.startswith("- "):
            yield "item", line[2:]
        elif line.strip():
            yield "text", line
