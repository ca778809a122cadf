"""The stage: both clocks, live and looking back, steering, and the picture that follows."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.runs.run import start_run
from metascope.scenes.shell.menus import install
from metascope.scenes.shell.window import Window
from metascope.scenes.stage import run_notice
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.building import counted
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.running.threads import THREAD
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import say
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.widgets.clock.track import Track
from metascope.widgets.form.form import Edits
from metascope.widgets.look.text import localized
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.methods.chips import Chip, MethodChips
from metascope.widgets.window.notice import Notice
from tests.contracts.runs import captions_of, light, one_preset
from tests.scenes.hands import (
    asked,
    caption,
    inner_track,
    let_the_story_be,
    open_stage,
    outer_track,
    problem_beside,
    row_of,
    run_steps,
    settings_of,
    settle,
    the_stage,
    trigger,
    wait_for,
)
from tests.tiers import first_quick
from tests.waiting import LONGEST, SECONDS
from tests.widgets.person import click, named, press, type_text


def test_it_gets_ready_and_then_shows_the_start(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go = held_back(monkeypatch)
    window.open_preset(presets.find("two-tasks"))
    stage = the_stage(window)
    assert not stage.scene.isVisible()
    may_go.set()
    qtbot.waitUntil(stage.scene.isVisible, timeout=LONGEST)
    assert stage.run.runner.state is RunState.IDLE
    assert stage.playback.shown is not None
    assert stage.playback.shown.step == 0


@pytest.mark.slow
def test_a_long_way_back_says_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_steps(qtbot, stage, 40)
    made: Any = all_stories()["landscapes"].load()
    step: Callable[[Simulation], Frame] = made.step
    reached, may_go = threading.Event(), threading.Event()

    def slow(self: Simulation) -> Frame:
        if self.look().step == 20:
            reached.set()
            assert may_go.wait(SECONDS)
        return step(self)

    monkeypatch.setattr(made, "step", slow)
    window.desk.branches.continue_from(34)
    stage = the_stage(window)
    notice = stage.findChild(Notice)
    assert notice is not None
    assert reached.wait(SECONDS)
    qtbot.waitUntil(lambda: "meta-step 34: 20 of 34, " in notice.text, timeout=LONGEST)
    named(notice, QPushButton, "Cancel").click()
    may_go.set()
    wait_for(qtbot, stage, RunState.FAILED)
    qtbot.waitUntil(lambda: "was cancelled. Press Space to try again" in notice.text, timeout=LONGEST)
    stage.training.do_steps(2)
    wait_for(qtbot, stage, RunState.PAUSED)
    assert stage.run.recording.newest_step == 36
    qtbot.waitUntil(lambda: notice.text == "", timeout=LONGEST)


def test_getting_ready_says_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, may_go = all_stories()["landscapes"].load(), threading.Event()

    def make(settings: Settings) -> Simulation:
        for number in counted(say("drawing characters"), range(40)):
            if number == 30:
                assert may_go.wait(SECONDS)
        return real(settings)

    monkeypatch.setattr(run_notice, "PATIENCE", 0.0)
    let_the_story_be(monkeypatch, make)
    window.open_preset(presets.find("two-tasks"))
    stage = the_stage(window)
    notice = stage.findChild(Notice)
    assert notice is not None
    qtbot.waitUntil(lambda: "Getting ready: drawing characters, 30 of 40" in notice.text, timeout=LONGEST)
    named(notice, QPushButton, "Cancel").click()
    may_go.set()
    wait_for(qtbot, stage, RunState.FAILED)
    qtbot.waitUntil(lambda: "getting ready was cancelled. Press Space to try again" in notice.text, timeout=LONGEST)
    assert not stage.scene.isVisible()
    stage.training.do_steps(2)
    wait_for(qtbot, stage, RunState.PAUSED)
    assert stage.run.recording.newest_step == 2
    assert stage.run.recording.incidents == ()


def test_how_long_getting_ready_takes_is_told_from_the_beginning_on(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, may_go, may_end = all_stories()["landscapes"].load(), threading.Event(), threading.Event()

    def make(settings: Settings) -> Simulation:
        assert may_go.wait(SECONDS)
        for _ in counted(say("drawing characters"), range(2)):
            assert may_end.wait(SECONDS)
        return real(settings)

    let_the_story_be(monkeypatch, make)
    monkeypatch.setattr(run_notice, "PATIENCE", 0.0)
    monkeypatch.setattr(type(presets.find("two-tasks").settings), "preparing_seconds", 400.0)
    window.open_preset(presets.find("two-tasks"))
    notice = the_stage(window).notice
    told = "Getting ready takes about 3 to 14 minutes with these settings"
    qtbot.waitUntil(lambda: notice.text == told, timeout=LONGEST)
    may_go.set()
    qtbot.waitUntil(lambda: notice.text == f"{told}: drawing characters, 0 of 2", timeout=LONGEST)
    named(notice, QPushButton, "Cancel").click()
    may_end.set()
    wait_for(qtbot, the_stage(window), RunState.FAILED)
    qtbot.waitUntil(lambda: "getting ready was cancelled" in notice.text, timeout=LONGEST)


def test_leaving_a_run_that_gets_ready_ends_its_thread(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, begun = all_stories()["landscapes"].load(), threading.Event()

    def make(settings: Settings) -> Simulation:
        if not begun.is_set():
            for _ in counted(say("drawing characters"), iter(int, 1)):  # without an end
                begun.set()
                time.sleep(0.001)
        return real(settings)

    let_the_story_be(monkeypatch, make)
    there = {*threading.enumerate()}
    window.open_preset(presets.find("two-tasks"))
    runner = the_stage(window).run.runner
    assert begun.wait(SECONDS)
    (worker,) = (it for it in threading.enumerate() if it not in there and it.name == THREAD)
    window.open_preset(presets.find("bad-start"))
    assert the_stage(window).run.runner is not runner
    qtbot.waitUntil(lambda: not worker.is_alive(), timeout=LONGEST)
    assert runner.state is RunState.PREPARING, "it is nobody's failure"


def test_space_trains_and_pauses(qtbot: QtBot, window: Window, stage: Stage) -> None:
    stage.run.runner.throttle(100.0)
    stage.timeline.setFocus()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=LONGEST)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest >= 3, timeout=LONGEST)
    press(window, Qt.Key.Key_Space)
    wait_for(qtbot, stage, RunState.PAUSED)
    settings_of(qtbot, stage)  # answered after the step that was under way
    step = stage.run.runner.newest
    qtbot.wait(60)
    assert stage.run.runner.newest is step


@pytest.mark.slow
def test_live_follows_the_newest_meta_step(qtbot: QtBot, stage: Stage) -> None:
    run_steps(qtbot, stage, 20)
    assert stage.timeline.clocks.outer.live
    assert stage.timeline.clocks.outer.position == 20
    assert stage.playback.shown is stage.run.runner.newest


@pytest.mark.slow
def test_one_meta_step_at_a_time(qtbot: QtBot, window: Window, stage: Stage) -> None:
    trigger(window, "run.step")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.position == 1, timeout=LONGEST)
    wait_for(qtbot, stage, RunState.PAUSED)
    trigger(window, "run.step")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.position == 2, timeout=LONGEST)
    wait_for(qtbot, stage, RunState.PAUSED)
    assert stage.timeline.clocks.outer.newest == 2


@pytest.mark.slow
def test_looking_back_stays_while_training_goes_on(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 20)
    stage.run.runner.throttle(200.0)
    trigger(window, "run.play")
    stage.timeline.outer_clock.go(5)
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest >= 40, timeout=LONGEST)
    assert stage.run.runner.state is RunState.RUNNING
    assert stage.timeline.clocks.outer.position == 5
    assert stage.playback.shown is not None
    assert stage.playback.shown.step == 5
    trigger(window, "look.live")
    assert stage.playback.shown.step >= 40


@pytest.mark.slow
def test_the_outer_clock_is_scrubbed_with_the_keyboard(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 10)
    for action, position in (("look.before", 9), ("look.before", 8), ("look.after", 9), ("look.first", 0)):
        trigger(window, action)
        assert stage.timeline.clocks.outer.position == position
        assert stage.playback.shown is not None
        assert stage.playback.shown.step == position
    assert not stage.timeline.clocks.outer.live


def test_the_outer_clock_is_scrubbed_with_the_mouse(qtbot: QtBot, stage: Stage) -> None:
    run_steps(qtbot, stage, 100)
    track = outer_track(stage)
    at = track.rect().center()
    at.setX(round(track.place(30)))
    click(track, at)
    assert abs(stage.timeline.clocks.outer.position - 30) <= 4  # a marker beside it attracts the click
    assert stage.playback.shown is not None
    assert stage.playback.shown.step == stage.timeline.clocks.outer.position


@pytest.mark.slow
def test_the_inner_clock_tells_each_tick(qtbot: QtBot, window: Window, stage: Stage) -> None:
    frame = stage.playback.shown
    assert frame is not None
    sentences = list(map(localized, captions_of(frame, stage.playback.method)))
    trigger(window, "look.inner_first")
    assert (stage.timeline.clocks.inner.position, caption(stage)) == (0, sentences[0])
    trigger(window, "look.inner_after")
    assert (stage.timeline.clocks.inner.position, caption(stage)) == (1, sentences[1])
    trigger(window, "look.inner_last")
    assert (stage.timeline.clocks.inner.position, caption(stage)) == (frame.ticks() - 1, sentences[-1])


@pytest.mark.slow
def test_the_inner_clock_is_scrubbed_with_the_mouse(qtbot: QtBot, stage: Stage) -> None:
    track: Track = inner_track(stage)
    at = track.rect().center()
    at.setX(round(track.place(7)))
    click(track, at)
    assert stage.timeline.clocks.inner.position == 7


@pytest.mark.slow
def test_a_tick_that_is_chosen_in_the_picture_is_where_the_inner_clock_stands(qtbot: QtBot, stage: Stage) -> None:
    last = stage.timeline.clocks.inner.newest
    assert stage.timeline.clocks.inner.position == last
    stage.scene.tick_chosen.emit(1)
    assert stage.timeline.clocks.inner.position == 1
    assert not stage.timeline.clocks.inner.live
    run_steps(qtbot, stage, 2)
    assert stage.timeline.clocks.inner.position == 1


@pytest.mark.slow
def test_slow_motion_walks_the_inner_clock_and_then_does_a_meta_step(qtbot: QtBot, stage: Stage) -> None:
    stage.timeline.clocks.inner_pace = 100.0
    stage.timeline.inner_clock.show_clocks()
    stage.timeline.inner_clock.go(0)
    seen: list[int] = []
    stage.playback.drawn.connect(lambda _: seen.append(stage.timeline.clocks.inner.position))
    stage.timeline.inner_clock.toggle()
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest >= 1, timeout=LONGEST)
    assert set(range(stage.timeline.clocks.inner.newest + 1)) <= set(seen)
    stage.timeline.inner_clock.toggle()
    assert not stage.playback.in_slow_motion


@pytest.mark.slow
def test_slow_motion_makes_training_wait(qtbot: QtBot, window: Window, stage: Stage) -> None:
    stage.run.runner.throttle(50.0)
    trigger(window, "run.play")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest >= 1, timeout=LONGEST)
    trigger(window, "look.slow_motion")
    wait_for(qtbot, stage, RunState.PAUSED)
    assert stage.playback.in_slow_motion
    trigger(window, "run.play")
    assert not stage.playback.in_slow_motion
    wait_for(qtbot, stage, RunState.RUNNING)


@pytest.mark.slow
def test_numbers_that_are_older_than_the_picture_say_when_they_were_measured(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, presets.find("unseen-tasks"))
    assert stage.settings.model_dump()["test_every"] == 10
    (chips,) = stage.findChildren(MethodChips)
    assert chips.moment == ""
    run_steps(qtbot, stage, 3)
    qtbot.waitUntil(lambda: chips.moment == "Measured at step 0, next at 10", timeout=LONGEST)
    run_steps(qtbot, stage, 7)
    qtbot.waitUntil(lambda: chips.moment == "", timeout=LONGEST)


def test_what_all_numbers_have_in_common_stands_once_behind_the_names(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, light(presets.find("five-starts")))
    (chips,) = stage.findChildren(MethodChips)
    assert chips.moment == "transductive"
    run_steps(qtbot, stage, 1)
    qtbot.waitUntil(lambda: chips.moment == "transductive · Measured at step 0, next at 2", timeout=LONGEST)


def test_a_run_that_ends_before_it_is_measured_again_names_no_next_time(qtbot: QtBot, window: Window) -> None:
    preset = light(presets.find("five-starts"))
    stage = open_stage(qtbot, window, replace(preset, settings=preset.settings.replaced(steps=1, test_every=2)))
    (chips,) = stage.findChildren(MethodChips)
    run_steps(qtbot, stage, 1)
    qtbot.waitUntil(lambda: chips.moment == "transductive · Measured at step 0", timeout=LONGEST)


@pytest.mark.slow
def test_a_finished_run_trains_on(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, steps=5)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.FINISHED)
    trigger(window, "run.play")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest == 10, timeout=LONGEST)


@pytest.mark.slow
def test_a_method_in_focus_is_the_one_whose_course_is_told(qtbot: QtBot, stage: Stage) -> None:
    chips = {chip.text(): chip for chip in stage.findChildren(Chip)}
    assert len(chips) == len(stage.scene.methods())
    key, name = stage.scene.methods()[-1]
    chip = next(chip for text, chip in chips.items() if text.startswith(name))
    chip.click()
    assert stage.playback.method == key
    assert name in caption(stage)
    others = [other for other in chips.values() if other is not chip]
    assert all("dimmed" in other.accessibleName() for other in others)
    chip.click()
    assert all("shown" in other.accessibleName() for other in others)


def test_a_live_setting_reaches_the_run_and_is_marked(qtbot: QtBot, stage: Stage) -> None:
    run_steps(qtbot, stage, 5)
    box = named(stage.form, QDoubleSpinBox, "Inner learning rate")
    box.selectAll()
    type_text(box, "0.25")
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.settings.model_dump()["inner_rate"] == 0.25, timeout=LONGEST)
    assert settings_of(qtbot, stage)["inner_rate"] == 0.25
    assert {(event.step, event.name) for event in stage.run.recording.steering} == {(5, "inner_rate")}
    track = outer_track(stage)
    qtbot.waitUntil(lambda: "inner_rate" in track.text_at(track.place(5)), timeout=LONGEST)


@pytest.mark.slow
def test_what_differs_from_the_scenario_is_told_but_not_what_is_looked_at(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, presets.find("addressing"))
    story = next(label for label in stage.findChildren(QLabel) if label.text().startswith(stage.run.preset.description))
    stage.steering.change("shown", 3)
    qtbot.waitUntil(lambda: stage.settings.model_dump()["shown"] == 3, timeout=LONGEST)
    assert story.text() == stage.run.preset.description
    stage.steering.change("rate", 2e-3)
    qtbot.waitUntil(lambda: story.text() != stage.run.preset.description, timeout=LONGEST)
    assert story.text().endswith("\nChanged settings: Learning rate.")


@pytest.mark.slow
def test_the_form_waits_with_what_the_run_has_until_all_that_was_changed_is_in_it(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    held, told = threading.Event(), list[float]()
    stage.steering.settled.connect(lambda: told.append(stage.settings.model_dump()["inner_rate"]))
    stage.run.runner.ask(lambda simulation: held.wait(20))
    stage.steering.change("inner_rate", 0.3)
    stage.steering.look()
    stage.run.runner.ask(lambda simulation: held.wait(20))
    stage.steering.change("inner_rate", 0.2)
    stage.steering.look()
    assert told == []
    held.set()
    qtbot.waitUntil(lambda: told != [], timeout=LONGEST)
    assert told == [0.2]


@pytest.mark.slow
def test_a_gesture_that_goes_on_leaves_the_form_alone(qtbot: QtBot, stage: Stage) -> None:
    before = stage.settings
    stage.steering.change("inner_rate", 0.3, draft=True)
    qtbot.waitUntil(lambda: not stage.run.runner.changing, timeout=LONGEST)
    stage.steering.look()
    assert stage.settings is before
    stage.steering.change("inner_rate", 0.2)
    qtbot.waitUntil(lambda: stage.settings.model_dump()["inner_rate"] == 0.2, timeout=LONGEST)


@pytest.mark.slow
def test_a_setting_edited_while_the_run_gets_ready_keeps_waiting(qtbot: QtBot, window: Window) -> None:
    window.open_preset(presets.find("two-tasks"))
    stage = the_stage(window)
    stage.form.show_edit("tasks", 3)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    stage.steering.look()
    assert row_of(stage, "tasks").control.shows(3)


@pytest.mark.slow
def test_inner_steps_changed_while_training_change_the_inner_clock(qtbot: QtBot, stage: Stage) -> None:
    before = stage.timeline.clocks.inner.newest
    press(named(stage.form, QDoubleSpinBox, "Inner steps"), Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: stage.timeline.clocks.inner.newest == before + 1, timeout=LONGEST)


@pytest.mark.slow
def test_a_manipulation_moves_the_start_and_the_run_goes_on_from_there(qtbot: QtBot, stage: Stage) -> None:
    stage.scene.changed.emit("phi", {"method": None, "to": [-2.0]}, False)

    def starts() -> list[float]:
        frame = stage.playback.shown
        assert isinstance(frame, LandscapesFrame)
        return [float(start) for start in frame.phi[:, 0, 0]]

    qtbot.waitUntil(lambda: starts() == [-2.0] * 4, timeout=LONGEST)
    assert [event.name for event in stage.run.recording.steering] == ["phi"]


@pytest.mark.slow
def test_a_manipulation_while_looking_back_returns_to_live(qtbot: QtBot, stage: Stage) -> None:
    run_steps(qtbot, stage, 10)
    stage.timeline.outer_clock.go(3)
    stage.scene.changed.emit("phi", {"method": None, "to": [-2.0]}, False)
    assert stage.timeline.clocks.outer.live


@pytest.mark.slow
def test_a_refused_change_is_told_beside_its_control_and_the_run_goes_on(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    stage.run.runner.throttle(50.0)
    trigger(window, "run.play")
    control = row_of(stage, "positions").findChild(QLineEdit)
    assert isinstance(control, QLineEdit)
    control.selectAll()
    type_text(control, "1 2 3")
    press(control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: problem_beside(stage, "positions") != "", timeout=LONGEST)
    step = stage.timeline.clocks.outer.newest
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > step, timeout=LONGEST)
    assert stage.run.runner.state is RunState.RUNNING
    assert settings_of(qtbot, stage)["positions"] == []


@pytest.mark.slow
def test_a_setting_that_is_not_live_waits_for_a_new_run(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 3)
    press(named(stage.form, QDoubleSpinBox, "Parallel starts"), Qt.Key.Key_Up)
    settle()
    assert settings_of(qtbot, stage)["starts"] == 1
    named(stage.form, QPushButton, "Apply and restart").click()
    fresh = the_stage(window)
    assert fresh is not stage
    qtbot.waitUntil(lambda: fresh.playback.shown is not None, timeout=LONGEST)
    assert settings_of(qtbot, fresh)["starts"] == 2
    assert fresh.timeline.clocks.outer.newest == 0


@pytest.mark.slow
def test_settings_that_contradict_each_other_are_told_and_the_run_stays(
    qtbot: QtBot, window: Window, stage: Stage
) -> None:
    press(named(stage.form, QDoubleSpinBox, "Tasks"), Qt.Key.Key_Up)
    named(stage.form, QPushButton, "Apply and restart").click()
    assert the_stage(window) is stage
    assert problem_beside(stage, "tasks")


def test_restart_keeps_live_changes(qtbot: QtBot, window: Window, stage: Stage) -> None:
    box = named(stage.form, QDoubleSpinBox, "Inner learning rate")
    box.selectAll()
    type_text(box, "0.25")
    press(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.settings.model_dump()["inner_rate"] == 0.25, timeout=LONGEST)
    trigger(window, "run.restart")
    fresh = the_stage(window)
    assert fresh is not stage
    qtbot.waitUntil(lambda: fresh.playback.shown is not None, timeout=LONGEST)
    assert settings_of(qtbot, fresh)["inner_rate"] == 0.25


@pytest.mark.slow
def test_reset_brings_the_scenarios_settings_back(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, inner_rate=0.1, starts=3)
    named(stage.form, QPushButton, "Reset settings").click()
    fresh = the_stage(window)
    qtbot.waitUntil(lambda: fresh.playback.shown is not None, timeout=LONGEST)
    assert settings_of(qtbot, fresh) == presets.find("two-tasks").settings.model_dump(mode="json")


@one_preset
def test_every_scenario_opens_and_plays(qtbot: QtBot, window: Window, preset: Preset) -> None:
    stage = open_stage(qtbot, window, preset)
    run_steps(qtbot, stage, 5)
    assert stage.timeline.clocks.outer.position == 5


@pytest.mark.slow
def test_story_and_formulas_give_way_where_there_is_little_room(window: Window, stage: Stage) -> None:
    story = next(label for label in stage.findChildren(QLabel) if label.text().startswith("Four methods"))
    least = stage.minimumSizeHint()
    assert story.isVisible()
    stage.resize(stage.width(), least.height())
    assert not story.isVisible()
    assert stage.minimumSizeHint().height() == least.height()
    stage.resize(stage.width(), 600)
    assert story.isVisible()


def held_back(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let no run of the landscapes get ready before the event that is returned."""
    real, may_go = all_stories()["landscapes"].load(), threading.Event()

    def make(settings: Settings) -> Simulation:
        may_go.wait(SECONDS)
        return real(settings)

    let_the_story_be(monkeypatch, make)
    return may_go


