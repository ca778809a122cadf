"""A runner's settings: those of its simulation, with every change that was applied."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from tests.waiting import until


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner(lambda: LandscapesSimulation(LandscapesSettings()), Recording(), steps=20)
    until(lambda: made.state is RunState.IDLE)
    yield made
    assert made.stop()


def hold(runner: Runner) -> Event:
    """Keep the worker in one place until the event that is returned is set."""
    begun, ended = Event(), Event()

    def wait(simulation: Simulation) -> None:
        begun.set()
        ended.wait(10)

    runner.ask(wait)
    assert begun.wait(10)
    return ended


def test_they_are_those_of_the_simulation(runner: Runner) -> None:
    assert runner.settings == LandscapesSettings()
    for rate in (0.1, 0.2, 0.3):
        runner.change("inner_rate", rate)
    until(lambda: not runner.changing)
    assert runner.settings == LandscapesSettings(inner_rate=0.3)


def test_a_change_that_waits_is_still_to_come(runner: Runner) -> None:
    ended = hold(runner)
    runner.change("inner_rate", 0.1, draft=True)
    runner.change("inner_rate", 0.2)
    assert runner.changing
    assert runner.settings == LandscapesSettings()
    ended.set()
    until(lambda: not runner.changing)
    assert runner.settings == LandscapesSettings(inner_rate=0.2)


def test_a_refused_change_leaves_them_and_waits_no_longer(runner: Runner) -> None:
    runner.change("inner_rate", "fast")
    until(lambda: not runner.changing)
    assert runner.settings == LandscapesSettings()
    assert runner.take_problems()


def test_nothing_is_to_come_of_a_run_that_was_stopped(runner: Runner) -> None:
    ended = hold(runner)
    runner.change("inner_rate", 0.1)
    assert not runner.stop(0.0)
    assert not runner.changing
    ended.set()


def test_there_are_none_where_the_simulation_could_not_be_made() -> None:
    def make() -> Simulation:
        raise ZeroDivisionError

    runner = Runner(make, Recording(), steps=20)
    until(lambda: runner.state is RunState.FAILED)
    runner.change("inner_rate", 0.1)
    until(lambda: not runner.changing)
    assert runner.settings is None
    assert runner.stop()
