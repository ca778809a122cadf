"""The timeline's memory of a run: every metric, as many frames as fit, checkpoints, and what a person did when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from simulator.engine.frame import Frame
from simulator.engine.history.checkpoints import Checkpoint, Checkpoints
from simulator.engine.history.memory_use import Arrays, arrays_of, taken
from simulator.engine.history.metrics import Metrics
from simulator.engine.simulation import State
from simulator.engine.steering import Incident, Steering
from simulator.engine.text import Message

BUDGET = 256 << 20  # bytes
Load = Callable[[int], Frame]  # reads the frame of a step from a file; a UserError where it is damaged

_STEERING_BYTES = 600  # a change of the log


@dataclass(frozen=True)
class Snapshot:
    """A recording at one moment, to be read on any thread. Rows of `metrics` beyond `step` came later."""

    step: int  # of the newest frame, -1 where there is none
    metrics: Metrics
    frames: Mapping[int, Frame | None]  # step -> the frame kept, None where it lies in a file; ascending
    load: Load  # reads those that lie in a file
    steering: tuple[Steering, ...]
    checkpoints: tuple[Checkpoint, ...]
    bookmarks: tuple[int, ...]
    incidents: tuple[Incident, ...]
    origin: int


class Recording:
    """What can be looked back at. Metrics are never dropped; frames are thinned evenly to stay within `budget` bytes.

    The first frame, the newest and the bookmarked ones are always kept. In a run so long that its metrics alone take
    three quarters of the budget, frames keep the last quarter. Checkpoints take at most an eighth. One thread appends
    while others look; a lock is held for the few microseconds of either, never while learning or painting.

    `origin` is the meta-step at which replaying begins; what lies before it is history that was taken over.
    """

    def __init__(self, budget: int = BUDGET, origin: int = 0) -> None:
        self.budget = budget
        self.origin = origin
        self.metrics = Metrics()
        self._lock = Lock()  # held for microseconds, by whoever looks and whoever writes
        self._writing = Lock()  # held by who adds and thins, which may take a while
        self._frames: dict[int, tuple[Frame | None, Arrays]] = {}  # step -> the frame, what it holds
        self._load: Load = _nothing
        self._steps: list[int] = []  # of the frames kept, ascending
        self._stride = 1
        self._bookmarks: frozenset[int] = frozenset()
        self._taken = 0  # bytes of the frames
        self._newest_taken = 0  # bytes of the newest one
        self._steering: list[Steering] = []
        self._incidents: tuple[Incident, ...] = ()
        self._checkpoints = Checkpoints(room=budget // 8)

    def append(self, frame: Frame) -> None:
        """Add the newest frame and its metrics; a frame of the same step as the newest replaces it.

        Raises:
            ValueError: its step is before the newest one's; a run that goes back needs a recording of its own.
        """
        self.metrics.append(frame.step, frame.metrics)
        passing = frame.step % self._stride != 0  # it gives way to the next one: to weigh it would be for nothing
        arrays = () if passing else arrays_of(frame)
        with self._writing:
            with self._lock:
                if self._steps:
                    last = self._steps[-1]
                    if last == frame.step or not self._wanted(last):
                        self._forget_newest()
                self._add(frame.step, frame, arrays)
            self._fit()

    def at(self, step: int) -> Frame:
        """Return the newest frame kept at or before `step`, or the first one.

        Raises:
            LookupError: nothing was recorded.
            UserError: it lies in a file that is damaged there.
        """
        with self._lock:
            kept = self._steps[self._place(step)]
            frame, load = self._frames[kept][0], self._load
        return frame or load(kept)

    @property
    def newest(self) -> Frame | None:
        """The frame added last; a UserError where it lies in a file that is damaged."""
        with self._lock:
            if not self._steps:
                return None
            kept = self._steps[-1]
            frame, load = self._frames[kept][0], self._load
        return frame or load(kept)

    @property
    def reads_files(self) -> bool:
        """Whether some of the frames lie in a file: whoever wrote that, they may not fit what draws them."""
        return self._load is not _nothing

    @property
    def newest_step(self) -> int:
        """The meta-step of the frame added last, -1 where there is none."""
        with self._lock:
            return self._steps[-1] if self._steps else -1

    def kept_steps(self) -> tuple[int, ...]:
        """Return the steps whose frames are kept, ascending."""
        with self._lock:
            return tuple(self._steps)

    @property
    def nbytes(self) -> int:
        """Bytes that frames, metrics, checkpoints and the log take; an array shared by frames counts once."""
        return self._taken + self._fixed()

    def set_budget(self, budget: int) -> None:
        """Let everything take so many bytes from now on; frames and checkpoints are thinned where it is too much."""
        with self._writing:
            self.budget = budget
            with self._lock:
                self._checkpoints.set_room(budget // 8)
            self._fit()

    def bookmark(self, step: int) -> int:
        """Keep the frame shown at `step` for good, and return its own step.

        Raises:
            LookupError: nothing was recorded.
        """
        with self._lock:
            kept = self._steps[self._place(step)]
            self._bookmarks |= {kept}
        return kept

    def remove_bookmark(self, step: int) -> None:
        """Let the frame of `step` be thinned like any other; nothing happens where no bookmark is."""
        self._bookmarks -= {step}

    @property
    def bookmarks(self) -> tuple[int, ...]:
        """The bookmarked steps, ascending."""
        return tuple(sorted(self._bookmarks))

    def steer(self, step: int, name: str, value: object, draft: bool = False) -> None:
        """Note a change that was applied. Every one counts: together they reproduce the run."""
        with self._lock:
            self._steering.append(Steering(step, name, value, draft))

    @property
    def steering(self) -> tuple[Steering, ...]:
        """What was changed, in order."""
        with self._lock:
            return tuple(self._steering)

    @property
    def steered(self) -> int:
        """How many changes there were."""
        return len(self._steering)

    def note_incident(self, step: int, reason: Message) -> None:
        """Note that the run stopped by itself after `step`."""
        self._incidents = (*self._incidents, Incident(step, reason))

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """When the run stopped by itself, and why."""
        return self._incidents

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """The states kept, ascending; the first is the run's origin."""
        with self._lock:
            return tuple(self._checkpoints)

    def checkpoint_due(self, step: int) -> bool:
        """Tell whether the state at `step` is to be kept."""
        return self._checkpoints.due(step)

    def keep_checkpoint(self, step: int, state: State) -> None:
        """Keep the state after `step` meta-steps and all changes so far."""
        with self._lock:
            self._checkpoints.add(Checkpoint.of(step, len(self._steering), state))

    def begin_anew(self, step: int, state: State | None = None) -> None:
        """Let the run's origin be at `step`, in `state` or in the checkpoint kept next: what came before is history."""
        with self._lock:
            self.origin = step
            self._steering.clear()
            kept = [] if state is None else [Checkpoint.of(step, 0, state)]
            self._checkpoints = Checkpoints(kept, self.budget // 8)

    def until(self, step: int) -> Recording:
        """Return a recording of its own with everything up to `step`, sharing frames and arrays: for a branch."""
        shot = self.snapshot()
        made = Recording(self.budget, min(self.origin, step))
        made.metrics = self.metrics.until(step)
        made._steering = [event for event in shot.steering if event.step <= step]
        checkpoints = (one for one in shot.checkpoints if one.step <= step and one.steered <= len(made._steering))
        made._checkpoints = Checkpoints(checkpoints, self.budget // 8)
        made._bookmarks = frozenset(mark for mark in shot.bookmarks if mark <= step)
        made._incidents = tuple(one for one in shot.incidents if one.step <= step)
        made._hold({at: frame for at, frame in shot.frames.items() if at <= step}, shot.load)
        return made

    def adopt(
        self,
        steps: Iterable[int],
        load: Load,
        *,
        steering: Iterable[Steering] = (),
        checkpoints: Iterable[Checkpoint] = (),
        bookmarks: Iterable[int] = (),
        incidents: Iterable[Incident] = (),
    ) -> None:
        """Take over what a file holds of a run, before anything is appended; its frames are read when looked at."""
        self._steering = list(steering)
        self._checkpoints = Checkpoints(checkpoints, self.budget // 8)
        self.origin = self._checkpoints[0].step if self._checkpoints else 0
        self._bookmarks = frozenset(bookmarks)
        self._incidents = tuple(incidents)
        self._hold(dict.fromkeys(sorted(steps)), load)

    def snapshot(self) -> Snapshot:
        """Return everything as it is now."""
        with self._lock:
            frames, steps = dict(self._frames), list(self._steps)
            log, checkpoints, load, origin = tuple(self._steering), tuple(self._checkpoints), self._load, self.origin
        return Snapshot(
            step=steps[-1] if steps else -1,
            metrics=self.metrics,
            frames={step: frames[step][0] for step in steps},
            load=load,
            steering=log,
            checkpoints=checkpoints,
            bookmarks=self.bookmarks,
            incidents=self._incidents,
            origin=origin,
        )

    def _hold(self, frames: Mapping[int, Frame | None], load: Load) -> None:
        self._load = load
        for step, frame in frames.items():
            self._add(step, frame, () if frame is None else arrays_of(frame))
        self._fit()

    def _add(self, step: int, frame: Frame | None, arrays: Arrays) -> None:
        self._newest_taken = taken(frame, arrays, self._held(-1)) if frame is not None and arrays else 0
        self._taken += self._newest_taken
        self._steps.append(step)
        self._frames[step] = (frame, arrays)

    def _forget_newest(self) -> None:
        """Take the newest frame out, which was added last."""
        self._frames.pop(self._steps.pop())
        self._taken -= self._newest_taken

    def _held(self, place: int) -> Arrays:
        """Return what the frame at `place` of those kept holds; nothing where there is none."""
        return self._frames[self._steps[place]][1] if self._steps else ()

    def _place(self, step: int) -> int:
        if not self._steps:
            raise LookupError("nothing was recorded")
        return max(bisect_right(self._steps, step) - 1, 0)

    def _fixed(self) -> int:
        """Return the bytes that are not frames'."""
        return self.metrics.nbytes + self._checkpoints.nbytes + _STEERING_BYTES * len(self._steering)

    def _fit(self) -> None:
        """Thin the frames until they take what the rest leaves, but a quarter at least, to look back by."""
        room = max(self.budget - self._fixed(), self.budget // 4)
        while self._taken > room and self._steps and self._stride <= self._steps[-1]:
            self._thin()

    def _thin(self) -> None:
        """Keep every second of the frames that are neither newest nor bookmarked; those in a file cost nothing."""
        self._stride *= 2
        steps, frames = self._steps, self._frames
        kept = [step for step in steps if self._wanted(step) or step == steps[-1]]
        total = cost = 0
        before: Arrays = ()
        for step in kept:
            frame, arrays = frames[step]
            cost = 0 if frame is None else taken(frame, arrays, before)
            total, before = total + cost, arrays
        fewer = {step: frames[step] for step in kept}
        with self._lock:
            self._steps, self._frames, self._taken, self._newest_taken = kept, fewer, total, cost
        for step in steps:  # one by one: to free thousands at once would hold the interpreter for long
            frames.pop(step)

    def _wanted(self, step: int) -> bool:
        return (
            step % self._stride == 0
            or step == self._steps[0]
            or step in self._bookmarks
            or self._frames[step][0] is None
        )


def _nothing(step: int) -> Frame:
    raise LookupError(f"no file has the frame of meta-step {step}")
