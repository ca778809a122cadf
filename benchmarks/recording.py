"""Measures what `metascope.record` costs a training loop of another program: MAML on 25 sine tasks, in plain torch.

In turn with and without it, by the processor time of the whole process: the thread that writes counts.
"""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch

from benchmarks.table import Effort, Row
from benchmarks.timing import Work, in_turn, repeated
from examples.own_maml import META_RATE, TASKS, meta_step, network
from metascope.record import Recording

KEPT = 0.95  # of the loop's speed, at least
LONG = 1_000_000  # weights of a long path


def rows(effort: Effort) -> list[Row]:
    """Return the rows."""
    torch.set_num_threads(1)
    with TemporaryDirectory() as folder, Recording(Path(folder) / "run.metascope") as recording:
        rates = in_turn(
            {"recorded": _loop(recording), "alone": _loop(None)}, effort.rounds, 4 * effort.seconds, time.process_time
        )
        row = rates.row(
            f"MAML's meta-steps recorded, {TASKS} sine tasks, path and loss",
            "meta-steps/s",
            "recorded",
            "alone",
            "not recorded",
            KEPT,
        )
        return [row, *(_step(name, given, recording) for name, given in _given().items())]


def _loop(recording: Recording | None) -> Work:
    torch.manual_seed(0)
    model = network()
    optimizer = torch.optim.Adam(model.parameters(), META_RATE)

    def step() -> None:
        loss, path = meta_step(model, optimizer, first_order=False)
        if recording is not None:
            recording.step(metrics={"loss": loss}, paths={"theta": path})

    return repeated(step)


def _given() -> dict[str, dict[str, object]]:
    """Return what a meta-step hands over, by what it is."""
    draws = np.random.default_rng(0)
    return {
        "two metrics": {"metrics": {"loss": 0.5, "accuracy": 0.75}},
        "memory 128 x 20 over 20 steps, and a gate": {
            "heatmaps": {"memory": torch.rand(20, 128, 20)},
            "gates": {"read": torch.rand(20, 128)},
        },
        f"path of 6 points with {LONG:,} weights": {
            "paths": {"long": torch.from_numpy(draws.normal(size=(6, LONG)).astype(np.float32))}
        },
    }


def _step(name: str, given: dict[str, object], recording: Recording) -> Row:
    """Measure one meta-step, in milliseconds of the calling thread."""
    recording.step(**given)  # type: ignore[arg-type]
    begin, count = time.thread_time(), 20
    for _ in range(count):
        recording.step(**given)  # type: ignore[arg-type]
    took = 1000 * (time.thread_time() - begin) / count
    return Row(f"recording a meta-step: {name}", f"{took:.2f} ms of the loop's thread")
