"""Defines messages: sentences kept separate from their values, so that they can be translated when shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from typing_extensions import override


@dataclass(frozen=True)
class Message:
    """A sentence with named placeholders, and their values.

    `str(message)` is the English sentence; `widgets.look.text.localized` returns it in the person's language.
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


def listed(names: Iterable[str]) -> Message:
    """Return names with commas between them, each of which is translated by itself."""
    first, *others = names
    found = say("{first}", first=first)
    for other in others:
        found = say("{first}, {second}", first=found, second=other)
    return found
