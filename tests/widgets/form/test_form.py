"""The settings form: a person's edits are told, a program's are not."""

from __future__ import annotations

from typing import Literal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from metascope.simulator.engine.errors import Problem
from metascope.simulator.engine.settings import Settings, setting
from metascope.simulator.engine.text import say
from metascope.widgets.form.form import Edits, SettingsForm
from metascope.widgets.form.rows import ProblemLine, SettingRow
from metascope.widgets.look.theme import DARK, LIGHT
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.person import hold, move, named, press, release, type_text, wheel


class ToySettings(Settings):
    """One setting of each kind."""

    rate: float = setting(0.5, "Rate", help="Step size", symbol="α", unit="1/s", live=True, low=0.0, high=10.0)
    inner: int = setting(20, "Inner steps", help="Steps", symbol="k", live=True, low=0, high=50)
    steps: int = setting(400, "Steps", help="How many", low=1, high=10_000_000, logarithmic=True, group="Run")
    seed: int = setting(0, "Seed", help="Draws", low=0, high=2**31 - 1, group="Run")
    family: Literal["one", "two"] = setting("one", "Family", help="Which")
    sampled: bool = setting(False, "Sampled", help="Anew", live=True)
    start: tuple[float, ...] = setting((0.6,), "Start", help="Where", live=True)
    rows: tuple[tuple[float, ...], ...] = setting((), "Rows", help="Tables", live=True)
    folder: str = setting("", "Data folder", help="Where the data are")


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm(ToySettings, LIGHT)
    qtbot.addWidget(made)
    made.resize(280, 700)
    made.show()
    return made


@pytest.fixture
def told(form: SettingsForm) -> list[tuple[object, ...]]:
    heard: list[tuple[object, ...]] = []
    form.live_changed.connect(lambda *change: heard.append(change))
    form.restart_requested.connect(lambda values: heard.append(("restart", values)))
    form.reset_requested.connect(lambda: heard.append(("reset",)))
    return heard


Told = list[tuple[object, ...]]


def test_it_shows_the_defaults(form: SettingsForm) -> None:
    assert ToySettings.parse(form.values()) == ToySettings()
    assert form.values()["inner"] == 20
    assert form.values()["start"] == [0.6]


def test_setters_emit_nothing(form: SettingsForm, told: Told) -> None:
    values = {
        "rate": 0.123456789,
        "inner": 7,
        "steps": 123,
        "seed": 2**31 - 1,
        "family": "two",
        "sampled": True,
        "start": [1.0, 2.0],
        "rows": [[1.0], [2.0]],
        "folder": "/data/mnist",
    }
    form.set_values(values)
    form.show_problems([Problem("rate", say("is wrong"))])
    form.set_theme(DARK)
    assert form.values() == values
    assert told == []


def test_a_person_types_a_live_number(form: SettingsForm, told: Told) -> None:
    box = named(form, QDoubleSpinBox, "Rate")
    box.selectAll()
    type_text(box, "2e-2")
    press(box, Qt.Key.Key_Return)
    assert told == [("rate", 0.02, False)]


def test_a_whole_number_is_told_as_one(form: SettingsForm, told: Told) -> None:
    press(named(form, QDoubleSpinBox, "Inner"), Qt.Key.Key_Up)
    assert told == [("inner", 21, False)]
    assert isinstance(told[0][1], int)


def test_leaving_a_number_untouched_tells_nothing_and_keeps_all_digits(form: SettingsForm, told: Told) -> None:
    form.set_values({"rate": 0.123456789})
    named(form, QDoubleSpinBox, "Rate").setFocus()
    named(form, QComboBox, "Family").setFocus()
    assert told == []
    assert form.values()["rate"] == 0.123456789


def test_a_number_beyond_its_bounds_becomes_the_bound_and_says_so(form: SettingsForm, told: Told) -> None:
    box = named(form, QDoubleSpinBox, "Inner")
    box.selectAll()
    type_text(box, "70")
    press(box, Qt.Key.Key_Return)
    assert told[-1] == ("inner", 50, False)
    assert problems(form) == ["must be at most 50, not 70"]


@pytest.mark.parametrize("name", ["rate", "inner", "steps", "seed"])
def test_bounds_can_be_shown(form: SettingsForm, name: str) -> None:
    field = ToySettings.model_fields[name]
    for bound in (rule for rule in field.metadata if hasattr(rule, "ge") or hasattr(rule, "le")):
        value = getattr(bound, "ge", getattr(bound, "le", None))
        form.set_values({name: value})
        assert form.values()[name] == value


