"""Checks the parts of untrusted values, as JSON holds them; the problem is at a manipulation's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.text import say


def members(where: str, value: object, keys: set[str]) -> Mapping[str, Any]:
    """Return an object that has these keys and no others.

    Raises:
        UserError: it has not, as in all functions here.
    """
    if not isinstance(value, Mapping) or set(value) != keys:
        raise refuse(where, say("must have {keys} and nothing else", keys=", ".join(sorted(keys))))
    return value


def whole(where: str, value: object, low: int, high: int, name: str) -> int:
    """Return a whole number from `low` to `high`; it is called `name`."""
    if type(value) is not int or not low <= value <= high:
        text = "{name} must be a whole number from {low} to {high}, not {got}"
        raise refuse(where, say(text, name=name, low=low, high=high, got=short(value)))
    return value


def rows(where: str, value: object, length: int) -> list[Sequence[Any]]:
    """Return rows of so many values each."""
    found = items(where, value)
    if not all(isinstance(row, list | tuple) and len(row) == length for row in found):
        raise refuse(where, say("must be made of rows of {length} values", length=length))
    return found


def items(where: str, value: object) -> list[Any]:
    """Return what is in a list."""
    if not isinstance(value, list | tuple):
        raise refuse(where, say("must be made of lists, not {got}", got=short(value)))
    return list(value)


def short(value: object) -> str:
    """Return a value as a message shows it."""
    shown = str(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
