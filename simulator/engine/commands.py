"""What is asked of a run between two meta-steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.engine.simulation import Simulation
from simulator.engine.steering import Steering


@dataclass(frozen=True)
class Change:
    """A `Simulation.change`; `draft`: its gesture goes on; `undoable`: a person may want to take it back."""

    name: str
    value: object
    draft: bool
    undoable: bool

    def continues(self, other: object) -> bool:
        """Tell whether this is of the same gesture as `other`, which went on."""
        return (
            isinstance(other, Change)
            and other.draft
            and Steering(0, self.name, self.value).same_target(Steering(0, other.name, other.value))
        )


@dataclass(frozen=True)
class Question:
    """Something to be asked of the simulation."""

    answer: Callable[[Simulation | None], None]  # fills its future in
    cancel: Callable[[], bool]
