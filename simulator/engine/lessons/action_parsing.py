"""Reads what a person is to do in a step of a lesson, and checks it against the scenario on the stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.lessons.checks import matches
from metascope.simulator.engine.lessons.fields import Fields, is_number, nearest, shown
from metascope.simulator.engine.lessons.lesson import (
    Action,
    Answer,
    AnyOf,
    Bound,
    Change,
    Choose,
    Condition,
    Continue,
    LookAt,
    MetricIs,
    Pause,
    Play,
    Reach,
    Set,
    Where,
)
from metascope.simulator.engine.lessons.values import mistakes
from metascope.simulator.engine.story import all_stories
from metascope.simulator.engine.text import say

MOST_STEPS = 10_000_000
MOST_CHOICES = 9  # one for each digit key
LONGEST_QUESTION, LONGEST_CHOICE, LONGEST_FEEDBACK = 400, 200, 600
KINDS = (
    "continue", "play", "pause", "reach", "look_at", "set", "change", "choose", "metric", "answer", "any",
)  # fmt: skip


def read_action(fields: Fields, preset: Preset | None, *, inner: bool = False) -> Action:
    """Return the action that an object describes; problems go into the fields' list.

    Args:
        fields: the object.
        preset: the scenario in which the step takes place, None where the lesson opens none.
        inner: whether it is one of several in "any", where there is neither a question nor "continue".
    """
    kinds = [name for name in KINDS if name in fields]
    allowed = [name for name in KINDS if not inner or name not in ("continue", "answer", "any")]
    if len(kinds) != 1:
        if fields.names() or not fields.problems:
            text = "must have exactly one of {kinds}; it has {got}"
            got = ", ".join(fields.names()) or "–"
            fields.refuse("", say(text, kinds=", ".join(allowed), got=got[:80]))
        return Continue()
    kind = kinds[0]
    if kind not in allowed:
        fields.refuse(kind, say("cannot be one of several"))
        return Continue()
    readers: Mapping[str, Callable[[Fields, Preset | None], Action]] = {
        "reach": _reach,
        "look_at": _look_at,
        "set": _set,
        "change": _change,
        "choose": _choose,
        "metric": _metric,
        "answer": _answer,
        "any": _any,
    }
    found: Action
    if kind in readers:
        found = readers[kind](fields, preset)
    else:
        if fields.raw(kind) is not True:
            fields.refuse(kind, say("must be true"))
        found = Play() if kind == "play" else Pause() if kind == "pause" else Continue()
    fields.finish()
    return found


def check_metric(fields: Fields, key: str, name: str, preset: Preset | None) -> None:
    """Note a metric "<subject>.<quantity>" about nothing that the scenario's story has."""
    if preset is None or not name:
        return
    story = all_stories()[preset.story]
    known = [*(method.key for method in story.methods), *story.subjects]
    subject, dot, _ = name.partition(".")
    if not dot or subject not in known:
        text = "must be a metric <subject>.<quantity> of {scenario}, not {got}; subjects: {known}"
        fields.refuse(key, say(text, scenario=preset.name, got=shown(name), known=", ".join(known)))


def read_condition(fields: Fields, key: str, preset: Preset | None) -> Condition | None:
    """Return the condition on a metric that an object describes; `key` names the metric."""
    name = fields.text(key, 80, needed=True)
    check_metric(fields, key, name, preset)
    given: list[tuple[Literal["below", "above"], float | str]] = []
    relation: Literal["below", "above"]
    for relation in ("below", "above"):
        value = fields.raw(relation)
        if relation not in fields:
            continue
        if not is_number(value) and not (isinstance(value, str) and 0 < len(value) <= 80):
            fields.refuse(relation, say("must be a number or the name of a metric, not {got}", got=shown(value)))
            return None
        given.append((relation, value if isinstance(value, str) else float(str(value))))
    if len(given) != 1:
        fields.refuse("", say('must have one of "below" and "above"'))
        return None
    relation, value = given[0]
    if isinstance(value, str):
        check_metric(fields, relation, value, preset)
    return Condition(name, relation, value)


