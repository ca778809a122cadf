"""Manages the folders of autosaved runs: one locked folder per process, and those that dead processes left behind."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files.atomic import atomic_write, read_json
from metascope.simulator.engine.files.session import SUFFIX
from metascope.simulator.engine.text import readable, say

LOCK, INDEX, TAKEN_OVER, CLOSED, MACHINE = "lock", "runs.json", "taken-over", "closed", "machine"
LOOKS = "looks.json"  # beside it, for each key, a picture
CLOSED_KEPT = 5  # windows that were closed, the last ones, whose runs can be reopened
ABANDONED = 3600.0  # seconds without an autosave after which the process of another machine counts as dead
MOST_RUNS = 256  # per slot
_NAME_LIMIT = 255  # bytes of a machine's name
_KINDS: dict[str, tuple[type, ...]] = {
    "key": (int,),
    "name": (str,),
    "step": (int,),
    "parent": (int, type(None)),
    "branched": (int,),
    "current": (bool,),
}


@dataclass(frozen=True, kw_only=True)
class SlotRun:
    """A run's entry in the index of a slot, next to its session file."""

    key: int
    name: str
    step: int  # meta-steps done when it was written
    parent: int | None = None  # the key of the run that it branched off
    branched: int = 0  # the meta-step at which it branched off
    current: bool = False  # it was on the stage


class Slot:
    """A folder of session files that belongs to one process while it lives. Two processes never share one.

    Raises:
        UserError: the folder cannot be made or locked.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refuse(str(folder), say("cannot be created: {reason}", reason=error.strerror or str(error))) from None
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)  # only the death of its owner frees it
        if not (self._lock.tryLock(0) or (self._take_from_another_machine() and self._lock.tryLock(0))):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                raise refuse(str(folder), say("is in use by another instance of Metascope"))
            with suppress(OSError):  # keeps a folder that existed before
                folder.rmdir()
            raise refuse(str(folder), say("cannot be locked: the disk is full or the folder is read-only"))

    @classmethod
    def new(cls, parent: Path) -> Slot:
        """Make a new slot of this process in `parent`.

        Raises:
            UserError: the folder cannot be made or locked.
        """
        return cls(parent / f"slot-{secrets.token_hex(8)}")

    def _take_from_another_machine(self) -> bool:
        """Remove the lock of a process of another machine, or one without a name, that wrote nothing for long.

        Return whether it was removed. A living one, which cannot be asked, writes its index at each autosave.
        """
        _, host, _ = self._lock.getLockInfo()  # nothing, if a crash of the system left it unwritten
        if host == QSysInfo.machineHostName():
            return False
        try:
            written = max(path.stat().st_mtime for path in (self.folder / LOCK, *self.folder.glob("run*")))
            if time.time() - written < ABANDONED:
                return False
            atomic_write(self.folder / MACHINE, host.encode())
        except (OSError, UserError):
            return False
        return self._lock.removeStaleLockFile()

    @property
    def machine(self) -> str:
        """The name of the other machine whose process left it behind, "" if it was this one."""
        try:
            with (self.folder / MACHINE).open("rb") as file:
                return file.read(_NAME_LIMIT).decode(errors="replace").strip()
        except OSError:
            return ""

    def path(self, key: int) -> Path:
        """Return the path of the run `key`."""
        return _file(self.folder, key)

    def forget(self, key: int) -> None:
        """Delete the file of the run `key`, as far as the system allows."""
        with suppress(OSError):
            self.path(key).unlink()

    def write_index(self, runs: Iterable[SlotRun]) -> None:
        """Write the index of the runs.

        Raises:
            UserError: it cannot be written.
        """
        text = json.dumps({"runs": [asdict(replace(run, name=readable(run.name))) for run in runs]}, ensure_ascii=False)
        atomic_write(self.folder / INDEX, text.encode())

    def runs(self) -> tuple[SlotRun, ...]:
        """Return the runs in the index that have a file, parents before their branches.

        Raises:
            UserError: the index is invalid.
        """
        return _indexed(self.folder)

    def all_runs(self) -> tuple[tuple[SlotRun, ...], tuple[Problem, ...]]:
        """Return the runs that have a file, those that the index does not name last and without a name.

        The index is written after the files: that of a process which was killed in between lacks runs, or is missing.
        The problems are those of an index that is there and cannot be read.
        """
        known: tuple[SlotRun, ...] = ()
        problems: tuple[Problem, ...] = ()
        if (self.folder / INDEX).exists():
            try:
                known = self.runs()
            except UserError as error:
                problems = error.problems
        named = {run.key for run in known}
        others = sorted(key for path in self.files() if (key := _key(path)) is not None and key not in named)
        return (*known, *(SlotRun(key=key, name="", step=0) for key in others)), problems

    def files(self) -> tuple[Path, ...]:
        """Return the files of runs in it, and whatever else this program does not write, such as a newer one's runs.

        What is hidden is left out: file managers and network file systems put such into any folder.
        """
        return tuple(path for path in self.folder.glob("*") if not (path.name.startswith(".") or _is_beside(path.name)))

    def say_taken_over(self) -> None:
        """Mark this slot as taken over: another slot has all of its runs, so that it is not offered again."""
        atomic_write(self.folder / TAKEN_OVER, b"")

    @property
    def is_taken_over(self) -> bool:
        """Whether another slot has all runs of this one."""
        return (self.folder / TAKEN_OVER).exists()

    @property
    def is_empty(self) -> bool:
        """Whether it holds no run, nor anything that may be one."""
        return not self.files()

    def say_closed(self) -> None:
        """Mark this slot as closed properly: its runs can be reopened, but are not offered."""
        atomic_write(self.folder / CLOSED, b"")

    @property
    def is_closed(self) -> bool:
        """Whether its process ended properly."""
        return (self.folder / CLOSED).exists()

    def release(self) -> None:
        """Unlock it for other processes."""
        self._lock.unlock()

    def remove(self) -> None:
        """Delete the folder with all its files, as far as the system allows."""
        self._lock.unlock()
        shutil.rmtree(self.folder, ignore_errors=True)


def leftovers(parent: Path, own: Path | None = None) -> tuple[Slot, ...]:
    """Return the slots in `parent` whose process died, locked for this one, latest first; delete empty ones."""
    found = _free(parent, own)
    for slot in found:
        if slot.is_closed:
            slot.release()
    return tuple(slot for slot in found if not slot.is_closed)


def last_closed(parent: Path, own: Path | None = None) -> Slot | None:
    """Return the slot in `parent` that was closed last, locked for this process."""
    found = _free(parent, own)
    last = next((slot for slot in found if slot.is_closed), None)
    for slot in found:
        if slot is not last:
            slot.release()
    return last


def forget_closed(parent: Path, began: float) -> None:
    """Delete the slots in `parent` that were closed before the moment `began`, but for the last `CLOSED_KEPT` ones.

    Those of windows that were open beside the one that began then stay in any case.
    """
    found = _free(parent, None)
    for slot in [slot for slot in found if slot.is_closed][CLOSED_KEPT:]:
        if (slot.folder / CLOSED).stat().st_mtime < began:
            slot.remove()
    for slot in found:
        slot.release()


def closed_last(parent: Path) -> tuple[Path, tuple[SlotRun, ...]] | None:
    """Return the folder and the runs of the slot that was closed last; nothing is locked, changed or deleted.

    Raises:
        UserError: its index is invalid.
    """
    closed = [
        folder
        for folder in parent.glob("slot-*")
        if not folder.is_symlink() and (folder / CLOSED).is_file() and not (folder / TAKEN_OVER).exists()
    ]
    folder = max(closed, key=_written, default=None)
    return None if folder is None else (folder, _indexed(folder))


def _indexed(folder: Path) -> tuple[SlotRun, ...]:
    """Return the runs in the index of a folder that have a file, parents before their branches.

    Raises:
        UserError: the index is invalid.
    """
    found = [_run(entry, folder / INDEX) for entry in _entries(folder / INDEX)]
    there = [run for run in found if _file(folder, run.key).is_file()]
    if len({run.key for run in there}) != len(there):
        raise refuse(str(folder / INDEX), say("must name each run once"))
    return tuple(sorted(there, key=lambda run: run.key))


def _key(path: Path) -> int | None:
    """Return the key of the run in a file, None if its name is none that this program writes."""
    written = re.fullmatch(rf"run-(0|[1-9][0-9]{{0,8}}){re.escape(SUFFIX)}", path.name)
    return int(written[1]) if written else None


def _file(folder: Path, key: int) -> Path:
    return folder / f"run-{key}{SUFFIX}"


def look_of(folder: Path, key: int) -> Path:
    """Return the path of the picture in which the run `key` of a slot was seen last."""
    return folder / f"look-{key}.png"


def _is_beside(name: str) -> bool:
    """Return whether a slot's file of this name holds nothing but what is told of its runs."""
    if name in (LOCK, INDEX, TAKEN_OVER, CLOSED, MACHINE, LOOKS):
        return True
    taking = name.startswith(f"{LOCK}.")  # Qt makes it where it takes over a lock
    return taking or re.fullmatch(r"look-[0-9]+\.png", name) is not None


