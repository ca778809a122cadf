"""Declares the sine waves story: MAML, FOMAML, Reptile and rivals learn sine waves from a few points."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import Story
from simulator.stories.sines import limits as limits  # registers the rules between the settings
from simulator.stories.sines.captions import captions_of
from simulator.stories.sines.frame import SinesFrame
from simulator.stories.sines.names import STEPS_MEASURED
from simulator.stories.sines.settings import SinesSettings


def _load() -> Callable[[Settings], Simulation]:
    from simulator.stories.sines.simulation import SinesSimulation  # imports torch

    return cast("Callable[[Settings], Simulation]", SinesSimulation)


STORY = Story(
    name="sines",
    settings=SinesSettings,
    frame=SinesFrame,
    captions=captions_of,
    load=_load,
    goals={"loss": "least", **{f"mse_{steps}": "least" for steps in STEPS_MEASURED}},
)
