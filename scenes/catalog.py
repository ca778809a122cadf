"""Finds the scene and the gallery picture of a story: `scenes/stories/x` shows `simulator/stories/x`."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import cast

from scenes.scene import Scene
from simulator.engine.files.presets import FOLDER, Preset
from simulator.engine.settings import Settings
from widgets.look.theme import Theme


def build_scene(name: str, settings: Settings, theme: Theme) -> Scene:
    """Return the scene of the story `name`, set up for `settings`.

    The module `scenes.stories.<name>` defines `build(settings, theme)`.
    """
    return cast(Scene, importlib.import_module(f"scenes.stories.{name}").build(settings, theme))


def picture_of(preset: Preset, theme: str) -> Path:
    """Return the path of a shipped scenario's gallery picture, which `make pictures` draws."""
    return FOLDER / preset.story / f"{preset.name}-{theme}.png"