def _reach(fields: Fields, preset: Preset | None) -> Action:
    step = fields.whole("reach", 1, MOST_STEPS, 1)
    if preset is not None and step > preset.settings.steps:
        fields.refuse("reach", say("must be at most {steps}, where the run ends", steps=preset.settings.steps))
    return Reach(step)


def _look_at(fields: Fields, preset: Preset | None) -> Action:
    inside = Fields(fields.raw("look_at"), fields.place("look_at"), fields.problems)
    step, inner = _place(inside, "step", 0), _place(inside, "inner", 0)
    inside.finish()
    if step is None and inner is None:
        inside.refuse("", say('must have "step", "inner" or both'))
    return LookAt(step, inner)


def _place(fields: Fields, key: str, low: int) -> Bound | None:
    """Return where a clock is to stand: a number, "last", or a stretch."""
    value = fields.raw(key)
    if key not in fields:
        return None
    if key == "inner" and value == "last":
        return Bound(equals=-1)
    if type(value) is int and value >= low:
        return Bound(equals=value)
    if isinstance(value, Mapping):
        inside = Fields(value, fields.place(key), fields.problems)
        first = inside.whole("from", low, MOST_STEPS, low)
        last = inside.whole("to", low, MOST_STEPS, MOST_STEPS)
        inside.finish()
        if first > last:
            inside.refuse("", say('"from" must be at most "to"'))
        return Bound(low=first, high=last)
    what = "a whole number, {{from, to}}{or_last}"
    fields.refuse(key, say(what, or_last=', or "last"' if key == "inner" else ""))
    return None


def _set(fields: Fields, preset: Preset | None) -> Action:
    inside = Fields(fields.raw("set"), fields.place("set"), fields.problems)
    values: dict[str, Bound] = {}
    for name in inside.names():
        bound = _bound(inside, name)
        if preset is not None and name not in type(preset.settings).model_fields:
            known = list(type(preset.settings).model_fields)
            text = "is not a setting of {scenario}; did you mean {near}?"
            inside.refuse(name[:60], say(text, scenario=preset.name, near=nearest(name, known)))
        elif bound is not None:
            values[name] = bound
            _check_value(inside, name, bound, preset)
    if not inside.names():
        inside.refuse("", say("must name a setting"))
    return Set(values)


def _check_value(fields: Fields, name: str, bound: Bound, preset: Preset | None) -> None:
    """Note that a setting cannot have what is asked for."""
    if preset is None:
        return
    for value in (bound.equals, bound.low, bound.high):
        if value is None:
            continue
        declared = preset.settings.model_dump(mode="json")[name]
        if isinstance(declared, int) and isinstance(value, float) and value == round(value):
            value = round(value)
        try:
            preset.settings.replaced(**{name: value})
        except UserError as error:
            for problem in error.problems:
                if problem.where.partition(".")[0] == name:
                    fields.refuse(name, problem.message)


def _bound(fields: Fields, key: str) -> Bound | None:
    """Return what a value must be: itself, or within bounds."""
    value = fields.raw(key)
    if value is None:
        fields.refuse(key, say("must be a value"))
        return None
    if not isinstance(value, Mapping):
        return Bound(equals=value)
    inside = Fields(value, fields.place(key), fields.problems)
    low, high = inside.number("at_least"), inside.number("at_most")
    inside.finish()
    if low is None and high is None:
        inside.refuse("", say('must have "at_least", "at_most" or both'))
        return None
    if low is not None and high is not None and low > high:
        inside.refuse("", say('"at_least" must be at most "at_most"'))
    return Bound(low=low, high=high)


def _change(fields: Fields, preset: Preset | None) -> Action:
    inside = Fields(fields.raw("change"), fields.place("change"), fields.problems)
    name = inside.text("name", 60, needed=True)
    such_as = inside.raw("such_as")
    listed: list[Any] = inside.take(
        "where", lambda it: isinstance(it, list) and len(it) <= 12, say("a list of conditions"), []
    )
    where = [
        found
        for place, one in enumerate(listed)
        if (found := _where(Fields(one, inside.place(f"where[{place}]"), fields.problems))) is not None
    ]
    inside.finish()
    if such_as is not None and not matches(such_as, where):
        inside.refuse("such_as", say('must fulfil what "where" asks for, as {got} does not', got=shown(such_as)))
    return Change(name, tuple(where), such_as)


