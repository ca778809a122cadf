"""What the engine needs to know of a story, and where the stories are."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Literal

from simulator.engine.frame import Frame
from simulator.engine.method import Method, Style
from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.text import Message

# One sentence per inner tick of a frame, with its real numbers, as a method goes through that meta-step. A story with
# many ticks returns `Captions`.
Telling = Callable[[Frame, str], Sequence[Message]]

Load = Callable[[], Callable[[Any], Simulation]]  # returns what makes a simulation from the story's own settings

PACKAGE = "simulator.stories"  # where the stories lie


def lazily(place: str) -> Load:
    """Return a `Story.load` that imports "package.module:Class" when it is called: the module may import torch."""
    module, _, name = place.partition(":")

    def load() -> Callable[[Any], Simulation]:
        made: Callable[[Any], Simulation] = getattr(importlib.import_module(module), name)
        return made

    return load


@dataclass(frozen=True)
class Story:
    """What is learned and shown: its settings, its frames and its simulation; a `Scene` is its picture.

    `load` imports torch, so that everything else of a story can be shown before it.

        METHODS = (Method("mean", "Mean", Style("blue")),)
        STORY = Story("mean", MeanSettings, MeanFrame, captions, load=lambda: Mean, methods=METHODS)
    """

    name: str
    settings: type[Settings]
    frame: type[Frame]
    captions: Telling  # of this story's frames
    load: Load  # see `lazily`
    goals: Mapping[str, Literal["least", "most"]] = field(default_factory=dict)  # quantity -> which value is the best
    subjects: tuple[str, ...] = ()  # what metrics are about, "<subject>.<quantity>", beside the methods
    scene: str = ""  # dotted module with `build(settings, theme)`; empty: scenes.stories.<name>
    presets: str = ""  # dotted package whose *.json files are its scenarios; empty: assets/presets/<name>
    methods: tuple[Method, ...] = ()  # in the order in which they are listed
    styles: Mapping[str, Style] = field(default_factory=dict)  # of what is drawn beside the methods, by name

    @cached_property
    def looks(self) -> Mapping[str, Style]:
        """The styles of the methods and of what is drawn beside them, by key."""
        return {**self.styles, **{method.key: method.style for method in self.methods}}


@cache
def all_stories() -> dict[str, Story]:
    """Return every story by name: each package in `PACKAGE` that defines `STORY`."""
    folder = importlib.import_module(PACKAGE).__path__
    modules = (importlib.import_module(found.name) for found in pkgutil.iter_modules(folder, f"{PACKAGE}."))
    return {module.STORY.name: module.STORY for module in modules}
