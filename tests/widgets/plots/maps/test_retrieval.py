"""What a reading brings back: arcs as wide as their shares, enlarged pictures, and bars as long as probabilities."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.maps.retrieval import Answer, AnswersItem, ArcsItem, Enlargement, EnlargementsItem
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, rgb, seen

COLOUR = LIGHT.style("mann").colour
PICTURE = np.full((4, 4), 255, np.uint8)


def changed(one: QImage, other: QImage) -> int:
    """Return how many pixels of two pictures differ."""
    return int((rgb(one) != rgb(other)).any(axis=-1).sum())


def test_arcs_are_as_wide_as_their_shares(qtbot: QtBot) -> None:
    view, item = plane(), ArcsItem("sources", "mann", "read back")
    view.add(item)
    nothing = seen(qtbot, view)
    inked = []
    for share in (0.2, 0.8):
        item.set((1.0, 0.0), np.array([[-1.0, 0.0]]), np.array([share]), ["told"])
        inked.append(changed(seen(qtbot, view), nothing))
    assert inked[1] > 2.5 * inked[0] > 0
    item.set((np.nan, np.nan), np.empty((0, 2)), np.empty(0), ())
    assert changed(seen(qtbot, view), nothing) == 0


def test_an_arc_tells_at_its_end(qtbot: QtBot) -> None:
    view, item = plane(), ArcsItem("sources", "mann", "read back")
    view.add(item)
    seen(qtbot, view)
    item.set((1.0, 0.0), np.array([[-1.0, 0.0], [0.0, -1.0]]), np.array([0.5, 0.2]), ["one", "other"])
    for end, text in (((-1.0, 0.0), "one"), ((0.0, -1.0), "other")):
        found = item.reading(item._tips(item.pixels(), np.array([end]))[0], item.pixels())
        assert found is not None
        assert found.text == text
    assert item.reading(item.pixels().point(1.5, 1.5), item.pixels()) is None


def test_as_many_enlarged_pictures_are_drawn_as_there_is_room_for(qtbot: QtBot) -> None:
    view, item = plane(), EnlargementsItem("enlarged", "mann")
    view.resize(700, 400)
    view.add(item)
    nothing, inked = seen(qtbot, view), []
    for number in (1, 2, 3, 20, 40):
        item.set([Enlargement(PICTURE, ("t = 1", "told"))] * number, (-2.0, 2.0, 2.0, 1.0), "reads")
        image = seen(qtbot, view)
        inked.append(count(image, LIGHT.ink, 5))
        beyond = view.viewport_point(0.0, 0.9).y()
        assert not (rgb(image)[beyond:] != rgb(nothing)[beyond:]).any()
    assert 0 < inked[0] < inked[1] < inked[2] <= inked[3] == inked[4]


def test_the_first_enlarged_picture_is_outlined_as_the_one_shown_now(qtbot: QtBot) -> None:
    view, item = plane(), EnlargementsItem("enlarged", "mann")
    view.add(item)
    item.set([Enlargement(PICTURE, ("t = 1",))], (-2.0, 2.0, 2.0, 1.0), "")
    assert count(seen(qtbot, view), LIGHT.accent, 10) > 50


def test_bars_are_as_long_as_probabilities_and_told(qtbot: QtBot) -> None:
    view, item = plane(), AnswersItem("answers")
    view.add(item)
    item.set([Answer("mann", "MANN", np.array([0.75, 0.25], np.float32))], (-1.0, 1.0))
    image = seen(qtbot, view)
    names = [
        [image.pixelColor(view.viewport_point(x, y)).name() == COLOUR for x in (-0.9, -0.6, 0.3, 0.7)]
        for y in (0.02, -0.98)
    ]
    assert names == [[True, True, True, False], [True, True, False, False]]
    found = item.reading(item.pixels().point(0.9, -0.99), item.pixels())
    assert found is not None
    assert found.text == "MANN: 0.25 for label 2"
    assert item.columns()["answers.mann"].tolist() == [0.75, 0.25]


def test_bars_of_two_methods_stand_above_each_other(qtbot: QtBot) -> None:
    view, item = plane(), AnswersItem("answers")
    view.add(item)
    ones = np.ones(2, np.float32)
    item.set([Answer("mann", "MANN", ones), Answer("lstm", "LSTM", ones)], (-1.0, 1.0))
    image = seen(qtbot, view)
    x = view.viewport_point(0.0, 0.0).x()
    column = [image.pixelColor(x, y).name() for y in range(image.height())]
    upper, lower = column.index(COLOUR), column.index(LIGHT.style("lstm").colour)
    assert upper < view.viewport_point(0.0, 0.0).y() < lower + 5
