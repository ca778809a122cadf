"""Folders and pictures of a person's that cannot be used: one message names file and need, and the run goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.picture_starts.frame import StartsFrame
from metascope.widgets.draw.canvas import DrawingCanvas
from metascope.widgets.draw.pad import DrawingPad
from metascope.widgets.episode.table import EpisodeTable
from tests.contracts.runs import light
from tests.scenes.hands import notices, open_stage, problem_beside, run_steps, the_stage, trigger, wait_for
from tests.simulator.tasks.images.samples import CHARACTER, DRAWING, Files, classes, folder, omniglot, packed
from tests.tiers import first_quick
from tests.waiting import LONGEST
from tests.widgets.draw.test_reading import huge, saved
from tests.widgets.person import named


@pytest.fixture
def arena(qtbot: QtBot, window: Window) -> Stage:
    """Give the stage of an episode that three methods answer while they are trained."""
    return training(qtbot, window, "your-alphabet")


@pytest.fixture(params=["fast-weights", "characters-maml"])
def other(request: pytest.FixtureRequest, qtbot: QtBot, window: Window) -> Stage:
    """Give the stage of another story of episodes, while it trains."""
    return training(qtbot, window, request.param)


def training(qtbot: QtBot, window: Window, scenario: str) -> Stage:
    """Open a scenario and play it without an end."""
    stage = open_stage(qtbot, window, light(find(scenario)), steps=1_000_000)
    stage.run.runner.throttle(50.0)
    trigger(window, "run.play")
    wait_for(qtbot, stage, RunState.RUNNING)
    return stage


def goes_on(qtbot: QtBot, window: Window, stage: Stage) -> None:
    """Fail unless the run is still on the stage, and trains."""
    assert the_stage(window) is stage
    step = stage.timeline.clocks.outer.newest
    qtbot.waitUntil(lambda: stage.timeline.clocks.outer.newest > step, timeout=LONGEST)
    assert stage.run.runner.state is RunState.RUNNING


def huge_picture(path: Path) -> bytes:
    return huge(path / "huge.png", 7_000).read_bytes()


def _omniglot(path: Path, changed: Files) -> Path:
    return folder(path / "set", omniglot() | changed)


BAD_FOLDERS: dict[str, tuple[str, Callable[[Path], Path], tuple[str, ...]]] = {
    "an unreadable picture": (
        "omniglot",
        lambda path: _omniglot(path, {CHARACTER: b"hello"}),
        (CHARACTER, "must be a complete PNG or JPEG picture"),
    ),
    "a huge picture": (
        "omniglot",
        lambda path: _omniglot(path, {CHARACTER: huge_picture(path)}),
        (CHARACTER, "512 pixels along an edge, not 7000 × 7000"),
    ),
    "a missing folder": ("omniglot", lambda path: path / "none", ("none", "must be a folder or zip file of Omniglot")),
    "an empty folder": ("omniglot", lambda path: path, ("must have pictures in the layout",)),
    "a zip of something else": ("omniglot", lambda path: packed(path, {"a.txt": b"?"}), (".zip", "in the layout")),
    "too few alphabets": ("omniglot", lambda path: _omniglot(path, {}), ("alphabets", "too few")),
    "too few classes": ("folders", lambda path: folder(path / "set", classes(names=("a", "b"))), ("set", "classes")),
    "an unreadable drawing": (
        "folders",
        lambda path: folder(path / "set", classes() | {DRAWING: b"hello"}),
        (DRAWING, "must be a PNG, JPEG, BMP or WebP picture"),
    ),
    "no idx file": ("mnist", lambda path: path, ("idx3-ubyte",)),
}


@pytest.mark.parametrize("case", first_quick(BAD_FOLDERS))
def test_a_folder_that_cannot_be_used_is_told_once_and_the_run_goes_on(
    qtbot: QtBot, window: Window, arena: Stage, tmp_path: Path, case: str
) -> None:
    assert_folder_is_refused(qtbot, window, arena, tmp_path, case)


def test_so_it_is_in_other_stories_of_episodes(qtbot: QtBot, window: Window, other: Stage, tmp_path: Path) -> None:
    assert_folder_is_refused(qtbot, window, other, tmp_path, "an unreadable picture")


def assert_folder_is_refused(qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path, case: str) -> None:
    """Fail unless a folder is refused beside its setting and in one notice, and the run goes on without it."""
    kind, make, said = BAD_FOLDERS[case]
    path = make(tmp_path)
    runs = len(window.desk.tree.nodes)
    stage.form.show_edit("pictures", kind)
    stage.form.show_edit("folder", str(path))
    named(stage.form, QPushButton, "Apply and restart").click()
    qtbot.waitUntil(lambda: bool(notices(window)), timeout=LONGEST)
    (told,) = notices(window)
    assert told.startswith("Folder of pictures: ")
    assert all(part in told for part in said), told
    assert all(part in problem_beside(stage, "folder") for part in said)
    goes_on(qtbot, window, stage)
    assert len(window.desk.tree.nodes) == runs
    assert stage.form.pending()["folder"] == str(path)  # to be corrected
    assert stage.settings.model_dump()["pictures"] == "glyphs"


def test_a_folder_that_can_be_used_takes_the_runs_place(
    qtbot: QtBot, window: Window, arena: Stage, tmp_path: Path
) -> None:
    path = folder(tmp_path, classes(names=tuple("abcdefghi")))
    for name, value in {"pictures": "folders", "folder": str(path), "train_ways": 3, "train_queries": 1}.items():
        arena.form.show_edit(name, value)
    arena.form.show_edit("queries", 1)
    named(arena.form, QPushButton, "Apply and restart").click()
    assert the_stage(window) is arena
    qtbot.waitUntil(lambda: the_stage(window) is not arena, timeout=LONGEST)
    stage = the_stage(window)
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)
    assert stage.run.settings.model_dump()["folder"] == str(path)
    assert stage.run.runner.state is RunState.IDLE
    assert arena.run.runner.state is RunState.PAUSED
    assert (notices(window), stage.form.pending()) == ([], {})
    run_steps(qtbot, stage, 1)


@pytest.mark.slow
def test_a_run_that_is_left_before_a_folder_was_read_is_left_for_good(
    qtbot: QtBot, window: Window, arena: Stage, tmp_path: Path
) -> None:
    arena.form.show_edit("pictures", "omniglot")
    arena.form.show_edit("folder", str(_omniglot(tmp_path, {CHARACTER: b"hello"})))
    named(arena.form, QPushButton, "Apply and restart").click()
    other = open_stage(qtbot, window)
    run_steps(qtbot, other, 3)
    qtbot.wait(500)
    assert (the_stage(window), notices(window)) == (other, [])


def text_file(path: Path) -> Path:
    (path / "words.png").write_text("hello")
    return path / "words.png"


def cut(path: Path) -> Path:
    whole = saved(path / "cut.png").read_bytes()
    (path / "cut.png").write_bytes(whole[: len(whole) // 2])
    return path / "cut.png"


BAD_PICTURES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "huge": (lambda path: huge(path / "huge.png", 20_000), "must have at most"),
    "unreadable": (text_file, "must be a picture: PNG, JPEG, BMP or WebP"),
    "cut off": (cut, "cut.png"),
    "gone": (lambda path: path / "gone.png", "cannot be read"),
    "a folder": (lambda path: path, "cannot be read"),
}


def drop(on: QWidget, path: Path) -> None:
    """Drop a file in the middle of a widget."""
    data, at = QMimeData(), on.rect().center()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(on, QDragEnterEvent(QPoint(at), *how))
    QCoreApplication.sendEvent(on, QDropEvent(QPointF(at), *how))


def pictures(stage: Stage) -> tuple[int, int]:
    shown = stage.playback.shown
    assert isinstance(shown, MetricFrame | MetaNetFrame | StartsFrame)
    return len(shown.table.supports), len(shown.table.queries)


@pytest.mark.parametrize("case", first_quick(BAD_PICTURES))
def test_a_picture_that_cannot_be_used_is_told_where_it_is_dropped_and_the_run_goes_on(
    qtbot: QtBot, window: Window, arena: Stage, tmp_path: Path, case: str
) -> None:
    assert_picture_is_refused(qtbot, window, arena, tmp_path, case)


def test_so_is_one_that_is_dropped_in_other_stories_of_episodes(
    qtbot: QtBot, window: Window, other: Stage, tmp_path: Path
) -> None:
    assert_picture_is_refused(qtbot, window, other, tmp_path, "unreadable")


def assert_picture_is_refused(qtbot: QtBot, window: Window, stage: Stage, tmp_path: Path, case: str) -> None:
    """Fail unless a picture is refused at the table and on the pad, in words, and the run goes on as it was."""
    make, need = BAD_PICTURES[case]
    path, before = make(tmp_path), pictures(stage)
    table = next(view for view in stage.scene.views() if isinstance(view, EpisodeTable))
    drop(table.canvas(), path)
    said = QToolTip.text()
    assert said.count(str(path)) == 1
    assert need in said
    (pad,) = stage.findChildren(DrawingPad)
    drop(pad.findChildren(DrawingCanvas)[0], path)
    told = [label.text() for label in pad.findChildren(QLabel) if str(path) in label.text()]
    assert len(told) == 1
    assert need in told[0]
    assert not pad.picture().any()
    goes_on(qtbot, window, stage)
    assert (pictures(stage), notices(window)) == (before, [])
