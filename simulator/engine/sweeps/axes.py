"""The axes of a sweep: which settings differ between its runs, and the values that they take, in order."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from metascope.simulator.engine.settings import Declaration
from metascope.simulator.engine.text import Message, say

SEED = "seed"
LONGEST = 100_000  # values of one axis
_DIGITS = 12  # significant ones of the values of a range: 0.01 rather than 0.010000000000000002
Refuse = Callable[[str, Message], None]  # notes what is wrong with a key


class Strict(BaseModel):
    """An object of a sweep's file: frozen, strict, without unknown keys or numbers that are not finite."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


class Span(Strict):
    """A range: `count` values from one to another, both among them."""

    start: float = Field(alias="from")
    to: float
    count: int = Field(ge=2, le=10_000)


class Seeds(Strict):
    """Consecutive seeds. Without `from` they begin with the scenario's own."""

    count: int = Field(ge=1, le=LONGEST)
    start: int | None = Field(None, alias="from", ge=0, le=2**31 - 1)


FORMS = ("grid", "log", "linear", "seeds", "list")  # of an axis: one of these keys


class AxisFile(Strict):
    """An axis as a sweep's file has it: the name of a setting, and one of `FORMS`."""

    setting: str | None = None
    grid: list[JsonValue] | None = Field(None, min_length=1, max_length=LONGEST)
    log: Span | None = None
    linear: Span | None = None
    seeds: Seeds | None = None
    points: list[dict[str, JsonValue]] | None = Field(None, alias="list", min_length=1, max_length=LONGEST)
    name: str | None = Field(None, min_length=1, max_length=60)
    labels: list[str] | None = None

    @model_validator(mode="after")
    def _one_form(self) -> AxisFile:
        values = (self.grid, self.log, self.linear, self.seeds, self.points)
        given = [form for form, value in zip(FORMS, values, strict=True) if value is not None]
        if len(given) != 1:
            raise ValueError(f"must have exactly one of {', '.join(FORMS)}, not {' and '.join(given) or 'none'}")
        if given[0] in ("seeds", "list") and self.setting is not None:
            raise ValueError(f'must not have "setting" beside "{given[0]}"')
        if given[0] not in ("seeds", "list") and self.setting is None:
            raise ValueError(f'must have "setting" beside "{given[0]}"')
        return self


@dataclass(frozen=True)
class Axis:
    """One axis of a sweep: settings, mostly one, and the values that they take together, in order."""

    name: str  # as a person reads it
    settings: tuple[str, ...]
    values: tuple[tuple[JsonValue, ...], ...]  # (points, settings), as JSON holds them
    labels: tuple[str, ...]  # of each point, as a person reads it

    def __len__(self) -> int:
        return len(self.values)

    @property
    def repeats(self) -> bool:
        """Whether its runs differ by their seeds alone."""
        return self.settings == (SEED,)

    @property
    def numbers(self) -> tuple[float, ...] | None:
        """Its values as numbers, None where they are none or belong to several settings."""
        if len(self.settings) != 1:
            return None
        found = [value for (value,) in self.values if isinstance(value, int | float) and not isinstance(value, bool)]
        return tuple(map(float, found)) if len(found) == len(self.values) else None

    def document(self) -> dict[str, object]:
        """Return the axis as a sweep's file has it, with every value."""
        points = [dict(zip(self.settings, point, strict=True)) for point in self.values]
        return {"list": points, "name": self.name, "labels": list(self.labels)}


def resolved(given: AxisFile, known: Mapping[str, Declaration], seed: int, refuse: Refuse) -> Axis | None:
    """Return an axis with every value, or None after everything that is wrong with it was noted.

    Args:
        given: the axis in the file.
        known: the settings of the story, by name.
        seed: that of the scenario.
        refuse: called with a key of the axis, and what is wrong with it.
    """
    if given.points is not None:
        settings, values = _listed(given.points, known, refuse)
    elif given.seeds is not None:
        settings, values = (SEED,), seeds(given.seeds, seed, refuse)
    else:
        assert given.setting is not None, "the form was checked"
        settings = (given.setting,)
        if given.setting not in known:
            refuse("setting", unknown(given.setting, known))
            return None
        values = tuple((value,) for value in _of_one(given, known[given.setting], refuse))
    repeated = _repeated(values)
    if repeated is not None:
        refuse("", say("has the value {value} more than once", value=_label(repeated)))
    if given.labels is not None and len(given.labels) != len(values):
        refuse("labels", say("must be {count} texts, one for each value", count=len(values)))
        return None
    if not values:
        return None
    labels = tuple(given.labels) if given.labels is not None else _labels(settings, values)
    return Axis(given.name or ", ".join(settings), settings, values, labels)


