"""A handle is moved by a person, and only then tells so."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.handles.handle import Follow, Handle
from metascope.widgets.plots.series.points import PointItem
from metascope.widgets.plots.views.plot import PlotView
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, seen

Moves = list[tuple[float, float, bool, Qt.KeyboardModifier]]
LEFT = Qt.MouseButton.LeftButton


def handled(qtbot: QtBot, follow: Follow | None = None, letter: str = "") -> tuple[PlotView, Handle, Moves]:
    view, handle = plane(), Handle("phi", "maml", "start φ", letter, follow)
    moves: Moves = []
    handle.dragged.connect(lambda *move: moves.append(move))
    view.add(handle)
    handle.set_position(0.5, 0.5)
    seen(qtbot, view)
    return view, handle, moves


def drag(qtbot: QtBot, view: PlotView, start: QPoint, *places: QPoint) -> None:
    QTest.mouseMove(view.viewport(), start)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    for place in places:
        qtbot.wait(20)
        QTest.mouseMove(view.viewport(), place)
    qtbot.wait(20)
    QTest.mouseRelease(view.viewport(), LEFT, pos=places[-1])


def focused(view: PlotView) -> QWidget:
    """Give the plots the keyboard and return the widget that has it."""
    canvas = view.viewport().parentWidget()
    assert canvas is not None
    canvas.setFocus()
    return canvas


def test_drag_tells_where_and_whether_the_gesture_goes_on(qtbot: QtBot) -> None:
    view, handle, moves = handled(qtbot)
    drag(qtbot, view, view.viewport_point(0.5, 0.5), view.viewport_point(0.8, 0.2), view.viewport_point(1.0, -1.0))
    assert [move[2] for move in moves] == [True] * (len(moves) - 1) + [False]
    assert len(moves) >= 2
    assert moves[-1][:2] == pytest.approx((1.0, -1.0), abs=0.02)
    assert handle.place == moves[-1][:2]


def test_drag_may_begin_ten_pixels_beside(qtbot: QtBot) -> None:
    view, _, moves = handled(qtbot)
    drag(qtbot, view, view.viewport_point(0.5, 0.5) + QPoint(10, 0), view.viewport_point(1.0, 1.0))
    assert moves


def test_drag_elsewhere_moves_the_plot_and_not_the_handle(qtbot: QtBot) -> None:
    view, handle, moves = handled(qtbot)
    start = view.viewport_point(-1, -1)
    drag(qtbot, view, start, start + QPoint(20, 20), start + QPoint(60, 40))
    assert not moves
    assert handle.place == (0.5, 0.5)
    assert view.panels[0].view()[0] != (-2, 2)


def test_drag_of_the_handle_does_not_move_the_plot(qtbot: QtBot) -> None:
    view, _, _ = handled(qtbot)
    drag(qtbot, view, view.viewport_point(0.5, 0.5), view.viewport_point(1.0, -1.0))
    assert view.panels[0].view() == ((-2, 2), (-2, 2))


def test_click_without_a_move_tells_nothing(qtbot: QtBot) -> None:
    view, _, moves = handled(qtbot)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.viewport_point(0.5, 0.5))
    assert not moves


def test_set_position_never_tells(qtbot: QtBot) -> None:
    _, handle, moves = handled(qtbot)
    handle.set_position(1.0, 1.0)
    handle.set_position(float("nan"), 0.0)
    assert not moves


def test_held_handle_stays_under_the_pointer(qtbot: QtBot) -> None:
    view, handle, _ = handled(qtbot)
    start, place = view.viewport_point(0.5, 0.5), view.viewport_point(1.0, 0.0)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), place)
    handle.set_position(-1.0, -1.0)
    assert handle.place == pytest.approx((1.0, 0.0), abs=0.02)
    QTest.mouseRelease(view.viewport(), LEFT, pos=place)
    handle.set_position(-1.0, -1.0)
    assert handle.place == (-1.0, -1.0)


def test_handle_on_a_curve_stays_on_it(qtbot: QtBot) -> None:
    view, handle, moves = handled(qtbot, follow=lambda x, y: (min(x, 1.0), min(x, 1.0) ** 2))
    drag(qtbot, view, view.viewport_point(0.5, 0.5), view.viewport_point(0.8, -1.0), view.viewport_point(1.6, -1.5))
    assert moves[-1][:2] == (1.0, 1.0)
    assert all(move[1] == pytest.approx(move[0] ** 2) for move in moves)
    assert handle.place == (1.0, 1.0)


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Qt.Key.Key_Left, (-1, 0)),
        (Qt.Key.Key_Right, (1, 0)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Down, (0, -1)),
    ],
)
def test_arrow_keys_move_the_focused_handle(qtbot: QtBot, key: Qt.Key, way: tuple[int, int]) -> None:
    view, handle, moves = handled(qtbot)
    canvas = focused(view)
    handle.setFocus()
    QTest.keyClick(canvas, key)
    QTest.keyClick(canvas, key, Qt.KeyboardModifier.ShiftModifier)
    steps = np.diff([(0.5, 0.5), *(move[:2] for move in moves)], axis=0)
    assert np.sign(steps).tolist() == [list(way), list(way)]
    assert np.abs(steps[1]).max() == pytest.approx(10 * np.abs(steps[0]).max())
    assert not any(move[2] for move in moves)
    assert moves[1][3] == Qt.KeyboardModifier.ShiftModifier


def test_other_keys_do_not_move_the_handle(qtbot: QtBot) -> None:
    view, handle, moves = handled(qtbot)
    canvas = focused(view)
    handle.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return, 0x03A9):
        QApplication.sendEvent(canvas, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "Ω"))
    assert not moves


def test_tab_goes_through_the_handles_and_on(qtbot: QtBot) -> None:
    view, first, _ = handled(qtbot)
    second = Handle("other", "reptile", "other")
    view.add(second)
    second.set_position(-1, -1)
    canvas = focused(view)
    focus = []
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        focus.append((canvas.hasFocus(), first.hasFocus(), second.hasFocus()))
    assert focus == [(True, True, False), (True, False, True), (False, False, False)]


def test_handle_with_the_keyboard_has_a_ring(qtbot: QtBot) -> None:
    view, handle, _ = handled(qtbot)
    before = seen(qtbot, view)
    handle.setFocus()
    assert seen(qtbot, view) != before


def test_lettered_handle_looks_like_its_letter(qtbot: QtBot) -> None:
    plain_view, _, _ = handled(qtbot)
    letter_view, _, _ = handled(qtbot, letter="A")
    assert seen(qtbot, plain_view) != seen(qtbot, letter_view)


def test_handle_without_a_place_is_not_drawn_and_not_grasped(qtbot: QtBot) -> None:
    view, handle, moves = handled(qtbot)
    at = view.viewport_point(0.5, 0.5)
    handle.set_position(float("nan"), float("nan"))
    drag(qtbot, view, at, at + QPoint(30, 30))
    assert not moves


@pytest.mark.parametrize("at", [(0.0, 0.0), (14.0, -16.0)])
def test_letter_stands_beside_a_mark_and_is_dragged_there(qtbot: QtBot, at: tuple[float, float]) -> None:
    view, moves = plane(), Moves()
    handle = Handle("optimum.A", "task.A", "optimum of task A", "A", lift=(14.0, -16.0))
    handle.dragged.connect(lambda *move: moves.append(move))
    view.add(handle)
    handle.set_position(0.0, 0.0)
    seen(qtbot, view)
    pixels, point = handle.pixels(), PointItem("end", "maml", "MAML")
    view.add(point)
    point.set(at[0] / float(pixels.scale[0]), at[1] / float(pixels.scale[1]), "")
    image = seen(qtbot, view)
    aside = handle._lifted(pixels)
    assert np.hypot(aside.x() - at[0], aside.y() - at[1]) > 16
    middle = view.viewport_point(0.0, 0.0) + aside.toPoint()
    badge = image.copy(middle.x() - 10, middle.y() - 10, 20, 20)
    assert count(badge, LIGHT.style("task.A").colour) > 40
    assert count(badge, LIGHT.style("maml").colour) == 0
    drag(qtbot, view, middle, middle + QPoint(40, 40))
    assert moves
    assert moves[-1][0] == pytest.approx(40 / float(pixels.scale[0]), abs=0.03)


def test_letters_of_one_place_do_not_hide_each_other(qtbot: QtBot) -> None:
    view = plane()
    handles = [Handle(f"optimum.{one}", f"task.{one}", one, one, lift=(14.0, -16.0)) for one in "ABC"]
    for handle in handles:
        view.add(handle)
        handle.set_position(0.3, 0.3)
    seen(qtbot, view)
    lifts = [handle._lifted(handle.pixels()).toTuple() for handle in handles]
    assert min(np.hypot(*np.subtract(one, other)) for one, other in combinations(lifts, 2)) >= 14