def test_a_dragged_slider_tells_drafts_and_then_the_last_value(form: SettingsForm, told: Told) -> None:
    slider = named(form, QSlider, "Rate")
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    grip = slider.style().subControlRect(
        QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
    )
    start = grip.center()
    hold(slider, start)
    move(slider, start + QPoint(20, 0))
    move(slider, start + QPoint(40, 0))
    assert told
    assert all(draft for _, _, draft in told)
    release(slider, start + QPoint(40, 0))
    name, value, draft = told[-1]
    assert (name, draft) == ("rate", False)
    assert value == form.values()["rate"]


def test_a_key_moves_a_whole_slider_to_the_next_number(form: SettingsForm, told: Told) -> None:
    slider = named(form, QSlider, "Inner")
    press(slider, Qt.Key.Key_Right)
    press(slider, Qt.Key.Key_Left)
    press(slider, Qt.Key.Key_Left)
    assert [value for _, value, _ in told] == [21, 20, 19]


def test_a_checked_flag_is_told(form: SettingsForm, told: Told) -> None:
    named(form, QCheckBox, "Sampled").click()
    assert told == [("sampled", True, False)]


def test_a_typed_table_is_told(form: SettingsForm, told: Told) -> None:
    edit = named(form, QLineEdit, "Rows")
    type_text(edit, "1, 2; 3")
    press(edit, Qt.Key.Key_Return)
    assert told[-1] == ("rows", [[1.0, 2.0], [3.0]], False)


def test_a_table_that_is_none_says_so_and_is_not_told(form: SettingsForm, told: Told) -> None:
    edit = named(form, QLineEdit, "Start")
    edit.selectAll()
    type_text(edit, "x")
    press(edit, Qt.Key.Key_Return)
    assert told == []
    assert problems(form) == ["must be numbers such as 1, -2, not x"]


def test_a_folder_is_typed(form: SettingsForm, told: Told) -> None:
    type_text(named(form, QLineEdit, "Data folder"), "/data")
    assert form.values()["folder"] == "/data"
    named(form, QPushButton, "Apply").click()
    assert told[-1][0] == "restart"
    assert form.values()["folder"] == "/data"


def choose(form: SettingsForm, what: str) -> None:
    """Choose an entry of the menu behind the button of the data folder."""
    menu = named(form, QToolButton, "Data folder").menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == what).trigger()


def test_a_zip_is_chosen_in_a_dialog(form: SettingsForm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "metascope.widgets.form.controls.QFileDialog.getOpenFileName", lambda *_: ("/data/omniglot.zip", "")
    )
    choose(form, "File, such as a zip…")
    assert form.values()["folder"] == "/data/omniglot.zip"
    assert named(form, QPushButton, "Apply").isEnabled()


