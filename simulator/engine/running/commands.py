"""Defines the commands that a run executes between two meta-steps, changes and questions, and how they wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, final

from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.steering import Steering
from metascope.simulator.engine.text import say

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
        except Exception as error:  # whoever asked hears of it by `result`; the run goes on
            self.future.set_exception(error)

    def cancel(self) -> None:
        """Cancel the question unless it is being answered."""
        self.future.cancel()


@final
class Commands:
    """The commands that wait, in order. The runner's lock guards it."""

    def __init__(self) -> None:
        self.changing = 0  # changes that wait or are being applied
        self._waiting: deque[Change | Question[Any]] = deque()
        self._put_off: list[Change] = []  # until there is a simulation

    def __bool__(self) -> bool:
        """Whether any command waits."""
        return bool(self._waiting)

    def ask(self, question: Question[Any]) -> None:
        """Add a question."""
        self._waiting.append(question)

    def change(self, change: Change) -> None:
        """Add a change, in place of a draft before it of the same gesture, so that a drag never lags."""
        if self._waiting and change.continues(self._waiting[-1]):
            self._waiting.pop()
            self.changing -= 1
        self._waiting.append(change)
        self.changing += 1

    def take(self) -> tuple[Change | Question[Any], ...]:
        """Return those that wait, which wait no longer; a change counts until it is applied."""
        taken = tuple(self._waiting)
        self._waiting.clear()
        return taken

    def put_off(self, change: Change) -> None:
        """Keep a change that was taken until there is a simulation to change."""
        self._put_off.append(change)

    def take_put_off(self) -> tuple[Change, ...]:
        """Return the changes that were put off, which count again."""
        taken = tuple(self._put_off)
        self._put_off.clear()
        self.changing += len(taken)
        return taken

    def cancel(self) -> None:
        """Cancel every question, and forget the changes."""
        for command in self.take():
            if isinstance(command, Question):
                command.cancel()
            else:
                self.changing -= 1
