"""Declares the landscapes story: MAML, FOMAML, pre-training and Reptile on loss surfaces that can be drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import Story
from simulator.stories.landscapes.captions import captions_of
from simulator.stories.landscapes.frame import LandscapesFrame
from simulator.stories.landscapes.settings import LandscapesSettings


def _load() -> Callable[[Settings], Simulation]:
    from simulator.stories.landscapes.simulation import LandscapesSimulation  # imports torch

    return cast("Callable[[Settings], Simulation]", LandscapesSimulation)


STORY = Story(
    name="landscapes",
    settings=LandscapesSettings,
    frame=LandscapesFrame,
    captions=captions_of,
    load=_load,
    goals={"loss_after": "least", "test_loss_after": "least"},
)
