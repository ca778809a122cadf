"""Says what a step asks a person to do."""

from __future__ import annotations

from metascope.scenes.lessons.numbers import declaration, value_text
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
)
from metascope.simulator.engine.settings import Settings
from metascope.widgets.look.text import number, told_together
from metascope.widgets.look.translation import setting_text, translate


def task(action: Action, settings: Settings, methods: dict[str, str]) -> str:
    """Return what to do in a sentence; empty where it is to read on.

    Args:
        action: what the step asks for.
        settings: of the run on the stage.
        methods: their names, by key.
    """
    if isinstance(action, AnyOf):
        either = translate("Lessons", "{one} Or: {other}")
        first, *others = [task(one, settings, methods) for one in action.actions]
        for other in others:
            first = either.format(one=first, other=other)
        return first
    if isinstance(action, Play):
        return translate("Lessons", "Train: press Space.")
    if isinstance(action, Pause):
        return translate("Lessons", "Pause the training: press Space.")
    if isinstance(action, Reach):
        text = translate("Lessons", "Train to meta-step {step}: Space trains and pauses.")
        return text.format(step=f"{action.step:,}")
    if isinstance(action, LookAt):
        return _look_at(action)
    if isinstance(action, Set):
        return _set(action, settings)
    if isinstance(action, Choose):
        text = translate("Lessons", "Choose {method}: click its name above the picture.")
        return text.format(method=methods.get(action.method, action.method))
    if isinstance(action, MetricIs):
        return _metric(action.condition)
    if isinstance(action, Answer):
        return translate("Lessons", "Answer: click a choice, or press its number.")
    if isinstance(action, Change):
        return translate("Lessons", "Do in the picture what the text says.")
    return ""


def _look_at(action: LookAt) -> str:
    if action.step is not None and action.inner is not None:
        text = translate("Lessons", "Look at meta-step {step}, inner step {inner}: put the marks of both clocks there.")
        return text.format(step=_stretch(action.step), inner=_stretch(action.inner))
    if action.step is not None:
        text = translate("Lessons", "Look at meta-step {step}: click there on the outer clock, or press , and .")
        return text.format(step=_stretch(action.step))
    assert action.inner is not None, "one of the two"
    if action.inner.equals == -1:
        return translate("Lessons", "Look at the last inner step: click there on the inner clock, or press Shift+End.")
    text = translate(
        "Lessons", "Look at inner step {inner}: click there on the inner clock, or press Shift+, and Shift+."
    )
    return text.format(inner=_stretch(action.inner))


def _stretch(bound: Bound) -> str:
    """Return where a clock is to stand."""
    if bound.equals == -1:
        return translate("Lessons", "the last")
    if bound.equals is not None:
        return f"{bound.equals:,}"
    text = translate("Lessons", "{low} to {high}")
    return text.format(low=f"{bound.low or 0:,.0f}", high=f"{bound.high or 0:,.0f}")


def _set(action: Set, settings: Settings) -> str:
    known = {name: bound for name, bound in action.values.items() if name in type(settings).model_fields}
    parts = []
    for name, bound in known.items():
        declared = declaration(settings, name)
        title = " ".join(filter(None, (setting_text(declared.title), declared.symbol)))
        parts.append(_wanted(bound).format(title=title, **_values(bound, settings, name)))
    if any(not declaration(settings, name).live for name in known):
        parts.append(translate("Lessons", "Then press “Apply and restart”."))
    return told_together(parts)


def _wanted(bound: Bound) -> str:
    if bound.equals is not None:
        return translate("Lessons", "Set {title} to {value}.")
    if bound.low is None:
        return translate("Lessons", "Set {title} to at most {high}.")
    if bound.high is None:
        return translate("Lessons", "Set {title} to at least {low}.")
    return translate("Lessons", "Set {title} to {low} … {high}.")


def _values(bound: Bound, settings: Settings, name: str) -> dict[str, str]:
    parts = {"value": bound.equals, "low": bound.low, "high": bound.high}
    return {key: value_text(settings, name, value) for key, value in parts.items() if value is not None}


def _metric(condition: Condition) -> str:
    than = condition.than if isinstance(condition.than, str) else number(condition.than)
    if condition.relation == "below":
        text = translate("Lessons", "Train until {metric} is below {than}.")
    else:
        text = translate("Lessons", "Train until {metric} is above {than}.")
    return text.format(metric=condition.metric, than=than)
