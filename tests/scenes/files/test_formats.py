"""What is taken out of a run: it opens again in the program, and without it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import safetensors.torch
import torch
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.widgets.views.view import View
from tests.scenes.hands import answer_dialogs, asked, open_stage, run_steps, settings_of, the_stage, trigger
from tests.tiers import first_quick
from tests.waiting import LONGEST


@pytest.mark.slow
def test_weights_open_again_and_go_on_from_there(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 30)
    trained = asked(qtbot, stage, lambda simulation: simulation.weights())
    path = tmp_path / "trained.safetensors"
    answer_dialogs(monkeypatch, path)
    trigger(window, "save.weights")
    qtbot.waitUntil(path.exists, timeout=LONGEST)
    trigger(window, "file.open")
    qtbot.waitUntil(lambda: the_stage(window) is not stage, timeout=LONGEST)
    fresh = the_stage(window)
    qtbot.waitUntil(lambda: fresh.playback.shown is not None, timeout=LONGEST)
    found = asked(qtbot, fresh, lambda simulation: simulation.weights())
    assert all(torch.equal(found[name], tensor) for name, tensor in trained.items())
    assert settings_of(qtbot, fresh) == presets.find("two-tasks").settings.model_dump(mode="json")


@pytest.mark.slow
def test_weights_open_with_safetensors_alone(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 3)
    trained = asked(qtbot, stage, lambda simulation: simulation.weights())
    path = tmp_path / "trained.safetensors"
    answer_dialogs(monkeypatch, path)
    trigger(window, "save.weights")
    qtbot.waitUntil(path.exists, timeout=LONGEST)
    found = safetensors.torch.load_file(path)
    assert found.keys() == trained.keys()
    assert all(torch.equal(found[name], tensor) for name, tensor in trained.items())
    with safetensors.safe_open(path, "pt") as file:
        metadata = file.metadata()
    assert (metadata["story"], metadata["step"]) == ("landscapes", "3")
    assert json.loads(metadata["settings"])["inner_steps"] == 20


@pytest.mark.slow
def test_weights_are_saved_while_training_goes_on(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage.run.runner.throttle(50.0)
    trigger(window, "run.play")
    path = tmp_path / "trained.safetensors"
    answer_dialogs(monkeypatch, path)
    trigger(window, "save.weights")
    qtbot.waitUntil(path.exists, timeout=LONGEST)
    step = stage.timeline.clocks.outer.newest
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > step, timeout=LONGEST)


def test_a_preset_opens_again_with_its_live_changes(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage = open_stage(qtbot, window, starts=2)
    stage.form.live_changed.emit("inner_rate", 0.25, False)
    qtbot.waitUntil(lambda: stage.settings.model_dump()["inner_rate"] == 0.25, timeout=LONGEST)
    path = tmp_path / "mine.json"
    answer_dialogs(monkeypatch, path)
    trigger(window, "save.preset")
    saved = presets.read(path)
    assert (saved.title, saved.settings) == (presets.find("two-tasks").title, stage.settings)
    trigger(window, "file.open")
    fresh = the_stage(window)
    qtbot.waitUntil(lambda: fresh.playback.shown is not None, timeout=LONGEST)
    found = settings_of(qtbot, fresh)
    assert (found["starts"], found["inner_rate"]) == (2, 0.25)


@pytest.mark.slow
def test_metrics_are_saved_as_a_table(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 10)
    answer_dialogs(monkeypatch, tmp_path / "metrics.csv")
    trigger(window, "save.metrics_csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "metrics.csv").read_text())))
    assert [row["step"] for row in rows] == [str(step) for step in range(11)]
    frame = stage.playback.shown
    assert frame is not None
    assert float(rows[-1]["maml.loss_after"]) == frame.metrics["maml.loss_after"]


@pytest.mark.slow
def test_tables_have_decimal_commas_where_a_person_prefers_them(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 3)
    window.set_preferences(window.preferences.replaced(european_tables=True))
    answer_dialogs(monkeypatch, tmp_path / "metrics.csv")
    trigger(window, "save.metrics_csv")
    view = stage.scene.views()[0]
    answer_dialogs(monkeypatch, tmp_path / "view.csv")
    choose(view, "csv")
    for name in ("metrics.csv", "view.csv"):
        header, *lines = (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()
        assert header.count(";") > 1
        assert "." not in "".join(lines)
        assert any("," in line for line in lines)


@pytest.mark.slow
def test_metrics_are_saved_as_json(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_steps(qtbot, stage, 10)
    answer_dialogs(monkeypatch, tmp_path / "metrics.json")
    trigger(window, "save.metrics_json")
    table = json.loads((tmp_path / "metrics.json").read_text())
    assert table["step"] == list(range(11))
    assert len(table["maml.loss_after"]) == 11


@pytest.mark.slow
def test_the_main_picture_is_saved_from_the_menu(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_dialogs(monkeypatch, tmp_path / "picture.png")
    trigger(window, "save.picture")
    assert not QImage(str(tmp_path / "picture.png")).isNull()


@pytest.mark.parametrize("wanted", first_quick(["png", "svg", "pdf", "csv"]))
def test_every_view_is_saved_from_its_own_menu(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wanted: str
) -> None:
    run_steps(qtbot, stage, 3)
    for view in stage.scene.views():
        path = tmp_path / f"{view.name}.{wanted}"
        answer_dialogs(monkeypatch, path)
        choose(view, wanted)
        assert path.stat().st_size > 100


@pytest.mark.slow
def test_a_picture_is_copied(qtbot: QtBot, stage: Stage) -> None:
    QGuiApplication.clipboard().clear()
    choose(stage.scene.views()[0], "copy")
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.slow
def test_changing_ones_mind_in_the_dialog_writes_nothing(
    window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("metascope.scenes.files.open_and_save.ask_where_to_save", lambda *_: None)
    for id in ("save.preset", "save.weights", "save.metrics_csv", "save.picture"):
        trigger(window, id)
    assert not list(tmp_path.iterdir())


def choose(view: View, wanted: str) -> None:
    """Choose an entry of a view's menu."""
    assert any(button.menu() is view.menu() for button in view.findChildren(QToolButton))
    next(action for action in view.menu().actions() if action.data() == wanted).trigger()
