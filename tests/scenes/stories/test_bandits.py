"""The scene of the bandits: its pictures have the frame's numbers, and pass on what a person does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from metascope.scenes.scene import Scene
from metascope.scenes.stories.bandits import build
from metascope.scenes.stories.bandits.outcomes import OutcomesView
from metascope.scenes.stories.bandits.pulls import PullsView
from metascope.scenes.stories.bandits.value import ValueView
from metascope.scenes.views.estimators import EstimatorsView
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.names import ESTIMATES, METHODS
from metascope.simulator.stories.bandits.settings import BanditSettings
from metascope.simulator.stories.bandits.simulation import BanditSimulation
from tests.scenes.shown import shown
from tests.scenes.stories.looks import LIGHT
from tests.scenes.stories.metric_frames import close, view_of

SETTINGS = BanditSettings.parse({"updates": 1, "tasks": 10, "draws": 8})


@cache
def frame() -> BanditFrame:
    """Return a frame after two meta-steps."""
    made = BanditSimulation(SETTINGS)
    made.step()
    return made.step()


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    """Give the scene of all methods."""
    with shown(build(SETTINGS, LIGHT)) as made:
        yield made


def draw(scene: Scene, inner: int = 4, method: str = "e-maml") -> None:
    scene.draw(frame(), inner, method)
    QApplication.processEvents()


def test_curves_and_slopes_are_those_of_the_frame(scene: Scene) -> None:
    draw(scene)
    table = view_of(scene, ValueView).table()
    close(table["after"], frame().curves.after)
    close(table["task.B"], frame().curves.tasks[1])
    close(table["dice.slope"], frame().curves.slopes[ESTIMATES.index("dice")])


def test_the_step_is_drawn_from_the_update_on(scene: Scene) -> None:
    for inner, there in ((2, False), (3, True)):
        draw(scene, inner)
        step = view_of(scene, ValueView)._steps["e-maml"]
        assert any(len(column) for column in step.columns().values()) == there


def test_a_drag_moves_all_starts_and_with_shift_one(scene: Scene) -> None:
    found: list[tuple[str, object, bool]] = []
    scene.changed.connect(lambda name, value, draft: found.append((name, value, draft)))
    draw(scene)
    handle = view_of(scene, ValueView)._starts["surrogate"]
    handle.dragged.emit(0.5, 0.6, True, Qt.KeyboardModifier.NoModifier)
    handle.dragged.emit(0.5, 0.6, False, Qt.KeyboardModifier.ShiftModifier)
    assert found == [("phi", {"method": None, "to": 0.5}, True), ("phi", {"method": "surrogate", "to": 0.5}, False)]


def test_the_distribution_of_outcomes_is_that_of_their_chances(scene: Scene) -> None:
    draw(scene)
    index, line = METHODS.index("e-maml"), view_of(scene, OutcomesView)._line(frame(), METHODS.index("e-maml"), 1)
    for limit in (0.1, 0.4, 0.9):
        below = frame().reached[index] <= limit
        assert np.interp(limit, line.x, line.y) == pytest.approx(frame().chance[index, 1, below].sum(), abs=1e-9)
    assert "task.B.outcomes" in view_of(scene, OutcomesView).table()


def test_pulls_appear_as_they_are_collected(scene: Scene) -> None:
    for inner, count in ((3, 5), (4, 10)):
        draw(scene, inner)
        table = view_of(scene, PullsView).table()
        assert np.isfinite(table["paid"]).sum() + np.isfinite(table["unpaid"]).sum() == count


def test_errors_of_estimates_have_their_known_bias_beside_them(scene: Scene) -> None:
    draw(scene)
    told, table = frame().comparison, view_of(scene, EstimatorsView).table()
    assert told is not None
    assert told.errors is not None
    assert told.bias is not None
    close(table["surrogate.error"], told.errors[:, ESTIMATES.index("surrogate")])
    close(table["surrogate.bias"][:2], np.full(2, told.bias[ESTIMATES.index("surrogate")]))
    assert "e-maml.bias" not in table  # it has none
    scene.set_emphasis({"surrogate": "hidden"})
    assert "surrogate.error" not in view_of(scene, EstimatorsView).table()
