"""Runs side by side: a scenario opens others beside it, which train, pause and are looked at together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.pane import Pane
from metascope.scenes.desk.together import Together
from metascope.scenes.runs.run import open_run
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.companions import Companion
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.files.session import open_session, save
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import BUDGET
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.theme import DARK
from metascope.widgets.views.view import View
from tests.contracts.runs import light
from tests.scenes.hands import open_stage, run_steps, the_stage
from tests.scenes.recorded import blank
from tests.waiting import LONGEST


def compared(*names: str, title: str = "it") -> Preset:
    """Return the default scenario with others beside it."""
    beside = (Companion(name, f"{title} {name}", presets.find(name).settings) for name in names)
    return replace(presets.find("two-tasks"), beside=tuple(beside))


@pytest.fixture
def stage(qtbot: QtBot, window: Window) -> Stage:
    """Give two scenarios side by side, both ready."""
    made = open_stage(qtbot, window, compared("two-dimensions"))
    ready(qtbot, window)
    return made


def ready(qtbot: QtBot, window: Window) -> None:
    """Wait until every picture is there."""
    qtbot.waitUntil(lambda: all("meta-step" in pane.state for pane in panes(window)), timeout=LONGEST)


def panes(window: Window) -> list[Pane]:
    beside = window.desk._company.beside
    return [] if beside is None else [pane for pane in beside.panes if not pane.isHidden()]


def train_both(qtbot: QtBot, stage: Stage, pane: Pane) -> None:
    """Train for a while, and wait until both rest."""
    stage.training.train()
    qtbot.waitUntil(lambda: min(run.recording.newest_step for run in (stage.run, pane.run)) > 6, timeout=LONGEST)
    stage.run.runner.pause()
    qtbot.waitUntil(lambda: pane.run.runner.state is not RunState.RUNNING, timeout=LONGEST)


def names(window: Window) -> list[str]:
    return [node.name for node in window.desk.tree.nodes]


def visible(pane_or_stage: Pane | Stage) -> list[View]:
    return [view for view in pane_or_stage.scene.views() if view.isVisible()]


def test_a_scenario_opens_others_beside_it_with_one_view_of_each(window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    assert pane.name == "it two-dimensions"
    assert names(window)[1] == "it two-dimensions"
    assert len(visible(pane)) == len(visible(stage)) == 1
    assert pane.caption
    assert all(node.ghost for node in window.desk.tree.nodes)


def test_they_train_and_pause_together(qtbot: QtBot, window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    train_both(qtbot, stage, pane)
    assert pane.run.runner.state in (RunState.PAUSED, RunState.FINISHED)


def test_looking_back_shows_the_same_meta_step_of_all(qtbot: QtBot, window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    train_both(qtbot, stage, pane)
    stage.playback.refresh()
    stage.playback.clocks.look_at(3)
    stage.playback.refresh()
    there = pane.run.recording.at(3).step
    assert there < pane.run.recording.newest_step
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn[0].step == there, timeout=LONGEST)
    stage.playback.clocks.look_at_tick(0)
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn[1] == 0, timeout=LONGEST)


def test_a_click_puts_another_one_on_the_stage_with_the_first_beside_it(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    (pane,) = panes(window)
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=pane.rect().center())
    qtbot.waitUntil(lambda: window.stage is not None and window.stage is not stage, timeout=LONGEST)
    assert the_stage(window).run is pane.run
    ready(qtbot, window)
    assert [other.run for other in panes(window)] == [stage.run]
    assert len(names(window)) == 2


def test_all_views_take_the_room_of_the_others_until_one_is_enlarged_again(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    window.go_back()
    qtbot.waitUntil(lambda: not panes(window), timeout=LONGEST)
    assert len(visible(stage)) > 1
    stage.enlarger.toggle(stage.scene.views()[0])
    qtbot.waitUntil(lambda: len(panes(window)) == 1, timeout=LONGEST)


def test_runs_that_never_trained_are_gone_with_the_stage(window: Window, stage: Stage) -> None:
    window.show_gallery()
    assert window.desk.tree.nodes == ()
    assert stage.run not in window.desk._company.together


def test_runs_that_trained_stay_and_stand_side_by_side_again(qtbot: QtBot, window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    train_both(qtbot, stage, pane)
    window.show_gallery()
    window.desk.go_back()
    assert [other.run for other in panes(window)] == [pane.run]


def test_restarted_it_keeps_the_others(qtbot: QtBot, window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    other = pane.run
    window.open_preset(stage.run.preset, stage.settings.replaced(seed=7))
    assert the_stage(window).run is not stage.run
    assert [one.run for one in panes(window)] == [other]
    assert len(names(window)) <= 3


def test_opened_again_from_the_gallery_it_has_new_others(qtbot: QtBot, window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    train_both(qtbot, stage, pane)
    window.show_gallery()
    open_stage(qtbot, window, stage.run.preset)
    assert pane.run not in [one.run for one in panes(window)]
    assert len(names(window)) == 4


def test_a_run_that_is_deleted_leaves_its_place(qtbot: QtBot, window: Window, stage: Stage) -> None:
    key = window.desk.tree.nodes[1].key
    window.desk.view.deleted.emit(key)
    assert panes(window) == []
    assert len(names(window)) == 1
    stage.training.train()
    qtbot.waitUntil(lambda: stage.run.recording.newest_step > 1, timeout=LONGEST)
    stage.run.runner.pause()


def test_deleting_the_one_on_the_stage_shows_another(qtbot: QtBot, window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    window.desk.view.deleted.emit(window.desk.tree.nodes[0].key)
    assert the_stage(window).run is pane.run
    assert panes(window) == []


def test_it_is_drawn_in_the_theme(window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    window.set_theme(DARK)
    assert {view.theme.name for view in pane.scene.views()} == {DARK.name}


def test_a_session_holds_the_run_alone(qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path) -> None:
    run_steps(qtbot, stage, 2)
    path = tmp_path / "one.metascope"
    save(path, stage.run.head(), stage.run.runner.snapshot(1.0))
    run = open_run(open_session(path, BUDGET))
    assert run.preset.beside == ()
    window.show_run(run)
    assert panes(window) == []


def test_a_scenario_that_is_not_there_any_more_is_told(qtbot: QtBot, window: Window) -> None:
    gone = Companion("gone", "Gone", presets.find("two-tasks").settings)
    open_stage(qtbot, window, replace(compared("two-dimensions"), beside=(gone,)))
    assert "is not a scenario" in window._notice.text
    assert panes(window) == []


def test_a_comparison_of_one_is_none() -> None:
    together, runs = Together(), [blank(), blank(seed=1), blank(seed=2)]
    together.add(dict.fromkeys(runs, ""))
    together.replace(runs[0], new := blank(seed=3))
    assert together.others(new) == runs[1:]
    together.drop([new])
    assert together.others(runs[1]) == [runs[2]]
    together.drop([runs[2]])
    assert runs[1] not in together


@pytest.mark.slow
def test_the_three_memories_of_an_episode_stand_side_by_side(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "three-memories", characters=40)
    ready(qtbot, window)
    assert [pane.name for pane in panes(window)] == ["Matching Network", "LSTM meta-learner"]
    assert [view.name for pane in panes(window) for view in visible(pane)] == ["plane", "glyphs"]
    assert not window.docks["settings"].isVisible()
    stage.run.runner.pause()


def test_pictures_have_the_same_baseline_beside_each_other(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, light(presets.find("three-memories")))
    ready(qtbot, window)
    beside = window.desk._company.beside
    assert beside is not None
    texts = [beside._baseline.text(), *(pane.baseline for pane in panes(window))]
    assert len(texts) == 3
    for text in texts:
        assert text.startswith("nearest on pixels: ")
    assert stage.playback.shown is not None
    assert texts[0] == str(stage.run.baseline(stage.playback.shown))


def test_where_a_story_has_no_baseline_nothing_is_said(window: Window, stage: Stage) -> None:
    (pane,) = panes(window)
    assert pane.baseline == ""
    assert pane._baseline.isHidden()


def test_a_picture_that_cannot_be_drawn_is_tried_once_and_said_beside_it(
    window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pane,) = window.findChildren(Pane)
    tried: list[int] = []

    def fail(frame: Frame, inner: int, method: str) -> None:
        tried.append(frame.step)
        raise ZeroDivisionError("a defect of a view")

    monkeypatch.setattr(pane.scene, "draw", fail)
    window.desk._company.beside = None  # which would look at it meanwhile
    pane._drawn, pane._due = None, 0.0
    with pytest.raises(ZeroDivisionError):
        pane.look(None, 1.0)
    for _ in range(120):
        pane.look(None, 1.0)
    assert tried == [0]
    assert pane.caption == "Meta-step 0 cannot be drawn: a defect of a view. The picture is an earlier one."
