"""A drop-down list is called by its label, wherever it is put."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QStyle, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.look.combo_box import BESIDE, ComboBox
from metascope.widgets.look.theme import LIGHT
from tests.scenes.accessible import told_name


@pytest.fixture
def outer(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def box_named(name: str) -> ComboBox:
    made = ComboBox()
    made.addItems(["one", "two"])
    made.setAccessibleName(name)
    return made


def test_it_is_called_by_its_name_before_and_after_it_is_laid_out(outer: QWidget) -> None:
    box = box_named("Quantity shown")
    QVBoxLayout(outer).addWidget(box)
    assert told_name(box) == "Quantity shown"
    box.setAccessibleName("Rows & columns")
    assert told_name(box) == "Rows & columns"
    assert box.accessibleName() == "Rows & columns"


def test_what_stands_in_is_never_seen_and_moves_with_it(outer: QWidget) -> None:
    box = box_named("Quantity shown")
    first, second = QWidget(outer), QWidget(outer)
    for place in (first, second):
        QVBoxLayout(place).addWidget(box)
    outer.show()
    assert told_name(box) == "Quantity shown"
    assert not any(label.isVisible() for label in outer.findChildren(QLabel))
    assert not [label for label in first.findChildren(QLabel) if label.buddy() is box]


def test_a_long_text_is_told_apart_by_its_end(outer: QWidget) -> None:
    pictures = []
    for end in ("maml", "anil"):
        box = ComboBox(outer)
        box.addItem(f"which method is trained, and which is left out = {end}")
        box.resize(150, 26)
        pictures.append(box.grab().toImage())
    assert pictures[0] != pictures[1]


def test_a_label_beside_it_is_its_name_and_it_has_one(outer: QWidget) -> None:
    box = box_named("Quantity shown")
    QFormLayout(outer).addRow("Quantity", box)
    outer.show()
    assert told_name(box) == "Quantity"


def test_the_room_of_its_text_is_that_of_the_style(qapp: QApplication, outer: QWidget) -> None:
    LIGHT.apply(qapp)
    box = ComboBox(outer)
    box.resize(150, 30)
    outer.show()
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    assert room.width() == box.width() - BESIDE
