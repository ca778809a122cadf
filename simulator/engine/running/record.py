"""Trains a simulation and records it: its frames, where it is now, and the checkpoints that a run returns to."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import final

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.frame import Block, Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.course import Course
from metascope.simulator.engine.running.failures import finite_part, last_metrics, require_finite
from metascope.simulator.engine.simulation import Simulation


@final
class Record:
    """What a run's worker writes into the recording. All of it is the worker's own, but `newest`.

    Args:
        recording: of the run; it may hold what a run before had.
    """

    def __init__(self, recording: Recording) -> None:
        self.at = recording.newest_step  # meta-step of the newest frame, -1 if there is none
        self._recording = recording
        self._latest: Frame | None = recording.newest  # replaced at every step; None where a block has it
        self._unkept = False  # the simulation is where the newest frame is, and no checkpoint is

    @property
    def newest(self) -> Frame | None:
        """The frame after the last meta-step; where a block has it, it is made when it is asked for."""
        return self._latest or self._recording.newest

    @property
    def unkept(self) -> bool:
        """Whether a checkpoint is missing where the simulation is now."""
        return self._unkept

    def train(self, simulation: Simulation, most: int, course: Course) -> Frame | Block:
        """Do a portion of up to `most` steps in one go where the simulation knows how, and one where it does not."""
        unkept, self._unkept = self._unkept, False
        begin, busy = time.perf_counter(), time.thread_time()
        try:
            count = min(course.portion.steps, most)
            block = None if course.throttled else simulation.advance(count, self._recording.stride, most)
            trained = block if block is not None and len(block.steps) else simulation.step()
        except Diverged:
            self._unkept = unkept  # it is where it was
            raise
        seconds = time.perf_counter() - begin
        self._recording.count_training(seconds)
        if isinstance(trained, Frame):
            course.portion.start_over()
        else:
            course.portion.measure(len(trained.measured.steps), seconds, time.thread_time() - busy)
        return trained

    def append(self, trained: Frame | Block) -> Mapping[str, float]:
        """Record a frame or a block, make its last frame the newest, and return the metrics of that.

        Raises:
            Diverged: a metric is not a finite number; what is before it was recorded.
        """
        if isinstance(trained, Frame):
            require_finite(trained)
            self._recording.append(trained)
            self._latest, self.at = trained, trained.step
            return trained.metrics
        good, problem = finite_part(trained)
        if len(good.steps):
            self._recording.append_block(good)
            self._latest, self.at = None, int(good.steps[-1])
        if problem is not None:
            raise problem
        return last_metrics(good)

    def begin(self, simulation: Simulation) -> None:
        """Keep a checkpoint where the run begins, or was brought."""
        if not self._recording.has_checkpoint(self.at):
            self._recording.keep_checkpoint(self.at, simulation.state())

    def keep_if_due(self, simulation: Simulation) -> None:
        """Keep a checkpoint after meta-steps if one is due."""
        if self._recording.checkpoint_due(self.at):
            self._recording.keep_checkpoint(self.at, simulation.state())
        else:
            self._unkept = True

    def keep_latest(self, simulation: Simulation) -> None:
        """Keep the one checkpoint that moves with the newest moment, if it is missing."""
        if self._unkept and self.at >= 0:
            self._unkept = False
            self._recording.keep_latest(self.at, simulation.state())

    def spoil(self) -> None:
        """Keep no checkpoint of the simulation as it is: a change may be half done."""
        self._unkept = False
