"""The list of breakpoints: writing, switching, removing, and what is said about mistakes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from metascope.simulator.engine.running.breakpoints import Breakpoint, parse
from metascope.widgets.clock.breakpoints import BreakpointsButton, BreakpointsPopup
from metascope.widgets.form.rows import ProblemLine
from metascope.widgets.look.theme import DARK, LIGHT
from tests.widgets.leaks import is_freed
from tests.widgets.person import named, press, type_text

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")  # a real screen does
NAMES = ("maml.loss_after", "reptile.loss_after")


@pytest.fixture
def button(qtbot: QtBot) -> BreakpointsButton:
    made = BreakpointsButton(LIGHT)
    qtbot.addWidget(made)
    made.show()
    made.popup.set_names(NAMES)
    made.popup.set_step(120)
    made.click()
    return made


@pytest.fixture
def told(button: BreakpointsButton) -> list[tuple[Breakpoint, ...]]:
    heard: list[tuple[Breakpoint, ...]] = []
    button.popup.changed.connect(heard.append)
    return heard


def write(popup: BreakpointsPopup, text: str) -> None:
    field = named(popup, QLineEdit, "New")
    field.clear()
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def problem(popup: BreakpointsPopup) -> str:
    return popup.findChildren(ProblemLine)[0].text()


def conditions(popup: BreakpointsPopup) -> list[str]:
    return [str(one.text) for one in popup.breakpoints]


def test_what_is_written_is_added_and_told(button: BreakpointsButton, told: list[tuple[Breakpoint, ...]]) -> None:
    write(button.popup, "maml.loss_after < 0")
    write(button.popup, "in 500 steps")
    assert conditions(button.popup) == ["maml.loss_after < 0", "at 620"]
    assert [len(heard) for heard in told] == [1, 2]
    assert "2" in button.toolTip()


def test_a_mistake_is_told_beside_the_field_with_the_nearest_name(
    button: BreakpointsButton, told: list[tuple[Breakpoint, ...]]
) -> None:
    write(button.popup, "maml.loss_aftr < 0")
    assert "did you mean maml.loss_after?" in problem(button.popup)
    assert told == []
    type_text(named(button.popup, QLineEdit, "New"), "x")
    assert problem(button.popup) == ""


def test_the_list_grows_upwards_and_leaves_its_button_free(button: BreakpointsButton) -> None:
    button.move(300, 500)
    button.click()
    for text in ("at 1000", "at 2000", "nonsense"):
        write(button.popup, text)
        QApplication.processEvents()
    assert problem(button.popup)
    assert button.popup.geometry().bottom() < button.mapToGlobal(QPoint(0, 0)).y()


def test_one_is_switched_off_and_on_again(button: BreakpointsButton, told: list[tuple[Breakpoint, ...]]) -> None:
    write(button.popup, "at 1000")
    named(button.popup, QCheckBox, "at 1000").click()
    assert told[-1] == ()
    named(button.popup, QCheckBox, "at 1000").click()
    assert conditions(button.popup) == ["at 1000"]


def test_one_is_removed(button: BreakpointsButton, told: list[tuple[Breakpoint, ...]]) -> None:
    write(button.popup, "at 1000")
    write(button.popup, "at 2000")
    named(button.popup, QToolButton, "Remove at 1000").click()
    assert [str(one.text) for one in told[-1]] == ["at 2000"]


def test_metric_names_are_completed(button: BreakpointsButton) -> None:
    field = named(button.popup, QLineEdit, "New")
    completer = field.completer()
    assert completer is not None
    completer.setCompletionPrefix("rept")
    assert completer.currentCompletion() == "reptile.loss_after < "


def test_setters_tell_nothing(button: BreakpointsButton, told: list[tuple[Breakpoint, ...]]) -> None:
    one = parse("at 1000", NAMES, 0)
    button.set_breakpoints([one])
    button.set_hit(one)
    button.set_theme(DARK)
    assert told == []
    assert button.popup.breakpoints == (one,)
    assert button.toolTip() == "Paused at breakpoint: at 1000"


def test_those_that_are_off_stay_in_the_list_when_others_are_shown(button: BreakpointsButton) -> None:
    write(button.popup, "at 1000")
    named(button.popup, QCheckBox, "at 1000").click()
    button.set_breakpoints([parse("at 2000", (), 0)])
    assert not named(button.popup, QCheckBox, "at 1000").isChecked()
    assert conditions(button.popup) == ["at 2000"]


def test_it_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: BreakpointsButton(LIGHT))
