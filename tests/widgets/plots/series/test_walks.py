"""Fans of walks, and fields of arrows."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import LIGHT
from metascope.widgets.plots.maps.field import FieldItem
from metascope.widgets.plots.series.walks import WalksItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.plots.pictures import rgb

WALKS = np.array([[[[0.0, 0.0], [0.2, 0.1], [0.3, 0.3]]], [[[0.0, 0.0], [0.4, 0.0], [np.nan, np.nan]]]])  # (2, 1, 3, 2)


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    """Give an empty plot from -1 to 1."""
    made = PlotView("plane", "Plane", LIGHT, Axis("x"), [Axis("y")])
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.set_range((-1.0, 1.0), (-1.0, 1.0))
    return made


def test_the_present_stage_is_exported_and_the_earlier_one_is_drawn_under_it(view: PlotView) -> None:
    mark = WalksItem("walks", "ink", "a policy")
    view.add(mark)
    blank = rgb(view.grab().toImage()).tobytes()
    mark.set(WALKS, 0, ["A1"])
    first = rgb(view.grab().toImage()).tobytes()
    mark.set(WALKS, 1, ["A1"])
    second = rgb(view.grab().toImage()).tobytes()
    assert len({blank, first, second}) == 3
    np.testing.assert_array_equal(view.table()["walks.A1.x"], [0.0, 0.4, np.nan])


def test_steps_have_the_colours_of_their_numbers(view: PlotView) -> None:
    mark = WalksItem("walks", "ink")
    view.add(mark)
    pictures = set()
    for shade in (-1.0, 1.0, np.nan):
        mark.set(WALKS, 0, ["A1"], np.full((1, 2), shade))
        pictures.add(rgb(view.grab().toImage()).tobytes())
    assert len(pictures) == 3


def test_a_walk_is_read_with_its_name_and_time(view: PlotView) -> None:
    mark = WalksItem("walks", "ink", "a policy")
    view.add(mark)
    mark.set(WALKS, 0, ["A1"])
    pixels = mark.pixels()
    found = mark.reading(QPointF(*pixels.pixel(0.2, 0.1)), pixels)
    assert found is not None
    assert "path A1, time 1" in found.text


def test_arrows_are_exported_and_read_as_vectors(view: PlotView) -> None:
    mark = FieldItem("policy", "ink", "mean step")
    view.add(mark)
    blank = rgb(view.grab().toImage()).tobytes()
    places, vectors = np.array([[0.0, 0.0], [0.5, 0.5]]), np.array([[0.2, -0.1], [np.nan, 0.0]])
    mark.set(places, vectors)
    assert rgb(view.grab().toImage()).tobytes() != blank
    np.testing.assert_array_equal(view.table()["policy.dx"], vectors[:, 0])
    found = mark.reading(QPointF(*mark.pixels().pixel(0.0, 0.0)), mark.pixels())
    assert found is not None
    assert "(0.2, −0.1)" in found.text
