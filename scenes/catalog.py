"""Finds the scene of a story and its gallery picture: `scenes/stories/<x>`, or the module that a plug-in names."""

from __future__ import annotations

import importlib
from contextlib import ExitStack
from pathlib import Path
from typing import cast

from metascope.scenes.scene import Scene
from metascope.simulator.engine.cli.languages import ENGLISH
from metascope.simulator.engine.errors import refuse
from metascope.simulator.engine.files.preset_files import folder_of
from metascope.simulator.engine.files.presets import Preset
from metascope.simulator.engine.plugins import guarded
from metascope.simulator.engine.settings import Settings
from metascope.simulator.engine.story import catalog, find_story
from metascope.simulator.engine.text import say
from metascope.widgets.language.speaking import spoken
from metascope.widgets.look.theme import Theme


def build_scene(name: str, settings: Settings, theme: Theme) -> Scene:
    """Return the scene of the story `name`, set up for `settings`.

    The module `Story.scene`, or `scenes/stories/<name>` where that is empty, defines `build(settings, theme)`; the
    theme that it gets knows the styles of the story's methods.

    Raises:
        UserError: the story is a plug-in's, and its scene cannot be built.
    """
    story = find_story(name)
    module, own_theme = story.scene or f"metascope.scenes.stories.{name}", theme.with_styles(story.looks)
    plugin = catalog().plugins.get(name)
    if plugin is None:
        return cast(Scene, importlib.import_module(module).build(settings, own_theme))
    with guarded(plugin.owner, module):
        made = importlib.import_module(module).build(settings, own_theme)
        if not isinstance(made, Scene):
            raise refuse(module, say("build must return a Scene, not {got}", got=type(made).__name__))
        with (
            ExitStack() as failing
        ):  # what every scene must tell is asked here: a stage that is half made cannot go back
            failing.callback(made.deleteLater)
            made.words(), made.methods(), made.views(), made.all_views()
            failing.pop_all()
        return made


def picture_of(preset: Preset, theme: str) -> Path:
    """Return the path of a shipped scenario's gallery picture, in the person's language where there is one."""
    own = picture_in(preset, theme, spoken())
    return own if own.is_file() else picture_in(preset, theme, ENGLISH)


def picture_in(preset: Preset, theme: str, language: str) -> Path:
    """Return the path of a gallery picture with words of a language, which `make pictures` draws."""
    words = "" if language == ENGLISH else f".{language}"
    return folder_of(find_story(preset.story)) / f"{preset.name}-{theme}{words}.png"
