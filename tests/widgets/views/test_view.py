"""A view's title: it changes at every tick, and must cost little."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import LIGHT
from metascope.widgets.plots.handles.removable import RemovableHandle
from metascope.widgets.views.sheet import Cell, GridView
from metascope.widgets.views.view import ElidedLabel, Table, TitleLabel, View, view_around
from tests.waiting import LONGEST
from tests.widgets.plots.pictures import plane, seen


class Layouts(QObject):
    """Counts how often a widget is asked to lay its children out anew."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def test_a_line_that_fits_lays_nothing_out_anew_and_a_longer_one_asks_for_room(qtbot: QtBot) -> None:
    around, label, layouts = QWidget(), ElidedLabel("before"), Layouts()
    qtbot.addWidget(around)
    QHBoxLayout(around).addWidget(label)
    around.resize(300, 40)
    with qtbot.waitExposed(around, timeout=LONGEST):
        around.show()
    QCoreApplication.processEvents()
    around.installEventFilter(layouts)
    picture = label.grab().toImage()
    label.setText("after t = 5")
    QCoreApplication.processEvents()
    assert (layouts.count, label.text(), label.accessibleName()) == (0, "after t = 5", "after t = 5")
    assert label.grab().toImage() != picture
    label.setText("words and " * 20)
    QCoreApplication.processEvents()
    assert layouts.count > 0
    assert label.sizeHint().width() > 300


def test_a_line_that_is_elided_tells_all_of_it_in_its_tip_unless_that_says_something_else(qtbot: QtBot) -> None:
    label, own = ElidedLabel("words and words"), ElidedLabel("words and words")
    own.setToolTip("what it is")
    for one in (label, own):
        qtbot.addWidget(one)
        one.resize(40, 20)
        one.show()
    assert (label.toolTip(), own.toolTip()) == ("words and words", "what it is")
    label.resize(400, 20)
    assert (label.toolTip(), own.toolTip()) == ("", "what it is")
    label.resize(40, 20)
    label.setText("w")
    assert label.toolTip() == ""


def test_a_title_takes_two_lines_before_it_is_elided(qtbot: QtBot) -> None:
    title = TitleLabel("Loss against updates", LIGHT)
    qtbot.addWidget(title)
    title.resize(400, 32)
    title.show()
    one_line = title.grab().toImage()
    title.resize(title.sizeHint().width(), 32)
    assert title.sizeHint().width() < 130
    assert title.fits()
    assert title.toolTip() == ""
    assert title.grab().toImage() != one_line
    title.resize(30, 32)
    assert not title.fits()
    assert title.toolTip() == "Loss against updates"


Reason = QContextMenuEvent.Reason


def ask(widget: QWidget, reason: Reason, at: QPoint) -> None:
    """Ask a widget for a menu, as the system does at a right click (while the button is held) or at the Menu key."""
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))


def opened(view: View) -> bool:
    """Return whether the view's menu is open, and close it."""
    shown = QApplication.activePopupWidget()
    if shown is None:
        return False
    assert isinstance(shown, QMenu)
    assert shown is view.menu()
    shown.close()
    return True


class Numbers(GridView):
    """A table."""

    def table(self) -> Table:
        """Return nothing."""
        return {}


def grid_view(qtbot: QtBot) -> GridView:
    view = Numbers("grid", "A grid", LIGHT)
    view.set_cells([Cell("a")], [[Cell("1")]])
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    return view


@pytest.mark.parametrize("reason", [Reason.Mouse, Reason.Keyboard])
def test_a_sheet_opens_its_menu_where_it_is_asked_for(qtbot: QtBot, reason: Reason) -> None:
    view = grid_view(qtbot)
    ask(view.canvas(), reason, QPoint(20, 20))
    assert opened(view)


def test_a_plot_opens_its_menu_at_a_right_click_and_not_where_the_right_button_drags(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    viewport, at = view.viewport(), view.viewport_point(0, 0)
    ask(viewport, Reason.Mouse, at)
    assert not opened(view), "the button may still drag"
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)
    assert opened(view)
    before = view.panels[0].view()
    QTest.mousePress(viewport, Qt.MouseButton.RightButton, pos=at)
    for step in range(1, 6):
        QTest.mouseMove(viewport, at + QPoint(10 * step, 10 * step))
    QTest.mouseRelease(viewport, Qt.MouseButton.RightButton, pos=at + QPoint(50, 50))
    assert not opened(view)
    assert view.panels[0].view() == before or view.panels[0].zoomed


def test_the_menu_key_opens_the_menu_of_a_plot_and_of_its_button(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    ask(view.viewport(), Reason.Keyboard, QPoint(5, 5))
    assert opened(view)
    button = next(it for it in view.findChildren(QToolButton) if it.menu() is view.menu())
    ask(button, Reason.Keyboard, QPoint(2, 2))
    assert opened(view)


def test_the_right_button_on_a_removable_handle_removes_and_opens_no_menu(qtbot: QtBot) -> None:
    view = plane()
    handle = RemovableHandle("point", "maml")
    handle.set_position(0.5, 0.5)
    view.add(handle)
    seen(qtbot, view)
    removed: list[bool] = []
    handle.removed.connect(lambda: removed.append(True))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=view.viewport_point(0.5, 0.5))
    assert removed == [True]
    assert not opened(view)


def test_pyqtgraphs_own_menu_is_off(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    assert all(panel.box.menuEnabled() is False for panel in view.panels)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=view.viewport_point(1, 1))
    assert opened(view), "and nothing else"


def test_the_menu_copies_saves_and_resets(qtbot: QtBot) -> None:
    view = grid_view(qtbot)
    asked: list[str] = []
    view.export_requested.connect(lambda _, format: asked.append(format))
    for action in view.menu().actions():
        action.trigger()
    assert asked == ["copy", "png", "svg", "pdf", "csv"]


def test_the_view_around_a_widget_is_found(qtbot: QtBot) -> None:
    view = grid_view(qtbot)
    assert view_around(view.canvas()) is view
    assert view_around(QWidget()) is None
    assert view_around(None) is None
