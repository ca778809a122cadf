"""The catalogues: they have every text, keep what is translated, and what the window reads of them is looked up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.cli.languages import FOLDER, TEMPLATE
from metascope.simulator.engine.text import say
from metascope.widgets.language.catalogue import CatalogueTranslator, read_catalogue
from metascope.widgets.language.glossary import Glossary
from metascope.widgets.look.text import localized
from metascope.widgets.look.translation import method_text, preset_text, setting_text, translate
from tools.translations.catalogue import extracted, update
from tools.translations.faults import faults
from tools.translations.work import entries

UNFINISHED = '<translation type="unfinished"></translation>'
TRANSLATED = {  # in the order of the catalogue's contexts
    ("Menus", "&File"): "&Datei",
    ("Message", "at {step}"): "bei {step}",
    ("Method", "Pre-training"): "Vortraining",
    ("Preset", "Too large a step"): "Ein zu großer Schritt",
    ("Setting", "Seed"): "Startzahl",
}


def translated(text: str) -> str:
    """Return a catalogue in which some texts are translated."""
    for (context, source), translation in TRANSLATED.items():
        head, found, rest = text.partition(f"<name>{context}</name>")
        source = source.replace("&", "&amp;")
        before, source_found, after = rest.partition(f"<source>{source}</source>")
        assert found, context
        assert source_found, source
        done = f"<translation>{translation.replace('&', '&amp;')}</translation>"
        text = (
            head
            + found
            + before
            + source_found
            + after.replace('<translation type="unfinished"></translation>', done, 1)
        )
    return text


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A catalogue that somebody has begun to translate."""
    path = tmp_path / "metascope_de.ts"
    path.write_text(translated(TEMPLATE.read_text(encoding="utf-8")), encoding="utf-8")
    return path


@pytest.fixture
def speaking_german(qapp: QApplication, german: Path) -> Iterator[None]:
    translator = CatalogueTranslator(read_catalogue(german))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("metascope_*.ts")), ids=lambda path: path.stem)
def test_a_catalogue_has_every_text_and_no_other(path: Path) -> None:
    """Where it fails: `make translations`."""
    texts, listed = extracted(), set(read_catalogue(path))
    assert sorted(texts - listed) == []
    assert sorted(listed - texts) == []


@pytest.mark.slow
def test_an_update_keeps_translations_and_adds_and_drops_texts(german: Path) -> None:
    text = german.read_text(encoding="utf-8")
    text = text.replace("<source>Meta-steps</source>", "<source>A text of long ago</source>")
    german.write_text(text, encoding="utf-8")
    update(german)
    after = german.read_text(encoding="utf-8")
    assert [translation for translation in TRANSLATED.values() if translation.replace("&", "&amp;") not in after] == []
    assert set(read_catalogue(german)) == extracted()
    assert "A text of long ago" not in after


@pytest.mark.slow
def test_an_update_of_what_is_up_to_date_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / TEMPLATE.name
    path.write_bytes(TEMPLATE.read_bytes())
    update(path)
    assert path.read_bytes() == TEMPLATE.read_bytes()


@pytest.mark.usefixtures("speaking_german")
def test_each_kind_of_text_is_looked_up_where_the_catalogue_has_it() -> None:
    assert translate("Menus", "&File") == "&Datei"
    assert localized(say("at {step}", step=3)) == "bei 3"
    assert method_text("Pre-training") == "Vortraining"
    assert preset_text("Too large a step") == "Ein zu großer Schritt"
    assert setting_text("Seed") == "Startzahl"


@pytest.mark.usefixtures("speaking_german")
def test_a_text_that_is_not_translated_stays_english() -> None:
    assert translate("Menus", "&Edit") == "&Edit"
    assert setting_text("") == ""


@pytest.mark.parametrize("path", sorted(FOLDER.glob("metascope_*.ts")), ids=lambda path: path.stem)
def test_no_translation_has_a_fault(path: Path) -> None:
    """Places, tags and shortcuts are its text's, its sentences end as they should, its terms are the field's."""
    glossary, language = Glossary.read(), path.stem.partition("_")[2]
    found = list(entries(path.read_text(encoding="utf-8")))
    assert [(it.context, it.source) for it in found] == list(read_catalogue(path))
    wrong = [f"{it.source!r}: {one}" for it in found for one in faults(it.source, it.translation, language, glossary)]
    assert wrong == []
