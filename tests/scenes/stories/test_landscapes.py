"""The landscapes scene draws the way that the starts have come from the metrics, whichever it is given first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.stories.landscapes.line import LineView
from metascope.scenes.stories.landscapes.plane import PlaneView
from metascope.scenes.stories.landscapes.vectors import VectorsView
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.landscapes import STORY
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.plots.views.curves import CurvesView
from tests.scenes.recorded import STEPS, recorded
from tests.scenes.shown import shown

TRAILS = {"two-tasks": "maml.trail", "two-dimensions": "maml.phi", "bad-start": "maml.trail"}


@pytest.fixture(params=TRAILS)
def run(request: pytest.FixtureRequest) -> Run:
    return recorded(request.param)


@pytest.fixture
def scene(qtbot: QtBot, run: Run) -> Iterator[Scene]:
    with shown(build_scene(run.preset.story, run.settings, LIGHT)) as made:
        yield made


def draw(scene: Scene, run: Run, step: int) -> None:
    frame = run.recording.at(step)
    scene.draw(frame, frame.ticks() - 1, "maml")


def trail(scene: Scene, run: Run) -> dict[str, NDArray[np.generic]]:
    """Return the ways of MAML's starts as they are drawn, by start and axis."""
    name = TRAILS[run.preset.name]
    return {key: column for key, column in scene.views()[0].table().items() if key.startswith(f"{name}.")}


def test_it_ends_where_the_starts_are_and_has_a_place_for_every_meta_step(scene: Scene, run: Run) -> None:
    scene.draw_curves(run.recording.metrics, STEPS)
    for step in (STEPS, 5, 0, STEPS):
        draw(scene, run, step)
        frame = run.recording.at(step)
        for start in range(frame.phi.shape[1]):  # type: ignore[attr-defined]
            x = trail(scene, run)[f"{TRAILS[run.preset.name]}.{start}.x"]
            wanted = [run.recording.at(at).phi[1, start, 0] for at in range(step + 1)]  # type: ignore[attr-defined]
            np.testing.assert_array_equal(x, wanted)


def test_metrics_that_come_after_the_frame_bring_its_way(scene: Scene, run: Run) -> None:
    draw(scene, run, STEPS)
    assert {len(column) for column in trail(scene, run).values()} == {1}
    scene.draw_curves(run.recording.metrics, STEPS)
    assert {len(column) for column in trail(scene, run).values()} == {STEPS + 1}


def test_a_scene_of_curves_alone_draws_no_way(scene: Scene, run: Run) -> None:
    scene.draw_curves(run.recording.metrics, STEPS)
    assert all(len(column) == 0 for column in trail(scene, run).values())


@pytest.fixture
def dragged(qtbot: QtBot) -> Iterator[tuple[CurvesView, Metrics, list[LandscapesFrame], Scene]]:
    """Give the error's view of a run whose start a person drags to where no direction is, and away again."""
    bowls = {"curvatures": [[1.0], [4.0]], "positions": [[-1.0], [2.0]], "inner_rate": 0.1, "inner_steps": 2}
    settings = LandscapesSettings.parse({"family": "quadratics", "start": [2.0], **bowls})
    simulation, metrics, frames = STORY.load()(settings), Metrics(), list[LandscapesFrame]()
    middle = (-1.0 * 1.0 * 0.9**4 + 2.0 * 4.0 * 0.6**4) / (1.0 * 0.9**4 + 4.0 * 0.6**4)  # where MAML's gradient is 0
    for step in range(12):
        if 4 <= step <= 8:
            simulation.change("phi", {"method": "maml", "to": [2.0 if step == 8 else middle]})
        frame = simulation.look()
        assert isinstance(frame, LandscapesFrame)
        frames.append(frame)
        metrics.append(frame.step, frame.metrics)
        simulation.step()
    with shown(build_scene("landscapes", settings, LIGHT)) as scene:
        view = next(it for it in scene.views() if isinstance(it, CurvesView) and it.name == "first_order_error")
        yield view, metrics, frames, scene


