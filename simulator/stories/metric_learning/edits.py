"""What a person has done to the episode on the table and answered so far: validated, as JSON holds it, never a model.

move      {"support": 3, "to": 1}                    counts the support as one of class 1
remove    {"support": 3}                             takes it away; again: puts it back
add       {"picture": "00ff...", "to": 1}            side * side bytes in hexadecimal, ink 255 on paper 0, by rows;
                                                     to: a class, or "query"
point     {"method": "prototypes", "support": 3, "to": [0.5, -1]}
                                                     holds its embedding at a place of the method's plane;
                                                     to null: lets it go
span      [0, 2, 4] or null                          three classes whose means span the planes; null: the best plane
answered  {"to": 1}                                  a person's answer to the query in question, which stays on the
                                                     table
next      null                                       lays the next episode on the table
reset     null                                       puts all supports and queries back; answers stay counted
table     {...}                                      everything, as `plain` returns it: by which all are undone
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.engine.errors import refuse
from simulator.engine.text import say
from simulator.stories.metric_learning.names import (
    ADD,
    ANSWERED,
    FINETUNING,
    MOVE,
    NEXT,
    POINT,
    QUERY,
    REMOVE,
    RESET,
    SPAN,
    TABLE,
)

MOST_ADDED = 60  # pictures
FARTHEST = 1e6  # of a place in a plane
_QUERY = -1  # in place of a class
_ANSWERS = 1_000_000  # at most


@dataclass(frozen=True)
class Episode:
    """What there is on the table before anything is done to it."""

    ways: int
    supports: int  # drawn
    side: int
    asked: Sequence[int]  # true classes of the queries drawn
    methods: Sequence[str]  # that take part


@dataclass(frozen=True)
class Edits:
    """Everything that was done, in whole numbers and text."""

    moved: Mapping[int, int] = field(default_factory=dict)  # support -> class
    removed: frozenset[int] = frozenset()
    added: tuple[tuple[str, int], ...] = ()  # hexadecimal pixels, and a class or -1: a query
    points: Mapping[tuple[str, int], tuple[float, float]] = field(default_factory=dict)  # method, support -> place
    span: tuple[int, ...] = ()  # three classes, or none
    passed: int = 0  # episodes since one was chosen
    right: int = 0
    asked: int = 0
    answered: tuple[int, ...] = ()  # a query of this episode, and what a person took it for; or none

    @property
    def supports(self) -> tuple[tuple[str, int], ...]:
        """The supports that were added."""
        return tuple(one for one in self.added if one[1] != _QUERY)

    @property
    def queries(self) -> tuple[str, ...]:
        """The queries that were added."""
        return tuple(pixels for pixels, to in self.added if to == _QUERY)

    @property
    def any(self) -> bool:
        """Whether the episode is another one than was drawn."""
        return bool(self.moved or self.removed or self.added or self.points)

    def put_back(self) -> Edits:
        """Return the edits without those of the episode: the plane and the answers stay."""
        return Edits(span=self.span, passed=self.passed, right=self.right, asked=self.asked, answered=self.answered)


def edited(edits: Edits, name: str, value: object, episode: Episode, query: int) -> Edits:
    """Return the edits after one more.

    Args:
        edits: so far.
        name: of the manipulation.
        value: untrusted.
        episode: on the table.
        query: the one in question.

    Raises:
        UserError: the value is invalid; the problem is at `name`.
    """
    if name == TABLE:
        return read(value, episode)
    found = _ACTS[name](edits, value, episode, query)
    if len(found.removed) >= episode.supports + len(found.supports):
        raise refuse(name, say("must leave at least one support on the table"))
    return found


def plain(edits: Edits) -> dict[str, object]:
    """Return everything as JSON holds it, for `read`."""
    return {
        "moved": [list(one) for one in sorted(edits.moved.items())],
        "removed": sorted(edits.removed),
        "added": [list(one) for one in edits.added],
        "points": [[*key, *place] for key, place in sorted(edits.points.items())],
        "span": list(edits.span),
        "passed": edits.passed,
        "right": edits.right,
        "asked": edits.asked,
        "answered": list(edits.answered),
    }


def read(value: object, episode: Episode) -> Edits:
    """Return what untrusted `value` describes, as `plain` returns it.

    Raises:
        UserError: it describes nothing that can be done to this episode.
    """
    parts = _object(TABLE, value, set(plain(Edits())))
    found = Edits()
    for pixels, to in _rows(parts["added"], 2):
        found = _add(found, {"picture": pixels, "to": QUERY if to == _QUERY else to}, episode, 0)
    for support, way in _rows(parts["moved"], 2):
        found = _move(found, {"support": support, "to": way}, episode, 0)
    for support, _ in _rows([[one, 0] for one in _list(parts["removed"])], 2):
        found = _remove(found, {"support": support}, episode, 0)
    for method, support, x, y in _rows(parts["points"], 4):
        found = _point(found, {"method": method, "support": support, "to": [x, y]}, episode, 0)
    found = _span(found, parts["span"] or None, episode, 0)
    passed, asked = (_whole(TABLE, parts[name], 0, _ANSWERS, name) for name in ("passed", "asked"))
    right = _whole(TABLE, parts["right"], 0, asked, "right")
    answered: tuple[int, ...] = ()
    for query, to in _rows([parts["answered"]] if parts["answered"] else [], 2):
        answered = _whole(TABLE, query, 0, len(episode.asked) - 1, "query"), _way(TABLE, to, episode)
    if len(found.removed) >= episode.supports + len(found.supports):
        raise refuse(TABLE, say("must leave at least one support on the table"))
    return replace(found, passed=passed, right=right, asked=asked, answered=answered)


def _move(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    parts = _object(MOVE, value, {"support", "to"})
    support = _support(MOVE, parts["support"], edits, episode)
    to = _way(MOVE, parts["to"], episode)
    return replace(edits, moved={**edits.moved, support: to})


def _remove(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    parts = _object(REMOVE, value, {"support"})
    return replace(edits, removed=edits.removed ^ {_support(REMOVE, parts["support"], edits, episode)})


def _add(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    parts = _object(ADD, value, {"picture", "to"})
    pixels, length = parts["picture"], 2 * episode.side**2
    if not isinstance(pixels, str) or len(pixels) != length or not re.fullmatch("[0-9a-f]*", pixels):
        text = "picture must be {length} digits 0 to 9 or a to f, two for each of {side} × {side} pixels"
        raise refuse(ADD, say(text, length=length, side=episode.side))
    if len(edits.added) >= MOST_ADDED:
        raise refuse(ADD, say("at most {most} pictures can be added", most=MOST_ADDED))
    to = _QUERY if parts["to"] == QUERY else _way(ADD, parts["to"], episode)
    return replace(edits, added=(*edits.added, (pixels, to)))


def _point(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    parts = _object(POINT, value, {"method", "support", "to"})
    method = parts["method"]
    if method == FINETUNING:
        raise refuse(POINT, say("fine-tuning learns from pictures: their places cannot be moved"))
    if not isinstance(method, str) or method not in episode.methods:
        text = "method must be one that takes part, such as {such}, not {got}"
        raise refuse(POINT, say(text, such=episode.methods[0], got=_short(method)))
    key = method, _support(POINT, parts["support"], edits, episode)
    kept = {other: place for other, place in edits.points.items() if other != key}
    if parts["to"] is None:
        return replace(edits, points=kept)
    place = parts["to"]
    if not isinstance(place, list | tuple) or len(place) != 2 or not all(map(_is_place, place)):
        raise refuse(POINT, say("to must be a place of two numbers, or null, not {got}", got=_short(place)))
    return replace(edits, points={**kept, key: (float(place[0]), float(place[1]))})


def _span(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    if value is None:
        return replace(edits, span=())
    if not isinstance(value, list | tuple) or len(value) != 3 or len(set(map(str, value))) != 3:
        raise refuse(SPAN, say("must be three different classes, or null, not {got}", got=_short(value)))
    return replace(edits, span=tuple(_whole(SPAN, one, 0, episode.ways - 1, "each class") for one in value))


def _answered(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    to = _way(ANSWERED, _object(ANSWERED, value, {"to"})["to"], episode)
    if edits.answered:
        raise refuse(ANSWERED, say("this episode is answered: the next one can be asked about"))
    if query >= len(episode.asked):
        raise refuse(ANSWERED, say("the query in question was added by a person: nobody knows its class"))
    right = edits.right + (to == episode.asked[query])
    return replace(edits, right=right, asked=edits.asked + 1, answered=(query, to))


def _next(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    return Edits(span=edits.span, passed=edits.passed + 1, right=edits.right, asked=edits.asked)


def _reset(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    return edits.put_back()


_ACTS: Mapping[str, Callable[[Edits, object, Episode, int], Edits]] = {
    MOVE: _move,
    REMOVE: _remove,
    ADD: _add,
    POINT: _point,
    SPAN: _span,
    ANSWERED: _answered,
    NEXT: _next,
    RESET: _reset,
}


def _object(name: str, value: object, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or set(value) != keys:
        raise refuse(name, say("must have {keys} and nothing else", keys=", ".join(sorted(keys))))
    return value


def _support(name: str, value: object, edits: Edits, episode: Episode) -> int:
    return _whole(name, value, 0, episode.supports + len(edits.supports) - 1, "support")


def _way(name: str, value: object, episode: Episode) -> int:
    return _whole(name, value, 0, episode.ways - 1, "to")


def _whole(where: str, value: object, low: int, high: int, name: str) -> int:
    if type(value) is not int or not low <= value <= high:
        text = "{name} must be a whole number from {low} to {high}, not {got}"
        raise refuse(where, say(text, name=name, low=low, high=high, got=_short(value)))
    return value


def _is_place(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= FARTHEST


def _rows(value: object, length: int) -> list[Sequence[Any]]:
    rows = _list(value)
    if not all(isinstance(row, list | tuple) and len(row) == length for row in rows):
        raise refuse(TABLE, say("must be made of rows of {length} values", length=length))
    return rows


def _list(value: object) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise refuse(TABLE, say("must be made of lists, not {got}", got=_short(value)))
    return list(value)


def _short(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
