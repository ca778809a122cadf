"""The optimizers scene: its numbers are the frame's, and what a person clicks in it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.export.composition import Composition, PictureOptions
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.stories.optimizers import build
from metascope.scenes.stories.optimizers.gatemap import GateMapView
from metascope.scenes.stories.optimizers.gates import GatesView
from metascope.scenes.stories.optimizers.glyphs import GlyphsView
from metascope.scenes.stories.optimizers.laboratory import LaboratoryCurves, LaboratoryTable
from metascope.scenes.stories.optimizers.losses import LossesView
from metascope.scenes.stories.optimizers.meta import MetaView
from metascope.scenes.stories.optimizers.path import PathView
from metascope.scenes.stories.optimizers.tuning import TuningView
from metascope.scenes.stories.optimizers.written import Terms, UpdateView, bracketed
from metascope.scenes.unseen.hidden_scene import HiddenScene
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.runner import Runner
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.names import METHODS, RIVALS
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.widgets.look.text import number
from metascope.widgets.plots.canvas.scales import decades
from metascope.widgets.plots.views.plot import PlotView
from metascope.widgets.views.pages import Pages
from metascope.widgets.views.view import View
from tests.scenes.painted import LEAST, spied
from tests.scenes.shown import shown
from tests.scenes.still import StillRunner
from tests.scenes.stories.looks import DARK, LIGHT
from tests.scenes.stories.optimizers_frames import frame
from tests.tiers import first_quick
from tests.widgets.person import named
from tests.widgets.plots.pictures import rgb

GATES = OptimizersSettings(variant="gates", updates=12, truncation=12)
ADDITIVE = OptimizersSettings(variant="additive", updates=12, laboratory=True)
PLANE = OptimizersSettings(problem="landscape", variant="gates", updates=12, truncation=12)
V = TypeVar("V")
FIXED = OptimizersSettings(variant="gradient-descent", updates=12)
FIXED_PLANE = FIXED.replaced(problem="landscape")
GLYPHS = GATES.replaced(problem="glyphs", side=7, ways=4, hidden_units=2, batch=8)
LINE = PLANE.replaced(landscape="lecture")


@pytest.fixture
def scene(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of the gates on quadratics, or of other settings where a test asks for them, and show it."""
    with shown(build(getattr(request, "param", GATES), LIGHT)) as made:
        yield made


def draw(scene: Scene, shown: OptimizersFrame, inner: int = -1) -> None:
    scene.draw(shown, inner % shown.ticks(), "learned")
    QApplication.processEvents()


def view_of(scene: Scene, kind: type[V]) -> V:
    return next(view for view in scene.views() if isinstance(view, kind))


def close(view: View, name: str, wanted: NDArray[np.floating] | list[float]) -> bool:
    """Tell whether a column of a view's data is this, as far as single precision goes."""
    found = np.asarray(view.table()[name], dtype=np.float64)
    return bool(np.allclose(found, np.asarray(wanted, dtype=np.float64), rtol=1e-5, atol=1e-7, equal_nan=True))


def choose(box: QComboBox, key: object) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def click(view: PlotView, x: float, y: float, row: int = 0) -> None:
    QApplication.processEvents()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport_point(x, y, row))


