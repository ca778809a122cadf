"""Defines the errors that a person can fix, which name every problem at once, and divergence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from typing_extensions import override

from metascope.simulator.engine.text import Message


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where: a setting's name, a file's path, or an empty string."""

    where: str
    message: Message

    @override
    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else str(self.message)


class UserError(Exception):
    """A mistake in a person's input (a setting, a file, an argument), never a bug in the program.

    `str(error)` has one line per problem.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def refuse(where: str, message: Message) -> UserError:
    """Return a `UserError` with a single problem, for the caller to raise."""
    return UserError([Problem(where, message)])


class Diverged(Exception):  # noqa: N818 - a state of the run that is shown, not a mistake
    """Training became NaN or infinite: raised by `Simulation.step`, shown as the reason why the run stopped."""

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(str(reason))
