"""Going back a step undoes what was changed since that step began, so that what it says is so again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.scenes.stories.ntm.addressing import AddressingView
from metascope.scenes.stories.ntm.knobs import Knobs
from tests.scenes.hands import the_stage
from tests.scenes.lessons.person import Person
from tests.scenes.lessons.written import OPENED, take, write

SET = {
    "name": "set",
    "text": "k = {setting:inner_steps}",
    "controls": ["inner_steps"],
    "do": {"set": {"inner_steps": 1}},
}
READ = {"name": "read", "text": "k = {setting:inner_steps}"}


def back(person: Person) -> None:
    """Go back a step, and wait until it begins."""
    before = person.lessons.index
    person.press(Qt.Key.Key_PageUp)
    person.until(lambda: person.lessons.index == before - 1 and not person.shown().waiting, "go back")


def start(stage: Stage) -> float:
    """Return where MAML's start lies now."""
    newest = stage.run.runner.newest
    assert newest is not None
    return newest.metrics["maml.phi"]


def test_a_setting_is_as_it_was_when_the_step_began(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, SET, READ))
    run = the_stage(window).run
    person.press(Qt.Key.Key_PageDown)
    person.take_step()
    person.press(Qt.Key.Key_PageDown)
    person.until(lambda: person.shown().text == "k = 1", "see what was set")
    back(person)
    assert person.shown().text == "k = 20"
    assert not person.shown().done, "it is to be done again"
    assert the_stage(window).run is run
    assert the_stage(window).form.values()["inner_steps"] == 20
    person.take()


def test_a_setting_that_needed_a_new_run_is_as_it_was(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    step = {"name": "set", "text": "x", "controls": ["starts"], "do": {"set": {"starts": 3}}}
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, step, {"text": "x"}))
    person.press(Qt.Key.Key_PageDown)
    person.take_step()
    person.press(Qt.Key.Key_PageDown)
    assert the_stage(window).settings.model_dump()["starts"] == 3
    back(person)
    assert the_stage(window).settings.model_dump()["starts"] == 1
    assert not person.shown().done


def test_a_gesture_is_undone(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    drag = {
        "name": "drag", "text": "x", "task": "Drag it.",
        "do": {"change": {"name": "phi", "where": [{"at": ["to", 0], "at_most": -1.0}]}},
    }  # fmt: skip
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, drag, READ))
    person.press(Qt.Key.Key_PageDown)
    stage = the_stage(window)
    before = start(stage)
    stage.scene.changed.emit("phi", {"method": None, "to": [-1.5]}, False)
    person.until(lambda: person.shown().done, "drag")
    assert start(stage) == -1.5
    person.press(Qt.Key.Key_PageDown)
    back(person)
    assert not stage.steering.undo.canUndo()
    assert not person.shown().done
    assert start(stage) == before


def test_sliders_that_only_try_something_are_as_they_were(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    opened = {"name": "open", "text": "x", "open": {"preset": "addressing"}, "look": {"inner": 10}}
    person = take(
        window, qtbot, write(tmp_path / "a.json", opened, {"text": "one"}, {"text": "two"}, {"text": "three"})
    )
    view = the_stage(window).scene.view_named("addressing")
    assert isinstance(view, AddressingView)
    knobs = view.findChild(Knobs)
    assert isinstance(knobs, Knobs)
    person.press(Qt.Key.Key_PageDown)
    knobs.pushed.emit("strength", 100.0)
    person.press(Qt.Key.Key_PageDown)
    knobs.pushed.emit("gate", 1.0)
    person.press(Qt.Key.Key_PageDown)
    assert view.tried() == {"strength": 100.0, "gate": 1.0}
    back(person)
    assert view.tried() == {"strength": 100.0}
    assert view.other is not None
    back(person)
    assert view.tried() == {}
    assert view.other is None


def test_what_sliders_tried_is_let_go_of_where_a_lesson_goes_on_to_another_place(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = {"name": "open", "text": "x", "open": {"preset": "addressing"}, "look": {"inner": 10}}
    same, other = ({"text": "x", "look": {"inner": inner}} for inner in (10, 9))
    person = take(window, qtbot, write(tmp_path / "a.json", opened, same, other))
    view = the_stage(window).scene.view_named("addressing")
    assert isinstance(view, AddressingView)
    knobs = view.findChild(Knobs)
    assert isinstance(knobs, Knobs)
    knobs.pushed.emit("sharpness", 1.0)
    person.press(Qt.Key.Key_PageDown)
    assert view.tried() == {"sharpness": 1.0}
    person.press(Qt.Key.Key_PageDown)
    assert view.tried() == {}


def test_a_lesson_taken_up_in_the_middle_goes_back_to_the_settings_of_its_steps(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.json", OPENED, SET, READ)
    window.lesson_progress.keep(str(path), "read", 2)
    person = take(window, qtbot, path)
    person.until(lambda: person.shown().text == "k = 1", "see the run as the steps before have left it")
    back(person)
    person.until(lambda: person.shown().text == "k = 20", "see it as this step begins")
    assert not person.shown().done
