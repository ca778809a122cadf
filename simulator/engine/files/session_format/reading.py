"""Reads a session file: its head and logs at once, its frames and states on demand."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import BinaryIO, Protocol, TypeVar, cast, final
from weakref import WeakValueDictionary

from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.session_format import container, logs, states
from metascope.simulator.engine.files.session_format.arrays import StoredPool
from metascope.simulator.engine.files.session_format.columns import Get, Reading
from metascope.simulator.engine.files.session_format.compounds import Fields
from metascope.simulator.engine.files.session_format.container import Member
from metascope.simulator.engine.files.session_format.foreign import foreign, kind_of
from metascope.simulator.engine.files.session_format.logs import Log
from metascope.simulator.engine.files.session_format.malformed import UNFIT, Malformed
from metascope.simulator.engine.files.session_format.sheets import Array, StoredSheet
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.simulation import State
from metascope.simulator.engine.text import Message, say

T = TypeVar("T")

HEAD = "session.json"
CUT = say("the file ends early")  # what a write leaves that did not come to its end

_KEPT = 32 << 20  # bytes of parts in the cache
_HEAD_LIMIT = 4 << 20  # bytes
LOGS_LIMIT = 2 << 30  # bytes of all logs together, which are read when the session is opened
_NAME = re.compile(r"(log|arrays|states|frames)/(\d{8})\.safetensors")


@dataclass(frozen=True, eq=False)
class Segment:
    """A stretch of the run in the file."""

    log: Log
    members: dict[str, Member] = field(default_factory=dict)  # by part

    @property
    def whole(self) -> bool:
        """Whether every part that the log lists is there."""
        return set(self.members) == set(self.log.parts)


@final
class SessionFile:
    """An open session file. Several threads may use it; a file that changes raises an error instead of wrong data.

    Args:
        path: where it is.

    Raises:
        UserError: it cannot be read, or is not a session file, or is malicious.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._file, self._length = _opened(path)
        with ExitStack() as failing:
            failing.callback(self._file.close)
            if foreign(beginning := self._peek(), HEAD):
                raise refuse(str(path), kind_of(beginning, ()))
            self.members = self._try(lambda: list(container.scan(self._file, self._length)))
            if not self.members or self.members[0].name != HEAD:
                raise refuse(str(path), kind_of(self._peek(), self.members))
            failing.pop_all()

    def close(self) -> None:
        """Close the file, after which nothing can be read from it."""
        with self._lock:
            self._file.close()

    def head(self) -> str:
        """Return the text of the first member."""
        return self._try(lambda: head_text(self.members[0], self.read))

    def segments(self) -> tuple[list[Segment], Message | None]:
        """Return the complete segments in order, and the problem that ended them early, if any.

        Raises:
            UserError: a member does not belong to a session, or there is no complete segment.
        """
        if sum(member.size for member in self.members if member.name.startswith("log/")) > LOGS_LIMIT:
            raise refuse(str(self.path), say("its logs must have at most {limit} bytes", limit=LOGS_LIMIT))
        segments: list[Segment] = []
        problem: Message | None = None
        for member in self.members[1:]:
            part = self._try(lambda member=member: part_of(member, segments))  # type: ignore[misc]
            if part != "log":
                segments[-1].members[part] = member
                continue
            try:
                log = self._try(lambda member=member: logs.loads(self.read(member)))  # type: ignore[misc]
            except UserError as error:
                problem = error.problems[0].message
                break
            segments.append(Segment(log))
        found = segments[: next((k for k, it in enumerate(segments) if not it.whole), len(segments))]
        if problem is None and not self._finished():
            problem = CUT
            found = found[:-1] if found and not self._intact(found[-1]) else found
        if not found:
            raise refuse(str(self.path), problem or say("the session must hold a part of a run"))
        return found, problem

    def read(self, member: Member) -> bytes:
        """Return the contents of a member.

        Raises:
            Malformed: it has changed.
        """
        with self._lock:
            return container.read(self._file, member)

    @property
    def has_ending(self) -> bool:
        """Whether it ends as a complete write leaves it, whatever is before that."""
        return container.has_ending(self._file, self._length)

    def _finished(self) -> bool:
        return is_finished(self._file, self.members, self._length)

    def _intact(self, segment: Segment) -> bool:
        """Return whether a segment holds what was written: the last one of a truncated file may not."""
        try:
            for member in segment.members.values():
                self.read(member)
        except Malformed:
            return False
        return True

    def _peek(self) -> bytes:
        self._file.seek(0)
        return self._file.read(4096)

    def _try(self, act: Callable[[], T]) -> T:
        return telling(self.path, act)


def is_finished(file: BinaryIO, members: Sequence[Member], length: int) -> bool:
    """Return whether a file of `length` bytes, with these complete members, ends like a finished one."""
    file.seek(max(length - container.ENDING, 0))
    return container.finished(members, file.read(container.ENDING), length)


def head_text(member: Member, read: Callable[[Member], bytes]) -> str:
    """Return the text of the first member, which `read` reads.

    Raises:
        Malformed: it is too large, or no text.
    """
    if member.size > _HEAD_LIMIT:
        raise Malformed(say("its head must have at most {limit} bytes", limit=_HEAD_LIMIT))
    try:
        return read(member).decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed(say("its head must be UTF-8 text")) from None


def telling(path: Path, act: Callable[[], T]) -> T:
    """Call `act` and turn its errors into a `UserError`.

    Raises:
        UserError: names `path` and the problem.
    """
    try:
        return act()
    except (Malformed, OSError, *UNFIT) as error:
        raise told(path, error) from None


