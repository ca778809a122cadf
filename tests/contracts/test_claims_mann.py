"""What the scenario of the memory-augmented network tells in words is true in numbers."""

from __future__ import annotations

import pytest

from metascope.simulator.engine.files.presets import find
from tests.contracts.runs import frames, light, simulation


def test_a_few_updates_lower_the_cost_on_characters_never_trained_on() -> None:
    preset = light(find("mann-glyphs"))
    settings = preset.settings.replaced(rival=False, batch=8, rate=0.003, updates=10, test_every=6, test_episodes=32)
    first, *_, last = frames(simulation(preset, settings), 6)
    assert last.metrics["mann.cost"] < first.metrics["mann.cost"] - 0.02


@pytest.mark.slow
def test_characters_are_labelled_better_once_their_label_was_told() -> None:
    preset = find("mann-glyphs")
    made = simulation(preset, preset.settings.replaced(rival=False, characters=100, batch=8))
    first = tenth = 0.0
    for frame in frames(made, 40):
        if "mann.accuracy_10" not in frame.metrics:
            continue
        first, tenth = frame.metrics["mann.accuracy_1"], frame.metrics["mann.accuracy_10"]
        if tenth > max(0.4, first + 0.05):
            break
    assert tenth > max(0.4, first + 0.05), "chance is a fifth"
