"""Measures what recording costs training: meta-steps per second with and without frames, metrics and checkpoints."""

from __future__ import annotations

import statistics
import time

from benchmarks.headless import PRESETS, simulation_of
from benchmarks.table import Effort, Row
from simulator.engine.files.presets import find
from simulator.engine.history.recording import Recording
from simulator.engine.running.collecting import collect_between_runs
from simulator.engine.simulation import Simulation

STEPS = 400  # per round
FULL = 16 << 20  # bytes: a budget that is soon exceeded, to measure thinning


def rows(effort: Effort) -> list[Row]:
    """Return the rows: medians over alternating rounds, with room for all frames and with the budget exceeded."""
    collect_between_runs()  # as the program itself does
    return [row for name in PRESETS for row in _rows(name, 3 * effort.rounds)]


def _rows(name: str, rounds: int) -> list[Row]:
    simulation = simulation_of(find(name))
    found = []
    for what, budget in (("room for all", 1 << 30), ("budget reached", FULL)):
        recording = Recording(budget)
        if budget == FULL:
            while recording.nbytes < 0.9 * budget:
                _on(simulation, recording)
        shares = []
        for _ in range(rounds):
            off, on = _off(simulation), _on(simulation, recording)
            shares.append(1 - on / off)
        text = f"{statistics.median(shares):.1%} of training speed (min {min(shares):.1%}, max {max(shares):.1%})"
        found.append(Row(f"recording, {name}, {what}", text))
    return found


def _off(simulation: Simulation) -> float:
    begin = time.perf_counter()
    for _ in range(STEPS):
        simulation.step()
    return STEPS / (time.perf_counter() - begin)


def _on(simulation: Simulation, recording: Recording) -> float:
    begin = time.perf_counter()
    for _ in range(STEPS):
        frame = simulation.step()
        recording.append(frame)
        if recording.checkpoint_due(frame.step):
            recording.keep_checkpoint(frame.step, simulation.state())
    return STEPS / (time.perf_counter() - begin)
