"""Files: opened by dialog, drop, palette and the list of recent ones; what is none of ours is told once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event, current_thread
from threading import enumerate as enumerate_threads

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.shell import palette_entries
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.session import save
from metascope.simulator.engine.files.weights import WeightsInfo, dump, of_simulation
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories
from metascope.widgets.form.rows import ProblemLine
from metascope.widgets.window.drops import DropTarget
from metascope.widgets.window.progress import JobProgress
from tests.scenes.hands import asked, notices, run_steps, the_stage, trigger
from tests.tiers import first_quick
from tests.waiting import LONGEST, SECONDS
from tests.widgets.person import named


@pytest.fixture
def preset_file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.json"
    path.write_text(presets.dumps(presets.find("two-tasks")), "utf-8")
    return path


def data(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def drag(window: Window, mime: QMimeData) -> QDragEnterEvent:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(100, 100), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, event)
    return event


def drop(window: Window, mime: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drag(window, mime)
    QApplication.sendEvent(window, QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, mime, buttons, keys))


def hint(window: Window) -> str:
    found = window.findChild(DropTarget)
    assert isinstance(found, DropTarget)
    return found.hint


@pytest.mark.slow
def test_any_kind_of_file_is_opened_by_what_it_is(window: Window, preset_file: Path) -> None:
    nameless = preset_file.with_suffix("")
    preset_file.rename(nameless)
    assert window.open_path(nameless)
    assert the_stage(window).run.preset.title == presets.find("two-tasks").title


@pytest.mark.parametrize(("name", "content"), [("it.png", b"\x89PNG\r\n"), ("it.txt", b"hello"), ("it", b"")])
def test_what_is_no_file_of_ours_is_told_in_one_sentence(
    window: Window, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not window.open_path(path)
    assert notices(window) == [
        f"{path}: must be a scenario or a lesson (.json), a session (.metascope) or a weights file (.safetensors)"
    ]


def test_a_folder_and_a_missing_file_are_told(window: Window, tmp_path: Path) -> None:
    assert not window.open_path(tmp_path)
    assert "folder" in notices(window)[0]
    assert not window.open_path(tmp_path / "missing")
    assert "missing" in notices(window)[0]


def test_a_file_that_is_dragged_over_the_window_is_hinted_at(window: Window, preset_file: Path) -> None:
    assert drag(window, data(preset_file)).isAccepted()
    assert "mine.json" in hint(window)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert hint(window) == ""


def test_a_dropped_preset_is_opened(window: Window, preset_file: Path) -> None:
    drop(window, data(preset_file))
    assert the_stage(window).run.preset.name == "mine"
    assert hint(window) == ""


@pytest.mark.slow
def test_anything_else_that_is_dropped_is_told_once(qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path) -> None:
    picture = tmp_path / "it.png"
    picture.write_bytes(b"\x89PNG\r\n")
    text = QMimeData()
    text.setText("hello")
    for mime in (data(picture), data(picture, picture), text):
        drop(window, mime)
        assert len(notices(window)) == 1
        assert the_stage(window) is stage


def test_opened_files_are_listed_the_newest_first(window: Window, preset_file: Path) -> None:
    window.open_path(preset_file)
    other = preset_file.with_name("other.json")
    other.write_text(preset_file.read_text("utf-8"), "utf-8")
    window.open_path(other)
    assert recent_menu(window) == ["other.json", "mine.json"]
    trigger(window, "recent.clear")
    assert recent_menu(window) == []


@pytest.mark.slow
def test_a_file_that_is_gone_is_taken_off_the_list_with_a_message(window: Window, preset_file: Path) -> None:
    window.open_path(preset_file)
    preset_file.unlink()
    palette_entries.choose(window, f"recent {preset_file}")
    assert "no longer exists" in notices(window)[0]
    assert recent_menu(window) == []


def test_a_bad_file_is_not_listed(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text("{", "utf-8")
    window.open_path(path)
    assert recent_menu(window) == []


def recent_menu(window: Window) -> list[str]:
    menu = next(menu for menu in window.findChildren(QMenu) if window.actions_["recent.clear"] in menu.actions())
    menu.aboutToShow.emit()
    named = [action for action in menu.actions() if not action.isSeparator()]
    return [action.text() for action in named if action is not window.actions_["recent.clear"]]


@pytest.fixture
def weights_file(tmp_path: Path) -> Path:
    preset = presets.find("two-tasks")
    path = tmp_path / "mine.safetensors"
    path.write_bytes(of_simulation(all_stories()["landscapes"].load()(preset.settings), "landscapes"))
    return path


class Slow:
    """A story whose simulation is built no sooner than it may be."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may, self.threads = Event(), list[str]()
        real = all_stories()["landscapes"]
        build = real.load()

        def make(settings: Settings) -> Simulation:
            self.threads.append(current_thread().name)
            assert self.may.wait(SECONDS)
            return build(settings)

        story = replace(real, load=lambda: make)
        monkeypatch.setattr("metascope.scenes.files.formats.all_stories", lambda: {real.name: story})


