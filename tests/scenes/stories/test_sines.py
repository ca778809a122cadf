"""The scene of the sine waves: its pictures have the frame's numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.sines.function import FunctionView
from metascope.scenes.stories.sines.layers import LayersView
from metascope.scenes.stories.sines.plane import PlaneView
from metascope.scenes.stories.sines.steps import StepsView
from metascope.scenes.views.learning_curves import LearningView
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.sines.names import METHODS, ORACLE
from metascope.simulator.stories.sines.settings import SinesSettings
from tests.scenes.stories.looks import DARK, LIGHT
from tests.scenes.stories.sines_frames import frame
from tests.scenes.stories.sines_hands import SETTINGS, bring_up, choose, close, draw, on_screen, view_of
from tests.widgets.person import named


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of all methods."""
    with on_screen(SETTINGS) as made:
        yield made


def test_functions_are_the_frames_before_adapting_and_at_the_inner_step(scene: Scene) -> None:
    shown = frame(SETTINGS)
    for inner in (0, 3, SETTINGS.test_steps):
        draw(scene, shown, inner)
        table = view_of(scene, FunctionView).table()
        for index, key in enumerate(METHODS):
            np.testing.assert_array_equal(table[f"{key}.fit"], shown.adaptation.fits[inner, index])
            np.testing.assert_array_equal(table[f"{key}.before"], shown.adaptation.fits[0, index])
        np.testing.assert_array_equal(table["wave"], shown.task.truth)
        np.testing.assert_array_equal(np.stack([table["support.x"], table["support.y"]], 1), shown.task.support)


def test_a_curve_that_ends_says_why(scene: Scene) -> None:
    shown = frame(SETTINGS)
    assert shown.test is not None
    assert shown.test.waves is not None
    draw(scene, shown)
    view = view_of(scene, StepsView)
    assert view.shown_remark() == ""
    mse, lost = shown.test.mse.copy(), shown.test.waves.lost.copy()
    mse[2:, 1], lost[2:, 1] = np.nan, 3
    test = replace(shown.test, mse=mse, waves=replace(shown.test.waves, lost=lost))
    draw(scene, replace(shown, test=test))
    assert "3 of" in view.shown_remark()
    assert "from step 2" in view.shown_remark()
    view.show_methods({METHODS[1]: "hidden"})
    assert view.shown_remark() == ""
    view.show_methods({})
    draw(scene, replace(shown, test=replace(test, waves=None)))
    assert "from step 2" in view.shown_remark()
    draw(scene, shown)
    assert view.shown_remark() == ""


def test_functions_that_diverged_are_named(scene: Scene) -> None:
    shown = frame(SETTINGS)
    fits = shown.adaptation.fits.copy()
    fits[3:, 0] = np.nan
    broken = replace(shown, adaptation=replace(shown.adaptation, fits=fits))
    view = view_of(scene, FunctionView)
    for inner, told in ((2, ""), (3, "Diverged: MAML"), (SETTINGS.test_steps, "Diverged: MAML"), (0, "")):
        draw(scene, broken, inner)
        assert view.shown_remark() == told


def test_drawn_points_have_no_wave_and_no_crest(scene: Scene) -> None:
    draw(scene, frame(SETTINGS, source="points"))
    view = view_of(scene, FunctionView)
    assert not {"wave", "amplitude"} & set(view.table())
    assert math.isnan(view._crest.place[0])


def test_errors_over_the_steps_are_the_meta_tests_with_their_intervals(scene: Scene) -> None:
    shown = frame(SETTINGS, published=True)
    draw(scene, shown)
    view = view_of(scene, StepsView)
    assert shown.test is not None
    for logarithmic in (False, True):
        if logarithmic:
            named(view, QToolButton, "Logarithmic error axis").click()
        table = view.table()
        for index, key in enumerate(METHODS):
            mse, half = shown.test.mse[:, index], shown.test.half[:, index]
            np.testing.assert_array_equal(table[f"{key}.mse"], mse)
            assert close(view, f"{key}.interval.quantile.2", mse + half)
        assert [*table["zero"], *table["joint"]] == [4.2517, 3.0057]


def test_the_median_and_the_quartiles_of_the_waves_stand_beside_the_means_where_asked_for(scene: Scene) -> None:
    shown = frame(SETTINGS)
    draw(scene, shown)
    view = view_of(scene, StepsView)
    button = named(view, QToolButton, "Median and quartiles")
    button.setChecked(True)
    button.click()
    assert "maml.median" not in view.table()
    button.click()
    table = view.table()
    assert shown.test is not None
    assert shown.test.waves is not None
    for index, key in enumerate(METHODS):
        quartiles = shown.test.waves.quartiles[:, :, index]
        np.testing.assert_array_equal(table[f"{key}.median"], quartiles[1])
        np.testing.assert_array_equal(table[f"{key}.quartiles.quantile.2"], quartiles[2])
        assert f"{key}.mse" in table


