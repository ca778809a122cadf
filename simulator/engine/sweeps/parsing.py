"""Reads the file of a sweep, and names everything that is wrong with it at once.

    {
      "metascope_sweep": 1,
      "title": "Inner rates",
      "preset": "sine-maml",
      "settings": {"hidden_units": 20},
      "steps": 20,
      "axes": [
        {"setting": "alpha", "log": {"from": 0.001, "to": 0.1, "count": 5}},
        {"setting": "shots", "grid": [5, 10]},
        {"list": [{"hidden_layers": 1, "hidden_units": 80}, {"hidden_layers": 2, "hidden_units": 40}],
         "name": "network", "labels": ["wide", "deep"]}
      ],
      "repeats": 10,
      "metrics": ["maml.test_10"],
      "budget": {"per_run": 60, "total": 3600},
      "table": "csv"
    }

An axis has a setting with "grid" (values), "log" or "linear" (a range, rounded where the setting is a whole number), or
it is {"seeds": {"count": 10, "from": 0}}, or a "list" of points at which several settings have values that belong
together. "repeats" is an axis of seeds that begin with the scenario's own. A preset is a name, a file next to the
sweep's, or the scenario itself.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, JsonValue, ValidationError, field_validator
from pydantic_core import ErrorDetails

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.atomic import read_json
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import Declaration, declarations, missing_data, told
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.sweeps.axes import SEED, Axis, AxisFile, Seeds, Span, Strict, resolved, seeds
from metascope.simulator.engine.sweeps.plan import FORMAT, NO_BUDGET, Budget, Plan, TableKind
from metascope.simulator.engine.text import Message, readable, say

MOST = 100_000  # runs, unless a person confirms that more are meant
MOST_CONFIRMED = 10_000_000
_CHECKED = 5_000  # runs whose settings are checked before any starts: all of most sweeps
_NAMED = 20  # mistakes of combinations of settings that are named
_TEXT_LIMIT = 64 << 20  # bytes of a sweep's file, which may hold every value of every axis
M = TypeVar("M", bound=Strict)


class _SweepFile(Strict):
    """A sweep's file."""

    metascope_sweep: int
    preset: JsonValue
    preset_name: str | None = None
    title: str | None = Field(None, min_length=1, max_length=100)
    settings: dict[str, JsonValue] = Field(default_factory=dict)
    steps: int | None = None
    axes: list[JsonValue] = Field(max_length=20)
    repeats: Seeds | None = None
    metrics: list[str] | None = Field(None, min_length=1, max_length=1000)
    budget: Budget = NO_BUDGET
    table: TableKind = "csv"

    @field_validator("repeats", mode="before")
    @classmethod
    def _count(cls, value: object) -> object:
        return {"count": value} if type(value) is int else value


def read(path: Path, confirmed: bool = False) -> Plan:
    """Return the sweep in the file at `path`, named after the file.

    Args:
        path: of the file.
        confirmed: a person wants more than `MOST` runs.

    Raises:
        UserError: every problem, each with the file and the key or setting that it concerns.
    """
    return parse(read_json(path, _TEXT_LIMIT), readable(path.stem), str(path), path.parent, confirmed)


def parse(
    document: object,
    name: str,
    where: str,
    folder: Path | None = None,
    confirmed: bool = False,
    checked: bool = False,
) -> Plan:
    """Return the sweep `name` that a JSON document describes; errors name `where` it came from.

    Args:
        document: as JSON holds it.
        name: of the sweep.
        where: for errors.
        folder: in which the file of a preset lies; None: the working directory.
        confirmed: a person wants more than `MOST` runs.
        checked: the settings of the runs were checked when the sweep began.

    Raises:
        UserError: every problem at once.
    """
    if not isinstance(document, dict) or "metascope_sweep" not in document:
        raise refuse(where, say('must be a sweep of Metascope: an object with "metascope_sweep": {format}',
                                format=FORMAT))  # fmt: skip
    number = document["metascope_sweep"]
    if type(number) is int and number > FORMAT:
        text = "the sweep's format must be {format}, not {got}: it is from a newer Metascope"
        raise refuse(where, say(text, format=FORMAT, got=number))
    problems: list[Problem] = []
    plan = _plan(document, name, folder, confirmed, checked, problems)
    if problems or plan is None:
        raise UserError(Problem(f"{where}: {it.where}" if it.where else where, it.message) for it in problems)
    return plan


