"""Which scene shows which story: `scenes/x` shows `simulator/stories/x`."""

from __future__ import annotations

import importlib
from typing import cast

from scenes.scene import Scene
from simulator.engine.settings import Settings
from widgets.theme import Theme


def build_scene(name: str, settings: Settings, theme: Theme) -> Scene:
    """Return the scene of the story `name`, set up for `settings`.

    The module `scenes.<name>` defines `build(settings, theme)`.
    """
    return cast(Scene, importlib.import_module(f"scenes.{name}").build(settings, theme))
