"""Measures meta-steps per second without a window."""

from __future__ import annotations

import statistics
import time

from benchmarks.table import Effort, Row
from simulator.engine.computing import prepare_thread
from simulator.engine.files.presets import Preset, find
from simulator.engine.simulation import Simulation
from simulator.engine.story import all_stories

PRESETS = ("two-tasks", "two-dimensions")


def simulation_of(preset: Preset) -> Simulation:
    """Return the preset's simulation, warmed up, on one torch thread."""
    prepare_thread(1)
    simulation = all_stories()[preset.story].load()(preset.settings)
    for _ in range(50):
        simulation.step()
    return simulation


def rate(simulation: Simulation, seconds: float) -> float:
    """Return meta-steps per second over about `seconds`."""
    begin, count = time.perf_counter(), 0
    while (passed := time.perf_counter() - begin) < seconds:
        simulation.step()
        count += 1
    return count / passed


def rows(effort: Effort) -> list[Row]:
    """Return the rows: medians of alternating rounds."""
    simulations = {name: simulation_of(find(name)) for name in PRESETS}
    rates: dict[str, list[float]] = {name: [] for name in PRESETS}
    for _ in range(effort.rounds):
        for name, simulation in simulations.items():
            rates[name].append(rate(simulation, effort.seconds))
    return [
        Row(
            f"headless, {name}, one torch thread",
            f"min {min(found):,.0f}, max {max(found):,.0f}",
            ours=statistics.median(found),
            unit="steps/s",
        )
        for name, found in rates.items()
    ]