def test_gates_are_the_frames_mean_and_band(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    view = view_of(scene, GatesView)
    assert close(view, "learned.forget.mean", shown.forget.mean(axis=1))
    assert close(view, "learned.input.quantile.2", np.quantile(shown.input, 0.9, axis=1))
    np.testing.assert_array_equal(view.table()["sgd.input"], np.full(2, shown.input_equivalent))


@pytest.mark.slow
def test_gates_of_one_group_are_that_groups(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    view = view_of(scene, GatesView)
    choose(named(view, QComboBox, "Parameter group"), 1)
    group = shown.input[:, shown.coordinates.group == 1]
    assert close(view, "learned.input.mean", group.mean(axis=1))


def test_gates_are_drawn_from_0_to_1_until_the_input_gate_is_zoomed(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    view = view_of(scene, GatesView)
    for panel in view.panels:
        assert panel.view()[1] == pytest.approx((0, 1), abs=0.05)
    named(view, QToolButton, "Zoom").click()
    assert view.panels[0].view()[1] == pytest.approx((0, 1), abs=0.05)
    assert shown.input.max() <= view.panels[1].view()[1][1] < 0.2
    assert "zoomed" in view.panels[1].y.text


@pytest.mark.slow
def test_a_large_rate_of_gradient_descent_does_not_spoil_the_zoom(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, replace(shown, input_equivalent=1.0))
    view = view_of(scene, GatesView)
    named(view, QToolButton, "Zoom").click()
    assert view.panels[1].view()[1][1] < 2.5 * shown.input.max()


@pytest.mark.slow
def test_a_rate_that_is_not_known_is_not_drawn(scene: Scene) -> None:
    draw(scene, frame(GATES, tuned=False))
    table = view_of(scene, GatesView).table()
    assert "sgd.input" not in table
    assert "sgd.forget" in table


def main_view(scene: Scene) -> View:
    """Return the view of the largest area."""
    return max((view for view in scene.views() if view.isVisible()), key=lambda view: view.width() * view.height())


@pytest.mark.parametrize(
    ("scene", "kind"),
    [(GATES, GatesView), (ADDITIVE, LossesView), (FIXED, LossesView), (GLYPHS, GlyphsView)],
    indirect=["scene"],
)
def test_the_largest_view_is_what_answers(scene: Scene, kind: type[View]) -> None:
    scene.resize(1000, 540)
    QApplication.processEvents()
    assert isinstance(main_view(scene), kind)


@pytest.mark.parametrize(
    ("scene", "quantity"), [(GATES, "input"), (ADDITIVE, "update"), (FIXED, "update")], indirect=["scene"]
)
def test_the_map_begins_with_gates_only_where_they_are_learned(scene: Scene, quantity: str) -> None:
    assert named(view_of(scene, GateMapView), QComboBox, "Quantity").currentData() == quantity


@pytest.mark.parametrize("scene", [FIXED_PLANE], indirect=True)
def test_where_gates_are_fixed_the_update_and_the_losses_are_visible_at_once(scene: Scene) -> None:
    draw(scene, frame(FIXED_PLANE))
    seen = {type(view) for view in scene.views() if view.isVisible()}
    assert {PathView, UpdateView, LossesView} == seen


@pytest.mark.parametrize("scene", [GLYPHS], indirect=True)
def test_pictures_show_the_answers_after_the_update_of_the_inner_clock(scene: Scene) -> None:
    shown = frame(GLYPHS)
    assert shown.guesses is not None
    assert shown.classified is not None
    view = view_of(scene, GlyphsView)
    for inner in (0, 4, 12, shown.ticks() - 1):
        draw(scene, shown, inner)
        update = min(inner, GLYPHS.updates)
        right = shown.guesses[update] == shown.classified.labels
        assert f"{right.sum()} of {len(right)} right" in view.title
        assert view._verdicts.verdicts[0].right.tolist() == right.tolist()
        answers = [chr(65 + guess) for guess in shown.guesses[update]]
        assert list(view._thumbnails.texts) == [""] * GLYPHS.ways + answers
        assert view.table()["learned.answer"].tolist() == answers
    assert close(view, "learned.accuracy", (shown.guesses == shown.classified.labels).mean(axis=1))


@pytest.mark.parametrize("scene", [GLYPHS], indirect=True)
def test_accuracies_on_the_held_out_problems_stand_in_the_legend_and_on_the_chips(scene: Scene) -> None:
    draw(scene, frame(GLYPHS))
    entries = {entry.name: entry.label for entry in view_of(scene, GlyphsView)._legend.entries}
    assert entries["learned"].endswith("61 ± 2 %")
    assert scene.notes(frame(GLYPHS))["learned"] == "61 %"
    choice = named(view_of(scene, MetaView), QComboBox, "Quantity")
    assert choice.currentData() == "accuracy"


@pytest.mark.slow
@pytest.mark.parametrize("scene", [GLYPHS], indirect=True)
def test_answers_of_a_hidden_optimizer_are_not_drawn(scene: Scene) -> None:
    draw(scene, frame(GLYPHS))
    scene.set_emphasis({"learned": "hidden"})
    view = view_of(scene, GlyphsView)
    assert not view._verdicts.verdicts
    assert set(view._thumbnails.texts) == {""}


@pytest.mark.parametrize("scene", [ADDITIVE], indirect=True)
def test_an_additive_optimizer_shows_what_its_lstm_adds_instead_of_gates(scene: Scene) -> None:
    shown = frame(ADDITIVE)
    draw(scene, shown)
    view = view_of(scene, GatesView)
    assert close(view, "learned.candidate.mean", shown.candidate.mean(axis=1))
    assert "learned.input.mean" not in view.table()


def test_the_map_holds_every_coordinate_at_every_update(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    view = view_of(scene, GateMapView)
    for key, values in (("input", shown.input), ("forget", shown.forget), ("update", np.diff(shown.theta, axis=0))):
        choose(named(view, QComboBox, "Quantity"), key)
        table = view.table()
        assert close(view, f"learned.{key}", values.T.ravel())
        assert set(table[f"learned.{key}.row"].tolist()) == set(shown.coordinates.index.tolist())


@pytest.mark.slow
def test_a_gates_colours_have_the_same_limits_in_every_frame(scene: Scene) -> None:
    view, limits = view_of(scene, GateMapView), set()
    for step in (0, 40):
        draw(scene, frame(GATES, step))
        limits.add((view._map.heat.low, view._map.heat.high))
    assert limits == {(1e-4, 1.0)}


def test_a_click_on_a_cell_chooses_its_coordinate_and_its_update(scene: Scene) -> None:
    shown, ticks = frame(GATES), list[int]()
    draw(scene, shown)
    scene.tick_chosen.connect(ticks.append)
    click(view_of(scene, GateMapView), 5, -7)
    assert ticks == [5]
    draw(scene, shown, 5)
    written = view_of(scene, UpdateView).table()
    assert written["learned.coordinate"].tolist() == [7]
    assert written["learned.update"].tolist() == [5]
    assert "learned.input.7" in view_of(scene, GatesView).table()


@pytest.mark.slow
def test_a_chosen_coordinate_stays_from_frame_to_frame(scene: Scene) -> None:
    draw(scene, frame(GATES))
    click(view_of(scene, GateMapView), 5, -7)
    draw(scene, frame(GATES, 50), 3)
    assert view_of(scene, UpdateView).table()["learned.coordinate"].tolist() == [7]


def test_at_first_the_steepest_coordinate_is_written_out(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown, 3)
    steepest = shown.coordinates.index[np.abs(shown.gradient[0]).argmax()]
    assert view_of(scene, UpdateView).table()["learned.coordinate"].tolist() == [steepest]


def test_the_update_that_is_written_adds_up_and_equals_the_data(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown, 4)
    view = view_of(scene, UpdateView)
    table = {name: float(column[0]) for name, column in view.table().items()}
    terms = view.learned()
    assert terms is not None
    made = table["learned.forget"] * table["learned.theta_before"] + table["learned.input"] * table["learned.candidate"]
    assert made == pytest.approx(table["learned.theta_after"], abs=1e-6)
    keys = ("theta_after", "forget", "theta_before", "input", "candidate")
    assert [text.strip("()") for text in terms.texts] == [number(table[f"learned.{key}"], 4) for key in keys]
    assert table["learned.theta_before"] == shown.theta[3, int(table["learned.coordinate"])]


@pytest.mark.parametrize("width", first_quick([290, 700]))
def test_the_update_is_written_large_enough_to_be_read_in_any_room(scene: Scene, width: int) -> None:
    draw(scene, frame(GATES), 4)
    view = view_of(scene, UpdateView)
    image = QImage(width, 180, QImage.Format.Format_RGB32)
    with spied() as written, QPainter(image) as painter:
        view.render_to(painter, QRectF(image.rect()))
    terms = view.learned()
    assert terms is not None
    assert set(terms.texts) <= {one.text for one in written}
    assert min(one.pixels for one in written) >= LEAST


@pytest.mark.slow
def test_gradient_descent_is_written_with_its_own_constants(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown, 4)
    view = view_of(scene, UpdateView)
    learned, descent = view.learned(), view.descent()
    assert learned is not None
    assert descent is not None
    gradient = float(view.table()["learned.gradient"][0])
    assert descent.after == pytest.approx(learned.before - shown.input_equivalent * gradient)


@pytest.mark.parametrize("inner", first_quick([12, 0, 1, 13]))
def test_every_tick_has_an_update_to_write_out(scene: Scene, inner: int) -> None:
    draw(scene, frame(GATES), inner)
    assert view_of(scene, UpdateView).table()["learned.update"].tolist() == [min(max(inner, 1), 12)]


def test_negative_factors_stand_in_brackets() -> None:
    assert bracketed("−2") == "(−2)"
    assert Terms(-1.0, 1.0, -2.0, 0.5, -3.0).texts == ("−1", "1", "(−2)", "0.5", "(−3)")


def test_losses_are_the_held_out_medians_with_their_middle_half(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    view = view_of(scene, LossesView)
    assert shown.tested is not None
    assert close(view, "learned.median", shown.tested.quantiles[2])
    assert close(view, "learned.loss.quantile.0", shown.tested.quantiles[1])
    for name, rival in zip(RIVALS, shown.rivals, strict=True):
        assert rival.tested is not None
        assert close(view, f"{name}.median", rival.tested.quantiles[2])


def test_losses_of_the_shown_problem_are_the_frames(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    view = view_of(scene, LossesView)
    choose(named(view, QComboBox, "Problems"), "shown")
    assert close(view, "learned.loss", shown.loss)
    assert close(view, "adam.loss", shown.rivals[3].loss)


def test_a_curve_that_ends_says_why(scene: Scene) -> None:
    shown = frame(GATES)
    view, choice = view_of(scene, LossesView), named(view_of(scene, LossesView), QComboBox, "Problems whose losses")
    draw(scene, shown)
    for kind in ("held-out", "shown"):
        choose(choice, kind)
        assert view.shown_remark() == ""
    draw(scene, replace(shown, stopped=4, loss=shown.loss.copy()))
    assert "stopped at update 4" in view.shown_remark()
    choose(choice, "held-out")
    assert view.shown_remark() == ""


def test_rates_at_which_a_problem_diverged_are_told_once_a_rival_is_tuned(scene: Scene) -> None:
    shown, view = frame(GATES), view_of(scene, TuningView)
    whole = [replace(one, tuning=replace(one.tuning, mean=np.nan_to_num(one.tuning.mean))) for one in shown.rivals]
    *others, adam = whole
    mean = np.where(np.arange(len(adam.tuning.mean)) > 2, np.nan, adam.tuning.mean)
    broken = replace(adam, tuning=replace(adam.tuning, mean=mean))
    told = []
    for rival in (adam, broken, replace(broken, rate=0.0)):
        draw(scene, replace(shown, rivals=(*others, rival)))
        told.append(view.shown_remark())
    assert told == ["", "No value where a problem diverged: Adam", ""]


@pytest.mark.slow
def test_losses_that_are_not_positive_are_gaps(scene: Scene) -> None:
    shown = frame(GATES)
    assert shown.tested is not None
    quantiles = shown.tested.quantiles.copy()
    quantiles[:, 5] = 0.0
    draw(scene, replace(shown, tested=replace(shown.tested, quantiles=quantiles)))
    line = next(line for line in view_of(scene, LossesView)._lines.lines if line.role == "learned")
    assert np.flatnonzero(np.isnan(line.y)).tolist() == [5]


@pytest.mark.slow
def test_losses_that_stay_the_same_are_not_drawn_again(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    lines = view_of(scene, LossesView)._lines.lines
    draw(scene, replace(shown, step=41, loss=shown.loss.copy()))
    assert all(new is old for new, old in zip(view_of(scene, LossesView)._lines.lines, lines, strict=True))


def test_a_click_in_the_losses_moves_the_inner_clock(scene: Scene) -> None:
    ticks = list[int]()
    draw(scene, frame(GATES))
    scene.tick_chosen.connect(ticks.append)
    view = view_of(scene, LossesView)
    click(view, 7.2, view.panels[0].view()[1][0] + 0.1)
    assert ticks == [7]


@pytest.mark.slow
def test_where_something_was_measured_is_said_below_the_losses(scene: Scene) -> None:
    draw(scene, frame(GATES))
    text = view_of(scene, LossesView).panels[0].x.text
    assert "64" in text
    assert "40" in text


def test_the_grid_search_is_drawn_with_the_rates_that_were_tried(scene: Scene) -> None:
    shown = frame(GATES)
    draw(scene, shown)
    view = view_of(scene, TuningView)
    for name, rival in zip(RIVALS, shown.rivals, strict=True):
        np.testing.assert_array_equal(view.table()[f"{name}.rate"], rival.tuning.rates)
        np.testing.assert_array_equal(view.table()[f"{name}.mean"], rival.tuning.mean)
    line = next(line for line in view._lines.lines if line.role == "adam")
    np.testing.assert_allclose(10**line.x, shown.rivals[3].tuning.rates, rtol=1e-6)


@pytest.mark.slow
def test_a_click_on_a_chosen_rate_tells_the_method(scene: Scene) -> None:
    shown, chosen = frame(GATES), list[str]()
    scene.method_chosen.connect(chosen.append)
    next(pages for pages in scene.findChildren(Pages)).show_page(1)
    draw(scene, shown)
    tuning, view = shown.rivals[0].tuning, view_of(scene, TuningView)
    best = tuning.best_mean
    click(view, np.log10(tuning.rates[best]), np.log10(tuning.mean[best]))
    assert len(chosen) == 1
    assert chosen[0] in RIVALS


@pytest.mark.slow
def test_curves_over_meta_steps_are_the_metrics(scene: Scene) -> None:
    metrics = Metrics()
    for step in range(0, 50, 10):
        metrics.append(step, frame(GATES, step).metrics)
    scene.draw_curves(metrics, 40)
    view = view_of(scene, MetaView)
    for key, name in (("meta", "meta.loss"), ("mean", "adam.loss_mean"), ("last", "learned.loss_12")):
        choose(named(view, QComboBox, "Quantity"), key)
        assert close(view, name, metrics.series(name)[1])
    choose(named(view, QComboBox, "Quantity"), "gates")
    assert {"gates.forget_mean", "gates.input_mean", "gates.input_std"} <= set(view.table())


@pytest.mark.slow
def test_the_best_meta_step_is_marked(scene: Scene) -> None:
    draw(scene, frame(GATES, 40))
    assert view_of(scene, MetaView).table()["learned.best_step"].tolist() == [20]
    draw(scene, replace(frame(GATES, 40), best_step=-1))
    assert "learned.best_step" not in view_of(scene, MetaView).table()


@pytest.mark.parametrize("scene", [PLANE], indirect=True)
def test_paths_lie_on_the_plane(scene: Scene) -> None:
    shown = frame(PLANE)
    draw(scene, shown, 5)
    view = scene.views()[0]
    assert close(view, "learned.path.0.x", shown.path[:, 0])
    assert close(view, "nesterov.path.0.y", shown.rivals[1].path[:, 1])


@pytest.mark.slow
@pytest.mark.parametrize("scene", [LINE], indirect=True)
def test_paths_lie_on_the_curve(scene: Scene) -> None:
    shown = frame(LINE)
    draw(scene, shown)
    view = view_of(scene, PathView)
    assert close(view, "learned.path.0.x", shown.path[:, 0])
    assert close(view, "learned.path.0.y", shown.loss)


@pytest.mark.slow
@pytest.mark.parametrize("scene", [PLANE], indirect=True)
def test_a_click_on_a_path_tells_its_method(scene: Scene) -> None:
    shown, chosen = frame(PLANE), list[str]()
    draw(scene, shown)
    scene.method_chosen.connect(chosen.append)
    click(view_of(scene, PathView), *shown.path[4].tolist())
    assert chosen == ["learned"]


@pytest.mark.slow
@pytest.mark.parametrize("scene", [PLANE], indirect=True)
def test_rivals_without_a_rate_have_no_path(scene: Scene) -> None:
    draw(scene, frame(PLANE, tuned=False))
    assert len(view_of(scene, PathView).table()["adam.path.0.x"]) == 0
    assert scene.notes(frame(PLANE, tuned=False))["adam"] == "–"


@pytest.mark.parametrize("scene", [ADDITIVE], indirect=True)
def test_the_laboratory_has_a_row_a_trial_and_says_what_is_not_measured(scene: Scene) -> None:
    shown = frame(ADDITIVE)
    draw(scene, shown)
    view = view_of(scene, LaboratoryTable)
    assert shown.laboratory is not None
    trials = shown.laboratory.trials
    table = view.table()
    assert table["problems"].tolist() == [trial.problems for trial in trials]
    for index, name in enumerate(METHODS):
        assert close(view, f"{name}.log10_loss", [trial.log_mean[index] for trial in trials])
    told = [[cell.text for cell in row] for row in view._rows]
    assert "not yet" in told[2]
    assert "ReLU instead of sigmoid" in told[1]
    best = [cell.bold for cell in view._rows[0][2:7]]
    assert best.index(True) == int(np.argmin(trials[0].log_mean))


@pytest.mark.slow
@pytest.mark.parametrize("scene", [ADDITIVE], indirect=True)
def test_a_click_on_a_row_of_the_laboratory_draws_its_curves(scene: Scene) -> None:
    shown = frame(ADDITIVE)
    draw(scene, shown)
    table, curves = view_of(scene, LaboratoryTable), view_of(scene, LaboratoryCurves)
    middle = QPoint(40, round(2.5 * table._row_height()))
    QTest.mouseClick(table.canvas(), Qt.MouseButton.LeftButton, pos=middle)
    assert curves.chosen == 1
    assert shown.laboratory is not None
    assert close(curves, "sgd.median", shown.laboratory.trials[1].median[1])


@pytest.mark.parametrize(("scene", "settings"), first_quick([(GATES, GATES), (PLANE, PLANE)]), indirect=["scene"])
def test_a_laboratory_that_is_switched_on_comes_into_sight(scene: Scene, settings: OptimizersSettings) -> None:
    """Until then no button leads to it."""
    draw(scene, frame(settings))
    buttons = [button for button in scene.findChildren(QToolButton) if button.text() == "Laboratory"]
    assert buttons
    assert all(button.isHidden() for button in buttons)
    assert not [view for view in scene.views() if view.name.startswith("laboratory")]
    draw(scene, frame(settings.replaced(laboratory=True)))
    assert not any(button.isHidden() for button in buttons)
    assert view_of(scene, LaboratoryTable).isVisible() or view_of(scene, LaboratoryCurves).isVisible()


@pytest.mark.parametrize("scene", [ADDITIVE], indirect=True)
def test_a_run_with_a_laboratory_shows_its_table_from_the_start(scene: Scene) -> None:
    assert view_of(scene, LaboratoryTable).isVisible()


def test_gates_are_the_largest_view_and_a_path_where_there_is_one(scene: Scene) -> None:
    def largest(shown: Scene) -> str:
        seen = [view for view in shown.views() if view.isVisibleTo(shown)]
        return max(seen, key=lambda view: view.width() * view.height()).name

    assert largest(scene) == scene.views()[0].name == "gates"
    other = build(PLANE, LIGHT)
    other.resize(1000, 700)
    other.show()
    QApplication.processEvents()
    assert largest(other) == other.views()[0].name == "path"
    other.close()
    other.deleteLater()


@pytest.mark.slow
def test_a_picture_of_the_scene_has_the_pages_in_sight_and_no_others(qtbot: QtBot) -> None:
    preset = presets.find("quadratics")
    run = Run(preset, preset.settings, Recording(), cast("Runner", StillRunner()))
    original = build(preset.settings, LIGHT)
    named(original, QToolButton, "Show Tuning").click()
    twin = HiddenScene(run, original, LIGHT)
    shown = PictureOptions(LIGHT, "learned", inner=False)
    names = [view.name for view, _ in Composition(twin, "title", shown, QSize(1280, 800))._views]
    assert "tuning" in names
    assert "meta" not in names
    twin.close()
    original.deleteLater()


def test_a_chips_note_is_the_median_loss_at_the_end(scene: Scene) -> None:
    shown = frame(GATES)
    notes = scene.notes(shown)
    assert set(notes) == set(METHODS)
    assert shown.rivals[3].tested is not None
    assert notes["adam"] == number(shown.rivals[3].tested.end, 2)


@pytest.mark.parametrize(
    "scene", first_quick([GATES, GATES.replaced(objective="final")]), indirect=True, ids=["sum", "final"]
)
def test_losses_on_unseen_examples_are_marked_where_they_count(scene: Scene, request: pytest.FixtureRequest) -> None:
    shown, view = frame(GATES), view_of(scene, LossesView)
    draw(scene, shown)
    assert shown.tested is not None
    counts = "final" in request.node.callspec.id
    assert close(view, "learned.unseen.y", [shown.tested.end if counts else np.nan])
    choose(named(view, QComboBox, "Problems whose losses"), "shown")
    assert close(view, "learned.unseen.y", [shown.test_loss if counts else np.nan])
    assert close(view, "adam.unseen.y", [np.nan])


@pytest.mark.slow
def test_a_theme_is_worn_by_every_view(scene: Scene) -> None:
    draw(scene, frame(GATES))
    scene.set_theme(DARK)
    for view in scene.views():
        assert view.theme.name == DARK.name
    assert (rgb(scene.views()[0].grab().toImage()).mean()) < 100


def diverged(settings: OptimizersSettings) -> OptimizersFrame:
    """Return a frame whose numbers run away after five updates: to infinity of either sign, and then to none."""
    shown, broken = frame(settings), np.array([np.inf, -np.inf, np.nan, 1e30, -1e38, np.inf, np.nan], np.float32)
    found: dict[str, Any] = {}
    for name in ("theta", "gradient", "forget", "input", "candidate", "loss", "path"):
        values = np.array(getattr(shown, name))
        values[-7:] = broken.reshape(7, *[1] * (values.ndim - 1))
        found[name] = values
    return replace(shown, **found)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scene", "settings"), [(one, one) for one in (GATES, PLANE, LINE)], indirect=["scene"], ids=["n", "plane", "line"]
)
def test_a_problem_that_diverged_is_drawn_as_far_as_there_are_numbers(
    scene: Scene, settings: OptimizersSettings
) -> None:
    shown = diverged(settings)
    for key in ("input", "forget", "update"):
        choose(named(view_of(scene, GateMapView), QComboBox, "Quantity"), key)
        for inner in (0, 6, 13):
            draw(scene, shown, inner)
            assert not scene.grab().isNull()
    mean = view_of(scene, GatesView).table()["learned.forget.mean"]
    assert np.isfinite(np.asarray(mean, dtype=np.float64)).tolist()[:6] == [True] * 5 + [False]


def test_ranges_have_round_ends() -> None:
    low, high = decades([np.array([0.2, 3.0, np.nan, 0.0])])
    assert low <= np.log10(0.2) <= low + 0.6
    assert high - 0.6 <= np.log10(3.0) <= high
