"""A story that ships with the program may be one module, and its scene another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes import stories as scenes
from metascope.scenes.catalog import build_scene
from metascope.simulator import stories
from metascope.simulator.engine.story import all_stories, catalog
from metascope.widgets.look.theme import LIGHT
from tests.examples.laid_out import EXAMPLES

NAME = "one_module"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the name of a story whose two modules lie where the program's own do."""
    package = EXAMPLES / "learned_rates" / "metascope_learned_rates"
    for part, room in (("story", stories), ("scene", scenes)):
        source = (package / f"{part}.py").read_text(encoding="utf-8")
        source = source.replace("metascope_learned_rates.story", f"metascope.simulator.stories.{NAME}")
        source = source.replace('name="learned_rates"', f'name="{NAME}"')
        lines = [line for line in source.splitlines() if "metascope_learned_rates" not in line]
        (tmp_path / part).mkdir()
        (tmp_path / part / f"{NAME}.py").write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.setattr(room, "__path__", [*room.__path__, str(tmp_path / part)])
    catalog.cache_clear()
    yield NAME
    monkeypatch.undo()
    for room in (stories, scenes):
        sys.modules.pop(f"{room.__name__}.{NAME}", None)
    catalog.cache_clear()


def test_a_story_of_one_module_is_found_and_shown_by_one_module(story: str, qtbot: QtBot) -> None:
    found = all_stories()[story]
    simulation, scene = found.load()(found.settings()), build_scene(story, found.settings(), LIGHT)
    qtbot.addWidget(scene)
    scene.draw(simulation.step(), 1, "each")
    assert [view.name for view in scene.views()] == ["losses", "paths", "learning"]
    assert "each.loss" in scene.views()[0].table()
