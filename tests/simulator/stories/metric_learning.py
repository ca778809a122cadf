"""Small runs of the metric learning story."""

from __future__ import annotations

from metascope.simulator.stories.metric_learning.names import METHODS
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.metric_learning.simulation import MetricSimulation

SMALL: dict[str, object] = {
    "characters": 24,
    "side": 8,
    "width": 8,
    "updates": 1,
    "train_ways": 5,
    "train_queries": 2,
    "queries": 2,
    "test_every": 2,
    "test_episodes": 12,
    "few_episodes": 2,
    "finetuning_steps": 3,
    "reads": 2,
}
EVERY = dict.fromkeys(METHODS, True)
INK = "ff" * 64  # a picture of 8 × 8 pixels


def metric(**values: object) -> MetricSimulation:
    """Return a small run at its start."""
    return MetricSimulation(MetricSettings.parse({**SMALL, **values}))
