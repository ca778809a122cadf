"""A link made in a lesson opens the lesson at that step, with the settings and the clocks of whoever made it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.files.links import LinkDialog, open_link
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.link import link_of, read_link
from metascope.simulator.engine.files.link_text import At, LessonPlace
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.lesson import Lesson
from metascope.simulator.engine.running.runner import RunState
from metascope.widgets.look.theme import LIGHT
from tests.scenes.hands import notices, the_stage, trigger
from tests.scenes.lessons.person import Person
from tests.scenes.lessons.written import OPENED, take, write

START = "where-a-good-start-lies"
TWO = presets.find("two-tasks")


def copied() -> str:
    return QGuiApplication.clipboard().text()


def index_of(lesson: Lesson, step: str) -> int:
    place = lesson.place_of(step)
    assert place is not None
    return place


def begin(window: Window, qtbot: QtBot, step: str) -> Person:
    """Take the lesson from this step on."""
    lesson = lesson_files.read(lesson_files.path_of(START))
    window.lesson_progress.keep(lesson.key, step, index_of(lesson, step))
    window.lessons.start(lesson)
    person = Person(window, qtbot)
    person.until(lambda: not person.shown().waiting, "begin")
    return person


def arrive(window: Window, qtbot: QtBot, line: str) -> Person:
    """Open a line, and wait until the lesson is there."""
    open_link(window, line)
    person = Person(window, qtbot)
    person.until(lambda: not person.shown().waiting and the_stage(window).playback.shown is not None, "arrive")
    return person


def test_a_link_made_in_a_lesson_leads_to_the_step(window: Window, qtbot: QtBot) -> None:
    begin(window, qtbot, "stuck")
    trigger(window, "save.link")
    assert read_link(copied()).lesson == LessonPlace(START, "stuck")
    assert notices(window) == []
    line = copied()
    window.lessons.leave()
    trigger(window, "save.link")
    assert read_link(copied()).lesson is None, "the lesson was left"
    window.show_gallery()
    person = arrive(window, qtbot, line)
    lesson = person.lessons.lesson
    assert lesson is not None
    assert lesson.steps[person.lessons.index].name == "stuck"
    stage = the_stage(window)
    assert stage.run.recording.newest_step == 100, "trained as far as the steps before ask"
    assert stage.playback.clocks.inner.position == stage.playback.shown.ticks() - 1  # type: ignore[union-attr]
    assert not person.shown().done
    assert person.lessons.progress.of(START).step == "stuck", "the place is kept"


def test_settings_and_clocks_of_whoever_shares_are_taken(window: Window, qtbot: QtBot) -> None:
    place = LessonPlace(START, "stuck")
    line = link_of(TWO, TWO.settings.replaced(seed=7), At(30, 4), place).text
    person = arrive(window, qtbot, line)
    stage = the_stage(window)
    assert stage.settings.seed == 7
    assert stage.run.recording.newest_step == 100
    assert (stage.playback.clocks.outer.position, stage.playback.clocks.inner.position) == (30, 4)
    assert stage.playback.method == "maml", "as the step has it"
    person.press(Qt.Key.Key_PageUp)
    person.until(lambda: not person.shown().waiting and person.lessons.index == 5, "go back")
    assert stage_seed(window) == TWO.settings.seed, "the step before begins as the lesson has it"


def stage_seed(window: Window) -> int:
    return the_stage(window).settings.seed


def test_the_dialog_says_which_step_a_line_opens(window: Window, qtbot: QtBot) -> None:
    line = link_of(TWO, TWO.settings.replaced(seed=7), None, LessonPlace(START, "stuck")).text
    asking = LinkDialog(lambda _: None, LIGHT, window)
    asking.show_text(line)
    assert asking.told == "Opens the lesson Where a good start lies at step 7 of 16. Changed settings: Seed."


def test_a_line_of_an_unknown_step_opens_the_scenario_and_says_so(window: Window, qtbot: QtBot) -> None:
    tomorrow, foreign = LessonPlace("of-tomorrow", "end"), LessonPlace("forgetting", "end")
    for place in (tomorrow, LessonPlace(START, "of-tomorrow"), foreign):
        line = link_of(TWO, TWO.settings.replaced(seed=9), None, place).text
        open_link(window, line)
        assert window.lessons.lesson is None
        assert stage_seed(window) == 9
        assert the_stage(window).run.runner.state in (RunState.PREPARING, RunState.IDLE)
        name = ":".join(place)
        told = f"This version has no such step of a lesson: {name}. Its scenario was opened alone."
        assert notices(window)[-1] == told
        asking = LinkDialog(lambda _: None, LIGHT, window)
        asking.show_text(line)
        assert f"no such step of a lesson: {name}." in asking.told


def test_a_lesson_in_a_file_is_not_in_a_line_and_said_so(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    take(window, qtbot, write(tmp_path / "mine.json", OPENED))
    trigger(window, "save.link")
    assert read_link(copied()).lesson is None
    assert notices(window)[-1].endswith("Not in it: the lesson, which is a file on this computer.")


def test_a_line_on_the_command_line_begins_the_lesson(qtbot: QtBot) -> None:
    linked = read_link(link_of(TWO, TWO.settings.replaced(seed=3), None, LessonPlace(START, "adapt")).text)
    preset = replace(TWO, settings=linked.settings)
    window = new_window(LIGHT, preset)
    qtbot.addWidget(window)
    window.opening_linked = replace(linked, preset=preset)
    window.show()
    person = Person(window, qtbot)
    person.until(lambda: window.takes_lesson and not person.shown().waiting, "begin")
    assert window.lessons.index == 1
    assert stage_seed(window) == 3
    assert len(window.desk.tree.nodes) == 1, "the run that the window opened with is taken"
