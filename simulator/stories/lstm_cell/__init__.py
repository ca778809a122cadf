"""Declares the LSTM cell story: the cell's quantities, and four substitutions that turn it into gradient descent."""

from __future__ import annotations

from metascope.simulator.engine.story import Story, lazily
from metascope.simulator.stories.lstm_cell.captions import captions_of
from metascope.simulator.stories.lstm_cell.frame import CellFrame
from metascope.simulator.stories.lstm_cell.names import STORY_METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings

STORY = Story(
    name="lstm_cell",
    title="The LSTM cell",
    about=(
        "All numbers of one cell, and the substitutions by which its memory becomes a weight and its update "
        "gradient descent."
    ),
    settings=CellSettings,
    frame=CellFrame,
    captions=captions_of,
    load=lazily("metascope.simulator.stories.lstm_cell.simulation:CellSimulation"),
    goals={"loss_last": "least", "loss_mean": "least", "meta_loss": "least"},
    methods=STORY_METHODS,
)
