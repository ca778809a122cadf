"""Saves a run as one session file, at once or continuously while it trains, and opens it again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, final

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.atomic import replacing
from metascope.simulator.engine.files.session_format import head as heads
from metascope.simulator.engine.files.session_format import logs
from metascope.simulator.engine.files.session_format.container import Member, MemberWriter
from metascope.simulator.engine.files.session_format.head import Parent as Parent
from metascope.simulator.engine.files.session_format.head import SessionHead as SessionHead
from metascope.simulator.engine.files.session_format.head import versions as versions
from metascope.simulator.engine.files.session_format.hints import frame_fields
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.reading import CUT, HEAD, Segment, SessionFile, StoredRun, telling
from metascope.simulator.engine.files.session_format.scribe import Progress, Scribe
from metascope.simulator.engine.history.checkpoints import Checkpoint
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.recording import BUDGET, Recording
from metascope.simulator.engine.history.snapshot import Snapshot
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import Message, say

SUFFIX = ".metascope"
METRICS_LIMIT = 2 << 30  # bytes that the metrics of an opened session may take

_BLOAT = 2  # multiple of the live data beyond which a journal is rewritten
_SMALL = 4 << 20  # bytes: a smaller journal is not rewritten
_SCATTER = 512  # parts that may be added in small pieces before it is rewritten


def save(path: Path, head: SessionHead, snapshot: Snapshot, progress: Progress = lambda share: None) -> None:
    """Write a run to the file at `path` completely, or on any failure leave the old file intact.

    Any thread may call this; it releases the interpreter every few milliseconds.

    Args:
        path: where; a symbolic link is followed, the old file's mode kept.
        head: which run it is.
        snapshot: of its recording.
        progress: called with the fraction done; an exception from it ends the saving.

    Raises:
        UserError: names the path and what the system says.
    """
    _save(path, head, snapshot, progress)


@final
class Journal:
    """A session file that is written while a run trains, in case the program ends before it is saved.

    Promises: a kill at any moment, or a full disk, leaves a file that opens up to an earlier write; each write adds
    only what is new; the file stays below about twice what the run holds. Used by one thread at a time.

    Args:
        path: where to write; the first write replaces an existing file.
        head: which run it is.
    """

    def __init__(self, path: Path, head: SessionHead) -> None:
        self.path = path
        self._head = head
        self._scribe: Scribe | None = None
        self._members: MemberWriter | None = None
        self._file: BinaryIO | None = None
        self._anew = 0  # parts when it was last rewritten
        self.step = -1  # the last meta-step that was written
        self.whole = True  # no frame and no checkpoint was left out because it could not be read

    def write(self, snapshot: Snapshot) -> None:
        """Write what is new; nothing is written before the first frame.

        Raises:
            UserError: names the path and what the system says; the next write starts over.
        """
        if snapshot.step < 0:
            return
        scribe, members, file = self._scribe, self._members, self._file
        if scribe is None or members is None or file is None or not self._fits(scribe, members, file, snapshot):
            self._write_anew(snapshot)
        else:
            self._scribe = None  # until it has gone well
            _extend(self.path, file, members, scribe, snapshot)
            self._scribe = scribe
        self.step = snapshot.step
        self.whole = self._scribe is not None and self._scribe.left_out == 0

    def close(self, ended: bool = True) -> None:
        """Finish writing; the file stays, and says that nothing more will come, unless another journal takes over."""
        if ended and self._scribe is not None and self._members is not None and self._file is not None:
            with suppress(OSError):  # who follows it is told of a silence instead
                self._members.end_for_good()
        self._let_go()

    def _let_go(self) -> None:
        if self._file is not None:
            with suppress(OSError):  # what could not be written was told of
                self._file.close()
        self._scribe = self._members = self._file = None

    def _write_anew(self, snapshot: Snapshot) -> None:
        self._let_go()
        scribe, members = _save(self.path, self._head, snapshot, lambda share: None, ended=False)
        try:
            self._file = self.path.open("r+b")
        except OSError as error:
            reason = error.strerror or str(error)
            raise refuse(str(self.path), say("cannot be written: {reason}", reason=reason)) from None
        self._scribe = scribe
        self._members = MemberWriter(self._file, members)
        self._anew = len(members)

    def _fits(self, scribe: Scribe, members: MemberWriter, file: BinaryIO, snapshot: Snapshot) -> bool:
        """Return whether new data can be appended: it continues what is written, most of which is still live.

        Where somebody deleted or replaced the file, nobody would find what is added.
        """
        if not (scribe.goes_on(snapshot) and _is_at(self.path, file)):
            return False
        stale = scribe.frames > _BLOAT * len(snapshot.frames) or scribe.checkpoints > _BLOAT * len(snapshot.checkpoints)
        scattered = len(members.members) > _BLOAT * self._anew + _SCATTER
        return not scattered and (members.end < _SMALL or not stale)


@dataclass(frozen=True, eq=False)
class Session:
    """A run opened from a file, which stays open until `close`; frames are read when they are needed."""

    head: SessionHead
    recording: Recording
    notice: Message | None  # what is missing, if anything
    file: SessionFile
    damaged: bool = False  # what is missing may be in the file: it is not only that its writer did not come to an end

    def close(self) -> None:
        """Close the file."""
        self.file.close()


def open_session(path: Path, budget: int = BUDGET) -> Session:
    """Open the session file at `path`; imports no torch.

    Raises:
        UserError: in one message, what is wrong: the file is unreadable, foreign, malicious or damaged.
    """
    with ExitStack() as failing:
        file = SessionFile(path)
        failing.callback(file.close)
        head = heads.loads(file.head(), str(path))
        segments, problem = file.segments()
        recording = telling(path, partial(_recording, file, segments, head, budget))
        failing.pop_all()
    step = max(segment.log.newest for segment in segments)
    notice = problem and say("{problem}: opened up to meta-step {step}", problem=problem, step=step)
    return Session(head, recording, notice, file, damaged=problem is not None and (problem != CUT or file.has_ending))


def _save(
    path: Path, head: SessionHead, snapshot: Snapshot, progress: Progress, ended: bool = True
) -> tuple[Scribe, list[Member]]:
    """Write the whole run; return the scribe that can continue, and what the file holds.

    `ended`: nothing will be added.
    """
    scribe = Scribe(frame_fields(all_stories()[head.preset.story].frame))
    with replacing(path) as temporary, temporary.open("r+b") as file:
        members = MemberWriter(file)
        try:
            members.add(HEAD, heads.dumps(head).encode())
            scribe.write(snapshot, members, progress)
        except Malformed as error:
            raise refuse(str(path), error.message) from None
        members.finish(ended)
    return scribe, members.members


def _extend(path: Path, file: BinaryIO, members: MemberWriter, scribe: Scribe, snapshot: Snapshot) -> None:
    """Append what is new, after removing the old directory, which must not be taken for part of the new data."""
    begin = members.end
    try:
        file.truncate(members.end)
        file.seek(members.end)
        scribe.write(snapshot, members, lambda share: None)
        members.finish(ended=False)
        file.flush()
        os.fsync(file.fileno())
    except Malformed as error:
        raise refuse(str(path), error.message) from None
    except OSError as error:
        with suppress(OSError):  # leaves its room to others, where the disk is full
            os.ftruncate(file.fileno(), begin)
        reason = error.strerror or str(error)
        raise refuse(str(path), say("cannot be written: {reason}", reason=reason)) from None


def _is_at(path: Path, file: BinaryIO) -> bool:
    """Return whether an open file is the one at `path`."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except OSError:
        return False


