"""A person's own pictures come onto the table by the pen, the clipboard and the mouse, in a real window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.stories.metric_learning.table import TableView
from metascope.simulator.engine.files.presets import find
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.widgets.draw.pad import DrawingPad
from tests.waiting import LONGEST
from tests.widgets.person import named
from tests.window.conftest import ready
from tests.window.giver import SIDE
from tests.window.hands import click, drag, key
from tests.window.screen import picture, until, x

pytestmark = pytest.mark.window


@pytest.fixture
def alphabet(qtbot: QtBot, window: Window) -> Stage:
    """Give the stage of one's own alphabet, with the page to draw on."""
    window.open_preset(find("your-alphabet"))
    stage = ready(qtbot, window)
    click(qtbot, named(stage, QToolButton, "Show Draw"))
    qtbot.waitUntil(pad(stage).isVisible, timeout=LONGEST)
    return stage


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a picture file: a cross, black on white."""
    drawn = QImage(200, 200, QImage.Format.Format_RGB32)
    drawn.fill(0xFFFFFFFF)
    with QPainter(drawn) as painter:
        painter.setPen(QPen(Qt.GlobalColor.black, 20))
        painter.drawLine(40, 40, 160, 160)
        painter.drawLine(40, 160, 160, 40)
    assert drawn.save(str(tmp_path / "cross.png"))
    return tmp_path / "cross.png"


@contextmanager
def giver(path: Path) -> Iterator[None]:
    """Run another program that gives a picture away."""
    process = subprocess.Popen([sys.executable, str(Path(__file__).with_name("giver.py")), str(path)])
    try:
        until(lambda: x("search", "--onlyvisible", "--name", "^giver$"))
        yield
    finally:
        process.terminate()
        process.wait(10)


def pad(stage: Stage) -> DrawingPad:
    return stage.findChildren(DrawingPad)[0]


def use(stage: Stage) -> QPushButton:
    return next(button for button in pad(stage).findChildren(QPushButton) if button.text() == "Use")


def frame(stage: Stage) -> MetricFrame:
    shown = stage.playback.shown
    assert isinstance(shown, MetricFrame)
    return shown


def crossed(ink: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bool:
    """Return whether a picture is a cross: ink in the middle and none beside it."""
    middle = len(ink) // 2
    return bool(ink[middle, middle] > 100 and ink[middle, 1] < 100 and ink[1, middle] < 100)


def test_a_drawing_becomes_a_query_that_every_method_answers(qtbot: QtBot, alphabet: Stage) -> None:
    canvas, before = pad(alphabet).canvas, len(frame(alphabet).table.queries)
    paper = canvas.paper().toRect()
    drag(qtbot, canvas, paper.topLeft() + QPoint(20, 20), paper.bottomRight() - QPoint(20, 20))
    drag(qtbot, canvas, QPoint(paper.left() + 20, paper.bottom() - 20), QPoint(paper.right() - 20, paper.top() + 20))
    picture("drawings-1-drawn")
    click(qtbot, use(alphabet))
    qtbot.waitUntil(lambda: len(frame(alphabet).table.queries) == before + 1, timeout=LONGEST)
    qtbot.waitUntil(lambda: frame(alphabet).query == before, timeout=LONGEST)
    shown = frame(alphabet)
    assert crossed(shown.table.queries[before])
    assert all(len(answer.predicted) == before + 1 for answer in shown.answers.values())
    picture("drawings-2-asked")


def test_a_picture_of_another_program_is_pasted_as_a_support(
    qtbot: QtBot, window: Window, alphabet: Stage, file: Path
) -> None:
    before = len(frame(alphabet).table.supports)
    with giver(file):
        click(qtbot, pad(alphabet).canvas)
        pad(alphabet).canvas.clear()
        key(qtbot, "ctrl+v")
        qtbot.waitUntil(lambda: bool(pad(alphabet).picture().any()), timeout=LONGEST)
    picture("drawings-3-pasted")
    target = named(alphabet, QComboBox, "What the drawing becomes")
    target.setFocus()
    key(qtbot, "Down", "Down")  # from a query past class A to class B
    click(qtbot, use(alphabet))
    qtbot.waitUntil(lambda: len(frame(alphabet).table.supports) == before + 1, timeout=LONGEST)
    table = frame(alphabet).table
    assert crossed(table.supports[before])
    assert (table.labels[before], table.own[before]) == (1, -1)


def test_a_picture_file_of_another_program_is_dropped_on_a_class(qtbot: QtBot, alphabet: Stage, file: Path) -> None:
    before = len(frame(alphabet).table.supports)
    view = next(view for view in alphabet.scene.views() if isinstance(view, TableView))
    column = view._on_screen().columns[2].center().toPoint()
    end, right = view.canvas().mapToGlobal(column), alphabet.screen().geometry().right()
    start = QPoint(right - SIDE // 2, SIDE // 2)
    with giver(file):
        x("mousemove", str(start.x()), str(start.y()))
        qtbot.wait(200)
        x("mousedown", "1")
        for number in range(1, 13):
            place = start + (end - start) * number / 12
            x("mousemove", str(place.x()), str(place.y()))
            qtbot.wait(60)
        picture("drawings-4-over-class-c")
        x("mouseup", "1")
        qtbot.waitUntil(lambda: len(frame(alphabet).table.supports) == before + 1, timeout=LONGEST)
    table = frame(alphabet).table
    assert crossed(table.supports[before])
    assert table.labels[before] == 2
    picture("drawings-5-dropped")
