"""What the engine needs to know of a story, and where the stories are."""

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

# One sentence per inner tick of a frame, with its real numbers, as a method goes through that meta-step. A story with
# many ticks returns `Captions`.
Telling = Callable[[Frame, str], Sequence[Message]]

PACKAGE = "simulator.stories"  # where the stories lie


@dataclass(frozen=True)
class Story:
    """What is learned and shown: its settings, its frames and its simulation; a `Scene` is its picture.

    `load` imports torch, so that everything else of a story can be shown before it.
    """

    name: str
    settings: type[Settings]
    frame: type[Frame]
    captions: Telling  # of this story's frames
    load: Callable[[], Callable[[Settings], Simulation]]
    goals: Mapping[str, Literal["least", "most"]] = field(default_factory=dict)  # quantity -> which value is the best
    subjects: tuple[str, ...] = ()  # what metrics are about, "<subject>.<quantity>", beside the methods


@cache
def all_stories() -> dict[str, Story]:
    """Return every story by name: each package in `PACKAGE` that defines `STORY`."""
    folder = importlib.import_module(PACKAGE).__path__
    modules = (importlib.import_module(found.name) for found in pkgutil.iter_modules(folder, f"{PACKAGE}."))
    return {module.STORY.name: module.STORY for module in modules}
