"""Maps of cells: colours tell the numbers, the pointer reads them, and a place is a cell."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.maps.heatmap import CellItem, Heat, HeatMapItem
from metascope.widgets.plots.maps.surface import ColorBar
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.leaks import is_freed
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import count, seen

ROWS, PLACES = ("W 0", "W 5", "b 9"), np.array([0, 5, 9])
VALUES = np.array([[0.0, 1.0], [0.5, 0.25], [np.nan, 0.125]])  # (3 rows, 2 columns)


def heat(values: np.ndarray[tuple[int, int], np.dtype[np.float64]] = VALUES) -> Heat:
    return Heat("gate", values, 0.0, 1.0, "unit")


def mapped(shown: Heat, parted: tuple[int, ...] = ()) -> tuple[PlotView, HeatMapItem]:
    view = PlotView("map", "A map", LIGHT, Axis("update"), [Axis("coordinate")])
    bar = ColorBar("")
    item = HeatMapItem("gate", bar)
    view.add(item)
    view.add_bar(bar)
    item.set(shown, ROWS, PLACES, parted)
    view.set_range((0.5, 2.5), (-2.5, 0.5))
    view.resize(500, 400)
    return view, item


def test_a_gate_runs_from_the_panel_to_ink_and_what_is_no_number_is_absent(qtbot: QtBot) -> None:
    view, _ = mapped(heat())
    image = seen(qtbot, view)
    for place, colour in (((1, 0), LIGHT.panel), ((2, 0), LIGHT.ink), ((1, -2), LIGHT.absent)):
        found = image.pixelColor(view.viewport_point(place[0] + 0.1, place[1] + 0.1))
        assert found.name() == colour


def test_the_limits_stay_whatever_the_numbers_are(qtbot: QtBot) -> None:
    view, _ = mapped(heat(np.full((3, 2), 0.5)))
    grey = seen(qtbot, view).pixelColor(view.viewport_point(1.1, 0.1)).lightnessF()
    assert grey == pytest.approx(0.5, abs=0.1)


def test_colours_spread_by_orders_of_magnitude_tell_small_numbers_apart(qtbot: QtBot) -> None:
    small = np.array([[0.01, 0.001], [0.1, 1.0], [0.0, 0.0]])
    shown = Heat("gate", small, 1e-4, 1.0, "unit", Scale("log"))
    view, _ = mapped(shown)
    image = seen(qtbot, view)
    lightness = [
        image.pixelColor(view.viewport_point(x + 0.1, y + 0.1)).lightness()
        for x, y in ((1, -2), (2, 0), (1, 0), (1, -1))
    ]
    assert lightness == sorted(lightness, reverse=True)
    assert min(-np.diff(lightness)) > 30


def test_the_bar_says_in_the_values_own_numbers_what_logarithmic_colours_mean() -> None:
    bar = ColorBar("")
    item = HeatMapItem("gate", bar)
    item.set(Heat("gate", VALUES, 1e-2, 1.0, "unit", Scale("log")), ROWS, PLACES)
    assert bar._texts == ("0.01", "0.1", "1")


def test_the_pointer_reads_a_cell(qtbot: QtBot) -> None:
    view, item = mapped(heat())
    seen(qtbot, view)
    found = item.reading(item.pixels().point(2.2, -1.2), item.pixels())
    assert found is not None
    assert found.text == "gate = 0.25: W 5, update 2"
    assert item.reading(item.pixels().point(2.7, -1.2), item.pixels()) is None


def test_a_place_is_a_cell_or_none() -> None:
    _, item = mapped(heat())
    assert item.cell(1.4, -2.4) == (2, 0)
    assert item.cell(0.4, 0.0) is None
    assert item.cell(1.0, 0.6) is None


def test_the_data_are_the_cells_with_their_places() -> None:
    _, item = mapped(heat())
    columns = item.columns()
    assert columns["gate.row"].tolist() == [0, 0, 5, 5, 9, 9]
    assert columns["gate.column"].tolist() == [1, 2] * 3
    np.testing.assert_array_equal(columns["gate"], VALUES.ravel())


def test_groups_are_parted_by_a_line(qtbot: QtBot) -> None:
    plain, parted = (mapped(heat(np.zeros((3, 2))), rows)[0] for rows in ((), (2,)))
    assert count(seen(qtbot, parted), LIGHT.muted, 2) > count(seen(qtbot, plain), LIGHT.muted, 2) + 100


def test_the_same_numbers_are_not_coloured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    _, item = mapped(heat())
    monkeypatch.setattr(item, "_colour", lambda: pytest.fail("coloured again"))
    item.set(heat(), ROWS, PLACES)


def test_a_map_wears_its_theme(qtbot: QtBot) -> None:
    view, _ = mapped(heat())
    view.set_theme(DARK)
    assert seen(qtbot, view).pixelColor(view.viewport_point(2.1, 0.1)).name() == DARK.ink


def test_the_chosen_cell_is_outlined_and_no_other(qtbot: QtBot) -> None:
    view, _ = mapped(heat())
    item = CellItem("cell")
    view.add(item)
    before = count(seen(qtbot, view), LIGHT.accent, 10)
    item.set((1, 0))
    assert count(seen(qtbot, view), LIGHT.accent, 10) > before + 100
    item.set(None)
    assert count(seen(qtbot, view), LIGHT.accent, 10) == before


def test_a_click_on_a_cell_pins_nothing_and_is_told(qtbot: QtBot) -> None:
    view, _ = mapped(heat())
    seen(qtbot, view)
    told: list[tuple[object, ...]] = []
    view.clicked.connect(lambda *where: told.append(where))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport_point(2, -1))
    assert view.panels[0].pins == []
    ((row, x, y, name),) = told
    assert (row, name) == (0, "gate")
    assert (x, y) == pytest.approx((2, -1), abs=0.02)


def test_a_map_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: mapped(heat())[0])
