"""Ranges, axes and zooming of plots."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.widgets.paper import export
from metascope.widgets.plots.canvas.legend import Entry
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.series.points import PointItem
from metascope.widgets.plots.views.curves import CurvesView, Series, extent, grow
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.waiting import effort
from tests.widgets.leaks import is_freed
from tests.widgets.looks import LIGHT
from tests.widgets.plots.pictures import plane, seen, surface

STEPS = np.arange(100.0)


def stacked() -> PlotView:
    view = PlotView("line", "Two plots", LIGHT, Axis("start", "φ"), [Axis("loss", "l"), Axis("sum", "L", "nats")])
    view.set_range((-2, 2), (0, 5), 0)
    view.set_range((-2, 2), (0, 9), 1)
    view.resize(500, 500)
    return view


def curves(scale: Scale | None = None) -> CurvesView:
    view = CurvesView("losses", "Losses", LIGHT, Axis("meta-step"), Axis("loss", scale=scale or Scale()))
    view.resize(500, 300)
    return view


def wheel(over: QWidget, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(over.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, event)
    QCoreApplication.processEvents()


def test_axis_has_name_symbol_and_unit() -> None:
    assert Axis("sum of losses", "L", "nats").text == "sum of losses L (nats)"
    assert Axis("meta-step").text == "meta-step"


def test_range_is_what_was_set_on_every_row(qtbot: QtBot) -> None:
    view = stacked()
    seen(qtbot, view)
    assert [panel.view() for panel in view.panels] == [((-2, 2), (0, 5)), ((-2, 2), (0, 9))]


def test_range_stays_when_the_window_grows(qtbot: QtBot) -> None:
    view = stacked()
    seen(qtbot, view)
    view.resize(900, 700)
    seen(qtbot, view)
    assert [panel.view() for panel in view.panels] == [((-2, 2), (0, 5)), ((-2, 2), (0, 9))]


def test_plots_above_each_other_are_aligned(qtbot: QtBot) -> None:
    view = stacked()
    seen(qtbot, view)
    for x in (-2, 0, 2):
        assert view.viewport_point(x, 0, 0).x() == view.viewport_point(x, 0, 1).x()


def test_equal_units_are_equally_long(qtbot: QtBot) -> None:
    view = plane(equal=True)
    view.resize(800, 400)
    seen(qtbot, view)
    origin, right, up = view.viewport_point(0, 0), view.viewport_point(1, 0), view.viewport_point(0, 1)
    assert right.x() - origin.x() == pytest.approx(origin.y() - up.y(), abs=1)


def test_wheel_zooms_all_rows_along_x(qtbot: QtBot) -> None:
    view = stacked()
    seen(qtbot, view)
    wheel(view.viewport(), view.viewport_point(0, 4, 1))
    (first, _), (second, _) = view.panels[0].view(), view.panels[1].view()
    assert first == pytest.approx(second)
    assert first[1] - first[0] < 4


def test_new_range_leaves_a_persons_zoom_alone_until_it_is_reset(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    wheel(view.viewport(), view.viewport_point(0, 0))
    zoomed = view.panels[0].view()
    view.set_range((-5, 5), (-5, 5))
    assert view.panels[0].view() == zoomed
    view.reset_range()
    assert view.panels[0].view() == ((-5, 5), (-5, 5))


def test_double_click_resets_the_range(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    at = view.viewport_point(1, 1)
    wheel(view.viewport(), at)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.panels[0].view() == ((-2, 2), (-2, 2))


def test_menu_asks_for_exports_and_resets(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    asked: list[tuple[QWidget, str]] = []
    view.export_requested.connect(lambda which, wanted: asked.append((which, wanted)))
    wheel(view.viewport(), view.viewport_point(1, 1))
    for action in view.menu().actions():
        if not action.isSeparator():
            action.trigger()
    assert asked == [(view, wanted) for wanted in ("copy", "png", "svg", "pdf", "csv")]
    assert view.panels[0].view() == ((-2, 2), (-2, 2))


def test_scenes_own_menu_entry_asks_for_no_export(qtbot: QtBot) -> None:
    view = plane()
    qtbot.addWidget(view)
    asked: list[str] = []
    view.export_requested.connect(lambda which, wanted: asked.append(wanted))
    own = QAction("Own", view)
    view.menu().addAction(own)
    own.trigger()
    assert not asked


def test_view_is_named_for_those_who_do_not_see_it(qtbot: QtBot) -> None:
    view = plane()
    qtbot.addWidget(view)
    assert view.accessibleName() == "A plane"
    (button,) = view.findChildren(QToolButton)
    assert button.accessibleName() == "Menu of A plane"
    assert button.toolTip()
    view.set_title("Another")
    assert (view.accessibleName(), view.title) == ("Another", "Another")


def test_control_stands_between_title_and_menu(qtbot: QtBot) -> None:
    view = plane()
    control = QLabel("control")
    view.add_control(control)
    seen(qtbot, view)
    (button,) = view.findChildren(QToolButton)
    assert control.x() < button.x()


def test_table_has_the_surface_row_by_row(qtbot: QtBot) -> None:
    view = plane()
    qtbot.addWidget(view)
    surface(view)
    table = view.table()
    assert list(table) == ["loss.x", "loss.y", "loss"]
    x, y, loss = (column.astype(float) for column in table.values())
    assert np.array_equal(x**2 + y**2, loss)


def test_curves_are_in_the_table_with_one_column_of_steps(qtbot: QtBot) -> None:
    view = curves(Scale("symlog"))
    qtbot.addWidget(view)
    view.set_many([Series("a", "maml", STEPS, STEPS**2), Series("b", "reptile", STEPS, -STEPS)])
    table = view.table()
    assert table["a"].tolist() == (STEPS**2).tolist()
    assert table["b"].tolist() == (-STEPS).tolist()


def test_range_of_curves_stays_while_they_are_inside(qtbot: QtBot) -> None:
    view = curves()
    qtbot.addWidget(view)
    view.set_x_range(0, 200)
    view.set_series("a", "maml", STEPS, np.sin(STEPS))
    before = view.panels[0].view()
    view.set_series("a", "maml", STEPS, 0.9 * np.cos(STEPS))
    assert view.panels[0].view() == before
    view.set_series("a", "maml", STEPS, 3 * np.sin(STEPS))
    x, (bottom, top) = view.panels[0].view()
    assert x == (0, 200)
    assert bottom < -3 < 3 < top


def test_curves_need_no_range_of_steps(qtbot: QtBot) -> None:
    view = curves()
    qtbot.addWidget(view)
    view.set_series("a", "maml", STEPS, STEPS)
    assert view.panels[0].view()[0][1] >= 99


def test_curves_without_a_number_are_no_harm(qtbot: QtBot) -> None:
    view = curves()
    qtbot.addWidget(view)
    view.set_series("a", "maml", STEPS, np.full(100, np.nan))
    view.set_series("b", "maml", np.empty(0), np.empty(0))
    view.set_cursor(3)
    seen(qtbot, view)
    view.clear()
    assert not view.table()


def test_removed_series_is_gone(qtbot: QtBot) -> None:
    view = curves()
    qtbot.addWidget(view)
    view.set_series("a", "maml", STEPS, STEPS)
    view.remove("a")
    view.remove("nobody")
    assert not view.table()


def test_emphasis_of_a_series_survives_new_data(qtbot: QtBot) -> None:
    view = curves()
    qtbot.addWidget(view)
    view.set_series("a", "maml", STEPS, STEPS)
    view.set_emphasis({"a": "hidden", "nobody": "dim"})
    view.set_series("a", "maml", STEPS, 2 * STEPS)
    assert not view.table()
    view.set_emphasis({"a": "full"})
    assert view.table()["a"].max() == 198


def test_click_on_a_name_of_the_legend_tells_it(qtbot: QtBot) -> None:
    view = curves()
    clicked: list[str] = []
    view.series_clicked.connect(clicked.append)
    view.set_many([Series("a", "maml", STEPS, STEPS, "MAML"), Series("b", "reptile", STEPS, STEPS, "Reptile")])
    seen(qtbot, view)
    (left, _), (bottom, _) = view.panels[0].view()
    start = view.viewport_point(left, bottom)
    for dx in (20, 110):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(start.x() + dx, 10))
    assert clicked == ["a", "b"]


def test_setters_of_curves_never_tell(qtbot: QtBot) -> None:
    view = curves()
    qtbot.addWidget(view)
    told: list[object] = []
    view.series_clicked.connect(told.append)
    view.export_requested.connect(lambda *what: told.append(what))
    view.set_series("a", "maml", STEPS, STEPS)
    view.set_emphasis({"a": "dim"})
    view.set_cursor(4)
    view.set_x_range(0, 50)
    view.set_theme(LIGHT)
    view.clear()
    assert not told


def test_extent_is_of_the_finite_numbers() -> None:
    assert extent(np.array([1.0, np.nan, -2.0, np.inf])) == (-2, 1)
    assert extent(np.array([np.nan])) is None


def test_range_grows_only_where_it_is_left() -> None:
    assert grow((0.0, 10.0), 1.0, 9.0) == (0, 10)
    bottom, top = grow((0.0, 10.0), 1.0, 10.5)
    assert bottom == 0
    assert top == 12.5
    assert grow(None, 2.0, 2.0)[0] < 2 < grow(None, 2.0, 2.0)[1]


def test_curves_of_a_hundred_thousand_steps_are_painted_quickly(qtbot: QtBot) -> None:
    view = curves()
    steps = np.arange(100_000.0)
    seen(qtbot, view)

    def painted() -> None:
        for shift in range(5):
            view.set_many([Series(name, "maml", steps, np.sin(steps / 300) + shift) for name in "abcd"])
            view.viewport().repaint()

    assert effort(painted) < 150


@pytest.mark.parametrize("make", [stacked, curves])
def test_plots_leave_nothing_behind(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    assert is_freed(make)


def test_a_click_is_told_with_its_place_and_the_mark_under_it(qtbot: QtBot) -> None:
    view = plane()
    point = PointItem("learned.start", "learned")
    view.add(point)
    point.set(1.0, 1.0, "start")
    seen(qtbot, view)
    told: list[tuple[int, float, float, str]] = []
    view.clicked.connect(lambda *where: told.append(where))
    for place in ((1.0, 1.0), (-1.0, 0.5)):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport_point(*place))
    assert [(row, name) for row, _, _, name in told] == [(0, "learned.start"), (0, "")]
    assert told[1][1:3] == pytest.approx((-1.0, 0.5), abs=0.02)
    assert len(view.panels[0].pins) == 1


def test_an_axis_with_names_shows_them_instead_of_numbers(qtbot: QtBot) -> None:
    view = plane()
    view.set_axis(0, y=Axis("group", ticks=((-1.0, "W"), (1.0, "b"), (9.0, "out of sight"))))
    seen(qtbot, view)
    drawn = export.picture(view, "svg", QSize(400, 400)).decode()
    assert ">W<" in drawn.replace("\n", "")
    assert "out of sight" not in drawn


def test_a_legend_gives_way_where_there_is_little_room_but_not_on_paper(qtbot: QtBot) -> None:
    view = plane()
    legend = view.add_legend(from_height=300)
    legend.set([Entry("maml", "maml", "The method")])
    seen(qtbot, view)
    assert legend.isVisible()
    view.resize(400, 250)
    QCoreApplication.processEvents()
    assert not legend.isVisible()
    assert "The method" in export.picture(view, "svg", QSize(400, 250)).decode()
    assert not legend.isVisible()


def test_a_new_name_of_an_axis_stands_in_its_middle(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    view.set_axis(0, x=Axis("a much longer name than the one before"))
    seen(qtbot, view)
    axis = view.panels[0].axes.bottom
    label = axis.label
    middle = label.pos().x() + label.boundingRect().width() / 2
    assert middle == pytest.approx(axis.size().width() / 2, abs=3)


def test_nothing_of_an_axis_name_lies_below_its_axis(qtbot: QtBot) -> None:
    view = plane()
    seen(qtbot, view)
    view.set_axis(0, x=Axis("inner_rate, with a g"))
    seen(qtbot, view)
    label = view.panels[0].axes.bottom.label
    room = view.panels[0].axes.bottom.size().height() - label.pos().y()
    margin = label.document().documentMargin()
    assert room >= label.boundingRect().height() - margin, "its descenders would be cut off"
