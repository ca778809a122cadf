"""What a person has done to the episode on the table and to the memory: validated, as JSON holds it, never a model.

move     {"support": 3, "to": 1}                  counts the support as one of class 1: the label lives in its row alone
add      {"picture": "00ff...", "to": 1}          side * side bytes in hexadecimal, ink 255 on paper 0, by rows;
                                                  to: a class, or "query"
disturb  {"before", "row", "how", "other"}        erases, overwrites or swaps rows of M, see `learners.disturbing`,
                                                  after all rows are written; null: undoes all of these
reset    null                                     puts everything back
table    {...}                                    everything, as `plain` returns it: by which all are undone
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.engine.errors import refuse
from simulator.engine.text import say
from simulator.learners import disturbing
from simulator.learners.disturbing import Disturbance, disturbance
from simulator.stories.meta_networks.names import ADD, DISTURB, MOVE, QUERY, RESET, TABLE

MOST_ADDED = 20  # pictures
MOST_DONE = 100  # disturbances
_QUERY = -1  # in place of a class
_TICKS = 10_000  # more than there ever are


@dataclass(frozen=True)
class Episode:
    """What there is on the table before anything is done to it."""

    ways: int
    supports: int
    side: int


@dataclass(frozen=True)
class Edits:
    """Everything that was done, in whole numbers and text."""

    moved: Mapping[int, int] = field(default_factory=dict)  # support -> class
    added: tuple[tuple[str, int], ...] = ()  # hexadecimal pixels, and a class or -1: a query
    done: tuple[Disturbance, ...] = ()

    @property
    def supports(self) -> tuple[tuple[str, int], ...]:
        """The supports that were added."""
        return tuple(one for one in self.added if one[1] != _QUERY)

    @property
    def queries(self) -> tuple[str, ...]:
        """The queries that were added."""
        return tuple(pixels for pixels, to in self.added if to == _QUERY)

    @property
    def touched(self) -> tuple[int, ...]:
        """The rows of the memory that were changed."""
        found = {row for one in self.done for row in ((one.row, one.other) if one.how == "swap" else (one.row,))}
        return tuple(sorted(found))


def edited(edits: Edits, name: str, value: object, episode: Episode) -> Edits:
    """Return the edits after one more.

    Raises:
        UserError: the untrusted value is invalid; the problem is at `name`.
    """
    return read(value, episode) if name == TABLE else _ACTS[name](edits, value, episode)


def plain(edits: Edits) -> dict[str, object]:
    """Return everything as JSON holds it, for `read`."""
    return {
        "moved": [list(one) for one in sorted(edits.moved.items())],
        "added": [list(one) for one in edits.added],
        "done": [disturbing.plain(one) for one in edits.done],
    }


def read(value: object, episode: Episode) -> Edits:
    """Return what untrusted `value` describes, as `plain` returns it.

    Raises:
        UserError: it describes nothing that can be done to this episode.
    """
    parts, found = _object(TABLE, value, set(plain(Edits()))), Edits()
    for pixels, to in _pairs(parts["added"]):
        found = _add(found, {"picture": pixels, "to": QUERY if to == _QUERY else to}, episode)
    for support, way in _pairs(parts["moved"]):
        found = _move(found, {"support": support, "to": way}, episode)
    for one in _list(parts["done"]):
        found = _disturb(found, {} if one is None else one, episode)
    return found


def _move(edits: Edits, value: object, episode: Episode) -> Edits:
    parts = _object(MOVE, value, {"support", "to"})
    support = _whole(MOVE, parts["support"], 0, episode.supports + len(edits.supports) - 1, "support")
    return replace(edits, moved={**edits.moved, support: _whole(MOVE, parts["to"], 0, episode.ways - 1, "to")})


def _add(edits: Edits, value: object, episode: Episode) -> Edits:
    parts = _object(ADD, value, {"picture", "to"})
    pixels, length = parts["picture"], 2 * episode.side**2
    if not isinstance(pixels, str) or len(pixels) != length or not re.fullmatch("[0-9a-f]*", pixels):
        text = "picture must be {length} digits 0 to 9 or a to f, two for each of {side} × {side} pixels"
        raise refuse(ADD, say(text, length=length, side=episode.side))
    if len(edits.added) >= MOST_ADDED:
        raise refuse(ADD, say("at most {most} pictures can be added", most=MOST_ADDED))
    to = _QUERY if parts["to"] == QUERY else _whole(ADD, parts["to"], 0, episode.ways - 1, "to")
    return replace(edits, added=(*edits.added, (pixels, to)))


def _disturb(edits: Edits, value: object, episode: Episode) -> Edits:
    done = disturbance(value, episode.supports + len(edits.supports), _TICKS)
    if done is None:
        return replace(edits, done=())
    if len(edits.done) >= MOST_DONE:
        raise refuse(DISTURB, say("the memory can be changed {most} times at most", most=MOST_DONE))
    return replace(edits, done=(*edits.done, done))


def _reset(edits: Edits, value: object, episode: Episode) -> Edits:
    return Edits()


_ACTS: Mapping[str, Callable[[Edits, object, Episode], Edits]] = {
    MOVE: _move,
    ADD: _add,
    DISTURB: _disturb,
    RESET: _reset,
}


def _object(name: str, value: object, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or set(value) != keys:
        raise refuse(name, say("must have {keys} and nothing else", keys=", ".join(sorted(keys))))
    return value


def _whole(where: str, value: object, low: int, high: int, name: str) -> int:
    if type(value) is not int or not low <= value <= high:
        shown = str(value)
        text = "{name} must be a whole number from {low} to {high}, not {got}"
        got = shown if len(shown) <= 40 else f"{shown[:37]}..."
        raise refuse(where, say(text, name=name, low=low, high=high, got=got))
    return value


def _pairs(value: object) -> list[Sequence[Any]]:
    rows = _list(value)
    if not all(isinstance(row, list | tuple) and len(row) == 2 for row in rows):
        raise refuse(TABLE, say("must be made of rows of {length} values", length=2))
    return rows


def _list(value: object) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise refuse(TABLE, say("must be made of lists, not {got}", got=str(value)[:40]))
    return list(value)