@pytest.mark.slow
def test_weights_are_built_away_from_the_window_and_the_run_there_goes_on_meanwhile(
    qtbot: QtBot, window: Window, stage: Stage, weights_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)
    assert window.open_path(weights_file)
    run_steps(qtbot, stage, 2)
    assert the_stage(window) is stage
    assert window.findChild(JobProgress) is not None
    slow.may.set()
    qtbot.waitUntil(lambda: the_stage(window) is not stage, timeout=LONGEST)
    fresh = the_stage(window)
    qtbot.waitUntil(lambda: fresh.playback.shown is not None, timeout=LONGEST)
    assert fresh.run.preset.title == "Weights of mine.safetensors"
    assert not fresh.run.fresh
    assert slow.threads[0].startswith("metascope-building")
    assert window.file_actions.recent.paths()[0] == weights_file


@pytest.mark.slow
@pytest.mark.parametrize("way", ["cancel", "open another"])
def test_weights_that_are_not_wanted_any_more_are_not_opened(
    qtbot: QtBot,
    window: Window,
    stage: Stage,
    weights_file: Path,
    preset_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    slow = Slow(monkeypatch)
    assert window.open_path(weights_file)
    if way == "cancel":
        progress = window.findChild(JobProgress)
        assert isinstance(progress, JobProgress)
        progress.cancelled.emit()
    else:
        assert window.open_path(preset_file)
    there = the_stage(window)
    slow.may.set()
    qtbot.waitUntil(lambda: not any("building" in thread.name for thread in enumerate_threads()), timeout=LONGEST)
    QApplication.processEvents()
    assert the_stage(window) is there
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChild(JobProgress) is None


@pytest.mark.slow
def test_weights_for_which_there_is_no_memory_are_told_in_one_sentence(
    qtbot: QtBot, window: Window, stage: Stage, weights_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(settings: Settings) -> Simulation:
        raise RuntimeError("can't allocate memory: you tried to allocate 9 bytes")

    real = all_stories()["landscapes"]
    monkeypatch.setattr(
        "metascope.scenes.files.formats.all_stories", lambda: {real.name: replace(real, load=lambda: fail)}
    )
    assert window.open_path(weights_file)
    qtbot.waitUntil(lambda: bool(notices(window)), timeout=LONGEST)
    (said,) = notices(window)
    assert said == f"{weights_file}: cannot be built: can't allocate memory: you tried to allocate 9 bytes"
    assert the_stage(window) is stage


LARGE = {"starts": 32}  # which alone is more than the budget below


@pytest.fixture
def small_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have room for the scenarios that are opened here, and not for `LARGE`."""
    monkeypatch.setattr("metascope.simulator.engine.computing.budget", lambda: 1000)


REFUSED = "training with these settings takes about"


@pytest.mark.usefixtures("small_machine")
@pytest.mark.parametrize("suffix", first_quick(["safetensors", "json"]))
def test_what_asks_for_a_larger_machine_is_refused_before_it_is_built(
    qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path, suffix: str
) -> None:
    path, preset = tmp_path / f"a.{suffix}", presets.find("two-tasks")
    large = preset.settings.replaced(**LARGE)
    if suffix == "json":
        path.write_text(presets.dumps(replace(preset, settings=large)), "utf-8")
    else:
        weights = asked(qtbot, stage, lambda simulation: simulation.weights())
        path.write_bytes(dump(weights, WeightsInfo(preset.story, large, 0, 0)))
    window.open_path(path)
    qtbot.waitUntil(lambda: any(REFUSED in text for text in notices(window)), timeout=LONGEST)
    assert the_stage(window) is stage


@pytest.mark.slow
@pytest.mark.usefixtures("small_machine")
def test_a_session_of_a_larger_machine_can_be_looked_at(
    qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_steps(qtbot, stage, 3)
    save(tmp_path / "a.metascope", stage.run.head("a"), stage.run.runner.snapshot(SECONDS))
    monkeypatch.setattr("metascope.simulator.engine.computing.budget", lambda: 10)
    assert window.open_path(tmp_path / "a.metascope")
    opened = the_stage(window)
    qtbot.waitUntil(lambda: any(REFUSED in text for text in notices(window)), timeout=LONGEST)
    opened.timeline.outer_clock.go(2)
    qtbot.waitUntil(lambda: opened.playback.shown is not None and opened.playback.shown.step == 2, timeout=LONGEST)
    assert opened.run.runner.state is RunState.FAILED


@pytest.mark.slow
@pytest.mark.usefixtures("small_machine")
def test_settings_for_a_larger_machine_are_refused_in_the_form(window: Window, stage: Stage) -> None:
    stage.form.show_edit("starts", LARGE["starts"])
    named(stage.form, QPushButton, "Apply and restart").click()
    assert the_stage(window) is stage
    assert any(REFUSED in line.text() for line in stage.form.findChildren(ProblemLine))
