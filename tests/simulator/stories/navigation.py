"""Small runs of the navigation story."""

from __future__ import annotations

from metascope.simulator.stories.navigation.names import METHODS
from metascope.simulator.stories.navigation.settings import NavigationSettings
from metascope.simulator.stories.navigation.simulation import NavigationSimulation

GOALS = [[0.3, 0.1], [-0.2, 0.3], [0.0, -0.4]]
SMALL: dict[str, object] = {
    "horizon": 12,
    "hidden_units": 8,
    "updates": 1,
    "tasks": 3,
    "paths": 3,
    "reptile_steps": 2,
    "memory": 6,
    "trial_epochs": 2,
    "pretraining": False,
    "test_steps": 2,
    "test_paths": 4,
    "test_every": 2,
    "test_goals": 5,
    "draws": 2,
    "window": 2,
    "goals": GOALS,
}
EVERY = dict.fromkeys(METHODS, True)


def navigation(**values: object) -> NavigationSimulation:
    """Return a small run at its start."""
    return NavigationSimulation(NavigationSettings.parse({**SMALL, **values}))
