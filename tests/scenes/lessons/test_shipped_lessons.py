"""Lessons that ship can be taken from beginning to end by doing what they say; their formulas can be typeset."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import Lesson
from metascope.widgets.views.formula import SIZE, typeset
from tests.scenes.lessons.taken import LONGEST, take
from tests.tiers import first_quick

LESSONS = {lesson.name: lesson for lesson in lesson_files.shipped()}
QUICKEST = "what-the-shortcut-costs"
OTHERS = [name for name in LESSONS if name not in (QUICKEST, *LONGEST)]  # those longest: test_claims_of_taking


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("name", first_quick([QUICKEST, *OTHERS]))
def test_a_person_takes_a_lesson_from_beginning_to_end(window: Window, qtbot: QtBot, name: str) -> None:
    take(window, qtbot, LESSONS[name])


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)
def test_the_formulas_of_a_lesson_can_be_typeset(lesson: Lesson) -> None:
    for step in lesson.steps:
        if step.formula:
            assert typeset(step.formula, SIZE, "#000000")
