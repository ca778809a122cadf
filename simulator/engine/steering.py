"""What a person did to a run: the exact log that reproduces it, and how each deed is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine.text import Message

Changes = tuple[tuple[str, object], ...]  # names and values of `Simulation.change`, in order


@dataclass(frozen=True)
class Steering:
    """A change that was applied: `Simulation.change(name, value, draft)` when `step` meta-steps were done."""

    step: int
    name: str
    value: object  # as JSON holds it
    draft: bool = False  # the gesture went on

    def same_target(self, other: Steering) -> bool:
        """Tell whether this makes `other` of no effect: the same thing, of a manipulation all but where "to"."""
        return self.name == other.name and _target(self.value) == _target(other.value)


@dataclass(frozen=True)
class Incident:
    """The run stopped by itself: when, and why."""

    step: int  # of the last good meta-step
    reason: Message


@dataclass(frozen=True)
class Deed:
    """A whole gesture or edit: what it came to, and the changes that take it back."""

    name: str
    value: object
    back: Changes


def _target(value: object) -> object:
    return {key: part for key, part in value.items() if key != "to"} if isinstance(value, Mapping) else None
