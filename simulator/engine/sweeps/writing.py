"""Writes the folder of a sweep: begins or resumes it, adds rows, and keeps its table and status up to date."""

from __future__ import annotations

import errno
import json
import os
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from metascope.simulator.engine.cli.results import insist
from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.files.session_format.head import versions
from metascope.simulator.engine.sweeps.folder import (
    LOCK,
    ROWS,
    RUNS,
    STATUS,
    SWEEP,
    Doing,
    Head,
    Row,
    Status,
    SweepFolder,
    dumps_head,
    is_sweep_folder,
)
from metascope.simulator.engine.sweeps.lock import FolderLock
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.table import write_table
from metascope.simulator.engine.text import say

_TABLE_EVERY = 5.0  # seconds between two tables at least, and
_TABLE_SHARE = 0.05  # of the time, at most, goes into them
_STATUS_EVERY = 1.0  # seconds


class FolderWriter:
    """Fills a sweep's folder; one process at a time. `close` lets go of it, and leaves one that can be resumed.

    Args:
        path: of the folder, which is made; one with another sweep, or with anything else in it, is refused.
        plan: the sweep.
        engine: returns what "auto" means in all runs, where the sweep begins; one that goes on has it.

    Raises:
        UserError: in one line: the folder cannot be written, is another sweep's, is being filled, or was begun with
            other versions, whose results may differ.
    """

    def __init__(self, path: Path, plan: Plan, engine: Callable[[], Engine]) -> None:
        self.path, self.plan = path, plan
        _make(path)
        self._lock = FolderLock(path / LOCK)
        self.token = self._lock.token  # by which a worker sees that it has this very folder
        try:
            head = self._begin(engine)
            self.engine = head.engine
            folder = SweepFolder(path)
            _cut(path / ROWS)
            folder.update()
            self.rows: dict[int, Row] = folder.rows
            self._file = _appending(path / ROWS)
        except BaseException:
            self._lock.release()
            raise
        self.failed = sum(row.state == "failed" for row in self.rows.values())
        self._beat = 0 if (folder.status is None) else folder.status.beat
        self._status_due = self._table_due = 0.0
        self._stale = True  # the table is older than the rows

    def add(self, row: Row) -> None:
        """Add a row: its session is written. What cannot be written is tried again for half a minute.

        Raises:
            UserError: it cannot be written; the folder is as before.
        """
        insist(self.path / ROWS, lambda: self._append(f"{row.dumps()}\n".encode()))
        before = self.rows.get(row.index)
        self.failed += (row.state == "failed") - (before is not None and before.state == "failed")
        self.rows[row.index] = row
        self._stale = True

    def _append(self, line: bytes) -> None:
        """Write a line of the rows, or leave the file as it was."""
        end = self._file.seek(0, os.SEEK_END)
        try:
            written = self._file.write(line)
            if written != len(line):  # the file has no buffer, and a disk that fills up takes a part
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError:
            with suppress(OSError):
                self._file.truncate(end)
            raise

    def tell(self, doing: Doing, started: int, rate: float | None, seconds_left: float | None) -> None:
        """Write the status and the table, where they are due; what cannot be written now is tried again."""
        now = time.monotonic()
        if now >= self._status_due:
            self._status_due = now + _STATUS_EVERY
            with suppress(UserError):
                self._write_status(doing, started, rate, seconds_left)
        if self._stale and now >= self._table_due:
            with suppress(UserError):
                self._write_table()
            spent = time.monotonic() - now
            self._table_due = now + max(_TABLE_EVERY, spent / _TABLE_SHARE)

    def close(self, doing: Doing) -> None:
        """Write the table and the last status, and let go of the folder.

        Raises:
            UserError: the table cannot be written; the folder can be resumed all the same.
        """
        try:
            if not self._file.closed:
                with suppress(OSError):
                    os.fsync(self._file.fileno())
                self._file.close()
            self._write_table()
        finally:
            with suppress(UserError):
                self._write_status(doing, 0, None, 0.0 if doing == "finished" else None)
            self._lock.release()

    def _begin(self, engine: Callable[[], Engine]) -> Head:
        """Return what the folder's head says, after writing it where the sweep begins."""
        if not is_sweep_folder(self.path):
            head = Head(self.plan, self.plan.identity, versions(), engine())
            (self.path / RUNS).mkdir(exist_ok=True)
            atomic_write(self.path / SWEEP, dumps_head(head).encode())
            return head
        there = SweepFolder(self.path).head
        if there.identity != self.plan.identity:
            text = "holds {title} with other runs or settings: choose another folder"
            raise refuse(str(self.path), say(text, title=there.plan.title))
        if different := _different(there.versions, now := versions()):
            text = "was begun with {before}, whose results may differ from those of {now}: choose another folder"
            raise refuse(str(self.path), say(text, before=_told(there.versions, different),
                                             now=_told(now, different)))  # fmt: skip
        return there

    def _write_status(self, doing: Doing, started: int, rate: float | None, seconds_left: float | None) -> None:
        self._beat += 1
        status = Status(
            doing=doing,
            count=len(self.plan),
            started=started,
            finished=len(self.rows) - self.failed,
            failed=self.failed,
            rate=rate,
            seconds_left=seconds_left,
            host=socket.gethostname(),
            pid=os.getpid(),
            beat=self._beat,
            time=time.time(),
        )
        atomic_write(self.path / STATUS, f"{json.dumps(asdict(status))}\n".encode())

    def _write_table(self) -> None:
        write_table(self.path, self.plan, self.rows)
        self._stale = False


def _make(path: Path) -> None:
    """Make the folder, or refuse one that is somebody else's before anything is written into it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        foreign = sorted(it.name for it in path.iterdir() if it.name not in (LOCK, RUNS))[:3]
    except (OSError, ValueError) as error:
        raise refuse(str(path), say("must be a writable folder: {reason}", reason=error)) from None
    if foreign and not is_sweep_folder(path):
        text = "must be empty, or a folder of this sweep; it holds {names}"
        raise refuse(str(path), say(text, names=", ".join(foreign)))


def _cut(path: Path) -> None:
    """Remove a last line without its end, which was being written when its writer ended."""
    with suppress(FileNotFoundError):
        data = path.read_bytes()
        whole = data.rfind(b"\n") + 1
        if whole != len(data):
            os.truncate(path, whole)


def _appending(path: Path) -> BinaryIO:
    try:
        return path.open("ab", buffering=0)
    except OSError as error:
        raise refuse(str(path), say("cannot be written: {reason}", reason=error.strerror or str(error))) from None


def _different(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    return [name for name in now if before.get(name) != now[name]]


def _told(found: Mapping[str, str], names: list[str]) -> str:
    return ", ".join(f"{name} {found.get(name, 'unknown')}" for name in names)
