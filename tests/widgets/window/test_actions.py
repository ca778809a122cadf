"""The action registry, its cheat sheet, and the icons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.look.icons import icon, icon_names, icon_pixmap
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.actions import SEPARATOR, ActionRegistry, ActionSpec
from metascope.widgets.window.cheat_sheet import CheatSheet
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.person import press

ROOT = Path(__file__).parents[3]


class Heard:
    """Remembers what was run."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, bool]] = []

    def spec(self, id: str, *shortcuts: str, category: str = "Run", checkable: bool = False) -> ActionSpec:
        return ActionSpec(
            id=id,
            text=f"&{id.title()}",
            category=category,
            run=lambda checked: self.runs.append((id, checked)),
            shortcuts=shortcuts,
            icon="play",
            checkable=checkable,
        )


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def registry(qtbot: QtBot, heard: Heard) -> ActionRegistry:
    made = ActionRegistry(LIGHT)
    made.declare(heard.spec("play", "Space"))
    made.declare(heard.spec("home", "Home"))
    made.declare(heard.spec("dark", "Ctrl+T", "F8", category="View", checkable=True))
    made.declare(heard.spec("quiet"))
    return made


def test_a_shortcut_belongs_to_one_action(registry: ActionRegistry, heard: Heard) -> None:
    with pytest.raises(ValueError, match="is taken by 'dark'"):
        registry.declare(heard.spec("other", "ctrl+t"))
    assert "other" not in registry.ids()


def test_an_id_belongs_to_one_action(registry: ActionRegistry, heard: Heard) -> None:
    with pytest.raises(ValueError, match="'play' is taken"):
        registry.declare(heard.spec("play"))


@pytest.mark.parametrize("keys", ["", "nonsense key"])
def test_a_shortcut_must_be_keys(registry: ActionRegistry, heard: Heard, keys: str) -> None:
    with pytest.raises(ValueError, match="must be keys"):
        registry.declare(heard.spec("other", keys))


def test_setting_an_actions_state_does_not_run_it(registry: ActionRegistry, heard: Heard) -> None:
    registry["dark"].setChecked(True)
    registry["dark"].setEnabled(False)
    registry.set_theme(DARK)
    assert heard.runs == []


def test_a_triggered_action_tells_whether_it_is_checked(registry: ActionRegistry, heard: Heard) -> None:
    registry["dark"].trigger()
    assert heard.runs == [("dark", True)]


def test_a_menu_has_the_actions_in_order(registry: ActionRegistry, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = registry.menu(parent, "Run", ["play", SEPARATOR, "dark"])
    play, line, dark = menu.actions()
    assert (play, dark) == (registry["play"], registry["dark"])
    assert line.isSeparator()


def test_a_button_runs_its_action_and_has_name_and_tooltip(
    registry: ActionRegistry, heard: Heard, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    button = registry.button(parent, "play")
    button.click()
    assert heard.runs == [("play", False)]
    assert button.accessibleName() == "Play"
    assert button.toolTip() == "Play (Space)"


@pytest.fixture
def window(registry: ActionRegistry, qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for part in (QPushButton("Press"), QSlider(Qt.Orientation.Horizontal), QWidget()):
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(part)
    made.setCentralWidget(inside)
    registry.add_to(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LONGEST)
    return made


def test_shortcuts_work_in_the_window(window: QMainWindow, heard: Heard) -> None:
    window.setFocus()
    press(window, Qt.Key.Key_Space)
    assert heard.runs == [("play", False)]


def test_a_button_in_focus_keeps_space(window: QMainWindow, heard: Heard, qtbot: QtBot) -> None:
    button = window.findChildren(QPushButton)[0]
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=LONGEST):
        press(button, Qt.Key.Key_Space)
    assert heard.runs == []


def test_a_slider_in_focus_keeps_home_but_not_space(window: QMainWindow, heard: Heard) -> None:
    slider = window.findChildren(QSlider)[0]
    slider.setValue(50)
    slider.setFocus()
    press(slider, Qt.Key.Key_Home)
    assert slider.value() == 0
    press(slider, Qt.Key.Key_Space)
    assert heard.runs == [("play", False)]


def test_the_cheat_sheet_lists_what_has_keys_and_the_gestures(registry: ActionRegistry, qtbot: QtBot) -> None:
    sheet = CheatSheet(registry.rows(), [("Drag a start", "Moves it")], LIGHT)
    qtbot.addWidget(sheet)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    assert texts == [
        *("Run", "Space", "Play", "Home", "Home"),
        *("View", "Ctrl+T / F8", "Dark"),
        *("Mouse", "Drag a start", "Moves it"),
    ]
    assert not sheet.isModal()


def test_a_cheat_sheet_leaves_nothing_behind(registry: ActionRegistry) -> None:
    assert is_freed(lambda: CheatSheet(registry.rows(), [], DARK))


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    image = icon_pixmap(name, QColor(LIGHT.accent), 32).toImage()
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert 20 < len(inked) < 900
    asked = QColor(LIGHT.accent)
    assert all(
        abs(colour.red() - asked.red()) + abs(colour.green() - asked.green()) + abs(colour.blue() - asked.blue()) < 6
        for colour in inked
    )


def test_every_icon_is_used() -> None:
    texts = [path.read_text("utf-8") for layer in ("widgets", "scenes") for path in (ROOT / layer).rglob("*.py")]
    assert [name for name in icon_names() if not any(f'"{name}"' in text for text in texts)] == []


def test_an_icon_is_drawn_for_twice_the_scale(qtbot: QtBot) -> None:
    assert icon("play", LIGHT).pixmap(QSize(16, 16), 2.0).size() == QSize(32, 32)


def test_a_checked_icon_stands_out_from_the_accent(qtbot: QtBot) -> None:
    made = icon("live", LIGHT).pixmap(QSize(24, 24), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert made.pixelColor(12, 12).name() == LIGHT.on_accent


def test_an_unknown_icon_is_a_mistake(qtbot: QtBot) -> None:
    with pytest.raises(KeyError, match="no-such"):
        icon("no-such", LIGHT)
