"""What the tests of the optimizers story share: small runs, measured at once or bit by bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import numpy as np
import pytest

from metascope.simulator.stories.optimizers import arena
from metascope.simulator.stories.optimizers import simulation as story
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from metascope.simulator.stories.optimizers.simulation import OptimizersSimulation

SMALL: Mapping[str, object] = {
    "dimension": 3,
    "units": 4,
    "updates": 10,
    "truncation": 5,
    "problems": 4,
    "test_problems": 8,
    "test_every": 3,
    "laboratory_problems": 8,
}
VARIANTS = ("gradient-descent", "gates", "additive", "combined")
METHODS = ("learned", "sgd", "nesterov", "rmsprop", "adam")


def settings(**values: object) -> OptimizersSettings:
    return OptimizersSettings.parse({**SMALL, **values})


def simulation(**values: object) -> OptimizersSimulation:
    return OptimizersSimulation(settings(**values))


def assert_same(one: OptimizersFrame, other: OptimizersFrame) -> None:
    """Fail unless everything in the frames is equal to the last bit."""
    np.testing.assert_equal(asdict(one), asdict(other))


def measure_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure two problems at a time, four times in all, and one thing about the rivals at each meta-step."""
    monkeypatch.setattr(arena, "PIECE", 6)
    monkeypatch.setattr(story, "FIRST_SHARE", 0.0)
    monkeypatch.setattr(story, "SHARE", 1e-6)


def hurry_laboratory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a meta-step measure all of the laboratory; tune on few problems there and everywhere."""
    monkeypatch.setattr(story, "LABORATORY_SHARE", 1e6)
    monkeypatch.setattr(arena, "TUNED_ON", 2)
