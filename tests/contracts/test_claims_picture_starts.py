"""What the scenarios of good starts for pictures tell in words is true in numbers."""

from __future__ import annotations

from functools import cache

import pytest

from simulator.engine.files.presets import find
from simulator.stories.picture_starts.frame import StartsFrame
from tests.contracts.runs import OMNIGLOT, simulation, with_data

pytestmark = pytest.mark.slow


@cache
def trained(name: str, steps: int) -> StartsFrame:
    """Return the frame after so many meta-steps of a scenario; measured there, and nowhere before."""
    preset = with_data(find(name))
    made = simulation(preset, preset.settings.replaced(test_every=steps, surface_every=steps))
    for _ in range(steps):
        frame = made.step()
    assert isinstance(frame, StartsFrame)
    return frame
