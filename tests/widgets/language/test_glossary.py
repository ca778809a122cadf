"""The field's terms are found in texts, and their English is told where a Chinese text first has them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.cli.languages import ENGLISH
from metascope.widgets.language.catalogue import CatalogueTranslator
from metascope.widgets.language.glossary import IN_BRACKETS, Glossary
from metascope.widgets.language.speaking import set_language
from metascope.widgets.look.translation import described, preset_text

SOURCE = "The query is compared with every support of the support set. A query has a gate."
TOLD = "查询样本与支撑集中的每个支撑样本比较。查询样本有一个门。"


def test_every_term_that_is_told_is_in_the_glossary() -> None:
    assert sorted(IN_BRACKETS - Glossary.read().terms.keys()) == []


def test_a_term_has_its_english_behind_its_first_word_only() -> None:
    told = Glossary.read().with_english(SOURCE, TOLD)
    assert told == "查询样本（query）与支撑集（support set）中的每个支撑样本（support）比较。查询样本有一个门。"


def test_english_that_a_translator_has_added_is_not_added_again() -> None:
    assert Glossary.read().with_english("a query", "查询样本（query）") == "查询样本（query）"


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    set_language(qapp, "zh_CN")
    translator = CatalogueTranslator({("Preset", SOURCE): TOLD})
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    set_language(qapp, ENGLISH)


@pytest.mark.usefixtures("chinese")
def test_a_description_tells_it_and_a_title_does_not() -> None:
    assert "查询样本（query）" in described(SOURCE)
    assert preset_text(SOURCE) == TOLD


def test_english_has_nothing_to_add() -> None:
    assert described(SOURCE) == SOURCE


def test_names_of_a_format_are_no_terms() -> None:
    assert Glossary({"task": ("任务",)}).found("`task`: what {task} asks for") == {}
    assert list(Glossary({"task": ("任务",)}).found("the task of `text`")) == ["task"]
