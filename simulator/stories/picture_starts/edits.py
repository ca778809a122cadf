"""What a person has done to the episode on the table: validated, as JSON holds it, never a model.

move, remove and add are those of `episodes.edits`; beside them

reset     null                                       puts all supports and queries back
table     {...}                                      everything, as `episodes.edits.plain` returns it: by which
                                                     all are undone
"""

from __future__ import annotations

from metascope.simulator.episodes import edits as episodes
from metascope.simulator.episodes.edits import Edits, Episode, arranged
from metascope.simulator.episodes.names import RESET, TABLE
from metascope.simulator.episodes.untrusted import members


def edited(edits: Edits, name: str, value: object, episode: Episode) -> Edits:
    """Return the edits after one more.

    Raises:
        UserError: the untrusted value is invalid; the problem is at `name`.
    """
    if name == TABLE:
        return read(value, episode)
    return Edits() if name == RESET else arranged(edits, name, value, episode)


def read(value: object, episode: Episode) -> Edits:
    """Return what untrusted `value` describes, as `episodes.edits.plain` returns it.

    Raises:
        UserError: it describes nothing that can be done to this episode.
    """
    return episodes.read(Edits(), members(TABLE, value, set(episodes.plain(Edits()))), episode)
