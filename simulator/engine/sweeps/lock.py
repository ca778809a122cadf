"""A lock on a folder, which the system lets go when the process that holds it ends, however that is."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import BinaryIO

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say

_BEYOND = 1 << 30  # the byte that is locked on Windows, where nobody else may read it


class FolderLock:
    """Holds the file `path` until `release`; processes that this one starts do not inherit it.

    Raises:
        UserError: another process holds it, or the file cannot be made or locked.
    """

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO | None = None
        try:
            file = path.open("ab")
        except OSError as error:
            raise refuse(str(path), say("cannot be written: {reason}", reason=error.strerror or str(error))) from None
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            file.close()
            raise refuse(str(path.parent), say("is being filled by another process")) from None
        except OSError as error:
            file.close()
            raise refuse(str(path), say("cannot be locked: {reason}", reason=error.strerror or str(error))) from None
        self._file = file
        self.token = secrets.token_hex(16)  # in the file while it is held: readers see who has the same folder
        try:
            file.truncate(0)
            file.write(self.token.encode())
            file.flush()
        except OSError as error:
            self.release()
            raise refuse(str(path), say("cannot be written: {reason}", reason=error.strerror or str(error))) from None

    def release(self) -> None:
        """Let go of it; the file stays."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_BEYOND)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        os.set_inheritable(file.fileno(), False)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
