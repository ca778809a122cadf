"""Help > Speed: both engines train the open scenario in turn, the ratio is told, and closing ends it."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from metascope.scenes.shell.speed_dialog import SpeedDialog
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.stage import Stage
from metascope.simulator.engine.compiling.kernel import Kernel
from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.running.speed import Speeds, race
from metascope.simulator.engine.text import say
from metascope.simulator.learners.kernels import PRODUCT
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from tests.scenes.hands import trigger
from tests.simulator.engine.walks import Walk, WalkSettings
from tests.waiting import LONGEST


class Diverging(Walk):
    """Diverges at its third meta-step, and then again."""

    @override
    def learn(self) -> None:
        if self.steps_done == 2:
            raise Diverged(say("it does"))
        super().learn()


def dialog_of(window: Window) -> SpeedDialog:
    (found,) = window.findChildren(SpeedDialog)
    return found


@pytest.fixture
def has_kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say that the scenario has kernels, all of them ready; what they would compute, the reference does."""
    monkeypatch.setattr(LandscapesSimulation, "kernels", classmethod(lambda cls, settings: (PRODUCT,)), raising=False)
    monkeypatch.setattr(Kernel, "ready", property(lambda self: True))


def test_both_engines_are_measured_in_turn() -> None:
    made, told = list[Engine](), list[Speeds]()

    def make(engine: Engine) -> Walk:
        made.append(engine)
        return Walk(WalkSettings())

    speeds = race(make, 0.01, told.append)
    assert made == ["reference", "compiled"]
    assert speeds == told[-1]
    assert speeds.share == 1.0
    assert speeds.reference > 0
    assert speeds.compiled > 0
    assert speeds.ratio == speeds.compiled / speeds.reference


def test_a_scenario_that_diverges_begins_again() -> None:
    made = list[Engine]()

    def make(engine: Engine) -> Diverging:
        made.append(engine)
        return Diverging(WalkSettings())

    assert race(make, 0.01).ratio > 0
    assert len(made) > 2


def test_the_ratio_is_told_in_the_window(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch, has_kernels: None
) -> None:
    monkeypatch.setattr("metascope.scenes.shell.speed_dialog.race", lambda make, *rest: Speeds(100.0, 830.0, 1.0))
    trigger(window, "help.speed")
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: "8.3 times" in dialog.verdict.text(), timeout=LONGEST)
    assert dialog.reference.text() == "100 meta-steps/s"
    assert dialog.compiled.text() == "830 meta-steps/s"
    dialog.close()


def test_closing_ends_the_measurement(qtbot: QtBot, window: Window, stage: Stage, has_kernels: None) -> None:
    stage.training.train()
    trigger(window, "help.speed")
    assert stage.run.runner.state is not RunState.RUNNING
    dialog_of(window).close()  # and no thread is left over


def test_without_kernels_the_dialog_says_so(
    qtbot: QtBot, window: Window, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    none: Any = classmethod(lambda cls, settings: ())
    monkeypatch.setattr(LandscapesSimulation, "kernels", none, raising=False)
    trigger(window, "help.speed")
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: dialog.verdict.text() == "This scenario has no compiled kernels.", timeout=LONGEST)
    dialog.close()
