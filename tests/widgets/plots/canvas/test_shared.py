"""Symbols of several methods at one place: every method is seen, named and can be dragged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import Theme
from metascope.widgets.paper.export import picture
from metascope.widgets.plots.canvas.mark import Emphasis, Mark
from metascope.widgets.plots.canvas.shared import shared_places
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.series.points import PointItem
from metascope.widgets.plots.series.symbols import SymbolsItem
from metascope.widgets.plots.views.plot import PlotView
from tests.tiers import first_quick
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.paper.readers import READERS, Pixels
from tests.widgets.plots.pictures import count, plane, read_at, rgb, seen

ROLES = ("reptile", "pretraining", "learned", "maml")  # from the bottom to the top; colours that are far apart
HERE = (0.5, 0.5)
LEAST = 8  # pixels of a method's colour, which a sector has and an edge has not
LEFT = Qt.MouseButton.LeftButton
Make = Callable[[str, float, float], Mark]


def handle(role: str, x: float, y: float) -> Handle:
    mark = Handle(f"{role}.start", role, f"{role}: start")
    mark.set_position(x, y)
    return mark


def trail(role: str, x: float, y: float) -> TrailItem:
    mark = TrailItem(f"{role}.trail", role, role)
    mark.set(np.array([[[x, y]]]))
    return mark


def fan(role: str, x: float, y: float) -> FanItem:
    mark = FanItem(f"{role}.theta", role, role)
    mark.set(np.array([[[-1.0, -1.0]], [[x, y]]]), 1)
    return mark


def point(role: str, x: float, y: float) -> PointItem:
    mark = PointItem(f"{role}.chosen", role, role)
    mark.set(x, y, f"{role}: chosen")
    return mark


def symbols(role: str, x: float, y: float) -> SymbolsItem:
    mark = SymbolsItem(f"{role}.marks", role, role)
    mark.set(np.array([[x, y], [x - 1.0, y]]))
    return mark


def published(role: str, x: float, y: float) -> SymbolsItem:
    mark = SymbolsItem(f"{role}.paper", role, role, hollow=True)
    mark.set(np.array([[x, y]]))
    return mark


MAKERS: Sequence[Make] = (handle, trail, fan, point, symbols, published)


def shared(make: Make, theme: Theme = LIGHT) -> tuple[PlotView, list[Mark]]:
    """Return a plot on which every method has a mark at one place."""
    view, marks = plane(), [make(role, *HERE) for role in ROLES]
    view.set_theme(theme)
    for mark in marks:
        view.add(mark)
    return view, marks


def around(image: QImage, view: PlotView) -> QImage:
    at = view.viewport_point(*HERE)
    return image.copy(at.x() - 14, at.y() - 14, 28, 28)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("make", MAKERS)
def test_every_method_at_a_shared_place_is_seen(qtbot: QtBot, make: Make, theme: Theme) -> None:
    view, _ = shared(make, theme)
    image = around(seen(qtbot, view), view)
    assert {role: count(image, theme.style(role).colour, 25) >= LEAST for role in ROLES} == dict.fromkeys(ROLES, True)


def test_single_points_of_curves_at_one_place_are_all_seen(qtbot: QtBot) -> None:
    view, item = plane(), LinesItem("step")
    view.add(item)
    x, y = (np.array([value]) for value in HERE)
    item.set([Line(f"{role}.loss", role, role, x, y) for role in ROLES])
    image = around(seen(qtbot, view), view)
    assert all(count(image, LIGHT.style(role).colour, 25) >= 4 for role in ROLES)


@pytest.mark.parametrize(("gap", "together"), [(0.0, True), (3.0, True), (6.0, False)])
def test_symbols_share_a_place_up_to_a_few_pixels(qtbot: QtBot, gap: float, together: bool) -> None:
    view = plane()
    seen(qtbot, view)
    pixels = view.panels[0].grid.pixels()
    for role, x in (("maml", 0.0), ("reptile", gap / float(pixels.scale[0]))):
        view.add(point(role, x, 0.0))
    found = shared_places(view.panels[0].marks, pixels, LIGHT)
    assert [one.filled for one in found] == ([("reptile", "maml")] if together else [])


def test_rings_around_a_symbol_are_those_of_other_methods(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    for mark in (fan("reptile", *HERE), fan("maml", *HERE), handle("maml", *HERE)):
        view.add(mark)
    (found,) = shared_places(view.panels[0].marks, view.panels[0].grid.pixels(), LIGHT)
    assert (found.filled, found.hollow) == (("maml",), ("maml", "reptile"))


def test_two_marks_of_one_method_are_no_shared_place(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    for mark in (trail("maml", *HERE), handle("maml", *HERE)):
        view.add(mark)
    assert shared_places(view.panels[0].marks, view.panels[0].grid.pixels(), LIGHT) == []


@pytest.mark.parametrize("level", ["dim", "hidden"])
def test_methods_out_of_focus_are_left_out(qtbot: QtBot, level: Emphasis) -> None:
    view, marks = shared(handle)
    seen(qtbot, view)
    marks[0].set_emphasis(level)
    (found,) = shared_places(view.panels[0].marks, view.panels[0].grid.pixels(), LIGHT)
    assert set(found.filled) == set(ROLES[1:])


def test_places_outside_the_picture_are_not_shared(qtbot: QtBot) -> None:
    view, _ = shared(point)
    view.set_range((1, 2), (1, 2))
    seen(qtbot, view)
    assert shared_places(view.panels[0].marks, view.panels[0].grid.pixels(), LIGHT) == []


@pytest.mark.parametrize("make", [handle, point])
def test_the_reading_at_a_shared_place_names_every_method(qtbot: QtBot, make: Make) -> None:
    view, _ = shared(make)
    seen(qtbot, view)
    reading = read_at(qtbot, view, view.viewport_point(*HERE) + QPoint(1, 1))
    assert reading is not None
    lines = reading.text.split("\n")
    assert [line.partition(":")[0] for line in lines] == list(reversed(ROLES))


def test_the_reading_of_curves_that_meet_names_all_of_them(qtbot: QtBot) -> None:
    view, item = plane(), LinesItem("step")
    view.add(item)
    x = np.array([-1.0, 0.0, 1.0])
    item.set([Line(role, role, role, x, slope * x) for role, slope in zip(ROLES, (-1.0, 0.5, 1.0, 1.5), strict=True)])
    seen(qtbot, view)
    pixels = view.panels[0].grid.pixels()
    found = item.reading(pixels.point(0.0, 0.0), pixels)
    assert found is not None
    assert [line.partition(":")[0] for line in found.text.split("\n")] == list(reversed(ROLES))
    apart = item.reading(pixels.point(1.0, 1.5), pixels)
    assert apart is not None
    assert apart.text.startswith("maml:")
    assert "\n" not in apart.text


@pytest.mark.parametrize(
    ("aside", "wanted"), [((5, -5), "maml"), ((5, 5), "learned"), ((-5, 5), "pretraining"), ((-5, -5), "reptile")]
)
def test_a_drag_moves_the_method_whose_sector_was_taken(qtbot: QtBot, aside: tuple[int, int], wanted: str) -> None:
    view, marks = shared(handle)
    seen(qtbot, view)
    start = view.viewport_point(*HERE) + QPoint(*aside)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(-60, 60))
    QTest.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(-60, 60))
    assert [mark.role for mark in marks if isinstance(mark, Handle) and mark.place != HERE] == [wanted]
    assert view.panels[0].view() == ((-2, 2), (-2, 2))


def test_a_drag_moves_the_method_in_focus(qtbot: QtBot) -> None:
    view, marks = shared(handle)
    for mark in marks:
        mark.set_emphasis("full" if mark.role == "pretraining" else "dim")
    seen(qtbot, view)
    start = view.viewport_point(*HERE)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(-60, 60))
    QTest.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(-60, 60))
    assert [mark.role for mark in marks if isinstance(mark, Handle) and mark.place != HERE] == ["pretraining"]


def test_a_click_on_a_sector_is_on_its_method(qtbot: QtBot) -> None:
    view, _ = shared(point)
    seen(qtbot, view)
    names: list[str] = []
    view.clicked.connect(lambda _row, _x, _y, name: names.append(name))
    QTest.mouseClick(view.viewport(), LEFT, pos=view.viewport_point(*HERE) + QPoint(5, 5))
    QApplication.processEvents()
    assert names == ["learned.chosen"]


def test_a_click_on_a_mark_beside_a_shared_place_is_on_that_mark(qtbot: QtBot) -> None:
    view, _ = shared(point)
    seen(qtbot, view)
    scale = view.panels[0].grid.pixels().scale
    view.add(point("oracle", HERE[0] + 9.0 / float(scale[0]), HERE[1]))
    names: list[str] = []
    view.clicked.connect(lambda _row, _x, _y, name: names.append(name))
    QTest.mouseClick(view.viewport(), LEFT, pos=view.viewport_point(*HERE) + QPoint(9, 0))
    QApplication.processEvents()
    assert names == ["oracle.chosen"]


@pytest.mark.parametrize("make", first_quick(MAKERS))
def test_pictures_for_paper_show_every_method(qtbot: QtBot, make: Make) -> None:
    view, _ = shared(make)
    qtbot.addWidget(view)
    image = QImage.fromData(picture(view, "png", QSize(400, 300), dpi=192))
    assert all(count(image, LIGHT.style(role).colour, 25) >= LEAST for role in ROLES)


@pytest.mark.parametrize("reader", READERS, ids=["resvg", "cairo"])
def test_other_programs_show_every_method_of_an_svg(qtbot: QtBot, reader: Callable[[bytes, int, int], Pixels]) -> None:
    view, _ = shared(handle)
    qtbot.addWidget(view)
    found = reader(picture(view, "svg", QSize(400, 300)), 400, 300)
    for role in ROLES:
        wanted = rgb(colour_of(role))[0, 0].astype(int)
        assert int((np.abs(found.astype(int) - wanted).max(axis=-1) <= 25).sum()) >= LEAST


def colour_of(role: str) -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(LIGHT.style(role).colour)
    return image


def test_a_shared_symbol_is_where_the_topmost_mark_is(qtbot: QtBot) -> None:
    view = plane()
    view.add(point("reptile", 0.5, 0.5))
    view.add(point("maml", 0.51, 0.5))
    seen(qtbot, view)
    pixels = view.panels[0].grid.pixels()
    (found,) = shared_places(view.panels[0].marks, pixels, LIGHT)
    gap = found.at - pixels.exact(0.51, 0.5)
    assert gap == QPointF(0, 0)