def test_the_published_table_is_shown_with_medians_from_the_beginning(qtbot: QtBot) -> None:
    settings = presets.find("sine-paper").settings
    assert isinstance(settings, SinesSettings)
    with on_screen(settings) as made:
        assert named(view_of(made, StepsView), QToolButton, "Median and quartiles").isChecked()


def test_published_numbers_are_marked_where_they_belong(scene: Scene) -> None:
    draw(scene, frame(SETTINGS))
    assert "maml.finn_2017" not in view_of(scene, StepsView).table()
    draw(scene, frame(SETTINGS, published=True))
    table = view_of(scene, StepsView).table()
    assert "hollow" in view_of(scene, StepsView).title
    assert table["maml.finn_2017.x"].tolist() == [1, 5, 10]
    assert table["pretraining.finn_2017"].tolist() == [2.41, 2.23, 2.19]
    assert "reptile.finn_2017" not in table


def test_curves_are_the_metrics_with_their_intervals(scene: Scene) -> None:
    metrics, view = Metrics(), view_of(scene, LearningView)
    for step in range(0, 41, 10):
        metrics.append(step, frame(SETTINGS, step).metrics)
    scene.draw_curves(metrics, 40)
    for steps in (10, 0, 1, 5):
        choose(named(view, QComboBox, "Quantity"), f"mse_{steps}")
        table, name = view.table(), f"maml.mse_{steps}"
        mse, half = metrics.series(name)[1], metrics.series(f"maml.ci_{steps}")[1]
        np.testing.assert_array_equal(table[name], mse)
        assert close(view, f"{name}.interval.quantile.0", mse - half)
    choose(named(view, QComboBox, "Quantity"), "loss")
    assert "maml.mse_10.interval.quantile.0" not in view.table()


def test_the_map_is_the_one_that_is_chosen(scene: Scene) -> None:
    shown, view = frame(SETTINGS), view_of(scene, PlaneView)
    draw(scene, shown)
    assert shown.plane is not None
    np.testing.assert_array_equal(view.table()["error"], shown.plane.objective.ravel())
    choose(named(view, QComboBox, "Map"), "task")
    np.testing.assert_array_equal(view.table()["error"], shown.plane.task.ravel())


@pytest.mark.slow
def test_trails_end_where_the_starts_are_now_and_the_oracle_has_none(scene: Scene) -> None:
    shown, view = frame(SETTINGS), view_of(scene, PlaneView)
    draw(scene, shown)
    table, plane = view.table(), shown.plane
    assert plane is not None
    for index, key in enumerate(METHODS):
        if key == ORACLE:
            assert not [name for name in table if name.startswith(key)]
        else:
            np.testing.assert_array_equal(
                table[f"{key}.start.0.x"], [*plane.trail[:, index, 0], plane.inner[0, index, 0]]
            )
            np.testing.assert_array_equal(table[f"{key}.adapted.0.y"], plane.inner[:, index, 1])


def test_what_the_plane_leaves_out_stands_beside_it(scene: Scene) -> None:
    shown, view = frame(SETTINGS), view_of(scene, PlaneView)
    draw(scene, shown, 5)
    plane, (head, start, adapted, true, flat) = shown.plane, view.facts.rows
    assert plane is not None
    assert [fact.role for fact in head[1:]] == [key for key in METHODS if key != ORACLE]
    for place, key in enumerate(head[1:], start=1):
        index = METHODS.index(key.role)
        for fact, away in (
            (start[place], plane.inner_residual[0, index]),
            (adapted[place], plane.inner_residual[5, index]),
        ):
            assert fact.text == f"{away:.0%}".replace("%", " %")
            assert fact.level == ("warning" if away > 0.3 else "plain")
        assert float(true[place].text) == pytest.approx(plane.true[-1, index], rel=0.01)
        assert float(flat[place].text) == pytest.approx(plane.flat[-1, index], rel=0.01)
    levels = {fact.level for fact in start[1:]}
    assert levels == {"plain", "warning"}


def test_a_plane_that_keeps_little_is_marked(scene: Scene) -> None:
    shown, view = frame(SETTINGS), view_of(scene, PlaneView)
    assert shown.plane is not None
    for kept, level in (((0.6, 0.25), "plain"), ((0.4, 0.1), "warning")):
        draw(scene, replace(shown, plane=replace(shown.plane, kept=np.array(kept, np.float32))))
        assert view.facts.line.level == level
        assert f"{sum(kept):.0%}".replace("%", " %") in view.facts.line.text


