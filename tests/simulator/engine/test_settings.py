"""Settings: declared once, parsed from anything, refused with every problem named."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from metascope.simulator.engine.errors import Diverged, Problem, UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.settings import (
    Conflict,
    Declaration,
    Settings,
    declarations,
    missing_data,
    rules_for,
    setting,
)
from metascope.simulator.engine.text import say
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from tests.simulator.engine.aliases import MaybeMode, Mode

DECLARED = {one.name: one for one in declarations(LandscapesSettings)}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text("ab1é∞", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=5), inner, max_size=3),
    max_leaves=5,
)


class Little(Settings):
    rate: float = setting(0.5, "Rate", help="How fast", symbol="a", unit="1/s", group="G", live=True, low=0.0, high=1.0)
    ends: tuple[tuple[float, ...], ...] = setting((), "Ends", help="Where")


class ByName(Settings):
    mode: Mode = setting("read", "Mode", help="What is done")
    maybe: MaybeMode = setting(None, "Mode or none", help="What is done, if anything")


class Ordered(Settings):
    low: int = setting(0, "Low", help="Where it begins", low=0, high=9)
    high: int = setting(1, "High", help="Where it ends", low=0, high=9)


class Finer(Ordered):
    step: int = setting(1, "Step", help="How fine", low=1, high=9)


class Apart(Settings):
    rules_apart = True


@rules_for(Ordered)
def _of_order(settings: Ordered) -> Iterator[Conflict]:
    if settings.low >= settings.high:
        yield "low", say("must be less than {high}", high=settings.high)
        yield "high", say("must be more than {low}", low=settings.low)


@rules_for(Finer)
def _of_fineness(settings: Finer) -> Iterator[Conflict]:
    if settings.step > 5:
        yield "step", say("must be finer")


def within(one: Declaration) -> st.SearchStrategy[object]:
    if one.kind == "choice":
        return st.sampled_from(one.choices)
    if one.kind == "flag":
        return st.booleans()
    assert one.low is not None
    assert one.high is not None
    if one.kind == "whole":
        return st.integers(int(one.low), int(one.high))
    return st.floats(one.low, one.high, allow_nan=False)


SIMPLE = st.fixed_dictionaries({}, optional={one.name: within(one) for one in DECLARED.values() if one.kind != "table"})


def parsed(values: dict[str, object]) -> tuple[LandscapesSettings | None, tuple[Problem, ...]]:
    try:
        return LandscapesSettings.parse(values), ()
    except UserError as error:
        return None, error.problems


def test_a_declaration_tells_a_form_everything() -> None:
    rate = declarations(Little)[2]
    assert (rate.name, rate.title, rate.help, rate.symbol, rate.unit) == ("rate", "Rate", "How fast", "a", "1/s")
    assert (rate.kind, rate.low, rate.high, rate.live, rate.group, rate.default) == ("real", 0.0, 1.0, True, "G", 0.5)
    assert declarations(Little)[3].kind == "table"


def test_every_setting_of_the_story_has_a_title_a_help_and_bounds() -> None:
    for one in DECLARED.values():
        assert one.title
        assert one.help
        assert one.kind in ("choice", "flag", "table") or (one.low is not None and one.high is not None), one.name


def test_all_problems_are_told_at_once_each_beside_its_setting() -> None:
    with pytest.raises(UserError) as caught:
        LandscapesSettings.parse({"tasks": 2.5, "noise": -1, "start": "x", "inner_step": 3, "family": "qua"})
    assert {problem.where for problem in caught.value.problems} == {"tasks", "noise", "start", "inner_step", "family"}


def test_rules_between_settings_are_told_together_each_beside_its_setting() -> None:
    with pytest.raises(UserError) as caught:
        Ordered.parse({"low": 5})
    assert list(map(str, caught.value.problems)) == ["low: must be less than 1", "high: must be more than 5"]
    assert Ordered.parse({"low": 5, "high": 6}).low == 5


def test_rules_hold_for_what_is_derived_and_not_for_what_it_is_derived_from() -> None:
    with pytest.raises(UserError) as caught:
        Finer.parse({"low": 5, "step": 9})
    assert {problem.where for problem in caught.value.problems} == {"low", "high", "step"}
    assert Ordered.parse({}).replaced(high=9).high == 9


def test_settings_whose_rules_are_not_imported_are_never_taken_for_valid() -> None:
    with pytest.raises(LookupError, match="the rules between the settings of Apart are not imported"):
        Apart.parse({})


def test_who_imports_nothing_but_the_settings_of_the_sine_waves_has_their_rules() -> None:
    source = """
from metascope.simulator.stories.sines.settings import SinesSettings
try:
    SinesSettings.parse({"shown": 9, "test_tasks": 4, "points": [[1.0]]})
except Exception as error:
    print(error)
