"""One run of a scenario: its settings, its worker and its memory, made and stopped together."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.engine.presets import Preset
from simulator.engine.recording import Recording
from simulator.engine.runner import Runner
from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import all_stories


@dataclass(frozen=True)
class Run:
    """A scenario being trained. `settings` are those it began with; live changes stand in the steering log."""

    preset: Preset
    settings: Settings
    recording: Recording
    runner: Runner


def start_run(preset: Preset, settings: Settings, torch_threads: int = 1) -> Run:
    """Return a run whose worker is getting ready; it imports torch there, so this returns at once."""
    story = all_stories()[preset.scene]

    def make() -> Simulation:
        return story.load()(settings)

    recording = Recording()
    runner = Runner(make, recording, steps=settings.steps, threads=torch_threads)
    runner.throttle(preset.pace)
    return Run(preset, settings, recording, runner)
