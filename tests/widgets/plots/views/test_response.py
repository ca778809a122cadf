"""The response of a metric: lines with bands along an axis, and a map of two axes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from metascope.widgets.look.theme import DARK, GRID, LIGHT
from metascope.widgets.plots.canvas.ink import text_size
from metascope.widgets.plots.canvas.labels import Remark
from metascope.widgets.plots.views.response import MOST, Along, Answer, Cells, ResponseMapView, ResponseView
from tests.widgets.plots.pictures import count, seen


def answer(label: str = "", places: tuple[float, ...] = (0.01, 0.1, 1.0)) -> Answer:
    x = np.array(places)
    middle = np.arange(1.0, len(x) + 1)
    return Answer(label, x, middle - 0.5, middle, middle + 0.5, np.full(len(x), 4.0))


@pytest.fixture
def view(qtbot: QtBot) -> ResponseView:
    """Give a view of lines."""
    made = ResponseView(LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def test_a_logarithmic_axis_has_even_decades(view: ResponseView) -> None:
    view.set_answers("loss", Along("alpha", log=True), [answer()], "median", 12)
    (band,) = view.bands
    assert band.x.tolist() == pytest.approx([-2, -1, 0])
    assert band.places.tolist() == [0.01, 0.1, 1.0]
    (left, right), (low, high) = view.panels[0].view()
    assert left < -2 < 0 < right
    assert low < 0.5 < 3.5 < high


def drawn(qtbot: QtBot, view: ResponseView, scale: float) -> int:
    """Return how many pixels lines have whose numbers are as large."""
    one = answer()
    low, middle, high = scale * one.low, scale * one.middle, scale * one.high
    view.set_answers("loss", Along("alpha"), [Answer("", one.places, low, middle, high, one.counts)], "median", 12)
    return count(seen(qtbot, view), view.theme.style("line.0").colour)


@pytest.mark.parametrize("power", [17, 21, 100, 300])
def test_numbers_of_any_size_are_drawn(qtbot: QtBot, view: ResponseView, power: int) -> None:
    assert drawn(qtbot, view, 10.0**power) == pytest.approx(drawn(qtbot, view, 1.0), rel=0.05)
    assert view.panels[0].axes.left._shown


def test_the_largest_numbers_leave_the_picture_and_raise_nothing(qtbot: QtBot, view: ResponseView) -> None:
    for scale in (4e307, -4e307):
        drawn(qtbot, view, scale)
        low, high = view.panels[0].view()[1]
        assert low < high


def test_what_is_told_of_the_statistics_lies_below_all_that_is_drawn(qtbot: QtBot, view: ResponseView) -> None:
    views = (view, ResponseMapView(LIGHT))
    view.set_answers("loss", Along("alpha"), [answer()], "median", 12)
    views[1].set_cells(Cells("m", "r", "c", ("1", "2"), ("3", "4"), np.ones((2, 2)), np.ones((2, 2))), "median")
    for one, lowest in zip(views, (0.5, -1.5), strict=True):
        one.resize(600, 400)
        seen(qtbot, one)
        panel = one.panels[0]
        pixels = panel.grid.pixels()
        remark = next(mark for mark in panel.marks if isinstance(mark, Remark))
        assert remark.covered(pixels).top() > pixels.pixel(0.0, lowest)[1]


def test_words_stand_at_their_places(view: ResponseView) -> None:
    view.set_answers("loss", Along("method", words=("maml", "anil")), [answer(places=(0.0, 1.0))], "median", 8)
    assert view.bands[0].places.tolist() == ["maml", "anil"]
    assert [tick[1] for tick in view.panels[0].x.ticks] == ["maml", "anil"]


def test_the_data_have_places_quantiles_and_numbers_of_runs(view: ResponseView) -> None:
    view.set_answers("loss", Along("alpha", log=True), [answer("shots = 5")], "median", 12)
    table = view.table()
    assert table["loss.shots = 5.quantiles.x"].tolist() == [0.01, 0.1, 1.0]
    assert table["loss.shots = 5.quantile.1"].tolist() == [1.0, 2.0, 3.0]
    assert table["loss.shots = 5.quantiles.runs"].tolist() == [4, 4, 4]


def test_more_lines_than_can_be_told_apart_are_told_of(view: ResponseView) -> None:
    view.set_answers("loss", Along("alpha"), [answer(f"seed = {n}") for n in range(MOST + 3)], "median", 40)
    assert len(view.bands) == MOST
    assert view.told == f"median; the first {MOST} of {MOST + 3} lines"


def test_a_place_is_read_with_its_spread_and_number_of_runs(qtbot: QtBot, view: ResponseView) -> None:
    view.set_answers("loss", Along("alpha", log=True), [answer("shots = 5")], "median", 12)
    seen(qtbot, view)
    panel = view.panels[0]
    pixels = panel.grid.pixels()
    at = pixels.point(-1.0, 2.0)
    texts = [found.text for mark in panel.marks if (found := mark.reading(QPointF(at), pixels)) is not None]
    assert texts == ["shots = 5: 2 (1.5 to 2.5) at 0.1; 4 of 12 runs"]


def test_a_logarithmic_scale_of_the_metric_reads_the_same_numbers(view: ResponseView) -> None:
    view.set_answers("loss", Along("alpha"), [answer()], "median", 12)
    view._log.click()
    assert view.bands[0].edges[1].tolist() == pytest.approx(np.log10([1, 2, 3]).tolist())
    assert view.bands[0].numbers[1].tolist() == [1, 2, 3]


def test_nothing_to_draw_says_what_will_be_there(view: ResponseView) -> None:
    view.set_answers("loss", Along("alpha"), [], "median", 0)
    assert view.bands == ()
    assert view._empty.isVisible()
    assert view.told == ""


def test_cells_are_read_and_written_with_both_values_and_the_runs(qtbot: QtBot) -> None:
    view = ResponseMapView(LIGHT)
    qtbot.addWidget(view)
    view.resize(600, 400)
    middle = np.array([[1.0, np.nan], [3.0, 4.0]])
    cells = Cells("loss", "shots", "alpha", ("10", "5"), ("0.01", "0.1"), middle, np.array([[2.0, 0.0], [3.0, 3.0]]))
    view.set_cells(cells, "median; n = 2 to 3")
    seen(qtbot, view)
    pixels = view.panels[0].grid.pixels()

    def read(x: float, y: float) -> list[str]:
        at = pixels.point(x, y)
        marks = view.panels[0].marks
        return [found.text for mark in marks if (found := mark.reading(QPointF(at), pixels)) is not None]

    assert read(1.0, 0.0) == ["loss: 1 at shots = 10, alpha = 0.01; n = 2"]
    assert read(2.0, 0.0) == ["no finished run at shots = 10, alpha = 0.1"]
    table = view.table()
    assert table["shots"].tolist() == ["10", "10", "5", "5"]
    assert table["alpha"].tolist() == ["0.01", "0.1", "0.01", "0.1"]
    assert table["runs"].tolist() == [2, 0, 3, 3]


def test_numbers_far_apart_are_coloured_along_a_logarithmic_scale(qtbot: QtBot) -> None:
    view = ResponseMapView(DARK)
    qtbot.addWidget(view)
    middle = np.array([[1e-4, 1.0]])
    view.set_cells(Cells("loss", "a", "b", ("1",), ("1", "2"), middle, np.ones((1, 2))), "median")
    assert view._map.heat.scale.kind == "log"
    assert view._map.heat.low == pytest.approx(1e-4)


def test_a_metric_that_diverged_in_some_runs_begins_logarithmic_and_can_be_switched(view: ResponseView) -> None:
    kinds: list[str] = []
    x, y = np.array([0.01, 0.1]), np.array([0.2, 3e22])
    view.set_answers("mse", Along("alpha"), [Answer("", x, y, y, y, np.ones(2))], "median", 2)
    kinds.append(view.panels[0].y.scale.kind)
    view._log.click()
    view.set_answers("mse", Along("alpha"), [Answer("", x, y, y, y, np.ones(2))], "median", 2)
    kinds.append(view.panels[0].y.scale.kind)
    view._log.click()
    kinds.append(view.panels[0].y.scale.kind)
    assert kinds == ["log", "linear", "log"]  # what a person wants stays
    (low, high) = view.panels[0].view()[1]
    assert -7 < low < -0.69
    assert 22 < high < 25


def test_names_of_rows_stay_clear_of_the_axis_name(qtbot: QtBot) -> None:
    view = ResponseMapView(LIGHT)
    qtbot.addWidget(view)
    view.resize(600, 400)
    rows = ("pre-training", "FOMAML, 2 layers")
    view.set_cells(Cells("loss", "method", "alpha", rows, ("1",), np.ones((2, 1)), np.ones((2, 1))), "median")
    seen(qtbot, view)
    axis = view.panels[0].axes.left
    name = axis.mapRectFromItem(axis.label, axis.label.boundingRect())
    assert axis.width() - axis.style["tickTextOffset"][0] - text_size(rows[1], LIGHT)[0] + GRID >= name.right() - 6
    assert axis.width() < 200
