"""Has a sweep's folder filled by processes of this machine that go on by themselves, also without the window."""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QProcess

from metascope import simulator
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.atomic import atomic_write
from metascope.simulator.engine.sweeps.local import log_of
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.text import Message, readable, say

MODULE = "metascope.simulator.engine.sweeps.local"
_LONGEST = 300  # characters of what a process said last


class LocalRunner:
    """The process that fills a folder. It lives until the sweep is done or it is told to stop, whoever began it."""

    def __init__(self, folder: Path, pid: int) -> None:
        self.folder, self.pid = folder, pid

    @property
    def alive(self) -> bool:
        """Whether the process is there; on Windows that is not asked for, and the folder's status tells."""
        if os.name == "nt":
            return True
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True

    def stop(self) -> None:
        """Tell it to stop soon and leave a folder that can be gone on with."""
        with suppress(OSError):
            os.kill(self.pid, signal.SIGTERM)

    def complaint(self) -> Message | None:
        """Return the last line that it said, None where it said nothing."""
        with suppress(OSError):
            lines = log_of(self.folder).read_text("utf-8", "replace").split("\n")
            said = [line.strip() for line in lines if line.strip()]
            if said:
                return say("{text}", text=readable(said[-1])[:_LONGEST])
        return None


def begin(folder: Path, plan: Plan) -> LocalRunner:
    """Begin a sweep in a new folder.

    Raises:
        UserError: its file cannot be written, or no process can be begun.
    """
    file = folder.with_name(f"{folder.name}.json")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse(str(folder.parent), say("cannot be made: {reason}", reason=error.strerror or str(error))) from None
    atomic_write(file, json.dumps(plan.document(), ensure_ascii=False, allow_nan=False).encode())
    return _start(folder, file)


def go_on(folder: Path) -> LocalRunner:
    """Go on with the sweep in a folder.

    Raises:
        UserError: no process can be begun.
    """
    return _start(folder)


def forget(folder: Path) -> None:
    """Delete the files beside a folder that was begun here."""
    for path in (folder.with_name(f"{folder.name}.json"), log_of(folder)):
        with suppress(OSError):
            path.unlink()


def _start(folder: Path, *more: Path) -> LocalRunner:
    root = str(Path(simulator.__file__).parents[1])  # from where the module is found, wherever the program lies
    arguments = ["-m", MODULE, str(folder.absolute()), *(str(path.absolute()) for path in more)]
    begun, pid = QProcess.startDetached(sys.executable, arguments, root)
    if not begun or pid <= 0:  # to the process 0 a signal would be one to this process too
        raise refuse(str(folder), say("no process can be begun that fills it"))
    return LocalRunner(folder, pid)
