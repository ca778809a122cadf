"""The banner, the dialog of unexpected errors, and the status bar."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.widgets.leaks import is_freed
from tests.widgets.person import named
from widgets.look.theme import DARK, LIGHT
from widgets.window.notice import ErrorReports, Notice
from widgets.window.status_bar import StatusBar


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
    bar.set_device("cpu, 1 thread")
    bar.set_seed(3)
    bar.set_rates(182.4, None)
    bar.set_memory(123 << 20, 256 << 20)
    texts = [label.text() for label in bar.findChildren(QLabel)]
    assert texts == [
        *("training", "cpu, 1 thread", "seed 3"),
        *("182 meta-steps/s", "– frames/s", "recordings 123 / 256 MiB"),
    ]


def test_notice_and_status_bar_leave_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: Notice(LIGHT))
    assert is_freed(lambda: StatusBar(LIGHT))
