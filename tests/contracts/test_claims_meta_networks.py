"""What the scenarios of the Meta Networks story tell in words is true in numbers: each number is read from the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest

from metascope.simulator.engine.files.presets import find
from metascope.simulator.stories.meta_networks.frame import MetaNetFrame
from metascope.simulator.stories.meta_networks.names import published
from metascope.simulator.stories.meta_networks.settings import MetaNetSettings
from tests.contracts.runs import OMNIGLOT, light, simulation, with_data

NEAR = 0.015  # of a share in a text: half a percent is rounding, the rest that other processors round otherwise
HANDWRITING = "fast-weights-omniglot"
MEASURED = ("fast-weights", HANDWRITING, "five-examples")
EACH = pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=pytest.mark.skipif(
                name == HANDWRITING and not OMNIGLOT.exists(), reason="images_background.zip is not there"
            ),
        )
        for name in MEASURED
    ],
)


def told_of_steps(name: str) -> dict[int, float]:
    """Return the accuracies of slow and fast weights together that a scenario tells, by meta-step."""
    found = re.findall(r"(\d+) %(?: after (\d+)(?: meta-steps)?)", find(name).description)
    return {int(step): int(percent) / 100 for percent, step in found}


def told_of_each_kind(name: str) -> tuple[float, float, float]:
    """Return the accuracy of slow weights alone that a scenario tells, and the least and the most of fast ones."""
    found = re.search(r"slow weights have (\d+) % and fast ones (\d+) to (\d+) %", find(name).description)
    assert found is not None
    slow, least, most = (int(percent) / 100 for percent in found.groups())
    return slow, least, most


def told_of_pixels(name: str) -> float:
    """Return the accuracy of the nearest neighbour on pixels that a scenario tells."""
    found = re.search(r"the nearest neighbour on pixels (?:has|in) (\d+) %", find(name).description)
    assert found is not None
    return int(found[1]) / 100


@cache
def course(name: str) -> Mapping[int, Mapping[str, float]]:
    """Return the metrics of a scenario by meta-step, until the last one that it tells of; of `five-examples` all."""
    preset, found = with_data(find(name)), dict[int, Mapping[str, float]]()
    made = simulation(preset, preset.settings.replaced(test_every=25))
    last = preset.settings.steps if name == "five-examples" else max(told_of_steps(name))
    for step in range(1, last + 1):
        found[step] = made.step().metrics
    return found


def within_chance(metrics: Mapping[str, float]) -> bool:
    return abs(metrics["slow.accuracy"] - 0.2) < 2 * metrics["slow.ci"] + 0.01


def test_slow_weights_alone_remain_at_chance_while_they_learn() -> None:
    preset = light(find("fast-weights"))
    made = simulation(preset, preset.settings.replaced(test_every=10, test_episodes=60))
    for _ in range(10):
        frame = made.step()
    assert within_chance(frame.metrics)


def test_every_number_that_is_told_is_one_that_is_tested() -> None:
    """A number that comes into a text later has to be read here, too."""
    told = {
        "fast-weights": ({100: 0.88, 300: 0.91}, ["0", "71"]),
        HANDWRITING: ({300: 0.64, 600: 0.70}, ["0", "38", "98.9"]),
        "five-examples": ({50: 0.95, 100: 0.97}, ["25", "0", "91", "20", "22", "31"]),
        "three-memories": ({}, []),
    }
    for name, (of_steps, others) in told.items():
        assert told_of_steps(name) == of_steps
        every = re.findall(r"\d+(?:\.\d+)?", find(name).description)
        wanted = [text for step, share in of_steps.items() for text in (f"{share:.0%}"[:-1], str(step))]
        assert sorted(every) == sorted([*wanted, *others]), name


def test_what_is_told_of_the_paper_is_what_stands_beside_the_curve() -> None:
    settings = find(HANDWRITING).settings
    assert isinstance(settings, MetaNetSettings)
    (paper,) = published(settings.pictures, settings.ways, settings.shots)
    assert f"report {paper.percent} % with convolutions" in find(HANDWRITING).description
    assert "convolutions" in paper.source


def test_with_five_examples_of_each_class_there_are_as_many_rows_as_told() -> None:
    preset = light(find("five-examples"))
    frame = simulation(preset, preset.settings).look()
    assert isinstance(frame, MetaNetFrame)
    assert isinstance(preset.settings, MetaNetSettings)
    assert f"mixes {len(frame.memory.keys)} rows" in preset.description
    assert preset.settings.pairs


@pytest.mark.slow
@EACH
def test_accuracies_are_as_told_after_as_many_meta_steps(name: str) -> None:
    for step, share in told_of_steps(name).items():
        metrics = course(name)[step]
        assert metrics["meta.accuracy"] == pytest.approx(share, abs=NEAR), step
        assert metrics["pixels.accuracy"] == pytest.approx(told_of_pixels(name), abs=0.006)
        assert metrics["meta.accuracy"] > metrics["pixels.accuracy"] + metrics["meta.ci"]


@pytest.mark.slow
@EACH
def test_slow_weights_alone_stay_at_chance_for_ever(name: str) -> None:
    measured = [metrics for metrics in course(name).values() if "slow.accuracy" in metrics]
    assert len(measured) == len(course(name)) // 25
    assert all(map(within_chance, measured))


@pytest.mark.slow
def test_fast_weights_reach_what_is_wanted_of_the_scenario() -> None:
    assert course("fast-weights")[100]["meta.accuracy"] > 0.85


@pytest.mark.slow
def test_of_one_example_fast_weights_know_everything_alone() -> None:
    """As docs/guide.md and docs/measurements.md tell."""
    of_one = course("fast-weights")
    assert of_one[max(of_one)]["fast.accuracy"] == pytest.approx(0.91, abs=NEAR)


@pytest.mark.slow
def test_of_five_examples_neither_kind_of_weights_knows_much_alone() -> None:
    """What fast weights answer without slow ones is not trained, and hangs on rounding more than what both answer."""
    slow, least, most = told_of_each_kind("five-examples")
    measured = [metrics for metrics in course("five-examples").values() if "fast.accuracy" in metrics]
    assert [metrics["slow.accuracy"] for metrics in measured] == pytest.approx([slow] * len(measured), abs=0.03)
    alone = [metrics["fast.accuracy"] for metrics in measured]
    assert min(alone) == pytest.approx(least, abs=0.04)
    assert max(alone) == pytest.approx(most, abs=0.04)
    assert measured[-1]["meta.accuracy"] > max(alone) + 0.5
