"""A level line: where it lies, and the word at its end."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import plane, seen
from widgets.plots.series.level import LevelItem


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
