"""Axes: drawn once on the screen, as lines and text on paper, and names that do not touch."""

from __future__ import annotations

import gc
import weakref
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import Theme
from metascope.widgets.plots.canvas.axes import KeptAxis
from metascope.widgets.plots.canvas.panel import Axis
from metascope.widgets.plots.canvas.scales import Tick
from tests.scenes.painted import axis_texts
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import plane, rgb, seen


def test_an_axis_is_drawn_again_only_when_it_changes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, kept = plane(), KeptAxis._keep
    drawn: list[str] = []

    def keep(axis: KeptAxis, *rest: object) -> None:
        drawn.append(axis.orientation)
        kept(axis, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(KeptAxis, "_keep", keep)
    first = rgb(seen(qtbot, view))
    assert set(drawn) == {"left", "bottom"}
    drawn.clear()
    view.viewport().update()
    QCoreApplication.processEvents()
    assert drawn == []
    view.set_range((-9, 9), (-2, 2))
    assert (rgb(seen(qtbot, view)) != first).any()
    assert drawn == ["bottom"]
    drawn.clear()
    view.set_axis(0, y=Axis("start", "φ₁", ticks=((0.0, "zero"),)))
    seen(qtbot, view)
    assert drawn == ["left"]
    drawn.clear()
    view.set_theme(DARK)
    seen(qtbot, view)
    assert set(drawn) == {"left", "bottom"}


@pytest.mark.parametrize("theme", [LIGHT, DARK.scaled(1.4)])
@pytest.mark.parametrize("y", [(0.0, 1.0), (-1e-4, 2e-4), (-3.0, 1e5)])
def test_an_axis_is_drawn_as_pyqtgraph_draws_it(qtbot: QtBot, theme: Theme, y: tuple[float, float]) -> None:
    view = plane()
    view.set_theme(theme)
    view.set_range((-3.3, 17.2), y)
    seen(qtbot, view)
    for axis in (view.panels[0].axes.left, view.panels[0].axes.bottom):
        covered = axis.boundingRect().toAlignedRect()
        assert covered == pg.AxisItem.boundingRect(axis).toAlignedRect()
        pictures = []
        for draw in (axis.draw_here, lambda painter, axis=axis: axis.paint(painter, None)):
            picture = QImage(covered.size(), QImage.Format.Format_RGB32)
            picture.fill(QColor(theme.panel))
            with QPainter(picture) as painter:
                painter.translate(-covered.topLeft())
                draw(painter)
            pictures.append(picture)
        assert pictures[0] == pictures[1]


def test_ticks_are_chosen_again_only_where_range_or_size_has_changed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, chosen = plane(), list[float]()
    seen(qtbot, view)

    def ticked(axis: Axis, low: float, high: float, about: int) -> list[Tick]:
        chosen.append(low)
        return []

    monkeypatch.setattr(Axis, "ticked", ticked)
    view.set_range((-2, 2), (-2, 2))
    view.panels[0].retick()
    assert chosen == []
    view.set_range((-5, 5), (-2, 2))
    assert chosen


@pytest.mark.parametrize(("count", "shown"), [(9, 9), (81, 41)])
def test_names_beside_an_axis_that_would_touch_give_way(qtbot: QtBot, count: int, shown: int) -> None:
    view = plane()
    places = np.linspace(-2, 2, count).tolist()
    view.set_axis(0, y=Axis("row", ticks=tuple((place, str(index)) for index, place in enumerate(places))))
    view.resize(400, 560)
    seen(qtbot, view)
    (ticks,) = view.panels[0].axes.left._tickLevels
    assert len(ticks) == shown
    assert ticks[0] == (-2.0, "0")


def test_plots_that_were_dropped_are_collected_without_a_scene(qtbot: QtBot) -> None:
    views = [plane() for _ in range(20)]
    left = [weakref.ref(view.panels[0].axes) for view in views]
    views.clear()
    gc.collect()
    assert not any(axes() for axes in left)


@pytest.mark.parametrize("larger", [1.0, 1.2])
@pytest.mark.parametrize(("low", "high"), [(0.5123, 0.5129), (0.0, 8.0), (1e6, 1e6 + 3)])
def test_numbers_beside_an_axis_touch_neither_each_other_nor_its_name(
    qtbot: QtBot, larger: float, low: float, high: float
) -> None:
    view = plane()
    view.set_theme(LIGHT.scaled(larger))
    view.set_axis(0, y=Axis("loss", "L"))
    view.set_range((0, 400), (low, high))
    for height in (80, 110, 300):
        view.resize(300, height)
        seen(qtbot, view)
        axis = view.panels[0].axes.left
        *numbers, (name, beside) = axis_texts(axis)
        assert name == "loss L"
        assert numbers
        assert all(place.left() > beside.right() for _, place in numbers)
        for (_, one), (_, other) in pairwise(numbers):
            assert abs(one.center().y() - other.center().y()) > 10 * larger


@pytest.mark.parametrize("side", ["left", "bottom"])
def test_a_name_that_is_longer_than_the_picture_is_elided_and_told_in_full_in_its_tip(qtbot: QtBot, side: str) -> None:
    view, long = plane(), "a very long name of an axis" * 3
    view.set_axis(0, **{"y" if side == "left" else "x": Axis(long)})
    view.resize(200, 140)
    seen(qtbot, view)
    axis = getattr(view.panels[0].axes, side)
    (name, place), *_ = reversed(list(axis_texts(axis)))
    assert "…" in name
    assert view.viewport().rect().adjusted(-2, -2, 2, 2).contains(place.toAlignedRect())
    assert axis.toolTip() == long
    view.resize(900, 900)
    seen(qtbot, view)
    assert axis.label.toPlainText().strip() == long
    assert axis.toolTip() == ""
