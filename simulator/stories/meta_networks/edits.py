"""What a person has done to the episode on the table and to the memory: validated, as JSON holds it, never a model.

move and add are those of `episodes.edits`, where a label lives in the row of its support alone; beside them

disturb  {"before", "row", "how", "other"}        erases, overwrites or swaps rows of M, see `learners.disturbing`,
                                                  after all rows are written; null: undoes all of these
reset    null                                     puts everything back
table    {...}                                    everything, as `plain` returns it: by which all are undone
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.simulator.episodes import edits as episodes
from metascope.simulator.episodes.edits import Episode
from metascope.simulator.episodes.names import RESET, TABLE
from metascope.simulator.episodes.untrusted import items, members
from metascope.simulator.learners import disturbing
from metascope.simulator.learners.disturbing import Disturbance, disturbance
from metascope.simulator.stories.meta_networks.names import DISTURB

MOST_ADDED = 20  # pictures
MOST_DONE = 100  # disturbances
_TICKS = 10_000  # more than there ever are
_ARRANGED = ("moved", "added")  # no support can be removed


@dataclass(frozen=True)
class Edits(episodes.Edits):
    """Everything that was done, in whole numbers and text."""

    done: tuple[Disturbance, ...] = ()

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
    if name == TABLE:
        return read(value, episode)
    if name == DISTURB:
        return _disturbed(edits, value, episode)
    return Edits() if name == RESET else episodes.arranged(edits, name, value, episode)


def plain(edits: Edits) -> dict[str, object]:
    """Return everything as JSON holds it, for `read`."""
    parts = episodes.plain(edits)
    return {**{name: parts[name] for name in _ARRANGED}, "done": [disturbing.plain(one) for one in edits.done]}


def read(value: object, episode: Episode) -> Edits:
    """Return what untrusted `value` describes, as `plain` returns it.

    Raises:
        UserError: it describes nothing that can be done to this episode.
    """
    parts = members(TABLE, value, {*_ARRANGED, "done"})
    found = episodes.read(Edits(), {**parts, "removed": ()}, episode)
    for one in items(TABLE, parts["done"]):
        found = _disturbed(found, {} if one is None else one, episode)
    return found


def _disturbed(edits: Edits, value: object, episode: Episode) -> Edits:
    done = disturbance(value, episode.supports + len(edits.supports), _TICKS)
    if done is None:
        return replace(edits, done=())
    if len(edits.done) >= MOST_DONE:
        raise refuse(DISTURB, say("the memory can be changed {most} times at most", most=MOST_DONE))
    return replace(edits, done=(*edits.done, done))
