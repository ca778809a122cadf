"""Queries, prototypes, imagined examples and a classifier's lines on a map."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.maps.embedded import HeadItem, ImaginedItem, PrototypesItem, QueriesItem, tint
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, plane, seen

POINTS = np.array([[-1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
WAYS = np.array([0, 1, -1])


def queries(wrong: bool) -> QueriesItem:
    item = QueriesItem("queries", lambda index: f"query {index + 1}")
    item.set(POINTS, WAYS, np.array([wrong, False, False]))
    return item


def test_a_wrong_answer_is_outlined_and_the_query_in_question_ringed(qtbot: QtBot) -> None:
    view, item = plane(), queries(False)
    view.add(item)
    image = seen(qtbot, view)
    assert count(image, tint(LIGHT, 0), 20) > 15
    assert (count(image, LIGHT.error, 30), count(image, LIGHT.accent, 10)) == (0, 0)
    item.set(POINTS, WAYS, np.array([True, False, False]))
    item.set_chosen(2)
    image = seen(qtbot, view)
    assert count(image, LIGHT.error, 30) > 10
    assert count(image, LIGHT.accent, 10) > 40


def test_a_query_is_read_and_found(qtbot: QtBot) -> None:
    view, item = plane(), queries(False)
    view.add(item)
    seen(qtbot, view)
    pixels = item.pixels()
    found = item.reading(pixels.point(1.0, 0.02), pixels)
    assert found is not None
    assert found.text == "query 2"
    assert item.at(1.0, 0.02) == 1
    assert item.at(0.0, -1.0) is None
    assert item.columns()["queries.class"].tolist() == ["A", "B", "?"]


def test_prototypes_have_the_methods_colour_and_the_letter_of_their_class(qtbot: QtBot) -> None:
    view, item = plane(), PrototypesItem("prototypes", "mann", "MANN")
    view.add(item)
    item.set(np.array([[0.0, 0.0], [np.nan, np.nan], [1.0, 1.0]]))
    image = seen(qtbot, view)
    assert count(image, LIGHT.style("mann").colour, 20) > 100
    assert count(image, tint(LIGHT, 2), 60) > 5
    pixels = item.pixels()
    found = item.reading(pixels.point(1.0, 1.0), pixels)
    assert found is not None
    assert found.text == "MANN: prototype of class C"
    assert len(item.spots(pixels)) == 2


def test_imagined_examples_are_hollow_and_joined_with_their_originals(qtbot: QtBot) -> None:
    view, item = plane(), ImaginedItem("imagined", "mann", "MANN")
    view.add(item)
    item.set(POINTS[:2], POINTS[:2] - np.array([0.0, 1.0]), np.array([0, 1]))
    image = seen(qtbot, view)
    inside = image.pixelColor(view.viewport_point(-1.0, 0.0)).name()
    assert inside == LIGHT.grid, "what is under it is seen"
    assert count(image, tint(LIGHT, 0), 60) > 20
    pixels = item.pixels()
    found = item.reading(pixels.point(1.0, 0.0), pixels)
    assert found is not None
    assert found.text == "MANN: imagined example of class B"


def test_new_imagined_examples_stand_out_and_hide_no_mean(qtbot: QtBot) -> None:
    def inked(new: bool) -> tuple[int, str]:
        view, item = plane(), ImaginedItem("imagined", "mann", "MANN")
        means = PrototypesItem("means", "mann", "MANN")
        view.add(item)
        view.add(means)
        means.set(POINTS[:1])
        item.set(POINTS[:2], POINTS[:2] - np.array([0.0, 1.0]), np.array([0, 0]), np.array([new, new]))
        image = seen(qtbot, view)
        place = view.viewport_point(*POINTS[0].tolist())
        return count(image, tint(LIGHT, 0), 30), image.pixelColor(place).name()

    (old, mean), (newer, same) = inked(new=False), inked(new=True)
    assert newer > 1.3 * old > 20
    assert mean == same == LIGHT.style("mann").colour


def test_a_classifiers_lines_are_read_along_them(qtbot: QtBot) -> None:
    view, item = plane(), HeadItem("head", "mann", "MANN")
    view.add(item)
    line = np.array([[[-3.0, -1.0], [3.0, 1.0]]])
    item.set(line, line + 0.2, ["A against B"])
    image = seen(qtbot, view)
    assert count(image, LIGHT.style("mann").colour, 20) > 200
    pixels = item.pixels()
    found = item.reading(pixels.point(0.6, 0.2), pixels)
    assert found is not None
    assert found.text == "A against B"


def test_numbers_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="classes"):
        queries(False).set(POINTS, WAYS[:2], np.zeros(3, np.bool_))
    with pytest.raises(ValueError, match="origins"):
        ImaginedItem("imagined", "mann", "MANN").set(POINTS, POINTS[:2], WAYS)
    with pytest.raises(ValueError, match="texts"):
        HeadItem("head", "mann", "MANN").set(np.zeros((2, 2, 2)), np.zeros((0, 2, 2)), ["one"])
