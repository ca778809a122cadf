"""Every kind of file, where it cannot be written: the path is named, the old file stays, nothing is left behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.tiers import first_quick

WRITERS = (
    "preset",
    "metrics as CSV",
    "metrics as JSON",
    "weights",
    "session",
    "journal",
    "comparison",
    *(f"view as {suffix}" for suffix in ("png", "svg", "pdf", "csv")),
    *(f"figure as {suffix}" for suffix in ("png", "svg", "pdf")),
)
ANIMATIONS = ("animation as gif", "animation as mp4")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")


@pytest.fixture(scope="module")
def writing() -> ModuleType:
    return import_module("tests.writing")  # POSIX alone has the limits that it sets


@pytest.fixture(scope="module")
def writers(qapp: QApplication, writing: ModuleType) -> Iterator[Any]:
    """Give a window with a trained run, and what can be written of it."""
    made = writing.Writers()
    yield made
    made.close()


def check(result: dict[str, object], place: str) -> None:
    assert result["names the path"], (place, result["told"])
    assert result["as before"], place
    assert result["left"] == [], place


@pytest.mark.parametrize("writer", first_quick((*WRITERS, *ANIMATIONS), len(WRITERS)))
def test_what_cannot_be_written_is_told_and_leaves_everything_as_it_was(
    writing: ModuleType, writers: Any, tmp_path: Path, writer: str
) -> None:
    results = writing.everywhere(tmp_path / "place", *writers.writers()[writer])
    assert len(results) == 4
    for place, result in results.items():
        check(result, place)


def test_no_kind_of_file_goes_untried(writers: Any) -> None:
    assert list(writers.writers()) == [*WRITERS, *ANIMATIONS]


def test_an_autosave_without_room_is_told(writing: ModuleType, writers: Any, tmp_path: Path) -> None:
    check(writing.kept_by_itself(tmp_path / "autosave", writers), "autosave")


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda writing, at: writing.trained_headless(at, writing.ROOM, "preset.json"), id="preset"),
        pytest.param(lambda writing, at: writing.trained_headless(at, 3000, writing.headless.SESSION), id="session"),
        pytest.param(lambda writing, at: writing.remembered(at), id="preferences"),
    ],
)
def test_what_has_no_room_without_a_window_is_told(
    writing: ModuleType, tmp_path: Path, write: Callable[[ModuleType, Path], dict[str, object]]
) -> None:
    check(write(writing, tmp_path / "place"), "no room")
