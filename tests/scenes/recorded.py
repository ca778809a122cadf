"""Runs that have learned without a thread: real frames and metrics, and a runner that stands still."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from metascope.scenes.runs.run import Run
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.runner import Runner, RunState
from metascope.simulator.engine.settings import Settings
from tests.contracts.runs import frames, light, simulation

STEPS = 8


@dataclass
class StillRunner:
    """What is read of a runner that does nothing."""

    newest: Frame | None = None
    state: RunState = RunState.FINISHED


def recorded(name: str = "two-tasks", steps: int = STEPS, **values: object) -> Run:
    """Return a run of a shipped scenario, with other settings where given, after so many meta-steps."""
    preset = light(presets.find(name))
    settings = preset.settings.replaced(**values)
    recording, runner = Recording(), StillRunner()
    for frame in learned(name, steps, settings):
        recording.append(frame)
        runner.newest = frame
    return Run(preset, settings, recording, cast(Runner, runner))


def blank(**values: object) -> Run:
    """Return a run that has not learned."""
    preset = presets.find("two-tasks")
    return Run(preset, preset.settings.replaced(**values), Recording(), cast(Runner, StillRunner()))


@cache
def learned(name: str, steps: int, settings: Settings) -> tuple[Frame, ...]:
    """Return the frames of a scenario with these settings."""
    return tuple(frames(simulation(presets.find(name), settings), steps))
