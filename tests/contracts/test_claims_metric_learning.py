"""What the scenarios of the metric learning story tell in words is true in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from simulator.engine.files.presets import find
from simulator.stories.metric_learning.frame import MetricFrame
from simulator.stories.metric_learning.notices import cap
from tests.contracts.runs import OMNIGLOT, simulation, with_data


@cache
def trained(name: str, steps: int) -> Mapping[str, float]:
    """Return the metrics after so many meta-steps of a scenario; measured there."""
    preset = with_data(find(name))
    made = simulation(preset, preset.settings.replaced(test_every=steps))
    for _ in range(steps):
        frame = made.step()
    return frame.metrics


def test_prototypes_pass_the_comparison_of_pixels_within_seconds() -> None:
    metrics = trained("prototypes", 20)
    assert metrics["prototypes.accuracy"] > metrics["pixels.accuracy"] + 0.1


@pytest.mark.slow
def test_prototypes_answer_nine_of_ten() -> None:
    metrics = trained("prototypes", 240)
    assert metrics["prototypes.accuracy"] == pytest.approx(0.91, abs=0.02)
    assert metrics["pixels.accuracy"] == pytest.approx(0.52, abs=0.01)


@pytest.mark.slow
def test_all_five_ways_to_compare_pass_pixels() -> None:
    metrics = trained("five-ways-to-compare", 30)
    assert metrics["pixels.accuracy"] == pytest.approx(0.40, abs=0.01)
    for method in ("prototypes", "matching", "relation", "siamese", "imagined"):
        assert metrics[f"{method}.accuracy"] > metrics["pixels.accuracy"] + 0.05, method


@pytest.mark.slow
def test_pairs_recognize_characters() -> None:
    assert trained("siamese", 120)["siamese.accuracy"] == pytest.approx(0.79, abs=0.03)


@pytest.mark.slow
def test_a_temperature_takes_the_cap_away() -> None:
    metrics = trained("temperature", 60)
    assert metrics["matching.accuracy"] == pytest.approx(0.80, abs=0.03)
    assert metrics["cosine.accuracy"] == pytest.approx(0.57, abs=0.03)  # kernels 0.56, the reference 0.59


@pytest.mark.slow
def test_context_helps_little() -> None:
    metrics = trained("context", 60)
    assert metrics["context.accuracy"] == pytest.approx(0.805, abs=0.03)
    assert metrics["matching.accuracy"] == pytest.approx(0.795, abs=0.03)


def test_the_cap_is_the_one_that_is_told() -> None:
    assert cap(5, 1) == pytest.approx(0.40, abs=0.005)


@pytest.mark.slow
def test_a_learned_comparison_learns() -> None:
    metrics = trained("relation", 140)
    assert metrics["relation.accuracy"] == pytest.approx(0.67, abs=0.06)


@pytest.mark.slow
def test_imagined_examples_change_little() -> None:
    metrics = trained("imagined-examples", 60)
    assert metrics["imagined.accuracy"] == pytest.approx(0.84, abs=0.03)
    assert metrics["prototypes.accuracy"] == pytest.approx(0.83, abs=0.03)


@pytest.mark.slow
def test_fine_tuning_forgets_what_nearest_neighbours_keep() -> None:
    metrics = trained("before-meta-learning", 24)
    assert metrics["finetuning.base_before"] == pytest.approx(0.91, abs=0.04)
    assert metrics["finetuning.base_after"] < metrics["finetuning.base_before"] - 0.25
    assert metrics["neighbours.base_after"] > metrics["neighbours.base_before"] - 0.03
    assert metrics["neighbours.base_after"] == pytest.approx(0.89, abs=0.04)


@pytest.mark.slow
@pytest.mark.skipif(not OMNIGLOT.exists(), reason="images_background.zip is not there")
def test_handwriting_is_recognized_from_one_example() -> None:
    metrics = trained("one-shot-omniglot", 125)
    assert metrics["prototypes.accuracy"] == pytest.approx(0.88, abs=0.03)
    assert metrics["pixels.accuracy"] == pytest.approx(0.49, abs=0.01)


def test_what_is_kept_of_a_task_is_counted() -> None:
    frame = simulation(find("memory-grows")).look()
    assert isinstance(frame, MetricFrame)
    kept = {method: cost.stored for method, cost in frame.costs.items()}
    five, twenty = 4, 19
    assert kept["prototypes"][five] == kept["prototypes"][twenty] == 160
    assert kept["matching"][five] == 800
    assert kept["context"][five] == 1600
    assert kept["finetuning"][five] == kept["finetuning"][twenty] > 1600
