"""A level line and an interval: where they lie, and what is read there."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import BAND, Theme
from metascope.widgets.plots.series.level import IntervalItem, LevelItem
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import plane, seen


def test_the_line_crosses_the_plot_at_its_height_and_tells_its_word(qtbot: QtBot) -> None:
    view, item = plane(), LevelItem("zero", "after")
    view.add(item)
    item.set(1.0, "predicting 0: 10", 10.0)
    image = seen(qtbot, view)
    y = view.viewport_point(0, 1).y()
    dark = [image.pixelColor(x, y).name() == LIGHT.style("after").colour for x in range(120, 300)]
    assert sum(dark) > 60
    found = item.reading(item.pixels().exact(0.5, 1.05), item.pixels())
    assert found is not None
    assert found.text == "predicting 0: 10"
    assert item.reading(item.pixels().exact(0.5, -1.0), item.pixels()) is None
    assert item.columns()["zero"].tolist() == [10.0]


def test_a_level_that_is_no_number_is_nowhere(qtbot: QtBot) -> None:
    view, item = plane(), LevelItem("zero", "after")
    view.add(item)
    before = seen(qtbot, view)
    item.set(np.nan, "nothing", np.nan)
    assert seen(qtbot, view) == before
    assert item.reading(item.pixels().exact(0.0, 0.0), item.pixels()) is None
    assert item.columns() == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_an_interval_fills_the_plot_between_its_ends(qtbot: QtBot, theme: Theme) -> None:
    view, item = plane(), IntervalItem("you", "after")
    view.set_theme(theme)
    view.add(item)
    item.set(-0.5, 1.0, "you: 3 of 4")
    image = seen(qtbot, view)
    there, beyond = (image.pixelColor(view.viewport_point(1.13, y)) for y in (0.87, 1.13))
    wanted = BAND * parts(QColor(theme.style("after").colour)) + (1 - BAND) * parts(QColor(theme.panel))
    assert np.abs(parts(there) - wanted).max() <= 2
    assert beyond == QColor(theme.panel)
    inside, outside = (item.reading(item.pixels().exact(1.5, y), item.pixels()) for y in (0.9, 1.1))
    assert inside is not None
    assert (inside.text, round(inside.x, 6), round(inside.y, 6)) == ("you: 3 of 4", 1.5, 0.9)
    assert outside is None
    assert {name: column.tolist() for name, column in item.columns().items()} == {"you.low": [-0.5], "you.high": [1.0]}
    item.set(np.nan, np.nan, "")
    assert item.columns() == {}
    assert seen(qtbot, view).pixelColor(view.viewport_point(1.13, 0.87)) == QColor(theme.panel)


def parts(colour: QColor) -> NDArray[np.float64]:
    return np.array([colour.red(), colour.green(), colour.blue()], np.float64)
