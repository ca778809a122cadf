"""What the scenarios of the metric learning story tell in words is true in numbers."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.engine.files.presets import find
from simulator.stories.metric_learning.frame import MetricFrame
from tests.contracts.runs import simulation


@cache
def trained(name: str, steps: int | None = None) -> MetricFrame:
    """Return the frame after so many meta-steps of a scenario, all of them where none is said; measured there."""
    preset = find(name)
    steps = steps or preset.settings.steps
    made = simulation(preset, preset.settings.replaced(test_every=steps))
    for _ in range(steps):
        frame = made.step()
    assert isinstance(frame, MetricFrame)
    return frame


def test_prototypes_pass_the_comparison_of_pixels_within_seconds() -> None:
    metrics = trained("prototypes", 20).metrics
    assert metrics["prototypes.accuracy"] > metrics["pixels.accuracy"] + 0.1
