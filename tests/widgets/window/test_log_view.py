"""The log's view: levels, bounds, and taking it away."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import LIGHT
from metascope.widgets.window.log_view import LINES, LogLine, LogView
from tests.widgets.leaks import is_freed
from tests.widgets.person import named


@pytest.fixture
def view(qtbot: QtBot) -> LogView:
    made = LogView(LIGHT)
    qtbot.addWidget(made)
    return made


def lines(*levels: int) -> list[LogLine]:
    return [LogLine(float(place), level, f"line {place}") for place, level in enumerate(levels)]


def test_lines_stand_with_time_level_and_text(view: LogView) -> None:
    view.add([LogLine(0.0, logging.WARNING, "something odd")])
    when, level, text = view.text().split("  ")
    assert (level, text) == ("warning", "something odd")
    assert len(when.split(":")) == 3


def test_a_level_hides_what_is_less_and_brings_it_back(view: LogView) -> None:
    view.add(lines(logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR))
    assert [f"line {place}" in view.text() for place in range(4)] == [False, True, True, True]
    view.set_level(logging.ERROR)
    assert [f"line {place}" in view.text() for place in range(4)] == [False, False, False, True]
    view.set_level(logging.DEBUG)
    assert [f"line {place}" in view.text() for place in range(4)] == [True] * 4


def test_lines_that_come_later_are_filtered_too(view: LogView) -> None:
    view.set_level(logging.ERROR)
    view.add(lines(logging.INFO, logging.ERROR))
    assert "line 0" not in view.text()
    assert "line 1" in view.text()


def test_it_keeps_the_newest_lines(view: LogView) -> None:
    view.add(LogLine(0.0, logging.INFO, f"line {place}.") for place in range(LINES + 100))
    assert len(view.text().splitlines()) == LINES
    assert "line 99." not in view.text()
    view.set_level(logging.DEBUG)
    assert len(view.text().splitlines()) == LINES
    assert view.text().endswith(f"line {LINES + 99}.")


def test_it_is_copied_and_cleared(view: LogView) -> None:
    view.add(lines(logging.INFO))
    named(view, QPushButton, "Copy").click()
    assert QGuiApplication.clipboard().text() == view.text() != ""
    named(view, QPushButton, "Clear").click()
    assert view.text() == ""
    view.set_level(logging.DEBUG)
    assert view.text() == ""


def test_a_view_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: LogView(LIGHT))
