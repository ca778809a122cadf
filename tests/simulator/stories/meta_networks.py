"""Small runs of the Meta Networks story."""

from __future__ import annotations

from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from metascope.simulator.stories.meta_networks.simulation import MetaNetSimulation

SMALL: dict[str, object] = {
    "characters": 40,
    "side": 8,
    "units": 6,
    "hidden": 4,
    "batch": 2,
    "updates": 1,
    "queries": 2,
    "train_queries": 2,
    "test_every": 2,
    "test_episodes": 6,
}
INK = "ff" * 32 + "00" * 32  # a picture of 8 × 8 pixels


def meta_network(**values: object) -> MetaNetSimulation:
    """Return a small run at its start."""
    return MetaNetSimulation(MetaNetSettings.parse({**SMALL, **values}))
