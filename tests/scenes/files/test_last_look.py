"""How the runs of a closed window were last seen, and one of them reopened."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from metascope.scenes.files.last_look import last_runs
from metascope.scenes.files.slots import CLOSED, INDEX, LOOKS
from metascope.scenes.kept.preferences import autosave_folder
from metascope.scenes.shell.window import Window
from metascope.scenes.start.start_page import SCENARIOS
from tests.scenes.hands import open_stage, run_steps, the_stage

Start = Callable[[], Window]


def closed_with_two_runs(qtbot: QtBot, start: Start) -> Path:
    """Train two runs in a window, close it, and return the folder of its runs."""
    window = start()
    run_steps(qtbot, open_stage(qtbot, window), 12)
    run_steps(qtbot, open_stage(qtbot, window, "one-step-reptile"), 5)
    window.close()
    (folder,) = (path.parent for path in autosave_folder().glob(f"slot-*/{CLOSED}"))
    return folder


def test_runs_are_listed_as_they_were_seen_and_the_chosen_one_comes_back(
    qtbot: QtBot,
    started: Start,
) -> None:
    closed_with_two_runs(qtbot, started)
    stage_run, other = last_runs(autosave_folder())
    assert (stage_run.name, stage_run.step, other.step) == ("One step: Reptile is pre-training", 5, 12)
    for run in (stage_run, other):
        assert run.picture is not None
        image = QImage(str(run.picture))
        assert (image.width(), image.height()) == (240, 135)
        assert any(letter.isdigit() for letter in run.number)
    window = started()
    window.start_page.choose(SCENARIOS)
    window.start_page.focus_first()
    assert window.start_page.gallery is not None
    reopening = window.start_page.gallery.reopening
    assert reopening.count == 2
    reopening.cards()[1].click()
    assert the_stage(window).run.recording.newest_step == 12
    window.show_gallery()
    assert reopening.count == 0, "they are back"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"1": 3}', "[" * 100_000])
def test_numbers_that_cannot_be_read_leave_the_runs(qtbot: QtBot, started: Start, text: str) -> None:
    folder = closed_with_two_runs(qtbot, started)
    (folder / LOOKS).write_text(text)
    assert [run.number for run in last_runs(autosave_folder()) if run.number] == []


def test_an_index_that_cannot_be_read_lists_nothing(tmp_path: Path) -> None:
    assert last_runs(tmp_path) == ()
    (tmp_path / "slot-1").mkdir()
    (tmp_path / "slot-1" / CLOSED).touch()
    assert last_runs(tmp_path) == ()
    (tmp_path / "slot-1" / INDEX).write_text(json.dumps({"runs": [{"key": "../x"}]}))
    assert last_runs(tmp_path) == ()
