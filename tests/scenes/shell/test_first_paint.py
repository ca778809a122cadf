"""The first paint waits for nothing heavy; what it does not wait for is made after it, and told where it is broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from metascope.scenes.kept.appearance import Appearance, read_appearance
from metascope.scenes.kept.preferences import read_preferences
from metascope.scenes.shell.application import new_window
from metascope.scenes.shell.window import Window
from metascope.scenes.start.start_page import SCENARIOS
from metascope.simulator.engine.files import preset_files, presets
from metascope.simulator.engine.ideas import parsing
from metascope.widgets.look.plain import Label
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.window.cards import Card
from tests.scenes.hands import the_stage
from tests.waiting import LONGEST, SECONDS

ROOT = Path(__file__).parents[3]
HEAVY = ("numpy", "pydantic", "torch", "numba", "pyqtgraph")
LATE = (
    "metascope.simulator.stories.",
    "metascope.simulator.learners",
    "metascope.scenes.desk.",
    "metascope.scenes.stage.stage",
    "metascope.scenes.stories.",
)
START = f"""
import logging, os, sys
from metascope import main
from metascope.widgets.look.translation import translate

class Painted(logging.Handler):
    def emit(self, record):
        if record.getMessage() == translate("Window", "window painted"):
            found = [name for name in sys.modules if name in {HEAVY} or name.startswith({LATE})]
            print(*sorted(found), flush=True)
            os._exit(0)

logging.getLogger("metascope").addHandler(Painted())
main.main(sys.argv[1:])
"""


@pytest.mark.parametrize("asked", [[], ["--preset", "two-tasks"], ["--theme", "dark", "--language", "zh_CN"]])
def test_nothing_heavy_is_imported_before_the_first_paint(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", START, *asked]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert (ran.returncode, ran.stdout) == (0, "\n"), ran.stdout + ran.stderr


def test_a_scenario_imports_its_own_story_alone() -> None:
    code = """
import sys
from metascope.simulator.engine.files import presets
presets.find("two-tasks")
print(*sorted({name.split(".")[3] for name in sys.modules if name.startswith("metascope.simulator.stories.")}))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=True
    )
    assert ran.stdout == "landscapes\n"


@contextmanager
def shown(qtbot: QtBot, name: str | None = None) -> Iterator[Window]:
    window = new_window(LIGHT, name)
    with qtbot.waitExposed(window, timeout=LONGEST):
        window.show()
    yield window
    window.close()
    window.deleteLater()


def test_a_scenario_given_by_its_name_is_opened_after_the_first_paint(qtbot: QtBot) -> None:
    with shown(qtbot, "two-tasks") as window:
        qtbot.waitUntil(lambda: window.stage is not None, timeout=LONGEST)
        assert the_stage(window).run.preset.name == "two-tasks"
        qtbot.waitUntil(lambda: the_stage(window).playback.shown is not None, timeout=LONGEST)


@pytest.fixture
def one_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Damage one of the program's own scenarios, and return its name."""
    folder = tmp_path / "presets"
    shutil.copytree(presets.FOLDER, folder, ignore=shutil.ignore_patterns("*.png"))
    (folder / "landscapes" / "diverging.json").write_text("{")
    monkeypatch.setattr(preset_files, "FOLDER", folder)
    parsing.shipped.cache_clear()  # other tests have read the map
    return "diverging"


def test_a_broken_scenario_of_the_programs_is_named_and_the_others_are_there(qtbot: QtBot, one_is_broken: str) -> None:
    with shown(qtbot) as window:
        qtbot.waitUntil(lambda: f"{one_is_broken}.json" in window._notice.text, timeout=LONGEST)
        window.start_page.choose(SCENARIOS)
        names = [card.name for card in window.findChildren(Card)]
        assert one_is_broken not in names
        assert "two-tasks" in names


def test_a_broken_scenario_that_was_asked_for_is_named_beside_the_gallery(qtbot: QtBot, one_is_broken: str) -> None:
    with shown(qtbot, one_is_broken) as window:
        qtbot.waitUntil(window.start_page.isVisible, timeout=LONGEST)
        assert f"{one_is_broken}.json" in window._notice.text


def test_the_map_says_which_of_its_scenarios_is_broken(qtbot: QtBot, one_is_broken: str) -> None:
    with shown(qtbot) as window:
        window.start_page.choose("ideas")
        window.show_gallery()
        told = [label.text() for label in window.start_page.findChildren(Label) if label.isVisible()]
        assert [text for text in told if f"'{one_is_broken}'" in text]


@pytest.mark.parametrize(
    "stored",
    [{}, {"theme": '"dark"', "language": '"zh_CN"', "larger_type": "true"}, {"theme": '"pink"', "larger_type": "1"}],
)
def test_a_window_looks_as_the_preferences_say(tmp_path: Path, stored: dict[str, str]) -> None:
    store = QSettings(str(tmp_path / "store.ini"), QSettings.Format.IniFormat)
    for name, text in {**stored, "recording_budget": "{"}.items():
        store.setValue(f"preferences/{name}", text)
    preferences, problems = read_preferences(store)
    assert read_appearance(store) == Appearance(preferences.theme, preferences.language, preferences.larger_type)
    assert len(problems) == 1 + (2 if '"pink"' in stored.values() else 0)
