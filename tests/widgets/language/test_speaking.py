"""The window speaks the language that is chosen, the desktop's where that is left to it, and writes its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from metascope.simulator.engine.cli.languages import ENGLISH, NAMES, PSEUDO, catalogue
from metascope.widgets.language import speaking
from metascope.widgets.language.catalogue import read_catalogue
from metascope.widgets.language.speaking import desktop_language, set_language, spoken
from metascope.widgets.look.text import number
from metascope.widgets.look.translation import choice_text, translate

TEXT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&quot;&lt;{n}&gt;&quot;</source>
        <translation>“&lt;{n}&gt;”</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished">编辑</translation>
    </message>
</context>
</TS>
"""


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "metascope_zh_CN.ts"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(speaking, "catalogue", lambda _: path)
    set_language(qapp, "zh_CN")
    yield
    set_language(qapp, ENGLISH)


def test_a_catalogue_is_read_with_what_is_finished_in_it(tmp_path: Path) -> None:
    path = tmp_path / "metascope_zh_CN.ts"
    path.write_text(TEXT, encoding="utf-8")
    assert read_catalogue(path) == {
        ("Menus", "&File"): "文件(&F)",
        ("Menus", '"<{n}>"'): "“<{n}>”",
        ("Menus", "&Edit"): "",
    }


@pytest.mark.usefixtures("chinese")
def test_texts_of_the_program_and_of_qt_are_translated_and_what_is_not_finished_stays() -> None:
    assert translate("Menus", "&File") == "文件(&F)"
    assert translate("Menus", "&Edit") == "&Edit"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert spoken() == "zh_CN"


@pytest.mark.usefixtures("chinese")
def test_another_language_takes_the_place_of_the_one_before(qapp: QApplication) -> None:
    set_language(qapp, PSEUDO)
    assert translate("Menus", "&File").startswith("⟦")
    set_language(qapp, ENGLISH)
    assert translate("Menus", "&File") == "&File"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh_CN"], "zh_CN"),
        (["zh-Hans-SG", "zh-SG", "zh"], "zh_CN"),
        (["zh-Hant-TW", "en-US"], "en"),
        (["zh-TW"], "en"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE", "zh-CN"], "zh_CN"),
        (["de-DE"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_desktops_language_is_spoken_where_there_is_a_catalogue(wanted: list[str], language: str) -> None:
    assert desktop_language(wanted) == language


def test_a_language_is_named_in_itself() -> None:
    assert [choice_text(it) for it in ("en", "zh_CN")] == ["English", "简体中文"]
    assert all(catalogue(it).exists() for it in NAMES)


@pytest.mark.parametrize("language", NAMES)
def test_people_who_speak_it_write_numbers_as_the_program_does(language: str) -> None:
    """A language whose speakers write 0,5 needs another `number`; files have points in every language."""
    locale = QLocale(language)
    assert (number(0.5), f"{12345:,}") == (locale.toString(0.5), locale.toString(12345))
