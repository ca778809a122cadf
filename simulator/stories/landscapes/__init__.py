"""Declares the landscapes story: MAML, FOMAML, pre-training and Reptile on loss surfaces that can be drawn."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.landscapes.captions import captions_of
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.landscapes.names import STORY_METHODS
from metascope.simulator.stories.landscapes.settings import LandscapesSettings

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
    load=lazily("metascope.simulator.stories.landscapes.simulation:LandscapesSimulation"),
    goals={"loss_after": "least", "best_loss_after": "least", "test_loss_after": "least"},
    methods=STORY_METHODS,
)
