"""What is asked of a run between two meta-steps."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from simulator.engine.errors import refuse
from simulator.engine.simulation import Simulation
from simulator.engine.steering import Steering
from simulator.engine.text import say

T = TypeVar("T")


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


class Question(Generic[T]):
    """Something to be asked of the simulation; `future` is the answer to come."""

    def __init__(self, function: Callable[[Simulation], T]) -> None:
        self.future: Future[T] = Future()
        self._function = function

    def answer(self, simulation: Simulation | None) -> None:
        """Call the function with the simulation; whatever it raises is the answer, too."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            if simulation is None:
                raise refuse("", say("there is no run to ask: it could not be prepared"))
            self.future.set_result(self._function(simulation))
        except Exception as error:
            self.future.set_exception(error)

    def cancel(self) -> None:
        """Give no answer, where none is being given."""
        self.future.cancel()
