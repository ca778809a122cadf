"""A handle that can be taken away: with the right button, or with Delete."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.handles.removable import RemovableHandle
from metascope.widgets.plots.views.plot import PlotView
from tests.widgets.plots.pictures import plane, seen


def shown(qtbot: QtBot) -> tuple[PlotView, RemovableHandle, list[str]]:
    view, handle, told = plane(), RemovableHandle("point", "ink"), list[str]()
    view.add(handle)
    handle.set_position(0.5, 0.5)
    handle.removed.connect(lambda: told.append("removed"))
    handle.dragged.connect(lambda x, y, draft, _: told.append("draft" if draft else "moved"))
    seen(qtbot, view)
    return view, handle, told


def test_a_right_click_removes_and_a_left_one_does_not(qtbot: QtBot) -> None:
    view, _, told = shown(qtbot)
    at = view.viewport_point(0.5, 0.5)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told == []
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    assert told == ["removed"]


def test_delete_removes_and_arrows_move(qtbot: QtBot) -> None:
    view, handle, told = shown(qtbot)
    handle.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Left):
        QTest.keyClick(view.viewport(), key)
    assert told == ["removed", "removed", "moved"]
    assert handle.place[0] < 0.5


def test_the_right_button_does_not_drag(qtbot: QtBot) -> None:
    view, handle, told = shown(qtbot)
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=view.viewport_point(0.5, 0.5))
    QTest.mouseMove(view.viewport(), view.viewport_point(-1.0, -1.0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.RightButton, pos=view.viewport_point(-1.0, -1.0))
    assert told == []
    assert handle.place == (0.5, 0.5)
