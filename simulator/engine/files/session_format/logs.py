"""Encodes the log of a segment: everything that is read when a session is opened, except its settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.files.session_format import plain
from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.files.session_format.sheets import Sheet, StoredSheet
from metascope.simulator.engine.history.rows import Array, Steps
from metascope.simulator.engine.steering import Incident, Steering
from metascope.simulator.engine.text import Message, say

PARTS = ("arrays", "states", "frames")  # parts that may follow a log, in this order
_NAMES_LIMIT = 10_000
_STEP_LIMIT = 1 << 53


@dataclass(frozen=True, eq=False)
class Log:
    """The metrics and events of a segment's stretch of the run, and which parts follow it."""

    names: tuple[str, ...]  # of the metrics
    steps: Steps  # (n,) rising: of the rows
    values: Array  # (n, names)
    frames: Steps  # (m,) rising: of the frames in this segment
    checkpoints: tuple[tuple[int, int], ...]  # step and steered of each state in this segment
    steering: tuple[Steering, ...]
    incidents: tuple[Incident, ...]
    bookmarks: tuple[int, ...]  # all bookmarks when it was written
    origin: int
    parts: tuple[str, ...] = ()  # of PARTS
    first: int = 0  # the number of the first shared array
    shared: int = 0  # arrays in this segment

    @property
    def newest(self) -> int:
        """The last meta-step in it, -1 if it is empty."""
        return max((-1, *(int(step) for step in (*self.steps[-1:], *self.frames[-1:]))))


def dumps(log: Log, parts: Sequence[str], first: int, shared: int) -> bytes:
    """Return the member's bytes; `parts`, `first` and `shared` become the log's."""
    sheet = Sheet()
    sheet.tensors = {
        "steps": np.ascontiguousarray(log.steps),
        "values": np.ascontiguousarray(log.values),
        "frames": np.asarray(log.frames, np.int64),
        "checkpoints": np.asarray(log.checkpoints, np.int64).reshape(-1, 2),
    }
    sheet.notes = {
        "names": list(log.names),
        "steering": [[it.step, it.name, plain.encoded(it.value), it.draft] for it in log.steering],
        "incidents": [[it.step, plain.encoded(it.reason)] for it in log.incidents],
        "bookmarks": list(log.bookmarks),
        "origin": log.origin,
        "parts": list(parts),
        "first": first,
        "shared": shared,
    }
    return sheet.dumps()


def loads(data: bytes) -> Log:
    """Return what `dumps` wrote.

    Raises:
        Malformed: the bytes are not as `dumps` writes them.
    """
    sheet = StoredSheet(data)
    names = sheet.listed("names")
    if len(names) > _NAMES_LIMIT or not all(isinstance(name, str) and len(name) <= 200 for name in names):
        raise Malformed(say("the metrics must have short names"))
    if len(set(names)) != len(names):
        raise Malformed(say("the metrics must have different names"))
    steps: Any = _rising(sheet, "steps")
    values: Any = sheet.tensor("values", "f8", len(steps), len(names))
    parts = sheet.listed("parts")
    if parts != [part for part in PARTS if part in parts]:
        raise Malformed(say("the parts must be {parts}", parts=", ".join(PARTS)))
    pairs = sheet.tensor("checkpoints", "i8", -1, 2).tolist()
    if any(not (0 <= number < _STEP_LIMIT) for pair in pairs for number in pair):
        raise Malformed(say("checkpoints must be at meta-steps"))
    return Log(
        names=tuple(str(name) for name in names),
        steps=steps,
        values=values,
        frames=_rising(sheet, "frames"),
        checkpoints=tuple((step, steered) for step, steered in pairs),
        steering=tuple(map(_steering, sheet.listed("steering"))),
        incidents=tuple(map(_incident, sheet.listed("incidents"))),
        bookmarks=tuple(map(_step, sheet.listed("bookmarks"))),
        origin=_step(sheet.note("origin")),
        parts=tuple(str(part) for part in parts),
        first=sheet.whole("first"),
        shared=sheet.whole("shared"),
    )


def joined(logs: Sequence[Log], limit: int) -> tuple[Steps, dict[str, Array]]:
    """Return the rows of all logs as columns; of two rows with the same step the later one counts.

    Args:
        logs: in the order of the run.
        limit: bytes that the table may take.

    Raises:
        Malformed: it would exceed the limit.
    """
    names = list(dict.fromkeys(name for log in logs for name in log.names))
    kept = [_rows(log, following) for log, following in zip(logs, _next_steps(logs), strict=True)]
    count = sum(kept)
    if count * (len(names) + 1) * 8 > limit:
        raise Malformed(say("the metrics must take at most {limit} bytes", limit=limit))
    table = np.full((len(names), count), np.nan)
    place = {name: row for row, name in enumerate(names)}
    begin = 0
    for log, rows in zip(logs, kept, strict=True):
        table[[place[name] for name in log.names], begin : begin + rows] = log.values[:rows].T
        begin += rows
    steps = np.concatenate([np.empty(0, np.int64), *(log.steps[:rows] for log, rows in zip(logs, kept, strict=True))])
    if (np.diff(steps) <= 0).any():
        raise Malformed(say("the meta-steps must be in ascending order"))
    return steps, dict(zip(names, table, strict=True))


def _next_steps(logs: Sequence[Log]) -> list[int]:
    """Return, for each log, the first step that also has a row in a later log."""
    following = _STEP_LIMIT
    found = []
    for log in reversed(logs):
        found.append(following)
        following = min([following, *log.steps[:1].tolist()])
    return found[::-1]


def _rows(log: Log, following: int) -> int:
    """Return how many rows of `log` count: those that no later log replaces."""
    return int(np.searchsorted(log.steps, following))


def _rising(sheet: StoredSheet, name: str) -> NDArray[np.int64]:
    steps: Any = sheet.tensor(name, "i8", -1)
    if len(steps) and (steps[0] < 0 or steps[-1] >= _STEP_LIMIT or (np.diff(steps) <= 0).any()):
        raise Malformed(say("the meta-steps must be in ascending order"))
    return steps  # type: ignore[no-any-return]


def _step(value: object) -> int:
    if type(value) is not int or not 0 <= value < _STEP_LIMIT:
        raise Malformed(say("a meta-step must be a whole number"))
    return value


def _steering(entry: object) -> Steering:
    if not isinstance(entry, list) or len(entry) != 4 or not isinstance(entry[1], str) or type(entry[3]) is not bool:
        raise Malformed(say("a change must have a meta-step, a name and a value"))
    return Steering(_step(entry[0]), entry[1], plain.decoded(entry[2]), entry[3])


def _incident(entry: object) -> Incident:
    if not isinstance(entry, list) or len(entry) != 2:
        raise Malformed(say("an incident must have a meta-step and a reason"))
    reason = plain.decoded(entry[1])
    if not isinstance(reason, Message):
        raise Malformed(say("an incident must have a reason"))
    return Incident(_step(entry[0]), reason)
