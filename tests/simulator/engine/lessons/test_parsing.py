"""A lesson is read whole, or everything that is wrong with it is told at once: file, step and field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.presets import PARTS
from metascope.simulator.engine.lessons import lesson_files
from metascope.simulator.engine.lessons.action_parsing import KINDS as ACTIONS
from metascope.simulator.engine.lessons.lesson import (
    LEVELS,
    SHOWN_PARTS,
    Answer,
    Change,
    Choose,
    Condition,
    Continue,
    LookAt,
    Reach,
    Set,
)
from metascope.simulator.engine.lessons.parsing import KINDS, is_lesson, parse


def lesson(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": 1, "title": "A lesson", "steps": [{"text": "Read."}, *steps], **more}


def problems(document: object) -> list[str]:
    with pytest.raises(UserError) as caught:
        parse(document, "mine", "mine.json")
    return [str(problem) for problem in caught.value.problems]


OPENED = {"text": "Here.", "open": {"preset": "two-tasks"}}


def test_a_short_lesson_is_read() -> None:
    found = parse(lesson(), "mine", "mine.json")
    assert (found.title, len(found.steps), found.steps[0].do, found.steps[0].name) == ("A lesson", 1, Continue(), "1")


def test_every_mistake_is_told_at_once_with_step_and_field() -> None:
    told = problems(
        lesson(
            {"name": "open", "text": "x", "open": {"preset": "two-task"}},
            {**OPENED, "do": {"set": {"inner_stepz": 1}}, "highlight": ["part:nose"]},
            {"text": 3},
            color="red",
        )
    )
    assert [line.split(": must")[0].split(" is ")[0].removesuffix(":") for line in told] == [
        "mine.json: color",
        'mine.json: step 2 (open): open.preset: "two-task"',
        "mine.json: step 3: highlight",
        "mine.json: step 3: do.set.inner_stepz",
        "mine.json: step 4: text",
    ]


@pytest.mark.parametrize(
    ("step", "where", "words"),
    [
        ({"text": ""}, "text", "1 to 3000 characters"),
        (
            {**OPENED, "open": {"preset": "two-tasks", "settings": {"inner_steps": 99}}},
            "open.settings.inner_steps",
            "50",
        ),
        ({**OPENED, "open": {"preset": "two-tasks", "step": 401}}, "open.step", "at most 400"),
        ({**OPENED, "do": {"reach": 500}}, "do.reach", "at most 400"),
        ({**OPENED, "do": {"reach": 1, "play": True}}, "do", "exactly one of"),
        ({**OPENED, "do": {}}, "do", "exactly one of"),
        ({**OPENED, "do": {"play": False}}, "do.play", "true"),
        ({**OPENED, "do": {"choose": "mam"}}, "do.choose", "known: maml"),
        ({**OPENED, "do": {"look_at": {}}}, "do.look_at", "step"),
        ({**OPENED, "do": {"look_at": {"step": {"from": 9, "to": 3}}}}, "do.look_at.step", "at most"),
        ({**OPENED, "do": {"set": {"inner_steps": {"at_least": 70}}}}, "do.set.inner_steps", "at most 50"),
        ({**OPENED, "do": {"metric": {"name": "nobody.loss", "below": 1}}}, "do.metric.name", "subjects: maml"),
        ({**OPENED, "do": {"metric": {"name": "maml.loss_now"}}}, "do.metric", '"below" and "above"'),
        ({**OPENED, "do": {"any": [{"continue": True}, {"play": True}]}}, "do.any[0].continue", "one of several"),
        ({**OPENED, "look": {"enlarge": True}}, "look.enlarge", "view"),
        ({**OPENED, "look": {"method": "x"}}, "look.method", "known: maml"),
        ({**OPENED, "highlight": ["maml"]}, "highlight", "of the form"),
        ({**OPENED, "highlight": ["setting:inner_step"]}, "highlight", "inner_steps"),
        ({**OPENED, "controls": ["method"]}, "controls", "did you mean methods"),
        ({**OPENED, "controls": [], "do": {"set": {"inner_steps": 1}}}, "controls", "needed to do this step"),
        ({**OPENED, "controls": [], "do": {"choose": "maml"}}, "controls", "methods"),
        ({**OPENED, "text": "{metric:x.y}"}, "text", "subjects"),
        ({**OPENED, "text": "{setting:inner_step}"}, "text", "did you mean inner_steps"),
        ({**OPENED, "done": "{loss}"}, "done", "no such place"),
        ({**OPENED, "do": {"change": {"name": "phi", "where": [{"at": ["to", 0]}]}}}, "do.change.where[0]", "is"),
        (
            {**OPENED, "do": {"change": {"name": "phi", "where": [{"at_least": 1}], "such_as": 0}}},
            "do.change.such_as",
            "must fulfil",
        ),
        (
            {**OPENED, "do": {"answer": {"question": "?", "choices": ["a", "b"], "right": 2, "told": ["a", "b"]}}},
            "do.answer.right",
            "0 to 1",
        ),
        (
            {**OPENED, "do": {"answer": {"question": "?", "choices": ["a", "b"], "right": 0, "told": ["a"]}}},
            "do.answer.told",
            "a list of 2 texts",
        ),
        (
            {**OPENED, "do": {"answer": {"question": "?", "choices": ["a"] * 10, "right": 0, "told": ["a"] * 10}}},
            "do.answer.choices",
            "2 – 9",
        ),
        ({**OPENED, "name": "2"}, "", ""),  # the number of another step is a name like any other
    ],
)
def test_a_mistake_in_a_step_names_its_field(step: dict[str, Any], where: str, words: str) -> None:
    if not where:
        parse(lesson(step), "mine", "mine.json")
        return
    told = problems(lesson(step))
    assert any(f"mine.json: step 2: {where}: " in line and words in line for line in told), told


def test_a_name_belongs_to_one_step() -> None:
    assert "taken" in problems(lesson({"name": "a", "text": "x"}, {"name": "a", "text": "y"}))[0]


@pytest.mark.parametrize("count", [0, 61])
def test_a_lesson_has_some_steps_and_not_too_many(count: int) -> None:
    told = problems({"format": 1, "title": "x", "steps": [{"text": "x"}] * count})
    assert any("1 to 60 steps" in line for line in told)


def test_a_newer_format_is_said_to_be_newer() -> None:
    assert "newer" in problems(lesson(format=2) | {"format": 2})[0]


@pytest.mark.parametrize("document", [[], 3, None, "x", {"format": 1}, {"steps": {}}, {"steps": [3]}, {"steps": [[]]}])
def test_what_is_no_lesson_is_refused(document: object) -> None:
    assert problems(document)


def test_a_step_takes_place_in_the_scenario_that_was_opened_last() -> None:
    assert parse(lesson(OPENED, {"text": "x", "do": {"reach": 400}}), "mine", "x").opening_of(2) == 1
    assert problems(lesson(OPENED, {"text": "x", "do": {"choose": "lstm"}}))


def test_actions_are_read() -> None:
    where = [{"at": ["to", 0], "at_most": -1}]
    steps = [
        {"text": "x", "do": {"reach": 5}},
        {"text": "x", "do": {"set": {"inner_steps": 1}}},
        {"text": "x", "do": {"change": {"name": "phi", "where": where, "such_as": {"to": [-2.0]}}}},
        {
            "text": "x",
            "do": {
                "answer": {
                    "question": "?",
                    "choices": ["a", "b"],
                    "right_if": [{"metric": "maml.loss_now", "below": "reptile.loss_now"}, {"else": True}],
                    "told": ["a", "b"],
                }
            },
        },
    ]
    found = [step.do for step in parse(lesson(OPENED, *steps), "mine", "x").steps[2:]]
    assert found[0] == Reach(5)
    assert isinstance(found[1], Set)
    assert isinstance(found[2], Change)
    assert isinstance(found[3], Answer)
    assert found[3].right == (Condition("maml.loss_now", "below", "reptile.loss_now"), None)


def test_a_scenario_may_lie_beside_the_lesson(tmp_path: Path) -> None:
    preset = {
        "metascope": 2, "story": "landscapes", "title": "Mine", "description": "", "expected_seconds": 1,
        "pace": None, "order": 1, "settings": {"inner_steps": 3},
    }  # fmt: skip
    (tmp_path / "mine.json").write_text(json.dumps(preset), encoding="utf-8")
    path = tmp_path / "lesson.json"
    path.write_text(json.dumps(lesson({"text": "x", "open": {"preset": "mine.json"}})), encoding="utf-8")
    opens = lesson_files.read(path).steps[1].opens
    assert opens is not None
    assert opens.preset.title == "Mine"


def test_the_example_of_the_help_page_is_a_lesson() -> None:
    found = lesson_files.read(lesson_files.FOLDER / "example" / "my-first-lesson.json")
    assert not found.shipped
    shown = {type(step.do) for step in found.steps}
    assert shown == {Continue, Reach, Answer, LookAt, Set, Change, Choose}


def test_the_help_page_names_every_key_action_and_part() -> None:
    page = lesson_files.PAGE.read_text("utf-8")
    with pytest.raises(UserError) as refused:
        parse({"format": 1, "title": "T", "wrong": 0, "steps": [{"text": "x", "wrong": 0}]}, "a", "a.json")
    keys = [one for text in str(refused.value).splitlines() for one in text.partition("known: ")[2].split(", ")]
    assert {"format", "steps", "text", "formula_says", "done"} <= set(keys)
    for name in (
        *keys,
        "open",
        "look",
        "highlight",
        "controls",
        "do",
        *ACTIONS,
        *SHOWN_PARTS,
        *PARTS,
        *(f"{kind}:NAME" for kind in KINDS),
        *LEVELS,
    ):
        assert f"`{name}`" in page or f'"{name}"' in page, name


def test_lessons_ship_in_order_and_each_step_that_is_a_gesture_has_words_and_an_example() -> None:
    shipped = lesson_files.shipped()
    assert shipped
    assert [it.order for it in shipped] == sorted(it.order for it in shipped)
    for it in shipped:
        assert it.description
        assert 5 <= it.minutes <= 12
        for step in it.steps:
            assert step.title, f"{it.name}: {step.name} has a title"
            if step.formula:
                assert step.formula_says, f"{it.name}: {step.name} says its formula in words (formula_says)"
            if isinstance(step.do, Change):
                assert step.task, f"{it.name}: {step.name}"
                assert step.do.such_as is not None, f"{it.name}: {step.name}"


def test_an_unknown_lesson_names_those_that_are_like_it() -> None:
    with pytest.raises(UserError, match="where-a-good-start-lies"):
        lesson_files.path_of("where-a-good-start-lie")


def test_a_scenario_is_no_lesson() -> None:
    assert is_lesson(lesson())
    assert not is_lesson({"metascope": 2, "steps": []})
    assert not is_lesson([])


JUNK = [None, True, -1, 1e308, "", "x" * 5000, "{", [3], ["x"], {"x": 1}, "\ud800"]


def variants(value: object) -> Iterator[object]:
    """Return a document with each of its parts in turn replaced by junk, left out, or under another name."""
    yield from JUNK
    if isinstance(value, dict):
        for key, part in value.items():
            yield from ({**value, key: other} for other in variants(part))
            yield {name: it for name, it in value.items() if name != key}
            yield {(f"{name}x" if name == key else name): it for name, it in value.items()}
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from ([*value[:place], other, *value[place + 1 :]] for other in variants(part))


def test_whatever_is_wrong_with_a_lesson_is_told_and_nothing_else_happens() -> None:
    steps = [
        {**OPENED, "look": {"step": 1, "inner": "last", "method": "maml", "view": "x", "enlarge": True}},
        {"text": "x", "do": {"look_at": {"step": {"from": 1, "to": 2}, "inner": 3}}},
        {"text": "x", "do": {"any": [{"set": {"inner_steps": {"at_least": 1}}}, {"choose": "maml"}]}},
        {
            "text": "{metric:maml.loss_now} {setting:inner_steps}",
            "highlight": ["view:x", "part:methods", "setting:inner_steps"],
            "controls": ["methods", "inner_steps"],
            "do": {"change": {"name": "phi", "where": [{"at": ["to", 0], "at_most": 1}], "such_as": {"to": [0]}}},
        },
        {
            "text": "x",
            "do": {
                "answer": {
                    "question": "?",
                    "choices": ["a", "b"],
                    "right_if": [{"metric": "maml.loss_now", "below": 3}, {"else": True}],
                    "told": ["a", "b"],
                }
            },
        },
    ]
    refused = 0
    for document in variants(lesson(*steps)):
        try:
            parse(document, "mine", "mine.json")
        except UserError as error:
            refused += bool(error.problems)
    assert refused > 500