def test_space_is_remembered_while_the_run_gets_ready(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go = held_back(monkeypatch)
    window.open_preset(presets.find("two-tasks"))
    stage = the_stage(window)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=LONGEST)
    for wanted in (True, False, True):
        press(window, Qt.Key.Key_Space)
        assert stage.timeline.outer_clock.asked is wanted
    may_go.set()
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest >= 3, timeout=LONGEST)


@pytest.mark.parametrize("ready", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_space_trains_what_is_pending_where_nothing_is_lost(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, ready: bool
) -> None:
    may_go = held_back(monkeypatch)
    window.open_preset(presets.find("two-tasks"))
    stage = the_stage(window)
    if ready:
        may_go.set()
        qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=LONGEST)
    stage.form.show_edit("seed", 5)
    press(window, Qt.Key.Key_Space)
    fresh = the_stage(window)
    assert fresh is not stage
    assert (fresh.run.settings.seed, fresh.form.edits()) == (5, Edits())
    assert [node.run for node in window.desk.tree.nodes] == [fresh.run]
    may_go.set()
    qtbot.waitUntil(lambda: fresh.timeline.clocks.outer.newest >= 1, timeout=LONGEST)


@pytest.mark.slow
def test_space_keeps_weights_that_another_run_would_not_have(qtbot: QtBot, window: Window, stage: Stage) -> None:
    said = list[str]()
    learned = asked(qtbot, stage, lambda simulation: simulation.weights())
    run = start_run(stage.run.preset, stage.run.settings, weights=learned)
    window.show_run(run)
    qtbot.waitUntil(lambda: run.runner.state is RunState.IDLE, timeout=LONGEST)
    the_stage(window).training.said.connect(said.append)
    the_stage(window).form.show_edit("seed", 5)
    the_stage(window).training.train()
    assert the_stage(window).run is run
    assert said == ["Trained without the pending changes: Seed. Apply and restart uses them."]


