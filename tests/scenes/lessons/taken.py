"""Takes the lessons that ship, as a person does."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons.lesson import Lesson
from tests.scenes.lessons.person import Person

LONGEST = ("what-the-gates-learned", "fast-weights")  # train for a minute, on a computer that does nothing else


def take(window: Window, qtbot: QtBot, lesson: Lesson) -> None:
    """Take a lesson from beginning to end."""
    window.open_lesson_named(lesson.name)
    person = Person(window, qtbot)
    person.take()
    assert len(person.read) == len(lesson.steps)
    assert person.lessons.progress.of(lesson.name).done
