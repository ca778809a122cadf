"""What the engine needs to know of a story, and where the stories are: in the program, and in installed packages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from simulator.engine.errors import Problem, UserError, refuse
from simulator.engine.frame import Frame
from simulator.engine.plugins import Plugin, load_plugins
from simulator.engine.settings import Settings, declarations
from simulator.engine.simulation import Simulation
from simulator.engine.text import say

PACKAGE = "simulator.stories"  # where the program's own stories lie
GROUP = "metascope.stories"  # of the entry points by which packages plug in theirs: the story's name = its `Story`


@dataclass(frozen=True)
class Story:
    """A scene's learning half. `load` imports torch, so that everything else of a story can be shown before it."""

    name: str
    settings: type[Settings]
    frame: type[Frame]
    load: Callable[[], Callable[[Settings], Simulation]]
    goals: Mapping[str, Literal["least", "most"]] = field(default_factory=dict)  # quantity -> which value is the best
    subjects: tuple[str, ...] = ()  # what metrics are about, "<subject>.<quantity>", beside the methods
    scene: str = ""  # dotted module with `build(settings, theme)`; empty: scenes.stories.<name>
    presets: str = ""  # dotted package whose *.json files are its scenarios; empty: assets/presets/<name>


@dataclass(frozen=True)
class Catalog:
    """The stories there are."""

    stories: dict[str, Story]  # by name, the program's own first
    plugins: Mapping[str, Plugin[Story]]  # those among them that installed packages plug in, by name
    problems: tuple[Problem, ...]  # why some are left out


@cache
def catalog() -> Catalog:
    """Return the program's own stories, each package in `PACKAGE` that defines `STORY`, and those plugged in.

    A plug-in that is broken, or whose story has the name of another one, is left out. Looking for plug-ins takes a few
    milliseconds and imports nothing but the modules that they name.
    """
    folder = importlib.import_module(PACKAGE).__path__
    modules = (importlib.import_module(found.name) for found in pkgutil.iter_modules(folder, f"{PACKAGE}."))
    stories = {module.STORY.name: module.STORY for module in modules}
    plugins: dict[str, Plugin[Story]] = {}
    found, problems = load_plugins(GROUP, _checked)
    for plugin in found:
        if plugin.name in stories:
            owner = plugins[plugin.name].owner if plugin.name in plugins else "Metascope"
            message = say("{owner} has a story of this name", owner=owner)
            problems.append(Problem(f"{plugin.owner}: {plugin.name}", message))
            continue
        stories[plugin.name], plugins[plugin.name] = plugin.value, plugin
    return Catalog(stories, plugins, tuple(problems))


def all_stories() -> dict[str, Story]:
    """Return every story by name, plug-ins included."""
    return catalog().stories


def find_story(name: str) -> Story:
    """Return the story that a file names by its key "scene".

    Raises:
        UserError: it is not installed; those that are, are told.
    """
    story = all_stories().get(name)
    if story is None:
        shown = name if len(name) <= 60 else f"{name[:57]}..."
        known = ", ".join(sorted(all_stories()))
        raise refuse("scene", say('story "{name}" is not installed; known: {known}', name=shown, known=known))
    return story


_PARTS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "settings": (lambda value: isinstance(value, type) and issubclass(value, Settings), "a subclass of Settings"),
    "frame": (lambda value: isinstance(value, type) and issubclass(value, Frame), "a subclass of Frame"),
    "load": (callable, "a function"),
    "goals": (
        lambda value: isinstance(value, Mapping) and set(value.values()) <= {"least", "most"},
        'a mapping to "least" or "most"',
    ),
    "subjects": (
        lambda value: isinstance(value, tuple) and all(isinstance(it, str) for it in value),
        "a tuple of names",
    ),
    "scene": (lambda value: isinstance(value, str), "the name of a module"),
    "presets": (lambda value: isinstance(value, str), "the name of a package"),
}


def _checked(name: str, plugged: object) -> Story:
    """Return the story that a package plugs in as `name`.

    Raises:
        UserError: it is none, names every part that is wrong.
    """
    if not isinstance(plugged, Story):
        raise refuse(name, say("must be a Story, not {got}", got=type(plugged).__name__))
    problems = [
        Problem(name, say("its {part} must be {what}", part=part, what=what))
        for part, (fits, what) in _PARTS.items()
        if not fits(getattr(plugged, part))
    ]
    if plugged.name != name:
        problems.append(Problem(name, say("its name must be that of its entry point, not {got}", got=plugged.name)))
    if problems:
        raise UserError(problems)
    declarations(plugged.settings)
    hash(plugged.settings.parse({}))  # settings are values: the gallery finds cards by them
    return plugged