def type_seed(stage: Stage, text: str) -> QDoubleSpinBox:
    box = named(stage.form, QDoubleSpinBox, "Seed")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    press(box, Qt.Key.Key_Return)
    return box


@pytest.mark.slow
def test_space_after_enter_trains_what_was_typed(qtbot: QtBot, window: Window, stage: Stage) -> None:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=LONGEST)
    press(type_seed(stage, "5"), Qt.Key.Key_Space)
    fresh = the_stage(window)
    assert fresh is not stage
    assert fresh.settings.seed == 5
    qtbot.waitUntil(lambda: fresh.timeline.clocks.outer.newest >= 1, timeout=LONGEST)


@pytest.mark.slow
def test_a_run_that_goes_on_without_what_is_pending_says_so(qtbot: QtBot, window: Window, stage: Stage) -> None:
    said = list[str]()
    stage.training.said.connect(said.append)
    run_steps(qtbot, stage, 3)
    type_seed(stage, "5")
    stage.steering.change("inner_rate", 0.3)
    qtbot.waitUntil(lambda: stage.settings.model_dump()["inner_rate"] == 0.3, timeout=LONGEST)
    assert stage.form.pending() == {"seed": 5}
    trigger(window, "run.play")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > 3, timeout=LONGEST)
    assert the_stage(window) is stage
    assert said == ["Trained without the pending changes: Seed. Apply and restart uses them."]
    trigger(window, "run.restart")
    assert the_stage(window).form.pending() == {"seed": 5}
    named(the_stage(window).form, QPushButton, "Reset").click()
    assert the_stage(window).form.pending() == {}


