"""Runs started and stopped hundreds of times leave no thread and no memory behind."""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
import time
from pathlib import Path

import pytest

from simulator.engine.history.recording import Recording
from simulator.engine.running.runner import THREAD, Runner, RunState
from simulator.stories.landscapes.settings import LandscapesSettings
from simulator.stories.landscapes.simulation import LandscapesSimulation

TIMES = 200
MEMORY = 8 << 20  # bytes by which the second half may grow; a run that is left each time would be more than a hundred


def started_and_stopped() -> None:
    """Train three meta-steps and end the run."""
    settings = LandscapesSettings()
    runner = Runner(lambda: LandscapesSimulation(settings), Recording(), steps=3)
    runner.play()
    deadline = time.monotonic() + 20
    while runner.state is not RunState.FINISHED:
        assert runner.state is not RunState.FAILED, runner.reason
        assert time.monotonic() < deadline
        time.sleep(0.001)
    assert runner.stop()


def stopped_at_once() -> None:
    """Begin a run and end it wherever it is."""
    settings = LandscapesSettings()
    runner = Runner(lambda: LandscapesSimulation(settings), Recording(), steps=1000)
    runner.play()
    assert runner.stop(20.0)


def living() -> int:
    """Return how many runners there are, those of tests before among them."""
    return sum(type(found) is Runner for found in gc.get_objects())


def resident() -> int:
    """Return the bytes that the process takes, what was freed given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux tells it")
@pytest.mark.parametrize("act", [started_and_stopped, stopped_at_once])
def test_two_hundred_runs_leave_no_thread_and_no_memory(act: object) -> None:
    assert callable(act)
    threads, runners = threading.active_count(), living()
    for _ in range(TIMES // 2):
        act()
    halfway = resident()
    for _ in range(TIMES // 2):
        act()
    assert threading.active_count() == threads
    assert THREAD not in {thread.name for thread in threading.enumerate()}
    assert resident() <= halfway + MEMORY
    assert living() <= runners
