"""The scenarios opened last: the newest first, bounded, kept, and read with mistrust."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from metascope.scenes.kept.recent_scenarios import MOST, RecentScenarios


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def test_the_newest_is_first_and_each_is_there_once(store: QSettings) -> None:
    recent = RecentScenarios(store)
    for name in ("a", "b", "a"):
        recent.add(name)
    assert recent.names() == ("a", "b")
    assert RecentScenarios(store).names() == ("a", "b")


def test_the_oldest_go() -> None:
    recent = RecentScenarios(None)
    for index in range(MOST + 3):
        recent.add(str(index))
    assert len(recent.names()) == MOST


@pytest.mark.parametrize("value", ["", "{", "3", "[1, null]", '["", "' + "a" * 300 + '"]'])
def test_what_cannot_be_read_is_forgotten(store: QSettings, value: str) -> None:
    store.setValue("recent/scenarios", value)
    assert RecentScenarios(store).names() == ()
