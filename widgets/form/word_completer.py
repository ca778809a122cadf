"""Offers in a list below a text field what the word at the cursor may become."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

# Returns for a text and a place in it where the word there begins and ends, and what it may become.
Offer = Callable[[str, int], tuple[int, int, Sequence[str]]]
VISIBLE = 8  # words that are seen at a time


class WordCompleter(QObject):
    """The list, while a person types: arrows choose a word, Enter takes it, Tab it or the first, Esc closes it.

        WordCompleter(line, lambda text, cursor: (0, len(text), ["alpha", "beta"]))

    A word that is taken stands in the field as if it had been typed, and can be undone.
    """

    def __init__(self, field: QLineEdit, offer: Offer) -> None:
        super().__init__(field)
        self._field, self._offer = field, offer
        self._taking = False
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setWidget(field)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(VISIBLE)
        self._completer.activated.connect(self._take)
        self.popup = QListView()  # the completer's, which gives it its keys
        self._completer.setPopup(self.popup)
        self.popup.installEventFilter(self)
        field.textEdited.connect(lambda _: self._show())

    @property
    def offered(self) -> tuple[str, ...]:
        """The words in the list, none while it is closed."""
        return tuple(self._model.stringList()) if self.popup.isVisible() else ()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc close the list, not the window too, and Tab take a word, not the focus."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            word = self._model.stringList()[max(self.popup.currentIndex().row(), 0)]
            self.popup.hide()
            self._take(word)
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self._taking:
            return
        _, _, words = self._offer(self._field.text(), self._field.cursorPosition())
        if words:
            self._model.setStringList(list(words))
            self._completer.complete()
            self.popup.setCurrentIndex(QModelIndex())  # Enter takes nothing that was not chosen
        else:
            self.popup.hide()

    def _take(self, word: str) -> None:
        start, end, _ = self._offer(self._field.text(), self._field.cursorPosition())
        self._taking = True  # nothing is offered for it any more
        self._field.setSelection(start, end - start)
        self._field.insert(word)
        self._taking = False
