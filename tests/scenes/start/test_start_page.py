"""The start page: tabs that are made when they are seen, and the last one remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.shell.window import Window
from metascope.scenes.start.start_page import SCENARIOS, Sources, StartPage
from metascope.simulator.engine.files import presets
from metascope.widgets.look.theme import DARK, LIGHT, Theme
from metascope.widgets.window.cards import Card
from tests.scenes.hands import trigger

SOURCES = Sources(presets=lambda: presets.shipped()[:3], recent=tuple, last_runs=tuple, files=tuple, speed=lambda: None)


class Other(QWidget):
    """Another tab."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme | None = None
        self.focused = 0

    def set_theme(self, theme: Theme) -> None:
        """Keep the theme."""
        self.theme = theme

    def focus_first(self) -> None:
        """Count."""
        self.focused += 1


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def made(qtbot: QtBot, store: QSettings | None, others: list[Other]) -> StartPage:
    page = StartPage(SOURCES, LIGHT, store)
    page.add_tab("other", "Other", lambda: others.append(Other()) or others[-1], 0)  # type: ignore[func-returns-value]
    qtbot.addWidget(page)
    return page


def show(page: StartPage) -> None:
    page.show()
    QApplication.processEvents()


def test_a_tab_is_made_when_it_is_first_seen(qtbot: QtBot) -> None:
    others: list[Other] = []
    page = made(qtbot, None, others)
    assert others == []
    show(page)
    assert len(others) == 1
    assert page.gallery is None
    page.choose(SCENARIOS)
    assert page.gallery is not None
    page.choose("other")
    assert len(others) == 1


def test_the_first_tab_comes_first_and_then_the_one_looked_at_last(qtbot: QtBot, store: QSettings) -> None:
    first = made(qtbot, store, [])
    assert first.current == "other"
    first.choose(SCENARIOS)
    assert made(qtbot, store, []).current == SCENARIOS


@pytest.mark.parametrize("value", ["", "{", "3", '"gone"'])
def test_a_tab_that_is_not_there_any_more_is_forgotten(qtbot: QtBot, store: QSettings, value: str) -> None:
    store.setValue("start/tab", value)
    assert made(qtbot, store, []).current == "other"


def test_a_tab_that_is_clicked_has_the_keyboard_and_one_walked_to_leaves_it(qtbot: QtBot) -> None:
    others: list[Other] = []
    page = made(qtbot, None, others)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    bar = page.findChild(QTabBar)
    assert isinstance(bar, QTabBar)
    bar.clearFocus()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert isinstance(QApplication.focusWidget(), Card)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert page.current == "other"
    assert bar.hasFocus()
    assert others[0].focused == 0


def test_the_keyboard_goes_to_the_tab_that_is_shown(qtbot: QtBot) -> None:
    others: list[Other] = []
    page = made(qtbot, None, others)
    show(page)
    page.focus_first()
    assert others[0].focused == 1
    page.focus_search()
    assert page.current == SCENARIOS


def test_themes_reach_the_tabs_that_were_seen_and_those_made_later(qtbot: QtBot) -> None:
    others: list[Other] = []
    page = made(qtbot, None, others)
    show(page)
    page.set_theme(DARK)
    assert others[0].theme is DARK
    page.choose(SCENARIOS)
    assert page.gallery is not None
    assert page.gallery._theme is DARK


def test_a_single_tab_needs_no_bar(qtbot: QtBot) -> None:
    page = StartPage(SOURCES, LIGHT)
    qtbot.addWidget(page)
    show(page)
    bar = page.findChild(QTabBar)
    assert isinstance(bar, QTabBar)
    assert not bar.isVisible()
    page.add_tab("other", "Other", Other, 0)
    assert bar.isVisible()
    assert page.current == "other"


def test_a_scenario_is_looked_for_from_the_menu(qtbot: QtBot, window: Window) -> None:
    trigger(window, "file.find")
    assert window.start_page.gallery is not None
    qtbot.waitUntil(window.start_page.gallery.row.search.hasFocus)


def test_what_was_opened_is_remembered(window: Window) -> None:
    window.open_named("copy")
    window.open_named("two-tasks")
    window.show_gallery()
    assert window.start_page.gallery is not None
    assert window.start_page.gallery._recent == ("two-tasks", "copy")