def _free(parent: Path, own: Path | None) -> list[Slot]:
    """Return the slots of dead processes, locked for this one, latest first; delete empty ones."""
    found = []
    for folder in parent.glob("slot-*"):
        if folder == own or folder.is_symlink() or not folder.is_dir():
            continue
        try:
            slot = Slot(folder)
        except UserError:  # in use
            continue
        if slot.is_taken_over or slot.is_empty:
            slot.remove()
        else:
            found.append(slot)
    return sorted(found, key=lambda slot: _written(slot.folder), reverse=True)


def _written(folder: Path) -> float:
    return max((path.stat().st_mtime for path in folder.glob(f"run-*{SUFFIX}")), default=0.0)


def _entries(path: Path) -> list[object]:
    document = read_json(path)
    entries = document.get("runs") if isinstance(document, dict) else None
    if not isinstance(entries, list) or len(entries) > MOST_RUNS:
        raise refuse(str(path), say("must list at most {most} runs", most=MOST_RUNS))
    return entries


def _run(entry: object, path: Path) -> SlotRun:
    names = {field.name for field in fields(SlotRun)}
    if not isinstance(entry, dict) or set(entry) != names:
        raise refuse(str(path), say("must give {names} for each run", names=", ".join(sorted(names))))
    for name, kinds in _KINDS.items():
        if type(entry[name]) not in kinds:
            raise refuse(str(path), say("{name} must not be {got}", name=name, got=repr(entry[name])[:40]))
    return SlotRun(**entry)