def _recording(file: SessionFile, segments: Sequence[Segment], head: SessionHead, budget: int) -> Recording:
    """Return the recording in these segments.

    Raises:
        Malformed: they are inconsistent.
    """
    told = [segment.log for segment in segments]
    run = StoredRun(file, segments, frame_fields(all_stories()[head.preset.story].frame))
    steps = run.steps()
    if not steps:
        raise Malformed(say("the session must hold a frame"))
    recording = Recording(budget, told[-1].origin)
    recording.metrics = Metrics.of(*logs.joined(told, METRICS_LIMIT))
    recording.adopt(
        steps,
        run.frame,
        steering=[event for log in told for event in log.steering],
        checkpoints=_checkpoints(run, segments),
        bookmarks=set(told[-1].bookmarks).intersection(steps),
        incidents=[incident for log in told for incident in log.incidents],
    )
    return recording


def _checkpoints(run: StoredRun, segments: Sequence[Segment]) -> Iterator[Checkpoint]:
    last, steered = -1, 0
    for segment in segments:
        steered += len(segment.log.steering)
        for place, (step, events) in enumerate(segment.log.checkpoints):
            if step <= last or events > steered:
                raise Malformed(say("checkpoints must be in ascending order"))
            yield Checkpoint(step, events, partial(run.state, segment, place))
            last = step
