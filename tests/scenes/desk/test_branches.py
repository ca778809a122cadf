"""Branches: asked for in a dialog or at once, named, drawn with the run they came from, and refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.form.rows import ProblemLine, SettingRow
from metascope.widgets.plots.views.plot import PlotView
from tests.scenes.hands import (
    branched,
    notices,
    open_stage,
    run_steps,
    the_stage,
)
from tests.scenes.shell.walk import replayed
from tests.waiting import LONGEST
from tests.widgets.person import named, press, type_text


def asked(window: Window, step: int) -> BranchDialog:
    """Ask for a branch at a meta-step."""
    window.desk.branches.ask(step)
    return window.findChildren(BranchDialog)[-1]


def row(dialog: BranchDialog, setting: str) -> SettingRow:
    return next(row for row in dialog.findChildren(SettingRow) if row.declared.name == setting)


def problem(dialog: BranchDialog, setting: str) -> str:
    found = row(dialog, setting).findChild(ProblemLine)
    assert isinstance(found, ProblemLine)
    return found.text()


@pytest.mark.slow
def test_a_value_that_does_not_fit_is_told_beside_its_setting_and_the_dialog_stays(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 10)
    dialog = asked(window, 5)
    row(dialog, "inner_rate").show_value(0.3)
    row(dialog, "low").show_value(3.0)
    row(dialog, "high").show_value(2.0)
    dialog.accept()
    assert dialog.isVisible()
    assert "must be" in problem(dialog, "low")
    assert problem(dialog, "inner_rate") == ""
    assert len(window.desk.tree.nodes) == 1
    assert the_stage(window) is stage
    assert not notices(window)
    dialog.reject()


@pytest.mark.slow
def test_a_refusal_is_gone_once_the_value_fits(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 10)
    dialog = asked(window, 5)
    row(dialog, "low").show_value(3.0)
    row(dialog, "high").show_value(2.0)
    dialog.accept()
    assert dialog.isVisible()
    row(dialog, "low").show_value(-3.0)
    row(dialog, "high").show_value(1.5)
    dialog.accept()
    assert not dialog.isVisible()
    assert the_stage(window).run is not stage.run
    qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)


@pytest.mark.slow
def test_the_name_typed_is_the_branchs_and_only_what_was_changed_is_another_setting(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 10)
    dialog = asked(window, 5)
    name = named(dialog, QLineEdit, "Name of the branch")
    name.clear()
    type_text(name, "faster")
    row(dialog, "inner_rate").show_value(0.3)
    dialog.accept()
    node = window.desk.tree.nodes[-1]
    assert (node.name, node.step, node.parent) == ("faster", 5, window.desk.tree.nodes[0].key)
    qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)
    assert the_stage(window).run.settings_now.model_dump()["inner_rate"] == 0.3
    assert the_stage(window).run.recording.newest_step == 5


@pytest.mark.slow
def test_escape_makes_no_branch(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 3)
    press(asked(window, 1), Qt.Key.Key_Escape)
    assert len(window.desk.tree.nodes) == 1


@pytest.mark.slow
def test_a_run_that_went_while_the_dialog_asked_is_not_branched_off_another(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 10)
    dialog = asked(window, 5)
    other = open_stage(qtbot, window, "two-dimensions", inner_steps=3)
    run_steps(qtbot, other, 10)
    dialog.accept()
    parents = {node.run: node.parent for node in window.desk.tree.nodes}
    branch = the_stage(window).run
    assert branch.preset.story == stage.run.preset.story
    assert branch.preset.name == "two-tasks"
    assert parents[branch] == window.desk.tree.key_of(stage.run)
    qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)


@pytest.mark.slow
def test_a_run_that_was_deleted_while_the_dialog_asked_is_named_there(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 10)
    dialog = asked(window, 5)
    window.desk.view.deleted.emit(window.desk.tree.nodes[0].key)
    dialog.accept()
    assert dialog.isVisible()
    said = [line.text() for line in dialog.findChildren(ProblemLine) if line.text()]
    assert said == ["the run to branch from has been closed"]
    dialog.reject()


@pytest.mark.slow
def test_a_branch_shows_the_run_it_came_from_as_a_ghost(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 10)
    branch = branched(qtbot, window, 4)
    ghosts = window.desk._company.ghosts
    assert ghosts is not None
    assert ghosts.runs == (stage.run,)
    drawn = [view for view in branch.scene.views() if isinstance(view, PlotView) and view._ghosts]
    assert drawn == [view for view in branch.scene.views() if isinstance(view, PlotView)]
    assert branch.run.recording.newest_step == 4


@pytest.mark.slow
def test_a_moment_that_cannot_be_returned_to_is_told_and_the_stage_stays(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 40)
    dialog = asked(window, 35)
    row(dialog, "seed").show_value(9)
    dialog.accept()
    branch = the_stage(window)
    qtbot.waitUntil(lambda: branch.playback.shown is not None, timeout=LONGEST)
    window.desk.branches.continue_from(3)
    assert the_stage(window) is branch
    assert any("cannot continue from meta-step 3" in text for text in notices(window))


@pytest.mark.parametrize("asks", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_a_branch_of_what_is_trained_just_now_trains_nothing_again(
    qtbot: QtBot, window: Window, stage: Stage, asks: bool
) -> None:
    stage.run.runner.throttle(100)
    stage.timeline.outer_clock.toggle_play()
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest >= 20, timeout=LONGEST)
    newest = stage.timeline.clocks.outer.position
    if asks:
        dialog = asked(window, newest)
        qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest >= newest + 20, timeout=LONGEST)
        dialog.accept()
    else:
        window.desk.branches.continue_from(newest)
    branch = the_stage(window).run
    assert branch is not stage.run
    qtbot.waitUntil(lambda: branch.runner.state is RunState.IDLE, timeout=LONGEST)
    assert branch.way is not None
    assert (branch.way.step, branch.way.total) == (branch.recording.newest_step, 0)
    assert newest <= branch.recording.newest_step < newest + 10
    assert replayed(branch).difference is None
