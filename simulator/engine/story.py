"""Defines what a story declares, and finds all stories: the program's own and those of installed packages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Literal, final

from typing_extensions import override

from metascope.simulator.engine.errors import Problem, UserError, refuse
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.method import Method, Style, is_style
from metascope.simulator.engine.plugins import Plugin, load_plugins
from metascope.simulator.engine.settings import Settings, declarations
from metascope.simulator.engine.simulation import Simulation
from metascope.simulator.engine.text import Message, say

# Returns one sentence with real numbers for each tick of the inner clock, as a method goes through that meta-step. A
# story with many ticks returns `Captions`.
Telling = Callable[[Frame, str], Sequence[Message]]
Baseline = Callable[[Frame, Settings], Message | None]  # of what a frame shows, one sentence or nothing


PACKAGE = "metascope.simulator.stories"  # the package with the program's own stories
GROUP = "metascope.stories"  # of the entry points by which packages plug in theirs: the story's name = its `Story`


Load = Callable[[], Callable[[Any], Simulation]]  # returns what makes a simulation from the story's own settings


def lazily(place: str) -> Load:
    """Return a `Story.load` that imports "package.module:Class" when it is called: the module may import torch."""
    module, _, name = place.partition(":")

    def load() -> Callable[[Any], Simulation]:
        made: Callable[[Any], Simulation] = getattr(importlib.import_module(module), name)
        return made

    return load


def last_tick(frame: Frame) -> int:
    """Return the last inner tick of a frame."""
    return frame.ticks() - 1


def no_baseline(frame: Frame, settings: Settings) -> Message | None:
    """Return nothing: there is no rule to compare with."""
    return None


@dataclass(frozen=True)
class Story:
    """What is learned and shown: settings, frames and simulation; a `Scene` draws it.

    `load` imports torch and returns the simulation's class; everything else works without torch.

        story = all_stories()["landscapes"]
        settings = story.settings.parse({"inner_steps": 5})
        frame = story.load()(settings).look()

        methods = (Method("mean", "Mean", Style("blue")),)
        STORY = Story("mean", MeanSettings, MeanFrame, captions_of, lambda: Mean, methods=methods)
    """

    name: str
    settings: type[Settings]
    frame: type[Frame]
    captions: Telling  # of this story's frames
    load: Load  # see `lazily`
    goals: Mapping[str, Literal["least", "most"]] = field(default_factory=dict)  # quantity -> which value is the best
    subjects: tuple[str, ...] = ()  # what metrics "<subject>.<quantity>" are about, other than the methods
    scene: str = ""  # dotted module with `build(settings, theme)`; empty: metascope.scenes.stories.<name>
    presets: str = ""  # dotted package whose *.json files are its scenarios; empty: assets/presets/<name>
    methods: tuple[Method, ...] = ()  # in the order in which they are listed
    styles: Mapping[str, Style] = field(default_factory=dict)  # of what is drawn beside the methods, by name
    opening: Callable[[Frame], int] = last_tick  # the inner tick at which a run that trains nothing is seen at first
    # Returns a simulation that stands at the newest frame of a run that another program recorded, and trains nothing;
    # None: the story trains its runs itself.
    recorded: Callable[[Settings, Frame], Simulation] | None = None
    baseline: Baseline = no_baseline  # what a rule that learns nothing reaches, told where runs stand side by side
    title: str = ""  # what a person reads above its scenarios; empty: its name
    about: str = ""  # one sentence: what is learned and shown

    def first_seen(self, frame: Frame, settings: Settings) -> int:
        """Return the inner tick at which a person first sees a frame: where the run trains, the last one."""
        return last_tick(frame) if settings.trains else self.opening(frame)

    @cached_property
    def looks(self) -> Mapping[str, Style]:
        """The styles of the methods and of what is drawn beside them, by key."""
        return {**self.styles, **{method.key: method.style for method in self.methods}}


@final
class Stories(Mapping[str, Story]):
    """Stories by name: the program's own, each imported when it is asked for, and after them those that are plugged in.

    Args:
        own: the names of the program's own, which are those of their packages.
        plugged: those of plug-ins, by name.
    """

    def __init__(self, own: Sequence[str], plugged: Mapping[str, Story]) -> None:
        self._own, self._plugged = tuple(own), plugged

    @override
    def __getitem__(self, name: str) -> Story:
        if name not in self._own:
            return self._plugged[name]
        story: Story = importlib.import_module(f"{PACKAGE}.{name}").STORY
        assert story.name == name, f"a story is named after its package, {name}"
        return story

    @override
    def __iter__(self) -> Iterator[str]:
        return iter((*self._own, *self._plugged))

    @override
    def __len__(self) -> int:
        return len(self._own) + len(self._plugged)

    @override
    def __contains__(self, name: object) -> bool:
        return name in self._own or name in self._plugged


@dataclass(frozen=True)
class Catalog:
    """The stories there are."""

    stories: Mapping[str, Story]  # by name, the program's own first
    plugins: Mapping[str, Plugin[Story]]  # those among them that installed packages plug in, by name
    problems: tuple[Problem, ...]  # why some are left out


@cache
def catalog() -> Catalog:
    """Return the program's own stories, each package in `PACKAGE`, which defines `STORY`, and those plugged in.

    A plug-in that is broken, or whose story has the name of another one, is left out. Looking for plug-ins takes a few
    milliseconds and imports nothing but the modules that they name.
    """
    own = [found.name for found in pkgutil.iter_modules(importlib.import_module(PACKAGE).__path__)]
    plugged: dict[str, Story] = {}
    plugins: dict[str, Plugin[Story]] = {}
    found, problems = load_plugins(GROUP, _checked)
    for plugin in found:
        if plugin.name in own or plugin.name in plugged:
            owner = plugins[plugin.name].owner if plugin.name in plugins else "Metascope"
            message = say("{owner} has a story of this name", owner=owner)
            problems.append(Problem(f"{plugin.owner}: {plugin.name}", message))
            continue
        plugged[plugin.name], plugins[plugin.name] = plugin.value, plugin
    return Catalog(Stories(own, plugged), plugins, tuple(problems))


def all_stories() -> Mapping[str, Story]:
    """Return every story by name, plug-ins included; one of the program's is imported when it is asked for."""
    return catalog().stories


