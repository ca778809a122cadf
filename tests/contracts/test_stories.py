"""What every story promises before it is opened, those of installed plug-ins too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scenes.catalog import picture_of
from simulator.engine.files import presets
from simulator.engine.files.presets import Preset
from tests.contracts.runs import each_preset

ROOT = Path(__file__).parents[2]


def test_nothing_of_a_plugin_is_refused() -> None:
    assert [str(problem) for problem in presets.plugin_problems()] == []


def test_no_story_imports_torch_or_qt_before_it_is_opened() -> None:
    code = """
import sys
from simulator.engine.files import presets
presets.shipped()
print(*{"torch", "PySide6"} & set(sys.modules))
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (ran.stdout, ran.returncode) == ("\n", 0), ran.stderr


@each_preset
def test_a_card_has_a_picture_in_both_themes_or_in_none(preset: Preset) -> None:
    there = {picture_of(preset, theme).is_file() for theme in ("light", "dark")}
    assert len(there) == 1
