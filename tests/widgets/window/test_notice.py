"""The banner, the dialog of unexpected errors, and the status bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import DARK, GRID, LIGHT
from metascope.widgets.window.notice import ErrorReports, Notice
from metascope.widgets.window.status_bar import StatusBar
from tests.tiers import first_quick
from tests.widgets.leaks import is_freed
from tests.widgets.person import named


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    made = Notice(LIGHT)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def heard(notice: Notice) -> list[str]:
    heard: list[str] = []
    notice.acted.connect(lambda: heard.append("acted"))
    notice.dismissed.connect(lambda: heard.append("dismissed"))
    return heard


def test_a_notice_is_hidden_until_there_is_something_to_say(notice: Notice, heard: list[str]) -> None:
    assert notice.isHidden()
    notice.tell("warning", "alpha is too large", "Use 0.8")
    assert not notice.isHidden()
    notice.set_theme(DARK)
    notice.clear()
    assert notice.isHidden()
    assert heard == []


def test_a_notice_says_its_level_to_a_screen_reader(notice: Notice) -> None:
    notice.tell("failure", "it stopped")
    assert notice.accessibleName() == "Failure: it stopped"


def test_the_button_of_a_notice_is_there_only_if_named(notice: Notice, heard: list[str]) -> None:
    notice.tell("info", "nothing to do")
    assert notice.findChildren(QPushButton)[0].isHidden()
    notice.tell("info", "something to do", "Do it", "It will be done")
    named(notice, QPushButton, "Do it").click()
    assert heard == ["acted"]


def test_a_closed_notice_tells_and_can_speak_again(notice: Notice, heard: list[str]) -> None:
    notice.tell("info", "once")
    named(notice, QToolButton, "Close").click()
    assert heard == ["dismissed"]
    assert notice.isHidden()
    notice.tell("info", "once")
    assert notice.text == "once"


MANY = "\n".join(f"key{number}: is not a key of a scenario" for number in range(1623))
LONG = "folder: " + " ".join(f"word{number}" for number in range(3000))


@pytest.mark.parametrize("width", first_quick([500, 300, 1200]))
@pytest.mark.parametrize("text", [MANY, LONG, f"{LONG}\n{MANY}", "one\ntwo\nthree\nfour\nfive", "short"])
def test_a_notice_never_has_more_than_five_lines(notice: Notice, text: str, width: int) -> None:
    notice.tell("failure", text)
    notice.resize(width, notice.heightForWidth(width))
    notice.show()
    label = notice.findChildren(QLabel)[1]
    spacing = label.fontMetrics().lineSpacing()
    assert notice.height() <= 5 * spacing + 4 * GRID
    assert label.height() >= label.heightForWidth(label.width())  # nothing is cut
    assert notice.text == text
    assert notice.accessibleName() == f"Failure: {text}"


def test_a_long_notice_says_how_many_more_there_are_and_copies_them(notice: Notice) -> None:
    notice.tell("failure", MANY)
    notice.resize(1200, notice.heightForWidth(1200))
    notice.show()
    shown = notice.findChildren(QLabel)[1].text().splitlines()
    assert shown == [*MANY.splitlines()[:4], "and 1,619 more"]
    named(notice, QPushButton, "Copy details").click()
    assert QGuiApplication.clipboard().text() == MANY


def test_a_short_notice_has_nothing_to_copy(notice: Notice) -> None:
    notice.tell("failure", MANY)
    notice.tell("failure", "short")
    assert all(button.isHidden() for button in notice.findChildren(QPushButton))


def test_a_notice_is_dismissed_once(notice: Notice, heard: list[str]) -> None:
    notice.tell("info", "once")
    assert [notice.dismiss(), notice.dismiss()] == [True, False]
    assert heard == ["dismissed"]


def test_a_notice_lies_over_its_place_wherever_that_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place, notice = QWidget(window), Notice(LIGHT, window)
    window.resize(1000, 500)
    place.setGeometry(0, 30, 1000, 400)
    window.show()
    notice.tell("info", "told")
    notice.lie_over(place)
    assert notice.geometry().center().x() == QRect(0, 0, 1000, 1).center().x()
    assert notice.y() == 30 + GRID
    place.setGeometry(300, 30, 700, 400)
    assert place.geometry().left() < notice.geometry().left()
    assert notice.geometry().right() < place.geometry().right()
    place.setGeometry(800, 30, 200, 400)
    assert notice.width() > 400, "over what is narrow it would have too many lines"


def test_an_error_is_shown_once_for_each_traceback(qtbot: QtBot) -> None:
    reports = ErrorReports()
    first = reports.report("It broke", "Traceback: line 1")
    assert first is not None
    qtbot.addWidget(first)
    assert not first.isModal()
    assert reports.report("It broke", "Traceback: line 1") is None
    second = reports.report("It broke", "Traceback: line 2")
    assert second is not None
    qtbot.addWidget(second)


def test_an_errors_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = ErrorReports().report("It broke", "Traceback: line 1")
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "It broke\n\nTraceback: line 1"


def test_the_status_bar_tells_what_the_run_takes(qtbot: QtBot) -> None:
    bar = StatusBar(LIGHT)
    qtbot.addWidget(bar)
    bar.set_state("training")
    bar.set_job("preparing")
    bar.set_device("cpu, 1 thread")
    bar.set_seed(3)
    bar.set_rates(182.4, None)
    bar.set_memory(123 << 20, 256 << 20)
    texts = [label.text() for label in bar.findChildren(QLabel)]
    assert texts == [
        *("training", "preparing", "cpu, 1 thread", "seed 3"),
        *("182 meta-steps/s", "– frames/s", "recordings 123 / 256 MiB"),
    ]


def test_notice_and_status_bar_leave_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: Notice(LIGHT))
    assert is_freed(lambda: StatusBar(LIGHT))


def test_information_is_cleared_and_what_went_wrong_stays(qtbot: QtBot) -> None:
    notice = Notice(LIGHT)
    qtbot.addWidget(notice)
    notice.tell("info", "Look here")
    notice.clear_information()
    assert notice.text == ""
    notice.tell("warning", "It diverged")
    notice.clear_information()
    assert notice.text == "It diverged"
