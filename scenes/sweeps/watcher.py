"""Reads a sweep's folder again and again in a thread, what is new of it, and tells the GUI thread."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from metascope.scenes.files.completion import when_done
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.sweeps.folder import Row, Status, SweepFolder, is_sweep_folder
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.text import say

EVERY = 1.0  # seconds between two looks, at least
SHARE = 20  # times as long as a look took pass until the next
THREAD = "metascope-sweep"


@dataclass(frozen=True)
class Look:
    """What a folder holds now; `error` says why nothing is known, or nothing new."""

    plan: Plan | None = None
    rows: Mapping[int, Row] = field(default_factory=dict)  # all that have come, by index
    status: Status | None = None
    alive: bool = False  # whether something runs the sweep
    error: UserError | None = None


class SweepWatcher(QObject):
    """Looks into a folder at most once a second, and takes no more than a twentieth of one core for it.

    A folder that is slow, or does not answer at all, delays nothing but the next look. One that vanishes is told, and
    is looked for further on. Ends with `stop`.

    Signals:
        looked(look): the folder was looked into, and something is other than before.
    """

    looked = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._folder: SweepFolder | None = None  # the thread's, while it looks
        self._last = Look()
        self._future: Future[Look] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    @property
    def last(self) -> Look:
        """What the last look has found."""
        return self._last

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._future is not None

    def look(self) -> None:
        """Look now, unless a look is under way, and every second from then on."""
        if self._future is not None:
            return
        self._timer.stop()
        worker = ThreadPoolExecutor(1, thread_name_prefix=THREAD)
        began = time.perf_counter()
        self._future = worker.submit(self._read, self._last)
        worker.shutdown(wait=False)  # ends once it has looked
        when_done(self._future, lambda future: self._take(future, began))

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._future = None

    def _read(self, last: Look) -> Look:
        """Return what is in the folder; called in a thread, one look at a time."""
        try:
            if self._folder is None:
                self._folder = SweepFolder(self.path)
            elif not is_sweep_folder(self.path):
                raise refuse(str(self.path), say("is not there any more; it is looked for further on"))
            folder = self._folder
            new = folder.update()
            rows = dict(folder.rows) if new or len(folder.rows) != len(last.rows) else last.rows
            return Look(folder.plan, rows, folder.status, folder.alive)
        except UserError as error:
            return Look(last.plan, last.rows, last.status, False, error)

    def _take(self, future: Future[Look], began: float) -> None:
        if self._future is not future:  # stopped meanwhile
            return
        self._future = None
        look = future.result()
        took = time.perf_counter() - began
        self._timer.start(round(1000 * max(EVERY, SHARE * took)))
        if _differs(look, self._last):
            self._last = look
            self.looked.emit(look)


def _differs(one: Look, other: Look) -> bool:
    """Return whether two looks tell a person anything different."""
    return (
        one.plan is not other.plan
        or one.rows is not other.rows
        or (one.status, one.alive, str(one.error)) != (other.status, other.alive, str(other.error))
    )