def test_a_folder_is_chosen_in_a_dialog(form: SettingsForm, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answers = iter(["/data/mnist", ""])  # the second time a person gives up

    def answer(parent: QWidget, title: str, start: str) -> str:
        asked.append(start)
        return next(answers)

    monkeypatch.setattr("metascope.widgets.form.controls.QFileDialog.getExistingDirectory", answer)
    choose(form, "Folder…")
    choose(form, "Folder…")
    assert form.values()["folder"] == "/data/mnist"
    assert asked == ["", "/data/mnist"]
    assert named(form, QPushButton, "Apply").isEnabled()


def test_a_setting_that_needs_a_new_run_waits_for_the_button(form: SettingsForm, told: Told) -> None:
    button = named(form, QPushButton, "Apply")
    assert not button.isEnabled()
    box = named(form, QComboBox, "Family")
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    assert told == []
    assert button.isEnabled()
    button.click()
    assert told == [("restart", {**ToySettings().model_dump(mode="json"), "family": "two"})]


def test_typing_is_enough_for_the_button_to_wake(form: SettingsForm) -> None:
    box = named(form, QDoubleSpinBox, "Seed")
    box.selectAll()
    type_text(box, "12")
    assert named(form, QPushButton, "Apply").isEnabled()
    assert form.values()["seed"] == 12


def test_nothing_waits_once_the_run_has_the_value(form: SettingsForm) -> None:
    box = named(form, QDoubleSpinBox, "Seed")
    press(box, Qt.Key.Key_Up)
    form.set_values(form.values())
    assert not named(form, QPushButton, "Apply").isEnabled()


def test_values_of_the_run_leave_a_persons_waiting_edit_alone(form: SettingsForm) -> None:
    press(named(form, QDoubleSpinBox, "Seed"), Qt.Key.Key_Up)
    form.set_values({"rate": 0.25})
    assert form.values()["seed"] == 1
    assert named(form, QPushButton, "Apply").isEnabled()


def test_a_waiting_edit_is_told_once_with_what_it_was_before(form: SettingsForm) -> None:
    edits: list[tuple[object, ...]] = []
    form.waiting_edited.connect(lambda *edit: edits.append(edit))
    box = named(form, QDoubleSpinBox, "Seed")
    box.selectAll()
    type_text(box, "12")
    assert edits == []
    press(box, Qt.Key.Key_Return)
    press(box, Qt.Key.Key_Up)
    press(named(form, QDoubleSpinBox, "Inner"), Qt.Key.Key_Up)
    assert edits == [("seed", 0, 12), ("seed", 12, 13)]


def test_a_value_shown_as_an_edit_waits_and_tells_nothing(form: SettingsForm, told: Told) -> None:
    form.waiting_edited.connect(lambda *edit: told.append(edit))
    form.show_edit("seed", 5)
    assert form.values()["seed"] == 5
    assert named(form, QPushButton, "Apply").isEnabled()
    form.show_edit("seed", 0)
    assert not named(form, QPushButton, "Apply").isEnabled()
    assert told == []


def test_only_some_settings_are_shown_and_all_again(form: SettingsForm) -> None:
    form.show_only({"seed"})
    assert [row.declared.name for row in form.findChildren(SettingRow) if row.isVisible()] == ["seed"]
    assert not named(form, QToolButton, "Training").isVisible()
    assert form.shows("seed")
    assert not form.shows("rate")
    form.show_only(None)
    assert all(row.isVisible() for row in form.findChildren(SettingRow))
    assert not form.shows("no such setting")


class FamilySettings(Settings):
    """Settings that matter only beside some values of another."""

    family: Literal["one", "two"] = setting("one", "Family", help="Which")
    spread: float = setting(1.0, "Spread", help="Of two", low=0.0, high=2.0, only_for={"family": ["two"]})
    depth: int = setting(1, "Depth", help="Of two", low=1, high=3, group="Shape", only_for={"family": ["two"]})


@pytest.fixture
def family(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm(FamilySettings, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(form: SettingsForm) -> list[str]:
    return [row.declared.name for row in form.findChildren(SettingRow) if row.isVisible()]


def test_what_does_not_matter_is_not_shown(family: SettingsForm) -> None:
    assert shown(family) == ["steps", "seed", "family"]
    assert not named(family, QToolButton, "Shape").isVisible()
    box = named(family, QComboBox, "Family")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert shown(family) == ["steps", "seed", "family", "spread", "depth"]
    family.show_edit("family", "one")
    assert "spread" not in shown(family)
    assert not family.shows("spread")
    family.show_edit("family", "two")
    assert family.shows("spread")


def test_a_problem_of_what_is_not_shown_stands_at_the_bottom(family: SettingsForm) -> None:
    family.show_problems([Problem("spread", say("is too wide")), Problem("family", say("is odd"))])
    assert sorted(line.text() for line in family.findChildren(ProblemLine) if line.isVisible()) == [
        "is odd",
        "spread: is too wide",
    ]


def test_a_setting_is_given_the_keyboard_where_it_is_folded_away(qtbot: QtBot, form: SettingsForm) -> None:
    form.activateWindow()
    named(form, QToolButton, "Run").click()
    form.focus_setting("seed")
    qtbot.waitUntil(named(form, QDoubleSpinBox, "Seed").hasFocus, timeout=LONGEST)


def test_reset_asks(form: SettingsForm, told: Told) -> None:
    named(form, QPushButton, "Reset").click()
    assert told == [("reset",)]


def test_problems_stand_beside_their_control_or_at_the_bottom(form: SettingsForm) -> None:
    form.show_problems([Problem("rows.0.1", say("is {what}", what="odd")), Problem("", say("is too large"))])
    assert sorted(problems(form)) == ["is odd", "is too large"]
    form.show_problems([])
    assert problems(form) == []


@pytest.mark.parametrize(("kind", "name"), [(QDoubleSpinBox, "Rate"), (QSlider, "Rate"), (QComboBox, "Family")])
def test_the_wheel_scrolls_the_form_and_leaves_controls_alone(
    form: SettingsForm, told: Told, kind: type[QWidget], name: str
) -> None:
    form.resize(280, 360)
    QApplication.processEvents()
    bar = max(form.findChildren(QScrollBar), key=lambda bar: bar.maximum())
    before = form.values()
    wheel(named(form, kind, name))
    assert form.values() == before
    assert told == []
    assert bar.value() > 0


def test_the_wheel_turns_a_number_in_focus(form: SettingsForm, told: Told, qtbot: QtBot) -> None:
    form.activateWindow()
    box = named(form, QDoubleSpinBox, "Inner")
    box.setFocus()
    qtbot.waitUntil(box.hasFocus, timeout=LONGEST)
    wheel(box)
    assert told == [("inner", 19, False)]


def test_every_control_has_a_name_and_a_tooltip_with_unit_range_and_symbol(form: SettingsForm) -> None:
    inputs = (QCheckBox, QComboBox, QDoubleSpinBox, QSlider, QPushButton, QToolButton)
    shown = [child for kind in inputs for child in form.findChildren(kind) if child.isVisible()]
    assert len(shown) > 10
    assert all(child.accessibleName() and child.toolTip() for child in shown)
    tooltip = named(form, QDoubleSpinBox, "Rate").toolTip()
    assert all(part in tooltip for part in ("Step size", "α", "1/s", "0 to 10", "takes effect at once"))


def test_a_section_folds(form: SettingsForm) -> None:
    head = named(form, QToolButton, "Run")
    seed = named(form, QDoubleSpinBox, "Seed")
    head.click()
    assert not seed.isVisible()
    head.click()
    assert seed.isVisible()


def test_the_runs_values_mend_a_text_that_is_no_table_where_they_are_new(form: SettingsForm) -> None:
    edit = named(form, QLineEdit, "Start")
    edit.selectAll()
    type_text(edit, "x")
    press(edit, Qt.Key.Key_Return)
    form.set_values({"start": [0.6], "rate": 0.25})
    assert edit.text() == "x"
    assert problems(form) == ["must be numbers such as 1, -2, not x"]
    form.set_values({"start": [0.7]})
    assert edit.text() == "0.7"
    assert problems(form) == []


@pytest.mark.parametrize(("name", "text"), [("Seed", "abc5"), ("Rate", "0,3x"), ("Rows", "1, two")])
def test_text_that_cannot_be_read_stays_is_marked_and_blocks_apply(form: SettingsForm, name: str, text: str) -> None:
    family = named(form, QComboBox, "Family")
    press(family, Qt.Key.Key_Down)
    button = named(form, QPushButton, "Apply")
    assert button.isEnabled()
    before = form.values()
    field = named(form, QLineEdit if name == "Rows" else QDoubleSpinBox, name)
    assert isinstance(field, QLineEdit | QDoubleSpinBox)
    field.selectAll()
    QTest.keyClicks(field, text)
    assert not button.isEnabled()  # while it is typed already
    press(field, Qt.Key.Key_Return)
    family.setFocus()
    assert field.text() == text
    assert form.values() == before
    assert len(problems(form)) == 1
    assert not button.isEnabled()
    assert button.toolTip() == f"Correct first: {name}"
    field.selectAll()
    QTest.keyClicks(field, "7")
    press(field, Qt.Key.Key_Return)
    assert problems(form) == []
    assert button.isEnabled()


@pytest.mark.parametrize("text", ["0,3", "0.3", ",3"])
def test_a_live_rate_is_typed_with_a_comma(form: SettingsForm, told: Told, text: str) -> None:
    box = named(form, QDoubleSpinBox, "Rate")
    box.selectAll()
    QTest.keyClicks(box, text)
    press(box, Qt.Key.Key_Return)
    assert told == [("rate", 0.3, False)]


def test_a_live_change_leaves_pending_settings_and_typing_alone(form: SettingsForm) -> None:
    seed, rate = named(form, QDoubleSpinBox, "Seed"), named(form, QDoubleSpinBox, "Rate")
    seed.selectAll()
    QTest.keyClicks(seed, "5")
    press(seed, Qt.Key.Key_Return)
    rate.selectAll()
    QTest.keyClicks(rate, "0.1")  # not finished
    form.set_values({**ToySettings().model_dump(mode="json"), "inner": 7})
    assert form.values()["seed"] == 5
    assert form.pending() == {"seed": 5}
    assert rate.text() == "0.1"
    assert form.values()["inner"] == 7


def test_edits_are_shown_again_in_another_form(qtbot: QtBot, form: SettingsForm, told: Told) -> None:
    type_text(named(form, QLineEdit, "Rows"), "1, 2; x")
    form.show_edit("family", "two")
    edits = form.edits()
    assert edits == Edits({"family": "two"}, {"rows": "1, 2; x"})
    other = SettingsForm(ToySettings, LIGHT)
    qtbot.addWidget(other)
    other.live_changed.connect(lambda *change: told.append(change))
    other.show_edits(edits)
    assert other.edits() == edits
    assert other.values() == form.values()
    assert told == []


def test_a_form_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: SettingsForm(ToySettings, LIGHT))


def problems(form: SettingsForm) -> list[str]:
    return [line.text() for line in form.findChildren(ProblemLine) if line.isVisibleTo(form)]


def test_a_slider_says_its_value_with_its_unit(form: SettingsForm) -> None:
    slider = named(form, QSlider, "Rate")
    assert slider.accessibleName() == "Rate, α: 0.5 1/s"
    press(slider, Qt.Key.Key_Home)
    assert slider.accessibleName() == "Rate, α: 0 1/s"
    form.set_values({"rate": 0.25})
    assert slider.accessibleName() == "Rate, α: 0.25 1/s"
