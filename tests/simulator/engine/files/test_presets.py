from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets

OLD = Path(__file__).parents[3] / "files" / "format_1"  # written by 0.1.0

GOOD = {
    "metascope": 2,
    "story": "landscapes",
    "title": "Mine",
    "description": "Look here. Then there.",
    "expected_seconds": 10,
    "pace": None,
    "order": 1,
    "settings": {"inner_rate": 0.25},
}


def problems(document: object) -> list[str]:
    with pytest.raises(UserError) as caught:
        presets.parse(document, "mine", "mine.json")
    return [str(problem) for problem in caught.value.problems]


def test_the_default_scenario_is_shipped_and_comes_first() -> None:
    assert presets.shipped()[0].name == presets.DEFAULT


def test_shipped_scenarios_are_in_the_gallerys_order() -> None:
    keys = [(preset.order, preset.name) for preset in presets.shipped()]
    assert keys == sorted(keys)


@pytest.mark.parametrize("path", sorted(presets.FOLDER.glob("*/*.json")), ids=lambda path: path.stem)
def test_every_shipped_scenario_survives_a_round_trip(path: Path, tmp_path: Path) -> None:
    preset = presets.read(path)
    copy = tmp_path / path.name
    copy.write_text(presets.dumps(preset), encoding="utf-8")
    assert presets.read(copy) == preset
    assert preset.story == path.parent.name


def test_a_scenario_is_found_by_name_and_by_path(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(GOOD))
    assert presets.find("two-tasks").title == "Two tasks, one start"
    assert presets.find(str(tmp_path / "mine.json")).settings.model_dump()["inner_rate"] == 0.25


def test_an_unknown_name_is_refused_with_the_nearest_ones() -> None:
    with pytest.raises(UserError, match="two-taks: is not a scenario; did you mean two-tasks"):
        presets.find("two-taks")


def test_a_path_that_is_not_there_is_refused_as_a_file() -> None:
    with pytest.raises(UserError, match=r"folder/mine.json: cannot be read"):
        presets.find("folder/mine.json")


def test_every_problem_is_told_at_once_with_its_name() -> None:
    document = {**GOOD, "titel": "x", "pace": -1, "order": True, "settings": {"inner_rat": 1, "inner_steps": 51}}
    del document["title"]
    assert problems(document) == [
        "mine.json: title: is missing",
        "mine.json: pace: must be a positive number of meta-steps per second, or null, not -1",
        "mine.json: order: must be a whole number from 0 to 10000, not true",
        "mine.json: titel: is not a key of a scenario; did you mean title?",
        "mine.json: inner_steps: must be at most 50, not 51",
        "mine.json: inner_rat: is not a setting; did you mean inner_rate?",
    ]


def test_a_preset_of_a_newer_program_is_refused() -> None:
    message = "mine.json: metascope: must be 2, not 3: it is from a newer Metascope"
    assert problems({**GOOD, "metascope": 3}) == [message]


def test_an_unknown_story_is_refused_with_the_known_ones() -> None:
    [problem] = problems({**GOOD, "story": "landscape"})
    assert problem.startswith('mine.json: story: story "landscape" is not installed; known: bandits, ')


def test_a_preset_of_format_1_opens_as_it_was() -> None:
    old = presets.read(OLD / "preset.json")
    assert old.story == "landscapes"
    assert old.title == "Two tasks, one start"
    assert old.description.startswith("Four methods look for one start")
    assert '"scene"' not in presets.dumps(old)
    assert presets.parse(json.loads(presets.dumps(old)), old.name, "again") == old


def test_controls_of_format_1_keep_their_meaning() -> None:
    old = {**json.loads((OLD / "preset.json").read_text(encoding="utf-8")), "controls": ["story", "methods"]}
    assert presets.parse(old, "mine", "mine.json").controls == ("description", "methods")


@pytest.mark.parametrize("format", [1, 2])
def test_two_names_of_the_story_that_differ_are_refused_by_name(format: int) -> None:
    assert problems({**GOOD, "metascope": format, "scene": "ntm"}) == [
        'mine.json: scene: must be absent or the same as story ("landscapes"), not "ntm"'
    ]


def test_two_names_of_the_story_that_differ_are_refused_without_a_description_too() -> None:
    document = {**GOOD, "metascope": 1, "scene": "ntm"}
    del document["description"]
    assert "mine.json: scene: must be absent" in problems(document)[0]


def test_the_older_name_of_the_story_may_stand_beside_the_same_new_one() -> None:
    assert presets.parse({**GOOD, "scene": "landscapes"}, "mine", "mine.json").story == "landscapes"


@pytest.mark.parametrize("document", [[], "text", 3, None])
def test_a_document_that_is_no_object_is_refused(document: object) -> None:
    assert problems(document) == ["mine.json: must be an object with a scenario's keys"]


@pytest.mark.parametrize("key", GOOD)
@pytest.mark.parametrize("value", [[], {"a": {}}, -1, "x" * 5000, True])
def test_a_key_of_the_wrong_kind_is_named(key: str, value: object) -> None:
    assert all(f"{key}: " in line or key == "settings" for line in problems({**GOOD, key: value}))


def test_rules_between_settings_are_checked() -> None:
    assert problems({**GOOD, "settings": {"tasks": 3}}) == [
        "mine.json: tasks: must be 2 for the two curves of the lecture, not 3"
    ]


def test_a_scenario_without_controls_shows_everything() -> None:
    preset = presets.parse(GOOD, "mine", "mine.json")
    assert preset.controls is None
    assert "controls" not in presets.dumps(preset)


def test_controls_name_parts_of_the_stage_and_settings_and_are_kept() -> None:
    preset = presets.parse({**GOOD, "controls": ["methods", "inner_rate"]}, "mine", "mine.json")
    assert preset.controls == ("methods", "inner_rate")
    assert presets.parse(json.loads(presets.dumps(preset)), "mine", "mine.json") == preset


def test_no_controls_at_all_is_not_the_same_as_everything() -> None:
    assert presets.parse({**GOOD, "controls": []}, "mine", "mine.json").controls == ()


def test_a_control_that_is_none_is_refused_with_the_nearest_name() -> None:
    assert problems({**GOOD, "controls": ["inner_rat", "method", "form"], "pace": -1}) == [
        "mine.json: pace: must be a positive number of meta-steps per second, or null, not -1",
        'mine.json: controls: must name parts of the stage or settings, not "inner_rat"; did you mean inner_rate?',
        'mine.json: controls: must name parts of the stage or settings, not "method"; did you mean methods?',
    ]


@pytest.mark.parametrize("controls", ["form", [1], {"form": True}, None, ["form"] * 300])
def test_controls_must_be_a_list_of_names(controls: object) -> None:
    found = problems({**GOOD, "controls": controls})
    assert len(found) == 1
    assert found[0].startswith("mine.json: controls: must be a list of names")


@pytest.mark.skipif(os.name != "posix", reason="names of files that are no text")
def test_a_file_whose_name_is_no_text_has_a_name_that_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/na\xffme.json"))
    path.write_text(json.dumps(GOOD))
    assert presets.read(path).name == "na?me"
