"""SVG files look alike in programs that share no code with Qt."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from metascope.widgets.paper.export import drawn, picture
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import Axis
from metascope.widgets.views.view import View
from tests.widgets.looks import LIGHT
from tests.widgets.paper.readers import READERS, Pixels, differing, lost_ink, read
from tests.widgets.plots.pictures import AXIS, plane, rgb, surface

SIZE = QSize(480, 360)

each_reader = pytest.mark.parametrize("reader", READERS, ids=["resvg", "cairo"])
Reader = Callable[[bytes, int, int], Pixels]


def pictures(view: View, reader: Reader) -> tuple[Pixels, Pixels]:
    """Return the view's PNG and what a reader makes of its SVG."""
    svg = picture(view, "svg", SIZE)
    return read(picture(view, "png", SIZE, dpi=96)), reader(svg, SIZE.width(), SIZE.height())


@each_reader
def test_nothing_drawn_after_an_axis_is_cut_off(qtbot: QtBot, reader: Reader) -> None:
    view = CurvesView("curves", "Curves", LIGHT, Axis("Meta-step"), Axis("Loss"))
    qtbot.addWidget(view)
    view.set_series("maml", "maml", np.arange(50.0), np.linspace(3, 1, 50), "MAML")
    view.set_series("reptile", "reptile", np.arange(50.0), np.linspace(2, 1, 50), "Reptile")
    wanted, got = pictures(view, reader)
    assert lost_ink(wanted, got) == lost_ink(got, wanted) == 0
    assert differing(wanted, got) < 0.01


@each_reader
def test_a_map_with_its_bar_is_whole(qtbot: QtBot, reader: Reader) -> None:
    view = plane()
    qtbot.addWidget(view)
    surface(view)
    wanted, got = pictures(view, reader)
    assert lost_ink(wanted, got) == 0
    assert differing(wanted, got) < 0.02


@each_reader
def test_a_zoomed_map_shows_its_part_in_its_colours(qtbot: QtBot, reader: Reader) -> None:
    view = plane()
    qtbot.addWidget(view)
    surface(view)
    view.panels[0].show((1.0, 2.0), (1.0, 2.0))
    wanted, got = pictures(view, reader)
    inside = np.s_[100:250, 120:300]
    assert np.abs(wanted[inside].astype(int) - got[inside]).mean() < 4


@each_reader
def test_lines_end_where_the_plot_does(qtbot: QtBot, reader: Reader) -> None:
    view = plane()
    qtbot.addWidget(view)
    lines = LinesItem("phi")
    lines.set([Line("steep", "maml", "steep", AXIS, 50 * AXIS)])
    view.add(lines)
    wanted, got = pictures(view, reader)
    assert lost_ink(got, wanted) == 0


@each_reader
def test_chinese_is_shown_with_its_characters(qtbot: QtBot, reader: Reader) -> None:
    """Where it fails on a machine: fonts-wqy-microhei, or another typeface that the theme names, is not installed."""
    view = CurvesView("curves", "学习曲线", LIGHT, Axis("元步"), Axis("损失"))
    qtbot.addWidget(view)
    view.set_series("maml", "maml", np.arange(50.0), np.linspace(3, 1, 50), "预训练")
    wanted, got = pictures(view, reader)
    assert lost_ink(wanted, got) == lost_ink(got, wanted) == 0
    label = np.s_[340:, 200:340]  # not the title: some make it bolder
    assert differing(wanted[label], got[label]) < 0.03


def test_a_view_is_drawn_where_the_painter_stands(qtbot: QtBot) -> None:
    """A figure moves and scales the painter before it draws its views."""
    view = plane()
    qtbot.addWidget(view)
    surface(view)

    def moved(painter: QPainter) -> None:
        painter.translate(40, 20)
        view.render_to(painter, QRectF(10, 30, 300, 240))

    plain = drawn(
        lambda painter: view.render_to(painter, QRectF(0, 0, 300, 240)), QSizeF(300, 240), 96, QColor("white")
    )
    there = drawn(moved, QSizeF(400, 320), 96, QColor("white")).copy(50, 50, 300, 240)
    assert (rgb(plain) == rgb(there)).mean() > 0.99
