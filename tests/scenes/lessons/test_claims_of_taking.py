"""The lessons that train for longer can be taken from beginning to end, too, and what they claim on the way is so."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import Lesson
from tests.scenes.lessons.taken import QUICKEST, take

LONGER = [lesson for lesson in lesson_files.shipped() if lesson.name not in QUICKEST]


def test_the_quickest_ones_are_taken_elsewhere() -> None:
    assert len(LONGER) + len(QUICKEST) == len(lesson_files.shipped())


@pytest.mark.slow
@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("lesson", LONGER, ids=lambda lesson: lesson.name)
def test_a_person_takes_a_lesson_from_beginning_to_end(window: Window, qtbot: QtBot, lesson: Lesson) -> None:
    take(window, qtbot, lesson)
