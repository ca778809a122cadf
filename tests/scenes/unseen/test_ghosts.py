"""Ghosts of other runs behind a scene: aligned by step and tick, in every view, as cheap as nothing when they rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.stories.optimizers.glyphs import GlyphsView
from metascope.scenes.unseen.ghosts import Ghosts
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.paper import export
from metascope.widgets.plots.views.curves import CurvesView
from metascope.widgets.plots.views.plot import PlotView
from tests.scenes.recorded import STEPS, recorded
from tests.tiers import first_quick
from tests.waiting import LONGEST
from tests.widgets.plots.pictures import rgb

SIZE = QSize(480, 360)
MIDDLE = STEPS // 2
SEEN = ("two-tasks", "two-dimensions", "lstm-cell", "quadratics", "learned-gates-glyphs", "copy", "mann-glyphs")
each_seen = pytest.mark.parametrize("preset", first_quick(map(presets.find, SEEN)), ids=SEEN)


class Shown:
    """A run on a stage without a window, and its ghosts."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.scene = build_scene(run.preset.story, run.settings, LIGHT)
        self.scene.resize(1000, 700)
        self.method = self.scene.methods()[0][0]
        self.ghosts = Ghosts(self.scene, LIGHT, run.preset.story)
        self.draw(MIDDLE)

    def draw(self, step: int, inner: int | None = None) -> None:
        frame = self.run.recording.at(step)
        tick = frame.ticks() - 1 if inner is None else inner
        self.scene.draw(frame, tick, self.method)
        self.scene.draw_curves(self.run.recording.metrics, frame.step)
        self.ghosts.draw(frame.step, tick, self.method, at_end=inner is None)
        self.ghosts.settle()

    def pictures(self) -> dict[str, bytes]:
        return {view.name: export.picture(view, "png", SIZE, dpi=96) for view in self.scene.views()}

    def close(self) -> None:
        self.ghosts.close()
        self.scene.deleteLater()
        delete_what_is_due()


def delete_what_is_due() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """Give the default scenario, drawn."""
    made = Shown(recorded())
    yield made
    made.close()


@pytest.fixture
def other() -> Run:
    """Give a run that differs in a setting."""
    return recorded(inner_rate=0.3)


def slower(preset: Preset) -> Run:
    """Return a run of the scenario that learns otherwise."""
    rates: dict[str, object] = {"outer_rate": 0.2, "epsilon": 0.7, "meta_rate": 0.1}
    own = {name: value for name, value in rates.items() if name in type(preset.settings).model_fields}
    return recorded(preset.name, STEPS, seed=preset.settings.seed + 1, **own)


@each_seen
def test_a_ghost_is_seen_in_the_main_view_and_in_curves(preset: Preset, qtbot: QtBot) -> None:
    made = Shown(recorded(preset.name))
    before = made.pictures()
    made.ghosts.set_runs([("branch", slower(preset))])
    after = made.pictures()
    changed = {name for name in before if before[name] != after[name]}
    main, *others = (view.name for view in made.scene.views() if isinstance(view, PlotView))
    if preset.settings.trains and not isinstance(made.scene.views()[0], GlyphsView):  # drawings cannot lie on others
        assert main in changed
    assert changed & set(others)
    made.close()


@pytest.mark.slow
@each_seen
def test_a_ghost_gone_leaves_the_picture_as_it_was(preset: Preset, qtbot: QtBot) -> None:
    made = Shown(recorded(preset.name))
    before = made.pictures()
    made.ghosts.set_runs([("branch", slower(preset))])
    made.ghosts.set_runs([])
    assert made.pictures() == before
    made.close()


def test_a_ghost_stands_at_the_step_that_is_looked_at(shown: Shown, other: Run) -> None:
    shown.ghosts.set_runs([("branch", other)])
    for step in (2, STEPS - 1):
        shown.draw(step)
        np.testing.assert_array_equal(ghost_place(shown), trail_end(other, step))


