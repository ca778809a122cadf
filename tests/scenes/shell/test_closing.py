"""Closing: whatever the run is doing, the window is gone at once and leaves nothing behind."""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets, session
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running import runner
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.widgets.look.theme import LIGHT
from tests.scenes.hands import (
    answer_dialogs,
    let_the_story_be,
    notices,
    open_stage,
    run_steps,
    settle,
    the_stage,
    trigger,
    worker,
)
from tests.simulator.engine.toy import ToySimulation
from tests.waiting import LONGEST, SECONDS, until


def close(window: Window) -> None:
    assert runners()
    window.close()
    assert window.stage is None


def runners() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == runner.THREAD]


def test_closing_while_it_gets_ready(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go = threading.Event()

    def make(settings: Settings) -> Simulation:
        assert may_go.wait(SECONDS)
        return ToySimulation()

    let_the_story_be(monkeypatch, make)
    window.open_preset(presets.find("two-tasks"))
    try:
        close(window)
        assert runners()  # nobody waited for it
    finally:
        may_go.set()


@pytest.mark.slow
def test_closing_in_the_middle_of_a_long_step(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go, under_way = threading.Event(), threading.Event()

    def wait(simulation: Simulation) -> Frame:
        under_way.set()
        assert may_go.wait(SECONDS)
        return simulation.look()

    stage.run.runner.ask(wait)
    assert under_way.wait(SECONDS)
    try:
        close(window)
        assert runners()  # nobody waited for it
    finally:
        may_go.set()


@pytest.mark.slow
def test_closing_while_training(qtbot: QtBot, window: Window, stage: Stage) -> None:
    trigger(window, "run.play")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > 3, timeout=LONGEST)
    close(window)
    assert not runners()


@pytest.mark.slow
def test_closing_while_looking_back(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 20)
    stage.timeline.outer_clock.go(5)
    close(window)
    assert not runners()


@pytest.mark.slow
def test_closing_in_slow_motion(qtbot: QtBot, window: Window, stage: Stage) -> None:
    trigger(window, "look.slow_motion")
    qtbot.wait(100)
    close(window)
    assert not runners()


def test_another_scenario_pauses_the_run_before_and_keeps_it(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run = stage.run
    run_steps(qtbot, stage, 3)
    trigger(window, "run.play")
    open_stage(qtbot, window, "bad-start")
    qtbot.waitUntil(lambda: run.runner.state is RunState.PAUSED, timeout=LONGEST)
    assert [node.run for node in window.desk.tree.nodes] == [run, the_stage(window).run]


@pytest.mark.slow
def test_the_gallery_pauses_the_run_and_keeps_it(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run = stage.run
    run_steps(qtbot, stage, 3)
    trigger(window, "run.play")
    trigger(window, "file.gallery")
    assert window.stage is None
    assert not window.actions_["run.play"].isEnabled()
    qtbot.waitUntil(lambda: run.runner.state is RunState.PAUSED, timeout=LONGEST)
    trigger(window, "file.back")
    assert the_stage(window).run is run


@pytest.mark.slow
def test_a_run_that_never_trained_is_ended_when_it_is_left(qtbot: QtBot, window: Window, stage: Stage) -> None:
    trigger(window, "file.gallery")
    qtbot.waitUntil(lambda: not runners(), timeout=LONGEST)
    assert window.desk.tree.nodes == ()
    assert not window.actions_["file.back"].isEnabled()


@pytest.mark.slow
def test_a_save_that_the_end_of_a_run_cancels_is_not_told_as_done(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    under_way, runner = threading.Event(), worker(stage.run)

    def wait(simulation: Simulation) -> None:
        under_way.set()
        until(lambda: runner._stopping)

    runner.ask(wait)
    assert under_way.wait(SECONDS)
    path = tmp_path / "late.safetensors"
    answer_dialogs(monkeypatch, path)
    trigger(window, "save.weights")
    open_stage(qtbot, window, "bad-start")
    qtbot.waitUntil(lambda: any(str(path) in text for text in notices(window)), timeout=LONGEST)
    assert not path.exists()
    assert str(path) not in window.statusBar().currentMessage()


def hold_the_saving(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """Have every session wait to be written; return what is set when it begins, and what lets it go on."""
    under_way, may_go, real = threading.Event(), threading.Event(), session.save

    def save(*args: Any) -> None:
        under_way.set()
        may_go.wait(30.0)
        real(*args)

    monkeypatch.setattr(session, "save", save)
    return under_way, may_go


def test_a_window_that_closes_waits_for_the_session_being_written(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    under_way, may_go = hold_the_saving(monkeypatch)
    answer_dialogs(monkeypatch, tmp_path / "late.metascope")
    trigger(window, "save.session")
    assert under_way.wait(SECONDS)
    threading.Timer(0.3, may_go.set).start()
    window.close()
    session.open_session(tmp_path / "late.metascope").close()
    settle()  # what was posted while it closed is dropped
    assert notices(window) == []


@pytest.mark.slow
def test_a_session_written_after_its_window_is_gone_disturbs_nobody(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = new_window(LIGHT)
    window.show()
    open_stage(qtbot, window)
    monkeypatch.setattr("metascope.scenes.files.open_and_save.PATIENCE", 0.05)
    under_way, may_go = hold_the_saving(monkeypatch)
    answer_dialogs(monkeypatch, tmp_path / "late.metascope")
    trigger(window, "save.session")
    assert under_way.wait(SECONDS)
    close(window)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    may_go.set()
    qtbot.waitUntil((tmp_path / "late.metascope").exists, timeout=LONGEST)
    settle()


@pytest.mark.slow
def test_two_savings_at_once_are_both_told(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "say", said.append)
    _, may_go = hold_the_saving(monkeypatch)
    for name in ("one.metascope", "two.metascope"):
        answer_dialogs(monkeypatch, tmp_path / name)
        trigger(window, "save.session")
    may_go.set()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=LONGEST)
    assert all(any(name in text for text in said) for name in ("one.metascope", "two.metascope"))


@pytest.mark.slow
def test_a_saving_that_ends_in_the_gallery_is_told(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 1)
    _, may_go = hold_the_saving(monkeypatch)
    answer_dialogs(monkeypatch, tmp_path / "late.metascope")
    trigger(window, "save.session")
    trigger(window, "file.gallery")
    may_go.set()
    qtbot.waitUntil(lambda: "late.metascope" in window.statusBar().currentMessage(), timeout=LONGEST)


@pytest.mark.slow
def test_stages_opened_and_closed_leave_nothing_behind(qtbot: QtBot, window: Window) -> None:
    times, gone = 10, list[ref[Stage]]()
    for _ in range(times):
        gone.append(ref(open_stage(qtbot, window, "two-dimensions", inner_steps=3)))
        run_steps(qtbot, the_stage(window), 2)
        trigger(window, "file.gallery")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [found() for found in gone] == [None] * times
    runs = [ref(node.run) for node in window.desk.tree.nodes]
    assert len(runs) == len(runners()) == times
    for key in [node.key for node in window.desk.tree.nodes]:
        window.desk.view.deleted.emit(key)
    qtbot.waitUntil(lambda: not runners(), timeout=LONGEST)
    gc.collect()
    assert [found() for found in runs] == [None] * times


def test_a_window_leaves_nothing_behind(qtbot: QtBot) -> None:
    window = new_window(LIGHT)
    with qtbot.waitExposed(window, timeout=LONGEST):
        window.show()
    open_stage(qtbot, window)
    gone = ref(window)
    window.close()
    window.deleteLater()
    del window
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    gc.collect()
    assert gone() is None
