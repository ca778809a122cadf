"""A recording as it was at one moment: what is saved, replayed and branched from while the run goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.history.frames import Frames
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.steering import Incident, Steering

Load = Callable[[int], Frame]  # reads the frame of a step from a file; a UserError if it is damaged


@dataclass(frozen=True)
class Snapshot:
    """A recording at one moment, to be read on any thread. Rows of `metrics` beyond `step` came later."""

    step: int  # of the newest frame, -1 if there is none
    metrics: Metrics
    frames: Mapping[int, Frame | None]  # step -> the frame, None if it is in a file; ascending; each made when read
    load: Load  # reads frames that are in a file
    steering: tuple[Steering, ...]
    checkpoints: tuple[Checkpoint, ...]
    bookmarks: tuple[int, ...]
    incidents: tuple[Incident, ...]
    origin: int

    def source(self, step: int) -> object | None:
        """Return what stands for the frame of a step in memory; once the frame was replaced, it is another object."""
        return self.frames.source(step) if isinstance(self.frames, Frames) else self.frames.get(step)
