"""Axes: drawn once on the screen, as lines and text on paper, and names that do not touch."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.widgets.looks import DARK
from tests.widgets.plots.pictures import plane, rgb, seen
from widgets.plots.canvas.axes import KeptAxis
from widgets.plots.canvas.panel import Axis


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
    assert set(drawn) == {"left", "bottom"}
    drawn.clear()
    view.set_theme(DARK)
    seen(qtbot, view)
    assert set(drawn) == {"left", "bottom"}


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
