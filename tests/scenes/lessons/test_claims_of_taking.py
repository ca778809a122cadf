"""The lessons that train for longer can be taken from beginning to end, too, and what they claim on the way is so."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons import lesson_files
from tests.scenes.lessons.taken import LONGEST, take
from tests.scenes.lessons.test_shipped_lessons import OTHERS, QUICKEST


def test_every_lesson_is_taken_here_or_by_the_other_tests() -> None:
    assert set(LONGEST) | {QUICKEST, *OTHERS} == {one.name for one in lesson_files.shipped()}


@pytest.mark.slow
@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("name", LONGEST)
def test_a_person_takes_a_lesson_from_beginning_to_end(window: Window, qtbot: QtBot, name: str) -> None:
    take(window, qtbot, next(one for one in lesson_files.shipped() if one.name == name))
