"""The scene of good starts for pictures: its pictures have the frame's numbers, and pass on what a person does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scenes.scene import Scene
from scenes.stories.picture_starts import build
from scenes.stories.picture_starts.decision import DecisionView
from scenes.stories.picture_starts.layers import FreezingView, LayersView
from scenes.stories.picture_starts.steps import StepsView
from scenes.stories.picture_starts.surface import SurfaceView
from scenes.unseen.counterparts import counterpart
from scenes.views.accuracy import EpisodeAccuracyView
from scenes.views.episode import EpisodeView
from simulator.stories.picture_starts.frame import StartsFrame
from simulator.stories.picture_starts.names import METHODS
from simulator.stories.picture_starts.settings import StartsSettings
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
    for shows in (DecisionView, EpisodeView):
        assert "transductive" in view_of(scene, shows).title
        assert "statistics of all queries" in view_of(scene, shows).toolTip()
    assert "statistics of all queries" in scene.words().notes


def test_the_curves_over_inner_steps_are_those_of_the_measurement(scene: Scene) -> None:
    draw(scene)
    close(view_of(scene, StepsView).table()["reptile.accuracy"], frame().test.accuracy[:, METHODS.index("reptile")])
    layers = view_of(scene, LayersView)
    close(layers.table()["maml.moved"], 100 * frame().course.moved[3, 0])


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
