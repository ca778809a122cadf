"""Defines what a story declares, and finds all stories."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from simulator.engine.frame import Frame
from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.text import Message

# Returns one sentence with real numbers for each tick of the inner clock, as a method goes through that meta-step. A
# story with many ticks returns `Captions`.
Telling = Callable[[Frame, str], Sequence[Message]]

PACKAGE = "simulator.stories"  # the package with the stories


@dataclass(frozen=True)
class Story:
    """What is learned and shown: settings, frames and simulation; a `Scene` draws it.

    `load` imports torch and returns the simulation's class; everything else works without torch.

        story = all_stories()["landscapes"]
        settings = story.settings.parse({"inner_steps": 5})
        frame = story.load()(settings).look()
    """

    name: str
    settings: type[Settings]
    frame: type[Frame]
    captions: Telling  # of this story's frames
    load: Callable[[], Callable[[Settings], Simulation]]
    goals: Mapping[str, Literal["least", "most"]] = field(default_factory=dict)  # quantity -> which value is the best
    subjects: tuple[str, ...] = ()  # what metrics "<subject>.<quantity>" are about, other than the methods


@cache
def all_stories() -> dict[str, Story]:
    """Return every story by name: each package in `PACKAGE` that defines `STORY`."""
    folder = importlib.import_module(PACKAGE).__path__
    modules = (importlib.import_module(found.name) for found in pkgutil.iter_modules(folder, f"{PACKAGE}."))
    return {module.STORY.name: module.STORY for module in modules}
