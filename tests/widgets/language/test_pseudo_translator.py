"""The pseudo-translation marks what the catalogue has, and leaves everything else as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.cli.languages import TEMPLATE
from metascope.simulator.engine.text import say
from metascope.widgets.language.catalogue import read_catalogue
from metascope.widgets.language.pseudo_translator import PseudoTranslator, marked
from metascope.widgets.look.text import localized
from metascope.widgets.look.translation import translate


@pytest.fixture(autouse=True)
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = PseudoTranslator(TEMPLATE)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_places_tags_and_shortcuts_stay() -> None:
    assert marked("Save {n:.2f} of <b>all</b>\tCtrl+S") == "⟦Śáṽé {n:.2f} óƒ <b>áľľ</b>⟧\tCtrl+S"


def test_a_text_is_marked_under_the_context_it_was_extracted_with_and_no_other() -> None:
    assert translate("Menus", "&File") == "⟦&Ƒíľé⟧"
    assert translate("Gallery", "&File") == "&File"
    assert translate("Menus", "a text that nobody extracted") == "a text that nobody extracted"


def test_the_values_of_a_message_are_marked_as_what_they_are() -> None:
    text = localized(say("{method} is not part of this run", method="Pre-training"))
    assert text == "⟦⟦Ƥŕé-ťŕáíñíñğ⟧ íś ñóť ƥáŕť óƒ ťĥíś ŕúñ⟧"


class Base(QObject):
    pass


class Gallery(Base):
    pass


class Derived(Gallery):
    pass


def test_a_class_speaks_the_words_of_a_class_it_derives_from() -> None:
    source = next(source for context, source in sorted(read_catalogue(TEMPLATE)) if context == "Gallery")
    assert Derived().tr(source) == Gallery().tr(source) == marked(source)
    assert Base().tr(source) == source
