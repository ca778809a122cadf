"""Declares the learned optimizers story: gradient descent as an LSTM, with its gates shown at every update."""

from __future__ import annotations

from simulator.engine.story import Story, lazily
from simulator.stories.optimizers.captions import captions_of
from simulator.stories.optimizers.frame import OptimizersFrame
from simulator.stories.optimizers.names import STORY_METHODS, STYLES
from simulator.stories.optimizers.settings import OptimizersSettings

STORY = Story(
    name="optimizers",
    settings=OptimizersSettings,
    frame=OptimizersFrame,
    captions=captions_of,
    load=lazily("simulator.stories.optimizers.simulation:OptimizersSimulation"),
    goals={"loss_mean": "least", "loss_100": "least", "loss": "least"},
    subjects=("gates", "meta"),
    methods=STORY_METHODS,
    styles=STYLES,
)
