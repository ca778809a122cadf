"""Runs a simulation in a thread of its own: play, pause, steer, look, and stop within one step."""

from __future__ import annotations

import math
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from simulator.engine.errors import Diverged, Problem, UserError, refuse
from simulator.engine.frame import Frame
from simulator.engine.recording import Recording, Steering
from simulator.engine.simulation import Simulation
from simulator.engine.text import Message, say

T = TypeVar("T")

THREAD = "metascope-runner"

_LONGEST_REST = 0.1  # seconds: a painter that never comes back does not stop the run
_RATE_WINDOW = 0.5  # seconds over which the achieved rate is measured


class RunState(Enum):
    """Where a run is."""

    PREPARING = "preparing"
    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    FAILED = "failed"


@dataclass(frozen=True)
class _Change:
    name: str
    value: object
    draft: bool

    def replaces(self, other: object) -> bool:
        return (
            isinstance(other, _Change)
            and other.draft
            and Steering(0, self.name, self.value).same_target(Steering(0, other.name, other.value))
        )


@dataclass(frozen=True)
class _Question:
    answer: Callable[[Simulation | None], bool]  # fills its future in; tells whether all went well
    cancel: Callable[[], bool]
    touches: bool


class Runner:
    """A simulation's thread and the controls that any other thread may use; each returns at once.

    Commands are carried out between two steps. The viewer polls `newest`, `state` and `recording`; nothing is ever
    pushed. After a failure the simulation and its last good frame stay, to look at, to export, to steer and to play on.
    """

    def __init__(self, make: Callable[[], Simulation], recording: Recording, *, steps: int, threads: int = 1) -> None:
        self.recording = recording
        self.newest: Frame | None = None  # the latest one wins
        self.state = RunState.PREPARING
        self.reason: Message | None = None  # why it failed
        self.traceback = ""  # of an unexpected failure
        self._make = make
        self._threads = threads
        self._length = steps
        self._simulation: Simulation | None = None
        self._wake = threading.Condition(threading.Lock())  # guards what follows; never held while learning
        self._commands: deque[_Change | _Question] = deque()
        self._problems: list[Problem] = []
        self._stopping = False
        self._begun = 0  # meta-steps begun
        self._planned = steps  # where play finishes
        self._goal = 0  # where the present run ends
        self._interval = 0.0  # seconds between two steps, at least
        self._due = 0.0  # when the next step may begin
        self._rest_until = 0.0  # written by the painter without the lock
        self._rate = _Rate()
        self._thread = threading.Thread(target=self._work, name=THREAD, daemon=True)
        self._thread.start()

    def play(self) -> None:
        """Run to the planned end; from there, run as many meta-steps again."""
        with self._wake:
            if self._begun >= self._planned and self.state is not RunState.RUNNING:
                self._planned = self._begun + self._length
            self._start(self._planned)

    def pause(self) -> None:
        """Stop after the step that is under way."""
        with self._wake:
            self._goal = self._begun
            if self.state is RunState.RUNNING:
                self.state = RunState.PAUSED

    def step_once(self) -> None:
        """Do one meta-step, then pause."""
        self.run(1)

    def run(self, count: int) -> None:
        """Do `count` meta-steps, then pause; where such a run is under way, as many more."""
        with self._wake:
            counted = self.state is RunState.RUNNING and self._goal != self._planned
            self._start((self._goal if counted else self._begun) + count)

    def throttle(self, rate: float | None) -> None:
        """Do at most `rate` meta-steps per second, or None: as many as it can.

        Raises:
            ValueError: `rate` is not positive.
        """
        if rate is not None and not rate > 0:
            raise ValueError(f"rate must be positive, not {rate}")
        with self._wake:
            self._interval = 0.0 if rate is None else 1.0 / rate
            self._due = min(self._due, time.perf_counter() + self._interval)
            self._rate = _Rate()
            self._wake.notify()

    @property
    def planned(self) -> int:
        """The meta-step at which play finishes."""
        return self._planned

    @property
    def steps_per_second(self) -> float:
        """The rate achieved lately; 0 when not running."""
        return self._rate.value if self.state is RunState.RUNNING else 0.0

    def change(self, name: str, value: object, draft: bool = False) -> None:
        """Apply `Simulation.change` between two steps; its picture becomes the newest frame.

        Drafts of one gesture that still wait give way to the next, so that a drag never lags. A refusal comes out of
        `take_problems`.
        """
        change = _Change(name, value, draft)
        with self._wake:
            if self._commands and change.replaces(self._commands[-1]):
                self._commands.pop()
            self._commands.append(change)
            self._wake.notify()

    def ask(self, function: Callable[[Simulation], T], *, touches: bool = False) -> Future[T]:
        """Call `function` with the simulation between two steps and return its result to come.

        Args:
            function: must not keep the simulation.
            touches: it changes what can be seen (loads weights): the frame after it becomes the newest one.
        """
        future: Future[T] = Future()

        def answer(simulation: Simulation | None) -> bool:
            if not future.set_running_or_notify_cancel():
                return False
            try:
                if simulation is None:
                    raise refuse("", say("there is no run to ask: it could not be prepared"))
                future.set_result(function(simulation))
            except Exception as error:
                future.set_exception(error)
                return False
            return True

        with self._wake:
            if self._stopping:
                future.cancel()
            else:
                self._commands.append(_Question(answer, future.cancel, touches))
                self._wake.notify()
        return future

    def take_problems(self) -> tuple[Problem, ...]:
        """Return the problems of the changes refused since the last call."""
        with self._wake:
            problems, self._problems = self._problems, []
        return tuple(problems)

    def rest(self) -> None:
        """Begin no step for a moment: the window is about to paint and shares the interpreter. Costs nothing."""
        self._rest_until = time.perf_counter() + _LONGEST_REST

    def resume(self) -> None:
        """End the rest."""
        self._rest_until = 0.0
        with self._wake:
            self._wake.notify()

    def stop(self, timeout: float = 2.0) -> bool:
        """End the thread after the step that is under way; tell whether it ended within `timeout` seconds.

        What was asked and not answered is cancelled.
        """
        with self._wake:
            self._stopping = True
            self._cancel()
            if self.state is RunState.RUNNING:
                self.state = RunState.PAUSED
            self._wake.notify()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    # From here on: the worker, and what is called with the lock held.

    def _start(self, goal: int) -> None:
        self._goal = goal
        if self.state not in (RunState.PREPARING, RunState.RUNNING) and self._simulation is not None:
            self._begin()
        self._wake.notify()

    def _begin(self) -> None:
        """Go from standing to running."""
        self.state = RunState.RUNNING
        self.reason, self.traceback = None, ""
        self._due = 0.0
        self._rate = _Rate()

    def _cancel(self) -> None:
        for command in self._commands:
            if isinstance(command, _Question):
                command.cancel()
        self._commands.clear()

    def _work(self) -> None:
        simulation = self._prepare()
        while True:
            with self._wake:
                while not (self._stopping or self._commands or self._may_step()):
                    self._wake.wait(self._patience())
                if self._stopping:
                    self._cancel()
                    return
                commands = tuple(self._commands)
                self._commands.clear()
            for command in commands:
                self._obey(command, simulation)
            if simulation is not None and self._begin_step():
                self._advance(simulation)

    def _prepare(self) -> Simulation | None:
        """Import torch, build the simulation and show its start."""
        try:
            import torch  # takes a second, which the window must not wait for

            torch.set_num_threads(self._threads)  # holds for the thread that calls it
            simulation = self._make()
        except Exception as error:
            self._fail(error)
            return None
        self._simulation = simulation
        self._show(simulation)
        with self._wake:
            if self.state is RunState.PREPARING and self.newest is not None:
                start = self.newest.step
                self._begun, self._planned, self._goal = start, self._planned + start, self._goal + start
                self.state = RunState.IDLE
                if self._goal > self._begun:  # someone could not wait
                    self._begin()
        return simulation

    def _begin_step(self) -> bool:
        """Tell whether to do a step now, and count it as begun."""
        with self._wake:
            if self._stopping or not self._may_step():
                return False
            self._begun += 1
            now = time.perf_counter()
            behind = now - self._due >= self._interval  # what is missed is not caught up with
            self._due = (now if behind else self._due) + self._interval
            self._rate.count(now)
            return True

    def _may_step(self) -> bool:
        """Tell whether the next step is due; called between two steps, so that a run ends here."""
        if self.state is not RunState.RUNNING:
            return False
        if self._begun >= self._goal:
            self.state = RunState.FINISHED if self._begun >= self._planned else RunState.PAUSED
            return False
        return time.perf_counter() >= max(self._due, self._rest_until)

    def _patience(self) -> float | None:
        """Return for how many seconds nothing is to be done, unless someone wakes us."""
        if self.state is not RunState.RUNNING:
            return None
        return max(max(self._due, self._rest_until) - time.perf_counter(), 0.0)

    def _advance(self, simulation: Simulation) -> None:
        try:
            self._publish(simulation.step())
        except Exception as error:
            self._fail(error)

    def _obey(self, command: _Change | _Question, simulation: Simulation | None) -> None:
        if isinstance(command, _Question):
            if command.answer(simulation) and command.touches and simulation is not None:
                self._show(simulation)
        elif simulation is not None:
            self._apply(command, simulation)

    def _apply(self, change: _Change, simulation: Simulation) -> None:
        try:
            simulation.change(change.name, change.value, change.draft)
        except UserError as error:
            with self._wake:
                self._problems += error.problems
        except Exception as error:
            self._fail(error)
        else:
            if self.newest is not None:
                self.recording.steer(self.newest.step, change.name, change.value)
            self._show(simulation)

    def _show(self, simulation: Simulation) -> None:
        try:
            self._publish(simulation.look())
        except Exception as error:
            self._fail(error)

    def _publish(self, frame: Frame) -> None:
        """Record the frame and make it the newest.

        Raises:
            Diverged: a metric is not a finite number.
        """
        if not math.isfinite(sum(frame.metrics.values())):
            for name, value in frame.metrics.items():
                if not math.isfinite(value):
                    raise Diverged(say("{name} is {value} after meta-step {n}", name=name, value=value, n=frame.step))
        self.recording.append(frame)
        self.newest = frame

    def _fail(self, error: Exception) -> None:
        """Make `error` the state of the run; a divergence explains itself, a defect shows where it happened."""
        if isinstance(error, Diverged):
            reason, details = error.reason, ""
        elif isinstance(error, UserError):
            reason, details = say("{problems}", problems=error), ""
        else:
            reason = say("the step failed: {kind}: {text}", kind=type(error).__name__, text=error)
            details = "".join(traceback.format_exception(error))
        with self._wake:
            self.reason, self.traceback, self.state = reason, details, RunState.FAILED
            if self.newest is not None:
                self._begun = self.newest.step  # the step did not happen


class _Rate:
    """Steps per second over the last window; written by the worker alone."""

    def __init__(self) -> None:
        self.value = 0.0
        self._since = -1.0
        self._count = 0

    def count(self, now: float) -> None:
        """Note that a step begins."""
        if self._since < 0.0:
            self._since = now
            return
        self._count += 1
        if (passed := now - self._since) >= (_RATE_WINDOW if self.value else _RATE_WINDOW / 5):
            self.value = self._count / passed
            self._since, self._count = now, 0
