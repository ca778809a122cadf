"""Every lesson that ships can be taken from beginning to end by doing what it says."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from scenes.shell.window import Window
from simulator.engine.lessons import lesson_files
from simulator.engine.lessons.lesson import Lesson
from tests.scenes.lessons.person import Person
from widgets.views.formula import SIZE, typeset

LESSONS = lesson_files.shipped()
COMPARING = ("distances", "forgetting", "fast-weights", "a-policy-that-adapts")
LONG = ("what-the-gates-learned", "one-look-is-enough", *COMPARING)  # train longer than a few seconds
TAKEN = [
    pytest.param(lesson, id=lesson.name, marks=[pytest.mark.slow] if lesson.name in LONG else []) for lesson in LESSONS
]


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("lesson", TAKEN)
def test_a_person_takes_a_lesson_from_beginning_to_end(window: Window, qtbot: QtBot, lesson: Lesson) -> None:
    window.open_lesson_named(lesson.name)
    person = Person(window, qtbot)
    person.take()
    assert len(person.read) == len(lesson.steps)
    assert person.lessons.progress.of(lesson.name).done


@pytest.mark.parametrize("lesson", LESSONS, ids=[lesson.name for lesson in LESSONS])
def test_the_formulas_of_a_lesson_can_be_typeset(lesson: Lesson) -> None:
    for step in lesson.steps:
        if step.formula:
            assert typeset(step.formula, SIZE, "#000000")
