"""Tables drawn by hand: what stands in them, what is told of it, and which row a person clicks."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.paper import export
from metascope.widgets.views.sheet import READABLE, Cell, GridView
from metascope.widgets.views.view import Table
from tests.widgets.leaks import is_freed
from tests.widgets.plots.pictures import count, rgb

HEAD = [Cell("Problems"), Cell("SGD"), Cell("Adam")]
ROWS = [[Cell("own"), Cell("−1.2"), Cell("−2.5", bold=True, tip="the best")], [Cell("wider"), Cell("0.1"), Cell("–")]]


class Toy(GridView):
    """A table of fixed numbers."""

    def table(self) -> Table:
        return {"own": np.array([1.0])}


def toy() -> Toy:
    view = Toy("toy", "A table", LIGHT)
    view.set_cells(HEAD, ROWS)
    view.resize(400, 200)
    return view


def place(view: Toy, row: int) -> QPoint:
    return QPoint(30, round((row + 1.5) * view._row_height()))


def test_texts_are_in_the_drawing(qtbot: QtBot) -> None:
    view = toy()
    qtbot.addWidget(view)
    drawn = export.picture(view, "svg", QSize(400, 200)).decode()
    for text in ("Problems", "−2.5", "wider"):
        assert text in drawn


def test_an_empty_table_says_what_will_come(qtbot: QtBot) -> None:
    view = Toy("toy", "A table", LIGHT)
    qtbot.addWidget(view)
    view.set_empty_text("Rows come by themselves")
    assert "Rows come by themselves" in export.picture(view, "svg", QSize(400, 200)).decode()


def test_a_click_tells_the_row_and_one_beside_the_rows_nothing(qtbot: QtBot) -> None:
    view, told = toy(), list[int]()
    qtbot.addWidget(view)
    view.show()
    view.row_clicked.connect(told.append)
    for row in (1, 0, -1, 2):
        QTest.mouseClick(view.canvas(), Qt.MouseButton.LeftButton, pos=place(view, row))
    assert told == [1, 0]


def test_the_chosen_row_stands_out(qtbot: QtBot) -> None:
    view = toy()
    qtbot.addWidget(view)
    assert count(view.grab().toImage(), LIGHT.hover, 1) == 0
    view.set_chosen(1)
    assert count(view.grab().toImage(), LIGHT.hover, 1) > 1000


def test_a_cell_tells_what_is_known_of_it(qtbot: QtBot) -> None:
    view = toy()
    qtbot.addWidget(view)
    view.show()
    y = place(view, 0).y()
    assert view.tip_at(QPointF(view.canvas().width() - 12, y)) == "the best"
    assert view.tip_at(QPointF(12, y)) == ""
    assert view.tip_at(QPointF(12, 190)) == ""


@pytest.mark.parametrize("size", [QSize(150, 200), QSize(400, 40)])
def test_a_table_with_little_room_is_drawn_smaller(qtbot: QtBot, size: QSize) -> None:
    view = toy()
    qtbot.addWidget(view)
    assert view._scale(QRectF(QPointF(0, 0), QSizeF(size))) < 1 == view._scale(QRectF(0, 0, 400, 200))


def test_a_table_that_would_be_too_small_to_be_read_scrolls(qtbot: QtBot) -> None:
    view = toy()
    qtbot.addWidget(view)
    view.show()
    view.resize(400, 200)
    assert view.canvas().visibleRegion().boundingRect() == view.canvas().rect()
    view.resize(100, 70)
    assert view.canvas().width() > 100
    assert view._scale(QRectF(view.canvas().rect())) >= READABLE
    assert view.canvas().visibleRegion().boundingRect() != view.canvas().rect()


def test_a_table_wears_its_theme(qtbot: QtBot) -> None:
    view = toy()
    qtbot.addWidget(view)
    light = rgb(view.grab().toImage()).mean()
    view.set_theme(DARK)
    assert rgb(view.grab().toImage()).mean() < light - 100


def test_a_table_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(toy)