def find_story(name: str) -> Story:
    """Return the story that a file names by its key "story".

    Raises:
        UserError: it is not installed; those that are, are told.
    """
    story = all_stories().get(name)
    if story is None:
        shown = name if len(name) <= 60 else f"{name[:57]}..."
        known = ", ".join(sorted(all_stories()))
        raise refuse("story", say('story "{name}" is not installed; known: {known}', name=shown, known=known))
    return story


RECORDED = say("this run is recorded by another program, which alone can do its meta-steps")


def require_trained(name: str) -> None:
    """Refuse the story `name` where other programs record its runs: none can be started here.

    Raises:
        UserError: it is such a story.
    """
    if all_stories()[name].recorded is not None:
        raise refuse("", RECORDED)


_PARTS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "settings": (lambda value: isinstance(value, type) and issubclass(value, Settings), "a subclass of Settings"),
    "frame": (lambda value: isinstance(value, type) and issubclass(value, Frame), "a subclass of Frame"),
    "captions": (callable, "a function"),
    "opening": (callable, "a function"),
    "baseline": (callable, "a function"),
    "recorded": (lambda value: value is None or callable(value), "a function or None"),
    "load": (callable, "a function"),
    "goals": (
        lambda value: isinstance(value, Mapping) and set(value.values()) <= {"least", "most"},
        'a mapping to "least" or "most"',
    ),
    "subjects": (
        lambda value: isinstance(value, tuple) and all(isinstance(it, str) for it in value),
        "a tuple of names",
    ),
    "methods": (
        lambda value: isinstance(value, tuple) and all(isinstance(it, Method) and is_style(it.style) for it in value),
        "a tuple of methods, each with a style of known names",
    ),
    "styles": (
        lambda value: isinstance(value, Mapping) and all(map(is_style, value.values())),
        "a mapping to styles of known names",
    ),
    "scene": (lambda value: isinstance(value, str), "the name of a module"),
    "presets": (lambda value: isinstance(value, str), "the name of a package"),
    "title": (lambda value: isinstance(value, str) and len(value) <= 100, "at most 100 characters of text"),
    "about": (lambda value: isinstance(value, str) and len(value) <= 300, "at most 300 characters of text"),
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
