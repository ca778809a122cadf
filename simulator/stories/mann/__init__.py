"""Declares the memory-augmented network story: a network that labels characters it has seen once or twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import Story
from simulator.stories.mann.captions import captions_of
from simulator.stories.mann.frame import MannFrame
from simulator.stories.mann.settings import MannSettings


def _load() -> Callable[[Settings], Simulation]:
    from simulator.stories.mann.simulation import MannSimulation  # imports torch

    return cast("Callable[[Settings], Simulation]", MannSimulation)


STORY = Story(
    name="mann",
    settings=MannSettings,
    frame=MannFrame,
    captions=captions_of,
    load=_load,
    goals={"cost": "least", "loss": "least", **{f"accuracy_{instance}": "most" for instance in range(1, 21)}},
)