def seeds(given: Seeds, seed: int, refuse: Refuse) -> tuple[tuple[JsonValue, ...], ...]:
    """Return consecutive seeds; without a first one they begin with `seed`."""
    start = seed if given.start is None else given.start
    if start + given.count > 2**31:
        refuse("", say("must end below {end}", end=2**31))
        return ()
    return tuple((start + place,) for place in range(given.count))


def unknown(name: str, known: Mapping[str, Declaration]) -> Message:
    """Return that a name is no setting of the story, with the nearest that is one."""
    near = get_close_matches(name, known, n=1)
    if near:
        return say("{name} is not a setting; did you mean {near}?", name=name[:60], near=near[0])
    return say("{name} is not a setting of this story; --list --preset NAME lists them", name=name[:60])


def _listed(
    points: Sequence[Mapping[str, JsonValue]], known: Mapping[str, Declaration], refuse: Refuse
) -> tuple[tuple[str, ...], tuple[tuple[JsonValue, ...], ...]]:
    """Return the settings of a list, and their values at each of its points."""
    settings = tuple(points[0])
    if not settings:
        refuse("list", say("must name at least one setting"))
        return (), ()
    for name in settings:
        if name not in known:
            refuse("list", unknown(name, known))
    for number, point in enumerate(points):
        if set(point) != set(settings):
            refuse(f"list.{number}", say("must have the settings {names}, as the first has", names=", ".join(settings)))
            return settings, ()
    return settings, tuple(tuple(point[name] for name in settings) for point in points)


def _of_one(given: AxisFile, declared: Declaration, refuse: Refuse) -> list[JsonValue]:
    if given.grid is not None:
        return list(given.grid)
    form, span = ("log", given.log) if given.log is not None else ("linear", given.linear)
    assert span is not None, "the form was checked"
    if declared.kind not in ("whole", "real"):
        refuse(form, say("needs a setting that is a number: {name} is none", name=declared.name))
        return []
    if form == "log" and not (span.start > 0 and span.to > 0):
        refuse(form, say("must go from a number above 0 to another"))
        return []
    if span.start == span.to:
        refuse(form, say("must go from a number to another one"))
        return []
    values = _spread(span, form == "log")
    if declared.kind == "whole":  # neighbours that round to the same number are one
        return list(dict.fromkeys(round(value) for value in values))
    return list(values)


def _spread(span: Span, logarithmic: bool) -> list[float]:
    begin, end = (math.log(span.start), math.log(span.to)) if logarithmic else (span.start, span.to)
    inner = [begin + (end - begin) * place / (span.count - 1) for place in range(1, span.count - 1)]
    inner = [math.exp(value) for value in inner] if logarithmic else inner
    return [float(f"{value:.{_DIGITS}g}") for value in (span.start, *inner, span.to)]


def _repeated(values: Sequence[tuple[JsonValue, ...]]) -> tuple[JsonValue, ...] | None:
    seen = set[str]()
    for point in values:
        text = json.dumps(point, sort_keys=True)
        if text in seen:
            return point
        seen.add(text)
    return None


def _labels(settings: Sequence[str], values: Sequence[tuple[JsonValue, ...]]) -> tuple[str, ...]:
    """Return a label for each point: its values, of switches the names of those that are on, where these differ."""
    plain = tuple(map(_label, values))
    if len(settings) == 1:
        return plain
    on = [
        [name if value is True else value for name, value in zip(settings, point, strict=True) if value is not False]
        for point in values
    ]
    told = tuple(map(_label, on))
    return told if all(told) and len(set(told)) == len(told) else plain


def _label(point: Sequence[JsonValue]) -> str:
    return ", ".join(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in point)
