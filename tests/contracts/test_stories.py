"""What every story promises before it is opened, those of installed plug-ins too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from metascope.scenes.catalog import picture_of
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.settings import declarations
from metascope.simulator.engine.story import all_stories
from metascope.simulator.stories.ntm.settings import LONGER
from tests.contracts.runs import each_preset

ROOT = Path(__file__).parents[2]


def test_nothing_of_a_plugin_is_refused() -> None:
    assert [str(problem) for problem in presets.plugin_problems()] == []


def test_no_story_imports_torch_or_qt_before_it_is_opened() -> None:
    code = """
import sys
from metascope.simulator.engine.files import presets
presets.shipped()
print(*{"torch", "PySide6"} & set(sys.modules))
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (ran.stdout, ran.returncode) == ("\n", 0), ran.stderr


@each_preset
def test_a_card_has_a_picture_in_both_themes_or_in_none(preset: Preset) -> None:
    there = {picture_of(preset, theme).is_file() for theme in ("light", "dark")}
    assert len(there) == 1


LENGTHS = {"sines": "test_steps", "optimizers": "updates", "mann": "images"}
MEASURED = {
    "sines": ("mse_{}", "median_{}"),
    "optimizers": ("loss_{}", "best_loss_{}", "loss_mean"),
    "mann": ("accuracy_{}", "cost"),
}


@pytest.mark.parametrize("story", LENGTHS)
def test_goals_cover_every_length_that_can_be_measured(story: str) -> None:
    found = all_stories()[story]
    (setting,) = (one for one in declarations(found.settings) if one.name == LENGTHS[story])
    assert setting.low is not None
    assert setting.high is not None
    for length in range(int(setting.low), int(setting.high) + 1):
        assert {name.format(length) for name in MEASURED[story]} <= found.goals.keys()


def test_goals_of_the_ntm_cover_the_longer_sequences_of_every_task() -> None:
    for sizes in (sizes for longer in LONGER.values() for sizes in longer):
        assert "wrong_percent_" + "_".join(map(str, sizes.values())) in all_stories()["ntm"].goals


@pytest.mark.parametrize(
    "preset", [preset for preset in presets.shipped() if preset.story == "metric_learning"], ids=lambda it: it.name
)
def test_every_card_of_metric_learning_has_a_picture(preset: Preset) -> None:
    assert picture_of(preset, "light").is_file()
