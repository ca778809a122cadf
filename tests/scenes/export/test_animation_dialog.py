"""The animation's dialog offers what was recorded, and what it starts stands in the status bar until it is over."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.export.animation_dialog import AnimationDialog, ask_animation, is_filming, start_animation
from metascope.scenes.export.animation_job import AnimationJob
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.errors import UserError
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.window.progress import JobProgress
from tests.scenes.hands import notices, run_steps
from tests.waiting import LONGEST, SECONDS
from tests.widgets.person import named

ROOT = Path(__file__).parents[3]


def dialog_of(window: Window, stage: Stage) -> AnimationDialog:
    """Ask as from the menu."""
    ask_animation(window, stage)
    found = [dialog for dialog in window.findChildren(AnimationDialog) if dialog.isVisible()]
    return found[-1]


def choose(dialog: QWidget, name: str, text: str) -> None:
    box = named(dialog, QComboBox, name)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def save_button(dialog: AnimationDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save…")


def said(dialog: AnimationDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


@pytest.fixture
def small(qtbot: QtBot, window: Window, stage: Stage) -> AnimationDialog:
    """Give the dialog after nine meta-steps, set to a small picture."""
    run_steps(qtbot, stage, 9)
    dialog = dialog_of(window, stage)
    named(dialog, NumberBox, "Width").setValue(320)
    named(dialog, NumberBox, "Height").setValue(200)
    return dialog


@pytest.mark.slow
def test_dialog_tells_how_long_the_animation_becomes(small: AnimationDialog) -> None:
    assert "10 frames, 0.5 seconds" in said(small)
    named(small, NumberBox, "Every n-th frame").setValue(2)
    named(small, NumberBox, "Speed").setValue(10)
    assert "5 frames, 0.5 seconds" in said(small)
    small.reject()


@pytest.mark.slow
def test_each_clock_asks_for_its_own_range(small: AnimationDialog, stage: Stage) -> None:
    outer = [named(small, NumberBox, name) for name in ("From meta-step", "To meta-step", "Every n-th frame")]
    inner: list[QWidget] = [named(small, NumberBox, "Meta-step"), named(small, QComboBox, "Method")]
    assert all(box.isVisible() for box in outer)
    assert not any(box.isVisible() for box in inner)
    choose(small, "Clock", "Inner clock: the inner steps of one meta-step")
    assert not any(box.isVisible() for box in outer)
    assert all(box.isVisible() for box in inner)
    film = small.film()
    shown = stage.playback.shown
    assert shown is not None
    assert film.shots == tuple((9, tick) for tick in range(shown.ticks()))
    assert film.options.inner
    small.reject()


def test_animation_is_made_and_its_progress_goes_when_it_is_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, window: Window, small: AnimationDialog
) -> None:
    path = tmp_path / "a.gif"
    monkeypatch.setattr("metascope.scenes.export.animation_dialog.ask_where_to_save", lambda *_: path)
    save_button(small).click()
    (job,) = window.findChildren(AnimationJob)
    assert is_filming(window)
    assert window.statusBar().findChild(JobProgress) is not None
    with qtbot.waitSignal(job.finished, timeout=LONGEST):
        pass
    qtbot.waitUntil(lambda: window.statusBar().findChild(JobProgress) is None, timeout=LONGEST)
    assert not is_filming(window)
    with Image.open(path) as gif:
        assert (gif.n_frames, gif.size) == (10, (320, 200))  # type: ignore[attr-defined]


@pytest.mark.slow
def test_one_animation_is_made_at_a_time(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: AnimationDialog
) -> None:
    film = small.film()
    small.reject()
    job = start_animation(window, stage, film, tmp_path / "a.gif")
    with pytest.raises(UserError, match="another animation is being made"):
        start_animation(window, stage, film, tmp_path / "b.gif")
    dialog = dialog_of(window, stage)
    assert not save_button(dialog).isEnabled()
    dialog.reject()
    job.cancel()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_cancel_in_the_status_bar_stops_it(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: AnimationDialog
) -> None:
    film = small.film()
    small.reject()
    job = start_animation(window, stage, film, tmp_path / "a.gif")
    progress = window.statusBar().findChild(JobProgress)
    assert isinstance(progress, JobProgress)
    with qtbot.waitSignal(job.ended, timeout=LONGEST):
        progress.cancelled.emit()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_closing_the_window_ends_it(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: AnimationDialog
) -> None:
    film = small.film()
    small.reject()
    job = start_animation(window, stage, film, tmp_path / "a.gif")
    with qtbot.waitSignal(job.progressed, timeout=LONGEST, check_params_cb=lambda done, *_: done == 2):
        pass
    window.close()
    assert not job.busy
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_going_back_to_the_gallery_lets_it_finish(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: AnimationDialog
) -> None:
    film = small.film()
    small.reject()
    job = start_animation(window, stage, film, tmp_path / "a.gif")
    window.show_gallery()
    with qtbot.waitSignal(job.finished, timeout=LONGEST):
        pass
    assert [found.name for found in tmp_path.iterdir()] == ["a.gif"]


@pytest.mark.slow
def test_what_cannot_be_written_is_told_in_the_window(
    qtbot: QtBot, tmp_path: Path, window: Window, stage: Stage, small: AnimationDialog
) -> None:
    film = small.film()
    small.reject()
    job = start_animation(window, stage, film, tmp_path / "no" / "a.gif")
    with qtbot.waitSignal(job.ended, timeout=LONGEST):
        pass
    assert any("cannot be written" in text for text in notices(window))


@pytest.mark.slow
def test_dialog_says_what_to_install(monkeypatch: pytest.MonkeyPatch, window: Window, stage: Stage) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "PIL" else find(name))
    dialog = dialog_of(window, stage)
    assert named(dialog, QComboBox, "File").currentText() == "MP4"
    assert save_button(dialog).isEnabled()
    choose(dialog, "File", "GIF")
    assert not save_button(dialog).isEnabled()
    assert any('pip install "metascope[video]"' in text for text in said(dialog))
    dialog.reject()


@pytest.mark.slow
def test_nothing_else_needs_the_extra() -> None:
    """The window's modules import where Pillow and imageio-ffmpeg are not installed."""
    code = (
        "import sys; sys.modules['PIL'] = sys.modules['imageio_ffmpeg'] = None\n"
        "from metascope.scenes.export import animation_dialog, figure_dialog, script\n"
        "import metascope.scenes.stage.stage, scenes.shell.window\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
