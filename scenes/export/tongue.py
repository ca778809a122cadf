"""Texts in another language than the window's, for what is written in several: nothing on the screen notices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator
from typing_extensions import override

from metascope.simulator.engine.cli.languages import ENGLISH, PSEUDO, TEMPLATE, catalogue
from metascope.widgets.language.catalogue import CatalogueTranslator, read_catalogue
from metascope.widgets.language.pseudo_translator import PseudoTranslator
from metascope.widgets.language.speaking import said_in


class Tongue:
    """A language that can be spoken for a moment.

    chinese = Tongue("zh_CN")
    with chinese.spoken():
        title = preset_text(preset.title)
    """

    def __init__(self, language: str) -> None:
        """Load the language; `language` is one of `languages()`."""
        self.language = language
        self._translators: list[QTranslator] = [_AsWritten()]  # where the catalogue has nothing, the text itself
        if language == PSEUDO:
            self._translators.append(PseudoTranslator(TEMPLATE))
        elif language != ENGLISH:
            self._translators.append(CatalogueTranslator(read_catalogue(catalogue(language))))

    @contextmanager
    def spoken(self) -> Iterator[None]:
        """Translate into this language meanwhile. No widget is told: do not let Qt's event loop run within."""
        app = QCoreApplication.instance()
        assert app is not None, "texts are translated by a program"
        with _untold(app):
            for translator in self._translators:
                app.installTranslator(translator)  # asked before those that are there
        try:
            with said_in(self.language):
                yield
        finally:
            with _untold(app):
                for translator in self._translators:
                    app.removeTranslator(translator)


class _AsWritten(QTranslator):
    """Translates nothing: a text is what stands in the code."""

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return source

    @override
    def isEmpty(self) -> bool:
        return False


class _Silence(QObject):
    """Keeps to itself that the language changes."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() is QEvent.Type.LanguageChange


@contextmanager
def _untold(app: QCoreApplication) -> Iterator[None]:
    """Let no widget know meanwhile that the translators change: each would lay out its texts again."""
    silence = _Silence()
    app.installEventFilter(silence)
    try:
        yield
    finally:
        app.removeEventFilter(silence)
