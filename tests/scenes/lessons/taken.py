"""Takes the lessons that ship, as a person does."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons.lesson import Lesson
from tests.scenes.lessons.person import Person

QUICKEST = (  # train for seconds
    "what-the-shortcut-costs",
    "writing-to-memory",
    "gradient-descent-is-an-lstm",
    "where-a-good-start-lies",
)


def take(window: Window, qtbot: QtBot, lesson: Lesson) -> None:
    """Take a lesson from beginning to end."""
    window.open_lesson_named(lesson.name)
    person = Person(window, qtbot)
    person.take()
    assert len(person.read) == len(lesson.steps)
    assert person.lessons.progress.of(lesson.name).done