@pytest.mark.slow
def test_what_cannot_be_read_is_corrected_before_training(qtbot: QtBot, window: Window, stage: Stage) -> None:
    said = list[str]()
    stage.training.said.connect(said.append)
    type_seed(stage, "five")
    trigger(window, "run.play")
    trigger(window, "run.step")
    assert said == ["Correct first: Seed", "Correct first: Seed"]
    assert the_stage(window) is stage
    assert stage.run.runner.state is RunState.IDLE


@pytest.mark.slow
def test_space_on_the_first_page_trains_what_is_opened(qtbot: QtBot) -> None:
    window = Window(LIGHT, presets.find("two-tasks"))
    install(window)
    qtbot.addWidget(window)
    trigger(window, "run.play")
    window.show()
    qtbot.waitUntil(lambda: window.stage is not None, timeout=LONGEST)
    qtbot.waitUntil(lambda: the_stage(window).timeline.clocks.outer.newest >= 1, timeout=LONGEST)
    window.close()


@pytest.mark.parametrize(
    ("back", "forth"),
    first_quick(
        [
            (Qt.Key.Key_Comma, Qt.Key.Key_Period),
            (Qt.Key.Key_Less, Qt.Key.Key_Greater),
            (Qt.Key.Key_Semicolon, Qt.Key.Key_Colon),
            (Qt.Key.Key_Left, Qt.Key.Key_Right),
        ]
    ),
    ids=["unshifted", "English", "German", "arrows"],
)
def test_inner_steps_have_keys_on_every_keyboard(
    qtbot: QtBot, window: Window, stage: Stage, back: Qt.Key, forth: Qt.Key
) -> None:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=LONGEST)
    stage.timeline.inner_clock.go(2)
    outer_track(stage).setFocus()
    QTest.keyClick(window, forth, Qt.KeyboardModifier.ShiftModifier)
    assert stage.timeline.clocks.inner.position == 3
    for _ in range(2):
        QTest.keyClick(window, back, Qt.KeyboardModifier.ShiftModifier)
    assert stage.timeline.clocks.inner.position == 1


