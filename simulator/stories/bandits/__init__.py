"""Declares the bandit story: what the estimators of a meta-gradient are worth where every outcome can be counted."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.bandits.captions import captions_of
from metascope.simulator.stories.bandits.frame import BanditFrame
from metascope.simulator.stories.bandits.names import STORY_METHODS
from metascope.simulator.stories.bandits.settings import BanditSettings

STORY = Story(
    name="bandits",
    title="A bandit with two arms",
    about=(
        "Two arms pay at unknown odds, and so few pulls are made that every outcome can be counted: what a start "
        "is worth, and where each estimator of the meta-gradient leads."
    ),
    settings=BanditSettings,
    frame=BanditFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.bandits.simulation:BanditSimulation"),
    goals={"after": "most", "before": "most"},
    methods=STORY_METHODS,
)
