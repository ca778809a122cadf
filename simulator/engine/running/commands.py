"""Defines the commands that a run executes between two meta-steps: changes and questions."""

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
    """A `Simulation.change`; `draft`: its gesture continues; `undoable`: a person may want to undo it."""

    name: str
    value: object
    draft: bool
    undoable: bool

    def continues(self, other: object) -> bool:
        """Return whether this continues the gesture of `other`."""
        return (
            isinstance(other, Change)
            and other.draft
            and Steering(0, self.name, self.value).same_target(Steering(0, other.name, other.value))
        )


class Question(Generic[T]):
    """A function to call with the simulation; `future` receives its result."""

    def __init__(self, function: Callable[[Simulation], T]) -> None:
        self.future: Future[T] = Future()
        self._function = function

    def answer(self, simulation: Simulation | None) -> None:
        """Call the function with the simulation and store its result, or the exception that it raises."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            if simulation is None:
                raise refuse("", say("the run could not be prepared"))
            self.future.set_result(self._function(simulation))
        except Exception as error:
            self.future.set_exception(error)

    def cancel(self) -> None:
        """Cancel the question unless it is being answered."""
        self.future.cancel()
