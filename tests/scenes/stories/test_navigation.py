"""The scene of navigation: its pictures have the frame's numbers, and pass on what a person does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.navigation import build
from metascope.scenes.stories.navigation.plane import PlaneView
from metascope.scenes.stories.navigation.steps import StepsView, still_return
from metascope.scenes.views.estimators import EstimatorsView
from metascope.scenes.views.learning_curves import LearningView
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.navigation.frame import NavigationFrame
from metascope.simulator.stories.navigation.names import ESTIMATES, METHODS
from metascope.simulator.stories.navigation.settings import NavigationSettings
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT
from tests.scenes.stories.metric_frames import close, view_of
from tests.simulator.stories.navigation import EVERY, GOALS, SMALL, navigation

ALL = NavigationSettings.parse({**SMALL, **EVERY, "compare": True})


@cache
def frame() -> NavigationFrame:
    """Return a frame after two meta-steps."""
    made = navigation(**EVERY, compare=True)
    made.step()
    return made.step()


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of all methods."""
    with shown(build(ALL, LIGHT)) as made:
        yield made


@pytest.fixture
def sent(scene: Scene) -> list[tuple[str, object, bool]]:
    """Give what the scene passes on."""
    found: list[tuple[str, object, bool]] = []
    scene.changed.connect(lambda name, value, draft: found.append((name, value, draft)))
    draw(scene)
    return found


def draw(scene: Scene, inner: int = 8, method: str = "maml") -> None:
    scene.draw(frame(), inner, method)
    QApplication.processEvents()


def test_the_plane_has_the_walks_of_the_stage_and_where_the_others_end(scene: Scene) -> None:
    plane = view_of(scene, PlaneView)
    for inner, stage in ((0, 0), (3, 0), (4, 1), (8, 2)):
        draw(scene, inner)
        close(plane.table()["maml.walks.B2.x"], frame().course.walks[stage, 0, 1, 1, :, 0])
        assert "maml.ends" not in plane.table()
        last = frame().course.walks[stage, METHODS.index("oracle"), 0]  # (K, H + 1, 2)
        alive = np.isfinite(last[..., 0]).sum(1) - 1
        close(plane.table()["oracle.ends.x"][0], last[np.arange(len(last)), alive, 0].mean())


def test_the_field_is_that_of_the_stage_and_turns_with_the_update(scene: Scene) -> None:
    plane, arrows = view_of(scene, PlaneView), frame().course.arrows[:, 0]
    for inner, stage in ((0, 0), (2, 0), (3, 1), (8, 2)):
        draw(scene, inner)
        close(plane.table()["policy.dx"], arrows[stage, :, 0])
    draw(scene, 2)
    close(plane.table()["change.dx"], arrows[1, :, 0] - arrows[0, :, 0])


def test_the_title_tells_the_mean_return_of_the_walks(scene: Scene) -> None:
    draw(scene, 4)
    value = f"{float(frame().course.returns[1, 0].mean()):.3g}".replace("-", "−")
    assert value in view_of(scene, PlaneView).title


def test_the_title_tells_the_episode_of_a_policy_that_remembers(scene: Scene) -> None:
    draw(scene, 4, "rl2")
    assert "episode 2" in view_of(scene, PlaneView).title


def test_a_goal_is_dragged_added_and_removed(scene: Scene, sent: list[tuple[str, object, bool]]) -> None:
    plane = view_of(scene, PlaneView)
    plane._handles[1].dragged.emit(0.25, 2.0, True, Qt.KeyboardModifier.NoModifier)
    assert sent.pop() == ("goals", [GOALS[0], [0.25, 1.0], GOALS[2]], True)  # no farther than the plane
    draw(scene, 7)
    plane.clicked.emit(0, 0.5, 0.5, "")
    name, rows, draft = sent.pop()
    assert (name, draft) == ("goals", False)
    assert isinstance(rows, list)
    assert rows[-1] == [0.5, 0.5]
    plane._handles[0].removed.emit()
    name, rows, _ = sent.pop()
    assert isinstance(rows, list)
    assert GOALS[0] not in rows


