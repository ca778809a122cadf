"""The table of runs: sorted by any column, the best marked, and taken away as it is shown."""

from __future__ import annotations

import csv
import io
import math

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.runs.compare_view import CompareView, Comparison, Heading, Row
from tests.waiting import LONGEST
from tests.widgets.person import named

HEADINGS = (
    Heading("run"),
    Heading("seed"),
    Heading("step"),
    Heading("maml.loss", "least"),
    Heading("accuracy", "most"),
)
ROWS = (
    Row(("seeds: median (n = 2)", None, 10, 0.1, 0.9), ("", "", "", "(0.05 – 0.15)", "(0.8 – 1)")),
    Row(("a", 3, 10, 0.25, 0.5)),
    Row(("b", 1, 20, 0.5, 0.75)),
    Row(("c", 2, 5, None, math.nan)),
)
TABLE = Comparison(HEADINGS, ROWS)


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    """Give the table."""
    made = CompareView(LIGHT)
    qtbot.addWidget(made)
    made.set_comparison(TABLE)
    made.show()
    return made


def names(view: CompareView) -> list[object]:
    return [row.values[0] for row in view.comparison.rows]


def shown(view: CompareView, row: int, column: int) -> str:
    return str(view.model.index(row, column).data())


def test_the_best_of_single_runs_is_marked(view: CompareView) -> None:
    assert [TABLE.best(column) for column in range(5)] == [None, None, None, 0.25, 0.75]
    assert [shown(view, row, 3) for row in range(4)] == ["0.1 (0.05 – 0.15)", "0.25 ★", "0.5", "–"]
    assert [shown(view, row, 4) for row in range(4)] == ["0.9 (0.8 – 1)", "0.5", "0.75 ★", "–"]