@pytest.mark.slow
def test_a_shorter_run_stays_at_its_end(shown: Shown) -> None:
    short = recorded(steps=3, inner_rate=0.3)
    shown.ghosts.set_runs([("branch", short)])
    shown.draw(STEPS)
    np.testing.assert_array_equal(ghost_place(shown), trail_end(short, 3))


def ghost_place(shown: Shown) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return where MAML's ghost stands in the main view."""
    view = shown.scene.views()[0]
    return np.array([view.table()[f"branch: maml.loss_now.0.{axis}"][-1] for axis in "xy"])


def trail_end(run: Run, step: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return where MAML's start was, and its loss there."""
    scene = build_scene(run.preset.story, run.settings, LIGHT)
    frame = run.recording.at(step)
    scene.draw(frame, frame.ticks() - 1, "maml")
    table = scene.views()[0].table()
    scene.deleteLater()
    delete_what_is_due()
    return np.array([table[f"maml.loss_now.0.{axis}"][-1] for axis in "xy"])


@pytest.mark.slow
def test_a_ghost_with_fewer_ticks_is_seen_at_its_last(shown: Shown) -> None:
    run = recorded(inner_steps=2)
    shown.ghosts.set_runs([("branch", run)])
    shown.draw(MIDDLE, shown.run.recording.at(MIDDLE).ticks() - 2)


@pytest.mark.slow
def test_at_the_end_of_the_course_a_ghost_with_more_ticks_is_at_its_end_too(qtbot: QtBot) -> None:
    made = Shown(recorded(inner_steps=2))
    made.ghosts.set_runs([("branch", recorded())])
    at_end = made.pictures()
    made.draw(MIDDLE, made.run.recording.at(MIDDLE).ticks() - 1)
    assert made.pictures() != at_end
    made.close()


def test_ghosts_that_rest_are_not_drawn_again(shown: Shown, other: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shown.ghosts.set_runs([("branch", other)])
    shown.draw(MIDDLE)
    drawn: list[object] = []
    monkeypatch.setattr(Scene, "draw", lambda *_: drawn.append("frame"))
    monkeypatch.setattr(type(shown.scene), "draw", lambda *_: drawn.append("frame"))
    monkeypatch.setattr(type(shown.scene), "draw_curves", lambda *_: drawn.append("curves"))
    for _ in range(5):
        shown.ghosts.draw(MIDDLE, 0, "maml", at_end=True)
        shown.ghosts.settle()
    assert drawn == []


@pytest.mark.slow
def test_in_a_rush_ghosts_wait_and_then_settle(shown: Shown, other: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metascope.scenes.unseen.ghosts.EVERY", 1000.0)
    shown.ghosts.set_runs([("branch", other)])
    shown.draw(2)
    for step in (3, 4, 5):
        shown.ghosts.draw(step, 0, "maml", at_end=True)
    np.testing.assert_array_equal(ghost_place(shown), trail_end(other, 2))
    shown.ghosts.settle()
    np.testing.assert_array_equal(ghost_place(shown), trail_end(other, 5))


def test_a_run_that_learns_meanwhile_is_followed(qtbot: QtBot, shown: Shown, other: Run) -> None:
    growing = recorded(steps=1, inner_rate=0.3)
    shown.ghosts.set_runs([("branch", growing)])
    before = shown.pictures()
    for frame in [other.recording.at(step) for step in range(2, STEPS)]:
        growing.recording.append(frame)
    qtbot.waitUntil(lambda: shown.pictures() != before, timeout=LONGEST)


@pytest.mark.slow
def test_a_run_without_a_frame_is_not_drawn(shown: Shown) -> None:
    before = shown.pictures()
    shown.ghosts.set_runs([("branch", recorded(steps=0, inner_rate=0.3))])
    empty = recorded(steps=0)
    object.__setattr__(empty, "recording", type(empty.recording)())
    shown.ghosts.set_runs([("branch", empty)])
    shown.draw(MIDDLE)
    name = shown.scene.views()[0].name
    assert shown.pictures()[name] == before[name]


@pytest.mark.slow
def test_ghosts_of_another_kind_of_picture_are_left_out(shown: Shown) -> None:
    name = shown.scene.views()[0].name
    before = shown.pictures()[name]
    shown.ghosts.set_runs([("plane", recorded("two-dimensions"))])
    assert shown.pictures()[name] == before


@pytest.mark.slow
def test_ghosts_follow_the_choices_in_a_views_head(qtbot: QtBot, shown: Shown, other: Run) -> None:
    shown.ghosts.set_runs([("branch", other)])
    error = next(view for view in shown.scene.views() if view.findChildren(QComboBox))
    box = error.findChildren(QComboBox)[0]
    box.setCurrentIndex(1 - box.currentIndex())
    box.activated.emit(box.currentIndex())
    chosen = box.currentData()
    qtbot.waitUntil(lambda: any(name.startswith("branch: ") for name in error.table()), timeout=LONGEST)
    assert {name.rpartition(".")[2] for name in error.table() if "branch: " in name} <= {chosen, "x"}


def test_a_hidden_methods_ghost_is_hidden(shown: Shown, other: Run) -> None:
    shown.ghosts.set_runs([("branch", other)])
    levels = {key: "hidden" if key == "maml" else "full" for key, _ in shown.scene.methods()}
    shown.scene.set_emphasis(levels)
    shown.ghosts.set_emphasis(levels)
    for view in shown.scene.views():
        assert not [name for name in view.table() if name.startswith("branch: maml.")]


@pytest.mark.slow
def test_a_new_ghost_has_the_emphasis_of_the_stage(shown: Shown, other: Run) -> None:
    shown.ghosts.set_emphasis({key: "hidden" if key == "maml" else "full" for key, _ in shown.scene.methods()})
    shown.ghosts.set_runs([("branch", other)])
    for view in shown.scene.views():
        assert not [name for name in view.table() if name.startswith("branch: maml.")]


@pytest.mark.slow
def test_ghosts_wear_the_stages_theme(shown: Shown, other: Run) -> None:
    shown.ghosts.set_runs([("branch", other)])
    shown.scene.set_theme(LIGHT)  # an axis that had to be wide before is as wide as it must be now
    light = shown.pictures()
    shown.scene.set_theme(DARK)
    shown.ghosts.set_theme(DARK)
    dark = shown.pictures()
    assert all(light[name] != dark[name] for name in light)
    shown.scene.set_theme(LIGHT)
    shown.ghosts.set_theme(LIGHT)
    assert shown.pictures() == light


@pytest.mark.slow
def test_a_run_that_stays_keeps_its_scene(shown: Shown, other: Run) -> None:
    shown.ghosts.set_runs([("branch", other)])
    views = [view._ghosts[0][1] for view in shown.scene.views() if isinstance(view, PlotView)]
    shown.ghosts.set_runs([("renamed", other), ("another", recorded(inner_rate=0.2))])
    again = [view._ghosts[0] for view in shown.scene.views() if isinstance(view, PlotView)]
    assert [view for _, view in again] == views
    assert {label for label, _ in again} == {"renamed"}


@pytest.mark.slow
def test_a_group_is_drawn_as_median_and_band(shown: Shown) -> None:
    runs = [recorded(noise=0.3, seed=seed) for seed in range(3)]
    before = shown.pictures()
    shown.ghosts.set_groups([("noisy", runs)])
    after = shown.pictures()
    for view in shown.scene.views():
        assert (after[view.name] != before[view.name]) == isinstance(view, CurvesView), view.name
    shown.ghosts.set_groups([])
    assert shown.pictures() == before


def test_a_groups_band_holds_the_quantiles_of_its_runs(shown: Shown) -> None:
    runs = [recorded(noise=0.3, seed=seed) for seed in range(3)]
    shown.ghosts.set_groups([("noisy", runs)], quantiles=(0.0, 0.5, 1.0))
    measured = np.stack([run.recording.metrics.column("maml.loss_after") for run in runs])
    table = next(view for view in shown.scene.views() if view.name == "loss_after").table()
    for row, quantile in enumerate((measured.min(0), np.median(measured, axis=0), measured.max(0))):
        np.testing.assert_allclose(table[f"maml.loss_after.quantile.{row}"].astype(float), quantile)


@pytest.mark.slow
def test_a_group_that_grows_keeps_its_scene_and_counts_the_new_run(shown: Shown) -> None:
    runs = [recorded(noise=0.3, seed=seed) for seed in range(3)]
    view = next(view for view in shown.scene.views() if view.name == "loss_after")
    shown.ghosts.set_groups([("noisy", runs[:2])])
    two, scene = view.table()["maml.loss_after.quantile.1"], shown.ghosts._bands[0].scene
    shown.ghosts.set_groups([("noisy", runs)])
    assert shown.ghosts._bands[0].scene is scene
    assert not np.array_equal(view.table()["maml.loss_after.quantile.1"], two)


@pytest.mark.slow
def test_a_new_group_shows_what_is_chosen_in_the_views_heads(shown: Shown) -> None:
    error = next(view for view in shown.scene.views() if view.findChildren(QComboBox))
    box = error.findChildren(QComboBox)[0]
    box.setCurrentIndex(1 - box.currentIndex())
    box.activated.emit(box.currentIndex())
    shown.ghosts.set_groups([("noisy", [recorded(noise=0.3, seed=seed) for seed in range(3)])])
    assert f"fomaml.{box.currentData()}.quantile.1" in error.table()


@pytest.mark.slow
def test_bands_follow_the_choice_of_another_quantity(qtbot: QtBot, shown: Shown) -> None:
    shown.ghosts.set_groups([("noisy", [recorded(noise=0.3, seed=seed) for seed in range(3)])])
    error = next(view for view in shown.scene.views() if view.findChildren(QComboBox))
    box = error.findChildren(QComboBox)[0]
    box.setCurrentIndex(1 - box.currentIndex())
    box.activated.emit(box.currentIndex())
    wanted = f"fomaml.{box.currentData()}.quantile.1"
    qtbot.waitUntil(lambda: wanted in error.table(), timeout=LONGEST)


def test_ghosts_and_bands_are_on_paper(shown: Shown, other: Run) -> None:
    shown.ghosts.set_runs([("branch 2", other)])
    shown.ghosts.set_groups([("noisy", [recorded(noise=0.3, seed=seed) for seed in range(3)])])
    view = next(view for view in shown.scene.views() if view.name == "loss_after")
    svg = export.picture(view, "svg", SIZE).decode()
    assert "branch 2 (dimmed)" in svg
    assert "noisy: median and percentiles 25–75 of 3 seeds" in svg


@pytest.mark.slow
def test_ghosts_leave_nothing_behind(qtbot: QtBot, shown: Shown, other: Run) -> None:
    scenes = []
    for _ in range(50):
        shown.ghosts.set_runs([("branch", other)])
        scenes.append(ref(shown.ghosts._twins[0][1].scene))
        shown.ghosts.set_runs([])
        delete_what_is_due()
    QApplication.processEvents()
    gc.collect()
    assert not [scene for scene in scenes if scene() is not None]


def test_dimmed_pixels_lie_between_the_panel_and_the_colour(shown: Shown, other: Run) -> None:
    view = shown.scene.views()[0]
    before = rgb(export.image(view, SIZE, 96)).astype(int)
    shown.ghosts.set_runs([("branch", other)])
    after = rgb(export.image(view, SIZE, 96)).astype(int)
    changed = (before != after).any(axis=-1)
    assert changed.sum() > 50
    on_panel = changed & (before == 255).all(axis=-1)
    assert (after[on_panel].max(axis=-1) > 120).all()
