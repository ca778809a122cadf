"""Other runs' marks behind a plot's own: dimmed, in the right place, told with their run, and on paper, too."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from metascope.widgets.paper import export
from metascope.widgets.plots.canvas.arrows import Arrow, ArrowsItem
from metascope.widgets.plots.canvas.mark import Emphasis
from metascope.widgets.plots.canvas.scales import Scale
from metascope.widgets.plots.handles.handle import Handle
from metascope.widgets.plots.maps.surface import SurfaceItem
from metascope.widgets.plots.series.lines import Line, LinesItem
from metascope.widgets.plots.series.paths import FanItem, TrailItem
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import Axis, PlotView
from tests.widgets.looks import DARK, LIGHT
from tests.widgets.plots.pictures import BOWL, count, plane, rgb, seen

MAML = LIGHT.style("maml").colour
PLACES = np.linspace(-1.5, 1.5, 7)
DIAGONAL = np.stack([PLACES, PLACES], axis=1)[:, None]  # (7, 1, 2)


def with_trail(x: float = 0.0) -> PlotView:
    """Return a plot with one path, moved to the right."""
    view = plane()
    trail = TrailItem("maml.phi", "maml", "MAML")
    view.add(trail)
    trail.set(DIAGONAL + np.array([x, 0.0]))
    return view


@pytest.fixture
def other(qtbot: QtBot) -> PlotView:
    """Give a plot that nobody sees."""
    view = with_trail()
    qtbot.addWidget(view)
    return view


def test_a_ghost_is_drawn_dimmed(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    empty = rgb(seen(qtbot, view))
    view.set_ghosts([("branch", other)])
    picture = seen(qtbot, view)
    assert (rgb(picture) != empty).any(axis=-1).sum() > 500
    assert count(picture, MAML) == 0


def test_a_ghost_lies_where_its_numbers_are(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    view.set_range((0, 2), (0, 2))
    empty = rgb(seen(qtbot, view))
    view.set_ghosts([("branch", other)])
    inked = (rgb(seen(qtbot, view)) != empty).any(axis=-1)
    along, beside = view.viewport_point(1.25, 1.25), view.viewport_point(1.25, 0.5)
    assert inked[along.y() - 2 : along.y() + 3, along.x() - 2 : along.x() + 3].any()
    assert not inked[beside.y() - 2 : beside.y() + 3, beside.x() - 2 : beside.x() + 3].any()


def test_a_ghost_taken_off_leaves_nothing(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    empty = rgb(seen(qtbot, view))
    view.set_ghosts([("branch", other)])
    seen(qtbot, view)
    view.set_ghosts([])
    assert (rgb(seen(qtbot, view)) == empty).all()


def test_a_ghost_lies_below_the_plots_own_marks(qtbot: QtBot, other: PlotView) -> None:
    view = with_trail()
    before = rgb(seen(qtbot, view))
    same = with_trail()
    qtbot.addWidget(same)
    view.set_ghosts([("branch", same)])
    place = view.viewport_point(1.5, 1.5)
    assert (rgb(seen(qtbot, view))[place.y(), place.x()] == before[place.y(), place.x()]).all()


def test_a_ghost_lies_over_a_surface(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    item = SurfaceItem("loss")
    view.add(item)
    item.set(np.linspace(-2, 2, 33), np.linspace(-2, 2, 33), BOWL)
    before = rgb(seen(qtbot, view))
    view.set_ghosts([("branch", other)])
    assert (rgb(seen(qtbot, view)) != before).any(axis=-1).sum() > 500


def test_surfaces_and_handles_are_no_ghosts(qtbot: QtBot) -> None:
    its, view = plane(), plane()
    qtbot.addWidget(its)
    surface, handle = SurfaceItem("loss"), Handle("phi", "maml")
    its.add(surface)
    its.add(handle)
    surface.set(np.linspace(-2, 2, 33), np.linspace(-2, 2, 33), BOWL)
    handle.set_position(0.0, 0.0)
    empty = rgb(seen(qtbot, view))
    view.set_ghosts([("branch", its)])
    assert (rgb(seen(qtbot, view)) == empty).all()


def test_a_hidden_mark_is_no_ghost(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    empty = rgb(seen(qtbot, view))
    other.panels[0].marks[0].set_emphasis("hidden")
    view.set_ghosts([("branch", other)])
    assert (rgb(seen(qtbot, view)) == empty).all()


def test_a_dimmed_mark_is_a_dimmer_ghost(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    empty = rgb(seen(qtbot, view)).astype(int)
    strength = []
    levels: tuple[Emphasis, ...] = ("full", "dim")
    for level in levels:
        other.panels[0].marks[0].set_emphasis(level)
        view.set_ghosts([("branch", other)])
        strength.append(np.abs(rgb(seen(qtbot, view)) - empty).sum())
    assert 0 < strength[1] < strength[0] / 2


def test_a_ghosts_arrow_has_no_label(qtbot: QtBot) -> None:
    view, pictures = plane(), []
    seen(qtbot, view)
    for label in ("", "meta-gradient"):
        its = plane()
        qtbot.addWidget(its)
        arrows = ArrowsItem("told")
        its.add(arrows)
        arrows.set([Arrow("maml", label, (0.0, 0.0), (1.0, 1.0))])
        view.set_ghosts([("branch", its)])
        pictures.append(rgb(seen(qtbot, view)))
    assert (pictures[0] == pictures[1]).all()


def test_a_ghost_is_drawn_anew_when_told(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    view.set_ghosts([("branch", other)])
    before = rgb(seen(qtbot, view))
    trail = other.panels[0].marks[0]
    assert isinstance(trail, TrailItem)
    trail.set(DIAGONAL + np.array([0.4, 0.0]))
    view.ghosts_changed()
    assert (rgb(seen(qtbot, view)) != before).any()


def test_a_ghost_looks_the_same_however_its_path_grew(qtbot: QtBot) -> None:
    pictures = []
    for lengths in ((7,), (2, 3, 4, 5, 6, 7)):
        view, its = plane(), plane()
        qtbot.addWidget(its)
        trail = TrailItem("maml.phi", "maml")
        its.add(trail)
        for length in lengths:
            trail.set(DIAGONAL[:length])
        view.set_ghosts([("branch", its)])
        pictures.append(rgb(seen(qtbot, view)))
    assert (pictures[0] == pictures[1]).all()


def test_the_pointer_reads_a_ghost_with_its_runs_name(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    seen(qtbot, view)
    view.set_ghosts([("branch 2", other)])
    pixels = view.panels[0].grid.pixels()
    reading = view.panels[0].ghosts.reading(pixels.point(1.0, 1.0), pixels)
    assert reading is not None
    assert reading.text.startswith("branch 2 · MAML: 1, 1")
    assert view.panels[0].ghosts.reading(QPointF(pixels.point(1.0, -1.0)), pixels) is None


@pytest.mark.parametrize("format", ["png", "svg", "pdf"])
def test_a_ghost_is_in_the_export(qtbot: QtBot, other: PlotView, format: export.Format) -> None:
    view = plane()
    qtbot.addWidget(view)
    without = export.picture(view, format, QSize(300, 300))
    view.set_ghosts([("branch", other)])
    assert len(export.picture(view, format, QSize(300, 300))) > len(without) + 200


def test_a_ghost_wears_the_exports_theme(qtbot: QtBot, other: PlotView) -> None:
    view = plane()
    qtbot.addWidget(view)
    view.set_ghosts([("branch", other)])
    light = export.picture(view, "png", QSize(300, 300))
    assert export.picture(view, "png", QSize(300, 300), theme=DARK) != light
    assert other.panels[0].marks[0].theme is LIGHT
    assert export.picture(view, "png", QSize(300, 300)) == light


def test_a_ghosts_data_are_named_after_its_run(qtbot: QtBot, other: PlotView) -> None:
    view = with_trail()
    qtbot.addWidget(view)
    own = set(view.table())
    view.set_ghosts([("branch", other)])
    assert set(view.table()) - own == {f"branch: {name}" for name in own}


def test_a_plot_with_another_scale_is_left_out(qtbot: QtBot) -> None:
    linear, bent = (
        PlotView("one", "One", LIGHT, Axis("x"), [Axis("y", scale=scale)]) for scale in (Scale(), Scale("log"))
    )
    for view in (linear, bent):
        qtbot.addWidget(view)
    bent.add(LinesItem("step"))
    linear.set_ghosts([("branch", bent)])
    assert not linear.panels[0].ghosts.isVisible()
    linear.set_axis(0, y=Axis("y", scale=Scale("log")))
    assert linear.panels[0].ghosts.isVisible()


def curves(qtbot: QtBot, values: list[float]) -> CurvesView:
    view = CurvesView("loss", "Loss", LIGHT, Axis("step"), Axis("loss"), legend="on paper")
    qtbot.addWidget(view)
    view.set_series("maml.loss", "maml", np.arange(len(values), dtype=float), np.array(values), "MAML")
    return view


def test_the_range_makes_room_for_ghosts_and_takes_it_back(qtbot: QtBot) -> None:
    view, its = curves(qtbot, [0.0, 1.0]), curves(qtbot, [0.0, 5.0])
    before = view.panels[0].home
    view.set_ghosts([("branch", its)])
    (_, (low, high)) = view.panels[0].home
    assert low <= 0.0
    assert 5.0 <= high < 8.0
    view.set_ghosts([])
    assert view.panels[0].home == before


def test_another_quantity_forgets_the_room_for_ghosts(qtbot: QtBot) -> None:
    view, its = curves(qtbot, [0.0, 1.0]), curves(qtbot, [0.0, 500.0])
    view.set_ghosts([("branch", its)])
    view.clear()
    view.set_series("maml.other", "maml", np.arange(2.0), np.array([0.0, 1.0]))
    assert view.panels[0].home[1][1] < 2.0


def test_on_paper_the_legend_names_the_runs(qtbot: QtBot) -> None:
    view, its = curves(qtbot, [0.0, 1.0]), curves(qtbot, [0.0, 1.0])
    view.set_ghosts([("branch 2", its)])
    assert b"branch 2 (dimmed)" in export.picture(view, "svg", QSize(300, 300))
    view.set_ghosts([])
    assert b"branch 2" not in export.picture(view, "svg", QSize(300, 300))


def test_every_kind_of_path_is_drawn_as_a_ghost(qtbot: QtBot) -> None:
    lines, fan, trail = LinesItem("step"), FanItem("theta", "maml"), TrailItem("phi", "maml")
    lines.set([Line("loss", "maml", "MAML", np.array([-1.0, 1.0]), np.array([0.0, 1.0]))])
    fan.set(DIAGONAL, 3)
    trail.set(DIAGONAL)
    for item in (lines, fan, trail):
        view, its = plane(), plane()
        qtbot.addWidget(its)
        empty = rgb(seen(qtbot, view))
        its.add(item)
        view.set_ghosts([("branch", its)])
        assert (rgb(seen(qtbot, view)) != empty).any(), item.name


def headed(qtbot: QtBot, choices: tuple[str, ...] = ("one", "two")) -> tuple[PlotView, QComboBox, QCheckBox]:
    view, box, check = plane(), QComboBox(), QCheckBox()
    qtbot.addWidget(view)
    box.addItems(choices)
    view.add_control(box)
    view.add_control(check)
    return view, box, check


def test_a_view_follows_anothers_choices_as_a_person_would(qtbot: QtBot) -> None:
    view, box, check = headed(qtbot)
    its, its_box, its_check = headed(qtbot)
    done: list[object] = []
    its_box.activated.connect(lambda place: done.append(place))
    its_check.clicked.connect(lambda checked: done.append(checked))
    box.setCurrentIndex(1)
    check.setChecked(True)
    its.follow(view)
    assert (its_box.currentText(), its_check.isChecked()) == ("two", True)
    assert done == [1, True]
    its.follow(view)
    assert done == [1, True]


def test_a_choice_that_a_view_does_not_have_stays(qtbot: QtBot) -> None:
    view, box, _ = headed(qtbot, ("one", "two", "three"))
    its, its_box, _ = headed(qtbot)
    box.setCurrentIndex(2)
    its.follow(view)
    assert its_box.currentText() == "one"


def test_a_view_tells_when_a_person_chooses_in_its_head(qtbot: QtBot) -> None:
    view, box, check = headed(qtbot)
    told: list[None] = []
    view.control_used.connect(lambda: told.append(None))
    box.setCurrentIndex(1)
    assert told == []
    box.activated.emit(1)
    check.click()
    assert len(told) == 2
