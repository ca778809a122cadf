from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.engine.cli.commandline import OUT, parse
from simulator.engine.errors import UserError
from simulator.engine.files import presets


def problems(*arguments: str) -> list[str]:
    with pytest.raises(UserError) as caught:
        parse(arguments)
    return [str(problem) for problem in caught.value.problems]


def settings(*arguments: str) -> dict[str, object]:
    preset = parse(arguments).preset
    assert preset is not None
    return preset.settings.model_dump()


def test_nothing_asked_for_is_the_gallery() -> None:
    request = parse([])
    assert (request.action, request.preset, request.theme, request.out) == ("window", None, "system", OUT)


@pytest.mark.parametrize("action", ["version", "list", "info", "headless"])
def test_an_action_is_asked_for_by_its_option(action: str) -> None:
    assert parse([f"--{action}"]).action == action


def test_a_scenario_is_opened_by_name_or_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(presets.dumps(presets.find("two-tasks")))
    for given, name in (("two-tasks", "two-tasks"), (str(path), "mine")):
        preset = parse(["--preset", given]).preset
        assert preset is not None
        assert preset.name == name


def test_settings_are_exchanged() -> None:
    found = settings("--set", "inner_rate=0.25", "--set", "start=[1.5]", "--steps", "12", "--seed=3")
    assert (found["inner_rate"], found["start"], found["steps"], found["seed"]) == (0.25, (1.5,), 12, 3)


def test_a_value_that_is_no_json_is_text() -> None:
    assert settings("--preset", "one-step-reptile", "--set", "outer_optimizer=adam")["outer_optimizer"] == "adam"


def test_every_mistake_is_told_at_once() -> None:
    assert problems("--stepz=3", "--out", "x", "--set", "inner_rat=1", "--set", "alpha", "--seed", "many") == [
        "--stepz: is not an option; did you mean --steps?",
        "--out: needs --headless",
        "--set: must be name=value, not alpha",
        'seed: must be a whole number, not "many"',
        "inner_rat: is not a setting; did you mean inner_rate?",
    ]


def test_a_setting_given_twice_is_refused() -> None:
    assert problems("--set", "steps=3", "--steps", "4") == ["steps: must be given once"]


@pytest.mark.parametrize("value", ["NaN", "1e999", "[" * 5000, "9" * 5000])
def test_values_that_are_no_numbers_are_refused(value: str) -> None:
    [problem] = problems("--set", f"inner_rate={value}")
    assert problem.startswith("inner_rate: must be a number, not ")


def test_an_unknown_theme_is_refused() -> None:
    [problem] = problems("--theme", "purple")
    assert "purple" in problem


def test_the_languages_there_are_stand_in_the_refusal_of_another() -> None:
    [problem] = problems("--language", "klingon")
    assert problem.startswith("--language: must be one of system, en, ")
    assert problem.endswith("pseudo, not klingon")


def test_the_window_speaks_as_preferred_if_no_language_is_given() -> None:
    assert (parse([]).language, parse(["--language", "zh_CN"]).language) == (None, "zh_CN")


def test_an_option_without_its_value_is_refused() -> None:
    assert problems("--preset") == ["argument --preset: expected one argument"]


def test_every_problem_of_a_scenarios_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({"metascope": 2, "story": "landscapes", "settings": {}}))
    assert len(problems("--preset", str(path), "--out", "x")) == 6


def test_how_the_start_goes_is_told_where_it_is_asked_for() -> None:
    assert parse(["--verbose"]).verbose
    assert not parse([]).verbose


@pytest.mark.parametrize("text", ["0,25", "0.25", ".25", "2,5e-1"])
def test_a_setting_is_read_as_in_the_form(text: str) -> None:
    assert settings("--set", f"inner_rate={text}")["inner_rate"] == 0.25


def test_whole_settings_may_be_written_as_people_do() -> None:
    assert settings("--set", "steps=1e3", "--seed", "10,000")["steps"] == 1000
    assert settings("--set", "steps=1e3", "--seed", "10,000")["seed"] == 10_000


def test_a_number_that_could_be_two_is_refused() -> None:
    assert problems("--set", "inner_rate=1,500") == ['inner_rate: must be a number, not "1,500"']
