"""Reads a lesson from a JSON document, with everything that is wrong with it at once: file, step and field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import PARTS, Preset
from metascope.simulator.engine.lessons.action_parsing import MOST_STEPS, check_method, check_metric, read_action
from metascope.simulator.engine.lessons.fields import Fields, nearest, shown
from metascope.simulator.engine.lessons.lesson import (
    FORMAT,
    LEVELS,
    SHOWN_PARTS,
    Action,
    AnyOf,
    Choose,
    Continue,
    Lesson,
    Look,
    LookAt,
    Opening,
    Set,
    Step,
    step_texts,
)
from metascope.simulator.engine.lessons.values import mistakes, places
from metascope.simulator.engine.text import say

MOST = 60  # steps
LONGEST_TITLE, LONGEST_DESCRIPTION, LONGEST_TEXT, LONGEST_FORMULA, LONGEST_TASK = 100, 500, 3000, 600, 300
KINDS = ("view", "setting", "method", "part", "action")  # of what is highlighted


def is_lesson(document: object) -> bool:
    """Tell whether a JSON document is meant as a lesson."""
    return isinstance(document, Mapping) and "steps" in document and "metascope" not in document


def parse(document: object, name: str, where: str, path: Path | None = None, *, shipped: bool = False) -> Lesson:
    """Return the lesson `name` that a JSON document describes; errors name `where` it came from.

    Raises:
        UserError: every problem at once, each at "file: step 3 (drag): do.set.inner_steps".
    """
    if not isinstance(document, Mapping):
        raise refuse(where, say("must be an object with a lesson's keys"))
    problems: list[Problem] = []
    fields = Fields(document, "", problems)
    number = fields.whole("format", 1, 1_000_000, FORMAT, needed=True)
    if number != FORMAT:
        fields.refuse("format", say("must be {format}, not {got}: it is from a newer Metascope", format=FORMAT,
                                    got=number))  # fmt: skip
    title = fields.text("title", LONGEST_TITLE, needed=True)
    description = fields.text("description", LONGEST_DESCRIPTION)
    minutes = fields.whole("minutes", 1, 240, 5)
    what = say("one of {levels}", levels=", ".join(LEVELS))
    level = fields.take("level", lambda it: it in LEVELS, what, LEVELS[0])
    order = fields.whole("order", 0, 10_000, 10_000)
    listed: list[object] = fields.take(
        "steps",
        lambda it: isinstance(it, list) and 1 <= len(it) <= MOST,
        say("a list of 1 to {most} steps", most=MOST),
        [],
        needed=True,
    )
    fields.finish()
    steps = _steps(listed, None if path is None else path.parent, problems)
    if problems:
        raise UserError(replace(it, where=f"{where}: {it.where}" if it.where else where) for it in problems)
    return Lesson(name, title, description, minutes, level, order, steps, path, shipped)  # type: ignore[arg-type]


def _steps(listed: list[object], folder: Path | None, problems: list[Problem]) -> tuple[Step, ...]:
    found: list[Step] = []
    preset: Preset | None = None
    taken: set[str] = set()
    for number, document in enumerate(listed, 1):
        name = document.get("name") if isinstance(document, Mapping) else None
        told = f"step {number} ({name})" if isinstance(name, str) and 0 < len(name) <= 40 else f"step {number}"
        own: list[Problem] = []
        step, preset = _step(Fields(document, "", own), str(number), preset, folder)
        if step.name in taken:
            own.append(Problem("name", say("is taken by another step: {name}", name=shown(step.name))))
        taken.add(step.name)
        problems += [Problem(": ".join(filter(None, (told, it.where))), it.message) for it in own]
        found.append(step)
    return tuple(found)


def _step(fields: Fields, number: str, before: Preset | None, folder: Path | None) -> tuple[Step, Preset | None]:
    """Return a step, and the scenario that is on the stage from it on."""
    name = fields.text("name", 40) or number
    title = fields.text("title", LONGEST_TITLE)
    text = fields.text("text", LONGEST_TEXT, needed=True)
    formula = fields.text("formula", LONGEST_FORMULA)
    says = fields.text("formula_says", LONGEST_TASK)
    opens, preset = _opening(fields, before, folder)
    look = _look(fields, preset)
    highlight = _highlight(fields, preset)
    controls = _controls(fields, preset)
    do: Action = Continue()
    if "do" in fields:
        do = read_action(Fields(fields.raw("do"), "do", fields.problems), preset)
    task, done = fields.text("task", LONGEST_TASK), fields.text("done", LONGEST_TEXT)
    fields.finish()
    step = Step(name, text, title, formula, says, opens, look, highlight, controls, do, task, done)
    _check_texts(fields, step, preset)
    _check_reach(fields, step)
    return step, preset


def _opening(fields: Fields, before: Preset | None, folder: Path | None) -> tuple[Opening | None, Preset | None]:
    """Return what a step opens, and the scenario that is on the stage then; a file lies beside the lesson's own."""
    if "open" not in fields:
        return None, before
    inside = Fields(fields.raw("open"), "open", fields.problems)
    name = inside.text("preset", 200, needed=True)
    values: dict[str, Any] = inside.take("settings", lambda it: isinstance(it, dict), say("an object of settings"), {})
    step, play = inside.whole("step", 0, MOST_STEPS, 0), inside.flag("play")
    inside.finish()
    if not name:
        return None, None
    source = str(folder / name) if folder is not None and name.endswith(".json") else name
    try:
        preset = presets.find(source)
    except UserError as error:
        for problem in error.problems:
            inside.refuse("preset", say("{name} {why}", name=shown(name), why=problem.message))
        return None, None
    settings = preset.settings
    try:
        settings = settings.replaced(**values)
    except UserError as error:
        for problem in error.problems:
            inside.refuse(".".join(filter(None, ("settings", problem.where))), problem.message)
    if step > (settings.steps if settings.trains else 0):
        inside.refuse("step", say("must be at most {steps}, where the run ends", steps=settings.steps))
    return Opening(source, preset, settings, step, play), replace(preset, settings=settings)


