"""Follows a session file that another process is writing: its recording grows as the file does."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np

from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.growing import GrowingFile, Identity, Index
from metascope.simulator.engine.files.session import METRICS_LIMIT
from metascope.simulator.engine.files.session_format import head as heads
from metascope.simulator.engine.files.session_format import logs
from metascope.simulator.engine.files.session_format.head import SessionHead
from metascope.simulator.engine.files.session_format.hints import frame_fields
from metascope.simulator.engine.files.session_format.logs import Log
from metascope.simulator.engine.files.session_format.malformed import UNFIT, Malformed
from metascope.simulator.engine.files.session_format.reading import Segment, StoredRun, told
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import BUDGET, Recording
from metascope.simulator.engine.history.rows import Array, Steps
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import say

THREAD = "metascope-following"
LOOK_EVERY = 0.25  # seconds between two looks at the file
USUAL = 30.0  # seconds between two writes of the program's own runs
LEAST_QUIET = 10.0  # seconds without news that are never worth telling

_ONE_WRITE = 1.5  # seconds within which news may be parts of one write
_LATE = 4 / 3  # of the longest of the last intervals between two writes, after which a silence is told
_DAMAGED = 4.0  # seconds for which a file may be unreadable before that is told: a copy may be under way

Stage = Literal["waiting", "growing", "ended", "gone", "failed"]
_ANOTHER = say("holds another run now")


class Following:
    """A run in a file that another process writes.

    Promises: the file is opened for reading only, for moments, and never locked; only what is new is read; what is
    half written is waited for. A file that was rewritten is read on where it holds the same run, also one of another
    program that has more to record, which makes another `head`; one that holds another run is a problem.

    `look` and `frame` may be called from several threads. What has news are the attributes, which are polled:

        following = Following(Path("results/session.metascope"))
        following.start()
        following.newest  # None until there is a frame

    Args:
        path: where the file is, or will be.
        budget: bytes that the recording may take.
    """

    def __init__(self, path: Path, budget: int = BUDGET) -> None:
        self.path = path
        self.recording = Recording(budget)
        self.head: SessionHead | None = None  # once there is one
        self.newest: Frame | None = None  # the last frame in the file
        self.stage: Stage = "waiting"
        self.problem: UserError | None = None  # why what is in the file cannot be read
        self.replaced = False  # the file holds another run now
        self.news = 0  # times that something new was read
        self.paused = False  # the thread does not look
        self.rate = 0.0  # meta-steps per second between the last two writes
        self._file = GrowingFile(path)
        self._run: StoredRun | None = None
        self._places: dict[tuple[int, int], tuple[Segment, int]] = {}  # of the states, by step and steered
        self._marks: frozenset[int] = frozenset()  # bookmarks in the file
        self._seen: Identity | None = None
        self._written = 0, 0  # the newest meta-step at the last news, and the nanoseconds at which it was written
        self._since = time.monotonic()  # of the last news
        self._wrong_since: float | None = None
        self._between: deque[float] = deque(maxlen=8)  # seconds between two news
        self._looking = threading.RLock()
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    # Whoever polls

    @property
    def quiet(self) -> float:
        """Seconds since something new came."""
        return time.monotonic() - self._since

    @property
    def usual(self) -> float | None:
        """Seconds between two writes; None until two were seen."""
        return max(self._between, default=None)

    @property
    def overdue(self) -> bool:
        """Whether nothing has come for longer than usual: its writer may have died, or its run may rest."""
        return (
            self.stage == "growing" and not self.paused and self.quiet > max(LEAST_QUIET, _LATE * (self.usual or USUAL))
        )

    @property
    def started(self) -> bool:
        """Whether the thread was started."""
        return self._thread is not None

    def start(self) -> None:
        """Look at the file from now on, in a thread."""
        self._thread = threading.Thread(target=self._follow, name=THREAD, daemon=True)
        self._thread.start()

    def stop(self, timeout: float = 2.0) -> bool:
        """End the thread; return whether it ended within `timeout` seconds. What was read can still be looked at."""
        self._end.set()
        if self._thread is None:
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def look(self) -> bool:
        """Read what is new in the file; return whether anything was."""
        with self._looking:
            try:
                there = self._file.identity()
            except FileNotFoundError:
                self._seen, self._wrong_since = None, None
                self.problem, self.stage = None, "waiting" if self._run is None else "gone"
                return False
            except OSError as error:
                self._doubt(told(self.path, error))
                return False
            except UserError as error:
                self._fail(error)
                return False
            if there == self._seen:
                return False
            before = self.news
            try:
                self._read(there)
            except UserError as error:
                self._fail(error)
            except (Malformed, OSError, *UNFIT) as error:
                if not self._doubt(told(self.path, error)):
                    return False
            else:
                self._wrong_since = None
            self._seen = there
            return self.news > before

    def frame(self, step: int) -> Frame:
        """Return the frame of a step, or where the file has it no longer, the newest one before it.

        Raises:
            UserError: it cannot be read.
        """
        run = self._run
        try:
            return self._frame(run, step)
        except UserError:
            self._look_again(run)
            return self._frame(self._run, step)

    def _look_again(self, run: StoredRun | None) -> None:
        """Look whether the file was rewritten since `run` was read from it; raise the error at hand if it was not."""
        self.look()
        if self.replaced:
            raise refuse(str(self.path), _ANOTHER) from None
        if self._run is run:
            raise

    # The thread

    def _follow(self) -> None:
        while True:
            if not self.paused:
                self.look()
            if self._end.wait(LOOK_EVERY):
                return

    def _fail(self, error: UserError) -> None:
        self.problem, self.stage = error, "failed"

    def _doubt(self, error: UserError) -> bool:
        """Take an error for a problem where it lasts, as a copy may be under way; return whether it is one."""
        now = time.monotonic()
        self._wrong_since = self._wrong_since or now
        if now - self._wrong_since < _DAMAGED:
            return False
        self._fail(error)
        return True

    def _read(self, there: Identity) -> None:
        """Take what is new.

        Raises:
            Malformed: what is there is damaged, or has not arrived.
            OSError: it cannot be read.
            UserError: it is no session, one of a newer program, or another one.
        """
        self.replaced, before, fresh = False, self._file.index, list[Segment]()
        try:
            fresh += self._file.read_on()
        except LookupError:
            if not self._read_anew():
                return
        else:
            if fresh:
                self._extend(fresh)
        if self._run is None:
            return
        self.problem, self.stage = None, "ended" if self._file.index.ended else "growing"
        if self._file.index is not before or fresh:
            self._tell(there)

    def _read_anew(self) -> bool:
        """Read a file that was replaced; return False while it does not hold yet what the one before did."""
        found = self._file.anew()
        if not found.segments or (found.newest < self.recording.newest_step and not found.finished):
            return False  # it is being copied
        head = self.head if found.head == self._file.index.head else self._grown(found.head)
        if self._run is not None and (head is None or not self._agrees(found)):
            self.replaced = True
            raise refuse(str(self.path), _ANOTHER)
        self._begin(found, head)
        return True

    def _grown(self, text: str) -> SessionHead | None:
        """Return the head that another program wrote as it had more to record; None where it is another run's."""
        try:
            found = heads.loads(text, str(self.path))
        except UserError:
            return None
        if self.head is None or all_stories()[found.preset.story].recorded is None:
            return None
        mine, its = self.head.preset, found.preset
        return found if (mine.story, mine.name, self.head.name) == (its.story, its.name, found.name) else None

    def _agrees(self, found: Index) -> bool:
        """Return whether the file holds the run that was followed, as far as that went."""
        mine, newest = self.recording, self.recording.newest_step
        steering = [event for segment in found.segments for event in segment.log.steering]
        if found.newest < newest or steering[: mine.steered] != list(mine.steering):
            return False
        steps, columns = logs.joined([segment.log for segment in found.segments], METRICS_LIMIT)
        own = mine.metrics.steps()
        own = own[own < newest]  # the newest row may have been replaced
        if not np.array_equal(steps[: len(own)], own):
            return False
        names = set(mine.metrics.names)
        return names <= columns.keys() and all(
            np.array_equal(columns[name][: len(own)], mine.metrics.column(name)[: len(own)], equal_nan=True)
            for name in names
        )

    def _tell(self, there: Identity) -> None:
        """Read the newest frame, count the news, and measure the rate by the writer's clock: news may be read late."""
        now = time.monotonic()
        (step, written), newest = self._written, self.recording.newest_step
        if not self.news:
            self._written = newest, there[3]
        elif (seconds := (there[3] - written) / 1e9) >= _ONE_WRITE:
            self.rate, self._written = (newest - step) / seconds, (newest, there[3])
        if self.news > 1 and now - self._since >= _ONE_WRITE:  # the first was written some time before
            self._between.append(now - self._since)
        self._since = now if self.news else now - max(time.time() - there[3] / 1e9, 0.0)
        self.news += 1
        self.newest = self._frame(self._run, self.recording.newest_step)

    # What is in the file becomes the recording

    def _extend(self, fresh: Sequence[Segment]) -> None:
        if self._run is None:
            self._begin(self._file.index)
            return
        recording, before = self.recording, self.recording.newest_step
        checkpoints = list(self._checkpoints(fresh, recording.steered))
        steps = np.array(sorted({step for segment in fresh for step in segment.log.frames.tolist()}), np.int64)
        last = max((one.step for one in recording.checkpoints), default=-1)
        if (len(steps) and steps[0] < before) or any(one.step <= last for one in checkpoints):
            raise Malformed(say("the meta-steps must be in ascending order"))
        self._run.extend(fresh)
        for segment in fresh:
            _add_rows(segment.log, recording.metrics)
        recording.read_on(
            steps,
            steering=[event for segment in fresh for event in segment.log.steering],
            checkpoints=checkpoints,
            incidents=[incident for segment in fresh for incident in segment.log.incidents],
        )
        self._mark(frozenset(fresh[-1].log.bookmarks))

    def _begin(self, index: Index, head: SessionHead | None = None) -> None:
        """Take over everything in the file, in place of what was taken from the one before."""
        head = head or self.head or heads.loads(index.head, str(self.path))
        parts = [segment.log for segment in index.segments]
        run = StoredRun(self._file, index.segments, frame_fields(all_stories()[head.preset.story].frame))
        steps = run.steps()
        if not steps:
            raise Malformed(say("the session must hold a frame"))
        rows, columns = logs.joined(parts, METRICS_LIMIT)
        recording = self.recording
        own = frozenset(recording.bookmarks) - self._marks
        places, self._places = self._places, {}
        try:
            checkpoints = list(self._checkpoints(index.segments, 0))
        except Malformed:
            self._places = places
            raise
        self._file.index, self._run, self.head = index, run, head
        _add(rows, columns, recording.metrics)
        self._marks = frozenset(parts[-1].bookmarks)
        recording.adopt(
            steps,
            self.frame,
            steering=[event for log in parts for event in log.steering],
            checkpoints=checkpoints,
            bookmarks=(own | self._marks).intersection(steps),
            incidents=[incident for log in parts for incident in log.incidents],
        )

    def _mark(self, marks: frozenset[int]) -> None:
        """Set and remove the bookmarks that were set and removed in the file; a person's own stay."""
        for step in marks - self._marks:
            self.recording.bookmark(step)
        for step in self._marks - marks:
            self.recording.remove_bookmark(step)
        self._marks = marks

    def _checkpoints(self, segments: Sequence[Segment], steered: int) -> Iterator[Checkpoint]:
        """Yield the checkpoints of these segments, before which there were `steered` changes."""
        last = -1
        for segment in segments:
            steered += len(segment.log.steering)
            for place, (step, events) in enumerate(segment.log.checkpoints):
                if step <= last or events > steered:
                    raise Malformed(say("checkpoints must be in ascending order"))
                self._places[step, events] = segment, place
                yield Checkpoint(step, events, partial(self._state, step, events))
                last = step

    def _state(self, step: int, events: int) -> State:
        """Return the state of a checkpoint, from where the file has it now; a UserError if it has it no longer."""
        run = self._run
        try:
            return self._stored(run, step, events)
        except UserError:
            self._look_again(run)
            return self._stored(self._run, step, events)

    def _stored(self, run: StoredRun | None, step: int, events: int) -> State:
        found = self._places.get((step, events))
        if run is None or found is None:
            raise refuse(str(self.path), say("has no checkpoint of meta-step {step} any more", step=step))
        return run.state(*found)

    def _frame(self, run: StoredRun | None, step: int) -> Frame:
        if run is None:
            raise refuse(str(self.path), say("the session must hold a frame"))
        return run.frame(run.before(step))


def _add_rows(log: Log, metrics: Metrics) -> None:
    _add(log.steps, dict(zip(log.names, log.values.T, strict=True)), metrics)


def _add(steps: Steps, columns: Mapping[str, Array], metrics: Metrics) -> None:
    """Add the rows that are new; the last one may be replaced.

    Raises:
        Malformed: the table would take too much memory.
    """
    rows = steps >= metrics.last_step
    steps, columns = steps[rows], {name: column[rows] for name, column in columns.items()}
    if (len(metrics) + len(steps)) * (len(columns) + 1) * 8 > METRICS_LIMIT:
        raise Malformed(say("the metrics must take at most {limit} bytes", limit=METRICS_LIMIT))
    if len(steps) and steps[0] == metrics.last_step:
        values = {name: float(column[0]) for name, column in columns.items() if not np.isnan(column[0])}
        metrics.append(int(steps[0]), values)
        steps, columns = steps[1:], {name: column[1:] for name, column in columns.items()}
    if len(steps):
        metrics.extend(steps, columns)
