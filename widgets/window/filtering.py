"""Filters scenarios, or ideas, by typed letters, level, time needed, lessons and recent use; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from metascope.widgets.window.matching import Entry, ranked


@dataclass(frozen=True)
class Described:
    """What a person may look for in one thing. Its texts are translated already."""

    id: str
    title: str
    about: str = ""  # what else is searched, by whole pieces of words: a sentence, names, a year
    levels: frozenset[str] = frozenset()  # empty: of no level
    seconds: float | None = None  # that it takes at least; None: not known
    has_lesson: bool = False
    used: int | None = None  # its place among those used recently, 0 for the latest; None: not used


@dataclass(frozen=True)
class Filters:
    """What a person looks for; as it is made, everything."""

    query: str = ""
    level: str = ""  # empty: any
    most_seconds: float | None = None  # None: however long
    with_lesson: bool = False
    used: bool = False  # recently

    @property
    def on(self) -> bool:
        """Whether anything is left out."""
        return bool(self.query.strip() or self.level or self.most_seconds is not None or self.with_lesson or self.used)


def kept(filters: Filters, things: Sequence[Described]) -> list[str]:
    """Return the ids of the things that fit: the best matches first, the latest first where recent use is asked for.

    A query is matched with titles as the command palette does it, and with what else is known of a thing literally.
    """
    fitting = [thing for thing in things if _fits(filters, thing)]
    if filters.used:
        fitting.sort(key=lambda thing: (thing.used is None, thing.used or 0))
    words = filters.query.casefold().split()
    entries = [Entry(thing.id, thing.title, _found(words, thing.about)) for thing in fitting]
    return [entry.id for entry in ranked(filters.query, entries)]


def _fits(filters: Filters, thing: Described) -> bool:
    """Return whether a thing passes everything but the query."""
    if filters.level and filters.level not in thing.levels:
        return False
    if filters.most_seconds is not None and (thing.seconds is None or thing.seconds > filters.most_seconds):
        return False
    return (thing.has_lesson or not filters.with_lesson) and (thing.used is not None or not filters.used)


def _found(words: Sequence[str], about: str) -> str:
    """Return the words that are in a text as they are typed: letters with others between them are in every long one."""
    text = about.casefold()
    return " ".join(word for word in words if word in text)
