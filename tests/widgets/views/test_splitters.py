"""Parts whose shares of the room a person moves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from widgets.views.splitters import split


def test_parts_stand_in_their_order_and_none_can_be_pushed_out_of_sight(qtbot: QtBot) -> None:
    parts = QLabel("left"), QLabel("right")
    splitter = split(Qt.Orientation.Horizontal, *parts)
    qtbot.addWidget(splitter)
    splitter.resize(400, 100)
    splitter.show()
    splitter.setSizes([400, 0])
    assert [splitter.widget(index) for index in range(splitter.count())] == list(parts)
    assert min(splitter.sizes()) > 0
