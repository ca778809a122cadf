"""The folder of a sweep, as what runs it fills it and as anybody reads it, even while it is being filled.

    sweep.json       the sweep with every value (`Plan.document`), its id, the versions it was begun with, and what the
                     setting engine "auto" means in all of its runs; written once
    rows.jsonl       one line for each run that has ended, in the order in which they ended: the truth when a sweep is
                     resumed. One process appends to it; a last line without its end is not there yet, or was cut off.
                     A later line about the same run replaces an earlier one
    runs/00000.metascope   the session of each run, whole before its line is written
    table.csv, or table.parquet   the rows that there are, in the product's order, written anew every few seconds and at
                     the end. It has nothing that depends on when or where a run was, so that it is bit for bit the same
                     whatever ran the sweep
    status.json      how far it is, replaced at most once a second; nothing depends on it
    lock             held by what runs the sweep, and let go by the system however that ends

One file of lines instead of a file for each row: 100,000 small files take minutes to read over a network, and a reader
that looks again reads only what was added.
"""

from __future__ import annotations

import json
import math
import os
import socket
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from metascope.simulator.engine.computing import Engine
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.files.atomic import parse_json, read_json
from metascope.simulator.engine.sweeps.parsing import parse
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.text import readable, say

FORMAT = 1
SWEEP, ROWS, RUNS, STATUS, LOCK = "sweep.json", "rows.jsonl", "runs", "status.json", "lock"
State = Literal["finished", "stopped", "failed"]  # stopped: it ran out of its seconds
Doing = Literal["preparing", "running", "finished", "interrupted", "out of time"]
SILENT = 15.0  # seconds after which what says nothing is taken for dead
_LIMIT = 64 << 20  # bytes of sweep.json
_LONGEST_LINE = 8 << 20  # bytes


@dataclass(frozen=True)
class Row:
    """What came of one run."""

    index: int  # of the `Point`
    state: State
    why: str = ""  # it stopped or failed, in English
    steps: int = 0  # meta-steps that it did
    metrics: Mapping[str, float] = field(default_factory=dict)  # the last value of each; NaN: never measured
    seconds: float = 0.0  # by the clock
    processor_seconds: float = 0.0
    tries: int = 1  # more than one where a worker was lost

    def dumps(self) -> str:
        """Return the line of JSON that `loads` reads back."""
        found = {**asdict(self), "metrics": {name: _written(value) for name, value in self.metrics.items()}}
        return json.dumps(found, ensure_ascii=False, allow_nan=False)

    @classmethod
    def loads(cls, text: str, where: str) -> Row:
        """Return what `dumps` wrote.

        Raises:
            UserError: it is none.
        """
        document = parse_json(text, where)
        if not isinstance(document, dict) or not _is_row(document):
            raise refuse(where, say("must hold the rows of a sweep"))
        metrics = {name: _read(value) for name, value in document["metrics"].items()}
        names = ("index", "state", "why", "steps", "seconds", "processor_seconds", "tries")
        return cls(**{name: document[name] for name in names}, metrics=metrics)


@dataclass(frozen=True)
class Status:
    """How far a sweep is, as what runs it last said."""

    doing: Doing
    count: int  # runs that there are to do
    started: int  # runs that are under way
    finished: int  # rows of runs that finished or were stopped
    failed: int
    rate: float | None  # runs per second, None: not known yet
    seconds_left: float | None  # None: not known yet
    host: str  # where it runs
    pid: int
    beat: int  # another number each time that it says something
    time: float  # when it did, in seconds since 1970 by its own clock


@dataclass(frozen=True)
class Head:
    """What `sweep.json` says."""

    plan: Plan
    identity: str
    versions: Mapping[str, str]
    engine: Engine


