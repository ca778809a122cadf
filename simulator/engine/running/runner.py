"""Runs a simulation in a thread of its own: play, pause, steer, look, and stop within one step."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future
from enum import Enum
from typing import Any, TypeVar

from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.running.breakpoints import Breakpoint, Watch, steps_before
from metascope.simulator.engine.running.building import Building, Ended, watched
from metascope.simulator.engine.running.commands import Change, Commands, Question
from metascope.simulator.engine.running.course import Course
from metascope.simulator.engine.running.drawing import DRAWING
from metascope.simulator.engine.running.failures import FAULTS, explained
from metascope.simulator.engine.running.gestures import Gestures
from metascope.simulator.engine.running.record import Record
from metascope.simulator.engine.running.threads import THREAD as THREAD
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.steering import Edit
from metascope.simulator.engine.text import Message

T = TypeVar("T")

_LONGEST_REST = 0.1  # seconds: a painter that never resumes must not stop the run


class RunState(Enum):
    """The state of a run."""

    PREPARING = "preparing"
    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    FAILED = "failed"


class Runner:
    """Runs a simulation in a thread of its own. Any other thread may use the controls, which return at once.

    Commands are carried out between two steps, or, where a simulation does several in one go, between two portions of
    about 20 ms. The viewer polls `newest`, `settings`, `state` and `recording`; nothing is ever pushed. After a failure
    the simulation and its last good frame stay, to look at, to export, to steer and to play on.
    """

    def __init__(
        self,
        make: Callable[[], Simulation],
        recording: Recording,
        *,
        steps: int,
        threads: int = 1,
        halt: threading.Event | None = None,
    ) -> None:
        """Start the thread, which calls `make` and uses `threads` torch threads; `stop` sets `halt` to end it."""
        self.recording = recording
        self.settings: Settings | None = None  # with the changes applied; None until the simulation is there
        self.hit: Breakpoint | None = None  # why it paused by itself
        self.state = RunState.PREPARING
        self.reason: Message | None = None  # why it failed
        self.traceback = ""  # of an unexpected failure
        self.engine = ""  # what the simulation trains with; "" if it does not say
        self._record = Record(recording)
        self._make = make
        self._threads = threads
        self._halt = halt or threading.Event()
        self.building = Building(self._halt)  # how far the simulation is while the run gets ready
        self._simulation: Simulation | None = None
        self._wake = threading.Condition(threading.Lock())  # guards what follows; never held during a step
        self._commands = Commands()
        self._problems: list[Problem] = []
        self._gestures = Gestures()
        self._watch = Watch()
        self._stopping = False
        self._again = False  # the simulation is to be built again, which could not be built
        self._course = Course(steps)
        self._thread = threading.Thread(target=self._work, name=THREAD, daemon=True)
        self._thread.start()

    def play(self) -> None:
        """Run to the planned end; at the end, run for as many meta-steps again.

        A run whose simulation could not be built tries again.
        """
        with self._wake:
            if self.state is not RunState.RUNNING:
                self._course.plan_more()
            self._course.to_end()
            self._start()

    def pause(self) -> None:
        """Stop after the current step."""
        with self._wake:
            self._course.stop()
            if self.state is RunState.RUNNING:
                self.state = RunState.PAUSED
                self._wake.notify()  # the state is kept

    def step_once(self) -> None:
        """Do one meta-step, then pause."""
        self.run(1)

    def run(self, count: int) -> None:
        """Do `count` meta-steps, then pause; if such a run is under way, as many more."""
        with self._wake:
            self._course.add(count, self.state is RunState.RUNNING)
            self._start()

    def throttle(self, rate: float | None) -> None:
        """Do at most `rate` meta-steps per second; None: as many as possible.

        Raises:
            ValueError: `rate` is not positive.
        """
        if rate is not None and not rate > 0:
            raise ValueError(f"rate must be positive, not {rate}")
        with self._wake:
            self._course.throttle(rate)
            self._wake.notify()

    @property
    def newest(self) -> Frame | None:
        """The frame after the last meta-step; where a block has it, it is made when it is asked for."""
        return self._record.newest

    @property
    def planned(self) -> int:
        """The meta-step at which play finishes."""
        return self._course.planned

    @property
    def steps_per_second(self) -> float:
        """The recently achieved rate; 0 when not running."""
        return self._course.rate if self.state is RunState.RUNNING else 0.0

    @property
    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """Where the run pauses by itself."""
        return self._watch.breakpoints

    def cancel_preparing(self) -> None:
        """End getting ready at the next part of what is done; `play` begins again."""
        if self.state is RunState.PREPARING:
            self.building.cancel()

    def set_breakpoints(self, breakpoints: tuple[Breakpoint, ...]) -> None:
        """Pause after the meta-step at which one of these becomes true; `hit` says which."""
        self._watch.breakpoints = breakpoints

    def change(self, name: str, value: object, draft: bool = False, *, undoable: bool = True) -> None:
        """Apply `Simulation.change` between two steps; the changed state becomes the newest frame.

        A pending draft is replaced by the next one of the same gesture, so that a drag never lags. `take_problems`
        returns refusals; `take_edits` returns what was done and how to undo it, if it is `undoable`.
        """
        change = Change(name, value, draft, undoable)
        with self._wake:
            self._commands.change(change)
            self._wake.notify()

    @property
    def changing(self) -> bool:
        """Whether a change is still to come into `settings` and `newest`."""
        return self._commands.changing > 0

    def ask(self, function: Callable[[Simulation], T]) -> Future[T]:
        """Call `function` with the simulation between two steps and return a future of its result.

        `function` must neither keep nor change the simulation: changes must go through the steering log.
        """
        question = Question(function)
        with self._wake:
            if self._stopping:
                question.cancel()
            else:
                self._commands.ask(question)
                self._wake.notify()
        return question.future

    def snapshot(self, patience: float) -> Snapshot:
        """Return the recording with a checkpoint of its newest moment: to open what is saved, nothing is trained again.

        This waits up to `patience` seconds for the meta-step under way; if that takes longer, the latest checkpoint is
        an earlier one. Not to be called on the worker's thread.
        """
        if self.state is not RunState.PREPARING:  # it may take long, and adds nothing to what was recorded
            question = self.ask(self._kept)
            try:
                return question.result(patience)
            except (TimeoutError, CancelledError, UserError):
                question.cancel()
        return self.recording.snapshot()

    def take_problems(self) -> tuple[Problem, ...]:
        """Return the problems of the changes that were refused since the last call."""
        with self._wake:
            problems, self._problems = self._problems, []
        return tuple(problems)

    def take_edits(self) -> tuple[Edit, ...]:
        """Return the edits that a person made since the last call, one per gesture."""
        with self._wake:
            return self._gestures.take()

    def rest(self) -> None:
        """Start no step for a moment, because the window is about to paint and shares the interpreter.

        Compiled kernels leave it to the window nearly all of the time, so they go on, and know that it is taken.
        """
        if self.engine == "compiled":
            DRAWING[0] = 1
            return
        self._course.rest_until = time.perf_counter() + _LONGEST_REST

    def resume(self) -> None:
        """End the rest: allow steps again."""
        DRAWING[0] = 0
        self._course.rest_until = 0.0
        with self._wake:
            self._wake.notify()

    def stop(self, timeout: float = 2.0) -> bool:
        """End the thread after the current step, or within it where it says how far it is; return whether it has ended.

        It is waited for `timeout` seconds at most. Unanswered questions are cancelled.
        """
        self._halt.set()
        with self._wake:
            self._stopping = True
            self._commands.cancel()
            if self.state is RunState.RUNNING:
                self.state = RunState.PAUSED
            self._wake.notify()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    # From here on: the worker's methods, and those that are called with the lock held.

    def _start(self) -> None:
        if self.state is RunState.FAILED and self._simulation is None:
            self.state, self.reason, self.traceback = RunState.PREPARING, None, ""
            self._again = True
        elif self.state not in (RunState.PREPARING, RunState.RUNNING) and self._simulation is not None:
            self._begin()
        self._wake.notify()

    def _begin(self) -> None:
        """Change from paused to running."""
        self.state = RunState.RUNNING
        self.reason, self.traceback, self.hit = None, "", None
        self._course.set_out()

    def _work(self) -> None:
        with watched(self.building):
            self._follow_commands()

    def _follow_commands(self) -> None:
        simulation = self._prepare()
        while True:
            with self._wake:
                while not (self._stopping or self._again or self._commands or self._may_step() or self._should_keep()):
                    self._wake.wait(self._course.wait if self.state is RunState.RUNNING else None)
                if self._stopping:
                    self._commands.cancel()
                    return
                commands = self._commands.take()
                keeping = self._should_keep()
                again, self._again = self._again, False
            if again and (simulation := self._prepare()) is not None:
                with self._wake:
                    commands = (*self._commands.take_put_off(), *commands)
                keeping = False
            if keeping and simulation is not None:
                self._keep_latest(simulation)
            for command in commands:
                self._obey(command, simulation)
            if simulation is not None and (most := self._begin_steps()):
                self._advance(simulation, most)

    def _prepare(self) -> Simulation | None:
        """Import torch, build the simulation and publish its first frame."""
        try:
            from metascope.simulator.engine.computing import (
                prepare_thread,  # torch is slow to import: no window waits for it
            )

            self.building.start()
            prepare_thread(self._threads)
            simulation = self._make()
            settings, engine = simulation.settings, str(getattr(simulation, "engine", ""))
        except FAULTS as error:  # a simulation's, here and below: it may be a plug-in's
            self._fail(error)
            return None
        self._simulation, self.settings, self.engine = simulation, settings, engine
        self._show(simulation)
        if self.state is RunState.FAILED and self.building.ended:  # before there was anything to go on from
            self._simulation = self.settings = None
            return None
        self.building.start()
        try:
            if self.state is RunState.PREPARING and self._record.at >= 0:
                self._record.begin(simulation)
        except FAULTS as error:
            self._fail(error)
        with self._wake:
            if self.state is RunState.PREPARING and self._record.at >= 0:
                self._course.start_at(self._record.at)
                self.state = RunState.IDLE
                if not self._course.arrived:  # play was requested before the run was ready
                    self._begin()
        return simulation

    def _begin_steps(self) -> int:
        """Return how many steps to do now at most, 0 for none, and count them as begun.

        None is done in one go with those before it where a checkpoint is due between them, or a breakpoint looked at.
        """
        with self._wake:
            if self._stopping or not self._may_step():
                return 0
            kept = self.recording.steps_to_checkpoint(self._record.at)
            return self._course.take(min(kept, steps_before(self._watch.breakpoints, self._record.at)))

    def _may_step(self) -> bool:
        """Return whether the next step is due; called between two steps, and ends a run that reached its goal."""
        if self.state is not RunState.RUNNING:
            return False
        if self._course.arrived:
            self.state = RunState.FINISHED if self._course.finished else RunState.PAUSED
            return False
        return self._course.wait <= 0.0

    def _advance(self, simulation: Simulation, most: int) -> None:
        try:
            trained = self._record.train(simulation, most, self._course)
            before, metrics = self._record.at, self._record.append(trained)
            with self._wake:
                self._course.end(most, self._record.at - before)
            self._record.keep_if_due(simulation)
        except FAULTS as error:
            self._fail(error)
            return
        if self._watch.breakpoints:
            self._pause_at_breakpoints(metrics)

    def _should_keep(self) -> bool:
        """Return whether the run rests at a moment that should be returned to without training."""
        return self._record.unkept and self.state is not RunState.RUNNING

    def _keep_latest(self, simulation: Simulation) -> None:
        try:
            self._record.keep_latest(simulation)
        except FAULTS as error:
            self._fail(error)

    def _kept(self, simulation: Simulation) -> Snapshot:
        self._keep_latest(simulation)
        return self.recording.snapshot()

    def _pause_at_breakpoints(self, metrics: Mapping[str, float]) -> None:
        reached = self._watch.reached(self._record.at, metrics)
        if reached is not None:
            with self._wake:
                self.hit = reached
                self._course.stop()
                if self.state is RunState.RUNNING:
                    self.state = RunState.PAUSED

    def _obey(self, command: Change | Question[Any], simulation: Simulation | None) -> None:
        if isinstance(command, Question):
            command.answer(simulation)
            return
        if simulation is None:
            self._commands.put_off(command)
        else:
            self._apply(command, simulation)
        with self._wake:
            self._commands.changing -= 1

    def _apply(self, change: Change, simulation: Simulation) -> None:
        try:
            back = self._gestures.way_back(change, simulation)
            simulation.change(change.name, change.value, change.draft)
            settings = simulation.settings
        except UserError as error:
            with self._wake:
                self._problems += error.problems
        except FAULTS as error:
            self._record.spoil()
            self._fail(error)
        else:
            if self._record.at >= 0:
                self.recording.steer(self._record.at, change.name, change.value, change.draft)
            with self._wake:
                self._gestures.applied(change, back)
            self.settings = settings
            self._show(simulation)

    def _show(self, simulation: Simulation) -> None:
        try:
            self._record.append(simulation.look())
        except FAULTS as error:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        """Make `error` the state of the run; what a run was ended in the midst of is no failure."""
        if isinstance(error, Ended) and self._halt.is_set():
            return
        reason, details = explained(error)
        if self._record.at >= 0 and self._simulation is not None:  # otherwise the run did not go on at all
            self.recording.note_incident(self._record.at, reason)
        with self._wake:
            if isinstance(error, UserError):
                self._problems += error.problems  # shown where they can be fixed
            self.reason, self.traceback, self.state = reason, details, RunState.FAILED
            if self._record.at >= 0 and self._simulation is not None:
                self._course.begun = self._record.at  # the step did not happen
