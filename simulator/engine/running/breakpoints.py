"""Parses and checks breakpoints: a run pauses when a metric passes a value, or at a meta-step."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import final

from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.text import Message, read_number, say

_RELATIONS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}
_CONDITION = re.compile(r"(?P<name>\S.*?)\s*(?P<relation><=|>=|<|>|≤|≥)\s*(?P<value>\S+)")
_COUNT = re.compile(r"in\s+(?P<count>\d{1,12})(?:\s+(?:meta-)?steps?)?")
_STEP = re.compile(r"at\s+(?:(?:meta-)?step\s+)?(?P<step>\d{1,12})")
_NEVER = 1 << 62  # meta-steps
_SPELLINGS = {"≤": "<=", "≥": ">="}


@dataclass(frozen=True)
class Breakpoint:
    """A condition on a frame's metrics, or a meta-step. A run pauses when it becomes true, not while it stays true."""

    metric: str  # empty: `value` is a meta-step
    relation: str  # "<", "<=", ">", ">="
    value: float

    @property
    def text(self) -> Message:
        """The condition as a person writes and reads it."""
        if not self.metric:
            return say("at {step}", step=int(self.value))
        return say("{metric} {relation} {value}", metric=self.metric, relation=self.relation, value=f"{self.value:g}")

    def holds(self, step: int, metrics: Mapping[str, float]) -> bool:
        """Return whether it is true after `step` meta-steps; a metric that was not measured is never true."""
        got = metrics.get(self.metric) if self.metric else float(step)
        return got is not None and _RELATIONS[self.relation](got, self.value)


@final
class Watch:
    """Tells which of a run's breakpoints becomes true. Any thread may replace `breakpoints`; the worker asks."""

    def __init__(self) -> None:
        self.breakpoints: tuple[Breakpoint, ...] = ()
        self._true: set[Breakpoint] = set()  # after the last meta-step

    def reached(self, step: int, metrics: Mapping[str, float]) -> Breakpoint | None:
        """Return the first that has become true at this meta-step."""
        breakpoints = self.breakpoints
        true = {one for one in breakpoints if one.holds(step, metrics)}
        fresh = (one for one in breakpoints if one in true and one not in self._true)
        found = next(fresh, None)
        self._true = true
        return found


def steps_before(breakpoints: Iterable[Breakpoint], step: int) -> int:
    """Return how many meta-steps may be done after `step` before any of these is looked at again."""
    if any(one.metric or one.relation != ">=" for one in breakpoints):  # it may become true at every meta-step
        return 1
    return min((int(one.value) - step for one in breakpoints if one.value > step), default=_NEVER)


def parse(text: str, names: Collection[str], step: int) -> Breakpoint:
    """Parse a breakpoint such as "maml.loss_after < 0", "in 500 steps" or "at 1000".

    Args:
        text: as a person wrote it.
        names: of the metrics; empty if none was measured yet, which allows any name.
        step: the meta-step that "in" counts from.

    Raises:
        UserError: says what is wrong and names a similar metric.
    """
    written = " ".join(text.split())
    if found := _COUNT.fullmatch(written.lower()):
        return _at(step + int(found["count"]), step)
    if found := _STEP.fullmatch(written.lower()):
        return _at(int(found["step"]), step)
    if found := _CONDITION.fullmatch(written):
        name = found["name"]
        if names and name not in names:
            raise _unknown(name, names)
        relation = _SPELLINGS.get(found["relation"], found["relation"])
        return Breakpoint(name, relation, _number(found["value"]))
    text = 'must be a condition such as "maml.loss_after < 0", "in 500 steps" or "at 1000", not {got}'
    raise refuse("", say(text, got=repr(written[:40])))


def _at(step: int, now: int) -> Breakpoint:
    if step <= now:
        raise refuse("", say("must be a meta-step after {now}, not {step}", now=now, step=step))
    return Breakpoint("", ">=", float(step))


def _number(text: str) -> float:
    value = read_number(text)
    if isinstance(value, Message):
        raise refuse("", say("must compare with a finite number, not {got}", got=repr(text[:40])))
    return value


def _unknown(name: str, names: Collection[str]) -> UserError:
    near = get_close_matches(name, names, n=1)
    if near:
        return refuse("", say("{name} is not a metric of this run; did you mean {near}?", name=name[:40], near=near[0]))
    return refuse("", say("{name} is not a metric of this run", name=name[:40]))
