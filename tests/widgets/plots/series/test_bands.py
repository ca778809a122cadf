"""Bands between quantiles: in the right place, broken where there is nothing, read under the pointer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize
from pytestqt.qtbot import QtBot

from metascope.widgets.paper import export
from metascope.widgets.plots.series.bands import Band, BandsItem
from metascope.widgets.plots.views.curves import CurvesView, Group
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import plane, rgb, seen

X = np.linspace(-1.5, 1.5, 13)
FLAT = np.zeros(13)


def band(low: float = -1.0, high: float = 1.0, edges: int = 3) -> Band:
    heights = np.linspace(low, high, edges)
    return Band("maml.loss", "maml", "MAML", X, np.stack([FLAT + height for height in heights]))


def shown(qtbot: QtBot, *bands: Band) -> tuple[PlotView, np.ndarray[tuple[int, int], np.dtype[np.bool_]]]:
    """Return a plot with bands, and which of its pixels they change."""
    view, item = plane(), BandsItem("bands")
    view.add(item)
    empty = rgb(seen(qtbot, view))
    item.set(bands)
    return view, (rgb(seen(qtbot, view)) != empty).any(axis=-1)


def test_a_band_fills_what_lies_between_its_quantiles(qtbot: QtBot) -> None:
    view, inked = shown(qtbot, band())
    for x, y, wanted in ((0.1, 0.55, True), (0.1, -0.55, True), (0.1, 1.2, False), (1.8, 0.55, False)):
        place = view.viewport_point(x, y)
        assert inked[place.y(), place.x()] == wanted, (x, y)


def test_five_quantiles_make_a_band_in_a_band(qtbot: QtBot) -> None:
    view, item = plane(), BandsItem("bands")
    view.add(item)
    item.set([band(edges=5)])
    picture = rgb(seen(qtbot, view)).astype(int)
    inner, outer = (picture[at.y(), at.x()] for at in (view.viewport_point(0.1, 0.2), view.viewport_point(0.1, 0.8)))
    assert inner.sum() < outer.sum()


def test_bands_that_look_like_the_ones_before_are_not_drawn_again() -> None:
    item = BandsItem("bands")
    item.set([band(), band(edges=5)])
    before = item.bands
    item.set([band(), band(edges=5)])
    assert item.bands is before
    item.set([band(), band(high=2.0, edges=5)])
    assert item.bands is not before


def test_a_band_is_broken_where_a_quantile_is_absent(qtbot: QtBot) -> None:
    whole = band()
    edges = whole.edges.copy()
    edges[:, 6:8] = np.nan
    view, inked = shown(qtbot, Band("maml.loss", "maml", "MAML", X, edges))
    gap, there = view.viewport_point(0.1, 0.55), view.viewport_point(1.0, 0.55)
    assert not inked[gap.y(), gap.x()]
    assert inked[there.y(), there.x()]


def test_a_hidden_band_is_not_drawn(qtbot: QtBot) -> None:
    _, inked = shown(qtbot, Band("maml.loss", "maml", "MAML", X, band().edges, "hidden"))
    assert not inked.any()


def test_the_pointer_reads_median_and_quantiles(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, band())
    item, pixels = view.panels[0].marks[0], view.panels[0].grid.pixels()
    reading = item.reading(pixels.point(0.0, 0.5), pixels)
    assert reading is not None
    assert reading.text == "MAML: 0 (−1 to 1) at 0"
    assert item.reading(QPointF(pixels.point(0.0, 1.5)), pixels) is None


def test_a_band_gives_its_numbers_away() -> None:
    item = BandsItem("bands")
    item.set([band()])
    assert set(item.columns()) == {
        "maml.loss.quantiles.x",
        "maml.loss.quantile.0",
        "maml.loss.quantile.1",
        "maml.loss.quantile.2",
    }


def curves(qtbot: QtBot) -> CurvesView:
    view = CurvesView("loss", "Loss", LIGHT, Axis("step"), Axis("loss"))
    qtbot.addWidget(view)
    view.set_series("maml.loss", "maml", X, FLAT)
    return view


def test_curves_make_room_for_bands_and_name_them_on_paper(qtbot: QtBot) -> None:
    view = curves(qtbot)
    view.set_bands([Group("median and 25–75 % of 5 seeds", (band(-3.0, 3.0),))])
    low, high = view.panels[0].home[1]
    assert low < -3.0 < 3.0 < high
    assert "median and 25–75 % of 5 seeds".encode() in export.picture(view, "svg", QSize(400, 300))


def test_a_band_is_as_dim_as_its_series(qtbot: QtBot) -> None:
    view = curves(qtbot)
    view.set_bands([Group("seeds", (band(),))])
    view.set_emphasis({"maml.loss": "hidden"})
    assert [one.emphasis for one in _bands(view)] == ["hidden"]
    view.set_bands([Group("seeds", (band(),))])
    assert [one.emphasis for one in _bands(view)] == ["hidden"]


def _bands(view: CurvesView) -> tuple[Band, ...]:
    item = next(mark for mark in view.panels[0].marks if isinstance(mark, BandsItem))
    return item.bands


def test_a_band_beside_a_line_of_its_own_leaves_its_middle_out(qtbot: QtBot) -> None:
    _, whole = shown(qtbot, band())
    _, bare = shown(qtbot, Band("maml.loss", "maml", "MAML", X, band().edges, line=False))
    assert bare.any()
    assert (whole != bare).any()


def of_roles(*roles: str, apart: float = 0.0) -> list[Band]:
    edges = np.stack([FLAT - 0.5, FLAT, FLAT + 0.5])
    return [Band(role, role, role, X, edges + apart * index, line=False) for index, role in enumerate(roles)]


def darkness(qtbot: QtBot, bands: list[Band], y: float = 0.25) -> float:
    """Return how much the bands darken the plot at (0.1, y), 0 to 255."""
    view, item = plane(), BandsItem("bands")
    view.add(item)
    item.set(bands)
    at = view.viewport_point(0.1, y)
    seen(qtbot, view)
    at = view.viewport_point(0.1, y)
    return float(255 - rgb(seen(qtbot, view))[at.y(), at.x()].astype(float).mean())


def test_bands_on_each_other_do_not_cover_the_plot(qtbot: QtBot) -> None:
    roles = ("maml", "fomaml", "reptile", "pretraining", "scratch", "oracle")
    one, six = darkness(qtbot, of_roles("oracle")), darkness(qtbot, of_roles(*roles))
    assert 0.5 * one < six < 1.3 * one


def test_a_band_in_a_much_larger_one_keeps_that_ones_depth(qtbot: QtBot) -> None:
    small = Band("small", "oracle", "small", X, np.stack([FLAT, FLAT + 0.05, FLAT + 0.1]), line=False)
    alone, both = darkness(qtbot, of_roles("maml")), darkness(qtbot, [*of_roles("maml"), small])
    assert both == alone


def test_bands_beside_each_other_are_as_they_are_alone(qtbot: QtBot) -> None:
    alone, both = darkness(qtbot, of_roles("maml")), darkness(qtbot, of_roles("maml", "reptile", apart=1.2))
    assert both == alone


def test_bands_on_each_other_have_edges(qtbot: QtBot) -> None:
    bands = of_roles("maml", "reptile")
    assert darkness(qtbot, bands, 0.5) > 1.5 * darkness(qtbot, bands)
