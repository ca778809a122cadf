"""Arrows at the edge: towards symbols that lie outside the picture, with their values, none over another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import Theme
from metascope.widgets.paper.export import picture
from metascope.widgets.plots.canvas.arrows import Arrow, ArrowsItem
from metascope.widgets.plots.canvas.outside import MOST, Pointer
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.series.points import PointItem
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.paper.readers import READERS, Pixels
from tests.widgets.plots.pictures import count, plane, read_at, rgb, seen

FAR_APART = ("maml", "reptile", "pretraining", "learned")


def point(role: str, x: float, y: float) -> PointItem:
    mark = PointItem(f"{role}.end", role, role)
    mark.set(x, y, f"{role}: there")
    return mark


def pointers(qtbot: QtBot, view: PlotView) -> list[Pointer]:
    seen(qtbot, view)
    panel = view.panels[0]
    return panel.outside.pointers(panel.grid.pixels())


@pytest.mark.parametrize(
    ("place", "value", "along"),
    [
        ((1.0, 35.25), "35.2", (0, -1)),
        ((1.0, -3.2e7), "−3.2e7", (0, 1)),
        ((7.0, 1.0), "(7, 1)", (1, 0)),
        ((-7.0, 1.0), "(−7, 1)", (-1, 0)),
        ((-7.0, 9.0), "(−7, 9)", (-1, -1)),
        ((7.0, -9.0), "(7, −9)", (1, 1)),
    ],
)
def test_an_arrow_points_towards_a_symbol_outside_and_tells_its_value(
    qtbot: QtBot, place: tuple[float, float], value: str, along: tuple[int, int]
) -> None:
    view = plane()
    view.add(point("maml", *place))
    (found,) = pointers(qtbot, view)
    assert found.value == value
    assert (np.sign(found.along.x()), np.sign(found.along.y())) == along
    rect = view.panels[0].grid.pixels().rect
    assert rect.contains(found.area)
    edges = {(0, -1): rect.top(), (0, 1): rect.bottom()}
    if along in edges:
        assert abs(found.tip.y() - edges[along]) < 4


def test_a_plane_tells_both_coordinates(qtbot: QtBot) -> None:
    view = plane(equal=True)
    view.add(point("maml", 1.0, 35.25))
    assert [one.value for one in pointers(qtbot, view)] == ["(1, 35.2)"]


def test_a_scale_is_unbent(qtbot: QtBot) -> None:
    view = PlotView("plot", "A plot", LIGHT, Axis("x"), [Axis("y", scale=Scale("log"))])
    view.set_range((0, 1), (0, 2))
    view.resize(400, 300)
    mark = TrailItem("maml", "maml", "MAML")
    mark.set(np.array([[[0.5, 6.0]]]))
    view.add(mark)
    assert [one.value for one in pointers(qtbot, view)] == ["1e6"]


@pytest.mark.parametrize("place", [(0.0, 0.0), (2.0, 2.0), (np.nan, 9.0), (np.inf, 9.0)])
def test_no_arrow_to_what_is_in_sight_or_nowhere(qtbot: QtBot, place: tuple[float, float]) -> None:
    view = plane()
    view.add(point("maml", *place))
    assert pointers(qtbot, view) == []


def test_no_arrow_to_what_is_of_no_method_or_out_of_focus(qtbot: QtBot) -> None:
    view, dim, hidden = plane(), point("maml", 9.0, 0.0), point("reptile", 9.0, 0.0)
    arrows = ArrowsItem("updates")
    arrows.set([Arrow("maml", "update", (0.0, 0.0), (9.0, 9.0))])
    for mark in (point("ink", 9.0, 0.0), arrows, dim, hidden):
        view.add(mark)
    dim.set_emphasis("dim")
    hidden.set_emphasis("hidden")
    assert pointers(qtbot, view) == []


def test_a_persons_zoom_brings_arrows(qtbot: QtBot) -> None:
    view = plane(equal=True)
    view.add(point("maml", 1.5, 1.5))
    assert pointers(qtbot, view) == []
    view.panels[0].show((-0.5, 0.5), (-0.5, 0.5))
    assert [one.value for one in pointers(qtbot, view)] == ["(1.5, 1.5)"]


@pytest.mark.parametrize("away", [(0.0, 9.0), (0.0, -9.0), (9.0, 0.0), (-9.0, 0.0), (9.0, 9.0), (-9.0, -9.0)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_arrows_near_the_same_place_are_apart(qtbot: QtBot, away: tuple[float, float], scale: float) -> None:
    view = plane()
    view.set_theme(LIGHT.scaled(scale))
    for index, role in enumerate(FAR_APART):
        view.add(point(role, away[0] + 0.02 * index, away[1]))
    found = pointers(qtbot, view)
    assert {one.spot.role for one in found} == set(FAR_APART)
    assert not [1 for one, other in combinations(found, 2) if one.area.intersects(other.area)]
    rect = view.panels[0].grid.pixels().rect
    assert all(rect.contains(one.area) for one in found)


def test_many_paths_of_one_method_do_not_fill_the_picture(qtbot: QtBot) -> None:
    view, fan = plane(), FanItem("maml.theta", "maml", "MAML")
    ends = np.random.default_rng(0).uniform(-50, 50, (64, 2))
    fan.set(np.stack([np.zeros_like(ends), ends]), 1)
    view.add(fan)
    found = pointers(qtbot, view)
    assert 4 <= len(found) <= MOST
    assert not [1 for one, other in combinations(found, 2) if one.area.intersects(other.area)]


def test_marks_of_one_method_at_one_place_have_one_arrow(qtbot: QtBot) -> None:
    view = plane()
    for role in FAR_APART:
        for name in ("start", "trail"):
            mark = TrailItem(f"{role}.{name}", role, role)
            mark.set(np.array([[[0.5, 9.0]]]))
            view.add(mark)
    assert [one.spot.role for one in pointers(qtbot, view)] == [*reversed(FAR_APART)]


def test_a_path_that_diverged_points_to_its_last_place(qtbot: QtBot) -> None:
    view, fan = plane(), FanItem("maml.theta", "maml", "MAML")
    fan.set(np.array([[[0.0, 0.0]], [[0.0, 5e8]], [[np.nan, np.nan]]]), 2)
    view.add(fan)
    assert [one.value for one in pointers(qtbot, view)] == ["5e8"]


def test_a_curve_that_ends_above_the_picture_points_there(qtbot: QtBot) -> None:
    view, item = plane(), LinesItem("step", ends_matter=True)
    view.add(item)
    x = np.linspace(-2, 2, 9)
    item.set([Line("a", "maml", "MAML", x, np.exp(3 * x)), Line("b", "reptile", "Reptile", x, x / 2)])
    (found,) = pointers(qtbot, view)
    assert (found.spot.role, found.value) == ("maml", "403")
    item.set([Line("a", "maml", "MAML", x, np.where(x > 1, np.nan, np.exp(3 * x)))])
    (found,) = pointers(qtbot, view)
    assert found.value == "20.1"


def test_a_curve_that_goes_on_to_the_right_has_no_arrow(qtbot: QtBot) -> None:
    view, item = plane(), LinesItem("step", ends_matter=True)
    view.add(item)
    x = np.linspace(-4, 4, 17)
    item.set([Line("a", "maml", "MAML", x, np.where(x > 2, 9.0, 0.0))])
    assert pointers(qtbot, view) == []


def test_graphs_of_functions_have_no_arrows(qtbot: QtBot) -> None:
    view, item = plane(), LinesItem("x")
    view.add(item)
    item.set([Line("a", "maml", "MAML", np.array([-2.0, 2.0]), np.array([0.0, 9.0]))])
    assert pointers(qtbot, view) == []


def test_a_letter_outside_is_named(qtbot: QtBot) -> None:
    view, handle = plane(equal=True), Handle("optimum.A", "task.A", "optimum of task A", "A", lift=(14.0, -16.0))
    view.add(handle)
    handle.set_position(9.0, 0.5)
    assert [one.value for one in pointers(qtbot, view)] == ["A (9, 0.5)"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_an_arrow_has_its_methods_colour(qtbot: QtBot, theme: Theme) -> None:
    view = plane()
    view.set_theme(theme)
    for role in FAR_APART:
        view.add(point(role, 0.0, 9.0))
    image = seen(qtbot, view)
    assert all(count(image, theme.style(role).colour, 25) >= 15 for role in FAR_APART)


def test_an_arrow_follows_a_handle_that_is_not_in_the_picture(qtbot: QtBot) -> None:
    view, handle = plane(), Handle("start", "maml", "start")
    view.add(handle)
    handle.set_position(0.0, 9.0)
    before = seen(qtbot, view)
    handle.set_position(1.0, 7.0)
    assert seen(qtbot, view) != before


def test_the_pointer_on_an_arrow_reads_what_it_is_of(qtbot: QtBot) -> None:
    view = plane()
    view.add(point("maml", 0.5, 35.25))
    (found,) = pointers(qtbot, view)
    place = view.panels[0].box.mapToScene(found.tip).toPoint() + QPoint(0, 5)
    reading = read_at(qtbot, view, place)
    assert reading is not None
    assert reading.text == "maml: 35.2, outside the picture"


def test_pictures_for_paper_have_the_arrows(qtbot: QtBot) -> None:
    view = plane()
    qtbot.addWidget(view)
    view.add(point("maml", 0.0, 9.0))
    image = QImage.fromData(picture(view, "png", QSize(400, 300), dpi=96))
    assert count(image, LIGHT.style("maml").colour, 25) >= 15


@pytest.mark.parametrize("reader", READERS, ids=["resvg", "cairo"])
def test_other_programs_show_the_arrows_of_an_svg(qtbot: QtBot, reader: Callable[[bytes, int, int], Pixels]) -> None:
    view = plane()
    qtbot.addWidget(view)
    view.add(point("maml", 0.0, 9.0))
    found = reader(picture(view, "svg", QSize(400, 300)), 400, 300)
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(LIGHT.style("maml").colour)
    gap = np.abs(found.astype(int) - rgb(image)[0, 0].astype(int)).max(axis=-1)
    assert int((gap <= 25).sum()) >= 15
