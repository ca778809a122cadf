"""The recent files: the newest first, bounded, kept, and read with mistrust."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from metascope.scenes.kept.recent_files import MOST, RecentFiles


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def test_the_newest_is_first_and_each_is_there_once(store: QSettings, tmp_path: Path) -> None:
    recent = RecentFiles(store)
    for name in ("a", "b", "a"):
        recent.add(tmp_path / name)
    assert recent.paths() == (tmp_path / "a", tmp_path / "b")


def test_they_are_kept(store: QSettings, tmp_path: Path) -> None:
    RecentFiles(store).add(tmp_path / "ümlaut, comma; and [brackets]=.json")
    store.sync()
    again = RecentFiles(QSettings(store.fileName(), QSettings.Format.IniFormat))
    assert again.paths() == (tmp_path / "ümlaut, comma; and [brackets]=.json",)


def test_the_oldest_go(tmp_path: Path) -> None:
    recent = RecentFiles(None)
    for index in range(MOST + 3):
        recent.add(tmp_path / str(index))
    assert len(recent.paths()) == MOST
    assert recent.paths()[0] == tmp_path / str(MOST + 2)


def test_a_path_is_forgotten_and_all_are(store: QSettings, tmp_path: Path) -> None:
    recent = RecentFiles(store)
    recent.add(tmp_path / "a")
    recent.add(tmp_path / "b")
    recent.remove(tmp_path / "a")
    assert recent.paths() == (tmp_path / "b",)
    recent.clear()
    assert RecentFiles(store).paths() == ()


@pytest.mark.parametrize(
    "kept",
    [
        "no json",
        "7",
        '{"a": 1}',
        json.dumps([1, 2]),
        json.dumps(["relative/path"]),
        json.dumps(["/a\0b"]),
        json.dumps(["/a\ud800"]),
    ],
)
def test_what_is_no_list_of_paths_is_left_out_with_a_note(store: QSettings, kept: str) -> None:
    store.setValue("recent/files", kept)
    recent = RecentFiles(store)
    assert recent.paths() == ()
    assert len(recent.problems) == 1
