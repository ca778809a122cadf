"""The scene of good starts for pictures: its pictures have the frame's numbers, and pass on what a person does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.picture_starts import build
from metascope.scenes.stories.picture_starts.decision import DecisionView
from metascope.scenes.stories.picture_starts.layers import FreezingView, LayersView
from metascope.scenes.stories.picture_starts.steps import StepsView
from metascope.scenes.stories.picture_starts.surface import SurfaceView
from metascope.scenes.unseen.counterparts import counterpart
from metascope.scenes.views.accuracy import EpisodeAccuracyView, with_interval
from metascope.scenes.views.episode import EpisodeView
from metascope.simulator.stories.picture_starts.frame import StartsFrame
from metascope.simulator.stories.picture_starts.names import METHODS
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT
from tests.scenes.stories.metric_frames import ONE, close, on_screen, view_of
from tests.simulator.stories.picture_starts import EVERY, SMALL, starts

ALL = StartsSettings.parse({**SMALL, **EVERY})


@cache
def frame() -> StartsFrame:
    """Return a frame after two meta-steps."""
    made = starts(**EVERY)
    made.step()
    return made.step()


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of all methods."""
    with shown(build(ALL, LIGHT)) as made:
        yield made


def draw(scene: Scene, inner: int = 3, method: str = "maml") -> None:
    scene.draw(frame(), inner, method)
    QApplication.processEvents()


def test_the_table_and_the_decision_have_the_answers_of_the_inner_step(scene: Scene) -> None:
    for inner in (0, 2):
        draw(scene, inner, "anil")
        table = view_of(scene, EpisodeView).table()
        for index, method in enumerate(METHODS):
            wanted = frame().course.probabilities[inner, index]
            found = np.stack([table[f"{method}.probability_{letter}"] for letter in "ABC"], axis=1)
            close(found.astype(float), wanted)
    decision = view_of(scene, DecisionView)
    close(decision.table()["B.probability"], frame().course.probabilities[:, METHODS.index("anil"), 0, 1])
    assert "ANIL" in decision.title


def test_statistics_stand_beside_every_accuracy(scene: Scene) -> None:
    draw(scene)
    for kind in (StepsView, FreezingView, EpisodeAccuracyView):
        assert "(transductive)" in view_of(scene, kind).title
        assert "statistics of all queries" in view_of(scene, kind).toolTip()
    for shows in (DecisionView, EpisodeView, LayersView):
        assert "transductive" in view_of(scene, shows).title
        assert "statistics of all queries" in view_of(scene, shows).toolTip()
    losses = next(view for view in scene.views() if view.name == "learning")
    assert losses.title == "Training loss (transductive)"
    assert "queries' loss (transductive)" in view_of(scene, SurfaceView)._bar._label
    assert "statistics of all queries" in scene.words().notes
    assert "on 6 held-out episodes" in scene.words().notes
    assert scene.words().notes in view_of(scene, EpisodeAccuracyView).explanation
    assert scene.words().alike == "transductive"  # of the numbers behind the methods' names, however many there are


def test_queries_that_are_asked_one_by_one_are_told_so() -> None:
    with shown(build(ALL.replaced(statistics="support"), LIGHT)) as made:
        made.draw(starts(**EVERY, statistics="support").look(), 0, "maml")
        assert made.words().alike == "each query by itself"
        assert "no query helps another" in view_of(made, EpisodeAccuracyView).explanation
        for view in made.views():
            assert "transductive" not in view.title.lower() + view.toolTip().lower(), view.name


def test_the_curves_over_inner_steps_are_those_of_the_measurement(scene: Scene) -> None:
    draw(scene)
    close(view_of(scene, StepsView).table()["reptile.accuracy"], frame().test.accuracy[:, METHODS.index("reptile")])
    layers = view_of(scene, LayersView)
    close(layers.table()["maml.moved"], 100 * frame().course.moved[3, 0])
    assert layers.panels[1].x.text == "lines: means of 6 held-out episodes"


def test_losses_of_queries_and_of_supports_are_seen_whole(scene: Scene) -> None:
    draw(scene)
    view, test = view_of(scene, StepsView), frame().test
    for choice, wanted in (("loss", test.loss), ("support_loss", test.support_loss)):
        view._choice.setCurrentIndex(view._choice.findData(choice))
        view._choice.activated.emit(view._choice.currentIndex())
        for index, method in enumerate(METHODS):
            close(view.table()[f"{method}.{choice}"], wanted[:, index])
        assert view.panels[0].y.text == "loss"
        assert view.panels[0].home[1][1] > wanted.max()


def test_the_accuracy_with_the_head_frozen_is_read_with_its_interval(scene: Scene) -> None:
    draw(scene)
    view, layers = view_of(scene, FreezingView), frame().test.layers
    told = with_interval(float(layers.body[0]), float(layers.body_half[0]))
    assert view._bodies["maml"].label == f"MAML, only the head frozen: {told}"
    assert "±" in told
    assert view.panels[0].x.text == "frozen up to; 6 held-out episodes"


def test_a_click_on_a_query_asks_about_it(scene: Scene, qtbot: QtBot) -> None:
    draw(scene)
    with qtbot.waitSignal(scene.changed) as told:
        view_of(scene, EpisodeView).query_chosen.emit(4)
    assert told.args == ["query", 4, False]
    assert "query 5" in view_of(scene, DecisionView).title


def test_a_run_of_the_metric_learning_story_can_be_drawn_behind_the_accuracy(scene: Scene, qtbot: QtBot) -> None:
    with on_screen(ONE) as other:
        behind = {view.name: view for view in other.views()}
        mine = view_of(scene, EpisodeAccuracyView)
        assert counterpart(mine, behind.values(), foreign=True) is behind["accuracy"]


def test_a_person_chooses_the_start_of_the_surface(scene: Scene, qtbot: QtBot) -> None:
    draw(scene)
    view = view_of(scene, SurfaceView)
    assert "MAML" in view.title
    with qtbot.waitSignal(scene.changed) as told:
        view._of.setCurrentIndex(2)
        view._of.activated.emit(2)
    assert told.args == ["surface_method", "reptile", False]
