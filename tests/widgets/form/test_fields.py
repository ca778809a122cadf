"""The number box: what is typed is read the same on every desktop, and what cannot be read stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from metascope.simulator.engine.text import Message
from metascope.widgets.form.fields import NumberBox
from tests.waiting import LONGEST
from tests.widgets.person import press

LOCALES = ("en_US", "de_DE", "fr_FR")


@pytest.fixture(params=LOCALES)
def desktop(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


def box(qtbot: QtBot, whole: bool = False, unit: str = "") -> NumberBox:
    made = NumberBox(whole=whole)
    made.setRange(0, 1000)
    made.setSuffix(unit)
    made.setValue(20)
    qtbot.addWidget(made)
    made.show()
    return made


def type_anew(box: NumberBox, text: str) -> None:
    box.selectAll()
    QTest.keyClicks(box, text)
    press(box, Qt.Key.Key_Return)


@pytest.mark.usefixtures("desktop")
@pytest.mark.parametrize(
    ("text", "number"), [("0,3", 0.3), ("0.3", 0.3), ("0,001", 0.001), (".5", 0.5), ("1e-3", 1e-3), ("85,5", 85.5)]
)
def test_every_desktop_reads_point_and_comma(qtbot: QtBot, text: str, number: float) -> None:
    shown = box(qtbot)
    type_anew(shown, text)
    assert (shown.number(), shown.value(), shown.problem) == (number, number, None)
    assert shown.text() == f"{number:g}".replace("e-0", "e-")


@pytest.mark.usefixtures("desktop")
@pytest.mark.parametrize("text", ["abc5", "5x", "0,3,1", "1,500", "--5"])
def test_what_cannot_be_read_stays_with_its_problem(qtbot: QtBot, text: str) -> None:
    shown, said, edits = box(qtbot), list[Message](), list[None]()
    shown.unread.connect(said.append)
    shown.edited.connect(lambda: edits.append(None))
    type_anew(shown, text)
    shown.clearFocus()
    assert shown.text() == text
    assert shown.number() == 20
    assert [shown.problem] == said
    assert edits == []
    type_anew(shown, "7")
    assert (shown.number(), shown.text(), shown.problem) == (7, "7", None)


@pytest.mark.usefixtures("desktop")
def test_a_unit_is_no_part_of_the_number(qtbot: QtBot) -> None:
    shown = box(qtbot, unit=" mm")
    type_anew(shown, "85,5")
    assert (shown.number(), shown.text()) == (85.5, "85.5 mm")
    shown.lineEdit().selectAll()
    QTest.keyClicks(shown, "90 m")
    press(shown, Qt.Key.Key_Return)
    assert (shown.number(), shown.text(), shown.problem is None) == (90, "90 mm", True)


def test_a_whole_number_is_not_rounded_in_silence(qtbot: QtBot) -> None:
    shown = box(qtbot, whole=True)
    type_anew(shown, "2.5")
    assert (shown.text(), shown.number(), shown.problem is None) == ("2.5", 20, False)


def test_another_number_takes_the_place_of_what_cannot_be_read(qtbot: QtBot) -> None:
    shown = box(qtbot)
    type_anew(shown, "x")
    press(shown, Qt.Key.Key_Up)
    assert (shown.text(), shown.problem) == ("21", None)


def test_space_is_the_windows_unless_a_number_is_being_typed(qtbot: QtBot) -> None:
    window, shown, heard = QWidget(), box(qtbot), list[None]()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(shown)
    QShortcut(QKeySequence("Space"), window).activated.connect(lambda: heard.append(None))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=LONGEST)
    shown.setFocus()
    shown.setRange(0, 20_000)
    type_anew(shown, "10 000")
    assert (shown.number(), heard) == (10_000, [])
    press(shown, Qt.Key.Key_Space)
    assert (shown.text(), heard) == ("10000", [None])