def _look(fields: Fields, preset: Preset | None) -> Look:
    if "look" not in fields:
        return Look()
    inside = Fields(fields.raw("look"), "look", fields.problems)
    step = inside.take(
        "step", lambda it: it == "live" or (type(it) is int and it >= 0), say('a meta-step, or "live"'), None
    )
    inner = inside.take(
        "inner", lambda it: it == "last" or (type(it) is int and it >= 0), say('an inner step, or "last"'), None
    )
    method = inside.take("method", lambda it: isinstance(it, str) and 0 < len(it) <= 60, say("a method"), None)
    view = inside.take("view", lambda it: isinstance(it, str) and 0 < len(it) <= 60, say("the name of a view"), None)
    enlarge = inside.flag("enlarge")
    inside.finish()
    if method is not None:
        check_method(inside, "method", method, preset)
    if enlarge and view is None:
        inside.refuse("enlarge", say('needs "view"'))
    return Look(step, -1 if inner == "last" else inner, method, view, enlarge)


def _highlight(fields: Fields, preset: Preset | None) -> tuple[str, ...]:
    named = fields.names_in("highlight", 12) or ()
    for name in named:
        kind, _, what = name.partition(":")
        if kind not in KINDS or not what:
            known = ", ".join(f"{one}:NAME" for one in KINDS)
            fields.refuse("highlight", say("must be of the form {known}, not {got}", known=known, got=shown(name)))
        elif kind == "part" and what not in SHOWN_PARTS:
            known = ", ".join(SHOWN_PARTS)
            fields.refuse("highlight", say("must name a part of the stage ({known}), not {got}", known=known,
                                           got=shown(what)))  # fmt: skip
        elif kind == "method":
            check_method(fields, "highlight", what, preset)
        elif kind == "setting" and preset is not None and what not in type(preset.settings).model_fields:
            near = nearest(what, list(type(preset.settings).model_fields))
            fields.refuse("highlight", say("{got} is not a setting of {scenario}; did you mean {near}?",
                                           got=shown(what), scenario=preset.name, near=near))  # fmt: skip
    return named


def _controls(fields: Fields, preset: Preset | None) -> tuple[str, ...] | None:
    named = fields.names_in("controls", 60)
    for name in named or ():
        known = [*PARTS, *(type(preset.settings).model_fields if preset is not None else ())]
        if preset is not None and name not in known:
            text = "must name parts of the stage or settings, not {got}; did you mean {near}?"
            fields.refuse("controls", say(text, got=shown(name), near=nearest(name, known)))
    return named


def _check_texts(fields: Fields, step: Step, preset: Preset | None) -> None:
    """Note places of numbers in the texts that are none, or that name no setting."""
    for key, text in (("text", step.text), ("done", step.done), ("title", step.title), ("task", step.task)):
        for message in mistakes(text):
            fields.refuse(key, message)
    if preset is None:
        return
    known = list(type(preset.settings).model_fields)
    for place in (place for text in step_texts(step) for place in places(text)):
        if place.kind in ("metric", "first", "best") or (place.kind == "here" and place.name):
            check_metric(fields, "text", place.name, preset)
        if place.kind == "setting" and place.name not in known:
            text = "{got} is not a setting of {scenario}; did you mean {near}?"
            fields.refuse("text", say(text, got=shown(place.name), scenario=preset.name,
                                      near=nearest(place.name, known)))  # fmt: skip


def _check_reach(fields: Fields, step: Step) -> None:
    """Note controls that leave out what the person needs to do the step."""
    if step.controls is None:
        return
    for needed in _needed(step.do):
        if needed not in step.controls and not (needed not in PARTS and "form" in step.controls):
            fields.refuse("controls", say("must hold {needed}, which is needed to do this step", needed=needed))


def _needed(action: Action) -> list[str]:
    if isinstance(action, Set):
        return list(action.values)
    if isinstance(action, Choose):
        return ["methods"]
    if isinstance(action, LookAt) and action.inner is not None:
        return ["inner-clock"]
    if isinstance(action, AnyOf):
        return _needed(action.actions[0])
    return []
