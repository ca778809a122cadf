"""A finished lesson offers the next one, which one key begins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons import lesson_files
from tests.scenes.lessons.person import Person
from tests.scenes.lessons.written import take, write

LESSONS = lesson_files.shipped()


def finish(window: Window, qtbot: QtBot, name: str) -> Person:
    """Take a lesson's last step, and finish it."""
    lesson = next(one for one in LESSONS if one.name == name)
    window.lesson_progress.keep(name, lesson.steps[-1].name, len(lesson.steps) - 1)
    window.open_lesson_named(name)
    person = Person(window, qtbot)
    person.until(lambda: not person.shown().waiting, "begin")
    person.lessons.skip()
    return person


def button(person: Person, text: str) -> QPushButton:
    return next(it for it in person.lessons.panel.findChildren(QPushButton) if it.text() == text and it.isVisible())


def test_the_next_lesson_of_the_lecture_is_offered_and_one_key_begins_it(window: Window, qtbot: QtBot) -> None:
    person = finish(window, qtbot, "writing-to-memory")
    place = [one.name for one in LESSONS].index("writing-to-memory")
    shown = person.shown()
    assert person.lessons.lesson is None
    assert shown.ends
    assert LESSONS[place + 1].title in shown.text
    assert window.takes_lesson, "its keys are alive"
    assert not [it for it in person.lessons.panel.findChildren(QPushButton) if it.text() == "Back" and it.isVisible()]
    person.press(Qt.Key.Key_PageDown)
    assert person.lessons.lesson is not None
    assert person.lessons.lesson.name == LESSONS[place + 1].name
    person.until(lambda: not person.shown().waiting, "begin it")


def test_escape_or_a_button_declines(window: Window, qtbot: QtBot) -> None:
    person = finish(window, qtbot, "writing-to-memory")
    person.press(Qt.Key.Key_Escape)
    assert person.lessons.panel.isHidden()
    assert not window.takes_lesson
    person = finish(window, qtbot, "writing-to-memory")
    button(person, "Not now").click()
    assert person.lessons.panel.isHidden()
    assert not window.takes_lesson


def test_what_is_done_is_left_out_and_after_the_last_one_come_those_that_were_not_taken(window: Window) -> None:
    *others, last = LESSONS
    assert lesson_files.following(last, {others[0].name}.__contains__) is others[1]
    assert lesson_files.following(others[0], {others[1].name}.__contains__) is others[2]
    assert lesson_files.following(others[0], lambda _: True) is None


def test_nothing_is_offered_after_a_lesson_of_ones_own(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    person = take(window, qtbot, write(tmp_path / "writing-to-memory.json", {"text": "x"}))
    person.press(Qt.Key.Key_PageDown)
    assert not window.takes_lesson
    assert person.lessons.panel.isHidden()
