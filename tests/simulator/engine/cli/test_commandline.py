from __future__ import annotations

import json
from pathlib import Path

import pytest

from metascope.simulator.engine.cli.commandline import OUT, parse
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.link_text import At
from metascope.simulator.engine.files.presets import Preset


def problems(*arguments: str) -> list[str]:
    with pytest.raises(UserError) as caught:
        parse(arguments)
    return [str(problem) for problem in caught.value.problems]


def settings(*arguments: str) -> dict[str, object]:
    preset = parse(arguments).preset
    assert isinstance(preset, Preset)
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
        preset = parse(["--headless", "--preset", given]).preset
        assert isinstance(preset, Preset)
        assert preset.name == name


def test_a_window_reads_a_scenario_of_the_programs_once_it_is_painted(tmp_path: Path) -> None:
    """Files of a person's and changed settings may be wrong, which is told before there is a window."""
    path = tmp_path / "mine.json"
    path.write_text(presets.dumps(presets.find("two-tasks")))
    assert parse(["--preset", "two-tasks"]).preset == "two-tasks"
    assert isinstance(parse(["--preset", str(path)]).preset, Preset)
    assert isinstance(parse(["--preset", "two-tasks", "--seed", "3"]).preset, Preset)


def test_settings_are_exchanged() -> None:
    found = settings("--set", "inner_rate=0.25", "--set", "start=[1.5]", "--steps", "12", "--seed=3")
    assert (found["inner_rate"], found["start"], found["steps"], found["seed"]) == (0.25, (1.5,), 12, 3)


def test_a_value_that_is_no_json_is_text() -> None:
    assert settings("--preset", "one-step-reptile", "--set", "outer_optimizer=adam")["outer_optimizer"] == "adam"


def test_every_mistake_is_told_at_once() -> None:
    assert problems("--stepz=3", "--out", "x", "--set", "inner_rat=1", "--set", "alpha", "--seed", "many") == [
        "--stepz: is not an option; did you mean --steps?",
        "--out: needs --headless or --sweep",
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


LINE = "metascope://1/landscapes/two-tasks?inner_rate=0.25#40:3"


def test_a_shared_line_is_opened_with_its_settings_and_its_moment() -> None:
    request = parse([LINE])
    assert request.action == "window"
    assert request.linked is not None
    assert request.linked.at == At(40, 3)
    assert isinstance(request.preset, Preset)
    assert request.preset.settings == presets.find("two-tasks").settings.replaced(inner_rate=0.25)
    assert settings(LINE, "--seed", "3", "--headless")["seed"] == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((LINE, LINE), "metascope://: must be given once"),
        ((LINE, "--preset", "copy"), "metascope://: cannot be combined with --preset"),
        ((LINE, "--open", "a.metascope"), "metascope://: cannot be combined with --open"),
        ((LINE, "--follow", "a.metascope"), "metascope://: cannot be combined with --follow"),
        (("--follow", "a.metascope", "--headless"), "--follow: cannot be used with --headless"),
        (("--follow", "a.metascope", "--open", "b.metascope"), "--follow: cannot be used with --open"),
        (
            ("--follow", "a.metascope", "--seed", "3"),
            "--follow: cannot be combined with a scenario or settings: the file has its own",
        ),
        (("metascope://2/a",), "the shared line is of format 2, from a newer Metascope; this one reads format 1"),
        ((LINE, "--set", "inner_rat=1"), "inner_rat: is not a setting; did you mean inner_rate?"),
    ],
)
def test_what_is_wrong_with_a_shared_line_is_told(arguments: tuple[str, ...], told: str) -> None:
    assert told in problems(*arguments)


def test_a_lesson_is_named_or_lies_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"format": 1, "title": "Mine", "steps": [{"text": "Read."}]}))
    assert parse(["--lesson", str(path)]).file == path
    named = parse(["--lesson", "where-a-good-start-lies"]).file
    assert named is not None
    assert named.name == "where-a-good-start-lies.json"


@pytest.mark.parametrize("text", ['{"format": 1, "title": "Mine", "steps": [{}]}', '{"format": 1, "steps": [', ""])
def test_a_lesson_with_mistakes_is_left_to_the_window_which_watches_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(text)
    assert parse(["--lesson", str(path)]).file == path


