"""Bad files and failing runs: one notice that names every problem, and the run goes on untouched."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.files.formats import save_weights
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets, weights
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from metascope.widgets.look.text import localized
from metascope.widgets.window.notice import ErrorDialog, Notice
from tests.scenes.hands import (
    answer_dialogs,
    let_the_story_be,
    notices,
    open_stage,
    problem_beside,
    run_steps,
    settle,
    the_stage,
    trigger,
    wait_for,
)
from tests.tiers import first_quick
from tests.waiting import LONGEST
from tests.widgets.person import named


def good() -> dict[str, object]:
    document = json.loads(presets.dumps(presets.find("two-tasks")))
    assert isinstance(document, dict)
    return document


def text_of(**changes: object) -> bytes:
    return json.dumps({**good(), **changes}).encode()


BAD_PRESETS: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "truncated": (text_of()[:200], ("JSON",)),
    "empty": (b"", ("JSON",)),
    "not text": (b"\xff\xfe\x00\x80", ("UTF-8",)),
    "a list": (b"[]", ("object",)),
    "NaN": (text_of().replace(b'"expected_seconds": ', b'"expected_seconds": NaN, "was": '), ("finite",)),
    "duplicate keys": (text_of().replace(b'"title"', b'"title": "x", "title"'), ("title", "once")),
    "unknown names": (text_of(sotry="x", settings={"innr_rate": 1.0}), ("sotry", "innr_rate", "inner_rate")),
    "future version": (text_of(metascope=3), ("newer",)),
    "wrong story": (text_of(story="seascapes"), ("seascapes", "landscapes")),
    "bad settings": (text_of(settings={"inner_rate": -1.0, "starts": "two"}), ("inner_rate", "starts")),
    "too deep": (b"[" * 5000 + b"]" * 5000, ("deep",)),
    "too large": (b" " * (2 << 20), ("bytes",)),
}


@pytest.mark.parametrize("case", first_quick(BAD_PRESETS))
def test_a_bad_preset_is_told_in_one_notice_and_the_run_goes_on(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: str
) -> None:
    content, named = BAD_PRESETS[case]
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert_refused(qtbot, window, stage, monkeypatch, path, "file.open", named)


def good_weights(window: Window, qtbot: QtBot, path: Path) -> None:
    """Save the weights of the open run."""
    future = save_weights(the_stage(window).run, path)
    qtbot.waitUntil(future.done, timeout=LONGEST)
    future.result()


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def _foreign(path: Path) -> None:
    path.write_bytes(safetensors.torch.save({"maml.phi": torch.zeros(1, 1)}))


def _rewritten(path: Path, tensors: dict[str, torch.Tensor], **metadata: str) -> None:
    """Write what a program would that knows how a file is sealed."""
    info, old = weights.load(path)
    whole = weights.dump({**old, **tensors}, info)
    if metadata:
        size = int.from_bytes(whole[:8], "little")
        header = json.loads(whole[8 : 8 + size])
        header["__metadata__"] |= metadata
        text = json.dumps(header).encode()
        whole = len(text).to_bytes(8, "little") + text + whole[8 + size :]
    path.write_bytes(whole)


def _misshapen(path: Path) -> None:
    _rewritten(path, {"maml.phi": torch.zeros(3, 2, dtype=torch.float64)})


def _strange(path: Path) -> None:
    _rewritten(path, {"moml.phi": torch.zeros(1, 1, dtype=torch.float64)})


def _future(path: Path) -> None:
    _rewritten(path, {}, metascope_format="4")


def _not_finite(path: Path) -> None:
    data = path.read_bytes()
    number = torch.tensor([math.nan], dtype=torch.float64).numpy().tobytes()
    path.write_bytes(data[:-8] + number)


BAD_WEIGHTS: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "truncated": (_truncated, ("safetensors",)),
    "empty": (lambda path: path.write_bytes(b""), ("safetensors",)),
    "changed": (_flipped, ("SHA-256",)),
    "NaN": (_not_finite, ("finite", "SHA-256")),
    "foreign": (_foreign, ("Metascope",)),
    "wrong shape": (_misshapen, ("maml.phi", "shape")),
    "unknown names": (_strange, ("moml.phi",)),
    "future version": (_future, ("format", "4")),
    "a preset": (lambda path: path.write_bytes(text_of()), ("safetensors",)),
    "missing": (lambda path: path.unlink(), ("bad.safetensors",)),
}


@pytest.mark.parametrize("case", first_quick(BAD_WEIGHTS))
def test_bad_weights_are_told_in_one_notice_and_the_run_goes_on(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: str
) -> None:
    spoil, named = BAD_WEIGHTS[case]
    path = tmp_path / "bad.safetensors"
    good_weights(window, qtbot, path)
    spoil(path)
    assert_refused(qtbot, window, stage, monkeypatch, path, "file.open", named)


def assert_refused(
    qtbot: QtBot,
    window: Window,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    path: Path,
    action: str,
    named: tuple[str, ...],
) -> None:
    """Open a file while training, and fail unless it is refused in one notice with these words and the run goes on."""
    answer_dialogs(monkeypatch, path)
    stage.run.runner.throttle(50.0)
    trigger(window, "run.play")
    trigger(window, action)
    qtbot.waitUntil(lambda: any(str(path) in text for text in notices(window)), timeout=LONGEST)
    assert the_stage(window) is stage
    said = [text for text in notices(window) if str(path) in text]
    assert len(said) == 1, notices(window)
    assert all(word in said[0] for word in named), said
    assert "Traceback" not in said[0]
    step = stage.timeline.clocks.outer.newest
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > step, timeout=LONGEST)
    assert stage.run.runner.state is RunState.RUNNING


@pytest.mark.slow
def test_a_good_preset_takes_the_notice_away(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "it.json"
    answer_dialogs(monkeypatch, path)
    path.write_bytes(b"{")
    trigger(window, "file.open")
    assert notices(window)
    path.write_bytes(text_of())
    trigger(window, "file.open")
    assert the_stage(window) is not stage
    assert not notices(window)


@pytest.mark.slow
def test_a_divergence_shows_its_reason_and_keeps_the_last_good_picture(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "diverging", inner_rate=10.0, inner_steps=50, outer_rate=10.0)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.FAILED)
    assert stage.run.runner.reason is not None
    assert any(localized(stage.run.runner.reason) in text for text in notices(window))
    assert stage.playback.shown is stage.run.runner.newest


@pytest.mark.slow
def test_a_run_that_diverged_is_mended_and_trained_on(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window, "diverging", inner_rate=10.0, inner_steps=50, outer_rate=10.0)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.FAILED)
    for name, value in (("inner_rate", 0.1), ("outer_rate", 0.01)):
        stage.run.runner.change(name, value)
    stage.scene.changed.emit("phi", {"method": None, "to": [0.5]}, False)
    before = stage.timeline.clocks.outer.newest
    trigger(window, "run.play")
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > before + 3, timeout=LONGEST)
    qtbot.waitUntil(lambda: not notices(window), timeout=LONGEST)


@pytest.mark.slow
def test_the_last_good_weights_of_a_failed_run_can_be_saved(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage = open_stage(qtbot, window, "diverging", inner_rate=10.0, inner_steps=50, outer_rate=10.0)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.FAILED)
    path = tmp_path / "last.safetensors"
    answer_dialogs(monkeypatch, path)
    trigger(window, "save.weights")
    qtbot.waitUntil(path.exists, timeout=LONGEST)
    assert all(torch.isfinite(tensor).all() for tensor in safetensors.torch.load(path.read_bytes()).values())


@pytest.mark.slow
def test_a_defect_in_a_step_is_told_with_its_details(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: LandscapesSimulation) -> Frame:
        raise ZeroDivisionError("one over nought")

    monkeypatch.setattr(LandscapesSimulation, "step", fail)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.FAILED)
    assert any("one over nought" in text for text in notices(window))
    assert stage.playback.shown is stage.run.runner.newest is not None
    next(notice for notice in stage.findChildren(Notice) if notice.text).acted.emit()
    dialogs = window.findChildren(ErrorDialog)
    assert len(dialogs) == 1
    dialogs[0].close()


def test_a_scenario_that_cannot_be_prepared_says_why(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(settings: Settings) -> Simulation:
        raise MemoryError("too much")

    let_the_story_be(monkeypatch, fail)
    window.open_preset(presets.find("two-tasks"))
    stage = the_stage(window)
    wait_for(qtbot, stage, RunState.FAILED)
    assert any("too much" in text for text in notices(window))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "title"), [("mnist", "MNIST folder"), ("mann-omniglot", "Folder of pictures")])
def test_data_that_a_scenario_needs_are_asked_for_once(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, title: str
) -> None:
    window.open_preset(presets.find(name))
    stage = the_stage(window)
    wait_for(qtbot, stage, RunState.FAILED)
    qtbot.waitUntil(lambda: bool(notices(window)), timeout=LONGEST)
    settle()
    assert notices(window) == [f"This scenario learns from data of yours. Choose where they are: {title}."]
    assert problem_beside(stage, "folder") == ""
    said = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "must name" not in said
    assert "error" not in said
    stage.training.train()
    settle()
    said = " ".join(label.text() for label in stage.findChildren(QLabel) if label.isVisible())
    assert "Getting ready" not in said, "nothing does that"
    monkeypatch.setattr("metascope.scenes.stage.training.ask_for_data", lambda *_: tmp_path)
    named(stage, QPushButton, "Choose folder").click()
    assert the_stage(window) is not stage
    assert the_stage(window).run.settings.model_dump()["folder"] == str(tmp_path)


@pytest.mark.slow
def test_what_is_wrong_with_a_folder_is_told_beside_its_setting(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    preset = presets.find("mnist")
    window.open_preset(preset, preset.settings.replaced(folder=str(tmp_path)))
    stage = the_stage(window)
    wait_for(qtbot, stage, RunState.FAILED)
    assert any("could not start" in text and "idx3-ubyte" in text for text in notices(window))
    qtbot.waitUntil(lambda: "idx3-ubyte" in problem_beside(stage, "folder"), timeout=LONGEST)


def test_a_folder_that_is_not_there_is_told_in_one_notice_and_the_run_before_goes_on(
    qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 2)
    preset = presets.find("omniglot-starts")
    window.open_preset(preset, preset.settings.replaced(folder=str(tmp_path / "nowhere")))
    wait_for(qtbot, the_stage(window), RunState.FAILED)
    qtbot.waitUntil(lambda: "must be a folder" in problem_beside(the_stage(window), "folder"), timeout=LONGEST)
    (told,) = notices(window)
    assert told.count(str(tmp_path / "nowhere")) == 1
    window.desk.view.chosen.emit(window.desk.tree.key_of(stage.run))
    assert the_stage(window).run is stage.run
    run_steps(qtbot, the_stage(window), 2)
    assert stage.run.recording.newest_step == 4
    assert not notices(window)


@pytest.mark.slow
def test_weights_that_cannot_be_written_are_told(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 2)
    answer_dialogs(monkeypatch, tmp_path / "no" / "such" / "folder.safetensors")
    trigger(window, "save.weights")
    qtbot.waitUntil(lambda: any("cannot be written" in text for text in notices(window)), timeout=LONGEST)
    assert the_stage(window) is stage
