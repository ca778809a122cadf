"""Lines as wide as their weights."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.maps.links import LinksItem
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, seen

ENDS = np.array([[1.5, 0.0], [0.0, 1.5]])


def test_a_line_is_as_wide_as_its_weight(qtbot: QtBot) -> None:
    inked = []
    for weight in (0.2, 0.5, 1.0):
        view, item = plane(), LinksItem("links", "mann", "MANN")
        view.add(item)
        before = count(seen(qtbot, view), LIGHT.style("mann").colour, 90)
        item.set((-1.5, 0.0), ENDS[:1], np.array([weight]), ["one"])
        inked.append(count(seen(qtbot, view), LIGHT.style("mann").colour, 90) - before)
    assert inked[1] == pytest.approx(2.5 * inked[0], rel=0.25)
    assert inked[2] == pytest.approx(5 * inked[0], rel=0.25)


def test_the_line_under_the_pointer_is_read_anywhere_along_it(qtbot: QtBot) -> None:
    view, item = plane(), LinksItem("links", "mann", "MANN")
    view.add(item)
    item.set((0.0, 0.0), ENDS, np.array([0.9, 0.1]), ["strong", "weak"])
    seen(qtbot, view)
    pixels = item.pixels()
    for place, text in (((0.7, 0.0), "strong"), ((0.0, 1.2), "weak")):
        found = item.reading(pixels.point(*place), pixels)
        assert found is not None
        assert found.text == text
        assert (found.x, found.y) == pytest.approx(place, abs=0.01)
    assert item.reading(pixels.point(-1.0, -1.0), pixels) is None


def test_lines_from_nowhere_are_not_drawn(qtbot: QtBot) -> None:
    view, item = plane(), LinksItem("links", "mann", "MANN")
    view.add(item)
    before = seen(qtbot, view)
    item.set((np.nan, np.nan), ENDS, np.array([0.9, 0.1]), ["a", "b"])
    assert seen(qtbot, view) == before
    pixels = item.pixels()
    assert item.reading(pixels.point(0.7, 0.0), pixels) is None


def test_weights_and_texts_belong_to_ends() -> None:
    with pytest.raises(ValueError, match="2 lines"):
        LinksItem("links", "mann").set((0.0, 0.0), ENDS, np.ones(1), ["a", "b"])
