"""What a person has done to the episode on the table: validated, as JSON holds it.

move      {"support": 3, "to": 1}                    counts the support as one of class 1; to its own: puts it back
remove    {"support": 3}                             takes it away; again: puts it back
add       {"picture": "00ff...", "to": 1}            side * side bytes in hexadecimal, ink 255 on paper 0, by rows;
                                                     to: a class, or "query"

A story may have more, in edits of its own that are a subclass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.simulator.episodes.names import ADD, MOVE, QUERY, REMOVE, TABLE
from metascope.simulator.episodes.untrusted import items, members, rows, whole

MOST_ADDED = 60  # pictures
_QUERY = -1  # in place of a class
E = TypeVar("E", bound="Edits")


@dataclass(frozen=True, kw_only=True)
class Episode:
    """What there is on the table before anything is done to it."""

    ways: int
    supports: int  # drawn
    side: int
    most_added: int = MOST_ADDED


@dataclass(frozen=True)
class Edits:
    """Everything that was done, in whole numbers and text."""

    moved: Mapping[int, int] = field(default_factory=dict)  # support -> class
    removed: frozenset[int] = frozenset()
    added: tuple[tuple[str, int], ...] = ()  # hexadecimal pixels, and a class or -1: a query

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
        return bool(self.moved or self.removed or self.added)


def arranged(edits: E, name: str, value: object, episode: Episode) -> E:
    """Return the edits after another `move`, `remove` or `add`.

    Raises:
        UserError: the untrusted value is invalid; the problem is at `name`.
    """
    if name == MOVE:
        return _moved(edits, value, episode)
    return (
        _added(edits, value, episode) if name == ADD else leaving_one(REMOVE, _removed(edits, value, episode), episode)
    )


def plain(edits: Edits) -> dict[str, object]:
    """Return what was moved, removed and added as JSON holds it, for `read`."""
    return {
        "moved": [list(one) for one in sorted(edits.moved.items())],
        "removed": sorted(edits.removed),
        "added": [list(one) for one in edits.added],
    }


def read(edits: E, parts: Mapping[str, Any], episode: Episode) -> E:
    """Return the edits with what the untrusted `parts` describe, as `plain` returns them.

    Raises:
        UserError: it describes nothing that can be done to this episode.
    """
    for pixels, to in rows(TABLE, parts["added"], 2):
        edits = _added(edits, {"picture": pixels, "to": QUERY if to == _QUERY else to}, episode)
    for support, way in rows(TABLE, parts["moved"], 2):
        edits = _moved(edits, {"support": support, "to": way}, episode)
    for support in items(TABLE, parts["removed"]):
        edits = _removed(edits, {"support": support}, episode)
    return leaving_one(TABLE, edits, episode)


def leaving_one(name: str, edits: E, episode: Episode) -> E:
    """Return edits that leave a support on the table.

    Raises:
        UserError: they leave none; the problem is at `name`.
    """
    if len(edits.removed) >= episode.supports + len(edits.supports):
        raise refuse(name, say("must leave at least one support on the table"))
    return edits


def support_of(name: str, value: object, edits: Edits, episode: Episode) -> int:
    """Return the number of a support, whether drawn or added."""
    return whole(name, value, 0, episode.supports + len(edits.supports) - 1, "support")


def way_of(name: str, value: object, episode: Episode) -> int:
    """Return the number of a class."""
    return whole(name, value, 0, episode.ways - 1, "to")


def pixels_of(texts: Sequence[str], side: int) -> NDArray[np.uint8]:
    """Return pictures (n, S, S), ink 255 on paper 0, of validated hexadecimal texts."""
    return np.frombuffer(bytes.fromhex("".join(texts)), np.uint8).reshape(len(texts), side, side)


def _moved(edits: E, value: object, episode: Episode) -> E:
    parts = members(MOVE, value, {"support", "to"})
    support = support_of(MOVE, parts["support"], edits, episode)
    way, others = way_of(MOVE, parts["to"], episode), {at: to for at, to in edits.moved.items() if at != support}
    at_home = way == _home(support, edits, episode)
    return replace(edits, moved=others if at_home else {**others, support: way})


def _home(support: int, edits: Edits, episode: Episode) -> int:
    """Return the class that a support was drawn in, or added to."""
    if support < episode.supports:
        return support * episode.ways // episode.supports
    return edits.supports[support - episode.supports][1]


def _removed(edits: E, value: object, episode: Episode) -> E:
    parts = members(REMOVE, value, {"support"})
    return replace(edits, removed=edits.removed ^ {support_of(REMOVE, parts["support"], edits, episode)})


def _added(edits: E, value: object, episode: Episode) -> E:
    parts = members(ADD, value, {"picture", "to"})
    pixels, length = parts["picture"], 2 * episode.side**2
    if not isinstance(pixels, str) or len(pixels) != length or not re.fullmatch("[0-9a-f]*", pixels):
        text = "picture must be {length} digits 0 to 9 or a to f, two for each of {side} × {side} pixels"
        raise refuse(ADD, say(text, length=length, side=episode.side))
    if len(edits.added) >= episode.most_added:
        raise refuse(ADD, say("at most {most} pictures can be added", most=episode.most_added))
    to = _QUERY if parts["to"] == QUERY else way_of(ADD, parts["to"], episode)
    return replace(edits, added=(*edits.added, (pixels, to)))
