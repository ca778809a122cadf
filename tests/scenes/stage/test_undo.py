"""Undo: settings, drags and waiting edits are taken back and done again; a moment looked back at is gone on from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from tests.scenes.hands import row_of, run_steps, the_stage, trigger
from tests.waiting import LONGEST
from tests.widgets.person import named, press


def starts(stage: Stage) -> list[float]:
    frame = stage.playback.shown
    assert isinstance(frame, LandscapesFrame)
    return [float(start) for start in frame.phi[:, 0, 0]]


def settled(qtbot: QtBot, stage: Stage, name: str, value: object) -> None:
    qtbot.waitUntil(lambda: stage.settings.model_dump(mode="json")[name] == value, timeout=LONGEST)


def undo_text(window: Window) -> str:
    window._show_status()
    return window.actions_["edit.undo"].text().replace("&", "")


def test_a_live_setting_is_undone_and_done_again(qtbot: QtBot, window: Window, stage: Stage) -> None:
    before = stage.settings.model_dump(mode="json")["inner_rate"]
    stage.form.live_changed.emit("inner_rate", 0.25, False)
    settled(qtbot, stage, "inner_rate", 0.25)
    qtbot.waitUntil(lambda: undo_text(window) == "Undo: Inner learning rate", timeout=LONGEST)
    trigger(window, "edit.undo")
    settled(qtbot, stage, "inner_rate", before)
    assert stage.form.values()["inner_rate"] == before
    assert stage.steering.undo.count() == 1
    qtbot.waitUntil(lambda: undo_text(window) == "Undo", timeout=LONGEST)
    trigger(window, "edit.redo")
    settled(qtbot, stage, "inner_rate", 0.25)
    assert stage.steering.undo.count() == 1


@pytest.mark.slow
def test_a_drag_is_undone_as_a_whole(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 3)
    before = starts(stage)
    for at, draft in ((-1.0, True), (-1.5, True), (-2.0, False)):
        stage.scene.changed.emit("phi", {"method": None, "to": [at]}, draft)
    qtbot.waitUntil(lambda: starts(stage) == [-2.0] * 4, timeout=LONGEST)
    qtbot.waitUntil(lambda: stage.steering.undo.count() == 1, timeout=LONGEST)
    window._show_status()
    trigger(window, "edit.undo")
    qtbot.waitUntil(lambda: starts(stage) == before, timeout=LONGEST)
    window._show_status()
    trigger(window, "edit.redo")
    qtbot.waitUntil(lambda: starts(stage) == [-2.0] * 4, timeout=LONGEST)


@pytest.mark.slow
def test_an_edit_that_waits_for_a_new_run_is_undone(qtbot: QtBot, window: Window, stage: Stage) -> None:
    before = stage.form.values()["seed"]
    press(row_of(stage, "seed").control.inputs()[-1], Qt.Key.Key_Up)
    assert stage.form.values()["seed"] == 1
    assert named(stage.form, QPushButton, "Apply").isEnabled()
    trigger(window, "edit.undo")
    assert stage.form.values()["seed"] == before
    assert not named(stage.form, QPushButton, "Apply").isEnabled()
    trigger(window, "edit.redo")
    assert stage.form.values()["seed"] == 1


@pytest.mark.slow
def test_the_keys_for_undo_work_in_a_field_of_the_form(qtbot: QtBot, window: Window, stage: Stage) -> None:
    box = row_of(stage, "seed").control.inputs()[-1]
    box.setFocus()
    qtbot.waitUntil(box.hasFocus, timeout=LONGEST)
    press(box, Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stage.form.values()["seed"] == 0


@pytest.mark.slow
def test_a_run_can_be_continued_from_a_moment_looked_back_at(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 10)
    stage.timeline.outer_clock.go(4)
    window._show_status()
    trigger(window, "run.continue")
    fresh = the_stage(window)
    assert fresh is not stage
    qtbot.waitUntil(lambda: fresh.run.runner.state is RunState.IDLE, timeout=LONGEST)
    qtbot.waitUntil(lambda: fresh.timeline.clocks.outer.newest == 4, timeout=LONGEST)


def test_what_can_be_undone_goes_with_its_stage(qtbot: QtBot, window: Window, stage: Stage) -> None:
    """Python's garbage collection must not meet a stack with commands: see `new_stack`."""
    stage.form.live_changed.emit("inner_rate", 0.25, False)
    qtbot.waitUntil(lambda: stage.steering.undo.count() == 1, timeout=LONGEST)
    undo = stage.steering.undo
    trigger(window, "file.gallery")
    qtbot.waitUntil(lambda: not isValid(undo), timeout=LONGEST)
