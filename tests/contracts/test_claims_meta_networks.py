"""What the scenarios of the Meta Networks story tell in words is true in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from simulator.engine.files.presets import find
from tests.contracts.runs import OMNIGLOT, light, simulation, with_data


@cache
def trained(name: str, steps: int) -> Mapping[str, float]:
    """Return the metrics after so many meta-steps of a scenario; measured there."""
    preset = with_data(find(name))
    made = simulation(preset, preset.settings.replaced(test_every=steps))
    for _ in range(steps):
        frame = made.step()
    return frame.metrics


def within_chance(metrics: Mapping[str, float]) -> bool:
    return abs(metrics["slow.accuracy"] - 0.2) < 2 * metrics["slow.ci"] + 0.01


def test_slow_weights_alone_remain_at_chance_while_they_learn() -> None:
    preset = light(find("fast-weights"))
    made = simulation(preset, preset.settings.replaced(test_every=10, test_episodes=60))
    for _ in range(10):
        frame = made.step()
    assert within_chance(frame.metrics)


@pytest.mark.slow
def test_fast_weights_answer_what_slow_ones_cannot() -> None:
    metrics = trained("fast-weights", 100)
    assert metrics["meta.accuracy"] == pytest.approx(0.88, abs=0.03)
    assert metrics["meta.accuracy"] > 0.85
    assert metrics["pixels.accuracy"] == pytest.approx(0.71, abs=0.01)
    assert within_chance(metrics)


@pytest.mark.slow
def test_at_the_end_nine_of_ten_are_right() -> None:
    assert trained("fast-weights", 300)["meta.accuracy"] == pytest.approx(0.91, abs=0.02)


@pytest.mark.slow
@pytest.mark.skipif(not OMNIGLOT.exists(), reason="images_background.zip is not there")
def test_handwriting_passes_the_comparison_of_pixels() -> None:
    metrics = trained("fast-weights-omniglot", 300)
    assert metrics["meta.accuracy"] == pytest.approx(0.62, abs=0.04)
    assert metrics["pixels.accuracy"] == pytest.approx(0.40, abs=0.01)
    assert within_chance(metrics)


@pytest.mark.slow
def test_five_examples_are_answered_better_than_one() -> None:
    metrics = trained("five-examples", 50)
    assert metrics["meta.accuracy"] == pytest.approx(0.95, abs=0.02)
    assert metrics["pixels.accuracy"] == pytest.approx(0.91, abs=0.01)
    assert within_chance(metrics)
