"""Maps above each other over one axis: colours, marked cells, what the pointer reads, outlines, the clock's column."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.maps import strips
from metascope.widgets.plots.maps.boxes import Box, BoxesItem
from metascope.widgets.plots.maps.heatmap import Heat, coloured
from metascope.widgets.plots.maps.strips import ColumnItem, NumbersItem, Strip, StripsItem, short
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import count, seen

UPPER = Strip(
    "upper", Heat("w", np.array([[0.0, 1.0], [0.5, np.nan]]), 0.0, 1.0, "unit"), ("a", "b"), "t = {column}", 0, -1
)
LOWER = Strip(
    "lower",
    Heat("M", np.array([[-9.0, 9.0]]), -1, 1, "diverging"),
    ("i 7",),
    "column {column}",
    -1.5,
    -2.5,
    places=np.array([7]),
)


def shown(*drawn: Strip) -> tuple[PlotView, StripsItem]:
    view = PlotView("map", "A map", LIGHT, Axis("time step"), [Axis("")])
    item = StripsItem("strips")
    view.add(item)
    item.set(drawn)
    view.set_range((0.5, 2.5), (-2.5, 0.0))
    view.resize(500, 400)
    return view, item


def colour(image: QImage, view: PlotView, x: float, y: float) -> str:
    return image.pixelColor(view.viewport_point(x, y)).name()


def test_each_strip_has_its_own_colours_and_what_is_no_number_is_absent(qtbot: QtBot) -> None:
    view, _ = shown(UPPER, LOWER)
    image = seen(qtbot, view)
    assert colour(image, view, 1.2, -0.2) == LIGHT.panel
    assert colour(image, view, 2.2, -0.2) == LIGHT.ink
    assert colour(image, view, 2.2, -0.7) == LIGHT.absent
    ends = [QColor(*LIGHT.diverging_map[end].tolist()).name() for end in (0, -1)]
    assert [colour(image, view, x, -2.0) for x in (1.2, 2.2)] == ends


def test_a_marked_cell_has_a_spot_and_no_other(qtbot: QtBot) -> None:
    marked = replace(UPPER, marked=np.array([[False, True], [False, False]]))
    view, _ = shown(marked)
    image = seen(qtbot, view)
    assert colour(image, view, 2.0, -0.25) == QColor(LIGHT.style("learned").colour).name()
    assert colour(image, view, 1.0, -0.25) == LIGHT.panel


def test_a_place_is_a_cell_of_a_strip_or_between_them() -> None:
    _, item = shown(UPPER, LOWER)
    found = [item.at(x, y) for x, y in ((1.4, -0.1), (2.4, -0.9), (0.6, -2.4))]
    assert [(strip.name, cell) for strip, cell in filter(None, found)] == [
        ("upper", (0, 0)),
        ("upper", (1, 1)),
        ("lower", (0, 0)),
    ]
    assert [item.at(x, y) for x, y in ((1.0, -1.2), (0.4, -0.5), (2.6, -0.5), (1.0, 0.1))] == [None] * 4


def test_the_pointer_reads_a_cell(qtbot: QtBot) -> None:
    view, item = shown(UPPER, LOWER)
    seen(qtbot, view)
    pixels = item.pixels()
    found = item.reading(QPointF(pixels.point(1.2, -0.8)), pixels)
    assert found is not None
    assert found.text == "w = 0.5: b, t = 1"
    assert (found.x, found.y) == (1, -0.75)
    assert item.reading(QPointF(pixels.point(1.2, -1.2)), pixels) is None


def test_the_data_are_the_cells_with_their_places_and_nothing_that_is_hidden() -> None:
    _, item = shown(UPPER, LOWER)
    found = item.columns()
    assert found["upper.row"].tolist() == [0, 0, 1, 1]
    assert found["lower.row"].tolist() == [7, 7]
    assert found["lower.column"].tolist() == [1, 2]
    np.testing.assert_array_equal(found["upper"], UPPER.heat.values.ravel())
    item.set([UPPER, replace(LOWER, level="hidden")])
    assert not any(name.startswith("lower") for name in item.columns())


def test_the_same_numbers_are_not_coloured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    _, item = shown(UPPER, LOWER)
    monkeypatch.setattr(strips, "coloured", lambda heats, theme: pytest.fail("coloured again") if heats else [])
    item.set([UPPER, replace(LOWER, level="dim")])


def test_maps_coloured_in_one_go_look_as_each_by_itself() -> None:
    others = [
        Heat("w", np.array([[np.inf, 0.25, -3.0]]), 0.0, 1.0, "unit"),
        Heat("none", np.empty((0, 2)), 0.0, 1.0, "unit"),
        Heat("v", np.array([[0.5], [-0.5]]), -1, 1, "diverging", Scale("symlog", 0.3)),
    ]
    heats = [UPPER.heat, LOWER.heat, *others]
    assert coloured(heats, LIGHT) == [coloured([heat], LIGHT)[0] for heat in heats]


def test_strips_wear_their_theme(qtbot: QtBot) -> None:
    view, _ = shown(UPPER)
    view.set_theme(DARK)
    assert colour(seen(qtbot, view), view, 2.2, -0.2) == DARK.ink


@pytest.mark.parametrize(("columns", "written"), [(2, True), (200, False)])
def test_numbers_are_written_only_where_there_is_room(qtbot: QtBot, columns: int, written: bool) -> None:
    view, _ = shown()
    numbers = NumbersItem("numbers")
    view.add(numbers)
    view.set_range((0.5, columns + 0.5), (-2.5, 0.0))
    before = count(seen(qtbot, view), LIGHT.text, 60)
    numbers.set([replace(UPPER, heat=Heat("w", np.full((1, columns), 0.12), 0.0, 1.0, "unit"))])
    assert (count(seen(qtbot, view), LIGHT.text, 60) > before + 20) is written


def test_numbers_in_cells_tell_nothing_at_all_from_hardly_anything() -> None:
    assert [short(value) for value in (0.0, 0.02, 3.14, 21.4, 50.0)] == ["0", "0.0", "3.1", "21", "50"]


def test_the_clocks_column_and_outlines_are_drawn_where_they_are_set(qtbot: QtBot) -> None:
    view, _ = shown()
    column, boxes = ColumnItem("time"), BoxesItem("outlines")
    view.add(column)
    view.add(boxes)
    before = count(seen(qtbot, view), LIGHT.accent, 10)
    column.set(2)
    assert count(seen(qtbot, view), LIGHT.accent, 10) > before + 200
    role = LIGHT.style("forget").colour
    before = count(seen(qtbot, view), role, 10)
    boxes.set([Box("forget", 0.5, 1.5, -0.5, -0.5)])  # of no height at all
    wide = view.viewport_point(1.5, -0.5).x() - view.viewport_point(0.5, -0.5).x()
    assert count(seen(qtbot, view), role, 10) > before + 3 * wide  # two lines of two pixels each


def test_a_strip_may_begin_further_right(qtbot: QtBot) -> None:
    right = replace(LOWER, left=1.5)
    _, item = shown(UPPER, right)
    assert item.at(1.0, -2.0) is None
    for x, column in ((1.6, 0), (2.4, 0), (2.6, 1), (3.4, 1)):
        found = item.at(x, -2.0)
        assert found is not None
        assert found[1] == (0, column)
    assert item.at(3.6, -2.0) is None


def test_its_colours_and_what_the_pointer_reads_are_there(qtbot: QtBot) -> None:
    view, item = shown(UPPER, replace(LOWER, left=1.0))
    image, pixels = seen(qtbot, view), item.pixels()
    ends = [QColor(*LIGHT.diverging_map[end].tolist()).name() for end in (0, -1)]
    assert [colour(image, view, x, -2.0) for x in (1.7, 2.3)] == ends
    assert colour(image, view, 0.8, -1.8) == LIGHT.panel
    found = item.reading(QPointF(pixels.point(1.7, -2.0)), pixels)
    assert found is not None
    assert found.text == "M = −9: i 7, column 1"
    assert (found.x, found.y) == (1.5, -2.0)
