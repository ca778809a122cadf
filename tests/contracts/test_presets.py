"""What every scenario that ships promises to its reader, and that it survives being written and read."""

from __future__ import annotations

import json
import re

import pytest

from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.preset_files import found_files
from metascope.simulator.engine.files.presets import DEFAULT, Preset
from tests.contracts.runs import STORIES

each_preset = pytest.mark.parametrize("preset", presets.shipped(), ids=lambda preset: preset.name)


def test_the_default_scenario_ships() -> None:
    assert DEFAULT in {preset.name for preset in presets.shipped()}


def test_names_and_places_in_the_gallery_are_each_scenarios_own() -> None:
    shipped = presets.shipped()
    files, _ = found_files()
    assert len({preset.name for preset in shipped}) == len(shipped)
    assert len({(files[preset.name].owner, preset.order) for preset in shipped}) == len(shipped)


def test_every_story_has_a_scenario() -> None:
    assert {preset.story for preset in presets.shipped()} == set(STORIES)


@each_preset
def test_a_scenario_survives_being_written_and_read(preset: Preset) -> None:
    text = presets.dumps(preset)
    assert presets.parse(json.loads(text), preset.name, "again") == preset
    assert presets.dumps(presets.parse(json.loads(text), preset.name, "again")) == text


@each_preset
def test_a_scenario_has_a_title_and_two_or_three_sentences(preset: Preset) -> None:
    assert preset.title.strip() == preset.title != ""
    sentences = re.findall(r"[.!?](?= [A-Z]|$)", preset.description)
    assert 2 <= len(sentences) <= 3, preset.description


@each_preset
def test_a_scenario_takes_about_the_time_it_names(preset: Preset) -> None:
    assert 1 <= preset.expected_seconds <= 600
    if preset.pace is not None:
        watched = preset.settings.steps / preset.pace
        assert 0.5 * watched <= preset.expected_seconds <= 2 * watched


WITHIN = {
    "metric_learning": 60,
    "picture_starts": 90,
    "meta_networks": 60,
}  # seconds in which each scenario has learned
LONGER = {"fast-weights-omniglot"}  # its card tells what it reaches, and promises no minute


@pytest.mark.parametrize(
    "preset", [preset for preset in presets.shipped() if preset.story in WITHIN], ids=lambda preset: preset.name
)
def test_a_scenario_learns_before_the_eyes(preset: Preset) -> None:
    assert (preset.expected_seconds <= WITHIN[preset.story]) is (preset.name not in LONGER)
    assert preset.pace is None, "it learns as fast as it can"
    told = [int(number.replace(",", "")) for number in re.findall(r"after ([\d,]+)\b", preset.description)]
    assert max(told, default=0) <= preset.settings.steps, "the card tells what nobody will see"


RESULT = re.compile(
    r"\b(reached|took|paid|made no|came below|stayed|labels|reduces?d?|moves) [^.]*\d|\b(was|were) (about |at most )?\d"
)


@each_preset
def test_a_card_with_results_says_of_which_seeds_or_runs_they_are(preset: Preset) -> None:
    learned = preset.settings.model_dump().get("learn", True) and preset.story != "landscapes"  # these have no chance
    if learned and RESULT.search(preset.description):
        assert re.search(r"\b([Ss]eeds? \d|seeds \d|one run)", preset.description), preset.description
