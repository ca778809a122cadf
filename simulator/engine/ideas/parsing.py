"""Reads the map of ideas from its file, and tells everything that is wrong with it at once; does not import torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from metascope import assets
from metascope.simulator.engine.errors import Problem, UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.files.moment import Moment
from metascope.simulator.engine.files.moment import parse as parse_moment
from metascope.simulator.engine.files.presets import LEVELS, Preset
from metascope.simulator.engine.ideas.content import (
    Arrangement,
    Box,
    BoxOfPicture,
    By,
    Card,
    Cost,
    Counted,
    Group,
    Ideas,
    Statement,
    Test,
)
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import Message, say

FORMAT = 1
PATH = Path(assets.__file__).parent / "ideas" / "ideas.json"
BOXES: tuple[str, ...] = get_args(Box)
_LONGEST = 400  # characters of a text
_KEYS: Mapping[str, tuple[str, ...]] = {
    "map": ("metascope_ideas", "boxes", "cards", "arrangements", "left_out"),
    "box": ("key", "title", "says", "cards", "see", "named_only"),
    "card": (
        *("key", "title", "learns", "year", "source", "level", "methods", "scenarios", "cost", "see", "named_only"),
    ),
    "arrangement": ("key", "title", "says", "groups", "by"),
    "group": ("title", "says", "cards", "see", "named_only"),
    "cost": ("test", "brief", "told", "counted"),
    "counted": ("scenario", "steps", "tasks", "gradients", "products"),
    "left_out": ("methods", "scenarios"),
}


@cache
def shipped() -> Ideas:
    """Return the map that comes with the program, with the scenarios that are shipped."""
    return shipped_with(presets.shipped())


def shipped_with(scenarios: Sequence[Preset]) -> Ideas:
    """Return the map that comes with the program, with scenarios that were read already."""
    return parse(read_json(PATH), PATH.name, scenarios)


def parse(document: object, where: str, scenarios: Sequence[Preset] | None = None) -> Ideas:
    """Return the map that a JSON document describes; errors name `where` it came from.

    Args:
        document: as JSON holds it.
        where: it came from.
        scenarios: those there are; None: those that are shipped.

    Raises:
        UserError: every problem at once.
    """
    reader = _Reader({one.name: one for one in scenarios or presets.shipped()})
    found = reader.ideas(document)
    if reader.problems:
        named = (Problem(": ".join(filter(None, (where, it.where))), it.message) for it in reader.problems)
        raise UserError(named)
    return found


class _Reader:
    """Reads part by part, and gathers what is wrong; what could not be read is empty then."""

    def __init__(self, scenarios: Mapping[str, Preset]) -> None:
        self.problems: list[Problem] = []
        self._scenarios = scenarios

    def ideas(self, document: object) -> Ideas:
        whole = self._object(document, "map", "")
        if whole.get("metascope_ideas") != FORMAT:
            self._wrong("metascope_ideas", say("must be {format}", format=FORMAT))
        cards = tuple(self._each(whole, "cards", "", self._card))
        keys = [card.key for card in cards]
        boxes = tuple(self._each(whole, "boxes", "", lambda one, place: self._box(one, place, keys)))
        kinds = tuple(self._each(whole, "arrangements", "", lambda one, place: self._arrangement(one, place, keys)))
        for name, given in (("cards", keys), ("boxes", [box.key for box in boxes])):
            self._twice(name, given)
        self._twice("arrangements", [one.key for one in kinds])
        if missing := [key for key in BOXES if key not in [box.key for box in boxes]]:
            self._wrong("boxes", say("must have {missing}", missing=", ".join(missing)))
        out = self._object(whole.get("left_out", {}), "left_out", "left_out")
        methods = self._reasons(out, "methods", self._method)
        scenarios = self._reasons(out, "scenarios", self._scenario)
        return Ideas(boxes, cards, kinds, tuple(filter(None, methods)), tuple(filter(None, scenarios)))

    def _box(self, given: object, place: str, cards: Sequence[str]) -> BoxOfPicture:
        one = self._object(given, "box", place)
        said = self._statement(one, place)
        key = self._choice(one.get("key"), BOXES, f"{place}.key")
        return BoxOfPicture(said.title, said.says, said.see, cast(Box, key), self._cards(one, place, cards))

    def _card(self, given: object, place: str) -> Card:
        one = self._object(given, "card", place)
        said = self._statement(one, place, "learns")
        year = one.get("year")
        if year is not None and not (type(year) is int and 1900 <= year <= 2100):
            self._wrong(f"{place}.year", say("must be a year, not {got}", got=_shown(year)))
            year = None
        doors = self._names(one, "scenarios", place, self._scenario)
        if bool(doors) == (one.get("named_only") is True):
            self._wrong(place, say("must have scenarios, or be only named"))
        return Card(
            title=said.title,
            says=said.says,
            see=said.see,
            key=self._text(one.get("key"), f"{place}.key"),
            year=year,
            source=self._text(one.get("source"), f"{place}.source"),
            level=self._choice(one.get("level"), LEVELS, f"{place}.level"),
            methods=tuple(filter(None, self._names(one, "methods", place, self._method))),
            scenarios=tuple(filter(None, doors)),
            cost=self._cost(one["cost"], f"{place}.cost") if "cost" in one else None,
        )

    def _arrangement(self, given: object, place: str, cards: Sequence[str]) -> Arrangement:
        one = self._object(given, "arrangement", place)
        by = self._choice(one.get("by", ""), get_args(By), f"{place}.by")
        groups = tuple(self._each(one, "groups", place, lambda it, at: self._group(it, at, cards), needed=not by))
        if by and groups:
            self._wrong(place, say("must have groups, or be made by something"))
        title, says = (self._text(one.get(key), f"{place}.{key}") for key in ("title", "says"))
        return Arrangement(self._text(one.get("key"), f"{place}.key"), title, says, groups, cast(By, by))

    def _group(self, given: object, place: str, cards: Sequence[str]) -> Group:
        one = self._object(given, "group", place)
        said = self._statement(one, place)
        return Group(said.title, said.says, said.see, self._cards(one, place, cards))

    def _statement(self, one: Mapping[str, Any], place: str, says: str = "says") -> Statement:
        """Return what is said, which has its place in a scenario or is only named."""
        named = one.get("named_only", False)
        if not isinstance(named, bool):
            self._wrong(f"{place}.named_only", say("must be true or false"))
        elif named == ("see" in one):
            self._wrong(place, say("must have see, the moment at which this is seen, or be only named"))
        see = self._moment(one["see"], f"{place}.see") if "see" in one else None
        title, text = self._text(one.get("title"), f"{place}.title"), self._text(one.get(says), f"{place}.{says}")
        return Statement(title, text, see)

    def _moment(self, given: object, place: str) -> Moment | None:
        try:
            return parse_moment(given, place, self._scenarios)
        except UserError as error:
            self.problems += error.problems
            return None

    def _cost(self, given: object, place: str) -> Cost | None:
        one = self._object(given, "cost", place)
        test = self._choice(one.get("test"), get_args(Test), f"{place}.test")
        brief, told = (self._text(one.get(key), f"{place}.{key}") for key in ("brief", "told"))
        counted = self._counted(one["counted"], f"{place}.counted") if "counted" in one else None
        return Cost(cast(Test, test), brief, told, counted)

    def _counted(self, given: object, place: str) -> Counted | None:
        one = self._object(given, "counted", place)
        name = self._scenario(one.get("scenario"), f"{place}.scenario")
        numbers, products = one.get("gradients"), one.get("products")
        if not (isinstance(numbers, list) and len(numbers) == 2 and all(map(_small, numbers)) and _small(products)):
            self._wrong(place, say("must have gradients, [a, b] for a·k + b, and products, c for c·k"))
            return None
        if not name:
            return None
        values = self._scenarios[name].settings.model_dump()
        found: list[int] = []
        for key in ("steps", "tasks"):
            value = values.get(one.get(key, ""))
            if type(value) is int:
                found.append(value)
            else:
                self._wrong(f"{place}.{key}", say("must name a setting that is a number, not {got}", got=one.get(key)))
        if len(found) < 2:
            return None
        return Counted(name, found[0], found[1], numbers[0], numbers[1], int(products or 0))

    def _cards(self, one: Mapping[str, Any], place: str, known: Sequence[str]) -> tuple[str, ...]:
        found = self._names(one, "cards", place, lambda name, at: self._choice(name, known, at))
        self._twice(f"{place}.cards", found)
        return tuple(filter(None, found))

    def _scenario(self, name: object, place: str) -> str:
        return self._choice(name, self._scenarios, place)

    def _method(self, name: object, place: str) -> tuple[str, str]:
        known = [f"{story.name}/{method.key}" for story in all_stories().values() for method in story.methods]
        story, _, key = self._choice(name, known, place).partition("/")
        return story, key

    def _reasons(self, one: Mapping[str, Any], key: str, read: Callable[[object, str], Any]) -> list[Any]:
        """Return the names that an object gives reasons for."""
        given = one.get(key, {})
        if not isinstance(given, dict):
            self._wrong(f"left_out.{key}", say("must be an object of reasons by name"))
            return []
        for name, reason in given.items():
            self._text(reason, f"left_out.{key}.{name}")
        return [read(name, f"left_out.{key}") for name in given]

    def _names(self, one: Mapping[str, Any], key: str, place: str, read: Callable[[object, str], Any]) -> list[Any]:
        given = one.get(key, [])
        if not isinstance(given, list):
            self._wrong(f"{place}.{key}", say("must be a list of names"))
            return []
        return [read(name, f"{place}.{key}") for name in given]

    def _each(
        self, one: Mapping[str, Any], key: str, place: str, read: Callable[[object, str], Any], *, needed: bool = True
    ) -> list[Any]:
        given = one.get(key, [])
        name = f"{place}.{key}".removeprefix(".")
        if not isinstance(given, list) or (needed and not given):
            self._wrong(name, say("must be a list that is not empty"))
            return []
        return [read(part, f"{name}.{number}") for number, part in enumerate(given, 1)]

    def _object(self, given: object, kind: str, place: str) -> Mapping[str, Any]:
        if not isinstance(given, dict):
            self._wrong(place, say("must be an object with the keys {keys}", keys=", ".join(_KEYS[kind])))
            return {}
        for key in given:
            if key not in _KEYS[kind]:
                near = get_close_matches(key, _KEYS[kind], n=1) or [", ".join(_KEYS[kind])]
                self._wrong(place, say("has no key {key}; did you mean {near}?", key=key[:40], near=near[0]))
        return given

    def _text(self, given: object, place: str) -> str:
        if not (isinstance(given, str) and 0 < len(given.strip()) <= _LONGEST):
            self._wrong(place, say("must be 1 to {most} characters of text", most=_LONGEST))
            return ""
        return given

    def _choice(self, given: object, known: Sequence[str] | Mapping[str, object], place: str) -> str:
        if isinstance(given, str) and given in known:
            return given
        near = get_close_matches(str(given)[:60], known, n=3, cutoff=0.4) or list(known)[:12]
        text = "must be one that there is, not {got}; did you mean {near}?"
        self._wrong(place, say(text, got=_shown(given), near=", ".join(filter(None, near))))
        return ""

    def _twice(self, place: str, names: Sequence[str]) -> None:
        for name in dict.fromkeys(name for name in names if name and names.count(name) > 1):
            self._wrong(place, say("must have {name} only once", name=name))

    def _wrong(self, place: str, message: Message) -> None:
        self.problems.append(Problem(place, message))


def _small(value: object) -> bool:
    return type(value) is int and 0 <= value <= 100


def _shown(value: object) -> str:
    return repr(value)[:60]
