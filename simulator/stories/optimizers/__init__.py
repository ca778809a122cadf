"""Declares the learned optimizers story: gradient descent as an LSTM, with its gates shown at every update."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import Story
from simulator.stories.optimizers.captions import captions_of
from simulator.stories.optimizers.frame import OptimizersFrame
from simulator.stories.optimizers.settings import OptimizersSettings


def _load() -> Callable[[Settings], Simulation]:
    from simulator.stories.optimizers.simulation import OptimizersSimulation  # imports torch

    return cast("Callable[[Settings], Simulation]", OptimizersSimulation)


STORY = Story(
    name="optimizers",
    settings=OptimizersSettings,
    frame=OptimizersFrame,
    captions=captions_of,
    load=_load,
    goals={"loss_mean": "least", "loss_100": "least", "loss": "least"},
    subjects=("gates", "meta"),
)
