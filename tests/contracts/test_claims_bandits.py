"""What the scenario of the bandits tells in words is true in numbers."""

from __future__ import annotations

import numpy as np

from metascope.simulator.engine.files.presets import find
from metascope.simulator.stories.bandits.captions import likely
from metascope.simulator.stories.bandits.frame import BanditFrame
from tests.contracts.runs import simulation


def test_the_surrogate_learns_not_to_try_what_the_others_learn_to_try() -> None:
    preset = find("two-arms")
    made = simulation(preset, preset.settings.replaced(draws=1))
    for _ in range(60):
        frame = made.step()
    assert isinstance(frame, BanditFrame)
    places = dict(zip(frame.methods, frame.phi.tolist(), strict=True))
    worth = dict(zip(frame.methods, frame.after.tolist(), strict=True))
    best = float(frame.curves.after.max())
    assert likely(places["surrogate"]) < 0.22 < likely(-1.0)
    for method in ("e-maml", "dice", "exact"):
        assert likely(places[method]) > 0.5
        assert worth[method] > best - 0.001
    assert worth["surrogate"] < best - 0.04
    assert np.interp(-1.0, frame.curves.axis, frame.curves.after) > worth["surrogate"]  # it has got worse
