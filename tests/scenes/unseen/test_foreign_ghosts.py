"""Ghosts of other stories: curves of the same kind are drawn behind one another, and it is said how they differ."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.runs.run import Run
from metascope.scenes.scene import Scene
from metascope.scenes.unseen.ghosts import Ghosts
from metascope.scenes.views.accuracy import EpisodeAccuracyView
from metascope.scenes.views.learning_curves import LearningView
from metascope.widgets.look.theme import DARK, LIGHT
from metascope.widgets.paper import export
from tests.scenes.recorded import STEPS, recorded

FIVE: dict[str, object] = {"ways": 5, "variation": "calm"}  # as in Meta Networks


def other(name: str, **values: object) -> Run:
    """Return a run of another story that is like Meta Networks in what is measured, but for `values`."""
    return recorded(name, STEPS, **{**FIVE, **values})


class Drawn:
    """A run on a stage without a window, at its end, with ghosts behind it."""

    def __init__(self, run: Run) -> None:
        self.run, self.scene = run, build_scene(run.preset.story, run.settings, LIGHT)
        self.ghosts = Ghosts(self.scene, LIGHT, run.preset.story)
        frame = run.recording.at(STEPS)
        self.scene.draw(frame, frame.ticks() - 1, self.scene.methods()[0][0])
        self.scene.draw_curves(run.recording.metrics, STEPS)
        self.ghosts.draw(STEPS, frame.ticks() - 1, self.scene.methods()[0][0], at_end=True)

    def behind(self, *runs: tuple[str, Run]) -> None:
        self.ghosts.set_runs(runs)
        self.ghosts.settle()

    def close(self) -> None:
        self.ghosts.close()
        self.scene.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def fast(qtbot: QtBot) -> Iterator[Drawn]:
    """Give a run of Meta Networks."""
    made = Drawn(recorded("fast-weights"))
    yield made
    made.close()


def accuracy_of(scene: Scene) -> EpisodeAccuracyView:
    return next(view for view in scene.views() if isinstance(view, EpisodeAccuracyView))


def test_accuracies_of_another_story_are_drawn_behind_those_of_this_one(fast: Drawn) -> None:
    prototypes = other("prototypes")
    fast.behind(("Prototypes", prototypes))
    table = accuracy_of(fast.scene).table()
    steps, values = prototypes.recording.metrics.series("prototypes.accuracy")
    np.testing.assert_allclose(table["Prototypes: prototypes.accuracy"].astype(float), values)
    np.testing.assert_allclose(table["Prototypes: step.x"].astype(float), steps)
    assert accuracy_of(fast.scene)._behind.text == "dimmed: Prototypes"


def test_the_interval_is_drawn_too(fast: Drawn) -> None:
    view = accuracy_of(fast.scene)
    fast.behind(("Prototypes", other("prototypes")))
    assert any("interval" in name for name in view.table() if name.startswith("Prototypes: "))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"shots": 5}, "5-way 5-shot"),
        ({"ways": 3, "variation": "hard"}, "3-way 1-shot, hard glyphs"),
        ({"side": 9, "judged_on": "test"}, "9 pixels, test"),
        ({"statistics": "episode"}, "transductive"),
    ],
)
def test_conditions_that_are_other_ones_are_said(fast: Drawn, values: dict[str, object], told: str) -> None:
    fast.behind(("it", other("prototypes", **values)))
    assert accuracy_of(fast.scene)._behind.text == f"dimmed: it ({told})"
    assert any(name.startswith(f"it ({told}): ") for name in accuracy_of(fast.scene).table())


@pytest.mark.parametrize("name", ["prototypes", "characters-maml", "mann-glyphs"])
def test_fast_weights_can_be_a_ghost_of_every_story_of_episodes(name: str, qtbot: QtBot) -> None:
    made = Drawn(recorded(name))
    made.behind(("fast", recorded("fast-weights")))
    views = [view for view in made.scene.views() if isinstance(view, LearningView) and view.kind is not None]
    assert any(column.startswith("fast") and "meta.accuracy" in column for column in views[0].table())
    made.close()


def test_of_a_memory_it_is_the_answer_after_as_many_examples(fast: Drawn) -> None:
    memory = recorded("mann-glyphs", STEPS, classes=5)
    fast.behind(("MANN", memory))
    table = accuracy_of(fast.scene).table()
    _, values = memory.recording.metrics.series("mann.accuracy_2")
    (found,) = (table[name] for name in table if name.startswith("MANN") and name.endswith("mann.accuracy_2"))
    np.testing.assert_allclose(found.astype(float), values)
    assert not any("accuracy_1" in name for name in table)


def test_against_training_episodes_each_is_counted_in_its_own(fast: Drawn) -> None:
    maml = other("characters-maml")  # 2 episodes per meta-step, as many as here
    larger = other("prototypes", updates=3)
    fast.behind(("MAML", maml), ("Prototypes", larger))
    view = accuracy_of(fast.scene)
    view._counted.click()
    QApplication.processEvents()
    fast.ghosts.settle()
    table = view.table()
    assert table["meta.accuracy.x"][-1] == 2 * STEPS
    assert {one[-1] for name, one in table.items() if name.startswith("MAML") and name.endswith(".x")} == {2 * STEPS}
    assert {one[-1] for name, one in table.items() if name.startswith("Prot") and name.endswith(".x")} == {3 * STEPS}
    assert view.panels[0].x.name == "training episodes"


def test_methods_of_another_story_keep_their_styles_in_every_theme(fast: Drawn) -> None:
    fast.behind(("Prototypes", other("prototypes")))
    view = accuracy_of(fast.scene)
    before = export.picture(view, "png", QSize(480, 360), dpi=96)
    fast.behind()
    assert export.picture(view, "png", QSize(480, 360), dpi=96) != before
    fast.behind(("Prototypes", other("prototypes")))
    fast.scene.set_theme(DARK)
    fast.ghosts.set_theme(DARK)
    export.picture(view, "png", QSize(480, 360), dpi=96)  # styles that are not known are an error


def test_focus_on_a_method_leaves_other_stories_as_they_are(fast: Drawn) -> None:
    fast.behind(("Prototypes", other("prototypes")))
    fast.ghosts.set_emphasis({"meta": "hidden", "prototypes": "hidden"})
    assert "Prototypes: prototypes.accuracy" in accuracy_of(fast.scene).table()


def test_a_run_that_shows_nothing_of_the_kind_is_left_out(fast: Drawn) -> None:
    apart, own = recorded(), recorded("fast-weights", STEPS, seed=5)
    fast.behind(("two tasks", apart), ("own", own))
    assert fast.ghosts.runs == (own,)
    assert not fast.ghosts.shares(apart)
    assert fast.ghosts.shares(own)
    assert accuracy_of(fast.scene)._behind.text == ""


def test_a_group_of_seeds_of_another_story_is_a_band(fast: Drawn) -> None:
    seeds = [other("prototypes", seed=seed) for seed in range(3)]
    fast.ghosts.set_groups([("seeds", seeds), ("none", [recorded(seed=1), recorded(seed=2)])])
    view = accuracy_of(fast.scene)
    middle = np.median([run.recording.metrics.series("prototypes.accuracy")[1][-1] for run in seeds])
    assert float(view.table()["prototypes.accuracy.quantile.1"][-1]) == pytest.approx(middle)
    export.picture(view, "png", QSize(480, 360), dpi=96)
