"""What a person has done to the episode on the table: validated, as JSON holds it, never a model.

move, remove and add are those of `episodes.edits`; beside them

reset     null                                       puts all supports and queries back
table     {...}                                      everything, as `plain` returns it: by which all are undone
"""

from __future__ import annotations

from simulator.episodes import edits as episodes
from simulator.episodes.edits import Edits, Episode, arranged
from simulator.episodes.names import RESET, TABLE
from simulator.episodes.untrusted import members

# What the metric learning story has beside: a table is written with it, as files have it, and read without.
_BESIDE = {"points": (), "span": (), "passed": 0, "right": 0, "asked": 0, "answered": ()}


def edited(edits: Edits, name: str, value: object, episode: Episode) -> Edits:
    """Return the edits after one more.

    Raises:
        UserError: the untrusted value is invalid; the problem is at `name`.
    """
    if name == TABLE:
        return read(value, episode)
    return Edits() if name == RESET else arranged(edits, name, value, episode)


def plain(edits: Edits) -> dict[str, object]:
    """Return everything as JSON holds it, for `read`."""
    return {**episodes.plain(edits), **_BESIDE}


def read(value: object, episode: Episode) -> Edits:
    """Return what untrusted `value` describes, as `plain` returns it.

    Raises:
        UserError: it describes nothing that can be done to this episode.
    """
    return episodes.read(Edits(), members(TABLE, value, set(plain(Edits()))), episode)
