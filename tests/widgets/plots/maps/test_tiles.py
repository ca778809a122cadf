"""Small maps anywhere in a plot: where they lie, what is read, and what is coloured again."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import MagicMock

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import LIGHT
from metascope.widgets.paper import export
from metascope.widgets.plots.maps.heatmap import Heat
from metascope.widgets.plots.maps.tiles import Tile, TilesItem
from metascope.widgets.plots.views.plot import Axis, PlotView

VALUES = np.array([[1.0, -1.0], [0.0, 0.5]])


def tile(name: str = "one", x: float = 1.0, text: str = "") -> Tile:
    return Tile(name, f"Tile {name}", Heat("weight", VALUES, -1.0, 1.0, "diverging"), x, 1.0, 2.0, 2.0, text)


@pytest.fixture
def item(qtbot: QtBot) -> TilesItem:
    """Give tiles in a plot of 4 by 2 units."""
    view = PlotView("tiles", "Tiles", LIGHT, Axis("x"), [Axis("y")])
    qtbot.addWidget(view)
    found = TilesItem("tiles")
    view.add(found)
    view.set_range((0.0, 4.0), (0.0, 2.0))
    view.resize(400, 300)
    view.show()
    found.set([tile(), tile("two", 3.0, "below")])
    export.picture(view, "png", QSize(400, 300))
    return found


def test_a_place_is_in_the_tile_around_it(item: TilesItem) -> None:
    first, second = item.at(0.5, 1.5), item.at(3.9, 0.1)
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("one", "two")
    assert item.at(5.0, 1.0) is None


def test_a_cell_is_read_with_its_number(item: TilesItem) -> None:
    pixels = item.pixels()
    square, _ = item._places(item.tiles[0], pixels)
    found = item.reading(square.topLeft() + QPointF(0.75 * square.width(), 0.25 * square.height()), pixels)
    assert found is not None
    assert found.text == "Tile one: weight = −1 at row 1, column 2"


def test_columns_are_the_numbers_of_each_tile(item: TilesItem) -> None:
    np.testing.assert_array_equal(item.columns()["two"], VALUES.ravel())


def test_what_is_the_same_is_not_coloured_again(item: TilesItem) -> None:
    before = item._images
    item.set([tile("two", 3.0)])
    assert item._images[0] is before[1] or item._images[0].cacheKey() == before[1].cacheKey()


def test_a_square_leaves_room_for_its_text(item: TilesItem) -> None:
    plain, told = (item._places(one, item.pixels())[0] for one in item.tiles)
    assert told.height() <= plain.height()
    assert told.width() == pytest.approx(told.height())


@pytest.mark.parametrize(("text", "drawn"), [("A 5%", ["A 5%", "B 95%"]), ("A 5% " * 30, ["5%", "95%"])])
def test_texts_of_a_row_are_shortened_together(item: TilesItem, text: str, drawn: list[str]) -> None:
    first, second = tile(text=text), tile("two", 3.0, "B 95%")
    item.set([replace(first, short="5%"), replace(second, short="95%")])
    paper = QImage(400, 300, QImage.Format.Format_RGB32)
    with QPainter(paper) as active:
        painter = MagicMock(wraps=active)
        item.draw(painter, item.pixels())
    assert [call.args[2] for call in painter.drawText.call_args_list] == drawn


def test_cells_have_the_colours_of_the_map(item: TilesItem) -> None:
    image = item._images[0]
    assert isinstance(image, QImage)
    assert QColor(image.pixel(0, 0)).red() > QColor(image.pixel(1, 0)).red()
