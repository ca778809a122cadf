"""Declares the navigation story: policies that adapt to a goal in the plane within a few steps."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.navigation import limits as limits  # registers the rules between the settings
from metascope.simulator.stories.navigation.captions import captions_of
from metascope.simulator.stories.navigation.frame import NavigationFrame
from metascope.simulator.stories.navigation.names import STORY_METHODS, STYLES
from metascope.simulator.stories.navigation.settings import MOST_STEPS, NavigationSettings

STORY = Story(
    name="navigation",
    title="Policies that adapt",
    about="A policy walks to goals in the plane that it does not see, and adapts within a few steps.",
    settings=NavigationSettings,
    frame=NavigationFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.navigation.simulation:NavigationSimulation"),
    goals={
        "training_return": "most",
        **{f"return_{step}": "most" for step in range(MOST_STEPS + 1)},
        **{f"ci_{step}": "least" for step in range(MOST_STEPS + 1)},
    },
    methods=STORY_METHODS,
    styles=STYLES,
)
