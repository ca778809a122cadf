"""The folder of a run without a window: nobody else's meanwhile, and written to although a disk is full for a time."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, final

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import Message, say

if sys.platform != "win32":
    import fcntl

log = logging.getLogger("metascope.results")

SESSION, PRESET, METRICS, WEIGHTS = "session.metascope", "preset.json", "metrics.csv", "weights.safetensors"
LOCK = ".metascope-run"  # is there while a run is written to its folder
REPLAYED = (PRESET, METRICS, WEIGHTS)  # what a replay writes: the session that it reads may lie in the same folder
RESULTS = (*REPLAYED, SESSION)
WAITS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)  # seconds before what could not be written at the end is tried again: half a
# minute together, in which a disk that was full for a moment has room again
KEEP_EVERY = 30.0  # seconds of training that a crash may lose


@contextmanager
def claimed(folder: Path, overwrite: bool, names: Sequence[str] = RESULTS) -> Iterator[None]:
    """Make `folder`, and keep other runs out of it.

    Args:
        folder: for the results of one run.
        overwrite: what a run that has ended left there is removed; otherwise it is a reason to refuse.
        names: of the files that will be written.

    Raises:
        UserError: it cannot be made, holds another run's results, or another run is being written there.
    """
    make_folder(folder)
    with _locked(folder):
        there = [name for name in names if os.path.lexists(folder / name)]
        if there and not overwrite:
            text = "already holds the results of a run ({names}): choose another folder with --out, or add --overwrite"
            raise refuse(str(folder), say(text, names=", ".join(there)))
        for name in there:  # a run that is killed before its end would leave files of two
            _remove(folder / name)
        yield


def make_folder(folder: Path) -> None:
    """Make a folder for results, if it is not there.

    Raises:
        UserError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise refuse(str(folder), say("must be a writable folder: {reason}", reason=error)) from None


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which ends with this process however it ends."""
    path = folder / LOCK
    try:
        if sys.platform == "win32":
            path.unlink(missing_ok=True)  # refused by the system while another process has it open
        file = path.open("ab")
    except (OSError, ValueError) as error:
        if sys.platform == "win32" and path.exists():
            raise _occupied(folder) from None
        raise refuse(str(folder), say("must be a writable folder: {reason}", reason=error)) from None
    with file:
        _lock(file, path, folder)
        try:
            yield
        finally:
            with suppress(OSError):  # on Windows while it is open; the next run removes it
                path.unlink()


def _lock(file: BinaryIO, path: Path, folder: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise _occupied(folder) from None
    except OSError:  # a file system without locks
        return
    with suppress(FileNotFoundError):
        if os.fstat(file.fileno()).st_ino == path.stat().st_ino:
            return
    raise _occupied(folder)  # another run removed it as it ended: this one is to be asked for again


def _occupied(folder: Path) -> UserError:
    text = "another run is being written to this folder: choose another one with --out"
    return refuse(str(folder), say(text))


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise refuse(str(path), say("cannot be replaced: {reason}", reason=error.strerror or error)) from None


@final
class Repeated:
    """A write that is due now and then, and where it fails sooner: after one second, two, four and so on.

    Args:
        write: what is done; whatever it raises ends nothing.
        where: what is written, for people.
        told: called with the first problem of several in a row.
    """

    def __init__(self, write: Callable[[], object], where: Path, told: Callable[[Problem], object]) -> None:
        self._write, self._where, self._told = write, where, told
        self._due = time.monotonic() + KEEP_EVERY
        self._failed = 0  # times in a row

    def do_if_due(self) -> None:
        """Write if it is time to."""
        if time.monotonic() < self._due:
            return
        problems = problems_of(self._write, self._where)
        if problems and not self._failed:  # otherwise it was told of
            self._told(problems[0])
        self._failed = self._failed + 1 if problems else 0
        soon = 2.0 ** min(self._failed - 1, 5)
        self._due = time.monotonic() + (min(soon, KEEP_EVERY) if problems else KEEP_EVERY)


def write_all(
    acts: Mapping[Path, Callable[[], object]], told: Callable[[Problem], object], waits: tuple[float, ...] | None = None
) -> tuple[Problem, ...]:
    """Write each of these files in this order, and again and again what fails; return the problems that remain.

    Args:
        acts: what writes each file.
        told: called with the first problem, before anything is tried again.
        waits: seconds before each further try; None: `WAITS`.
    """
    left, problems = _failing(acts)
    if problems:
        told(problems[0])
    for wait in WAITS if waits is None else waits:
        if not left:
            break
        time.sleep(wait)
        left, problems = _failing(left)
    return problems


def insist(path: Path, act: Callable[[], object]) -> None:
    """Write a file, and where that fails again and again for half a minute: a disk may be full for seconds.

    Raises:
        UserError: what remains.
    """
    if problems := write_all({path: act}, lambda problem: None):
        raise UserError(problems)


def _failing(
    acts: Mapping[Path, Callable[[], object]],
) -> tuple[dict[Path, Callable[[], object]], tuple[Problem, ...]]:
    """Do each of these; return those that fail, and why."""
    found = {path: problems_of(act, path) for path, act in acts.items()}
    left = {path: act for path, act in acts.items() if found[path]}
    return left, tuple(problem for problems in found.values() for problem in problems)


def problems_of(act: Callable[[], object], where: Path) -> tuple[Problem, ...]:
    """Do something that writes and return what went wrong with it, of whatever kind: what is trained survives it."""
    try:
        act()
    except UserError as error:
        return error.problems
    except Exception as error:  # frames and weights are those of plug-ins too, which may raise anything
        if not isinstance(error, OSError):
            log.info("%s: %s", where, type(error).__name__, exc_info=True)
        return (Problem(str(where), _reason(error)),)
    return ()


def _reason(error: Exception) -> Message:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    if not isinstance(error, OSError | ValueError | MemoryError):  # those of a defect say little without their kind
        reason = f"{type(error).__name__}: {error}"
    return say("cannot be written: {reason}", reason=" ".join(reason.split())[:200])
