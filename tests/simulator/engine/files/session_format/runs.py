"""What the tests of sessions share: short real runs, and recordings compared bit for bit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.session import SessionHead, save
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.history.travel import as_tensors
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation
from tests.contracts.runs import arrays
from tests.simulator.stories.landscapes import HARD, WELLS

PLANE: Mapping[str, Any] = {**WELLS, "low": -2.0, "high": 2.0}
DRAWN: Mapping[str, Any] = {**HARD, "dimension": 1, "start": [0.6], "family": "quadratics"}
HOT: Mapping[str, Any] = {"inner_rate": 9.0, "inner_steps": 40}  # diverges


def recorded(steps: int, edits: Iterable[tuple[int, str, object]] = (), **values: object) -> Recording:
    """Return what a run of so many meta-steps leaves, as the runner records it.

    Args:
        steps: how many, unless it diverges.
        edits: step, name and value of changes; "bookmark" is one, too.
        values: settings.
    """
    simulation, recording = LandscapesSimulation(LandscapesSettings.parse(values)), Recording()
    publish(simulation.look(), simulation, recording)
    plan = list(edits)
    for step in range(steps + 1):
        for at, name, value in plan:
            if at == step:
                act(name, value, simulation, recording)
        if step == steps:
            break
        try:
            publish(simulation.step(), simulation, recording)
        except Diverged as error:
            recording.note_incident(step, error.reason)
            break
    return recording


def act(name: str, value: object, simulation: LandscapesSimulation, recording: Recording) -> None:
    """Do what a person does."""
    step = simulation.look().step
    if name == "bookmark":
        recording.bookmark(step)
        return
    simulation.change(name, value)
    recording.steer(step, name, value)
    recording.append(simulation.look())


def publish(frame: Frame, simulation: LandscapesSimulation, recording: Recording) -> None:
    """Record a frame, and the state where it is due."""
    recording.append(frame)
    if recording.checkpoint_due(frame.step):
        recording.keep_checkpoint(frame.step, simulation.state())


def head(**values: object) -> SessionHead:
    """Return the head of a run with these settings."""
    return SessionHead(presets.find("two-tasks"), LandscapesSettings.parse(values), "a run")


@cache
def saved_run() -> Recording:
    """Return a small run with everything in it; of several segments in a file."""
    edits = [(3, "phi", {"method": "maml", "to": [0.25]}), (40, "inner_rate", 0.3), (100, "bookmark", None)]
    return recorded(560, edits)


@cache
def saved_bytes() -> bytes:
    """Return the session file of `saved_run`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "run.metascope"
        save(path, head(), saved_run().snapshot())
        return path.read_bytes()


def assert_same_frame(one: Frame, other: Frame) -> None:
    """Fail unless two frames are the same to the last bit."""
    assert type(one) is type(other)
    assert (one.step, one.metrics) == (other.step, other.metrics)
    assert getattr(one, "notices", ()) == getattr(other, "notices", ())
    mine, its = dict(arrays(one)), dict(arrays(other))
    assert mine.keys() == its.keys()
    for name, array in mine.items():
        assert (array.dtype, array.shape, array.tobytes()) == (its[name].dtype, its[name].shape, its[name].tobytes())
        assert not its[name].flags.writeable


def assert_same(past: Recording, opened: Recording, every: int = 1) -> None:
    """Fail unless everything of a recording came back: the metrics and log, and `every` so many-th frame and state."""
    assert_same_log(past.snapshot(), opened.snapshot())
    for step in past.kept_steps()[::every]:
        assert_same_frame(past.at(step), opened.at(step))
    for one, other in zip(past.checkpoints[::every], opened.checkpoints[::every], strict=True):
        assert (one.step, one.steered) == (other.step, other.steered)
        assert_same_state(one.state, other.state)


def assert_same_log(one: Snapshot, other: Snapshot) -> None:
    """Fail unless two snapshots tell the same, frames and states apart."""
    assert one.metrics.csv() == other.metrics.csv()
    assert tuple(one.frames) == tuple(other.frames)
    for what in ("step", "steering", "bookmarks", "incidents", "origin"):
        assert getattr(one, what) == getattr(other, what), what


def assert_same_state(one: Mapping[str, object], other: Mapping[str, object]) -> None:
    """Fail unless two states are the same to the last bit, a file's arrays being tensors again."""
    one, other = as_tensors(one), as_tensors(other)
    assert one.keys() == other.keys()
    for name, value in one.items():
        assert type(value) is type(other[name]), name
        if isinstance(value, Tensor):
            np.testing.assert_array_equal(value.numpy(), as_array(other[name]), err_msg=name, strict=True)
        else:
            assert value == other[name]


def as_array(value: object) -> NDArray[np.generic]:
    """Return a tensor's numbers."""
    assert isinstance(value, Tensor)
    return value.numpy()
