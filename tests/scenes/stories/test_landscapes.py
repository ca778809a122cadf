"""The landscapes scene draws the way that the starts have come from the metrics, whichever it is given first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from scenes.catalog import build_scene
from scenes.runs.run import Run
from scenes.scene import Scene
from scenes.stories.landscapes.vectors import VectorsView
from tests.scenes.recorded import STEPS, recorded
from tests.scenes.shown import shown
from widgets.look.theme import LIGHT

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
