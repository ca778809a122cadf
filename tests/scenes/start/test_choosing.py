"""Which scenarios the gallery shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from metascope.scenes.start.choosing import Choice, Listed, chosen, listed, taught, title_of
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.story import all_stories
from metascope.widgets.window.filtering import Filters

SCENARIOS = [listed(preset, {"two-tasks", "copy"}) for preset in presets.shipped()]


def names(choice: Choice, recent: tuple[str, ...] = ()) -> list[str]:
    return [one.preset.name for one in chosen(SCENARIOS, choice, lambda preset: preset.expected_seconds, recent)]


def one(name: str) -> Listed:
    return next(it for it in SCENARIOS if it.preset.name == name)


def test_everything_is_shown_as_it_is_listed_where_nothing_is_asked_for() -> None:
    assert not Choice().on
    assert names(Choice()) == [preset.name for preset in presets.shipped()]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("temperature", "temperature"),  # a title
        ("nearest to the mean", "prototypes"),
        ("handwriting", "omniglot-starts"),
        ("priority-sort", "priority-sort"),  # a name
    ],
)
def test_a_title_or_a_name_is_found_first(query: str, first: str) -> None:
    assert names(Choice(Filters(query=query)))[0] == first


def test_methods_and_stories_are_searched() -> None:
    for story in all_stories().values():
        here = {it.preset.name for it in SCENARIOS if it.preset.story == story.name}
        assert here <= set(names(Choice(Filters(query=title_of(story)))))
        for method in story.methods:
            assert here <= set(names(Choice(Filters(query=method.name)))), method.name


def test_letters_that_stand_nowhere_find_nothing() -> None:
    assert names(Choice(Filters(query="xqzvw"))) == []


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (Choice(Filters(level="research")), lambda it: it.preset.level == "research"),
        (Choice(Filters(most_seconds=15.0)), lambda it: it.preset.expected_seconds <= 15),
        (Choice(story="ntm"), lambda it: it.preset.story == "ntm"),
        (Choice(Filters(with_lesson=True)), lambda it: it.has_lesson),
        (Choice(needs_data=True), lambda it: it.needs_data),
    ],
)
def test_each_condition_leaves_out_what_does_not_fulfil_it(choice: Choice, kept: Callable[[Listed], bool]) -> None:
    found = set(names(choice))
    assert choice.on
    assert found == {it.preset.name for it in SCENARIOS if kept(it)}
    assert set() < found < set(names(Choice()))


def test_what_was_used_last_comes_first() -> None:
    assert names(Choice(Filters(used=True)), ("copy", "no longer there", "two-tasks")) == ["copy", "two-tasks"]


def test_scenarios_that_lessons_open_are_known_and_broken_lessons_name_none(tmp_path: Path) -> None:
    steps = [{"text": "a"}, {"open": {"preset": "copy"}}, {"open": {"preset": 3}}, {"open": "x"}, 4]
    (tmp_path / "good.json").write_text(json.dumps({"steps": steps}), "utf-8")
    for number, text in enumerate(("", "{", "[]", '{"steps": 1}', "\ud800".encode("utf-8", "replace").decode())):
        (tmp_path / f"bad{number}.json").write_text(text, "utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, "utf-8")
    assert taught(tmp_path) == {"copy"}
    assert taught(tmp_path / "missing") == frozenset()


def test_data_of_a_persons_is_known() -> None:
    assert one("mnist").needs_data
    assert not one("two-tasks").needs_data
