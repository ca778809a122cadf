"""Declares the learned optimizers story: gradient descent as an LSTM, with its gates shown at every update."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.optimizers import limits as limits  # registers the rules between the settings
from metascope.simulator.stories.optimizers.captions import baseline_of, captions_of
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.names import STORY_METHODS, STYLES
from metascope.simulator.stories.optimizers.settings import LONGEST, OptimizersSettings

STORY = Story(
    name="optimizers",
    title="Learned optimizers",
    about="An LSTM takes the place of gradient descent, with its gates shown at every update.",
    settings=OptimizersSettings,
    frame=OptimizersFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.optimizers.simulation:OptimizersSimulation"),
    goals={
        "loss": "least",
        "accuracy": "most",
        **{f"{kind}_{end}": "least" for kind in ("loss", "best_loss") for end in ("mean", *range(1, LONGEST + 1))},
    },
    subjects=("gates", "meta"),
    methods=STORY_METHODS,
    styles=STYLES,
    baseline=baseline_of,
)