class SweepFolder:
    """A sweep's folder, read without changing or locking anything in it.

    folder = SweepFolder(path)          # sweep.json
    new = folder.update()               # what was added to the rows since the last time
    row = folder.rows.get(3)            # by the run's index; None: it has not ended
    folder.plan.point(3).changes        # its settings
    folder.session(3)                   # the path of its session, None while there is none
    """

    def __init__(self, path: Path) -> None:
        """Open the folder at `path`; no row is read yet.

        Raises:
            UserError: in one line: it is no sweep's folder, cannot be read, or a newer version has written it.
        """
        self.path = path
        self.head = read_head(path)
        self.rows: dict[int, Row] = {}  # by index, those that `update` has read
        self.status: Status | None = None  # as of the last `update`
        self._place = 0  # bytes of the rows that were read
        self._line = 0
        self._file: tuple[int, int] | None = None  # which file it was
        self._beat, self._heard = -1, -math.inf

    @property
    def plan(self) -> Plan:
        """The sweep."""
        return self.head.plan

    @property
    def alive(self) -> bool:
        """Whether something is running the sweep, as far as `update` has heard: it speaks once a second."""
        if self.status is None or self.status.doing not in ("preparing", "running"):
            return False
        if self.status.host == socket.gethostname() and not _lives(self.status.pid):
            return False
        return time.monotonic() - self._heard < SILENT

    def session(self, index: int) -> Path | None:
        """Return the path of a run's session, None where there is none (yet)."""
        path = session_path(self.path, index)
        return path if path.is_file() else None

    def update(self) -> tuple[Row, ...]:
        """Read what was added since the last time, and return the rows that are new or replaced, in file's order.

        Raises:
            UserError: the rows cannot be read, or are no rows of this sweep; those before stay.
        """
        self._hear()
        path = self.path / ROWS
        try:
            with path.open("rb") as file:
                there = os.fstat(file.fileno())
                if self._file not in (None, (there.st_dev, there.st_ino)) or there.st_size < self._place:
                    self.rows, self._place, self._line = {}, 0, 0  # another file: the sweep began again
                self._file = (there.st_dev, there.st_ino)
                file.seek(self._place)
                data = file.read()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise refuse(str(path), say("cannot be read: {reason}", reason=error.strerror or str(error))) from None
        lines = data.split(b"\n")
        if len(lines[-1]) > _LONGEST_LINE:
            raise refuse(str(path), say("must hold the rows of a sweep"))
        new = []
        for line in lines[:-1]:  # the last one has no end
            self._line += 1
            row = self._row(line, f"{path}: line {self._line}")
            self._place += len(line) + 1
            if row is not None:
                self.rows[row.index] = row
                new.append(row)
        return tuple(new)

    def _row(self, line: bytes, where: str) -> Row | None:
        """Return the row in a line, None in an empty one.

        Raises:
            UserError: it is no row of this sweep.
        """
        if not line.strip():
            return None
        try:
            row = Row.loads(line.decode(), where)
        except UnicodeDecodeError:
            raise refuse(where, say("must be UTF-8 text")) from None
        if row.index >= len(self.plan):
            text = "must be a run of this sweep, which has {count}, not number {index}"
            raise refuse(where, say(text, count=len(self.plan), index=row.index))
        return row

    def _hear(self) -> None:
        """Read the status; one that cannot be read counts as silence."""
        found = read_status(self.path)
        if found is None:
            return
        if found.beat != self._beat:  # clocks of two machines are not compared, but for the first look
            first, age = self._beat == -1, time.time() - found.time
            self._heard = time.monotonic() - (max(age, 0.0) if first else 0.0)
            self._beat = found.beat
        self.status = found


def session_path(folder: Path, index: int) -> Path:
    """Return where the session of a run lies."""
    return folder / RUNS / f"{index:05d}.metascope"


def is_sweep_folder(path: Path) -> bool:
    """Return whether a sweep was begun in a folder; nothing is read."""
    return (path / SWEEP).is_file()


def dumps_head(head: Head) -> str:
    """Return the text of `sweep.json`."""
    document = {
        "metascope_sweep_folder": FORMAT,
        "id": head.identity,
        "name": head.plan.name,
        "versions": dict(head.versions),
        "engine": head.engine,
        "sweep": head.plan.document(),
    }
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def read_head(folder: Path) -> Head:
    """Return what the folder's `sweep.json` says.

    Raises:
        UserError: in one line: there is none, it is none, or a newer version has written it.
    """
    path = folder / SWEEP
    if not is_sweep_folder(folder):
        raise refuse(str(folder), say("must be a sweep's folder, with {name} in it", name=SWEEP))
    document = read_json(path, _LIMIT)
    if not isinstance(document, dict) or "metascope_sweep_folder" not in document:
        raise refuse(str(path), say("must be written by a sweep of Metascope"))
    got = document["metascope_sweep_folder"]
    if type(got) is int and got > FORMAT:
        text = "the folder's format must be {format}, not {got}: it is from a newer Metascope"
        raise refuse(str(path), say(text, format=FORMAT, got=got))
    if got != FORMAT or not _is_head(document):
        raise refuse(str(path), say("must be written by a sweep of Metascope"))
    plan = parse(document["sweep"], readable(document["name"]), str(path), confirmed=True, checked=True)
    return Head(plan, document["id"], document["versions"], document["engine"])


def read_status(folder: Path) -> Status | None:
    """Return what the folder's `status.json` says, None where there is none that can be read."""
    try:
        document: Any = read_json(folder / STATUS)
        status = Status(**document)
    except (UserError, TypeError):
        return None
    return status if status.doing in get_args(Doing) and type(status.beat) is int else None


def _is_head(document: Mapping[str, Any]) -> bool:
    texts = all(isinstance(document.get(name), str) for name in ("id", "name"))
    versions = document.get("versions")
    return (
        texts
        and isinstance(versions, dict)
        and all(isinstance(it, str) for it in versions.values())
        and document.get("engine") in get_args(Engine)
    )


def _is_row(document: Mapping[str, Any]) -> bool:
    metrics = document.get("metrics")
    return (
        set(document) == set(Row.__dataclass_fields__)
        and all(type(document[name]) is int and document[name] >= 0 for name in ("index", "steps", "tries"))
        and document["state"] in get_args(State)
        and isinstance(document["why"], str)
        and all(type(document[name]) in (int, float) for name in ("seconds", "processor_seconds"))
        and isinstance(metrics, dict)
        and all(value in (None, "inf", "-inf") or type(value) in (int, float) for value in metrics.values())
    )


def _written(value: float) -> float | str | None:
    """Return a number as JSON holds it, which has no others than finite ones."""
    if math.isfinite(value):
        return value
    return None if math.isnan(value) else "inf" if value > 0 else "-inf"


def _read(value: float | str | None) -> float:
    return math.nan if value is None else float(value)


def _lives(pid: int) -> bool:
    """Return whether a process of this machine lives."""
    if os.name == "nt":
        return True  # what is silent is taken for dead all the same
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
