"""Scenarios as a line of text: copied, pasted, dropped, and what cannot be opened told once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from metascope.scenes.files.links import LinkDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.link import link_of, read_link
from metascope.simulator.engine.files.link_text import At
from metascope.simulator.engine.running.runner import RunState
from tests.scenes.hands import notices, open_stage, run_steps, the_stage, trigger
from tests.waiting import LONGEST

TWO = presets.find("two-tasks")


def copied() -> str:
    return QGuiApplication.clipboard().text()


def dialog(window: Window) -> LinkDialog:
    trigger(window, "file.text")
    (found,) = window.findChildren(LinkDialog)
    return found


def drop(window: Window, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(100, 100), Qt.DropAction.CopyAction, mime, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, mime, buttons, keys))


def test_a_run_is_copied_with_its_present_settings(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, seed=5)
    trigger(window, "save.link")
    assert read_link(copied()).settings == stage.settings
    assert "#" not in copied()
    assert notices(window) == []


def test_the_moment_that_is_looked_back_at_is_copied(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 12)
    stage.timeline.outer_clock.go(7)
    trigger(window, "save.link")
    assert read_link(copied()).at == At(7)
    stage.timeline.inner_clock.go(3)
    trigger(window, "save.link")
    assert read_link(copied()).at == At(7, 3)
    stage.timeline.outer_clock.go_live()
    trigger(window, "save.link")
    assert read_link(copied()).at is None


def test_the_inner_step_of_a_run_that_learns_nothing_is_copied_and_opened(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "addressing")
    trigger(window, "save.link")
    assert read_link(copied()).at is None
    stage.timeline.inner_clock.go(7)
    trigger(window, "save.link")
    line = copied()
    assert read_link(line).at == At(0, 7)
    stage.timeline.inner_clock.go(2)
    asking = dialog(window)
    assert asking.told == "Opens: How a head finds its place. Shows inner step 7."
    with qtbot.waitSignal(window.moments.looked, timeout=LONGEST):
        asking.accept()
    assert the_stage(window).playback.clocks.inner.position == 7


def test_folders_are_left_out_and_said_so(qtbot: QtBot, window: Window) -> None:
    preset = presets.find("one-shot-omniglot")
    window.open_preset(preset, preset.settings.replaced(folder="/home/ada/omniglot"))
    trigger(window, "save.link")
    assert "ada" not in copied()
    assert any("Not in it" in text for text in notices(window))


def test_a_line_in_the_clipboard_is_opened_at_its_moment(qtbot: QtBot, window: Window) -> None:
    QGuiApplication.clipboard().setText(f"  {link_of(TWO, TWO.settings.replaced(seed=9), At(6)).text}\n")
    asking = dialog(window)
    assert asking.told == "Opens: Two tasks, one start. Changed settings: Seed. Trains to meta-step 6 and shows it."
    with qtbot.waitSignal(window.moments.looked, timeout=LONGEST):
        asking.accept()
    stage = the_stage(window)
    assert stage.settings.seed == 9
    assert stage.playback.shown is not None
    assert stage.playback.shown.step == stage.run.recording.newest_step == 6
    assert stage.run.runner.state is RunState.PAUSED


def test_a_line_without_a_moment_trains_nothing(window: Window) -> None:
    drop(window, link_of(TWO, TWO.settings.replaced(seed=9)).text)
    assert the_stage(window).run.runner.state in (RunState.PREPARING, RunState.IDLE)
    assert window.moments.sought is None


def test_a_moment_of_a_scenario_without_a_name_here_is_trained_to(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.moments.looked, timeout=LONGEST):
        drop(window, "metascope://1/landscapes?~title=Mine&seed=4#3")
    assert the_stage(window).run.preset.title == "Mine"
    assert the_stage(window).run.recording.newest_step == 3


@pytest.mark.parametrize("text", ["", "see https://example.org", "metascope"])
def test_a_clipboard_without_a_line_is_left_alone(window: Window, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    asking = dialog(window)
    field = asking.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    assert (field.toPlainText(), asking.told, asking.problem) == ("", "", "")


def test_what_is_wrong_is_told_while_the_line_is_pasted(qtbot: QtBot, window: Window, stage: Stage) -> None:
    asking = dialog(window)
    buttons = asking.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    button = buttons.button(QDialogButtonBox.StandardButton.Open)
    asking.show_text("metascope://1/landscapes/two-tasks?seed=-4")
    assert asking.problem == "seed: must be at least 0, not −4"
    assert not button.isEnabled()
    asking.show_text("metascope://1/landscapes/two-tasks?seed=4")
    assert asking.problem == ""
    assert button.isEnabled()
    assert the_stage(window) is stage


def test_a_line_is_opened_where_it_is_dropped(window: Window) -> None:
    drop(window, link_of(TWO, TWO.settings.replaced(seed=3)).text)
    assert the_stage(window).settings.seed == 3


def test_text_that_is_no_line_is_told_once(window: Window, stage: Stage) -> None:
    drop(window, "hello")
    assert notices(window) == ["the shared line must begin with metascope://"]
    assert the_stage(window) is stage
