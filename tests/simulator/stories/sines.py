"""What the tests of the sines story share: networks that are small enough to be trained within a moment."""

from __future__ import annotations

from metascope.simulator.stories.sines.names import METHODS
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.simulator.stories.sines.simulation import SinesSimulation

EVERYBODY = dict.fromkeys(METHODS, True)
SMALL: dict[str, object] = {
    **EVERYBODY,
    "updates": 2,
    "tasks": 3,
    "shots": 4,
    "queries": 3,
    "hidden_units": 5,
    "activation": "tanh",
    "reptile_steps": 2,
    "test_tasks": 6,
    "test_steps": 3,
    "test_every": 2,
    "plane_every": 2,
}


def simulation(**values: object) -> SinesSimulation:
    return SinesSimulation(SinesSettings.parse({**SMALL, **values}))
