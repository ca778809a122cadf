"""Runs started and stopped hundreds of times leave no thread and no memory behind."""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.runner import THREAD, Runner, RunState
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from tests.waiting import SECONDS, until

MEMORY = 8 << 20  # bytes by which the second half may grow; a run that is left each time would be more than a hundred


def started_and_stopped() -> None:
    """Train three meta-steps and end the run."""
    settings = LandscapesSettings()
    runner = Runner(lambda: LandscapesSimulation(settings), Recording(), steps=3)
    runner.play()
    until(lambda: runner.state in (RunState.FINISHED, RunState.FAILED))
    assert runner.state is RunState.FINISHED, runner.reason
    assert runner.stop(SECONDS)


def stopped_at_once() -> None:
    """Begin a run and end it wherever it is."""
    settings = LandscapesSettings()
    runner = Runner(lambda: LandscapesSimulation(settings), Recording(), steps=1000)
    runner.play()
    assert runner.stop(SECONDS)


def living() -> int:
    """Return how many runners there are, those of tests before among them."""
    return sum(type(found) is Runner for found in gc.get_objects())


def resident() -> int:
    """Return the bytes that the process takes, what was freed given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux tells it")
@pytest.mark.parametrize("times", [20, pytest.param(200, marks=pytest.mark.slow)])
@pytest.mark.parametrize("act", [started_and_stopped, stopped_at_once])
def test_runs_leave_no_thread_and_no_memory(act: Callable[[], None], times: int) -> None:
    threads, runners = threading.active_count(), living()
    for _ in range(times // 2):
        act()
    halfway = resident()
    for _ in range(times // 2):
        act()
    assert threading.active_count() == threads
    assert THREAD not in {thread.name for thread in threading.enumerate()}
    assert resident() <= halfway + MEMORY
    assert living() <= runners
