"""Defines messages, sentences kept separate from their values so that they can be translated; reads typed numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from typing_extensions import override


@dataclass(frozen=True)
class Message:
    """A sentence with named placeholders, and their values.

    `str(message)` is the English sentence; `metascope.widgets.look.text.localized` returns it in the person's language.
    A value may itself be a message.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @override
    def __str__(self) -> str:
        return self.template.format(**self.values)


def say(template: str, **values: object) -> Message:
    """Return the message `template` (in `str.format` syntax, named placeholders only) with its values."""
    return Message(template, values)


def readable(text: str) -> str:
    """Return the text without halves of surrogate pairs, as a file's name may hold: no file can hold them as text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def listed(names: Iterable[str | Message]) -> Message:
    """Return names with commas between them, each of which is translated by itself."""
    first, *others = names
    found = say("{first}", first=first)
    for other in others:
        found = say("{first}, {second}", first=found, second=other)
    return found


_NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?")
_GROUPED = (  # thousands apart, by what cannot be meant as the decimal mark
    re.compile(r"[+-]?\d{1,3}(?P<mark>[ '_])\d{3}(?:(?P=mark)\d{3})*(?:[.,]\d+)?"),
    re.compile(r"[+-]?\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})+"),
    re.compile(r"[+-]?\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*(?!(?P=mark))[.,]\d+"),
)
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")  # thousands or a fraction
_ALIKE = str.maketrans("−’\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}", "-'   ")


def read_number(text: str, whole: bool = False) -> float | Message:
    """Return the finite number that a person has typed, or the sentence that says why it is none.

    A comma is a decimal mark like a point, whatever the desktop's language; "1e-3", ".5" and "10 000" are numbers too.
    Text that could be two numbers is none: "1,500" where fractions count, "1.500" where only whole numbers do.
    """
    plain = text.strip().translate(_ALIKE)
    if _UNCLEAR.fullmatch(plain) and whole == ("." in plain):
        together = re.sub("[.,]", "", plain)
        fraction = plain.replace(",", ".") if not whole else plain.partition(".")[0]
        return say("could be {large} or {small}: type one of these", large=together, small=fraction)
    if whole and _UNCLEAR.fullmatch(plain):
        plain = plain.replace(",", "")
    for grouped in _GROUPED:
        if found := grouped.fullmatch(plain):
            plain = plain.replace(found["mark"], "")
            break
    number = float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else math.nan
    if not math.isfinite(number):
        got = repr(text[:40])
        if whole:
            return say("must be a whole number such as 20, not {got}", got=got)
        return say("must be a number such as 0.05, not {got}", got=got)
    if whole and number != round(number):
        return say("must be a whole number, not {got}", got=text.strip())
    return number
