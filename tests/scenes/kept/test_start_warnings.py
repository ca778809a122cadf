"""Whoever chooses Chinese where nothing can show it is told what to install, in letters that can be shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from metascope.scenes.kept.start_warnings import missing_typeface, start_warnings
from metascope.simulator.engine.cli.languages import ENGLISH
from metascope.widgets.language.speaking import set_language


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    set_language(qapp, "zh_CN")
    yield
    set_language(qapp, ENGLISH)


@pytest.mark.usefixtures("chinese")
def test_a_missing_typeface_is_told_with_the_packages_that_bring_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    [warning] = start_warnings([])
    assert warning.isascii()
    assert [it for it in ("fonts-noto-cjk", "google-noto-sans-cjk-fonts", "noto-fonts-cjk") if it not in warning] == []


@pytest.mark.usefixtures("chinese")
def test_nothing_is_told_where_there_is_one() -> None:
    assert missing_typeface() == ""


def test_nothing_is_told_in_english(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    assert missing_typeface() == ""
