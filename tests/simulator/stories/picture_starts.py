"""Small runs of the story of good starts for pictures."""

from __future__ import annotations

from metascope.simulator.stories.picture_starts.names import METHODS
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from metascope.simulator.stories.picture_starts.simulation import StartsSimulation

SMALL: dict[str, object] = {
    "characters": 24,
    "side": 8,
    "ways": 3,
    "width": 8,
    "hidden_units": 8,
    "network": "layers",
    "updates": 1,
    "tasks": 2,
    "train_queries": 2,
    "queries": 2,
    "inner_steps": 2,
    "reptile_steps": 2,
    "reptile_batch": 4,
    "test_steps": 3,
    "test_every": 2,
    "test_episodes": 6,
    "layer_episodes": 6,
    "surface_every": 4,
}
EVERY = dict.fromkeys(METHODS, True)
INK = "ff" * 64  # a picture of 8 × 8 pixels


def starts(**values: object) -> StartsSimulation:
    """Return a small run at its start."""
    return StartsSimulation(StartsSettings.parse({**SMALL, **values}))