def test_the_last_goal_stays(scene: Scene, sent: list[tuple[str, object, bool]]) -> None:
    plane = view_of(scene, PlaneView)
    for _ in range(5):
        plane._handles[0].removed.emit()
    assert len(sent) == 2


def test_the_goal_in_focus_is_chosen(scene: Scene, sent: list[tuple[str, object, bool]]) -> None:
    view_of(scene, PlaneView)._choice.activated.emit(2)
    assert sent == [("focus", 2, False)]


def test_the_curves_over_inner_steps_are_those_of_the_measurement(scene: Scene) -> None:
    draw(scene)
    close(view_of(scene, StepsView).table()["reptile.return"], frame().test.returns[:, METHODS.index("reptile")])


def test_the_axis_says_that_episodes_stand_for_the_steps_of_a_policy_that_remembers(scene: Scene) -> None:
    draw(scene)
    assert "episode j + 1" in view_of(scene, StepsView).panels[0].x.name


def test_a_click_on_an_inner_step_moves_to_its_walks(scene: Scene) -> None:
    found: list[int] = []
    scene.tick_chosen.connect(found.append)
    draw(scene)
    view_of(scene, StepsView).clicked.emit(0, 1.2, -5.0, "")
    assert found == [4]


def test_published_returns_stand_only_beside_the_published_walk(qtbot: QtBot) -> None:
    for settings, there in ((NavigationSettings(), True), (NavigationSettings(reward="squared"), False)):
        with shown(build(settings, LIGHT)) as made:
            table = view_of(made, StepsView).table()
            assert ("maml.published" in table) == there
            if there:
                close(table["maml.published"], [-40.41, -11.68, -3.33, -3.23])


def test_what_standing_still_costs_is_that_of_the_walk() -> None:
    assert still_return(NavigationSettings()) == pytest.approx(-38.26, abs=0.01)
    assert still_return(NavigationSettings(family="ring", horizon=50)) == -25
    assert still_return(NavigationSettings(reward="squared")) == pytest.approx(-16.67, abs=0.01)


def test_trusted_steps_have_curves_of_their_divergence_and_length(qtbot: QtBot) -> None:
    made, metrics = navigation(**EVERY, rule="trpo"), Metrics()
    for _ in range(3):
        found = made.step()
        metrics.append(found.step, found.metrics)
    with shown(build(made.settings, LIGHT)) as scene:
        scene.draw_curves(metrics, found.step)
        view = view_of(scene, LearningView)
        trusted = ("maml", "pretraining", "oracle")
        for title, quantity in (("KL of a step", "kl"), ("Accepted by the line search", "accepted")):
            view._choice.setCurrentIndex(view._choice.findText(title))
            view._choice.activated.emit(view._choice.currentIndex())
            table = view.table()
            assert {name for name in table if name.endswith(f".{quantity}")} == {f"{key}.{quantity}" for key in trusted}
            for key in trusted:
                close(table[f"{key}.{quantity}"], metrics.curve(f"{key}.{quantity}", 10)[1])
    with shown(build(NavigationSettings(), LIGHT)) as scene:
        assert view_of(scene, LearningView)._choice.findText("KL of a step") < 0  # Adam has none


def test_the_budget_of_a_gesture_stands_in_the_plane_until_it_ends(qtbot: QtBot) -> None:
    made = navigation(test_paths=14)
    with shown(build(made.settings, LIGHT)) as scene:
        plane = view_of(scene, PlaneView)
        for draft, told in ((True, "While you drag: 10 paths per goal, at most 720 steps per method"), (False, "")):
            made.change("goals", GOALS[:2], draft=draft)
            scene.draw(made.look(), 0, "maml")
            assert plane.shown_remark() == told  # 2 goals x 10 paths x 12 steps x 3 stages


def test_the_estimators_have_their_angles_and_facts(scene: Scene) -> None:
    draw(scene)
    view, told = view_of(scene, EstimatorsView), frame().comparison
    assert told is not None
    close(view.table()["dice.angle"], told.angles[:, 3])
    assert tuple(fact.role for fact in view.facts.rows[0][1:]) == ESTIMATES
