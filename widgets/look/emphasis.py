"""The rules of focusing and hiding some of several things, without any widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Self

Level = Literal["full", "dim", "hidden"]


@dataclass(frozen=True)
class Emphasis:
    """Which things are hidden, and which one, if any, is focused and dims the others.

    Promises: the focused one is never hidden.
    """

    keys: tuple[str, ...]
    focused: str | None = None
    hidden: frozenset[str] = frozenset()

    def levels(self) -> dict[str, Level]:
        """Return how each is drawn."""
        return {key: self._level(key) for key in self.keys}

    def focus_toggled(self, key: str) -> Self:
        """Return the emphasis with the focus on `key`, shown if it was hidden, or on none if `key` had it."""
        focused = None if self.focused == key else key
        return replace(self, focused=focused, hidden=self.hidden - {key})

    def hidden_toggled(self, key: str) -> Self:
        """Return the emphasis with `key` hidden, or shown if it was hidden."""
        focused = None if self.focused == key else self.focused
        return replace(self, focused=focused, hidden=self.hidden ^ {key})

    def all_shown(self) -> Self:
        """Return the emphasis with all in full."""
        return replace(self, focused=None, hidden=frozenset())

    def taken_from(self, levels: Mapping[str, Level]) -> Self:
        """Return the emphasis with these levels; the only one in full while another is dim is the focused one."""
        full = [key for key in self.keys if levels.get(key, "full") == "full"]
        dimmed = any(levels.get(key) == "dim" for key in self.keys)
        hidden = frozenset(key for key in self.keys if levels.get(key) == "hidden")
        return replace(self, focused=full[0] if dimmed and len(full) == 1 else None, hidden=hidden)

    def _level(self, key: str) -> Level:
        if key in self.hidden:
            return "hidden"
        return "full" if self.focused in (None, key) else "dim"
