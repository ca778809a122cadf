"""Declares the sine waves story: MAML, FOMAML, Reptile and rivals learn sine waves from a few points."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.learners.settings import MOST_STEPS
from metascope.simulator.stories.sines import limits as limits  # registers the rules between the settings
from metascope.simulator.stories.sines.captions import captions_of
from metascope.simulator.stories.sines.frame import SinesFrame
from metascope.simulator.stories.sines.names import STORY_METHODS
from metascope.simulator.stories.sines.settings import SinesSettings

STORY = Story(
    name="sines",
    title="Sine waves",
    about="From a few points, networks learn sine waves: a good start makes ten points enough.",
    settings=SinesSettings,
    frame=SinesFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.sines.simulation:SinesSimulation"),
    goals={"loss": "least", **{f"{kind}_{n}": "least" for kind in ("mse", "median") for n in range(MOST_STEPS + 1)}},
    methods=STORY_METHODS,
)
