"""The methods' names: focusing, hiding, and the rules behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.look.emphasis import Emphasis, Level
from metascope.widgets.look.fitting_label import FittingLabel
from metascope.widgets.look.icons import ICON_SIZE
from metascope.widgets.look.theme import GRID
from metascope.widgets.methods.chips import Chip, MethodChips
from tests.scenes.room import short_of_room
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.person import click, named, press

METHODS = (("maml", "MAML"), ("fomaml", "FOMAML"), ("reptile", "Reptile"))
KEYS = tuple(key for key, _ in METHODS)


@pytest.fixture
def chips(qtbot: QtBot) -> MethodChips:
    made = MethodChips(METHODS, LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(chips: MethodChips) -> list[dict[str, Level]]:
    heard: list[dict[str, Level]] = []
    chips.emphasis_changed.connect(heard.append)
    return heard


Told = list[dict[str, Level]]


def test_setters_emit_nothing(chips: MethodChips, told: Told) -> None:
    chips.set_emphasis({"maml": "full", "fomaml": "dim", "reptile": "hidden"})
    chips.set_theme(DARK)
    assert chips.emphasis() == {"maml": "full", "fomaml": "dim", "reptile": "hidden"}
    assert told == []


def test_a_click_dims_the_others_and_another_brings_them_back(chips: MethodChips, told: Told) -> None:
    chip = named(chips, Chip, "MAML")
    click(chip, QPoint(20, 16))
    click(chip, QPoint(20, 16))
    assert told == [
        {"maml": "full", "fomaml": "dim", "reptile": "dim"},
        {"maml": "full", "fomaml": "full", "reptile": "full"},
    ]


def test_ctrl_click_and_the_eye_hide_and_show(chips: MethodChips, told: Told) -> None:
    chip = named(chips, Chip, "Reptile")
    click(chip, QPoint(20, 16), Qt.KeyboardModifier.ControlModifier)
    click(chip, QPoint(chip.width() - 12, 16))
    assert [levels["reptile"] for levels in told] == ["hidden", "full"]


@pytest.mark.parametrize(
    ("key", "level"), [(Qt.Key.Key_Space, "dim"), (Qt.Key.Key_Return, "dim"), (Qt.Key.Key_H, "full")]
)
def test_keys_do_what_the_mouse_does(chips: MethodChips, told: Told, key: Qt.Key, level: Level) -> None:
    press(named(chips, Chip, "MAML"), key)
    assert [levels["fomaml"] for levels in told] == [level]
    assert told[0]["maml"] == ("hidden" if key == Qt.Key.Key_H else "full")


def test_the_menu_offers_it_all(chips: MethodChips, told: Told) -> None:
    menu = named(chips, Chip, "FOMAML").make_menu()
    focus, hide, show_all = menu.actions()
    for action in (focus, hide, show_all):
        action.trigger()
    assert [levels["fomaml"] for levels in told] == ["full", "hidden", "full"]


def test_a_chips_name_tells_its_state(chips: MethodChips) -> None:
    chips.toggle_focus("maml")
    chips.toggle_hidden("reptile")
    names = [chip.accessibleName() for chip in chips.findChildren(Chip)]
    assert names == ["MAML: in focus", "FOMAML: dimmed", "Reptile: hidden"]
    assert all(chip.toolTip() for chip in chips.findChildren(Chip))


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(KEYS))))
def test_the_focused_one_is_never_hidden_and_all_others_are_dim(acts: list[tuple[bool, str]]) -> None:
    emphasis = Emphasis(KEYS)
    for focus, key in acts:
        emphasis = emphasis.focus_toggled(key) if focus else emphasis.hidden_toggled(key)
        levels = emphasis.levels()
        assert set(levels) == set(KEYS)
        if emphasis.focused:
            assert levels[emphasis.focused] == "full"
            assert "full" not in [level for key, level in levels.items() if key != emphasis.focused]
        else:
            assert "dim" not in levels.values()


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(KEYS))))
def test_levels_can_be_shown_again(acts: list[tuple[bool, str]]) -> None:
    emphasis = Emphasis(KEYS)
    for focus, key in acts:
        emphasis = emphasis.focus_toggled(key) if focus else emphasis.hidden_toggled(key)
    assert Emphasis(KEYS).taken_from(emphasis.levels()).levels() == emphasis.levels()


def test_chips_leave_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: MethodChips(METHODS, LIGHT))


def test_a_note_is_shown_whole_or_not_at_all(chips: MethodChips) -> None:
    chip = chips.findChildren(Chip)[0]
    chip.resize(chip.minimumSizeHint())
    bare = chip.grab().toImage()
    chip.set_note("0.89 → −0.01")
    assert chip.grab().toImage() == bare
    chip.resize(chip.sizeHint())
    noted = chip.grab().toImage()
    chip.set_note("")
    assert chip.grab().toImage() != noted


def test_eight_methods_fit_beside_the_settings(qtbot: QtBot) -> None:
    names = ("MAML", "FOMAML", "Reptile", "Pre-training", "ANIL", "Meta-SGD", "From scratch", "Oracle")
    made = MethodChips([(key, name) for key, name in zip(list(LIGHT.styles)[:8], names, strict=True)], LIGHT)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() <= 970  # of a window 1280 wide


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_numbers_go_on_in_a_second_row_where_there_is_no_room_beside_each_other(qtbot: QtBot, scale: float) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    made = MethodChips(METHODS, LIGHT)
    column.addWidget(made)
    column.addWidget(QWidget(), 1)
    font = box.font()
    font.setPixelSize(round(QFontInfo(font).pixelSize() * scale))
    box.setFont(font)
    made.set_notes(dict.fromkeys(KEYS, "0.89 → −0.000012"))
    with qtbot.waitExposed(box, timeout=LONGEST):
        box.show()
    chips = made.findChildren(Chip)
    widths = [chip.sizeHint().width() for chip in chips]
    for width, rows in ((sum(widths) + 100, 1), (max(widths) * 2 + 60, 2), (max(widths) + 40, 3)):
        box.resize(width, 400)
        QApplication.processEvents()
        assert len({chip.y() for chip in chips}) == rows
        assert [chip.width() for chip in chips] == widths
        assert made.height() >= chips[-1].geometry().bottom()
        room = made.contentsRect()
        assert all(room.contains(chip.geometry()) for chip in chips)


def test_chips_stay_where_they_are_while_their_numbers_change(chips: MethodChips) -> None:
    chips.set_notes(dict.fromkeys(KEYS, "0.89 → −0.000012"))
    before = [chip.sizeHint() for chip in chips.findChildren(Chip)]
    chips.set_notes(dict.fromkeys(KEYS, "1 → 0"))
    assert [chip.sizeHint() for chip in chips.findChildren(Chip)] == before


def test_when_numbers_were_measured_stands_whole_below_where_there_is_no_room_behind(chips: MethodChips) -> None:
    font = chips.font()
    font.setPixelSize(QFontInfo(font).pixelSize() + 1)
    chips.setFont(font)
    chips.set_notes(dict.fromkeys(KEYS, "1.23"))
    flow = chips.layout()
    assert flow is not None
    width = flow.sizeHint().width() + 2
    one_row = flow.heightForWidth(width)
    assert one_row == chips.findChildren(Chip)[0].sizeHint().height()
    chips.set_moment("Measured at step 0, next at 25", "step 0")
    assert flow.heightForWidth(width) > one_row
    assert flow.heightForWidth(width + 1000) == one_row
    chips.resize(width, flow.heightForWidth(width))
    flow.activate()
    label = chips.findChildren(FittingLabel)[0]
    assert label.shown_text() == "Measured at step 0, next at 25"
    assert chips.rect().contains(label.geometry())
    at = label.geometry()
    chips.set_moment("")
    flow.activate()
    assert label.geometry() == at  # what lies below the row stays where it is


@pytest.mark.parametrize("swatch", [32, 40])
def test_the_eye_has_its_place_behind_the_note(qtbot: QtBot, swatch: int) -> None:
    chip = Chip(KEYS[0], "MAML", LIGHT, swatch=swatch)
    qtbot.addWidget(chip)
    chip.set_note("58 ± 2 %")
    chip.resize(chip.sizeHint())
    place = QRect(chip.width() - ICON_SIZE - GRID, 2, ICON_SIZE, chip.height() - 4)
    whole, noted = chip.grab().toImage(), chip.grab(place).toImage()
    chip.set_note("")
    assert chip.grab().toImage() != whole
    assert chip.grab(place).toImage() == noted  # nothing of the note is there


def test_tips_explain_the_notes(chips: MethodChips) -> None:
    chips.explain_notes("accuracy on held-out episodes")
    assert all("accuracy on held-out" in chip.toolTip() for chip in chips.findChildren(Chip))
    chips.show_all()
    assert all("accuracy on held-out" in chip.toolTip() for chip in chips.findChildren(Chip))


def test_a_note_begins_behind_a_long_name_in_focus(qtbot: QtBot) -> None:
    made = MethodChips((("maml", "Prototypes with imagined examples"), ("reptile", "Reptile")), LIGHT)
    qtbot.addWidget(made)
    made.set_notes(dict.fromkeys(("maml", "reptile"), "15 of 15"))
    made.resize(900, made.sizeHint().height())
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    made.toggle_focus("maml")
    assert short_of_room(made) == []


def test_chips_leave_their_numbers_out_before_they_take_a_row_each(qtbot: QtBot) -> None:
    made = MethodChips((*METHODS, ("pretraining", "Pre-training")), LIGHT)
    qtbot.addWidget(made)
    made.set_notes(dict.fromkeys((*KEYS, "pretraining"), "1.00 → 0.00"))
    made.show()
    chips = made.findChildren(Chip)
    hints = [chip.sizeHint().width() for chip in chips]
    made.resize(2 * max(hints) + 4 * GRID, 300)
    assert [chip.width() for chip in chips] == hints
    made.resize(max(hints) + 2 * GRID, 300)
    assert [chip.width() for chip in chips] == [chip.minimumSizeHint().width() for chip in chips]
