"""Plays runs without a window, and reads what their threads spend."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.history.recording import BUDGET, Recording
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.story import all_stories

P = ParamSpec("P")
R = TypeVar("R")

FOREVER = 1 << 60  # meta-steps; settings end earlier
GLANCE = 0.02  # seconds between two looks at a run


def endless(preset: Preset, **settings: object) -> Preset:
    """Return the scenario at full speed and with as many meta-steps as there may be, with some settings changed."""
    return replace(preset, pace=None, settings=preset.settings.replaced(steps=10_000_000, **settings))


class Meter:
    """Counts the processor time that a simulation takes on its thread, apart from what is around it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def put_on(self, simulation: Simulation) -> Simulation:
        """Return the simulation, measured from now on."""
        for name in ("advance", "step"):
            setattr(simulation, name, self._metered(getattr(simulation, name)))
        return simulation

    def _metered(self, method: Callable[P, R]) -> Callable[P, R]:
        def call(*given: P.args, **named: P.kwargs) -> R:
            begun = time.thread_time()
            try:
                return method(*given, **named)
            finally:
                self.seconds += time.thread_time() - begun

        return call


@dataclass(frozen=True)
class Spent:
    """What a thread did in a time."""

    steps: int
    processor: float  # seconds of its processor time
    simulation: float  # of these, within the simulation


class Play:
    """A run without a window at full speed, which may be paused and go on. To be closed."""

    def __init__(self, preset: Preset, budget: int = BUDGET) -> None:
        self._meter = Meter()
        load = all_stories()[preset.story].load
        self.recording = Recording(budget)
        self.runner = Runner(lambda: self._meter.put_on(load()(preset.settings)), self.recording, steps=FOREVER)
        while self.runner.state is RunState.PREPARING:
            time.sleep(GLANCE)
        if self.runner.state is RunState.FAILED:
            raise RuntimeError(self.runner.traceback or str(self.runner.reason))

    def go(self, seconds: float) -> Spent:
        """Play for about so many seconds of the worker's processor time."""
        begun = self._now()
        self.runner.play()
        while self._now().processor - begun.processor < seconds:
            time.sleep(GLANCE)
        self.runner.pause()
        ended = self._now()
        return Spent(ended.steps - begun.steps, ended.processor - begun.processor, ended.simulation - begun.simulation)

    def close(self) -> None:
        """End the run."""
        self.runner.stop()

    def _now(self) -> Spent:
        """Return what was done so far, as the worker tells between two portions."""
        return self.runner.ask(
            lambda _: Spent(self.recording.newest_step, time.thread_time(), self._meter.seconds)
        ).result()


def native_thread(runner: Runner) -> int:
    """Return the system's number of a run's thread."""
    return runner.ask(lambda _: threading.get_native_id()).result()


def waited(thread: int) -> float:
    """Return for how many seconds a thread was ready to run and no processor was free (Linux; 0 elsewhere)."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/self/task/{thread}/schedstat").read_text().split()[1]) / 1e9
    return 0.0
