"""What the tests of the window share: opening a scenario, waiting for it, and finding its parts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.runs.run import Run
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from metascope.widgets.clock.track import Track
from metascope.widgets.form.rows import ProblemLine, SettingRow
from metascope.widgets.look.caption import Caption
from metascope.widgets.window.notice import Notice
from tests.waiting import LONGEST
from tests.widgets.person import named

T = TypeVar("T")


def worker(run: Run) -> Runner:
    """Return what trains a run, which is trained in this process."""
    assert isinstance(run.runner, Runner)
    return run.runner


def open_stage(qtbot: QtBot, window: Window, preset: Preset | str = "two-tasks", **values: object) -> Stage:
    """Open a scenario, with other settings where given, and wait until it is ready; it plays as fast as it goes."""
    found = presets.find(preset) if isinstance(preset, str) else preset
    window.open_preset(found, found.settings.replaced(**values))
    stage = the_stage(window)
    stage.run.runner.throttle(None)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    return stage


def the_stage(window: Window) -> Stage:
    """Return the stage that is open."""
    assert window.stage is not None, "no scenario is open"
    return window.stage


def wait_for(qtbot: QtBot, stage: Stage, *states: RunState) -> None:
    """Wait until the run is in one of the states and the window knows."""
    qtbot.waitUntil(lambda: stage.run.runner.state in states, timeout=LONGEST)
    stage.playback.refresh()


def run_steps(qtbot: QtBot, stage: Stage, count: int) -> None:
    """Do so many meta-steps and wait until they are done and drawn."""
    stage.run.runner.run(count)
    wait_for(qtbot, stage, RunState.PAUSED, RunState.FINISHED)


def asked(qtbot: QtBot, stage: Stage, question: Callable[[Simulation], T]) -> T:
    """Ask the simulation, on its own thread."""
    future: Future[T] = stage.run.runner.ask(question)
    qtbot.waitUntil(future.done, timeout=LONGEST)
    return future.result()


def settings_of(qtbot: QtBot, stage: Stage) -> dict[str, object]:
    """Return the settings that the simulation has now."""
    return asked(qtbot, stage, lambda simulation: simulation.settings.model_dump(mode="json"))


def trigger(window: Window, id: str) -> None:
    """Choose an action, as from its menu."""
    action = window.actions_[id]
    assert action.isEnabled(), f"{id} cannot be chosen now"
    action.trigger()


def outer_track(stage: Stage) -> Track:
    """Return the outer clock's track."""
    return named(stage.timeline, Track, "Meta-step")


def inner_track(stage: Stage) -> Track:
    """Return the inner clock's track."""
    return named(stage.timeline, Track, "Inner")


def caption(stage: Stage) -> str:
    """Return the sentence of the inner tick that is looked at."""
    found = stage.timeline.findChild(Caption)
    assert isinstance(found, Caption)
    return found.text()


def row_of(stage: Stage, setting: str) -> SettingRow:
    """Return a setting's row in the form."""
    return next(row for row in stage.form.findChildren(SettingRow) if row.declared.name == setting)


def problem_beside(stage: Stage, setting: str) -> str:
    """Return what is said to be wrong beside a setting's control; empty where nothing is."""
    found = row_of(stage, setting).findChild(ProblemLine)
    assert isinstance(found, ProblemLine)
    return found.text()


def notices(inside: QWidget) -> list[str]:
    """Return what the banners say that are up."""
    return [notice.text for notice in inside.findChildren(Notice) if notice.text]


def let_the_story_be(monkeypatch: pytest.MonkeyPatch, make: Callable[[Settings], Simulation]) -> None:
    """Have the landscapes' scenarios learn by another simulation from now on."""
    real = all_stories()["landscapes"]
    story = replace(real, load=lambda: make)
    monkeypatch.setattr("metascope.scenes.runs.run.all_stories", lambda: {real.name: story})


def answer_dialogs(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Have every file dialog answered with this path."""
    monkeypatch.setattr("metascope.scenes.files.open_and_save.ask_where_to_save", lambda *_: path)
    monkeypatch.setattr("metascope.scenes.files.open_and_save.ask_what_to_open", lambda *_: path)


def settle() -> None:
    """Let what is due happen."""
    QApplication.processEvents()


def branched(qtbot: QtBot, window: Window, step: int) -> Stage:
    """Go on from a meta-step in a branch, and return its stage, drawn."""
    window.desk.branches.continue_from(step)
    stage = the_stage(window)
    stage.run.runner.throttle(None)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    return stage