def test_no_part_of_it_is_seen_by_itself_while_it_is_made(qtbot: QtBot) -> None:
    shown = []

    class Shown(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    eye, app = Shown(), QApplication.instance()
    assert app is not None
    app.installEventFilter(eye)
    try:
        qtbot.addWidget(CompareView(LIGHT))
    finally:
        app.removeEventFilter(eye)
    assert shown == []


def test_nobody_is_best_in_a_tie() -> None:
    tied = Row(("d", 4, 20, 0.25, 0.2))
    table = Comparison(HEADINGS, (*ROWS, tied))
    assert [table.best(column) for column in (3, 4)] == [None, 0.75]


def test_one_run_alone_is_not_the_best() -> None:
    assert Comparison(HEADINGS, ROWS[:2]).best(3) is None


def test_a_click_on_a_heading_sorts_and_absent_values_stay_last(view: CompareView) -> None:
    view.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert names(view) == ["seeds: median (n = 2)", "a", "b", "c"]
    view.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert names(view) == ["b", "a", "seeds: median (n = 2)", "c"]
    view.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(view) == ["b", "c", "a", "seeds: median (n = 2)"]


def test_fresh_numbers_are_sorted_as_before(view: CompareView) -> None:
    view.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    view.set_comparison(Comparison(HEADINGS, ROWS[1:]))
    assert names(view) == ["b", "c", "a"]
    view.set_comparison(Comparison(HEADINGS[:1], (Row(("z",)), Row(("a",)))))
    assert names(view) == ["z", "a"]


def test_the_table_is_written_as_it_is_shown(view: CompareView) -> None:
    view.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    header, *rows = csv.reader(io.StringIO(view.comparison.written()))
    assert header == ["run", "seed", "step", "maml.loss", "accuracy"]
    assert rows[0] == ["c", "2", "5", "", ""]
    assert rows[-1] == ["b", "1", "20", "0.5", "0.75"]


def test_numbers_are_written_so_that_they_come_back() -> None:
    written = Comparison((Heading("loss"),), (Row((0.1 + 0.2,)),)).written()
    assert float(written.splitlines()[1]) == 0.1 + 0.2


@pytest.mark.parametrize("by_key", [True, False])
def test_the_table_is_copied_parted_by_tabs(view: CompareView, by_key: bool) -> None:
    QGuiApplication.clipboard().clear()
    if by_key:
        QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    else:
        named(view, QPushButton, "Copy").click()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "seeds: median (n = 2)\t\t10\t0.1\t0.9"


def test_saving_and_refreshing_are_asked_for(qtbot: QtBot, view: CompareView) -> None:
    with qtbot.waitSignal(view.save_requested, timeout=LONGEST):
        named(view, QPushButton, "Save CSV").click()
    with qtbot.waitSignal(view.refresh_requested, timeout=LONGEST):
        named(view, QPushButton, "Refresh").click()


def test_another_theme_changes_the_colour_of_the_best(view: CompareView) -> None:
    index = view.model.index(1, 3)
    before = index.data(Qt.ItemDataRole.ForegroundRole)
    view.set_theme(DARK)
    assert index.data(Qt.ItemDataRole.ForegroundRole) != before


def test_there_is_room_for_three_rows_at_least(view: CompareView) -> None:
    view.resize(600, view.minimumSizeHint().height())
    assert view.table.viewport().height() >= 3 * view.table.rowHeight(0)


def test_names_stay_visible_however_far_the_table_is_scrolled(view: CompareView) -> None:
    view.resize(300, 200)
    scroll = view.table.horizontalScrollBar()
    scroll.setValue(scroll.maximum())
    assert scroll.maximum() > 0
    assert view.table.verticalHeader().isVisible()
    headings = [view.model.headerData(row, Qt.Orientation.Vertical) for row in range(view.model.rowCount())]
    assert headings == names(view)
    assert view.table.isColumnHidden(0)


def test_a_long_name_is_cut_short_and_told_whole(view: CompareView) -> None:
    long = "a run " * 40
    view.set_comparison(Comparison(HEADINGS, (Row((long, 3, 10, 0.25, 0.5)),)))
    shown = view.model.headerData(0, Qt.Orientation.Vertical)
    assert shown.endswith("…")
    assert len(shown) <= 60
    told = view.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert long.strip() in told


def test_long_headings_are_told_apart_by_their_ends_and_told_whole(view: CompareView) -> None:
    pictures = []
    view.resize(1000, 300)
    for end in ("maml", "anil"):
        long = f"a heading that is much longer than its column may be, of {end}"
        view.set_comparison(Comparison((*HEADINGS[:4], Heading(long, tip="what it is")), ROWS))
        pictures.append(view.table.horizontalHeader().grab().toImage())
        told = view.model.headerData(4, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert long in told
        assert "what it is" in told
    assert pictures[0] != pictures[1]


def later(*, best: float) -> Comparison:
    """Return the table after more meta-steps: run b is the best in its loss."""
    return Comparison(HEADINGS, (*ROWS[:2], Row(("b", 1, 40, best, 0.75)), ROWS[3]))


def test_new_values_keep_what_is_chosen_sorted_and_scrolled(view: CompareView) -> None:
    view.resize(300, 200)
    view.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    row = names(view).index("b")
    view.table.selectRow(row)
    scroll = view.table.horizontalScrollBar()
    scroll.setValue(scroll.maximum() // 2)
    before, widths = scroll.value(), [view.table.columnWidth(column) for column in range(5)]
    view.set_comparison(later(best=0.001))
    assert names(view)[0] == "b"
    chosen = {index.row() for index in view.table.selectedIndexes()}
    assert [names(view)[row] for row in chosen] == ["b"]
    assert scroll.value() == before
    assert all(view.table.columnWidth(column) >= width for column, width in enumerate(widths))


def test_other_runs_replace_those_that_were_shown(view: CompareView) -> None:
    view.set_comparison(Comparison(HEADINGS, ROWS[1:3]))
    assert names(view) == ["a", "b"]


def test_choices_read_as_a_person_knows_them_and_are_copied_as_files_have_them(view: CompareView) -> None:
    headings = (Heading("run"), Heading("optimizer", choices={"sgd": "随机梯度下降"}))
    view.set_comparison(Comparison(headings, (Row(("a", "sgd")), Row(("b", "adam")))))
    assert [shown(view, row, 1) for row in range(2)] == ["随机梯度下降", "adam"]
    view.copy()
    assert QGuiApplication.clipboard().text() == "run\toptimizer\na\tsgd\nb\tadam\n"
