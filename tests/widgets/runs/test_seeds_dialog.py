"""Asking for seeds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from metascope.widgets.runs.seeds_dialog import SeedsDialog
from tests.waiting import LONGEST


def test_five_seeds_from_the_given_one_are_proposed(qtbot: QtBot) -> None:
    dialog = SeedsDialog(7)
    qtbot.addWidget(dialog)
    assert dialog.seeds() == [7, 8, 9, 10, 11]


def test_what_is_chosen_is_told_and_given(qtbot: QtBot) -> None:
    dialog = SeedsDialog(0)
    qtbot.addWidget(dialog)
    chosen: list[list[int]] = []
    dialog.seeds_chosen.connect(lambda seeds: chosen.append(seeds))
    dialog.count.setValue(3)
    dialog.first.setValue(4)
    assert any("Seeds 4 to 6" in label.text() for label in dialog.findChildren(QLabel))
    assert chosen == []
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert chosen == [[4, 5, 6]]


def test_there_are_two_to_thirty_two_runs(qtbot: QtBot) -> None:
    dialog = SeedsDialog(2**31 - 1)
    qtbot.addWidget(dialog)
    dialog.count.setValue(1)
    assert len(dialog.seeds()) == 2
    dialog.count.setValue(99)
    assert len(dialog.seeds()) == 32
    assert max(dialog.seeds()) < 2**31


def test_the_fields_keep_their_height_beside_the_sentence(qtbot: QtBot) -> None:
    dialog = SeedsDialog(0)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog, timeout=LONGEST):
        dialog.show()
    assert all(box.height() >= box.minimumSizeHint().height() for box in (dialog.count, dialog.first))


def test_what_cannot_be_read_stays_and_trains_nothing(qtbot: QtBot) -> None:
    dialog = SeedsDialog(0)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.first.selectAll()
    QTest.keyClicks(dialog.first, "2.5")
    QTest.keyClick(dialog.first, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.first.text() == "2.5"
    train = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Train")
    assert not train.isEnabled()
    assert any("First seed: must be a whole number" in label.text() for label in dialog.findChildren(QLabel))


def test_it_warns_where_nothing_is_random(qtbot: QtBot) -> None:
    for is_random in (True, False):
        dialog = SeedsDialog(0, is_random=is_random)
        qtbot.addWidget(dialog)
        texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert ("all runs will be the same" in texts) != is_random
