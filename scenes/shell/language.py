"""The window's language: loads what translates its texts, before any of them is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from simulator.engine.cli.languages import ENGLISH, PSEUDO, TEMPLATE, compiled
from widgets.look.pseudo_translator import PseudoTranslator


def set_language(app: QCoreApplication, language: str) -> None:
    """Translate texts that are made from now on; `language` is one of `languages()`."""
    if language == PSEUDO:
        app.installTranslator(PseudoTranslator(TEMPLATE, app))
    elif language != ENGLISH:
        own, qt = QTranslator(app), QTranslator(app)
        if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(qt)  # the texts of Qt's own buttons and menus
        own.load(str(compiled(language)))
        app.installTranslator(own)
