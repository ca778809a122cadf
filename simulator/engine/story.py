"""What the engine needs to know of a story, and where the stories are."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from simulator import stories
from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation


@dataclass(frozen=True)
class Story:
    """A scene's learning half. `load` imports torch, so that everything else of a story can be shown before it."""

    name: str
    settings: type[Settings]
    load: Callable[[], Callable[[Settings], Simulation]]


@cache
def all_stories() -> dict[str, Story]:
    """Return every story by name: each package in `simulator/stories` that defines `STORY`."""
    modules = (
        importlib.import_module(found.name) for found in pkgutil.iter_modules(stories.__path__, "simulator.stories.")
    )
    return {module.STORY.name: module.STORY for module in modules}
