"""Parts whose shares of the room a person moves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from metascope.widgets.views.splitters import column, row, split


def test_parts_stand_in_their_order_and_none_can_be_pushed_out_of_sight(qtbot: QtBot) -> None:
    parts = QLabel("left"), QLabel("right")
    splitter = split(Qt.Orientation.Horizontal, *parts)
    qtbot.addWidget(splitter)
    splitter.resize(400, 100)
    splitter.show()
    splitter.setSizes([400, 0])
    assert [splitter.widget(index) for index in range(splitter.count())] == list(parts)
    assert min(splitter.sizes()) > 0


def test_a_row_lies_along_and_a_column_stands_with_their_shares_of_the_room(qtbot: QtBot) -> None:
    upper, lower, left = QLabel("upper"), QLabel("lower"), QLabel("left")
    right = column(upper, lower, shares=(1, 3))
    whole = row(left, right, shares=(1, 4), sizes=(300, 100))
    qtbot.addWidget(whole)
    whole.resize(408, 408)
    whole.show()
    assert (whole.orientation(), right.orientation()) == (Qt.Orientation.Horizontal, Qt.Orientation.Vertical)
    assert whole.sizes() == [300, 100]
    assert right.sizes() == [100, 300]
