"""A run pauses where a step of a lesson is done by training."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.lessons.halting import halts
from metascope.scenes.shell.window import Window
from metascope.simulator.engine.lessons.lesson import AnyOf, Condition, Continue, MetricIs, Reach
from metascope.simulator.engine.running.breakpoints import Breakpoint
from metascope.simulator.engine.running.runner import RunState
from tests.waiting import LONGEST

AT_SEVEN = Breakpoint("", ">=", 7.0)


def test_an_action_says_where_a_run_pauses() -> None:
    below = MetricIs(Condition("maml.loss_after", "below", 0.5))
    assert list(halts(AnyOf((Reach(7), below)))) == [AT_SEVEN, Breakpoint("maml.loss_after", "<", 0.5)]
    assert list(halts(MetricIs(Condition("maml.loss_after", "above", 0.5)))) == [
        Breakpoint("maml.loss_after", ">", 0.5)
    ]
    assert not list(halts(Continue()))
    assert not list(halts(MetricIs(Condition("maml.loss_after", "below", "maml.loss_now"))))


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Write a lesson whose first step is to reach meta-step 7."""
    steps = [{"text": "Train.", "open": {"preset": "two-tasks"}, "do": {"reach": 7}},
             {"text": "Train.", "do": {"reach": 9}}]  # fmt: skip
    path = tmp_path / "short.json"
    path.write_text(json.dumps({"format": 1, "title": "Short", "steps": steps}))
    return path


def test_the_run_pauses_at_the_step_that_is_to_be_reached(window: Window, qtbot: QtBot, lesson: Path) -> None:
    window.lessons.open(lesson)
    qtbot.waitUntil(
        lambda: window.lessons.panel.shown is not None and not window.lessons.panel.shown.waiting, timeout=LONGEST
    )
    assert window.stage is not None
    runner = window.stage.run.runner
    assert runner.breakpoints == (AT_SEVEN,)
    runner.throttle(None)
    runner.play()
    qtbot.waitUntil(lambda: runner.state is RunState.PAUSED, timeout=LONGEST)
    assert runner.newest is not None
    assert runner.newest.step == 7
    qtbot.waitUntil(lambda: window.lessons.panel.shown is not None and window.lessons.panel.shown.done, timeout=LONGEST)
    assert not window.stage.dismiss_notice(), "the panel tells of it"
    window.lessons.go_on()
    qtbot.wait(300)  # the notice is looked after a few times per second
    assert not window.stage.dismiss_notice(), "nor of the pause before"
    window.lessons.skip()
    assert not runner.breakpoints


def test_a_breakpoint_of_the_person_stays(window: Window, qtbot: QtBot, lesson: Path) -> None:
    window.lessons.open(lesson)
    qtbot.waitUntil(
        lambda: window.lessons.panel.shown is not None and not window.lessons.panel.shown.waiting, timeout=LONGEST
    )
    assert window.stage is not None
    runner, own = window.stage.run.runner, Breakpoint("maml.loss_after", "<", -9.0)
    runner.set_breakpoints((*runner.breakpoints, own))
    window.lessons.leave()
    assert runner.breakpoints == (own,)
