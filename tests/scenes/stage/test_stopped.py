"""A run that has stopped says why, and what it offers helps: another device, another folder, the traceback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.runs.run import Run, start_run
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files import presets, weights
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.session import save
from metascope.simulator.engine.running.runner import RunState
from tests.contracts.runs import light
from tests.scenes.hands import asked, notices, open_stage, run_steps, the_stage, trigger
from tests.scenes.runs.test_elsewhere import digits, forget_pictures, on_a_gpu, with_folder
from tests.waiting import LONGEST, SECONDS, until


@pytest.fixture(autouse=True)
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)


def offered(window: Window, text: str) -> QPushButton:
    """Return the button with this text, which the notice of a run that has stopped has."""
    found = [button for button in the_stage(window).findChildren(QPushButton) if button.text() == text]
    assert found, notices(window)
    return found[0]


def stopped(qtbot: QtBot, window: Window) -> Run:
    """Wait until the run on the stage has stopped and says so."""
    qtbot.waitUntil(lambda: window.stage is not None, timeout=LONGEST)  # weights are read in a thread
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.FAILED, timeout=LONGEST)
    stage.playback.refresh()
    return stage.run


@pytest.mark.parametrize("by_key", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_a_session_of_a_gpu_goes_on_on_the_cpu_in_a_branch(
    qtbot: QtBot, window: Window, tmp_path: Path, by_key: bool
) -> None:
    stage = open_stage(qtbot, window, light(presets.find("sine-maml")))
    run_steps(qtbot, stage, 3)
    run, past = stage.run, stage.run.runner.snapshot(SECONDS)
    there = replace(run, settings=run.settings.replaced(device="cuda"))
    past = replace(past, checkpoints=tuple(on_a_gpu(one) for one in past.checkpoints))
    save(tmp_path / "a.metascope", there.head("a"), past)

    assert window.open_path(tmp_path / "a.metascope")
    opened = stopped(qtbot, window)
    assert any("Press Space to train the rest on the CPU, in a branch" in text for text in notices(window))
    assert the_stage(window).timeline.clocks.outer.newest == 3  # it can be looked at
    window._show_status()
    assert window._status._state.text() == "Trained on a GPU. Press Space to train the rest on the CPU"
    if by_key:
        trigger(window, "run.play")
    else:
        offered(window, "Use the CPU").click()
        the_stage(window).training.train()
    branch = the_stage(window).run
    assert branch is not opened
    assert (branch.settings.model_dump()["device"], branch.recording.origin) == ("cpu", 3)
    assert window.desk.tree[window.desk.tree.key_of(branch) or 0].parent == window.desk.tree.key_of(opened)
    assert any("the rest is trained on the CPU, in this branch" in text for text in notices(window))
    qtbot.waitUntil(lambda: branch.recording.newest_step > 3, timeout=LONGEST)


@pytest.mark.slow
def test_a_scenario_for_a_gpu_starts_on_the_cpu_if_a_person_wants(qtbot: QtBot, window: Window) -> None:
    preset = light(presets.find("sine-maml"))
    window.open_preset(preset, preset.settings.replaced(device="cuda"))
    stopped(qtbot, window)
    assert any("Press Space to start it on the CPU" in text for text in notices(window))
    the_stage(window).training.train()
    run = the_stage(window).run
    assert run.settings.model_dump()["device"] == "cpu"
    qtbot.waitUntil(lambda: run.recording.newest_step > 0, timeout=LONGEST)
    assert len(window.desk.tree.nodes) == 1


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["weights", "session"])
def test_where_the_data_have_moved_a_person_chooses_the_folder(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folder = digits(tmp_path / "digits")
    preset = with_folder(folder)
    run = start_run(preset, preset.settings)
    until(lambda: run.runner.state is RunState.IDLE)
    run.runner.run(2)
    until(lambda: run.runner.state is RunState.PAUSED)
    was = run.runner.ask(lambda simulation: simulation.weights()).result(SECONDS)
    info = weights.WeightsInfo(preset.story, preset.settings, 2, 0)
    atomic_write(tmp_path / "a.safetensors", weights.dump(was, info))
    save(tmp_path / "a.metascope", run.head("a"), run.runner.snapshot(SECONDS))
    assert run.end(SECONDS)
    moved = folder.rename(tmp_path / "moved")
    forget_pictures()

    assert window.open_path(tmp_path / {"weights": "a.safetensors", "session": "a.metascope"}[kind])
    opened = stopped(qtbot, window)
    monkeypatch.setattr("metascope.scenes.stage.training.ask_for_data", lambda *_: moved)
    offered(window, "Choose folder").click()
    stage = the_stage(window)
    assert stage.run is not opened
    assert stage.run.settings.model_dump()["folder"] == str(moved)
    qtbot.waitUntil(lambda: stage.run.runner.state is RunState.IDLE, timeout=LONGEST)
    now = asked(qtbot, stage, lambda simulation: simulation.weights())
    assert all(was[name].equal(tensor) for name, tensor in now.items())
    assert len(window.desk.tree.nodes) == {"weights": 1, "session": 2}[kind]
