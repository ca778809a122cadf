"""Reads a session file that another process may be writing: only what is new, and never keeps it open."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast, final

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.session_format import container, logs
from metascope.simulator.engine.files.session_format.container import Member
from metascope.simulator.engine.files.session_format.foreign import foreign, kind_of
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.reading import (
    HEAD,
    LOGS_LIMIT,
    Segment,
    head_text,
    is_finished,
    part_of,
)
from metascope.simulator.engine.text import say

Identity = tuple[int, int, int, int]  # device, file, bytes, nanoseconds: others once the file was written

_BEGINNING = b"PK\x03\x04"
_LATELY = 90.0  # seconds
_PEEK = 4096  # bytes that say what a file is


def is_being_written(path: Path) -> bool:
    """Return whether a file is a session that a process has written lately, and may go on with."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or time.time() - found.st_mtime > _LATELY:
            return False
        with path.open("rb", buffering=0) as file:
            return container.is_growing(cast("BinaryIO", file), found.st_size, HEAD)
    except OSError:
        return False


@dataclass(eq=False)
class Index:
    """What was found in a file so far: complete segments only."""

    head: str = ""  # the text of the first member
    members: list[Member] = field(default_factory=list)  # the first one, and those of the segments
    segments: list[Segment] = field(default_factory=list)
    finished: bool = False  # whether a directory follows: the last write was complete
    ended: bool = False  # whether the file says that nothing will be added
    logged: int = 0  # bytes of all logs

    @property
    def newest(self) -> int:
        """The last meta-step in it, -1 if there is none."""
        return max((segment.log.newest for segment in self.segments), default=-1)


@final
class GrowingFile:
    """A session file, opened for reading at each access and closed at once: its writer may replace it at any time.

    Args:
        path: where it is, or will be.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.index = Index()

    def identity(self) -> Identity:
        """Return what tells whether the file was written since.

        It is opened for that where an open file hinders nobody: a network file system looks at the server then, while
        what it knows of a name may be a minute old.

        Raises:
            OSError: it is not there, or cannot be read.
            UserError: it is no regular file.
        """
        found = os.stat(self.path)
        if not stat.S_ISREG(found.st_mode):  # opening a pipe would block forever
            raise refuse(str(self.path), say("must be a file"))
        if os.name != "nt":
            with self._opened() as file:
                found = os.fstat(file.fileno())
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns

    def read(self, member: Member) -> bytes:
        """Return the contents of a member.

        Raises:
            Malformed: it has changed.
            OSError: the file cannot be read.
        """
        with self._opened() as file:
            return container.read(file, member)

    def read_on(self) -> Sequence[Segment]:
        """Return the segments that were added to those of `index`, which has them from then on.

        Raises:
            LookupError: what `index` says is not in the file any more: it was replaced, or is being copied.
            Malformed: what is there is damaged, or has not arrived.
            UserError: it is no session.
            OSError: the file cannot be read.
        """
        with self._opened() as file:
            length = os.fstat(file.fileno()).st_size
            if not all(container.is_there(file, member, length) for member in self._anchors()):
                raise LookupError("the file holds something else")
            return _read_on(file, length, self.index, self.path)

    def anew(self) -> Index:
        """Return what the file holds, from its beginning.

        Raises:
            Malformed: what is there is damaged, or has not arrived.
            UserError: it is no session.
            OSError: the file cannot be read.
        """
        found = Index()
        with self._opened() as file:
            _read_on(file, os.fstat(file.fileno()).st_size, found, self.path)
        return found

    def _anchors(self) -> Sequence[Member]:
        return (*self.index.members[:1], *self.index.members[-1:])

    def _opened(self) -> BinaryIO:
        return cast("BinaryIO", self.path.open("rb", buffering=0))


def _read_on(file: BinaryIO, length: int, index: Index, path: Path) -> Sequence[Segment]:
    """Add to an index what complete segments follow, and return them; the index stays as it is on any failure."""
    if not index.members:
        _refuse_foreign(file, path)
    found = list(container.scan(file, length, index.members[-1].end if index.members else 0))
    head, members = index.head, list(index.members)
    if found and not members:
        if found[0].name != HEAD:
            raise refuse(str(path), kind_of(_BEGINNING, found))
        head = head_text(found[0], lambda member: container.read(file, member))
        members, found = found[:1], found[1:]
    segments, logged, whole = list(index.segments), index.logged, 0
    for place, member in enumerate(found, 1):
        if (part := part_of(member, segments)) != "log":
            segments[-1].members[part] = member
        else:
            logged += member.size
            if logged > LOGS_LIMIT:
                raise Malformed(say("its logs must have at most {limit} bytes", limit=LOGS_LIMIT))
            segments.append(Segment(logs.loads(container.read(file, member))))
        if segments[-1].whole:
            whole = place
    if segments and not segments[-1].whole:  # the rest of it is waited for
        segments.pop()
    fresh, members = segments[len(index.segments) :], [*members, *found[:whole]]
    finished = bool(members) and is_finished(file, members, length)
    if not finished:
        for member in (member for segment in fresh for member in segment.members.values()):
            container.read(file, member)  # what was written last may not have arrived
    index.ended = finished and container.ended(file, members)
    index.head, index.members, index.segments, index.logged, index.finished = head, members, segments, logged, finished
    return fresh


def _refuse_foreign(file: BinaryIO, path: Path) -> None:
    """Refuse a file whose first bytes, of which there may be few yet, are not those of a session.

    Raises:
        UserError: says what it is.
    """
    file.seek(0)
    beginning = file.read(_PEEK)
    known = HEAD[: max(len(beginning) - 30, 0)]
    if not beginning.startswith(_BEGINNING[: len(beginning)]) or foreign(beginning, known):
        raise refuse(str(path), kind_of(beginning, ()))
