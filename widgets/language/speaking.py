"""The window's language: loads what translates its texts, before any of them is made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from metascope.simulator.engine.cli.languages import ENGLISH, PSEUDO, SYSTEM, TEMPLATE, catalogue

_installed: list[QTranslator] = []  # of the application, newest last
_spoken = [ENGLISH]


def spoken() -> str:
    """Return the code of the language that is spoken, one of `languages()`."""
    return _spoken[0]


@contextmanager
def said_in(language: str) -> Iterator[None]:
    """Let `spoken` name this language meanwhile; one of `languages()`."""
    before, _spoken[0] = _spoken[0], language
    try:
        yield
    finally:
        _spoken[0] = before


def set_language(app: QCoreApplication, language: str) -> None:
    """Translate texts that are made from now on.

    Args:
        app: the application.
        language: one of `languages()`, or "system" for the desktop's.
    """
    language = desktop_language(QLocale.system().uiLanguages()) if language == SYSTEM else language
    _spoken[0] = language
    while _installed:
        app.removeTranslator(_installed.pop())
    if language == PSEUDO:
        from metascope.widgets.language.pseudo_translator import (
            PseudoTranslator,  # whoever reads English waits for neither
        )

        _installed.append(PseudoTranslator(TEMPLATE, app))
    elif language != ENGLISH:
        from metascope.widgets.language.catalogue import CatalogueTranslator, read_catalogue

        qt = QTranslator(app)
        if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            _installed.append(qt)  # the texts of Qt's own buttons and menus
        _installed.append(CatalogueTranslator(read_catalogue(catalogue(language)), app))
    for translator in _installed:
        app.installTranslator(translator)


def in_english(text: str) -> str:
    """Return the English text that a translated one stands for, to find it by; the text itself where that is spoken."""
    for translator in _installed:
        text = getattr(translator, "sources", {}).get(text, text)
    return text


def desktop_language(wanted: Sequence[str]) -> str:
    """Return the first language that the window speaks of those a desktop names, such as "zh-Hans-CN"; else English."""
    for name in wanted:
        parts = name.replace("_", "-").split("-")
        if parts[0] == ENGLISH:
            return ENGLISH
        if parts[0] == "zh" and not {"Hant", "TW", "HK", "MO"} & set(parts):  # traditional characters are others
            return "zh_CN"
    return ENGLISH
