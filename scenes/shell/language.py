"""The window's language: loads what translates its texts, before any of them is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from simulator.engine.cli.languages import ENGLISH, PSEUDO, SYSTEM, TEMPLATE, catalogue
from widgets.look.catalogue import CatalogueTranslator, read_catalogue
from widgets.look.pseudo_translator import PseudoTranslator

_installed: list[QTranslator] = []  # of the application, newest last


def set_language(app: QCoreApplication, language: str) -> None:
    """Translate texts that are made from now on, and write numbers as people who speak it do.

    Args:
        app: the application.
        language: one of `languages()`, or "system" for the desktop's.
    """
    language = desktop_language(QLocale.system().uiLanguages()) if language == SYSTEM else language
    while _installed:
        app.removeTranslator(_installed.pop())
    if language == PSEUDO:
        _installed.append(PseudoTranslator(TEMPLATE, app))
    elif language != ENGLISH:
        qt = QTranslator(app)
        if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            _installed.append(qt)  # the texts of Qt's own buttons and menus
        _installed.append(CatalogueTranslator(read_catalogue(catalogue(language)), app))
    for translator in _installed:
        app.installTranslator(translator)


def desktop_language(wanted: Sequence[str]) -> str:
    """Return the first language that the window speaks of those a desktop names, such as "zh-Hans-CN"; else English."""
    for name in wanted:
        parts = name.replace("_", "-").split("-")
        if parts[0] == ENGLISH:
            return ENGLISH
        if parts[0] == "zh" and not {"Hant", "TW", "HK", "MO"} & set(parts):  # traditional characters are others
            return "zh_CN"
    return ENGLISH
