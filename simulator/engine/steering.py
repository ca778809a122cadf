"""Defines the log of changes to a run, which reproduces it exactly, and how each edit is undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metascope.simulator.engine.text import Message

Changes = tuple[tuple[str, object], ...]  # names and values of `Simulation.change`, in order


@dataclass(frozen=True)
class Steering:
    """A change that was applied: `Simulation.change(name, value, draft)` when `step` meta-steps were done."""

    step: int
    name: str
    value: object  # as JSON holds it
    draft: bool = False  # the gesture continued

    def same_target(self, other: Steering) -> bool:
        """Return whether this overrides `other`: the same setting, or the same manipulation apart from its "to"."""
        return self.name == other.name and _target(self.value) == _target(other.value)


@dataclass(frozen=True)
class Incident:
    """When and why a run stopped by itself."""

    step: int  # of the last good meta-step
    reason: Message


@dataclass(frozen=True)
class Edit:
    """A completed gesture or edit: its final value, and the changes that undo it."""

    name: str
    value: object
    back: Changes


def _target(value: object) -> object:
    return {key: part for key, part in value.items() if key != "to"} if isinstance(value, Mapping) else None
