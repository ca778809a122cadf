"""Texts in the person's language: one function, and one context, for each kind of text that is declared elsewhere.

`translate("Menus", "&File")` and `self.tr("File")` take literals, which `make translations` reads from the code. What a
preset, a setting or a method is called stands in a variable here; `make translations` reads it where it is declared.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from metascope.simulator.engine.cli.languages import NAMES
from metascope.widgets.language.glossary import Glossary
from metascope.widgets.language.speaking import spoken

if TYPE_CHECKING:  # imports pydantic, for which the first paint does not wait
    from metascope.simulator.engine.settings import Declaration

translate = QCoreApplication.translate


def preset_text(text: str) -> str:
    """Return a preset's title or description in the person's language."""
    return translate("Preset", text)


def story_text(text: str) -> str:
    """Return a story's title or its sentence in the person's language."""
    return translate("Story", text) if text else ""


def described(text: str) -> str:
    """Return a preset's description in the person's language; in Chinese with the English terms at their first use."""
    told = preset_text(text)
    return _glossary().with_english(text, told) if spoken().startswith("zh") and told != text else told


@cache
def _glossary() -> Glossary:
    return Glossary.read()


def lesson_text(text: str) -> str:
    """Return a text of a lesson that comes with the program in the person's language."""
    return translate("Lesson", text) if text else ""


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


def formula_text(text: str) -> str:
    """Return words in a formula in the person's language, with the spaces around them."""
    bare = text.strip()
    return text.replace(bare, translate("Formula", bare)) if bare else text


def idea_text(text: str) -> str:
    """Return a text of the map of ideas in the person's language."""
    return translate("Idea", text) if text else ""


def localized_declaration(declared: Declaration) -> Declaration:
    """Return the declaration of a setting with its texts in the person's language; choices are values, and stay."""
    return replace(
        declared,
        title=setting_text(declared.title),
        help=setting_text(declared.help),
        unit=setting_text(declared.unit),
        group=setting_text(declared.group),
    )
