"""What the tests of the landscapes story share: short runs, and frames compared bit for bit."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.landscapes.settings import LandscapesSettings
from metascope.simulator.stories.landscapes.simulation import LandscapesSimulation

HARD: dict[str, object] = {  # everything that draws at random, at once
    "family": "mixtures",
    "dimension": 2,
    "tasks": 3,
    "start": [0.6, 1.2],
    "starts": 2,
    "sampled": True,
    "test_tasks": 4,
    "test_every": 2,
    "inner_steps": 3,
    "inner_rate": 0.2,
    "noise": 0.3,
}
WELLS: dict[str, object] = {"family": "wells", "dimension": 2, "start": [0.6, 1.2], "inner_rate": 0.3}


def simulation(**values: object) -> LandscapesSimulation:
    return LandscapesSimulation(LandscapesSettings.parse(values))


def assert_same(one: LandscapesFrame, other: LandscapesFrame) -> None:
    """Fail unless the frames are equal to the last bit, surfaces included."""
    assert one.metrics == other.metrics
    assert one.notices == other.notices
    for part, twin in ((one, other), (one.surfaces, other.surfaces)):
        for declared in fields(part):
            value, expected = getattr(part, declared.name), getattr(twin, declared.name)
            if isinstance(value, np.ndarray):
                np.testing.assert_array_equal(value, expected, err_msg=declared.name)
