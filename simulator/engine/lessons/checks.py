"""Tells whether a person has done what a step asks for: pure functions on values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from metascope.simulator.engine.lessons.lesson import (
    Action,
    Answer,
    AnyOf,
    Bound,
    Change,
    Choose,
    Condition,
    LookAt,
    MetricIs,
    Pause,
    Play,
    Reach,
    Set,
    Where,
)

_NEAR = 1e-9  # relative: numbers that are written alike


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What is on the stage, and what a person has done there since the step began."""

    running: bool = False
    began: int = -1  # the newest meta-step when the step began
    step: int = -1  # the newest meta-step; -1: there is none yet
    live: bool = True  # the newest meta-step is followed
    looked: int = 0  # the meta-step that is looked at
    inner: int = 0  # the inner step that is looked at
    ticks: int = 1
    method: str = ""  # the chosen one
    settings: Mapping[str, object] = field(default_factory=dict)  # as JSON holds them
    metrics: Mapping[str, float] = field(default_factory=dict)  # the newest values
    changes: Sequence[tuple[str, object]] = ()  # finished gestures
    answered: bool = False  # rightly


def fulfilled(action: Action, now: Situation) -> bool:
    """Return whether an action is done. To read on (`Continue`) is for the person to say: never done by itself."""
    if isinstance(action, AnyOf):
        return any(fulfilled(one, now) for one in action.actions)
    if isinstance(action, Play):
        return now.running or now.step > now.began >= 0
    if isinstance(action, Pause):
        return not now.running
    if isinstance(action, Reach):
        return now.step >= action.step
    if isinstance(action, LookAt):
        return _looks(action, now)
    if isinstance(action, Set):
        return all(name in now.settings and fits(now.settings[name], it) for name, it in action.values.items())
    if isinstance(action, Change):
        return any(name == action.name and matches(value, action.where) for name, value in now.changes)
    if isinstance(action, Choose):
        return now.method == action.method
    if isinstance(action, MetricIs):
        return holds(action.condition, now.metrics) is True
    return isinstance(action, Answer) and now.answered


def holds(condition: Condition, metrics: Mapping[str, float]) -> bool | None:
    """Return whether a condition holds, None where a metric was not measured yet."""
    got = metrics.get(condition.metric)
    than = metrics.get(condition.than) if isinstance(condition.than, str) else condition.than
    if got is None or than is None or got != got or than != than:
        return None
    return got < than if condition.relation == "below" else got > than


def right_choices(asked: Answer, metrics: Mapping[str, float]) -> frozenset[int] | None:
    """Return the indices of the right choices, None while a metric that decides was not measured."""
    if isinstance(asked.right, int):
        return frozenset({asked.right})
    decided = {place: holds(one, metrics) for place, one in enumerate(asked.right) if one is not None}
    if any(one is None for one in decided.values()):
        return None
    right = frozenset(place for place, one in decided.items() if one)
    return right or frozenset(place for place, one in enumerate(asked.right) if one is None)


def fits(value: object, bound: Bound) -> bool:
    """Return whether a value is what is asked for; numbers that are written alike are equal."""
    if bound.equals is not None:
        return _equal(value, bound.equals)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    slack = _NEAR * max(1.0, abs(value))
    above = bound.low is None or value >= bound.low - slack
    return above and (bound.high is None or value <= bound.high + slack)


def matches(value: object, where: Sequence[Where]) -> bool:
    """Return whether a gesture's value fulfils every condition on its parts."""
    return all(fits(_part(value, one.at), one.bound) for one in where)


def _looks(action: LookAt, now: Situation) -> bool:
    if action.step is not None and ((now.live and now.running) or not fits(now.looked, action.step)):
        return False
    if action.inner is None:
        return True
    last = now.inner == now.ticks - 1
    return last if action.inner.equals == -1 else fits(now.inner, action.inner)


def _part(value: object, at: Sequence[str | int]) -> object:
    for key in at:
        if isinstance(key, str) and isinstance(value, Mapping):
            value = value.get(key)
        elif isinstance(key, int) and isinstance(value, list | tuple) and -len(value) <= key < len(value):
            value = value[key]
        else:
            return None
    return value


def _equal(one: object, other: object) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= _NEAR * max(1.0, abs(one), abs(other))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_equal, one, other))
    return one == other