def told(path: Path, error: Exception) -> UserError:
    """Return what a person is told where the file at `path` cannot be read because of this error."""
    if isinstance(error, Malformed):
        return refuse(str(path), error.message)
    if isinstance(error, OSError):
        return refuse(str(path), say("cannot be read: {reason}", reason=error.strerror or str(error)))
    reason = " ".join(str(error).split())[:160] or type(error).__name__
    return refuse(str(path), say("is not as Metascope writes it: {reason}", reason=reason))


class Source(Protocol):
    """A file whose members can be read."""

    path: Path

    def read(self, member: Member) -> bytes:
        """Return the contents of a member; a `Malformed` if it has changed."""


@final
class StoredRun:
    """The frames and states of a session, read on demand. Several threads may use it.

    An array or object that frames share stays the same object as long as anything refers to it.
    """

    def __init__(self, file: Source, segments: Iterable[Segment], fields: Fields) -> None:
        self._file = file
        self._segments: list[Segment] = []  # with frames
        self._firsts: list[int] = []
        self._holders: list[Segment] = []  # of shared arrays
        self._numbers: list[int] = []
        self._fields = fields
        self._lock = RLock()
        self._parts: OrderedDict[str, tuple[object, int]] = OrderedDict()  # by member name, with its size in bytes
        self._nbytes = 0
        self._arrays: WeakValueDictionary[int, Array] = WeakValueDictionary()
        self._things: WeakValueDictionary[object, object] = WeakValueDictionary()
        self.extend(segments)

    def extend(self, segments: Iterable[Segment]) -> None:
        """Take more segments, which follow those that it has."""
        with self._lock:
            for segment in segments:
                if "frames" in segment.log.parts:
                    self._segments.append(segment)
                    self._firsts.append(int(segment.log.frames[0]))
                if segment.log.shared:
                    self._holders.append(segment)
                    self._numbers.append(segment.log.first)

    def steps(self) -> list[int]:
        """Return the steps of all frames, ascending."""
        return sorted({step for segment in self._segments for step in segment.log.frames.tolist()})

    def before(self, step: int) -> int:
        """Return the step of the newest frame at or before `step`, or of the first one, without reading it."""
        with self._lock:
            segment = self._segments[max(bisect_right(self._firsts, step) - 1, 0)]
            frames = segment.log.frames
            return int(frames[max(int(frames.searchsorted(step, side="right")) - 1, 0)])

    def frame(self, step: int) -> Frame:
        """Return the frame of `step`, which is one of `steps`.

        Raises:
            UserError: it is damaged.
        """
        return telling(self._file.path, lambda: self._frame(step))

    def state(self, segment: Segment, place: int) -> State:
        """Return a state of a segment, by its index.

        Raises:
            UserError: it is damaged.
        """

        def get() -> State:
            found = self._part(segment, "states", states.loads)
            return found[place]

        return telling(self._file.path, get)

    def _frame(self, step: int) -> Frame:
        with self._lock:
            segment = self._segments[bisect_right(self._firsts, step) - 1]
            place = int(segment.log.frames.searchsorted(step))
            get = self._part(segment, "frames", lambda sheet: self._unpacked(sheet, segment))
            frame = cast("Frame", get(place))
        if frame.step != step:
            raise Malformed(say("the frame must be of meta-step {step}, not {got}", step=step, got=frame.step))
        return frame

    def _unpacked(self, sheet: StoredSheet, segment: Segment) -> Get:
        reading = Reading(sheet, StoredPool(sheet), self._shared, self._things)
        return self._fields.unpack("frame", len(segment.log.frames), reading)

    def _shared(self, number: int) -> Array:
        array = self._arrays.get(number)
        if array is None:
            place = bisect_right(self._numbers, number) - 1
            if place < 0 or number >= self._numbers[place] + self._holders[place].log.shared:
                raise Malformed(say("an array that frames share is missing"))
            pool = self._part(self._holders[place], "arrays", StoredPool)
            array = self._arrays[number] = pool[number - self._numbers[place]]
        return array

    def _part(self, segment: Segment, part: str, make: Callable[[StoredSheet], T]) -> T:
        """Return what `make` returns for a part, cached as long as there is room."""
        member = segment.members[part]
        with self._lock:
            known = self._parts.pop(member.name, None)
            if known is None:
                known = (make(StoredSheet(self._file.read(member))), member.size)
                self._nbytes += member.size
            self._parts[member.name] = known
            while self._nbytes > _KEPT and len(self._parts) > 1:
                _, (_, size) = self._parts.popitem(last=False)
                self._nbytes -= size
        return cast("T", known[0])


def _opened(path: Path) -> tuple[BinaryIO, int]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would block forever
            raise refuse(str(path), say("must be a file"))
        file = path.open("rb", buffering=0)
        return cast("BinaryIO", file), os.fstat(file.fileno()).st_size
    except (OSError, ValueError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise refuse(str(path), say("cannot be read: {reason}", reason=reason)) from None


def part_of(member: Member, segments: Sequence[Segment]) -> str:
    """Return which part of a segment a member is, from its name and position.

    Raises:
        Malformed: no session has such a member there.
    """
    match = _NAME.fullmatch(member.name)
    if match is None:
        raise Malformed(say("a session has no part named {name}", name=member.name))
    part, number = match[1], int(match[2])
    if part == "log":
        right = number == len(segments) and (not segments or segments[-1].whole)
    else:
        right = bool(segments) and number == len(segments) - 1 and _next(segments[-1]) == part
    if not right:
        raise Malformed(say("{name} is in the wrong place", name=member.name))
    return part


def _next(segment: Segment) -> str | None:
    """Return the part that must follow."""
    return next((part for part in segment.log.parts if part not in segment.members), None)
