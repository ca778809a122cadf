"""Bars in groups: their heights, what they are compared with, what the pointer reads."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.series.bars import Bars, BarsItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import count, seen

MAML = Bars("maml.moved", "maml", "MAML", np.array([10.0, 40.0]), np.array([20.0, 30.0]))
REPTILE = Bars("reptile.moved", "reptile", "Reptile", np.array([0.0, np.nan]))


def shown(*bars: Bars) -> tuple[PlotView, BarsItem]:
    view = PlotView("bars", "Bars", LIGHT, Axis("layer"), [Axis("moved")])
    item = BarsItem("moved", ("layer 1", "layer 2"), "held-out {value}", " %")
    view.add(item)
    item.set(bars)
    view.set_range((0.5, 2.5), (0.0, 50.0))
    view.resize(500, 400)
    return view, item


def test_a_bar_is_as_high_as_its_number(qtbot: QtBot) -> None:
    view, _ = shown(replace(MAML, beside=np.empty(0)), REPTILE)
    image, colour = seen(qtbot, view), LIGHT.style("maml").colour
    for x, height in ((0.75, 10), (1.75, 40)):
        assert image.pixelColor(view.viewport_point(x, height - 2)).name() == colour
        assert image.pixelColor(view.viewport_point(x, height + 2)).name() != colour


def test_a_bar_of_a_negative_number_hangs_down_and_groups_may_be_called_otherwise(qtbot: QtBot) -> None:
    view, item = shown()
    item.set([replace(MAML, values=np.array([-20.0, 10.0]), beside=np.empty(0))], ("one", "other"))
    view.set_range((0.5, 2.5), (-50.0, 50.0))
    image, colour = seen(qtbot, view), LIGHT.style("maml").colour
    assert image.pixelColor(view.viewport_point(1.0, -18)).name() == colour
    assert image.pixelColor(view.viewport_point(1.0, -22)).name() != colour
    assert image.pixelColor(view.viewport_point(1.0, 4)).name() != colour
    assert item.columns()["moved.group"].tolist() == ["one", "other"]


def test_a_bar_of_0_is_seen_and_one_of_no_number_is_not(qtbot: QtBot) -> None:
    view, _ = shown(replace(MAML, emphasis="hidden"), REPTILE)
    pixels = count(seen(qtbot, view), LIGHT.style("reptile").colour)
    assert 20 < pixels < 300  # one line of a bar's width
    item = view.panels[0].marks[0]
    assert isinstance(item, BarsItem)
    assert [item.at(x, 0.0) for x in (1.2, 2.2)] == ["reptile.moved", ""]


def test_a_bar_is_compared_with_its_line(qtbot: QtBot) -> None:
    view, _ = shown(MAML)
    image = seen(qtbot, view)
    for x, height in ((1.0, 20), (2.0, 30)):
        assert image.pixelColor(view.viewport_point(x, height)).name() == LIGHT.text


def test_the_pointer_reads_a_bar_and_what_it_is_compared_with(qtbot: QtBot) -> None:
    view, item = shown(MAML, REPTILE)
    seen(qtbot, view)
    at = item.pixels().exact(1.75, 20.0)
    found = item.reading(QPointF(at), item.pixels())
    assert found is not None
    assert found.text == "MAML, layer 2: 40 %\nheld-out 30 %"
    assert item.reading(item.pixels().exact(1.75, 49.0), item.pixels()) is None


def test_columns_are_the_bars_that_are_not_hidden() -> None:
    _, item = shown(MAML, replace(REPTILE, emphasis="hidden"))
    table = item.columns()
    assert set(table) == {"moved.group", "maml.moved", "maml.moved.beside"}
    assert table["maml.moved"] == pytest.approx(MAML.values)