def _where(fields: Fields) -> Where | None:
    at: list[Any] = fields.take(
        "at",
        lambda it: isinstance(it, list) and all(isinstance(one, str) or type(one) is int for one in it),
        say("a list of keys and indices"),
        [],
    )
    equals, low, high = fields.raw("is"), fields.number("at_least"), fields.number("at_most")
    fields.finish()
    if ("is" in fields) == (low is not None or high is not None):
        fields.refuse("", say('must have either "is", or "at_least" or "at_most" or both'))
        return None
    return Where(tuple(at), Bound(equals, low, high))


def _choose(fields: Fields, preset: Preset | None) -> Action:
    name = fields.text("choose", 60, needed=True)
    check_method(fields, "choose", name, preset)
    return Choose(name)


def check_method(fields: Fields, key: str, name: str, preset: Preset | None) -> None:
    """Note a method that the scenario's story does not have."""
    if preset is None or not name:
        return
    known = [method.key for method in all_stories()[preset.story].methods]
    if name not in known:
        text = "must be a method of {scenario}, not {got}; known: {known}"
        fields.refuse(key, say(text, scenario=preset.name, got=shown(name), known=", ".join(known)))


def _metric(fields: Fields, preset: Preset | None) -> Action:
    inside = Fields(fields.raw("metric"), fields.place("metric"), fields.problems)
    condition = read_condition(inside, "name", preset)
    inside.finish()
    return Continue() if condition is None else MetricIs(condition)


def _answer(fields: Fields, preset: Preset | None) -> Action:
    inside = Fields(fields.raw("answer"), fields.place("answer"), fields.problems)
    question = inside.text("question", LONGEST_QUESTION, needed=True)
    choices = _texts(inside, "choices", LONGEST_CHOICE, 2, MOST_CHOICES)
    told = _texts(inside, "told", LONGEST_FEEDBACK, len(choices) or 2, len(choices) or MOST_CHOICES)
    for key, texts in (("question", [question]), ("choices", choices), ("told", told)):
        for message in (message for text in texts for message in mistakes(text)):
            inside.refuse(key, message)
    if ("right" in inside) == ("right_if" in inside):
        inside.refuse("", say('must have one of "right" and "right_if"'))
    right: int | tuple[Condition | None, ...] = 0
    if "right" in inside:
        right = inside.whole("right", 0, max(len(choices) - 1, 0), 0)
    elif "right_if" in inside:
        right = _right_if(inside, len(choices), preset)
    inside.finish()
    return Answer(question, choices, told, right)


def _texts(fields: Fields, key: str, longest: int, least: int, most: int) -> tuple[str, ...]:
    count = f"{least} – {most}" if least < most else str(most)
    what = say("a list of {count} texts of at most {longest} characters", count=count, longest=longest)
    return tuple(
        fields.take(
            key,
            lambda it: (
                isinstance(it, list)
                and least <= len(it) <= most
                and all(isinstance(one, str) and 0 < len(one) <= longest for one in it)
            ),
            what,
            [],
            needed=True,
        )
    )


def _right_if(fields: Fields, choices: int, preset: Preset | None) -> tuple[Condition | None, ...]:
    what = say("a list of {count} conditions, one for each choice", count=choices)
    listed: list[Any] = fields.take("right_if", lambda it: isinstance(it, list) and len(it) == choices, what, [])
    found: list[Condition | None] = []
    for place, one in enumerate(listed):
        inside = Fields(one, fields.place(f"right_if[{place}]"), fields.problems)
        if "else" in inside:
            inside.take("else", lambda it: it is True, say("true"), None)
            found.append(None)
        else:
            found.append(read_condition(inside, "metric", preset))
        inside.finish()
    return tuple(found)


def _any(fields: Fields, preset: Preset | None) -> Action:
    what = say("a list of 2 to 6 actions")
    listed: list[Any] = fields.take("any", lambda it: isinstance(it, list) and 2 <= len(it) <= 6, what, [], needed=True)
    return AnyOf(
        tuple(
            read_action(Fields(one, fields.place(f"any[{place}]"), fields.problems), preset, inner=True)
            for place, one in enumerate(listed)
        )
    )
