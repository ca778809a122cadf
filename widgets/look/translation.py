"""Texts in the person's language: one function, and one context, for each kind of text that is declared elsewhere.

`translate("Menus", "&File")` and `self.tr("File")` take literals, which `make translations` reads from the code. What a
preset, a setting or a method is called stands in a variable here; `make translations` reads it where it is declared.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from simulator.engine.cli.languages import NAMES
from simulator.engine.settings import Declaration

translate = QCoreApplication.translate


def preset_text(text: str) -> str:
    """Return a preset's title or description in the person's language."""
    return translate("Preset", text)


def setting_text(text: str) -> str:
    """Return a setting's title, help, unit, group or choice in the person's language."""
    return translate("Setting", text) if text else ""


def choice_text(choice: object) -> str:
    """Return what one of a setting's values is called in the person's language; a language is named in itself."""
    text = str(choice)
    return NAMES.get(text) or setting_text(text)


def method_text(name: str) -> str:
    """Return what a method is called in the person's language."""
    return translate("Method", name)


def localized_declaration(declared: Declaration) -> Declaration:
    """Return the declaration of a setting with its texts in the person's language; choices are values, and stay."""
    return replace(
        declared,
        title=setting_text(declared.title),
        help=setting_text(declared.help),
        unit=setting_text(declared.unit),
        group=setting_text(declared.group),
    )
