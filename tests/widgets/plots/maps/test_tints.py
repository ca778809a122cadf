"""Tints of classes along an axis, and places marked by symbols."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.maps.tints import Tint, TintsItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, seen

TINTS = (Tint("A", -1, 0, "class A"), Tint("B", 1, 1, "class B"))


def test_columns_wear_the_tint_of_their_class(qtbot: QtBot) -> None:
    view, item = plane(), TintsItem("classes")
    view.add(item)
    item.set(TINTS, 2.0, 1.0, parted=False)
    image = seen(qtbot, view)
    for x, letter in ((-1.2, "A"), (0.3, "A"), (0.7, "B")):
        colour = image.pixelColor(view.viewport_point(x, 1.1)).name()
        assert colour == LIGHT.style(f"task.{letter}").colour
    assert image.pixelColor(view.viewport_point(0.3, 0.9)).name() != LIGHT.style("task.A").colour
    found = item.reading(item.pixels().point(0.8, 1.5), item.pixels())
    assert found is not None
    assert found.text == "class B"
    assert item.reading(item.pixels().point(0.8, 0.5), item.pixels()) is None


def test_lines_part_classes_only_where_they_are_wanted(qtbot: QtBot) -> None:
    view, item = plane(), TintsItem("classes")
    view.add(item)
    lines = []
    for parted in (False, True):
        item.set(TINTS, 2.0, 1.0, parted=parted)
        lines.append(count(seen(qtbot, view), LIGHT.border, 3))
    assert lines[1] > lines[0] + 100


def test_symbols_stand_at_their_places_filled_or_hollow(qtbot: QtBot) -> None:
    colour = LIGHT.style("mann").colour
    for hollow in (False, True):
        view, item = plane(), SymbolsItem("marks", "mann", "MANN", hollow=hollow)
        view.add(item)
        item.set(np.array([[1.0, -1.0], [0.0, 1.0]]))
        image = seen(qtbot, view)
        assert (image.pixelColor(view.viewport_point(1.0, -1.0)).name() == colour) != hollow
        assert count(image, colour, 30) > 10
        found = item.reading(item.pixels().point(0.0, 1.0), item.pixels())
        assert found is not None
        assert found.text == "MANN: 1 at 0"
        assert item.reading(item.pixels().point(-1.0, 1.0), item.pixels()) is None
        assert item.columns()["marks"].tolist() == [-1.0, 1.0]
