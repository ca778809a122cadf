"""Moments that are opened: trained to the meta-step, then looked at; and how they are cancelled."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.moment import Moment, parse
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.window.progress import JobProgress
from tests.scenes.hands import notices, open_stage, run_steps, the_stage, wait_for, worker
from tests.waiting import LONGEST
from tests.widgets.person import named

SINES = {"preset": "sine-maml", "step": 12, "inner": 1, "view": "layers"}


def arrive(qtbot: QtBot, window: Window, moment: Moment) -> None:
    with qtbot.waitSignal(window.moments.looked, timeout=LONGEST):
        window.open_moment(moment)


def test_a_moment_is_trained_to_at_once_and_looked_at(qtbot: QtBot, window: Window) -> None:
    arrive(qtbot, window, parse({"preset": "two-tasks", "step": 40, "inner": 1, "method": "reptile"}, ""))
    stage = the_stage(window)
    assert stage.run.recording.newest_step == 40
    assert stage.run.runner.state is RunState.PAUSED
    assert stage.playback.shown is not None
    assert (stage.playback.shown.step, stage.playback.clocks.inner.position) == (40, 1)
    assert stage.playback.method == "reptile"
    qtbot.waitUntil(lambda: window.statusBar().findChild(JobProgress) is None, timeout=LONGEST)


def test_its_view_is_shown_and_enlarged_and_the_next_one_is_not(qtbot: QtBot, window: Window) -> None:
    views = [view.name for view in open_stage(qtbot, window, "two-tasks").scene.all_views()]
    arrive(qtbot, window, parse({"preset": "two-tasks", "step": 3, "view": views[1], "enlarge": True}, ""))
    enlarged = the_stage(window).enlarger.enlarged
    assert enlarged is not None
    assert enlarged.name == views[1]
    arrive(qtbot, window, parse({"preset": "two-tasks", "step": 6}, ""))
    assert the_stage(window).enlarger.enlarged is None


def test_a_view_on_a_page_brings_its_page_forward(qtbot: QtBot, window: Window) -> None:
    arrive(qtbot, window, parse(SINES, ""))
    stage = the_stage(window)
    assert next(view for view in stage.scene.all_views() if view.name == "layers").isVisible()


def test_later_and_earlier_moments_of_the_same_settings_are_of_one_run(qtbot: QtBot, window: Window) -> None:
    for step in (5, 30, 12):
        arrive(qtbot, window, parse({"preset": "two-tasks", "step": step}, ""))
        stage = the_stage(window)
        assert stage.playback.shown is not None
        assert stage.playback.shown.step == step
    assert len(window.desk.tree.nodes) == 1
    assert stage.run.recording.newest_step == 30
    arrive(qtbot, window, parse({"preset": "two-tasks", "settings": {"seed": 9}, "step": 2}, ""))
    arrive(qtbot, window, parse({"preset": "two-tasks", "step": 12}, ""))
    assert the_stage(window).run is stage.run
    assert len(window.desk.tree.nodes) == 2


def test_a_run_that_a_person_has_steered_is_left_alone(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window)
    run_steps(qtbot, stage, 2)
    stage.run.runner.change("inner_rate", 0.07)
    qtbot.waitUntil(lambda: stage.run.recording.steered > 0, timeout=LONGEST)
    arrive(qtbot, window, parse({"preset": "two-tasks", "step": 4}, ""))
    assert the_stage(window).run is not stage.run


def test_the_pace_is_the_persons_again_on_arrival(qtbot: QtBot, window: Window) -> None:
    arrive(qtbot, window, parse({"preset": "two-tasks", "step": 20}, ""))
    stage = the_stage(window)
    assert stage.run.preset.pace is not None
    assert worker(stage.run)._course.throttled


def test_what_is_told_of_a_moment_is_told_on_arrival(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.moments.looked, timeout=LONGEST):
        window.open_moment(parse({"preset": "two-tasks", "step": 3}, ""), "Look at the start")
    assert notices(window) == ["Look at the start"]


def test_who_cancels_stays_where_the_run_is(qtbot: QtBot, window: Window) -> None:
    moment = parse({"preset": "sine-maml", "settings": {"steps": 1_000_000}, "step": 1_000_000}, "")
    window.open_moment(moment)
    stage = the_stage(window)
    wait_for(qtbot, stage, RunState.RUNNING)
    bar = window.statusBar()
    qtbot.waitUntil(lambda: isinstance(bar.findChild(JobProgress), JobProgress), timeout=LONGEST)
    with qtbot.waitSignal(window.moments.cancelled, timeout=LONGEST):
        named(bar, QToolButton, "Cancel").click()
    wait_for(qtbot, stage, RunState.PAUSED)
    assert window.moments.sought is None
    assert 0 <= stage.run.recording.newest_step < 1_000_000


def test_who_pauses_or_leaves_cancels(qtbot: QtBot, window: Window) -> None:
    far = parse({"preset": "sine-maml", "settings": {"steps": 1_000_000}, "step": 1_000_000}, "")
    window.open_moment(far)
    wait_for(qtbot, the_stage(window), RunState.RUNNING)
    with qtbot.waitSignal(window.moments.cancelled, timeout=LONGEST):
        the_stage(window).timeline.outer_clock.toggle_play()
    window.open_moment(far)
    wait_for(qtbot, the_stage(window), RunState.RUNNING)
    with qtbot.waitSignal(window.moments.cancelled, timeout=LONGEST):
        window.show_gallery()


def test_what_the_scene_does_not_have_is_told_before_anything_is_trained(qtbot: QtBot, window: Window) -> None:
    with pytest.raises(UserError, match="two-tasks: view: must be in this scene, which has no pathh"):
        window.moments.open(parse({"preset": "two-tasks", "step": 4, "view": "pathh"}, ""))
    enlarged = parse({"preset": "two-tasks", "step": 4, "view": "pathh", "enlarge": True}, "")
    window.attempt(lambda: window.open_moment(enlarged))
    assert len(notices(window)) == 1
    assert window.moments.sought is None
    assert the_stage(window).run.recording.newest_step <= 0
