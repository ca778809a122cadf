"""Scenarios that open others beside them: what they name is validated as what comes from a file."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.companions import MOST
from metascope.simulator.engine.files.presets import Preset

ONE: Mapping[str, object] = {"preset": "temperature", "title": "Matching Network"}
MINE: Mapping[str, object] = {
    "metascope": 2,
    "story": "landscapes",
    "title": "Mine",
    "description": "",
    "expected_seconds": 10,
    "pace": None,
    "order": 1,
    "settings": {},
}


def parsed(beside: object, **more: object) -> Preset:
    return presets.parse({**MINE, "beside": beside, **more}, "mine", "mine.json")


def test_a_companion_has_its_scenarios_settings_but_for_those_that_are_changed() -> None:
    (companion,) = parsed([{**ONE, "view": "plane", "settings": {"variation": "calm"}}]).beside
    own = presets.find("temperature").settings
    assert companion.settings == own.replaced(variation="calm")
    assert (companion.title, companion.view) == ("Matching Network", "plane")


def test_what_is_written_is_read_again() -> None:
    preset = parsed([ONE, {"preset": "copy", "title": "NTM", "settings": {"seed": 3}}])
    assert presets.parse(json.loads(presets.dumps(preset)), "mine", "mine.json") == preset


def test_without_companions_nothing_is_written() -> None:
    assert "beside" not in presets.dumps(presets.find("two-tasks"))


def test_they_are_opened_under_their_titles_with_the_text_and_the_parts_that_are_shown() -> None:
    preset = parsed([ONE], controls=["methods", "inner_rate"], description="Look. Compare.")
    (opened,) = presets.opened_beside(preset)
    assert (opened.story, opened.title, opened.controls) == ("metric_learning", "Matching Network", ("methods",))
    assert opened.description == "Look. Compare."
    (opened,) = presets.opened_beside(parsed([ONE]))
    assert opened.controls is None


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (None, "beside: must be a list of 1 to 3 scenarios"),
        ("temperature", "beside: must be a list of 1 to 3 scenarios"),
        ([], "beside: must be a list of 1 to 3 scenarios"),
        ([ONE] * (MOST + 1), "beside: must be a list of 1 to 3 scenarios"),
        ([ONE, 3], "beside.2: must be an object with the keys preset, title, view, settings"),
        ([{"preset": "temperatur", "title": "a"}], "beside.1.preset: must name a scenario of the gallery"),
        ([{"preset": "../../etc/passwd", "title": "a"}], "beside.1.preset: must name a scenario of the gallery"),
        ([{"preset": ["copy"], "title": "a"}], "beside.1.preset: must name a scenario of the gallery"),
        ([{"preset": "copy"}], "beside.1.title: must be 1 to 100 characters of text"),
        ([{"preset": "copy", "title": "x" * 101}], "beside.1.title: must be 1 to 100 characters of text"),
        ([{**ONE, "view": 3}], "beside.1.view: must be the name of a view"),
        ([{**ONE, "view": "x" * 41}], "beside.1.view: must be the name of a view"),
        ([{**ONE, "settings": [1]}], "beside.1.settings: must be an object of settings"),
        ([{**ONE, "settings": {"ways": "many"}}], "beside.1.ways: must be a whole number"),
        ([{**ONE, "settings": {"wayz": 3}}], "beside.1.wayz: is not a setting; did you mean ways?"),
        ([{**ONE, "pictures": 1}], "beside.1.pictures: is not a key of a scenario beside another"),
        ([ONE, ONE], "beside.2.preset: must be another scenario than those before"),
        ([{"preset": "three-memories", "title": "a"}], "beside.1.preset: must be a scenario that opens no others"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(beside: object, told: str) -> None:
    with pytest.raises(UserError) as caught:
        parsed(beside)
    assert next(str(problem) for problem in caught.value.problems).startswith(f"mine.json: {told}")


TWO = ("beside.2.ways", "beside.2.shots")


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(UserError) as caught:
        parsed([{"preset": "copi", "title": ""}, {**ONE, "settings": {"ways": 0, "shots": 99}}], pace=-1)
    places = [problem.where for problem in caught.value.problems]
    assert places == [f"mine.json: {at}" for at in ("pace", "beside.1.preset", "beside.1.title", *TWO)]