"""
    told = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True, timeout=60)
    assert [line.split(":")[0] for line in told.stdout.splitlines()] == ["points", "shown"]


def test_a_misspelled_name_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(UserError, match="did you mean inner_steps"):
        LandscapesSettings.parse({"inner_step": 3})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "0.5", True, None, 1.5, -0.1])
def test_what_is_no_number_within_the_bounds_is_refused(value: object) -> None:
    with pytest.raises(UserError) as caught:
        Little.parse({"rate": value})
    assert [problem.where for problem in caught.value.problems] == ["rate"]


@pytest.mark.parametrize("value", [True, 1.0, 2.0, "1", [1], None])
def test_what_only_equals_a_choice_is_refused(value: object) -> None:
    with pytest.raises(UserError) as caught:
        LandscapesSettings.parse({"dimension": value})
    assert str(caught.value) == f"dimension: must be 1 or 2, not {json.dumps(value)}"
    assert LandscapesSettings.parse({"dimension": 1}).dimension == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("   ", ""),
        ("/data/mnist", "/data/mnist"),
        (" /data/mnist\n", "/data/mnist"),
        ("'/data/my mnist'", "/data/my mnist"),
        ("file:///data/my%20mnist", "/data/my mnist"),
        ("FILE://localhost/data", "/data"),
        ("data/mnist", "{here}/data/mnist"),
        ("./mnist", "{here}/mnist"),
        (".", "{here}"),
        ("file://[", "{here}/file:/["),
        ("~/mnist", "~/mnist"),
        ("$HOME/mnist", "$HOME/mnist"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths are those of POSIX")
def test_a_folder_is_kept_as_it_means_the_same_elsewhere(
    typed: str, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = OptimizersSettings.parse({"folder": typed})
    assert made.folder == kept.format(here=tmp_path)
    assert OptimizersSettings.parse(made.model_dump(mode="json")) == made


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Little().rate = 0.1


def test_a_product_too_large_is_refused_with_its_estimate_and_a_remedy() -> None:
    with pytest.raises(UserError, match=r"over the limit.*at most \d+ inner steps") as caught:
        LandscapesSettings.parse(
            {"dimension": 2, "family": "mixtures", "sampled": True, "test_tasks": 256, "start": [0, 0]}
        )
    assert caught.value.problems[0].where == "inner_steps"


@given(st.dictionaries(st.sampled_from([*DECLARED, "other"]), ANYTHING, max_size=4))
def test_anything_is_either_settings_or_a_users_error(values: dict[str, object]) -> None:
    settings, problems = parsed(values)
    assert (settings is None) == bool(problems)
    assert all(str(problem.message) for problem in problems)
    if settings is not None:
        assert LandscapesSettings.parse(settings.model_dump(mode="json")) == settings


@given(SIMPLE)
def test_settings_survive_json_and_are_made_again_from_their_differences(values: dict[str, object]) -> None:
    settings, _ = parsed(values)
    if settings is None:
        return
    assert LandscapesSettings.parse(json.loads(json.dumps(settings.model_dump(mode="json")))) == settings
    assert LandscapesSettings.parse(settings.differences()) == settings


@given(SIMPLE)
@how(max_examples=25, deadline=None)
def test_whatever_settings_allow_runs_or_says_why_not(values: dict[str, object]) -> None:
    pytest.importorskip("torch")
    from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation

    settings, _ = parsed({**values, "starts": 2})
    if settings is None:
        return
    simulation = LandscapesSimulation(settings)
    before = simulation.look()
    try:
        assert simulation.step().step == 1
    except Diverged:
        assert simulation.look() is before  # the last good state stays


def test_a_setting_whose_type_has_a_name_is_declared_as_what_it_stands_for() -> None:
    declared = {one.name: (one.kind, one.choices) for one in declarations(ByName)}
    assert declared["mode"] == declared["maybe"] == ("choice", ("read", "write"))


@given(SIMPLE)
@how(deadline=None)
def test_a_preset_survives_its_file(values: dict[str, object]) -> None:
    settings, _ = parsed(values)
    if settings is None:
        return
    preset = replace(presets.find("two-tasks"), settings=settings)
    assert presets.parse(json.loads(presets.dumps(preset)), preset.name, "here") == preset


@given(
    st.sampled_from([*json.loads(presets.dumps(presets.find("two-tasks"))), "scene", "more"]),
    ANYTHING,
)
@how(deadline=None)
def test_a_preset_with_anything_in_a_key_is_read_or_refused(key: str, value: object) -> None:
    document = json.loads(presets.dumps(presets.find("two-tasks")))
    document[key] = value
    try:
        presets.parse(document, "mine", "here")
        problems: tuple[Problem, ...] = ()
    except UserError as error:
        problems = error.problems
    assert all(problem.where.startswith("here") for problem in problems)
    assert problems or key != "more"


def test_data_are_missing_only_where_they_matter_and_are_not_named() -> None:
    missing = missing_data(OptimizersSettings.parse({"problem": "mnist", "problems": 1}))
    assert missing is not None
    assert missing.name == "folder"
    assert missing_data(OptimizersSettings()) is None
    assert missing_data(OptimizersSettings.parse({"problem": "mnist", "problems": 1, "folder": "/data"})) is None
