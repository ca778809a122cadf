"""What a person has done to the episode on the table and answered so far: validated, as JSON holds it, never a model.

move, remove and add are those of `episodes.edits`; beside them

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

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from typing_extensions import override

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say
from metascope.simulator.episodes import edits as episodes
from metascope.simulator.episodes.edits import support_of, way_of
from metascope.simulator.episodes.names import RESET, TABLE
from metascope.simulator.episodes.untrusted import members, rows, short, whole
from metascope.simulator.stories.metric_learning.names import ANSWERED, FINETUNING, NEXT, POINT, SPAN
from metascope.simulator.stories.metric_learning.settings import MetricSettings

FARTHEST = 1e6  # of a place in a plane
_ANSWERS = 1_000_000  # at most


@dataclass(frozen=True, kw_only=True)
class Episode(episodes.Episode):
    """What there is on the table before anything is done to it."""

    asked: Sequence[int]  # true classes of the queries drawn
    methods: Sequence[str]  # that take part

    @classmethod
    def of(cls, settings: MetricSettings) -> Episode:
        """Return that of a run."""
        ways, shots, side = settings.ways, settings.shots, settings.side
        asked = tuple(way for way in range(ways) for _ in range(settings.queries))
        return cls(ways=ways, supports=ways * shots, side=side, asked=asked, methods=settings.methods)


@dataclass(frozen=True)
class Edits(episodes.Edits):
    """Everything that was done, in whole numbers and text."""

    points: Mapping[tuple[str, int], tuple[float, float]] = field(default_factory=dict)  # method, support -> place
    span: tuple[int, ...] = ()  # three classes, or none
    passed: int = 0  # episodes since one was chosen
    right: int = 0
    asked: int = 0
    answered: tuple[int, ...] = ()  # a query of this episode, and what a person took it for; or none

    @property
    @override
    def any(self) -> bool:
        return bool(super().any or self.points)

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
    act = _ACTS.get(name)
    return episodes.arranged(edits, name, value, episode) if act is None else act(edits, value, episode, query)


def plain(edits: Edits) -> dict[str, object]:
    """Return everything as JSON holds it, for `read`."""
    return {
        **episodes.plain(edits),
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
    parts = members(TABLE, value, set(plain(Edits())))
    found = episodes.read(Edits(), parts, episode)
    for method, support, x, y in rows(TABLE, parts["points"], 4):
        found = _point(found, {"method": method, "support": support, "to": [x, y]}, episode, 0)
    found = _span(found, parts["span"] or None, episode, 0)
    passed, asked = (whole(TABLE, parts[name], 0, _ANSWERS, name) for name in ("passed", "asked"))
    right = whole(TABLE, parts["right"], 0, asked, "right")
    answered: tuple[int, ...] = ()
    for query, to in rows(TABLE, [parts["answered"]] if parts["answered"] else [], 2):
        answered = whole(TABLE, query, 0, len(episode.asked) - 1, "query"), way_of(TABLE, to, episode)
    return replace(found, passed=passed, right=right, asked=asked, answered=answered)


def _point(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    parts = members(POINT, value, {"method", "support", "to"})
    method = parts["method"]
    if method == FINETUNING:
        raise refuse(POINT, say("fine-tuning learns from pictures: their places cannot be moved"))
    if not isinstance(method, str) or method not in episode.methods:
        text = "method must be one that takes part, such as {such}, not {got}"
        raise refuse(POINT, say(text, such=episode.methods[0], got=short(method)))
    key = method, support_of(POINT, parts["support"], edits, episode)
    kept = {other: place for other, place in edits.points.items() if other != key}
    if parts["to"] is None:
        return replace(edits, points=kept)
    place = parts["to"]
    if not isinstance(place, list | tuple) or len(place) != 2 or not all(map(_is_place, place)):
        raise refuse(POINT, say("to must be a place of two numbers, or null, not {got}", got=short(place)))
    return replace(edits, points={**kept, key: (float(place[0]), float(place[1]))})


def _span(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    if value is None:
        return replace(edits, span=())
    if not isinstance(value, list | tuple) or len(value) != 3 or len(set(map(str, value))) != 3:
        raise refuse(SPAN, say("must be three different classes, or null, not {got}", got=short(value)))
    return replace(edits, span=tuple(whole(SPAN, one, 0, episode.ways - 1, "each class") for one in value))


def _answered(edits: Edits, value: object, episode: Episode, query: int) -> Edits:
    to = way_of(ANSWERED, members(ANSWERED, value, {"to"})["to"], episode)
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
    POINT: _point,
    SPAN: _span,
    ANSWERED: _answered,
    NEXT: _next,
    RESET: _reset,
}


def _is_place(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= FARTHEST
