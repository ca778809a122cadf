"""A lesson in the window: keys, places, stages that come and go, a file that is being edited."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.lesson_progress import LessonProgress
from metascope.scenes.lessons.writing_help import EXAMPLE, WritingDialog
from metascope.scenes.shell import dialogs
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.files import presets
from metascope.widgets.form.fields import NumberBox
from metascope.widgets.lessons.dimming import Dimmer
from metascope.widgets.lessons.page import LessonRow, LessonsPage
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.window.notice import Notice
from tests.scenes.hands import open_stage, run_steps, the_stage
from tests.scenes.lessons.person import Person
from tests.scenes.lessons.written import OPENED, QUESTION, take, write
from tests.waiting import LONGEST


def test_the_keys_lead_through_a_lesson(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, QUESTION, {"text": "x"}))
    person.press(Qt.Key.Key_PageUp)
    assert person.lessons.index == 0, "there is nothing before the first step"
    person.press(Qt.Key.Key_Return)
    assert person.lessons.index == 1
    assert person.shown().text == "k = 20"
    person.press(Qt.Key.Key_PageDown)
    assert person.lessons.index == 1, "a question waits for its answer"
    person.press(Qt.Key.Key_1)
    assert "no" in person.shown().feedback
    assert not person.shown().done
    person.press(Qt.Key.Key_2)
    assert "yes" in person.shown().feedback
    assert person.shown().states == ("wrong", "right")
    person.press(Qt.Key.Key_1)
    assert person.shown().states == ("wrong", "right"), "what was answered stays"
    person.press(Qt.Key.Key_PageUp)
    assert person.lessons.index == 0
    person.press(Qt.Key.Key_PageDown)
    assert person.shown().states == ("open", "open"), "a step begins anew"
    person.lessons.skip()
    person.press(Qt.Key.Key_PageDown)
    assert person.lessons.lesson is None, "the last step ends the lesson"
    assert person.lessons.panel.isHidden()


def test_escape_asks_and_keeps_the_place(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", OPENED, {"name": "two", "text": "x"})
    person = take(window, qtbot, path)
    person.press(Qt.Key.Key_PageDown)
    person.press(Qt.Key.Key_Escape)
    assert person.lessons.panel.asking
    person.press(Qt.Key.Key_Escape)
    assert not person.lessons.panel.asking
    assert person.lessons.lesson is not None
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_Return)
    assert person.lessons.lesson is None
    assert the_stage(window).shows_everything, "the scenario has its own controls back"
    assert not window.actions_["lesson.on"].isEnabled(), "the keys are the window's again"
    take(window, qtbot, path)
    assert person.lessons.index == 1


def test_digits_and_return_belong_to_a_field_that_is_typed_in(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    step = {**QUESTION, "controls": ["inner_rate"], "highlight": ["setting:inner_rate"]}
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, step))
    person.press(Qt.Key.Key_PageDown)
    stage = the_stage(window)
    stage.form.focus_setting("inner_rate")
    box = QApplication.focusWidget()
    assert isinstance(box, NumberBox)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_2)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert person.shown().states == ("open", "open")
    assert person.lessons.index == 1
    qtbot.waitUntil(lambda: stage.settings.model_dump()["inner_rate"] == 2.0, timeout=LONGEST)


def test_a_step_shows_its_controls_and_dims_the_rest(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    named = ["setting:inner_steps", "method:maml", "action:run.play", "action:view.palette", "part:timeline"]
    lit = {"name": "lit", "text": "x", "highlight": [*named, "view:loss_after"], "controls": ["methods", "inner_steps"]}
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, lit, {"text": "x"}))
    dimmer = window.findChild(Dimmer)
    assert isinstance(dimmer, Dimmer)
    assert dimmer.isHidden(), "nothing is lit, so nothing is dimmed"
    assert window.docks["settings"].isHidden()
    person.press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: len(dimmer.rings) == 6, timeout=LONGEST)
    assert the_stage(window).form.shows("inner_steps")
    assert not the_stage(window).form.shows("inner_rate")
    chip = dimmer.rings[1]
    under = window.childAt(chip.center())
    assert under is not None
    assert under is not dimmer, "clicks go through"
    assert not dimmer.mask().contains(chip.center()), "what is lit is painted without a veil"
    assert dimmer.mask().contains(QPoint(window.width() - 3, window.height() - 3))
    panel = person.lessons.panel
    assert not dimmer.mask().contains(panel.mapTo(window, panel.rect().center())), "the lesson can be read"
    window.resize(window.width() - 60, window.height() - 40)
    view = the_stage(window).scene.view_named("loss_after")
    qtbot.waitUntil(
        lambda: view.mapTo(window, QPoint(0, 0)) in [ring.topLeft() for ring in dimmer.rings], timeout=LONGEST
    )
    person.press(Qt.Key.Key_PageDown)
    assert dimmer.isHidden()


def test_a_view_that_fills_the_stage_is_lit_with_the_rest(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    look = {"view": "loss_after", "enlarge": True}
    lit = {"name": "lit", "text": "x", "look": look, "highlight": ["part:outer-clock"]}
    plain = {"name": "plain", "text": "x", "look": look}
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, lit, plain))
    person.press(Qt.Key.Key_PageDown)
    person.until(lambda: person.lessons.rings == 2, "see the clock and the view")
    person.press(Qt.Key.Key_PageDown)
    assert person.lessons.rings == 0, "without anything to highlight, nothing is dimmed"


def test_what_the_window_tells_is_not_dimmed(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    step = {**OPENED, "highlight": ["view:landscape"]}
    person = take(window, qtbot, write(tmp_path / "a.json", step))
    person.until(lambda: person.lessons.rings == 1, "see the view")
    dimmer = window.findChild(Dimmer)
    assert isinstance(dimmer, Dimmer)
    notice = next(one for one in window.findChildren(Notice) if one.parent() is window)
    window.inform("told")
    qtbot.waitUntil(lambda: not dimmer.mask().contains(notice.geometry().center()), timeout=LONGEST)
    assert dimmer.mask().contains(window.menuBar().geometry().center())
    assert notice.geometry().left() > person.lessons.panel.width(), "nor does it lie over the lesson"


def test_enlarging_a_view_moves_what_is_lit(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    lit = {
        "name": "lit",
        "text": "x",
        "look": {"view": "loss_after", "enlarge": True},
        "highlight": ["view:loss_after"],
    }
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, lit))
    person.press(Qt.Key.Key_PageDown)
    stage = the_stage(window)
    view = stage.scene.view_named("loss_after")
    assert stage.enlarger.enlarged is view
    dimmer = window.findChild(Dimmer)
    assert isinstance(dimmer, Dimmer)
    qtbot.waitUntil(lambda: bool(dimmer.rings) and dimmer.rings[0].size() == view.size(), timeout=LONGEST)
    large = dimmer.rings[0]
    person.press(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: bool(dimmer.rings) and dimmer.rings[0] != large, timeout=LONGEST)


def test_it_can_be_taken_in_presentation_mode(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.presentation.enter()
    step = {"name": "set", "text": "x", "controls": ["inner_steps"], "highlight": ["setting:inner_steps"],
            "do": {"set": {"inner_steps": 1}}}  # fmt: skip
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, step, {"text": "x"}))
    assert person.lessons.panel.isVisible()
    person.take()
    assert person.lessons.lesson is None
    window.presentation.leave()


def test_going_back_opens_the_scenario_again(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    train = {"name": "train", "text": "{step}", "do": {"reach": 20}}
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, train, {"text": "x"}))
    first = the_stage(window).run
    person.press(Qt.Key.Key_PageDown)
    assert the_stage(window).run is first, "the run goes on from step to step"
    person.take_step()
    person.press(Qt.Key.Key_PageDown)
    person.press(Qt.Key.Key_PageUp)
    assert the_stage(window).run is first
    person.press(Qt.Key.Key_PageUp)
    person.until(lambda: not person.shown().waiting, "be back")
    assert the_stage(window).run is not first
    assert the_stage(window).run.recording.newest_step <= 0


def test_a_lesson_is_taken_up_where_it_was_left_with_the_run_as_far_as_it_was(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.json", OPENED, {"name": "train", "text": "x", "do": {"reach": 30}},
                 {"name": "then", "text": "at {step}"})  # fmt: skip
    person = take(window, qtbot, path)
    person.lessons.progress.keep(str(path), "then", 2)
    person.lessons.leave()
    window.show_gallery()
    take(window, qtbot, path)
    assert person.lessons.index == 2
    person.until(lambda: person.shown().text == "at 30", "see the run as it was")


def test_another_scenario_can_be_opened_and_the_lesson_brings_its_own_back(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, QUESTION))
    person.press(Qt.Key.Key_PageDown)
    open_stage(qtbot, window, "one-step-reptile")
    person.until(lambda: person.shown().away, "be told")
    window.show_gallery()
    person.until(lambda: person.shown().away, "be told")
    button = next(it for it in person.lessons.panel.findChildren(QPushButton) if "picture" in it.text())
    button.click()
    person.until(lambda: not person.shown().away and not person.shown().waiting, "have it back")
    assert the_stage(window).run.preset.name == "two-tasks"


def test_a_restart_with_other_settings_is_still_the_lessons_run(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    step = {"name": "set", "text": "x", "controls": ["starts"], "do": {"set": {"starts": 3}}}
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, step, {"text": "x"}))
    person.take()
    assert the_stage(window).settings.model_dump()["starts"] == 3


def test_the_button_that_starts_again_is_lit_where_a_setting_needs_it(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    live = {"name": "k", "text": "x", "highlight": ["setting:inner_steps"], "do": {"set": {"inner_steps": 1}}}
    restarts = {"name": "n", "text": "x", "highlight": ["setting:starts"],
                "do": {"any": [{"set": {"starts": 3}}, {"play": True}]}}  # fmt: skip
    person = take(window, qtbot, write(tmp_path / "a.json", OPENED, live, restarts))
    person.press(Qt.Key.Key_PageDown)
    person.until(lambda: person.lessons.rings == 1, "see the setting")
    person.lessons.skip()
    person.until(lambda: person.lessons.rings == 2, "see the setting and the button")


def test_an_edited_file_takes_effect_at_the_same_step(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", OPENED, {"name": "two", "text": "before"})
    person = take(window, qtbot, path)
    person.press(Qt.Key.Key_PageDown)
    run = the_stage(window).run
    write(path, OPENED, {"text": "a new one"}, {"name": "two", "text": "after"}, title="Mine again")
    person.until(lambda: person.shown().text == "after", "see the edit")
    assert person.shown().number == 3
    assert the_stage(window).run is run
    fresh = write(tmp_path / "b.json", OPENED, {"name": "two", "text": "replaced"})
    os.replace(fresh, path)  # as many editors save
    person.until(lambda: person.shown().text == "replaced", "see the file that took its place")
    write(path, OPENED, {"name": "two", "text": "and once more"})
    person.until(lambda: person.shown().text == "and once more", "still be heard")


def test_a_mistake_stands_beside_the_step_and_the_last_good_version_stays(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.json", OPENED, {"name": "two", "text": "good"})
    person = take(window, qtbot, path)
    person.press(Qt.Key.Key_PageDown)
    write(path, {**OPENED, "level": 3}, {"name": "two", "text": "good", "do": {"choose": "mam"}})
    person.until(lambda: bool(person.shown().problems), "be told")
    assert person.shown().problems[0].startswith("a.json: step 2 (two): do.choose"), "this step's first"
    assert person.shown().text == "good"
    path.write_text("{", encoding="utf-8")
    person.until(lambda: "must be JSON" in person.shown().problems[0], "be told of half a file")
    path.unlink()
    person.until(lambda: "cannot be read" in person.shown().problems[0], "be told of a file that is gone")
    write(path, OPENED, {"name": "two", "text": "better", "highlight": ["view:lanscape"]})
    person.until(lambda: "did you mean landscape" in "".join(person.shown().problems), "be told of a view")
    assert person.shown().text == "better"
    write(path, OPENED, {"name": "two", "text": "better", "formula": "\\nope{x}"})
    person.until(lambda: "step 2 (two): formula" in "".join(person.shown().problems), "be told of a formula")
    write(path, OPENED, {"name": "two", "text": "{metric:maml.los}"})
    run_steps(qtbot, the_stage(window), 2)
    person.until(lambda: "maml.loss_now" in "".join(person.shown().problems), "be told of a metric")
    write(path, OPENED, {"name": "two", "text": "{metric:maml.loss_now}"})
    person.until(lambda: not person.shown().problems, "be rid of it")


def test_steps_that_need_no_scenario_can_be_read_in_the_gallery(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    person = take(window, qtbot, write(tmp_path / "a.json", {"text": "Read."}, {"text": "And {step} this."}))
    assert window.stage is None
    assert person.shown().done
    assert not person.shown().away
    person.press(Qt.Key.Key_PageDown)
    assert person.shown().text == "And – this."
    person.press(Qt.Key.Key_PageDown)
    assert not window.takes_lesson


def test_a_lesson_that_is_wrong_is_told_and_nothing_is_opened(window: Window, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"text": "x", "open": {"preset": "two-task"}}, {})
    assert not window.open_path(path)
    assert window.stage is None
    assert not window.takes_lesson
    told = window._notice.text
    assert "a.json: step 1: open.preset" in told
    assert "step 2: text: is missing" in told


def test_a_lesson_file_is_taken_where_it_is_dropped(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", OPENED)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(100, 100), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(100, 100), *how))
    assert window.lessons.lesson is not None
    qtbot.waitUntil(lambda: window.stage is not None and window.stage.playback.shown is not None, timeout=LONGEST)


def test_the_list_shows_progress_and_opens_a_lesson(window: Window, qtbot: QtBot) -> None:
    name = "where-a-good-start-lies"
    window.lessons.progress.keep(name, "train", 3)
    dialogs.show_lessons(window)
    page = window.findChild(LessonsPage)
    assert isinstance(page, LessonsPage)
    button = next(it for it in page.findChildren(QPushButton) if "start lies" in it.accessibleName())
    assert button.text() == "Go on"
    assert "step 4 of 16" in button.accessibleName()
    button.click()
    assert window.lessons.lesson is not None
    assert window.lessons.index == 3
    qtbot.waitUntil(lambda: window.stage is not None and window.stage.playback.shown is not None, timeout=LONGEST)


def test_the_list_takes_the_larger_type_of_a_presentation(window: Window) -> None:
    dialogs.show_lessons(window)
    row = window.findChild(LessonRow)
    assert isinstance(row, LessonRow)
    before = [label.font().pixelSize() for label in row.findChildren(Label)]
    window.presentation.enter()
    after = [label.font().pixelSize() for label in row.findChildren(Label)]
    window.presentation.leave()
    assert all(later > earlier for earlier, later in zip(before, after, strict=True)), (before, after)


@pytest.mark.usefixtures("kernels")
def test_a_teacher_saves_the_example_and_takes_it(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    dialogs.show_writing(window)
    dialog = window.findChild(WritingDialog)
    assert isinstance(dialog, WritingDialog)
    assert "where a person does" not in dialog.names()
    dialog.save_example(tmp_path / "my-first-lesson.json")
    assert (tmp_path / "my-first-lesson.json").read_bytes() == EXAMPLE.read_bytes()
    person = Person(window, qtbot)
    person.take()
    assert person.wrong_answers == 1
    told = {re.search(r"MAML's loss after it is (\S+)\.$", text) for text in person.read} - {None}
    assert {float(it[1].replace("−", "-")) for it in told if it} != set(), "with one step"
    assert all(float(it[1].replace("−", "-")) > 0.1 for it in told if it), "no number from before the step"
    dialog._tabs.setCurrentIndex(1)
    for name in ("landscape", "inner_steps", "maml.loss_after", "run.play", "one-step-reptile"):
        assert name in dialog.names()
    assert re.search(r"inner_steps: [^\n]+, at once, now 1\n", dialog.names())
    assert ", true, false, " in dialog.names()
    assert re.search(r"maml.loss_after: now 0\.\d+\n", dialog.names())
    the_stage(window).scene.changed.emit("phi", {"method": None, "to": [0.5]}, False)
    assert '"such_as": {"method": null, "to": [0.5]}' in dialog.gesture()
    dialog.save_example(tmp_path / "no" / "such" / "folder.json")
    assert "cannot be written" in window._notice.text
    dialog.close()


def test_progress_is_kept_between_starts_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    kept = LessonProgress(store)
    kept.keep("a", "two", 1)
    kept.finish("b")
    again = LessonProgress(store)
    assert (again.of("a").step, again.of("a").reached, again.of("b").done) == ("two", 1, True)
    for wrong in ('{"a": 3}', "[]", '{"a": ["x", -1, true]}', "{"):
        store.setValue("lessons/progress", wrong)
        broken = LessonProgress(store)
        assert broken.problems
        assert broken.of("a").step == ""
    for number in range(300):
        kept.keep(str(number), "x", 0)
    assert LessonProgress(store).of("a").step == "", "the oldest is forgotten"


def test_the_command_line_opens_a_lesson(qtbot: QtBot, tmp_path: Path) -> None:
    made = new_window(LIGHT, path=write(tmp_path / "a.json", OPENED))
    made.show()
    qtbot.waitUntil(lambda: made.takes_lesson, timeout=LONGEST)
    qtbot.waitUntil(lambda: made.stage is not None and made.stage.playback.shown is not None, timeout=LONGEST)
    made.close()
    made.deleteLater()


def test_a_run_in_the_lessons_scenario_is_not_touched_when_it_begins(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    stage = open_stage(qtbot, window, presets.find("two-tasks"))
    run_steps(qtbot, stage, 10)
    mine = stage.run
    take(window, qtbot, write(tmp_path / "a.json", OPENED))
    assert the_stage(window).run is not mine
    assert mine in [node.run for node in window.desk.tree.nodes]