def _plan(
    document: Mapping[str, Any],
    name: str,
    folder: Path | None,
    confirmed: bool,
    checked: bool,
    problems: list[Problem],
) -> Plan | None:
    """Return the plan, or None after everything that is wrong was noted."""
    preset = _preset(document, folder, problems)
    given = _valid(_SweepFile, document, (), problems)
    if given is None:  # what is wrong is named, and the rest looked at without it
        wrong = {it.where.partition(".")[0] for it in problems}
        rest = {key: value for key, value in document.items() if key not in wrong}
        needed = {"metascope_sweep": FORMAT, "preset": "", "axes": []}
        given = _SweepFile.model_validate_json(json.dumps({**needed, **rest}))
    if given.metascope_sweep != FORMAT:
        problems.append(Problem("metascope_sweep", say("must be {format}", format=FORMAT)))
    if preset is None:
        for number, value in enumerate(given.axes):
            _valid(AxisFile, value, ("axes", number), problems)
        return None
    known = {declared.name: declared for declared in declarations(type(preset.settings))}
    before = len(problems)
    preset = _changed(preset, given, problems)
    axes = _axes(given, known, preset.settings.seed, problems)
    sound = len(problems) == before
    _check_metrics(given.metrics, preset, problems)
    metrics = None if given.metrics is None else tuple(given.metrics)
    plan = Plan(name, given.title or preset.title, preset, axes, metrics, given.budget, given.table)
    if sound:
        problems += _size_problems(plan, confirmed) or ([] if checked else _point_problems(plan))
    return plan


def _valid(model: type[M], value: object, where: tuple[str | int, ...], problems: list[Problem]) -> M | None:
    """Return what stands in a file as a model, or None after what is wrong with it was noted."""
    try:
        return model.model_validate_json(json.dumps(value))
    except ValidationError as error:
        problems += [_problem((*where, *detail["loc"]), detail) for detail in error.errors()]
        return None


def _preset(document: Mapping[str, Any], folder: Path | None, problems: list[Problem]) -> Preset | None:
    """Return the scenario that is named, lies in a file, or is given itself."""
    given = document.get("preset")
    name = document.get("preset_name")
    try:
        if isinstance(given, dict):
            return presets.parse(given, name if isinstance(name, str) else "sweep", "preset")
        if isinstance(given, str):
            beside = folder / given if folder is not None and given.endswith(".json") else None
            return presets.find(str(beside) if beside is not None else given)
    except UserError as error:
        problems += [Problem("preset", say("{where}: {why}", where=it.where, why=it.message)) for it in error.problems]
        return None
    if given is not None:
        problems.append(Problem("preset", say("must be a scenario's name, its file, or the scenario itself")))
    return None


def _changed(preset: Preset, given: _SweepFile, problems: list[Problem]) -> Preset:
    """Return the scenario with the settings that all runs have."""
    changes = dict(given.settings)
    if given.steps is not None:
        if "steps" in changes:
            problems.append(Problem("settings.steps", say('must not be given beside "steps"')))
        changes["steps"] = given.steps
    try:
        return replace(preset, settings=preset.settings.replaced(**changes))
    except UserError as error:
        own = {"steps": "steps"} if given.steps is not None else {}
        problems += [Problem(own.get(it.where, f"settings.{it.where}"), it.message) for it in error.problems]
        return preset


def _axes(given: _SweepFile, known: Mapping[str, Declaration], seed: int, problems: list[Problem]) -> tuple[Axis, ...]:
    found: list[Axis] = []
    for number, value in enumerate(given.axes):
        one = _valid(AxisFile, value, ("axes", number), problems)
        if one is None:
            continue

        def note(key: str, message: Message, number: int = number) -> None:
            problems.append(Problem(".".join(filter(None, (f"axes.{number}", key))), message))

        axis = resolved(one, known, seed, note)
        if axis is not None:
            for name in axis.settings:
                if name in given.settings:
                    note("", say("{name} is among the settings of all runs, too", name=name))
                if any(name in other.settings for other in found):
                    note("", say("{name} is on another axis too", name=name))
            found.append(axis)
    if given.repeats is not None:
        values = seeds(given.repeats, seed, lambda key, message: problems.append(Problem("repeats", message)))
        if any(SEED in axis.settings for axis in found):
            problems.append(Problem("repeats", say("cannot be combined with an axis of seeds")))
        elif values:
            found.append(Axis(SEED, (SEED,), values, tuple(str(value) for (value,) in values)))
    return tuple(found)


