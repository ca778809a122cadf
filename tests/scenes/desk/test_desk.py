"""The desk: branches, ghosts, groups of seeds, and what becomes of runs that are deleted or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.branch_dialog import BranchDialog
from metascope.scenes.kept.preferences import Preferences
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.views.learning_curves import LearningView
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.form.form import Edits
from metascope.widgets.form.rows import ProblemLine, SettingRow
from metascope.widgets.plots.views.plot import PlotView
from tests.scenes.hands import (
    notices,
    open_stage,
    problem_beside,
    run_steps,
    settle,
    the_stage,
    trigger,
    wait_for,
    worker,
)
from tests.scenes.shell.walk import replayed
from tests.waiting import LONGEST
from tests.widgets.person import named, press, type_text

FAST = {"characters": 40, "side": 8, "test_episodes": 6}  # of pictures


def asked(window: Window, step: int) -> BranchDialog:
    """Ask for a branch at a meta-step."""
    window.desk.ask_branch(step)
    return window.findChildren(BranchDialog)[-1]


def row(dialog: BranchDialog, setting: str) -> SettingRow:
    return next(row for row in dialog.findChildren(SettingRow) if row.declared.name == setting)


def problem(dialog: BranchDialog, setting: str) -> str:
    found = row(dialog, setting).findChild(ProblemLine)
    assert isinstance(found, ProblemLine)
    return found.text()


def names(window: Window) -> list[str]:
    return [node.name for node in window.desk.tree.nodes]


def branched(qtbot: QtBot, window: Window, step: int) -> Stage:
    """Go on from a meta-step in a branch, and return its stage, drawn."""
    window.desk.continue_from(step)
    stage = the_stage(window)
    stage.run.runner.throttle(None)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    return stage


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
    ghosts = window.desk._ghosts
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
    window.desk.continue_from(3)
    assert the_stage(window) is branch
    assert any("cannot continue from meta-step 3" in text for text in notices(window))


@pytest.mark.slow
def test_the_deleted_run_on_the_stage_gives_way_to_the_one_it_came_from(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 10)
    other = open_stage(qtbot, window, "bad-start")
    run_steps(qtbot, other, 2)
    window.desk.choose(window.desk.tree.nodes[0].key)
    branch = branched(qtbot, window, 4).run
    window.desk.view.deleted.emit(window.desk.tree.key_of(branch))
    assert the_stage(window).run is stage.run
    assert branch not in [node.run for node in window.desk.tree.nodes]
    qtbot.waitUntil(lambda: not worker(branch)._thread.is_alive(), timeout=LONGEST)


@pytest.mark.slow
def test_a_deleted_run_that_is_trained_leaves_its_branches_with_the_run_before(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 10)
    middle = branched(qtbot, window, 8).run
    leaf = branched(qtbot, window, 6).run
    window.desk.view.deleted.emit(window.desk.tree.key_of(middle))
    (node,) = [node for node in window.desk.tree.nodes if node.run is leaf]
    assert (node.parent, node.step) == (window.desk.tree.nodes[0].key, 6)
    assert the_stage(window).run is leaf


@pytest.mark.slow
def test_the_last_run_deleted_leaves_the_gallery(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 3)
    window.desk.view.deleted.emit(window.desk.tree.nodes[0].key)
    assert window.stage is None
    assert window.desk.tree.nodes == ()
    assert not window.actions_["file.back"].isEnabled()


@pytest.mark.slow
def test_a_run_stays_as_it_was_while_another_is_on_the_stage(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 12)
    stage.timeline.outer_clock.go(5)
    open_stage(qtbot, window, "bad-start")
    window.desk.choose(window.desk.tree.nodes[0].key)
    again = the_stage(window)
    qtbot.waitUntil(lambda: again.playback.shown is not None, timeout=LONGEST)
    assert again.run is stage.run
    assert again.run.recording.newest_step == 12
    assert again.run.runner.state is RunState.PAUSED


@pytest.mark.slow
def test_all_recordings_share_one_budget(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    budget, steps = 9 << 20, 400  # of which the metrics of each run take less than three quarters
    monkeypatch.setattr(Preferences, "budget", property(lambda self: budget))
    for name in ("two-tasks", "bad-start", "two-tasks"):
        stage = open_stage(qtbot, window, name)
        run_steps(qtbot, stage, steps)
    window.desk._look()
    recordings = [node.run.recording for node in window.desk.tree.nodes]
    assert len(recordings) == 3
    assert sum(recording.budget for recording in recordings) <= budget * 65 / 64
    assert all(len(recording.kept_steps()) < steps for recording in recordings)
    assert sum(recording.nbytes for recording in recordings) <= budget * 65 / 64
    assert [recording.metrics.last_step for recording in recordings] == [steps] * 3


@pytest.mark.slow
def test_a_larger_budget_is_shared_out_at_once(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 2)
    window.set_preferences(Preferences(recording_budget=64))
    qtbot.waitUntil(lambda: stage.run.recording.budget <= 64 << 20, timeout=LONGEST)
    window.set_preferences(Preferences(recording_budget=512))
    qtbot.waitUntil(lambda: stage.run.recording.budget > 400 << 20, timeout=LONGEST)
    window.set_preferences(Preferences())


@pytest.mark.slow
def test_a_failed_run_can_be_left_and_looked_at_again(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "diverging", inner_rate=10.0, inner_steps=50, outer_rate=10.0)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.FAILED)
    open_stage(qtbot, window)
    window.desk.choose(window.desk.tree.nodes[0].key)
    again = the_stage(window)
    qtbot.waitUntil(lambda: again.playback.shown is not None, timeout=LONGEST)
    assert again.run.runner.state is RunState.FAILED
    assert any("The run stopped" in text for text in notices(window))


def test_another_scenario_opens_without_the_ghosts_of_the_one_before(qtbot: QtBot, window: Window) -> None:
    run_steps(qtbot, open_stage(qtbot, window), 5)
    window.desk.continue_from(2)
    assert any(node.ghost for node in window.desk.tree.nodes)
    open_stage(qtbot, window, "two-dimensions")
    assert not any(node.ghost for node in window.desk.tree.nodes)


def test_the_table_of_runs_follows_a_run_that_trains(qtbot: QtBot, window: Window, stage: Stage) -> None:
    window.desk.show_compare()
    table = window.desk.compare

    def steps() -> object:
        return table.comparison.rows[0].values[1]

    assert [row.values[0] for row in table.comparison.rows] == names(window)
    run_steps(qtbot, stage, 7)
    qtbot.waitUntil(lambda: steps() == 7, timeout=LONGEST)
    run_steps(qtbot, stage, 5)
    qtbot.waitUntil(lambda: steps() == 12, timeout=LONGEST)


@pytest.mark.slow
def test_opening_the_table_of_runs_leaves_room_for_every_view(qtbot: QtBot, window: Window, stage: Stage) -> None:
    window.resize(1280, 720)
    seen = [view for view in stage.scene.views() if view.isVisible()]
    window.desk.show_compare()
    qtbot.waitUntil(window.desk.compare.isVisible, timeout=LONGEST)
    settle()
    assert [view for view in stage.scene.views() if view.isVisible()] == seen
    place = window.desk.compare.mapToGlobal(window.desk.compare.rect().topLeft())
    for view in seen:
        assert view.height() >= view.minimumSizeHint().height()
        assert view.mapToGlobal(view.rect().bottomLeft()).y() < place.y()
    assert window.height() <= 720


def type_what_cannot_be_read(stage: Stage) -> None:
    box = named(stage.form, QDoubleSpinBox, "Meta-steps")
    box.selectAll()
    QTest.keyClicks(box, "many")
    press(box, Qt.Key.Key_Return)


def test_what_is_typed_for_a_run_comes_back_with_it(qtbot: QtBot, window: Window, stage: Stage) -> None:
    stage.form.show_edit("seed", 5)
    type_what_cannot_be_read(stage)
    edits = stage.form.edits()
    assert edits == Edits({"seed": 5}, {"steps": "many"})
    open_stage(qtbot, window, "two-dimensions", inner_steps=3)
    assert the_stage(window).form.edits() == Edits()
    window.desk.view.chosen.emit(window.desk.tree.nodes[0].key)
    again = the_stage(window)
    assert again.run is stage.run
    assert again.form.edits() == edits
    assert "many" in problem_beside(again, "steps")
    named(again.form, QPushButton, "Reset").click()
    assert the_stage(window).form.edits() == Edits()
    assert len(window.desk.tree.nodes) == 1  # neither this run nor the one that was looked at has trained


@pytest.mark.slow
def test_what_is_applied_to_a_new_run_waits_no_longer_in_the_old_one(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    run_steps(qtbot, stage, 3)
    old = window.desk.tree.nodes[0].key
    stage.form.show_edit("seed", 5)
    named(stage.form, QPushButton, "Apply and restart").click()
    assert the_stage(window).run.settings.seed == 5
    window.desk.choose(old)
    assert the_stage(window).run is stage.run
    assert the_stage(window).form.edits() == Edits()


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
        window.desk.continue_from(newest)
    branch = the_stage(window).run
    assert branch is not stage.run
    qtbot.waitUntil(lambda: branch.runner.state is RunState.IDLE, timeout=LONGEST)
    assert branch.way is not None
    assert (branch.way.step, branch.way.total) == (branch.recording.newest_step, 0)
    assert newest <= branch.recording.newest_step < newest + 10
    assert replayed(branch).difference is None


def test_a_ghost_that_shows_nothing_here_is_explained_and_one_of_the_same_kind_is_drawn(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    first = window.desk.tree.nodes[0].key
    run_steps(qtbot, stage, 1)
    fast = open_stage(qtbot, window, "fast-weights", **FAST)
    run_steps(qtbot, fast, 1)
    window.desk.view.ghost_toggled.emit(first, True)
    assert "no curve of the same kind" in window.statusBar().currentMessage()
    key = window.desk.tree.key_of(fast.run)
    prototypes = open_stage(qtbot, window, "prototypes", **FAST)
    assert key is not None
    window.desk.view.ghost_toggled.emit(key, True)
    told = [view._behind.text for view in prototypes.scene.views() if isinstance(view, LearningView)]
    assert any(text.startswith("dimmed: Weights for this task (5-way 1-shot") for text in told)
