"""When a step is done, told from values alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from metascope.simulator.engine.lessons.checks import Situation, fits, fulfilled, holds, matches, right_choices
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
from metascope.simulator.engine.lessons.parsing import parse
from metascope.simulator.engine.lessons.resuming import resumed

NOW = Situation(step=50, began=50, looked=50, ticks=24, inner=23, settings={"k": 20, "start": [0.6], "on": True})
LEFT = Change("phi", (Where(("to", 0), Bound(high=-1.0)),))


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        (Play(), NOW, replace(NOW, running=True)),
        (Play(), NOW, replace(NOW, step=60)),  # it ran, and is over already
        (Pause(), replace(NOW, running=True), NOW),
        (Reach(51), NOW, replace(NOW, step=51)),
        (LookAt(step=Bound(equals=10)), NOW, replace(NOW, live=False, looked=10)),
        (LookAt(step=Bound(low=5, high=60)), replace(NOW, running=True), replace(NOW, live=False)),
        (LookAt(inner=Bound(equals=3)), NOW, replace(NOW, inner=3)),
        (LookAt(inner=Bound(equals=-1)), replace(NOW, inner=0), NOW),
        (Set({"k": Bound(equals=1)}), NOW, replace(NOW, settings={"k": 1})),
        (Set({"k": Bound(low=2, high=8)}), NOW, replace(NOW, settings={"k": 8})),
        (Set({"start": Bound(equals=[0.5])}), NOW, replace(NOW, settings={"start": [0.5 + 1e-12]})),
        (Set({"on": Bound(equals=False)}), NOW, replace(NOW, settings={"on": False})),
        (Set({"on": Bound(equals=1)}), NOW, replace(NOW, settings={"on": 1})),
        (LEFT, replace(NOW, changes=[("phi", {"to": [0.0]}), ("task", {"to": [-2]})]),
         replace(NOW, changes=[("phi", {"to": [-1.0]})])),
        (Choose("maml"), replace(NOW, method="reptile"), replace(NOW, method="maml")),
        (MetricIs(Condition("a.x", "below", 0.1)), replace(NOW, metrics={"a.x": 0.1}),
         replace(NOW, metrics={"a.x": 0.09})),
        (MetricIs(Condition("a.x", "above", "b.x")), replace(NOW, metrics={"a.x": 1.0}),
         replace(NOW, metrics={"a.x": 1.0, "b.x": 0.5})),
        (Answer("?", ("a", "b"), ("a", "b"), 0), NOW, replace(NOW, answered=True)),
        (AnyOf((Play(), Reach(60))), NOW, replace(NOW, step=60)),
    ],
)  # fmt: skip
def test_a_step_is_done_by_doing_it(action: Action, before: Situation, after: Situation) -> None:
    assert not fulfilled(action, before)
    assert fulfilled(action, after)


def test_reading_is_never_done_by_itself() -> None:
    assert not fulfilled(Continue(), NOW)


def test_a_metric_that_was_not_measured_decides_nothing() -> None:
    assert holds(Condition("a", "below", 1), {}) is None
    assert holds(Condition("a", "below", 1), {"a": float("nan")}) is None
    asked = Answer("?", ("a", "b"), ("", ""), (Condition("a", "below", 1), None))
    assert right_choices(asked, {}) is None
    assert right_choices(asked, {"a": 0.5}) == frozenset({0})
    assert right_choices(asked, {"a": 1.5}) == frozenset({1})


@pytest.mark.parametrize("value", [None, True, "1", [1], {"to": 1}])
def test_what_is_no_number_is_within_no_bounds(value: object) -> None:
    assert not fits(value, Bound(low=0, high=2))


@pytest.mark.parametrize("value", [None, 3, {"to": []}, {"to": "x"}, {"too": [1]}, []])
def test_a_gesture_without_the_part_matches_nothing(value: object) -> None:
    assert not matches(value, LEFT.where)


def test_a_lesson_that_is_taken_up_in_the_middle_has_what_the_steps_before_asked_for() -> None:
    steps = [
        {"text": "x", "open": {"preset": "two-tasks", "step": 10}},
        {"text": "x", "do": {"set": {"inner_steps": 3}}},
        {"text": "x", "do": {"reach": 60}},
        {"text": "x"},
    ]
    lesson = parse({"format": 1, "title": "x", "steps": steps}, "x", "x")
    first, last = resumed(lesson, 0), resumed(lesson, 3)
    assert first is not None
    assert last is not None
    assert (first.step, first.settings.model_dump()["inner_steps"]) == (10, 20)
    assert (last.step, last.settings.model_dump()["inner_steps"]) == (60, 3)
