"""The command palette: typed letters choose, keys walk, what cannot be done is not done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.matching import Entry
from metascope.widgets.window.palette import Palette
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.person import press, type_text
from tests.widgets.plots.pictures import rgb

ENTRIES = (
    Entry("save", "Save session…", "File", "Ctrl+S"),
    Entry("undo", "Undo", "Edit", "Ctrl+Z", enabled=False),
    Entry("open", "Open…", "File", "Ctrl+O"),
    *(Entry(f"more {index}", f"Number {index}", "More") for index in range(30)),
)


@pytest.fixture
def palette(qtbot: QtBot) -> Iterator[Palette]:
    made = Palette(ENTRIES, LIGHT)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LONGEST)
    yield made
    made.close()


@pytest.fixture
def told(palette: Palette) -> list[str]:
    heard: list[str] = []
    palette.chosen.connect(heard.append)
    return heard


def line(palette: Palette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_it_begins_with_everything_and_the_first_chosen(palette: Palette) -> None:
    assert len(palette.shown()) == len(ENTRIES)
    assert palette.current == ENTRIES[0]


def test_typed_letters_and_enter_choose(palette: Palette, told: list[str]) -> None:
    type_text(line(palette), "ope")
    assert palette.current == ENTRIES[2]
    press(line(palette), Qt.Key.Key_Return)
    assert told == ["open"]
    assert not palette.isVisible()


def test_arrows_walk_and_stop_at_the_ends(palette: Palette, told: list[str]) -> None:
    for key, place in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
    ):
        press(line(palette), key)
        assert palette.current == palette.shown()[place]
    press(line(palette), Qt.Key.Key_PageDown)
    assert palette.current in palette.shown()[5:]
    assert told == []


def test_what_cannot_be_done_is_shown_and_not_run(palette: Palette, told: list[str]) -> None:
    type_text(line(palette), "undo")
    assert palette.current == ENTRIES[1]
    press(line(palette), Qt.Key.Key_Return)
    assert told == []
    assert palette.isVisible()


def test_nothing_fits_and_enter_does_nothing(palette: Palette, told: list[str]) -> None:
    type_text(line(palette), "qqqq")
    assert palette.current is None
    press(line(palette), Qt.Key.Key_Return)
    assert told == []


def test_escape_goes_back_without_a_choice(palette: Palette, told: list[str]) -> None:
    press(line(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert told == []


def test_it_goes_when_the_person_turns_to_another_window(qtbot: QtBot, palette: Palette) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not palette.isVisible(), timeout=LONGEST)


def test_what_cannot_be_done_looks_dimmer(palette: Palette) -> None:
    palette.search("number")
    bright = rgb(palette.grab().toImage()).min()
    dim = Palette([Entry("a", "Number", "More", enabled=False)] * 30, LIGHT)
    dim.search("number")
    assert rgb(dim.grab().toImage())[60:, :, :].min() >= bright
    dim.deleteLater()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_leaves_nothing_behind(qtbot: QtBot, theme: type) -> None:
    for _ in range(50):
        assert is_freed(lambda: Palette(ENTRIES, theme))  # type: ignore[arg-type]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
