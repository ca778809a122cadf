"""Ctrl+C copies the picture of the view that a person means, wherever it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.desk.pane import Pane
from metascope.scenes.export.figure_dialog import FigureDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.widgets.views.view import View
from tests.scenes.hands import open_stage, run_steps, trigger
from tests.waiting import LONGEST


@pytest.fixture(autouse=True)
def under(monkeypatch: pytest.MonkeyPatch) -> list[QWidget | None]:
    """Give a list whose one element is the widget under the pointer."""
    found: list[QWidget | None] = [None]
    monkeypatch.setattr(QApplication, "widgetAt", lambda *_: found[0])
    QGuiApplication.clipboard().clear()
    return found


def copied(view: View) -> bool:
    return QGuiApplication.clipboard().image().size() == view.size() * 2


def test_the_view_under_the_pointer_is_copied(
    qtbot: QtBot, window: Window, stage: Stage, under: list[QWidget | None]
) -> None:
    run_steps(qtbot, stage, 3)
    view = stage.scene.views()[-1]
    under[0] = view.findChildren(QWidget)[-1]
    trigger(window, "edit.copy")
    assert copied(view)
    assert view.title in window.statusBar().currentMessage()
    assert QGuiApplication.clipboard().mimeData().hasFormat("image/svg+xml")


def test_without_a_pointer_the_view_with_the_keyboard_is_copied(qtbot: QtBot, window: Window, stage: Stage) -> None:
    view = stage.scene.views()[0]
    inside = next(it for it in view.findChildren(QWidget) if it.focusPolicy() != Qt.FocusPolicy.NoFocus)
    inside.setFocus()
    qtbot.waitUntil(inside.hasFocus, timeout=LONGEST)
    trigger(window, "edit.copy")
    assert copied(view)
    assert window.actions_["edit.copy"].shortcut() == QKeySequence(QKeySequence.StandardKey.Copy)


def test_where_no_view_is_meant_that_is_said(window: Window, stage: Stage) -> None:
    stage.timeline.setFocus()
    trigger(window, "edit.copy")
    assert "Point at a view" in window.statusBar().currentMessage()
    assert QGuiApplication.clipboard().image().isNull()


def test_text_that_is_selected_in_a_field_is_copied_as_text(qtbot: QtBot, window: Window, stage: Stage) -> None:
    field = next(it for it in stage.form.findChildren(QLineEdit) if it.isVisible() and it.text())
    field.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=LONGEST)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == field.selectedText()


def test_a_view_beside_has_the_same_menu_and_is_copied(
    qtbot: QtBot, window: Window, under: list[QWidget | None]
) -> None:
    open_stage(qtbot, window, "three-memories")
    qtbot.waitUntil(lambda: bool(window.findChildren(Pane)), timeout=LONGEST)
    pane = window.findChildren(Pane)[0]
    qtbot.waitUntil(pane.isVisible, timeout=LONGEST)
    at = QPoint(20, 60)
    QApplication.sendEvent(pane, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pane.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert menu is pane.view.menu()
    assert [it.data() for it in pane.view.menu().actions() if it.data()] == [
        "copy",
        "png",
        "svg",
        "pdf",
        "csv",
        "reset",
    ]
    pane.view.menu().close()
    under[0] = pane
    trigger(window, "edit.copy")
    assert copied(pane.view)


def test_a_figure_is_copied_as_it_is_saved(qtbot: QtBot, window: Window, stage: Stage) -> None:
    run_steps(qtbot, stage, 3)
    trigger(window, "save.figure")
    (dialog,) = window.findChildren(FigureDialog)
    dialog.copy()
    page = dialog.page()
    size = QGuiApplication.clipboard().image().size()
    assert abs(size.width() - 2 * page.size.width()) < 2
    assert QGuiApplication.clipboard().mimeData().data("application/pdf").startsWith(b"%PDF")
    dialog.close()
