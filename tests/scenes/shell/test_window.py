"""The window: gallery, themes, keys, and that everything in it can be used and named."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.text import say
from metascope.widgets.clock.track import Track
from metascope.widgets.form.controls import TableControl
from metascope.widgets.form.rows import SettingRow
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.cards import Card
from metascope.widgets.window.cheat_sheet import CheatSheet
from metascope.widgets.window.notice import ErrorDialog
from tests.contracts.runs import one_look
from tests.scenes.hands import notices, open_stage, run_steps, the_stage, trigger
from tests.tiers import first_quick
from tests.waiting import LONGEST
from tests.widgets.person import click, press
from tests.widgets.plots.pictures import rgb

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, Track)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def on_gallery(qtbot: QtBot, window: Window) -> list[Card]:
    """Wait until the gallery has the keyboard, and return its cards."""
    cards = window.findChildren(Card)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Card), timeout=LONGEST)
    return cards


def test_the_gallery_shows_every_scenario(window: Window) -> None:
    shipped = [preset.name for preset in presets.shipped()]
    assert [card.name for card in window.findChildren(Card)] == shipped


def test_the_first_card_has_the_keyboard(qtbot: QtBot, window: Window) -> None:
    assert focused() is on_gallery(qtbot, window)[0]


@pytest.mark.slow
def test_arrows_walk_the_gallery_and_enter_opens(qtbot: QtBot, window: Window) -> None:
    cards = on_gallery(qtbot, window)
    press(focused(), Qt.Key.Key_Right)
    assert focused() is cards[1]
    press(focused(), Qt.Key.Key_Left)
    assert focused() is cards[0]
    press(focused(), Qt.Key.Key_Return)
    stage = the_stage(window)
    assert stage.run.preset.name == cards[0].name
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)


def test_a_click_opens_a_card(qtbot: QtBot, window: Window) -> None:
    card = on_gallery(qtbot, window)[2]
    click(card, card.rect().center())
    stage = the_stage(window)
    assert stage.run.preset.name == card.name
    qtbot.waitUntil(lambda: stage.playback.shown is not None, timeout=LONGEST)


@pytest.mark.slow
def test_back_on_the_gallery_the_keyboard_is_on_a_card(qtbot: QtBot, window: Window) -> None:
    open_stage(qtbot, window)
    trigger(window, "file.gallery")
    assert on_gallery(qtbot, window)


def test_actions_that_need_a_run_wait_for_one(qtbot: QtBot, window: Window) -> None:
    for id in ("run.play", "save.weights", "look.live"):
        assert not window.actions_[id].isEnabled()
    open_stage(qtbot, window)
    for id in ("run.play", "save.weights", "look.live"):
        assert window.actions_[id].isEnabled()


def test_every_action_stands_in_a_menu(window: Window) -> None:
    in_menus = {action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()} | {
        action.objectName() for menu in window.findChildren(QMenu) for action in menu.actions()
    }
    assert set(window.actions_.ids()) <= in_menus


def test_the_theme_is_changed_and_changed_back(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window)
    run_steps(qtbot, stage, 5)
    before = rgb(window.grab().toImage()).mean()
    trigger(window, "view.toggle_theme")
    assert window.theme is DARK
    assert {view.theme.name for view in stage.scene.views()} == {DARK.name}
    dark = rgb(window.grab().toImage()).mean()
    assert dark < before - 80
    trigger(window, "view.toggle_theme")
    assert window.theme is LIGHT
    assert abs(rgb(window.grab().toImage()).mean() - before) < 5


@pytest.mark.parametrize("opened", [False, True], ids=["gallery", "stage"])
def test_the_cheat_sheet_lists_keys_and_gestures(qtbot: QtBot, window: Window, opened: bool) -> None:
    if opened:
        open_stage(qtbot, window)
    trigger(window, "help.keys")
    sheets = window.findChildren(CheatSheet)
    assert len(sheets) == 1
    assert sheets[0].isVisible()
    sheets[0].close()


def test_an_unexpected_error_is_shown_once_for_each_traceback(window: Window) -> None:
    for _ in range(60):
        window.report("ZeroDivisionError: division by zero", "the same traceback")
    window.report("KeyError: 'x'", "another traceback")
    dialogs = window.findChildren(ErrorDialog)
    assert len(dialogs) == 2
    for dialog in dialogs:
        dialog.close()


@pytest.mark.slow
def test_the_form_is_put_away_and_comes_back(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window)
    trigger(window, "dock.settings")
    assert not stage.form.isVisible()
    trigger(window, "dock.settings")
    assert stage.form.isVisible()


@one_look
def test_every_control_has_a_name_and_a_tooltip(qtbot: QtBot, window: Window, preset: Preset) -> None:
    stage = open_stage(qtbot, window, preset)
    run_steps(qtbot, stage, 1)
    lacking = [
        f"{type(control).__name__} {control.objectName()} in {type(control.parent()).__name__}"
        for control in controls(window)
        if control.isVisibleTo(window) and not (control.accessibleName() and tooltip(control))
    ]
    assert not lacking


@pytest.mark.slow
def test_every_number_tells_its_range_in_its_tooltip(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window)
    for row in stage.form.findChildren(SettingRow):
        for part in row.control.inputs():
            assert row.declared.symbol in part.toolTip()
            assert row.declared.unit in part.toolTip()
            if not isinstance(row.control, TableControl) and row.declared.low is not None:
                assert re.search(r"range \S+ to \S+", part.toolTip()), row.declared.name


def test_tab_reaches_every_control_of_the_stage(qtbot: QtBot, window: Window) -> None:
    stage = open_stage(qtbot, window)
    reached: list[QWidget] = []
    widget = stage.timeline.nextInFocusChain()
    while widget is not None and widget is not stage.timeline:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            reached.append(widget)
        widget = widget.nextInFocusChain()
    wanted = [control for control in controls(window) if control.isVisible() and control.isEnabled()]
    missed = [
        f"{type(control).__name__} {control.accessibleName()}"
        for control in wanted
        if not (control in reached or control.focusProxy() in reached)
    ]
    assert not missed


@pytest.mark.parametrize("name", first_quick(["two-tasks", "two-dimensions"]))
def test_a_small_window_still_shows_everything(qtbot: QtBot, window: Window, name: str) -> None:
    stage = open_stage(qtbot, window, name)
    run_steps(qtbot, stage, 2)  # then numbers stand behind the methods' names
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 760
    window.resize(1280, 760)
    QApplication.processEvents()
    assert window.width() == 1280
    views = [view for view in stage.scene.views() if view.isVisible()]
    assert views
    assert all(view.width() >= 180 and view.height() >= 100 for view in views), [view.size() for view in views]


@pytest.mark.slow
def test_the_docks_at_the_side_leave_the_room_to_the_picture(qtbot: QtBot, window: Window) -> None:
    window.resize(1280, 760)
    stage = open_stage(qtbot, window)
    assert stage.width() > 900


@pytest.mark.parametrize("name", first_quick(["two-tasks", "two-dimensions", "diverging"]))
def test_a_small_window_has_room_for_all_docks_and_a_notice(qtbot: QtBot, window: Window, name: str) -> None:
    stage = open_stage(qtbot, window, name)
    run_steps(qtbot, stage, 2)
    for dock in ("dock.compare", "dock.log"):
        trigger(window, dock)
    window.resize(1280, 760)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 760)
    table = window.desk.compare.table
    assert table.viewport().height() >= 3 * table.verticalHeader().defaultSectionSize()
    views = [view for view in stage.scene.views() if view.isVisible()]
    assert all(view.height() >= 100 for view in views), [view.size() for view in views]


def tooltip(control: QWidget) -> str:
    """Return what is told of a control under the pointer; a track tells it for each place."""
    return control.text_at(control.place(0)) if isinstance(control, Track) else control.toolTip()


def controls(inside: QWidget) -> list[QWidget]:
    """Return what a person uses, without the parts that Qt builds controls of."""
    found = [child for child in inside.findChildren(QWidget) if isinstance(child, CONTROLS)]
    return [
        control
        for control in found
        if not isinstance(control, QScrollBar)
        and not control.objectName().startswith("qt_")
        and not isinstance(control.parent(), QAbstractSpinBox | QComboBox)
    ]


def test_escape_closes_a_notice_before_anything_else(window: Window) -> None:
    window.tell(refuse("some.json", say("is not a scenario")))
    window.presentation.toggle()
    window.actions_["view.back"].trigger()
    assert notices(window) == []
    assert window.presentation.on
    window.actions_["view.back"].trigger()
    assert not window.presentation.on


def test_a_card_says_which_data_its_scenario_needs(window: Window) -> None:
    said = {card.name: card.accessibleDescription() for card in window.findChildren(Card)}
    needing = {name: text.partition("needs data of yours: ")[2] for name, text in said.items() if "needs data" in text}
    folders = ("mann-omniglot", "one-shot-omniglot", "fast-weights-omniglot", "omniglot-starts")
    pictures = dict.fromkeys(folders, "Folder of pictures")
    assert needing == {"mnist": "MNIST folder", **pictures}


def test_a_card_says_how_many_runs_its_scenario_opens(window: Window) -> None:
    said = {card.name: card.accessibleDescription() for card in window.findChildren(Card)}
    assert [name for name, text in said.items() if text.endswith("3 runs side by side")] == ["three-memories"]
