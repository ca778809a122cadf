"""The list of runs: what a person does with mouse and keyboard, and that setters stay silent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.runs.runs_model import Column, RunRow
from metascope.widgets.runs.runs_view import RunsView, without_hidden
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.person import click, named, press, type_text

FIRST = RunRow(1, "first", step=400, state="finished", current=True)
BRANCH = RunRow(2, "branch 1", 1, "inner_rate 0.3", "Inner learning rate 0.3", 120, "running", ghost=True)
LEAF = RunRow(3, "branch 2", 2, "inner_rate 0.2", "Inner learning rate 0.2", 60, "failed")
GROUP = RunRow(4, "seeds", ghost=True)
ROWS = (FIRST, BRANCH, LEAF, GROUP)


class Told:
    """What the list has said."""

    def __init__(self, view: RunsView) -> None:
        self.all: list[tuple[object, ...]] = []
        view.chosen.connect(lambda key: self.all.append(("chosen", key)))
        view.ghost_toggled.connect(lambda key, on: self.all.append(("ghost", key, on)))
        view.renamed.connect(lambda key, name: self.all.append(("renamed", key, name)))
        view.hidden_toggled.connect(lambda key, hidden: self.all.append(("hidden", key, hidden)))
        view.deleted.connect(lambda key: self.all.append(("deleted", key)))
        view.compare_requested.connect(lambda: self.all.append(("compare",)))
        view.seeds_requested.connect(lambda: self.all.append(("seeds",)))


@pytest.fixture
def view(qtbot: QtBot) -> RunsView:
    """Give the list with four rows."""
    made = RunsView(LIGHT)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.set_rows(ROWS)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    return made


def texts(view: RunsView, key: int) -> list[str]:
    first = view._model.index_of(key)
    return [first.siblingAtColumn(column).data() for column in Column]


def place(view: RunsView, key: int, column: Column) -> QPoint:
    return view.tree.visualRect(view._model.index_of(key).siblingAtColumn(column)).center()


def test_a_run_is_listed_with_what_differs_its_step_and_state(view: RunsView) -> None:
    assert texts(view, 2) == ["branch 1", "120", ""]
    assert view._model.index_of(2).data(Qt.ItemDataRole.ToolTipRole) == (
        "branch 1\ninner_rate 0.3\nInner learning rate 0.3\nrunning"
    )
    assert view._model.parent(view._model.index_of(3)) == view._model.index_of(2)


def test_a_narrow_list_shows_every_column_without_a_scroll_bar(view: RunsView) -> None:
    view.set_rows((RunRow(1, "a name that is far too long for a narrow list of runs", step=123456), BRANCH))
    view.resize(280, 300)
    QApplication.processEvents()
    assert view.width() == 280
    viewport = view.tree.viewport().rect()
    for key in (1, 2):
        first = view._model.index_of(key)
        cells = [view.tree.visualRect(first.siblingAtColumn(column)) for column in Column]
        assert viewport.contains(cells[-1])
        assert all(cell.width() > 20 for cell in cells)


def test_what_differs_takes_a_second_line(view: RunsView) -> None:
    heights = [view.tree.visualRect(view._model.index_of(key)).height() for key in (1, 2)]
    assert heights[1] > heights[0] + 10


def test_the_current_run_is_bold(view: RunsView) -> None:
    fonts = [view._model.index_of(key).data(Qt.ItemDataRole.FontRole).bold() for key in (1, 2)]
    weights = [view._model.index_of(key).data(Qt.ItemDataRole.FontRole).weight() for key in (1, 2)]
    assert weights[0] > weights[1], fonts


def test_setters_say_nothing(view: RunsView) -> None:
    told = Told(view)
    view.set_rows([FIRST])
    view.set_rows(ROWS)
    view.select(3)
    view.set_theme(DARK)
    assert told.all == []


def test_what_is_selected_stays_when_runs_come_and_go(view: RunsView) -> None:
    view.select(3)
    view.set_rows((*ROWS, RunRow(9, "new", step=0, state="running")))
    assert view.selected == 3
    view.set_rows((FIRST, BRANCH))
    assert view.selected is None


def test_a_step_further_changes_the_cell_alone(view: RunsView) -> None:
    view.select(2)
    view.tree.collapse(view._model.index_of(2))
    view.set_rows((FIRST, replace(BRANCH, step=121), LEAF, GROUP))
    assert texts(view, 2)[Column.STEP] == "121"
    assert not view.tree.isExpanded(view._model.index_of(2))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_Return, ("chosen", 2)),
        (Qt.Key.Key_Space, ("ghost", 2, False)),
        (Qt.Key.Key_H, ("hidden", 2, True)),
    ],
)
def test_keys_do_what_they_stand_for(view: RunsView, key: Qt.Key, said: tuple[object, ...]) -> None:
    told = Told(view)
    view.select(2)
    press(view.tree, key)
    assert told.all == [said]


def test_the_lists_keys_are_kept_from_the_windows_shortcuts(view: RunsView) -> None:
    for key, kept in ((Qt.Key.Key_Space, True), (Qt.Key.Key_Delete, True), (Qt.Key.Key_P, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view.tree, event)
        assert event.isAccepted() == kept


def test_f2_renames_in_place(qtbot: QtBot, view: RunsView) -> None:
    told = Told(view)
    view.tree.setFocus()
    view.select(2)
    press(view.tree, Qt.Key.Key_F2)
    editor = view.tree.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_text(editor, "HALF")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told.all == [("renamed", 2, "HALF")], timeout=LONGEST)
    assert texts(view, 2)[0] == "HALF"


def test_a_blank_name_is_not_taken(view: RunsView) -> None:
    told = Told(view)
    assert not view._model.setData(view._model.index_of(2), "   ")
    assert told.all == []


def test_the_eye_toggles_the_ghost(view: RunsView) -> None:
    told = Told(view)
    for key in (2, 3, 4, 1):
        click(view.tree.viewport(), place(view, key, Column.EYE))
    assert told.all == [("ghost", 2, False), ("ghost", 3, True), ("ghost", 4, False)]


def test_a_double_click_opens_a_run_but_no_group(view: RunsView) -> None:
    told = Told(view)
    for key in (3, 4):
        at = place(view, key, Column.NAME)
        click(view.tree.viewport(), at)
        QTest.mouseDClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ("chosen", 3) in told.all
    assert ("chosen", 4) not in told.all


@pytest.mark.parametrize("yes", [True, False])
def test_a_run_is_deleted_once_it_is_confirmed(qtbot: QtBot, view: RunsView, yes: bool) -> None:
    told = Told(view)
    view.select(2)
    press(view.tree, Qt.Key.Key_Delete)
    box = view.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "branch 1" in box.text()
    assert told.all == []
    box.button(QMessageBox.StandardButton.Yes if yes else QMessageBox.StandardButton.Cancel).click()
    qtbot.waitUntil(lambda: not view.findChildren(QMessageBox), timeout=LONGEST)
    assert told.all == ([("deleted", 2)] if yes else [])


def test_hidden_runs_are_listed_on_demand(view: RunsView) -> None:
    view.set_rows((FIRST, RunRow(2, "branch 1", 1, step=3, hidden=True), LEAF))
    assert not view._model.index_of(2).isValid()
    assert view._model.parent(view._model.index_of(3)) == view._model.index_of(1)
    named(view, QCheckBox, "Hidden").click()
    assert view._model.index_of(2).isValid()
    assert view._model.parent(view._model.index_of(3)) == view._model.index_of(2)


def test_the_current_run_is_listed_even_where_it_is_hidden() -> None:
    rows = [RunRow(1, "first", step=1, hidden=True, current=True)]
    assert without_hidden(rows) == rows


def test_the_buttons_ask_for_comparison_and_seeds(view: RunsView) -> None:
    told = Told(view)
    named(view, QPushButton, "Compare").click()
    named(view, QPushButton, "Seeds").click()
    assert told.all == [("compare",), ("seeds",)]


def test_the_menu_offers_what_fits_the_row(view: RunsView) -> None:
    offered = {
        row.key: [action.text().partition("\t")[0] for action in view.menu_for(row).actions() if action.isEnabled()]
        for row in ROWS
    }
    assert "Show this run" not in offered[1]
    assert {"Show this run", "Hide the ghost", "Rename", "Hide from the list", "Delete…"} <= set(offered[2])
    assert {"Hide median and band", "Rename", "Delete…"} <= set(offered[4])
    assert "Show this run" not in offered[4]


def test_the_list_is_freed(qtbot: QtBot) -> None:
    def make() -> RunsView:
        made = RunsView(LIGHT)
        made.set_rows(ROWS)
        return made

    assert is_freed(make)