def _check_metrics(wanted: Sequence[str] | None, preset: Preset, problems: list[Problem]) -> None:
    """Note metrics that are about nothing that the story has; what it measures is known when it runs."""
    story = all_stories()[preset.story]
    known = [*(method.key for method in story.methods), *story.subjects]
    for place, name in enumerate(wanted or ()):
        subject, dot, _ = name.partition(".")
        if not dot or subject not in known:
            near = get_close_matches(subject, known, n=1) or [", ".join(known)]
            text = "must be a metric <subject>.<quantity>, not {got}; did you mean {near}?"
            problems.append(Problem(f"metrics.{place}", say(text, got=name[:60], near=near[0])))
        elif name in (wanted or ())[:place]:
            problems.append(Problem(f"metrics.{place}", say("must be named once: {got}", got=name[:60])))


def _size_problems(plan: Plan, confirmed: bool) -> list[Problem]:
    if len(plan) > MOST_CONFIRMED:
        return [Problem("axes", say("must make at most {most:,} runs, not {count:,}", most=MOST_CONFIRMED,
                                    count=len(plan)))]  # fmt: skip
    if len(plan) > MOST and not confirmed:
        text = "make {count:,} runs, more than {most:,}: if that is meant, confirm it with --yes"
        return [Problem("axes", say(text, count=len(plan), most=MOST))]
    return []


def _point_problems(plan: Plan) -> list[Problem]:
    """Return what is wrong with the settings of the runs, each once, with the first run that has it."""
    found: dict[tuple[str, str], Problem] = {}
    random = False
    for index in checked(plan):
        point = plan.point(index)
        try:
            settings = plan.settings(point)
        except UserError as error:
            for it in error.problems:
                told_at = ", ".join(f"{name}={json.dumps(value)}" for name, value in point.changes.items())
                message = say("{why} (run {index}: {settings})", why=it.message, index=index, settings=told_at[:120])
                found.setdefault((it.where, str(it.message)), Problem(it.where, message))
            if len(found) >= _NAMED:
                break
            continue
        random = random or settings.is_random
        if not found and (needed := missing_data(settings)) is not None:
            return [Problem(needed.name, say("must name a folder, as the scenario needs its data"))]
    if not found and not random and any(axis.repeats and len(axis) > 1 for axis in plan.axes):
        return [Problem(SEED, say("decides nothing with these settings: leave out the seeds"))]
    return list(found.values())


def checked(plan: Plan) -> Iterable[int]:
    """Return which runs to check: all, or, where they are many, each value of each axis, and some everywhere."""
    if len(plan) <= _CHECKED:
        return range(len(plan))
    strides = [math.prod(plan.shape[at + 1 :]) for at in range(len(plan.axes))]
    alone = [
        place * stride
        for stride, axis in zip(strides, plan.axes, strict=True)
        if not axis.repeats
        for place in range(min(len(axis), _CHECKED))
    ]
    return sorted({*alone, *range(0, len(plan), len(plan) // _CHECKED)})


_KEYS: Mapping[tuple[str, ...], type[Strict]] = {  # what an object may hold, by where it stands
    (): _SweepFile,
    ("axes",): AxisFile,
    ("axes", "log"): Span,
    ("axes", "linear"): Span,
    ("axes", "seeds"): Seeds,
    ("repeats",): Seeds,
    ("budget",): Budget,
}


def _problem(parts: tuple[str | int, ...], detail: ErrorDetails) -> Problem:
    """Return what pydantic found wrong, and where."""
    where = ".".join(str(part) for part in parts)
    if detail["type"] != "extra_forbidden":
        return Problem(where, told(detail))
    model = _KEYS.get(tuple(part for part in parts[:-1] if isinstance(part, str)))
    keys = [field.alias or name for name, field in model.model_fields.items()] if model is not None else []
    near = get_close_matches(str(parts[-1]), keys, n=1) or [", ".join(keys)]
    return Problem(where, say("is not a key of a sweep; did you mean {near}?", near=near[0]))
