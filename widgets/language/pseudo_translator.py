"""A translation for tests: every text of the catalogue in marks and with accents, so that others are seen."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from metascope.widgets.language.catalogue import read_catalogue

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀçďéƒğĥíĵķľɱñóƥǫŕśťúṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶĽḾÑÓƤǪŔŚŤÚṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>)")  # places for values, and tags
_OF_QT = ("QPlatformTheme", "QDockWidget", "QTabBar")  # where Qt looks up its own texts, such as Cancel


class PseudoTranslator(QTranslator):
    """Translates the texts of the catalogue and Qt's own: `Save {n}` becomes `⟦Śáṽé {n}⟧`.

    A text that is looked up under a context other than it was extracted with stays as it is.
    """

    def __init__(self, catalogue: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = read_catalogue(catalogue)

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return a text in marks; nothing, for Qt to look elsewhere, where the catalogue does not have it."""
        known = (context, source) in self._texts or context in _OF_QT
        return marked(source) if known else None  # type: ignore[return-value]  # an empty text would be taken

    @override
    def isEmpty(self) -> bool:
        """Return that there is something to look up, or Qt would not ask."""
        return False


def marked(text: str) -> str:
    """Return a text in marks and with accents; places for values, tags and shortcuts stay."""
    words, tab, shortcut = text.partition("\t")
    parts = _KEPT.split(words)
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    return f"⟦{''.join(parts)}⟧{tab}{shortcut}"
