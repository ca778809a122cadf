"""How the scene and the picture of a story are found, of one that a package plugs in too."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene, picture_of
from metascope.scenes.scene import Scene
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.widgets.look.theme import LIGHT
from tests.plugged import STORY, found, install

BROKEN = {  # the source of the module that builds the scene -> what is told
    "import no_such_module": "cannot be used: ModuleNotFoundError: No module named 'no_such_module'",
    "raise SystemExit": "cannot be used: SystemExit",
    "": "cannot be used: AttributeError: module 'plugged.scene' has no attribute 'build'",
    "def build(settings, theme):\n    return settings.no_such_setting": "cannot be used: AttributeError: ",
    "def build(settings, theme):\n    return None": "build must return a Scene, not NoneType",
}


def refused() -> str:
    """Return why the scene of the story that is plugged in cannot be built."""
    with pytest.raises(UserError) as caught:
        build_scene("plugged", presets.find("plugged-tasks").settings, LIGHT)
    return str(caught.value)


def test_a_scene_that_is_plugged_in_is_built(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path)
    with found(tmp_path, monkeypatch):
        made = build_scene("plugged", presets.find("plugged-tasks").settings, LIGHT)
        assert isinstance(made, Scene)
        made.deleteLater()


@pytest.mark.parametrize("source", BROKEN)
def test_a_scene_that_cannot_be_built_is_told_with_its_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    install(tmp_path, scene=source)
    with found(tmp_path, monkeypatch):
        assert refused().startswith(f"plugged 1.2: plugged.scene: {BROKEN[source]}")


def test_a_scene_that_does_not_tell_what_it_must_is_refused(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, scene="from metascope.scenes.scene import Scene\ndef build(settings, theme):\n    return Scene()")
    with found(tmp_path, monkeypatch):
        assert refused() == "plugged 1.2: plugged.scene: cannot be used: NotImplementedError"


def test_a_plugin_that_names_no_scene_is_told_where_it_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, story=f"{STORY}STORY = replace(STORY, scene='')")
    with found(tmp_path, monkeypatch):
        assert refused().startswith(
            "plugged 1.2: metascope.scenes.stories.plugged: cannot be used: ModuleNotFoundError"
        )


def test_pictures_lie_beside_the_scenarios(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = install(tmp_path)
    assert picture_of(presets.find("two-tasks"), "light").is_file()
    with found(tmp_path, monkeypatch):
        picture = picture_of(presets.find("plugged-tasks"), "dark")
        assert picture == folder / "presets" / "plugged-tasks-dark.png"
