"""Keeps a file for one recording: a second one, in this process or another on this machine, is refused."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import IO, final

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_lock, _claimed = Lock(), set[str]()  # paths that this process records to


@final
class Claim:
    """The right to write the file at `path`, until `release`; the system takes it back where a process is killed.

    Another machine that shares the folder is not seen.

    Raises:
        UserError: somebody else has it, or its folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._real = os.path.realpath(path)
        taken = refuse(str(path), say("another recording writes this file"))
        with _lock:
            if self._real in _claimed:
                raise taken
            folder, name = os.path.split(self._real)
            self._beside = Path(folder) / f".{name}.lock"
            try:
                self._file: IO[str] = self._beside.open("a", encoding="utf-8")
            except OSError as error:
                reason = error.strerror or str(error)
                raise refuse(str(path), say("cannot be written: {reason}", reason=reason)) from None
            try:
                _hold(self._file.fileno())
            except OSError:
                self._file.close()
                raise taken from None
            _claimed.add(self._real)

    def release(self) -> None:
        """Let others write the file."""
        with _lock:
            _claimed.discard(self._real)
            with suppress(OSError):  # the folder may be gone
                self._beside.unlink(missing_ok=True)
            self._file.close()


def _hold(number: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
