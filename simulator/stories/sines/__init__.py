"""Declares the sine waves story: MAML, FOMAML, Reptile and rivals learn sine waves from a few points."""

from __future__ import annotations

from simulator.engine.story import Story, lazily
from simulator.learners.settings import MOST_STEPS
from simulator.stories.sines import limits as limits  # registers the rules between the settings
from simulator.stories.sines.captions import captions_of
from simulator.stories.sines.frame import SinesFrame
from simulator.stories.sines.names import STORY_METHODS
from simulator.stories.sines.settings import SinesSettings

STORY = Story(
    name="sines",
    title="Sine waves",
    about="From a few points, networks learn sine waves: a good start makes ten points enough.",
    settings=SinesSettings,
    frame=SinesFrame,
    captions=captions_of,
    load=lazily("simulator.stories.sines.simulation:SinesSimulation"),
    goals={"loss": "least", **{f"{kind}_{n}": "least" for kind in ("mse", "median") for n in range(MOST_STEPS + 1)}},
    methods=STORY_METHODS,
)
