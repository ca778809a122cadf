"""Declares the sine waves story: MAML, FOMAML, Reptile and rivals learn sine waves from a few points."""

from __future__ import annotations

from simulator.engine.story import Story, lazily
from simulator.stories.sines import limits as limits  # registers the rules between the settings
from simulator.stories.sines.captions import captions_of
from simulator.stories.sines.frame import SinesFrame
from simulator.stories.sines.names import STEPS_MEASURED, STORY_METHODS
from simulator.stories.sines.settings import SinesSettings

STORY = Story(
    name="sines",
    settings=SinesSettings,
    frame=SinesFrame,
    captions=captions_of,
    load=lazily("simulator.stories.sines.simulation:SinesSimulation"),
    goals={"loss": "least", **{f"mse_{steps}": "least" for steps in STEPS_MEASURED}},
    methods=STORY_METHODS,
)
