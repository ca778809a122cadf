"""The page on which a scenario opens, in any story's scene."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from metascope.scenes.catalog import build_scene
from metascope.scenes.scene import Scene
from metascope.scenes.shell.window import Window
from metascope.scenes.stage.first_page import show_first_page
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files import presets
from metascope.simulator.engine.files.presets import Preset
from metascope.widgets.look.theme import LIGHT
from metascope.widgets.views.pages import Pages
from tests.scenes.hands import open_stage

LIGHTER = {"characters": 24, "side": 8, "width": 8, "test_episodes": 12, "few_episodes": 2}


class Opened:
    """What `show_first_page` asks of a run."""

    def __init__(self, preset: Preset, **values: object) -> None:
        self.preset, self.settings = preset, preset.settings.replaced(**values)


def shows(scene: Scene, name: str) -> bool:
    """Tell whether what has this name is on a page that is in sight."""
    pages = [pages.pages()[pages.current] for pages in scene.findChildren(Pages)]
    return any(name == page.objectName() or page.findChildren(QWidget, name) for page in pages)


def opened(qtbot: QtBot, preset: Preset, **values: object) -> Scene:
    run = Opened(preset, **values)
    scene = build_scene(preset.story, run.settings, LIGHT)
    qtbot.addWidget(scene)
    show_first_page(scene, run)  # type: ignore[arg-type]
    return scene


@pytest.mark.parametrize(("name", "page"), [("memory-grows", "costs"), ("your-alphabet", "draw")])
def test_a_scenario_opens_on_the_page_that_it_is_about(qtbot: QtBot, window: Window, name: str, page: str) -> None:
    stage = open_stage(qtbot, window, name, **LIGHTER)
    assert stage.page == page
    named = [one.objectName() for one in stage.scene.findChildren(QWidget, page) if one.isVisible()]
    assert named == [page]


@pytest.mark.parametrize("preset", [one for one in presets.shipped() if one.page], ids=lambda preset: preset.name)
def test_what_shipped_scenarios_open_on_is_on_a_page(qtbot: QtBot, preset: Preset) -> None:
    assert shows(opened(qtbot, preset), preset.page)


@pytest.mark.parametrize(
    ("name", "page"),
    [("two-tasks", ""), ("sine-maml", "layers"), ("mann-glyphs", "memory"), ("characters-maml", "decision")],
)
def test_pages_are_named_in_every_story(qtbot: QtBot, name: str, page: str) -> None:
    preset = presets.find(name)
    plain = opened(qtbot, preset)
    names = [name for pages in plain.findChildren(Pages) for name in pages.named()]
    if not page:
        assert names == []
        return
    assert page in names
    assert shows(opened(qtbot, replace(preset, page=page)), page)


def test_a_name_that_is_on_no_page_is_refused_with_the_nearest_one(qtbot: QtBot) -> None:
    preset = replace(presets.find("memory-grows"), page="cost")
    with pytest.raises(
        UserError, match="memory-grows: page: must name what is on a page, not cost; did you mean costs"
    ):
        opened(qtbot, preset)
    with pytest.raises(UserError, match="not zzz; did you mean accuracy, forgetting, "):
        opened(qtbot, replace(preset, page="zzz"))
    with pytest.raises(UserError, match="two-tasks: page: must be absent: this scene has no pages"):
        opened(qtbot, replace(presets.find("two-tasks"), page="path"))


def test_the_window_says_so_and_keeps_no_run(qtbot: QtBot, window: Window) -> None:
    with pytest.raises(UserError, match="page: must name"):
        window.open_preset(replace(presets.find("memory-grows"), page="cost"))
    assert window.stage is None
    assert window.desk.tree.nodes == ()


def test_a_run_whose_settings_have_no_such_page_shows_the_scenes_own(qtbot: QtBot, window: Window) -> None:
    preset = replace(presets.find("memory-grows"), page="forgetting")
    assert open_stage(qtbot, window, preset, **LIGHTER).page == "forgetting"
    assert open_stage(qtbot, window, preset, **LIGHTER, finetuning=False).page == ""


def test_a_page_is_kept_and_must_be_a_name() -> None:
    document = json.loads(presets.dumps(presets.find("memory-grows")))
    assert presets.parse(document, "mine", "mine.json").page == "costs"
    for wrong in ("", 3, None, ["costs"], "x" * 41):
        with pytest.raises(UserError, match=r"mine\.json: page: must be the name of a view on a page"):
            presets.parse({**document, "page": wrong}, "mine", "mine.json")