def test_what_is_no_lesson_is_refused(tmp_path: Path) -> None:
    scenario, text = tmp_path / "scenario.json", tmp_path / "lesson.txt"
    scenario.write_text(json.dumps({"format": 1, "title": "Mine"}))
    text.write_text("A lesson on paper")
    assert problems("--lesson", str(scenario)) == [f"{scenario}: steps: is missing"]
    assert problems("--lesson", str(text))[0].startswith(str(text))
    assert problems("--lesson", str(tmp_path / "none.json"))[0].startswith(str(tmp_path / "none.json"))
    assert problems("--lesson", str(tmp_path))[0].startswith(str(tmp_path))
    assert problems("--lesson", "where-a-good-start-lie") == [
        "where-a-good-start-lie: is not a lesson; did you mean where-a-good-start-lies?"
    ]
    assert problems("--lesson", "where-a-good-start-lies", "--preset", "two-tasks", "--headless") == [
        "--lesson: cannot be used with --headless",
        "--lesson: cannot be combined with a scenario or settings: the file has its own",
    ]


def test_a_folder_that_stands_by_itself_is_opened_in_the_window(tmp_path: Path) -> None:
    request = parse([str(tmp_path)])
    assert (request.action, request.file) == ("window", tmp_path)


def test_a_folder_beside_what_opens_something_else_is_refused(tmp_path: Path) -> None:
    assert problems(str(tmp_path), str(tmp_path)) == [f"{tmp_path}: one file or folder can be opened at a time"]
    assert problems(str(tmp_path), "--open", "x") == [f"{tmp_path}: one file or folder can be opened at a time"]
    assert problems(str(tmp_path), "--headless", "--out", "x") == ["--open: cannot be used with --headless"]


def test_a_sweep_is_asked_for_with_where_it_runs() -> None:
    request = parse(["--sweep", "sine-rates", "--out", "there", "--workers", "3", "--yes"])
    assert (request.action, request.out) == ("sweep", Path("there"))
    assert request.sweep is not None
    assert (request.sweep.name, request.sweep.workers, request.sweep.confirmed) == ("sine-rates", 3, True)
    assert request.sweep.scheduler == ""
    far = parse(
        ["--sweep", "s", "--scheduler", "tls://a:1", "--tls-ca", "a", "--tls-cert", "b", "--tls-key", "c"]
    ).sweep
    assert far is not None
    assert (far.scheduler, far.ca, far.cert, far.key) == ("tls://a:1", Path("a"), Path("b"), Path("c"))
    assert parse(["--headless"]).sweep is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--sweep", "a", "--headless"], "--sweep: cannot be combined with --headless"),
        (["--sweep", "a", "--open", "b"], "--sweep: cannot be combined with --open"),
        (
            ["--sweep", "a", "--steps", "3"],
            "--sweep: cannot be combined with a scenario or settings: the file has its own",
        ),
        (["--scheduler", "tcp://a:1"], "--scheduler: needs --sweep"),
        (["--tls-ca", "a"], "--tls-ca: needs --sweep"),
        (["--yes"], "--yes: needs --sweep"),
        (["--sweep", "a", "--workers", "two"], "--workers: must be a whole number such as 20, not 'two'"),
        (["--sweep", "a", "--workers", "0"], "--workers: must be from 1 to 1024, not 0"),
    ],
)
def test_what_does_not_go_with_a_sweep_is_named(arguments: list[str], told: str) -> None:
    assert problems(*arguments) == [told]


def test_a_file_that_another_process_writes_is_followed() -> None:
    request = parse(["--follow", "later.metascope"])
    assert (request.action, request.file, request.follow) == ("window", Path("later.metascope"), True)
    assert not parse(["--open", "later.metascope"]).follow


def test_a_file_or_folder_that_stands_by_itself_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "run.metascope"
    path.write_bytes(b"")
    assert parse([str(path)]).file == parse(["--open", str(path)]).file == path
    assert parse([str(tmp_path)]).file == tmp_path
    assert problems(str(path), str(tmp_path)) == [f"{tmp_path}: one file or folder can be opened at a time"]
    assert problems(str(tmp_path / "none.metascope")) == [f"{tmp_path / 'none.metascope'}: does not exist"]


def test_a_setting_without_its_option_is_told_what_is_missing() -> None:
    assert problems("inner_rate=0.1") == ["inner_rate: needs --set before it: --set inner_rate=0.1"]
