"""A lesson that is refused at its first opening is watched, and begins once it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.lessons.problems import read_whole
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons.lesson import Lesson
from tests.scenes.hands import notices, the_stage
from tests.scenes.lessons.written import OPENED, write
from tests.waiting import LONGEST


def told(window: Window) -> str:
    return "\n".join(notices(window))


def test_it_begins_once_it_is_mended(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"text": "x", "open": {"preset": "two-task"}}, {})
    assert not window.open_path(path)
    assert told(window).startswith(f"{path}: the file is watched"), "a notice has few lines: the path, and this, first"
    assert "\na.json: step 1: open.preset" in told(window)
    assert not window.takes_lesson
    write(path, {"text": "x", "open": {"preset": "two-tasks"}}, {})
    qtbot.waitUntil(lambda: "open.preset" not in told(window), timeout=LONGEST)
    assert "step 2: text: is missing" in told(window), "what is left is told"
    write(path, OPENED)
    qtbot.waitUntil(lambda: window.takes_lesson, timeout=LONGEST)
    qtbot.waitUntil(lambda: window.stage is not None and window.stage.playback.shown is not None, timeout=LONGEST)
    assert "step 2" not in told(window)
    assert the_stage(window).run.preset.name == "two-tasks"


def test_a_file_that_is_no_json_yet_is_watched_too(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"format": 1, "title": "Mine", "steps": [{"text": "x"},]}', encoding="utf-8")
    assert not window.open_path(path)
    assert "must be JSON" in told(window)
    write(path, {"text": "x"})
    qtbot.waitUntil(lambda: window.takes_lesson, timeout=LONGEST)
    assert told(window) == "No mistakes are left in a.json."


def test_what_is_mended_while_the_file_is_read_is_not_missed(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.json", {})

    def read_slowly(path: Path) -> Lesson:
        monkeypatch.undo()
        try:
            return read_whole(path)
        finally:
            write(path, {"text": "mended meanwhile"})

    monkeypatch.setattr("metascope.scenes.lessons.lessons.read_whole", read_slowly)
    assert not window.open_path(path)
    qtbot.waitUntil(lambda: window.takes_lesson, timeout=LONGEST)


def test_what_is_written_while_a_lesson_begins_is_not_missed(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.json", {"text": "first"})

    def read_slowly(path: Path) -> Lesson:
        monkeypatch.undo()
        lesson = read_whole(path)
        write(path, {"text": "changed meanwhile"})
        return lesson

    monkeypatch.setattr("metascope.scenes.lessons.lessons.read_whole", read_slowly)
    assert window.open_path(path)
    panel = window.lessons.panel
    qtbot.waitUntil(lambda: panel.shown is not None and panel.shown.text == "changed meanwhile", timeout=LONGEST)


def test_a_formula_that_cannot_be_typeset_is_refused_and_watched(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"text": "x", "formula": "\\nope{x}"})
    assert not window.open_path(path)
    assert "step 1: formula: cannot be typeset" in told(window)
    write(path, {"text": "x", "formula": "x"})
    qtbot.waitUntil(lambda: window.takes_lesson, timeout=LONGEST)


def test_another_lesson_ends_the_watch(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {})
    assert not window.open_path(path)
    assert window.open_path(write(tmp_path / "b.json", {"text": "other"}))
    write(path, {"text": "mended"})
    qtbot.wait(600)
    shown = window.lessons.panel.shown
    assert shown is not None
    assert shown.text == "other"


def test_a_file_that_turns_out_to_be_something_else_is_let_alone(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{", encoding="utf-8")
    assert not window.open_path(path)
    path.write_text('{"metascope": 1}', encoding="utf-8")
    qtbot.wait(600)
    write(path, {"text": "late"})
    qtbot.wait(600)
    assert not window.takes_lesson


def test_a_file_that_is_not_there_is_not_watched(window: Window, tmp_path: Path) -> None:
    assert not window.open_path(tmp_path / "none.json")
    assert "watched" not in told(window)
