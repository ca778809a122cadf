"""Validates manipulations of the landscapes picture with the mouse, from untrusted values."""

from __future__ import annotations

import math
from collections.abc import Mapping

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.text import say
from metascope.simulator.stories.landscapes.names import METHODS
from metascope.simulator.stories.landscapes.settings import FARTHEST_START, Row


def start_move(value: object, dimension: int) -> tuple[tuple[int, ...], Row]:
    """Return which starts move and where to, from {"method": name or None for all, "to": [d numbers]}.

    Raises:
        UserError: names what is invalid.
    """
    fields = _fields("phi", value, {"method", "to"})
    problems = _misplaced("phi.to", fields["to"], dimension)
    method = fields["method"]
    if method is not None and method not in METHODS:
        message = say("must be one of {names}, or null, not {got}", names=", ".join(METHODS), got=repr(method))
        problems.append(Problem("phi.method", message))
    if problems:
        raise UserError(problems)
    moved = tuple(range(len(METHODS))) if method is None else (METHODS.index(str(method)),)
    return moved, _row(fields["to"])


def task_move(value: object, tasks: int, dimension: int) -> tuple[int, Row]:
    """Return which task's optimum moves and where to, from {"task": index, "to": [d numbers]}.

    Raises:
        UserError: names what is invalid.
    """
    fields = _fields("task", value, {"task", "to"})
    problems = _misplaced("task.to", fields["to"], dimension)
    task = fields["task"]
    if isinstance(task, bool) or not isinstance(task, int) or not 0 <= task < tasks:
        message = say("must be a whole number from 0 to {last}, not {got}", last=tasks - 1, got=repr(task))
        raise UserError([Problem("task.task", message), *problems])
    if problems:
        raise UserError(problems)
    return task, _row(fields["to"])


def _fields(where: str, value: object, names: set[str]) -> Mapping[str, object]:
    if not isinstance(value, Mapping) or set(value) != names:
        raise refuse(where, say("must have exactly {names}", names=" and ".join(sorted(names))))
    return value


def _misplaced(where: str, place: object, dimension: int) -> list[Problem]:
    if not isinstance(place, (list, tuple)) or len(place) != dimension:
        return [Problem(where, say("must be a list of {d} numbers", d=dimension))]
    if any(isinstance(number, bool) or not isinstance(number, (int, float)) for number in place):
        return [Problem(where, say("must be a list of {d} numbers", d=dimension))]
    if any(not math.isfinite(number) or abs(number) > FARTHEST_START for number in place):
        return [Problem(where, say("must lie between -{limit:.0f} and {limit:.0f}", limit=FARTHEST_START))]
    return []


def _row(place: object) -> Row:
    assert isinstance(place, (list, tuple))
    return tuple(float(number) for number in place)
