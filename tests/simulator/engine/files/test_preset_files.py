"""The scenarios that plug-ins bring, and files of stories whose plug-in is not installed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from metascope.simulator.engine.cli import headless
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets, weights
from metascope.simulator.engine.files.session import open_session
from tests.plugged import STORY, found, install, scenario

OWN = [preset.name for preset in presets.shipped()]


def names() -> list[str]:
    return [preset.name for preset in presets.shipped()]


def problems() -> list[str]:
    return [str(problem) for problem in presets.plugin_problems()]


def test_a_plugins_scenarios_stand_after_the_programs_own_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, files=(("a.json", scenario("plugged", 3)), ("b.json", scenario("plugged", 1))))
    install(tmp_path, "another", files=(("c.json", scenario("another", 2)),))
    with found(tmp_path, monkeypatch):
        assert names() == [*OWN, "c", "b", "a"]
        assert presets.find("b").story == "plugged"
        assert problems() == []


def test_a_broken_scenario_of_a_plugin_is_told_and_the_others_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = install(tmp_path, files=(("good.json", scenario("plugged")), ("bad.json", '{"metascope": 1}')))
    with found(tmp_path, monkeypatch):
        assert names() == [*OWN, "good"]
        assert all(line.startswith(f"plugged 1.2: {folder / 'presets' / 'bad.json'}: ") for line in problems())
        assert problems()
        with pytest.raises(UserError, match=r"bad\.json: title: is missing"):
            presets.find("bad")


def test_settings_whose_rules_raise_anything_are_told_by_the_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = """
from pydantic import model_validator

class Failing(landscapes.settings):
    @model_validator(mode="after")
    def _fail(self):
        return self if self.steps == 400 else 1 / 0

STORY = replace(STORY, settings=Failing)
"""
    folder = install(tmp_path, story=STORY + source)
    with found(tmp_path, monkeypatch):
        assert names() == OWN
        path = folder / "presets" / "plugged-tasks.json"
        assert problems() == [f"plugged 1.2: {path}: cannot be used: ZeroDivisionError: division by zero"]


def test_a_scenario_of_another_story_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = install(tmp_path, files=(("astray.json", scenario("landscapes")),))
    with found(tmp_path, monkeypatch):
        assert names() == OWN
        path = folder / "presets" / "astray.json"
        assert problems() == [f"plugged 1.2: {path}: must be of the story plugged, not landscapes"]


def test_of_two_scenarios_with_one_name_the_first_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = install(tmp_path, "one", files=(("two-tasks.json", scenario("one")), ("shared.json", scenario("one"))))
    two = install(tmp_path, "two", files=(("shared.json", scenario("two")), ("mine.json", scenario("two"))))
    with found(tmp_path, monkeypatch):
        assert names() == [*OWN, "shared", "mine"]
        assert (presets.find("shared").story, presets.find("two-tasks").story) == ("one", "landscapes")
        assert problems() == [
            f"one 1.2: {one / 'presets' / 'two-tasks.json'}: Metascope has a scenario of this name",
            f"two 1.2: {two / 'presets' / 'shared.json'}: one 1.2 has a scenario of this name",
        ]


@pytest.mark.parametrize("package", ["plugged.no_such", "no_such.presets", "plugged.scene"])
def test_a_package_of_scenarios_that_is_not_there_is_told_and_the_story_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    install(tmp_path, story=f"{STORY}STORY = replace(STORY, presets='{package}')")
    with found(tmp_path, monkeypatch):
        assert names() == OWN
        [problem] = problems()
        assert problem.startswith("plugged 1.2: plugged: ")


def test_a_story_without_scenarios_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, story=f"{STORY}STORY = replace(STORY, presets='')")
    with found(tmp_path, monkeypatch):
        assert (names(), problems()) == (OWN, [])


def test_files_of_a_story_that_is_not_installed_any_more_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "site")
    with found(tmp_path / "site", monkeypatch):
        headless.train(presets.find("plugged-tasks"), tmp_path, io.StringIO())
        open_session(tmp_path / headless.SESSION).close()
    told = r'story "plugged" is not installed; known: bandits, '
    with pytest.raises(UserError, match=told):
        presets.read(tmp_path / "preset.json")
    with pytest.raises(UserError, match=told):
        open_session(tmp_path / headless.SESSION)
    with pytest.raises(UserError, match=told):
        weights.load(tmp_path / "weights.safetensors")
    with pytest.raises(UserError, match=told):
        headless.replay_session(tmp_path / headless.SESSION, tmp_path, io.StringIO())
