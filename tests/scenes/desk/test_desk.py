"""The desk: ghosts, the memory that runs share, and what becomes of runs that are deleted or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.preferences import Preferences
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.views.learning_curves import LearningView
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.form.form import Edits
from tests.scenes.hands import (
    branched,
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
from tests.waiting import LONGEST
from tests.widgets.person import named, press

FAST = {"characters": 40, "side": 8, "test_episodes": 6}  # of pictures


def names(window: Window) -> list[str]:
    return [node.name for node in window.desk.tree.nodes]


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
    window.desk.branches.continue_from(2)
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
