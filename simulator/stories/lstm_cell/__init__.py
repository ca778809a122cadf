"""Declares the LSTM cell story: the cell's quantities, and four substitutions that turn it into gradient descent."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from simulator.engine.settings import Settings
from simulator.engine.simulation import Simulation
from simulator.engine.story import Story
from simulator.stories.lstm_cell.captions import captions_of
from simulator.stories.lstm_cell.frame import CellFrame
from simulator.stories.lstm_cell.settings import CellSettings


def _load() -> Callable[[Settings], Simulation]:
    from simulator.stories.lstm_cell.simulation import CellSimulation  # imports torch

    return cast("Callable[[Settings], Simulation]", CellSimulation)


STORY = Story(
    name="lstm_cell",
    settings=CellSettings,
    frame=CellFrame,
    captions=captions_of,
    load=_load,
    goals={"loss_last": "least", "loss_mean": "least", "meta_loss": "least"},
)
