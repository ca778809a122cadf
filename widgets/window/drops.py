"""Lets a window accept dropped files and lines of text: a hint while they are over it, and what was dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import GRID, RADIUS, Theme


class DropTarget(QObject):
    """An event filter that lets a window accept dropped files and text. It owns the hint over the window.

    Signals:
        dropped(paths): a person dropped something on the window; the list is empty where it holds no files.
        text_dropped(text): a person dropped text on the window, and no files.
    """

    dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, window: QWidget, hint: Callable[[list[Path], str], str], theme: Theme) -> None:
        """Watch `window`; `hint` says what would happen to these files, or to this text where there are none."""
        super().__init__(window)
        self._window, self._say = window, hint
        self._hint = Label(parent=window)
        self._hint.setObjectName("drop-hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self.set_theme(theme)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def hint(self) -> str:
        """The hint shown while files are over the window; empty at other times."""
        return "" if self._hint.isHidden() else self._hint.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme from now on."""
        self._hint.setFont(theme.font("title", bold=True))
        self._hint.setStyleSheet(
            f"#drop-hint {{ color: {theme.info}; background: {theme.info_back};"
            f" border: 2px dashed {theme.accent}; border-radius: {RADIUS}px; }}"
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self._hint.hide()
            event.acceptProposedAction()
            files, text = _files(event.mimeData()), _text(event.mimeData())
            if text and not files:
                self.text_dropped.emit(text)
            else:
                self.dropped.emit(files)
            return True
        if isinstance(event, QDragEnterEvent):
            self._show_hint(_files(event.mimeData()), _text(event.mimeData()))
            event.acceptProposedAction()
            return True
        if isinstance(event, QDragMoveEvent):
            event.acceptProposedAction()
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._hint.hide()
        return False

    def _show_hint(self, files: list[Path], text: str) -> None:
        self._hint.setText(self._say(files, text))
        width, height = self._window.width() * 2 // 3, 16 * GRID
        self._hint.setGeometry(
            (self._window.width() - width) // 2, (self._window.height() - height) // 2, width, height
        )
        self._hint.show()
        self._hint.raise_()


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _text(data: QMimeData) -> str:
    """Return the text in what is dragged, also where a browser gives it as an address."""
    address = next((url.toString() for url in data.urls() if not url.isLocalFile()), "")
    return data.text() or address
