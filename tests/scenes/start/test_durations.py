"""How long scenarios take here, in words."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from metascope.scenes.start.durations import duration_text, preparing_text, rounded, span
from metascope.simulator.engine.cli.calibrating import Speed
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.story import all_stories

FREE = replace(presets.find("copy"), expected_seconds=12.0)  # as fast as it goes
PACED = replace(presets.find("diverging"), expected_seconds=20.0)


@pytest.mark.parametrize(
    ("seconds", "speed", "text"),
    [
        (12.0, None, "about 12 s"),
        (12.0, Speed(1.0), "10 to 15 s on this computer"),
        (12.0, Speed(0.01), "about a second on this computer"),
        (8.0, Speed(1.0), "6 to 10 s on this computer"),
        (40.0, Speed(2.0, 0.1), "60 to 110 s on this computer"),
        (300.0, Speed(1.0), "4 to 6 min on this computer"),
        (1.2, Speed(1.0), "1 to 2 s on this computer"),
    ],
)
def test_a_time_is_a_range_once_the_computer_is_measured(seconds: float, speed: Speed | None, text: str) -> None:
    assert duration_text(replace(FREE, expected_seconds=seconds), speed) == text


@pytest.mark.parametrize("factor", [0.01, 0.3, 1.0, 2.7, 100.0])
@pytest.mark.parametrize("seconds", [1.0, 7.0, 12.0, 59.0, 300.0])
def test_the_range_holds_what_is_expected(factor: float, seconds: float) -> None:
    low, high = span(replace(FREE, expected_seconds=seconds), Speed(factor, 0.2))
    assert low < factor * seconds < high
    assert rounded(low, math.floor) <= max(low, 1.0)
    assert rounded(high, math.ceil) >= high


def test_more_doubt_makes_a_wider_range() -> None:
    (low, high), (lower, higher) = span(FREE, Speed(1.0)), span(FREE, Speed(1.0, 0.5))
    assert lower < low < high < higher


def test_a_faster_computer_does_not_shorten_what_plays_at_its_pace() -> None:
    assert duration_text(PACED, Speed(0.2)) == "about 20 s on this computer"
    assert duration_text(PACED, Speed(2.0)) == "20 to 40 s on this computer"


def test_what_depends_on_a_persons_data_keeps_its_text() -> None:
    preset = presets.find("mnist")
    assert duration_text(preset, Speed(3.0)) == duration_text(preset, None)
    assert "needs data of yours" in duration_text(preset, None)


def test_runs_side_by_side_are_counted() -> None:
    assert duration_text(presets.find("three-memories"), Speed(1.0)).endswith("3 runs side by side")


@pytest.mark.parametrize(
    ("seconds", "speed", "text"),
    [
        (0.0, None, ""),  # nobody knows
        (4.9, Speed(1.0), ""),
        (5.0, None, "Getting ready takes about 2 to 10 s with these settings"),
        (12.0, Speed(2.0, 0.5), "Getting ready takes about 8 to 80 s with these settings"),
        (59.0, Speed(1.0), "Getting ready takes about 25 to 120 s with these settings"),
        (61.0, None, "Getting ready takes up to 3 minutes with these settings"),
        (30.0, Speed(4.0), "Getting ready takes about 1 to 4 minutes with these settings"),
        (50.0, Speed(0.09), ""),
        (226.0, Speed(1.0), "Getting ready takes about 1 to 8 minutes with these settings"),
        (1200.0, Speed(1.0, 0.25), "Getting ready takes about 8 to 50 minutes with these settings"),
    ],
)
def test_what_takes_long_to_get_ready_is_told_as_a_range(seconds: float, speed: Speed | None, text: str) -> None:
    assert preparing_text(seconds, speed) == text


def test_no_scenario_takes_long_to_get_ready() -> None:
    told = {preset.name for preset in presets.shipped() if preparing_text(preset.settings.preparing_seconds, None)}
    assert not told


@pytest.mark.parametrize("story", ["metric_learning", "picture_starts"])
def test_a_huge_number_of_held_out_pictures_is_told(story: str) -> None:
    values = {"characters": 200, "ways": 20, "shots": 10, "queries": 10, "side": 28, "test_episodes": 1000}
    settings = all_stories()[story].settings.parse(values)
    assert "minutes" in preparing_text(settings.preparing_seconds, None)
    fewer = settings.replaced(side=14, shots=1, ways=5, test_episodes=100)
    assert not preparing_text(fewer.preparing_seconds, Speed(0.9))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("copy", {"test_sequences": 512, "length": 60, "units": 512, "rival_units": 512, "rival_layers": 3}),
        ("mann-glyphs", {"characters": 2000, "test_episodes": 512, "classes": 15, "images": 20, "rival_units": 512}),
        ("sine-paper", {"test_tasks": 1000, "shots": 50, "test_steps": 50, "hidden_units": 128, "hidden_layers": 4}),
        ("fast-weights", {"test_episodes": 1000, "ways": 10, "units": 64}),
        ("glyphs-20-sigmoid", {"updates": 1000, "units": 40}),
        ("navigation", {"test_goals": 200, "test_paths": 64, "horizon": 200}),
    ],
)
def test_large_numbers_of_what_is_held_out_are_told_in_every_story(name: str, values: dict[str, object]) -> None:
    settings = presets.find(name).settings
    assert not preparing_text(settings.preparing_seconds, None)
    assert "Getting ready takes about" in preparing_text(settings.replaced(**values).preparing_seconds, None)