def test_the_error_has_a_gap_where_there_is_no_direction_to_compare_with(
    dragged: tuple[CurvesView, Metrics, list[LandscapesFrame], Scene],
) -> None:
    view, metrics, _, scene = dragged
    scene.draw_curves(metrics, 11)
    line = next(line for line in view.shown() if line.name.startswith("fomaml"))
    assert line.x[np.isnan(line.y)].tolist() == [4]
    assert set(line.x[~np.isnan(line.y)].tolist()) == {*range(4), *range(8, 12)}


def test_the_reason_stands_on_the_plot_while_there_is_no_value(
    dragged: tuple[CurvesView, Metrics, list[LandscapesFrame], Scene],
) -> None:
    view, _, frames, scene = dragged
    told = []
    for frame in frames:
        scene.draw(frame, 0, "maml")
        assert bool(view.remark) == ("fomaml.norm_to_maml" not in frame.metrics)
        told.append(view.remark)
    assert "exact meta-gradient is almost zero" in told[5]
    assert told[0] == told[11] == ""


@pytest.mark.parametrize("sampled", [False, True])
def test_with_noise_marks_and_trails_are_on_the_curve_without_it_and_the_plot_says_so(
    qtbot: QtBot, sampled: bool
) -> None:
    run = recorded(*(("unseen-tasks",) if sampled else ()), noise=0.5)
    with shown(build_scene("landscapes", run.settings, LIGHT)) as scene:
        scene.draw_curves(run.recording.metrics, STEPS)
        draw(scene, run, STEPS)
        frame = run.recording.at(STEPS)
        assert isinstance(frame, LandscapesFrame)
        view = scene.views()[0]
        assert isinstance(view, LineView)
        table, axis, curve = view.table(), frame.surfaces.axis, frame.surfaces.after
        for key in ("maml", "fomaml"):
            x, y = (table[f"{key}.trail.0.{one}"].astype(float) for one in "xy")
            np.testing.assert_allclose(y, np.interp(x, axis, curve))
        assert any("without noise" in entry.label for entry in view._legend._entries)
        (gain,) = (arrow for arrow in view._gains._arrows if arrow.role == "maml")
        assert gain.end[1] == pytest.approx(float(np.interp(gain.end[0], axis, curve)))


def test_without_noise_nothing_is_said_of_it(qtbot: QtBot) -> None:
    run = recorded()
    with shown(build_scene("landscapes", run.settings, LIGHT)) as scene:
        draw(scene, run, STEPS)
        view = scene.views()[0]
        assert isinstance(view, LineView)
        assert not any("noise" in entry.label for entry in view._legend._entries)


@pytest.mark.parametrize("name", ["two-tasks", "two-dimensions"])
def test_only_arrows_that_are_slopes_are_called_so(qtbot: QtBot, name: str) -> None:
    run = recorded(name)
    frame = run.recording.at(STEPS)
    labels = {}
    for method in ("maml", "reptile"):
        with shown(build_scene("landscapes", run.settings, LIGHT)) as scene:
            scene.draw(frame, frame.ticks() - 2, method)  # where the direction is known
            view = scene.views()[0]
            assert isinstance(view, LineView | PlaneView)
            (arrow,) = view._update._arrows if isinstance(view, LineView) else view._told._arrows
            labels[method] = arrow.label
    assert "slope" in labels["maml"] or "meta-gradient" in labels["maml"]
    assert labels["reptile"].startswith("towards the adapted θ")


def test_the_data_of_directions_have_their_true_norms(qtbot: QtBot) -> None:
    run = recorded("two-dimensions")
    with shown(build_scene(run.preset.story, run.settings, LIGHT)) as scene:
        draw(scene, run, STEPS)
        (view,) = (view for view in scene.all_views() if isinstance(view, VectorsView))
        table = view.table()
        frame = run.recording.at(STEPS)
        maml = frame.directions[1, 1, 0].sum(axis=0)  # type: ignore[attr-defined]  # MAML's, at its own start
        (at,) = (index for index, label in enumerate(table["directions"]) if str(label).startswith("MAML"))
        assert float(table["directions.norm"][at]) == pytest.approx(float(np.hypot(*maml)))
        assert len(table["directions.norm"]) == len(table["directions"])