def test_layers_are_the_frames_at_the_inner_step_beside_the_held_out_means(scene: Scene) -> None:
    shown, view = frame(SETTINGS), view_of(scene, LayersView)
    for inner in (2, SETTINGS.test_steps):
        draw(scene, shown, inner)
        assert shown.test is not None
        for index, key in enumerate(METHODS):
            assert close(view, f"{key}.moved", 100 * shown.adaptation.moved[inner, index])
            assert close(view, f"{key}.turned", shown.adaptation.turned[inner, index])
            assert close(view, f"{key}.moved.beside", 100 * shown.test.moved[index])
    assert view.table()["anil.moved"][:-1].tolist() == [0, 0]


def test_a_hidden_method_is_drawn_nowhere(scene: Scene) -> None:
    metrics, shown = Metrics(), frame(SETTINGS, published=True)
    metrics.append(40, shown.metrics)
    draw(scene, shown)
    scene.draw_curves(metrics, 40)
    assert all(any(name.startswith("maml.") for name in view.table()) for view in scene.views())
    scene.set_emphasis({key: "hidden" if key == "maml" else "full" for key in METHODS})
    draw(scene, shown)
    assert not [name for view in scene.views() for name in view.table() if name.startswith("maml.")]


def test_notes_are_the_errors_after_adapting_and_before_where_there_is_room(scene: Scene) -> None:
    few, metrics = SETTINGS.replaced(anil=False, meta_sgd=False, scratch=False, oracle=False), scene.fontMetrics()
    for settings in (SETTINGS, few):
        shown = frame(settings)
        assert shown.test is not None
        before, after = (f"{shown.test.mse[step, 0]:.2f}" for step in (0, -1))
        notes = scene.notes(shown)
        assert notes["maml"] == (f"{before} → {after}" if settings is few else after)
        assert all(
            metrics.horizontalAdvance(note) <= metrics.horizontalAdvance("0.00 → −0.00") for note in notes.values()
        )
    assert set(scene.notes(frame(SETTINGS, measured=False)).values()) == {""}


@pytest.mark.slow
def test_before_anything_is_measured_views_say_when_it_comes(scene: Scene) -> None:
    draw(scene, frame(SETTINGS, 0, measured=False))
    bring_up(scene, 1)
    assert view_of(scene, StepsView)._empty.isVisible()
    assert view_of(scene, PlaneView)._empty.isVisible()
    draw(scene, frame(SETTINGS))
    assert not view_of(scene, StepsView)._empty.isVisible()


@pytest.mark.slow
def test_what_has_not_changed_is_not_drawn_again(scene: Scene) -> None:
    shown = frame(SETTINGS)
    draw(scene, shown)
    function, plane = view_of(scene, FunctionView), view_of(scene, PlaneView)
    before, lines, facts = function._before.lines, view_of(scene, StepsView)._lines.lines, plane.facts.rows
    draw(scene, replace(shown, step=41))
    draw(scene, replace(shown, step=42), 4)
    assert function._before.lines is before
    assert view_of(scene, StepsView)._lines.lines is lines
    assert plane.facts.rows is not facts  # the adapted networks lie elsewhere at another inner step


@pytest.mark.slow
def test_every_view_is_drawn_on_paper_in_both_themes(scene: Scene) -> None:
    metrics, shown = Metrics(), frame(SETTINGS, published=True)
    metrics.append(40, shown.metrics)
    draw(scene, shown)
    scene.draw_curves(metrics, 40)
    for theme in (LIGHT, DARK):
        scene.set_theme(theme)
        for view in scene.views():
            image = QImage(QSize(480, 360), QImage.Format.Format_RGB32)
            painter = QPainter(image)
            view.render_to(painter, QRectF(0, 0, 480, 360))
            painter.end()
            assert len({image.pixel(x, y) for x in range(0, 480, 7) for y in range(40, 360, 5)}) > 5, view.name


@pytest.mark.slow
def test_colours_of_the_plane_end_where_nothing_is_of_interest(scene: Scene) -> None:
    seen = frame(SETTINGS)
    assert seen.plane is not None
    steep = np.geomspace(0.1, 1000.0, seen.plane.task.size).reshape(seen.plane.task.shape).astype(np.float32)
    draw(scene, replace(seen, plane=replace(seen.plane, task=steep, objective=steep)), 2)
    levels = view_of(scene, PlaneView)._surface.levels
    assert levels.high == pytest.approx(2.5 * seen.anchors.zero)
    assert levels.over


def test_the_notes_are_those_of_the_last_measurement_and_it_is_known_when_the_next_is(scene: Scene) -> None:
    every, shown = SETTINGS.test_every, frame(SETTINGS, 2 * SETTINGS.test_every)
    assert scene.noted_at(shown) == (2 * every, 3 * every)
    assert scene.noted_at(replace(shown, step=shown.step + 1)) == (2 * every, 3 * every)
    assert scene.noted_at(frame(SETTINGS, measured=False)) is None