@pytest.mark.slow
def test_slow_motion_replays_a_finished_run_and_gives_the_other_methods_back(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = open_stage(qtbot, window, steps=3)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.FINISHED)
    emphasis = list[dict[str, str]]()
    real = stage.scene.set_emphasis

    def heard(levels: Mapping[str, str]) -> None:
        emphasis.append(dict(levels))
        real(levels)

    monkeypatch.setattr(stage.scene, "set_emphasis", heard)
    stage.timeline.clocks.inner_pace = 100.0
    stage.timeline.inner_clock.show_clocks()
    seen = list[int]()
    stage.playback.drawn.connect(lambda _: seen.append(stage.timeline.clocks.inner.position))
    trigger(window, "look.slow_motion")
    assert "dim" in emphasis[-1].values()
    qtbot.waitUntil(lambda: seen.count(1) >= 3, timeout=LONGEST)  # round and round
    trigger(window, "look.slow_motion")
    assert set(emphasis[-1].values()) == {"full"}
    assert stage.timeline.clocks.outer.newest == 3
    assert stage.run.runner.state is RunState.FINISHED
    stage.timeline.inner_clock.go(1)
    assert "dim" in emphasis[-1].values()  # a person looks at a step of one method


def test_a_run_that_trains_nothing_opens_at_its_telling_moment(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "addressing")
    assert stage.timeline.clocks.inner.position == 10  # the first answer, where the read head sets off
    assert stage.playback.shown is not None
    assert not stage.timeline.clocks.inner.live


@pytest.mark.parametrize("preset", first_quick(["gradient-descent-is-an-lstm", "addressing"]))
def test_space_plays_the_inner_clock_where_nothing_trains(qtbot: QtBot, window: Window, preset: str) -> None:
    stage = open_stage(qtbot, window, preset)
    assert not stage.settings.trains
    stage.timeline.clocks.inner_pace = 100.0
    stage.timeline.inner_clock.show_clocks()
    before = stage.timeline.clocks.outer.newest
    trigger(window, "run.play")
    assert stage.playback.in_slow_motion
    qtbot.waitUntil(lambda: stage.timeline.clocks.inner.position > 0, timeout=LONGEST)
    trigger(window, "run.play")
    assert not stage.playback.in_slow_motion
    assert stage.timeline.clocks.outer.newest == before
