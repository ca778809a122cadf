"""Text that a person reads, kept apart from its numbers so that it can be translated where it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from typing_extensions import override


@dataclass(frozen=True)
class Message:
    """A sentence with named places, and the values for them.

    `str(message)` is the English sentence; `widgets.look.text.localized` gives it in the person's language.
    A value may itself be a message.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @override
    def __str__(self) -> str:
        return self.template.format(**self.values)


def say(template: str, **values: object) -> Message:
    """Return the message `template` (in `str.format` syntax, named places only) with its values."""
    return Message(template, values)
