"""The gallery's cards and their grid."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.window.card_grid import CardGrid
from metascope.widgets.window.cards import Card
from metascope.widgets.window.picture_loader import PictureLoader
from tests.waiting import LONGEST
from tests.widgets.leaks import is_freed
from tests.widgets.person import click, press

NAMES = ("two-tasks", "bad-start", "diverging", "two-dimensions", "unseen-tasks")


def made() -> CardGrid:
    loader = PictureLoader()
    grid = CardGrid([Card(name, name.title(), "A sentence about it.", "about 5 s", LIGHT, loader) for name in NAMES])
    loader.setParent(grid)
    return grid


@pytest.fixture
def grid(qtbot: QtBot) -> CardGrid:
    grid = made()
    qtbot.addWidget(grid)
    grid.resize(1000, 600)
    grid.show()
    QApplication.processEvents()
    return grid


@pytest.fixture
def opened(grid: CardGrid) -> list[str]:
    heard: list[str] = []
    grid.opened.connect(heard.append)
    return heard


@pytest.mark.parametrize(("width", "columns"), [(320, 1), (700, 2), (1000, 3), (1300, 4)])
def test_cards_flow_into_the_columns_that_fit(grid: CardGrid, width: int, columns: int) -> None:
    grid.resize(width, 600)
    QApplication.processEvents()
    assert grid.columns() == columns
    assert len({card.x() for card in grid.cards()}) == columns
    assert all(card.geometry().right() < grid.viewport().width() for card in grid.cards())
    places = [card.geometry() for card in grid.cards()]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_a_click_opens(grid: CardGrid, opened: list[str]) -> None:
    click(grid.cards()[1], QPoint(50, 50))
    assert opened == ["bad-start"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open(grid: CardGrid, opened: list[str], key: Qt.Key) -> None:
    press(grid.cards()[2], key)
    assert opened == ["diverging"]


def test_arrows_walk(grid: CardGrid, qtbot: QtBot) -> None:
    grid.activateWindow()
    cards = grid.cards()
    cards[0].setFocus()
    qtbot.waitUntil(cards[0].hasFocus, timeout=LONGEST)
    for key, target in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Left, 0),
    ):
        focused = next(card for card in cards if card.hasFocus())
        press(focused, key)
        assert cards[target].hasFocus()


def test_a_card_shows_its_picture_once_it_is_read(grid: CardGrid, qtbot: QtBot, tmp_path: Path) -> None:
    card = grid.cards()[0]
    middle = (card.width() // 2, card.width() // 4)
    without = card.grab().toImage().pixelColor(*middle)
    picture = QPixmap(64, 36)
    picture.fill(QColor("magenta"))
    picture.save(str(tmp_path / "magenta.png"))
    card.set_picture(tmp_path / "magenta.png")
    assert card.grab().toImage().pixelColor(*middle) == without, "it is not read while the window is painted"
    loader = grid.findChild(PictureLoader)
    assert isinstance(loader, PictureLoader)
    qtbot.waitUntil(lambda: not loader.waiting, timeout=LONGEST)
    assert card.grab().toImage().pixelColor(*middle) == QColor("magenta") != without


def test_a_card_without_a_picture_says_why(qtbot: QtBot) -> None:
    looks = []
    for unseen in ("", "needs a folder of yours"):
        card = Card("name", "Title", "Sentence.", "about 5 s", LIGHT, PictureLoader(), unseen=unseen)
        qtbot.addWidget(card)
        card.resize(card.sizeHint())
        looks.append(card.grab(QRect(0, 0, card.width(), card.width() // 2)).toImage())
    assert looks[0] != looks[1]


def test_setters_emit_nothing(grid: CardGrid, opened: list[str]) -> None:
    grid.set_theme(DARK)
    grid.cards()[0].set_picture(Path("none.png"))
    assert opened == []


def test_a_card_has_a_name_a_description_and_a_tooltip(grid: CardGrid) -> None:
    card = grid.cards()[0]
    assert card.accessibleName() == "Two-Tasks"
    assert "sentence" in card.accessibleDescription()
    assert card.toolTip()


def test_a_grid_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(made)
