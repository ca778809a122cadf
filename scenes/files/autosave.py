"""Autosaves the runs of a window, so that a crash loses at most half a minute of training."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from metascope.scenes.files.slots import Slot, SlotRun
from metascope.scenes.runs.run import Run
from metascope.simulator.engine.cli.results import problems_of
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files.session import Journal
from metascope.simulator.engine.text import say

INTERVAL = 30.0  # seconds between two autosaves
THREAD = "metascope-autosave"
_GLANCE = 100  # ms between two checks of a running autosave
_STEP_PATIENCE = 0.5  # seconds that an autosave waits for the meta-steps under way, of all runs together
_ANSWER = 0.02  # seconds that it waits for each run in any case
_PATIENCE = 1.0  # seconds that the last autosave may take; what is written by then can be opened


@dataclass(frozen=True, eq=False)
class AutosavedRun:
    """A run to autosave, and its entry in the index."""

    run: Run
    entry: SlotRun


class Autosave(QObject):
    """Keeps a slot up to date: every `INTERVAL` seconds, and whenever `save` is called, as when a run pauses.

    One thread at a time writes, and only what is new. If the folder cannot be written there is no slot: nothing is
    saved, and that is reported once.

    Signals:
        failed: an autosave failed: the `UserError`. Emitted once for each reason, as long as it lasts.
        saved: an autosave has written everything that there was when it began.
    """

    failed = Signal(object)
    saved = Signal()

    def __init__(self, folder: Path, runs: Callable[[], Sequence[AutosavedRun]], parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._runs = runs
        self._slot: Slot | None = None
        self._journals: dict[int, tuple[Run, Journal]] = {}
        self._thread: threading.Thread | None = None
        self._problem: UserError | None = None  # of the running autosave
        self._told = frozenset[str]()  # reasons, as long as they last
        self._again = False  # `save` was called while an autosave was running
        self._timer = QTimer(self, interval=round(INTERVAL * 1000))
        self._timer.timeout.connect(self.save)
        self._watch = QTimer(self, interval=_GLANCE)
        self._watch.timeout.connect(self._look)
        self._timer.start()

    @property
    def folder(self) -> Path | None:
        """The folder of this process's runs; None before the first autosave."""
        return self._slot.folder if self._slot is not None else None

    @property
    def saving(self) -> bool:
        """Whether an autosave is running."""
        return self._thread is not None

    @property
    def complete(self) -> bool:
        """Whether the last autosave is done and wrote everything."""
        return self._problem is None and self._thread is None

    def set_interval(self, seconds: float) -> None:
        """Autosave every `seconds` seconds."""
        self._timer.setInterval(round(seconds * 1000))

    def save(self) -> None:
        """Start to write what is new to the slot; returns at once."""
        if self._thread is not None:
            self._again = True
            return
        kept = [one for one in self._runs() if one.run.recording.newest_step >= 0]
        if not (kept or self._journals) or (slot := self._own_slot()) is None:
            return
        self._problem = None
        self._thread = threading.Thread(target=self._write, args=(slot, kept), name=THREAD, daemon=True)
        self._thread.start()
        self._watch.start()

    def take_over(self, other: Autosave) -> None:
        """Go on with the files of another autosave, which ends and has none any more."""
        other._timer.stop()
        other._watch.stop()
        end = time.monotonic() + _PATIENCE
        if other._join(end):  # else this one begins anew, and that one's files are of a window that was closed
            self._slot, self._journals = other._slot, other._journals
            other._slot, other._journals = None, {}

    def close(self) -> Slot | None:
        """Save a last time and stop; return the slot, closed and released, or None if it is empty."""
        self._timer.stop()
        self._watch.stop()
        end = time.monotonic() + _PATIENCE
        if self._join(end):
            self.save()
            self._watch.stop()
            if self._join(end):
                for _, journal in self._journals.values():
                    journal.close()
        if self._slot is None:
            return None
        if not self._journals or self._slot.is_empty:  # such as when nothing could be written
            self._slot.remove()
            return None
        with suppress(UserError):  # then the next start asks about it
            self._slot.say_closed()
        self._slot.release()
        return self._slot

    def _join(self, end: float) -> bool:
        """Wait for the running autosave until `end`, of the monotonic clock; return whether it has ended."""
        if self._thread is not None:
            self._thread.join(max(0.0, end - time.monotonic()))
            if self._thread.is_alive():
                return False
        self._thread = None
        return True

    def _own_slot(self) -> Slot | None:
        if self._slot is None:
            try:
                self._slot = Slot.new(self._folder)
            except UserError as error:
                self._problem = error
                self._tell(error)
        return self._slot

    def _write(self, slot: Slot, kept: Sequence[AutosavedRun]) -> None:
        """Write what is new in each run, then the index, on the autosave thread. A failure hinders no other run."""
        entries: list[SlotRun] = []
        end = time.monotonic() + _STEP_PATIENCE
        problems = list(problems_of(lambda: self._forget({one.entry.key for one in kept}, slot), slot.folder))
        for one in kept:
            problems += problems_of(partial(self._write_run, one, slot, entries, end), slot.path(one.entry.key))
        problems += problems_of(lambda: slot.write_index(entries), slot.folder)
        parted = [journal.path for _, journal in self._journals.values() if not journal.whole]
        problems += [Problem(str(path), say("lacks parts of the run that cannot be read any more")) for path in parted]
        reasons: dict[str, Problem] = {}
        for problem in problems:
            reasons.setdefault(str(problem.message), problem)  # a full disk is one for all runs
        if reasons:
            self._problem = UserError(reasons.values())

    def _write_run(self, one: AutosavedRun, slot: Slot, entries: list[SlotRun], end: float) -> None:
        """Write what is new in a run, and add its entry, of an earlier moment where writing fails."""
        journal = self._journal(one, slot)
        try:
            journal.write(one.run.runner.snapshot(max(_ANSWER, end - time.monotonic())))
        finally:
            entries.append(replace(one.entry, step=max(journal.step, 0)))

    def _journal(self, one: AutosavedRun, slot: Slot) -> Journal:
        known = self._journals.get(one.entry.key)
        if known is not None and known[0] is one.run:
            return known[1]
        journal = Journal(slot.path(one.entry.key), one.run.head(one.entry.name))
        self._journals[one.entry.key] = (one.run, journal)
        return journal

    def _forget(self, keys: set[int], slot: Slot) -> None:
        """Delete the files of runs that no longer exist."""
        for key in set(self._journals) - keys:
            _, journal = self._journals.pop(key)
            journal.close()
            slot.forget(key)

    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._thread = None
        self._watch.stop()
        if self._problem is not None:
            self._tell(self._problem)
        if self._again:  # what is new since then is not written yet
            self._again = False
            self.save()
        elif self._problem is None:
            self._told = frozenset()
            self.saved.emit()

    def _tell(self, error: UserError) -> None:
        reasons = frozenset(str(problem.message) for problem in error.problems)
        if not reasons <= self._told:
            self.failed.emit(error)
        self._told = reasons
