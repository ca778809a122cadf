"""A person draws with mouse, finger, pen and keyboard, and puts pictures on the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputDevice,
    QKeySequence,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.widgets.draw.canvas import DrawingCanvas
from metascope.widgets.draw.pictures import WIDTHS
from tests.waiting import LONGEST
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.person import hold, move, press, release
from tests.widgets.plots.pictures import count


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[DrawingCanvas]:
    made = DrawingCanvas(LIGHT)
    qtbot.addWidget(made)
    made.resize(202, 202)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    yield made
    QGuiApplication.clipboard().clear()


def line(canvas: DrawingCanvas, *places: tuple[int, int]) -> None:
    hold(canvas, QPoint(*places[0]))
    for place in places[1:]:
        move(canvas, QPoint(*place))
    release(canvas, QPoint(*places[-1]))


def ink(canvas: DrawingCanvas) -> int:
    QCoreApplication.processEvents()
    return count(canvas.grab().toImage(), LIGHT.ink, 10)


def test_the_mouse_draws_a_line_that_is_seen_and_told(canvas: DrawingCanvas) -> None:
    told: list[bool] = []
    canvas.changed.connect(lambda: told.append(True))
    line(canvas, (41, 41), (101, 101), (161, 41))
    (stroke,) = canvas.drawing.strokes
    assert stroke.points.tolist() == pytest.approx(np.array([[0.2, 0.2], [0.5, 0.5], [0.8, 0.2]]), abs=0.006)
    assert ink(canvas) > 500
    assert len(told) >= 4
    picture = canvas.picture(28)
    assert picture.dtype == np.uint8
    assert (*picture.shape, int(picture.max())) == (28, 28, 255)


def test_a_line_ends_at_the_edge_of_the_canvas(canvas: DrawingCanvas) -> None:
    line(canvas, (101, 101), (400, 101))
    assert canvas.drawing.strokes[0].points.max() == 1.0


def test_a_wider_stroke_leaves_more_ink(canvas: DrawingCanvas) -> None:
    inked = []
    for width in WIDTHS:
        canvas.clear()
        canvas.width_of_strokes = width
        line(canvas, (41, 41), (161, 161))
        inked.append(ink(canvas))
    assert inked == sorted(inked)
    assert inked[-1] > 2 * inked[0]


def test_undo_and_redo_are_keys_of_the_canvas(canvas: DrawingCanvas) -> None:
    line(canvas, (41, 41), (161, 161))
    QTest.keySequence(canvas, QKeySequence(QKeySequence.StandardKey.Undo))
    assert canvas.drawing.is_empty
    QTest.keySequence(canvas, QKeySequence(QKeySequence.StandardKey.Redo))
    assert len(canvas.drawing.strokes) == 1
    press(canvas, Qt.Key.Key_Delete)
    assert canvas.drawing.is_empty
    canvas.undo()
    assert len(canvas.drawing.strokes) == 1


def test_the_keyboard_draws(canvas: DrawingCanvas) -> None:
    canvas.setFocus()
    press(canvas, Qt.Key.Key_Right)
    press(canvas, Qt.Key.Key_Space)
    for _ in range(5):
        press(canvas, Qt.Key.Key_Down)
    press(canvas, Qt.Key.Key_Space)
    (stroke,) = canvas.drawing.strokes
    assert len(stroke.points) == 6
    assert stroke.points[-1].tolist() == pytest.approx([0.52, 0.6])


def test_a_pen_draws_whatever_its_pressure(canvas: DrawingCanvas) -> None:
    device = QPointingDevice.primaryPointingDevice()
    for kind, x, pressure in (
        (QEvent.Type.TabletPress, 50.0, 0.1),
        (QEvent.Type.TabletMove, 100.0, 0.9),
        (QEvent.Type.TabletMove, 150.0, 0.4),
        (QEvent.Type.TabletRelease, 150.0, 0.0),
    ):
        button = Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.TabletRelease else button
        at, none = QPointF(x, 80.0), Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(kind, device, at, at, pressure, 0.0, 0.0, 0.0, 0.0, 0.0, none, button, held)
        QCoreApplication.sendEvent(canvas, event)
    (stroke,) = canvas.drawing.strokes
    assert (len(stroke.points), stroke.width) == (3, WIDTHS[1])


def test_a_finger_draws(canvas: DrawingCanvas) -> None:
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    QTest.touchEvent(canvas, device).press(0, QPoint(50, 60), canvas).commit()
    QTest.touchEvent(canvas, device).move(0, QPoint(120, 60), canvas).commit()
    QTest.touchEvent(canvas, device).release(0, QPoint(120, 60), canvas).commit()
    (stroke,) = canvas.drawing.strokes
    assert len(stroke.points) == 2


def plus(size: int = 60) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    for step in range(10, 50):
        for wide in range(3):
            image.setPixelColor(step, 30 + wide, QColor(0, 0, 0))
            image.setPixelColor(30 + wide, step, QColor(0, 0, 0))
    return image


def test_a_picture_is_pasted_and_a_stroke_begins_anew(canvas: DrawingCanvas) -> None:
    QGuiApplication.clipboard().setImage(plus(), QClipboard.Mode.Clipboard)
    QTest.keySequence(canvas, QKeySequence(QKeySequence.StandardKey.Paste))
    assert canvas.drawing.picture is not None
    picture = canvas.picture(28)
    assert picture[14].max() == 255
    assert picture[3, 3] == 0
    assert count(canvas.grab().toImage(), "black", 2) > 300
    line(canvas, (41, 41), (161, 161))
    assert canvas.drawing.picture is None


def test_text_that_is_pasted_is_refused_in_words(canvas: DrawingCanvas) -> None:
    told: list[str] = []
    canvas.refused.connect(told.append)
    QGuiApplication.clipboard().setText("hello")
    canvas.paste()
    assert len(told) == 1
    assert "must have a picture" in told[0]
    assert canvas.drawing.is_empty


def test_a_picture_file_is_dropped(canvas: DrawingCanvas, tmp_path: Path) -> None:
    plus().save(str(tmp_path / "plus.png"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "plus.png"))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(canvas, QDragEnterEvent(QPoint(50, 50), *how))
    QCoreApplication.sendEvent(canvas, QDropEvent(QPointF(50, 50), *how))
    assert canvas.drawing.picture is not None


def test_the_canvas_has_a_name_and_other_colours_in_the_dark(canvas: DrawingCanvas, qapp: QApplication) -> None:
    assert canvas.accessibleName() == "Drawing canvas"
    assert "Space" in canvas.accessibleDescription()
    line(canvas, (41, 41), (161, 161))
    canvas.set_theme(DARK)
    assert count(canvas.grab().toImage(), DARK.ink, 10) > 300
