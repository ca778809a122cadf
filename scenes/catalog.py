"""Which scene shows which story: `scenes/stories/x` shows `simulator/stories/x`."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import cast

from scenes.scene import Scene
from simulator.engine.files.presets import FOLDER, Preset
from simulator.engine.settings import Settings
from simulator.engine.story import all_stories
from widgets.look.theme import Theme


def build_scene(name: str, settings: Settings, theme: Theme) -> Scene:
    """Return the scene of the story `name`, set up for `settings`.

    The module `Story.scene`, or `scenes.stories.<name>` where that is empty, defines `build(settings, theme)`; the
    theme that it gets knows the styles of the story's methods.
    """
    story = all_stories()[name]
    module = importlib.import_module(story.scene or f"scenes.stories.{name}")
    return cast(Scene, module.build(settings, theme.with_styles(story.looks)))


def picture_of(preset: Preset, theme: str) -> Path:
    """Return where the picture of a shipped scenario lies, taken from the program by `make pictures`."""
    return FOLDER / preset.story / f"{preset.name}-{theme}.png"
