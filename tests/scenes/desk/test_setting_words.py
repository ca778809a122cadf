"""Settings are called what the form calls them."""

from __future__ import annotations

from metascope.scenes.desk.setting_words import titles, worded
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.settings import declarations


def test_choices_and_switches_read_as_in_the_form() -> None:
    declared = declarations(type(presets.find("two-tasks").settings))
    values = {"inner_rate": 0.25, "outer_optimizer": "sgd", "sampled": True}
    assert worded(values, declared) == "Inner learning rate 0.25, Outer optimizer sgd, New tasks each meta-step on"
    assert worded({}, declared) == ""


def test_two_settings_with_one_title_are_told_apart() -> None:
    found = titles(declarations(type(presets.find("copy").settings)))
    assert found["length"] == "Maximum length (length)"
    assert found["repeated"] == "Maximum length (repeated)"
    assert found["items"] == "Maximum items"


def test_no_two_settings_of_a_story_have_one_title() -> None:
    for preset in presets.shipped():
        found = titles(declarations(type(preset.settings)))
        assert len(set(found.values())) == len(found), preset.name
