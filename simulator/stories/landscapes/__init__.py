"""Declares the landscapes story: MAML, FOMAML, pre-training and Reptile on loss surfaces that can be drawn."""

from __future__ import annotations

from simulator.engine.story import Story, lazily
from simulator.stories.landscapes.captions import captions_of
from simulator.stories.landscapes.frame import LandscapesFrame
from simulator.stories.landscapes.names import STORY_METHODS
from simulator.stories.landscapes.settings import LandscapesSettings

STORY = Story(
    name="landscapes",
    title="Loss surfaces",
    about=(
        "One start for several tasks, on loss curves and surfaces that can be drawn: where MAML, FOMAML, "
        "Reptile and pre-training move it."
    ),
    settings=LandscapesSettings,
    frame=LandscapesFrame,
    captions=captions_of,
    load=lazily("simulator.stories.landscapes.simulation:LandscapesSimulation"),
    goals={"loss_after": "least", "best_loss_after": "least", "test_loss_after": "least"},
    methods=STORY_METHODS,
)
