"""What marks draw, tell and give away."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.widgets.plots.canvas.arrows import Arrow, ArrowsItem
from metascope.widgets.plots.canvas.contours import Levels
from metascope.widgets.plots.canvas.ink import Pixels
from metascope.widgets.plots.canvas.labels import LettersItem
from metascope.widgets.plots.canvas.mark import GLIMPSED, UNSEEN, Emphasis, Mark, glancing
from metascope.widgets.plots.maps.surface import SurfaceItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import CursorItem, FanItem, TrailItem
from metascope.widgets.plots.views.plot import PlotView
from tests.waiting import effort
from tests.widgets.leaks import is_freed
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import AXIS, BOWL, count, plane, rgb, seen, surface

BLUE = LIGHT.style("maml").colour
DIAGONAL = np.linspace([-1.5, -1.5], [1.5, 1.5], 21)  # (21, 2)


def trail() -> TrailItem:
    mark = TrailItem("maml", "maml", "MAML")
    mark.set(DIAGONAL[:, None])
    return mark


def fan() -> FanItem:
    mark = FanItem("maml.inner", "maml", "MAML")
    mark.set(np.stack([DIAGONAL, -DIAGONAL], axis=1), 20, "AB")
    return mark


def letters() -> LettersItem:
    mark = LettersItem("optimum", "optimum of")
    mark.set(np.array([[-1.0, 0.0], [1.0, 0.0]]), "AB", ["maml", "maml"])
    return mark


def arrows() -> ArrowsItem:
    mark = ArrowsItem("updates")
    mark.set([Arrow("maml", "MAML", (0.0, 0.0), (1.0, 1.0)), Arrow("maml", "again", (0.0, 0.0), (1.0, 1.0))])
    return mark


def lines() -> LinesItem:
    mark = LinesItem("phi")
    mark.set([Line("loss", "maml", "the loss", AXIS, AXIS**2 - 1, "A")])
    return mark


MARKS = [trail, fan, letters, arrows, lines]


@pytest.mark.parametrize("make", MARKS)
def test_mark_leaves_ink_of_its_series(qtbot: QtBot, make: Callable[[], Mark]) -> None:
    view = plane()
    before = count(seen(qtbot, view), BLUE)
    view.add(make())
    assert count(seen(qtbot, view), BLUE) > before + 20


@pytest.mark.parametrize("make", MARKS)
def test_mark_is_dimmed_and_hidden(qtbot: QtBot, make: Callable[[], Mark]) -> None:
    view, mark = plane(), make()
    view.add(mark)
    amounts = {}
    levels: tuple[Emphasis, ...] = ("full", "dim", "hidden")
    for level in levels:
        mark.set_emphasis(level)
        amounts[level] = count(seen(qtbot, view), BLUE)
    assert amounts["full"] > 20
    assert amounts["dim"] < amounts["full"] / 4
    assert amounts["hidden"] == 0


@pytest.mark.parametrize("make", MARKS)
def test_hidden_mark_gives_no_data(qtbot: QtBot, make: Callable[[], Mark]) -> None:
    view, mark = plane(), make()
    qtbot.addWidget(view)
    view.add(mark)
    assert view.table()
    mark.set_emphasis("hidden")
    assert not view.table()


@pytest.mark.parametrize("make", MARKS)
def test_mark_tells_its_value_only_nearby(qtbot: QtBot, make: Callable[[], Mark]) -> None:
    view, mark = plane(), make()
    view.add(mark)
    seen(qtbot, view)
    point = {"phi": (1.0, 0.0), "optimum": (1.0, 0.0), "updates": (1.0, 1.0)}.get(mark.name, (1.5, 1.5))
    at = mark.pixels().point(*point)
    found = mark.reading(at + QPointF(3, 0), mark.pixels())
    assert found is not None
    assert (found.x, found.y) == pytest.approx(point, abs=0.15)
    assert mark.reading(mark.pixels().point(-1.9, 1.2), mark.pixels()) is None


@pytest.mark.parametrize("make", [trail, fan])
def test_what_is_not_a_number_or_far_away_is_no_harm(qtbot: QtBot, make: Callable[[], TrailItem | FanItem]) -> None:
    view, mark = plane(), make()
    points = np.stack([DIAGONAL, DIAGONAL], axis=1)
    points[5:8] = np.nan
    points[9:12] = [1e6, -1e300]
    points[13] = np.inf
    points[14] = [-1e6, 1e6]
    view.add(mark)
    mark.set(points, 20) if isinstance(mark, FanItem) else mark.set(points)
    assert count(seen(qtbot, view), BLUE) > 10
    mark.set(np.full((3, 1, 2), np.nan), 1) if isinstance(mark, FanItem) else mark.set(np.full((3, 1, 2), np.nan))
    assert count(seen(qtbot, view), BLUE) == 0


def test_fan_shows_what_lies_after_the_tick_faintly(qtbot: QtBot) -> None:
    view, mark = plane(), fan()
    view.add(mark)
    whole = count(seen(qtbot, view), BLUE)
    mark.set(np.stack([DIAGONAL, -DIAGONAL], axis=1), 3)
    assert count(seen(qtbot, view), BLUE) < whole / 2


def test_fan_takes_more_ticks_than_there_are_as_its_end(qtbot: QtBot) -> None:
    view, mark = plane(), fan()
    view.add(mark)
    whole = rgb(seen(qtbot, view)).astype(int)
    mark.set(np.stack([DIAGONAL, -DIAGONAL], axis=1), 3, "AB")
    mark.set(np.stack([DIAGONAL, -DIAGONAL], axis=1), 23, "AB")
    assert np.abs(rgb(seen(qtbot, view)) - whole).max() <= 2


def test_marks_keep_their_size_when_the_plot_is_zoomed(qtbot: QtBot) -> None:
    view, mark = plane(), letters()
    view.add(mark)
    mark.set(np.array([[0.0, 0.0]]), "A", ["maml"])
    before = count(seen(qtbot, view), BLUE)
    view.set_range((-0.01, 0.01), (-0.01, 0.01))
    assert count(seen(qtbot, view), BLUE) == pytest.approx(before, rel=0.1)


def test_kept_lines_are_drawn_anew_when_they_change(qtbot: QtBot) -> None:
    view, mark = plane(), lines()
    view.add(mark)
    before = seen(qtbot, view)
    mark.set([Line("loss", "maml", "the loss", AXIS, -(AXIS**2), "A")])
    assert seen(qtbot, view) != before


def test_a_mark_that_shows_nothing_is_not_drawn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, drawn, real = plane(), list[Mark](), Mark.paint_in
    empty = [TrailItem("t", "maml"), FanItem("f", "maml"), CursorItem("c"), LinesItem("l"), ArrowsItem("a")]
    for mark in (*empty, fan()):
        view.add(mark)

    def paint_in(mark: Mark, painter: QPainter, pixels: Pixels) -> None:
        drawn.append(mark)
        real(mark, painter, pixels)

    monkeypatch.setattr(Mark, "paint_in", paint_in)
    seen(qtbot, view)
    assert not set(drawn) & set(empty)
    assert any(isinstance(mark, FanItem) for mark in drawn)


def test_what_changes_each_time_is_drawn_without_a_picture(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, mark, made, real = plane(), lines(), list[Mark](), Mark._new_picture
    view.add(mark)
    seen(qtbot, view)

    def new_picture(mark: Mark, pixels: Pixels) -> QPixmap:
        made.append(mark)
        return real(mark, pixels)

    monkeypatch.setattr(Mark, "_new_picture", new_picture)
    shown = []
    for height in (0.0, 0.5):
        mark.set([Line("loss", "maml", "the loss", AXIS, AXIS**2 - height)])
        shown.append(rgb(view.viewport().grab().toImage()))
    assert mark not in made
    again = rgb(view.viewport().grab().toImage())
    assert mark in made
    assert np.abs(again.astype(int) - shown[-1]).max() <= 2


def test_lines_that_look_as_before_are_not_drawn_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, mark = plane(), lines()
    view.add(mark)
    seen(qtbot, view)
    monkeypatch.setattr(mark, "changed", lambda: pytest.fail("drawn again"))
    mark.set([Line("loss", "maml", "the loss", AXIS.copy(), AXIS**2 - 1, "A")])


def test_cursor_stands_at_its_place(qtbot: QtBot) -> None:
    view, mark = plane(), CursorItem("cursor")
    view.add(mark)
    mark.set(1.0)
    image = seen(qtbot, view)
    at = view.viewport_point(1.0, 0.5)
    columns = [image.pixelColor(at.x() + dx, at.y()).name() for dx in (-1, 0, 1)]
    assert LIGHT.muted in columns


def test_surface_is_skipped_when_it_is_the_same_array(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = plane()
    qtbot.addWidget(view)
    item = surface(view)
    redrawn: list[bool] = []
    monkeypatch.setattr(item, "changed", lambda: redrawn.append(True))
    item.set(AXIS, AXIS, BOWL)
    assert not redrawn
    item.set(AXIS, AXIS, BOWL.copy())
    assert redrawn


def test_surface_is_dark_where_it_is_low(qtbot: QtBot) -> None:
    view = plane()
    item = surface(view)
    image = seen(qtbot, view)
    assert (item.levels.low, item.levels.over) == (0, False)
    middle, corner = view.viewport_point(0.05, 0.05), view.viewport_point(1.9, 1.9)
    assert image.pixelColor(middle).lightness() < image.pixelColor(corner).lightness()


def test_surface_is_not_upside_down(qtbot: QtBot) -> None:
    view = plane()
    item = surface(view)
    item.set(AXIS, AXIS, np.tile(AXIS[:, None], (1, 33)))  # rises with y
    image = seen(qtbot, view)
    low, high = view.viewport_point(0.1, -1.7), view.viewport_point(0.1, 1.7)
    assert image.pixelColor(low).lightness() < image.pixelColor(high).lightness()


def test_surface_tells_its_value(qtbot: QtBot) -> None:
    view = plane()
    item = surface(view)
    seen(qtbot, view)
    found = item.reading(item.pixels().point(1.0, 1.0), item.pixels())
    assert found is not None
    assert found.text == "loss = 2 at (1, 1)"


def test_surface_with_given_levels_says_that_it_goes_beyond_by_the_given_flags(qtbot: QtBot) -> None:
    view = plane()
    item = surface(view)
    plain = seen(qtbot, view)
    item.set(AXIS, AXIS, BOWL, Levels(0.0, 8.0, over=True))
    assert seen(qtbot, view) != plain


def test_surface_without_a_number_is_shown_as_absent(qtbot: QtBot) -> None:
    view = plane()
    surface(view).set(AXIS, AXIS, np.full_like(BOWL, np.nan))
    assert count(seen(qtbot, view), LIGHT.absent, 2) > 10_000


def test_marks_wear_the_views_theme(qtbot: QtBot) -> None:
    view = plane()
    surface(view)
    view.add(trail())
    seen(qtbot, view)
    view.set_theme(DARK)
    image = seen(qtbot, view)
    assert count(image, DARK.style("maml").colour, 10) > 20
    assert count(image, DARK.panel, 2) > 1000
    assert count(image, LIGHT.panel, 2) == 0


def full_view() -> PlotView:
    view = plane()
    surface(view)
    for make in (trail, fan, letters, arrows):
        view.add(make())
    return view


def test_view_with_all_marks_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(full_view)


def test_main_view_is_painted_quickly(qtbot: QtBot) -> None:
    view = plane()
    surface(view)
    fans = [FanItem(name, name) for name in ("maml", "fomaml", "reptile", "pretraining")]
    for mark in fans:
        view.add(mark)
    seen(qtbot, view)
    points = np.stack([DIAGONAL, -DIAGONAL], axis=1)

    def painted() -> None:
        for frame in range(20):
            for mark in fans:
                mark.set(points * (0.5 + 0.02 * frame), 20, "AB")
            view.viewport().repaint()

    assert effort(painted) < 100


def test_click_on_a_mark_pins_its_reading_and_another_lets_go(qtbot: QtBot) -> None:
    view = plane()
    view.add(letters())
    bare = seen(qtbot, view)
    at = view.viewport_point(1.0, 0.0)
    aside = view.viewport_point(-1.5, 1.5)
    for pinned in (True, False):
        QTest.mouseMove(view.viewport(), at)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.wait(QApplication.doubleClickInterval() + 100)
        QTest.mouseMove(view.viewport(), aside)
        qtbot.wait(30)
        assert (seen(qtbot, view) != bare) is pinned


def test_surface_item_is_a_mark_that_is_kept() -> None:
    assert SurfaceItem("loss").kept


def test_letter_at_the_end_of_a_path_stands_beside_it(qtbot: QtBot) -> None:
    view, mark, path = plane(), LettersItem("optimum", "minimum"), FanItem("maml.theta", "maml", "MAML")
    for one in (mark, path):
        view.add(one)
    mark.set(np.array([[0.0, 0.0]]), "A")
    path.set(np.array([[[-1.0, -1.0]], [[0.0, 0.0]]]), 1)
    image, at = seen(qtbot, view), view.viewport_point(0.0, 0.0)
    around = image.copy(at.x() - 30, at.y() - 30, 60, 60)
    assert count(around, LIGHT.style("task.A").colour, 20) > 60
    assert count(image.copy(at.x() - 6, at.y() - 6, 12, 12), BLUE) > 20


@pytest.mark.parametrize("make", [trail, fan, arrows])
def test_a_mark_that_moves_less_than_is_seen_stays_until_it_is(
    qtbot: QtBot, make: Callable[[], Mark], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, mark, drawn = plane(), make(), list[int]()
    view.add(mark)

    def move(by: float) -> None:
        if isinstance(mark, TrailItem):
            mark.set(np.concatenate([DIAGONAL, DIAGONAL[-1:] + by])[:, None])
        elif isinstance(mark, FanItem):
            mark.set(np.stack([DIAGONAL, -DIAGONAL], axis=1) + by, 20, "AB")
        elif isinstance(mark, ArrowsItem):
            mark.set([Arrow("maml", "MAML", (by, 0.0), (1.0 + by, 1.0))])

    seen(qtbot, view)
    move(1e-3)
    move(1e-3 + 1e-9)
    monkeypatch.setattr(mark, "update", lambda: drawn.append(0))
    step = 0.4 * UNSEEN / float(mark.pixels().scale[0])
    for moves in range(1, 4):
        move(1e-3 + moves * step)
        assert len(drawn) == (moves == 3)


def test_a_small_move_that_a_glance_leaves_out_is_told_and_drawn_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, mark, drawn = plane(), FanItem("maml.theta", "maml"), list[int]()
    view.add(mark)
    points = np.stack([DIAGONAL, -DIAGONAL], axis=1)
    mark.set(points, 20)
    seen(qtbot, view)
    mark.set(points + 1e-9, 20)
    step = 0.9 * GLIMPSED / float(mark.pixels().scale[0])
    monkeypatch.setattr(mark, "update", lambda: drawn.append(0))
    with glancing() as eye:
        mark.set(points + step, 20)
        assert (eye.missed, len(drawn)) == (True, 0)
    with glancing() as eye:
        mark.set(points + 2 * step, 20)
        assert (eye.missed, len(drawn)) == (False, 1)
    mark.set(points + 2.1 * step, 20)
    assert len(drawn) == 2
