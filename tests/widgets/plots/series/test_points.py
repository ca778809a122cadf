"""Single marked places: they are where they are put, and tell what they are."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.series.points import PointItem, UprightItem
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, seen

COLOUR = LIGHT.style("learned").colour


def test_a_point_is_drawn_where_it_is_put_and_tells_its_text(qtbot: QtBot) -> None:
    view, item = plane(), PointItem("learned.start", "learned")
    view.add(item)
    assert count(seen(qtbot, view), COLOUR, 10) == 0
    item.set(1.0, -1.0, "here")
    image = seen(qtbot, view)
    assert image.pixelColor(view.viewport_point(1.0, -1.0)).name() == COLOUR
    found = item.reading(item.pixels().point(1.02, -1.0), item.pixels())
    assert found is not None
    assert found.text == "here"
    assert item.reading(item.pixels().point(0.0, 0.0), item.pixels()) is None


def test_a_point_that_is_nowhere_is_not_drawn(qtbot: QtBot) -> None:
    view, item = plane(), PointItem("learned.start", "learned")
    view.add(item)
    item.set(np.nan, 0.0, "nowhere")
    assert count(seen(qtbot, view), COLOUR, 10) == 0


def test_a_points_data_are_its_place_as_it_is_read() -> None:
    item = PointItem("best", "learned")
    item.set(-1.0, 2.0, "text", (0.1, 100.0))
    assert {name: column.tolist() for name, column in item.columns().items()} == {"best.x": [0.1], "best.y": [100.0]}


def test_an_upright_line_stands_at_its_place_with_its_word(qtbot: QtBot) -> None:
    view, item = plane(), UprightItem("best", "learned", "best")
    view.add(item)
    nothing = seen(qtbot, view)
    item.set(1.0)
    image = seen(qtbot, view)
    assert count(image, COLOUR, 60) > 50
    assert item.columns()["best"].tolist() == [1.0]
    item.set(float("nan"))
    assert seen(qtbot, view) == nothing
    assert item.columns() == {}


def test_a_word_about_what_lies_to_the_right_never_stands_to_the_left(qtbot: QtBot) -> None:
    for onward in (True, False):
        view, item = plane(), UprightItem("trained", "learned", "a word about the right")
        item._onward = onward
        view.add(item)
        before = seen(qtbot, view)
        item.set(1.5)
        image, line = seen(qtbot, view), view.viewport_point(1.5, 1.9)
        left = [x for x in range(line.x() - 60, line.x() - 3) if image.pixel(x, line.y()) != before.pixel(x, line.y())]
        assert bool(left) is not onward
