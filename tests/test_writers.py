"""Every kind of file, where it cannot be written: the path is named, the old file stays, nothing is left behind."""

from __future__ import annotations

import os
from importlib import import_module

import pytest
from PySide6.QtWidgets import QApplication

ANIMATIONS = ("animation as gif", "animation as mp4")
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
    *ANIMATIONS,
)
PLACES = ("no room", "no folder", "a file for a folder", "a folder for the file")
ALONE = ("headless, no room", "headless, room for the preset", "autosave, no room", "preferences, no room")
Results = dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def results(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Write everything everywhere."""
    writing = import_module("tests.writing")  # POSIX alone has the limits that it sets
    found: Results = writing.everything(tmp_path_factory.mktemp("written"))
    return found


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
@pytest.mark.parametrize("case", [*(f"{writer}, {place}" for writer in WRITERS for place in PLACES), *ALONE])
def test_what_cannot_be_written_is_told_and_leaves_everything_as_it_was(results: Results, case: str) -> None:
    assert results[case]["names the path"], results[case]["told"]
    assert results[case]["as before"]
    assert results[case]["left"] == []


def test_nothing_that_is_tried_goes_unchecked(results: Results) -> None:
    assert len(results) == len(WRITERS) * len(PLACES) + len(ALONE)
