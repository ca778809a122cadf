"""Reads the keys of a JSON object one by one, and gathers what is wrong with each."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from metascope.simulator.engine.errors import Problem
from metascope.simulator.engine.text import Message, say

T = TypeVar("T")
LONGEST_NAME = 60


class Fields:
    """One object of a document. `where` says where it stands; problems go into the list that all objects share."""

    def __init__(self, document: object, where: str, problems: list[Problem]) -> None:
        self.where, self.problems = where, problems
        self._keys: list[str] = []
        self._document: Mapping[str, object] = {}
        if isinstance(document, Mapping):
            self._document = document
        else:
            self.refuse("", say("must be an object, not {got}", got=shown(document)))

    def __contains__(self, key: str) -> bool:
        return key in self._document

    def names(self) -> list[str]:
        """Return the object's own keys."""
        return list(self._document)

    def place(self, key: str) -> str:
        """Return where a key stands."""
        return ".".join(filter(None, (self.where, key))) if not key.startswith("[") else f"{self.where}{key}"

    def refuse(self, key: str, message: Message) -> None:
        """Note what is wrong with a key; an empty one stands for the whole object."""
        self.problems.append(Problem(self.place(key), message))

    def raw(self, key: str) -> object:
        """Return what stands under a key, None if nothing does."""
        self._keys.append(key)
        return self._document.get(key)

    def take(self, key: str, fits: Callable[[object], bool], what: Message, default: T, needed: bool = False) -> T:
        """Return what stands under a key if it fits, else the default; a needed key must be there."""
        value = self.raw(key)
        if key not in self._document:
            if needed:
                self.refuse(key, say("is missing"))
            return default
        if not fits(value):
            self.refuse(key, say("must be {what}, not {got}", what=what, got=shown(value)))
            return default
        return value  # type: ignore[return-value]  # as `fits` checked

    def text(self, key: str, longest: int, needed: bool = False) -> str:
        """Return a text of at most so many characters, empty if there is none."""
        least = 1 if needed else 0
        what = say("{least} to {longest} characters of text", least=least, longest=longest)
        return self.take(key, lambda it: isinstance(it, str) and least <= len(it) <= longest, what, "", needed)

    def whole(self, key: str, low: int, high: int, default: int, needed: bool = False) -> int:
        """Return a whole number within bounds, inclusive."""
        what = say("a whole number from {low} to {high}", low=low, high=high)
        return self.take(key, lambda it: type(it) is int and low <= it <= high, what, default, needed)

    def flag(self, key: str) -> bool:
        """Return whether true stands under a key."""
        return self.take(key, lambda it: isinstance(it, bool), say("true or false"), False)

    def number(self, key: str) -> float | None:
        """Return a finite number, None if there is none."""
        found: float | None = self.take(key, is_number, say("a number"), None)
        return found

    def names_in(self, key: str, most: int) -> tuple[str, ...] | None:
        """Return a list of names, None if there is none."""
        what = say("a list of at most {most} names", most=most)
        listed: list[str] | None = self.take(
            key,
            lambda it: isinstance(it, list) and len(it) <= most and all(isinstance(one, str) for one in it),
            what,
            None,
        )
        return None if listed is None else tuple(listed)

    def finish(self) -> None:
        """Note every key that nobody has asked for."""
        for key in self._document:
            if key not in self._keys:
                self.refuse(key[:LONGEST_NAME], unknown(self._keys))


def unknown(known: list[str]) -> Message:
    """Return that a key is none of these."""
    return say("is not a key here; known: {known}", known=", ".join(dict.fromkeys(known)))


def nearest(name: str, known: list[str]) -> str:
    """Return the known names most like this one, or all of them."""
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return ", ".join(near or sorted(known)[:12])


def is_number(value: object) -> bool:
    """Tell whether a value is a number as JSON has them."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def shown(value: object) -> str:
    """Return a value as it is written in a file, shortened."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "..."
