"""What the scenarios of the metric learning story tell in words is true in numbers.

The tests read the numbers from the cards: a number that a card gains, or that is not what is measured, fails.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial

import numpy as np
import pytest

from metascope.simulator.engine.files.presets import Preset, find, shipped
from metascope.simulator.engine.settings import declarations
from metascope.simulator.stories.metric_learning.frame import MetricFrame
from metascope.simulator.stories.metric_learning.notices import cap
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.metric_learning.simulation import MetricSimulation
from metascope.simulator.tasks.images.source import source_of
from tests.contracts.runs import OMNIGLOT, light, simulation, with_data

NUMBERS = {  # of each card, in the order in which it tells them
    "prototypes": ("features", "seed", "prototypes", "steps", "pixels"),
    "five-ways-to-compare": ("pixels", "steps", "seed"),
    "siamese": ("seed", "siamese", "steps", "pixels"),
    "temperature": ("low", "high", "cap", "temperature", "seed", "steps", "matching", "cosine"),
    "context": ("seed", "steps", "both", "context alone", "cap in context", "cap", "cosine"),
    "relation": ("seed", "relation", "steps", "pixels"),
    "imagined-examples": ("fewest", "most", "seed", "steps", "imagined", "prototypes"),
    "before-meta-learning": (
        *("characters", "seed", "steps", "updates", "rate", "before", "after"),
        *("other updates", "other after", "neighbours"),
    ),
    "one-shot-omniglot": ("seed", "prototypes", "steps", "later prototypes", "later steps", "pixels"),
    "your-alphabet": (),
    "memory-grows": ("prototypes", "supports", "matching"),
}
OURS = [preset for preset in shipped() if preset.story == "metric_learning"]
each_card = pytest.mark.parametrize("preset", OURS, ids=lambda preset: preset.name)


def told(name: str) -> dict[str, float]:
    """Return the numbers that a scenario's card tells, by what they are of; shares where it tells percent."""
    found = re.findall(r"\d+(?:\.\d+)?(?: %)?", find(name).description)
    values = [float(one.removesuffix(" %")) / (100 if one.endswith("%") else 1) for one in found]
    return dict(zip(NUMBERS[name], values, strict=True))


def settings_of(preset: Preset) -> MetricSettings:
    assert isinstance(preset.settings, MetricSettings)
    return preset.settings


@cache
def learned(name: str, steps: int, **changes: object) -> tuple[MetricSimulation, Mapping[str, float]]:
    """Return a scenario after so many meta-steps, and the metrics measured there, and nowhere before."""
    preset = with_data(find(name))
    made = simulation(preset, preset.settings.replaced(test_every=steps, **changes))
    assert isinstance(made, MetricSimulation)
    for _ in range(steps):
        frame = made.step()
    return made, frame.metrics


def trained(name: str, steps: float, **changes: object) -> Mapping[str, float]:
    return learned(name, int(steps), **changes)[1]


def accuracy(name: str, method: str, steps: str = "steps", **changes: object) -> float:
    """Return a method's accuracy after the meta-steps that the card tells."""
    return trained(name, told(name)[steps], **changes)[f"{method}.accuracy"]


@each_card
def test_every_number_of_a_card_is_known_here(preset: Preset) -> None:
    numbers = told(preset.name)
    assert numbers.get("seed", 0) == preset.settings.seed
    settings = settings_of(preset)
    for name, value in numbers.items():
        if name.endswith("steps"):
            assert value <= settings.steps, "nobody comes there"
            assert value % settings.test_every == 0, "nothing is measured there"


WORDS = dict(zip(("one", "two", "three", "four", "five"), range(1, 6), strict=True))
COUNTS = {  # numbers told in words: what is said, and what it is of
    "prototypes": {r"(\w+) characters": "ways", r"(\w+) example of each": "shots", r"the (\w+) means": "ways"},
    "five-ways-to-compare": {
        r"(\w+) networks": "methods",
        r"(\w+) example of each of": "shots",
        r"each of (\w+) characters": "ways",
    },
    "siamese": {r"on (\w+) held-out characters": "ways", r"from (\w+) example of each": "shots"},
    "temperature": {r"probability of (\w+) classes": "ways"},
    "context": {r"from all of them (\w+) times": "context_steps"},
    "relation": {r"on (\w+) held-out characters": "ways"},
    "imagined-examples": {r"of the (\w+) that each class has": "shots", r"with (\w+) imagined": "imagined_examples"},
    "before-meta-learning": {r"meets (\w+) new ones": "ways", r"by (\w+) example of each": "shots"},
    "one-shot-omniglot": {r"settings: (\w+) characters": "ways", r"and (\w+) example of each": "shots"},
    "your-alphabet": {r"and (\w+) methods answer": "methods", r"(\w+) drawings are enough": "ways"},
    "memory-grows": {r"kept of (\w+) new classes": "ways"},
}


@each_card
def test_what_a_card_counts_in_words_is_so(preset: Preset) -> None:
    settings = settings_of(preset)
    for pattern, name in COUNTS[preset.name].items():
        said = re.search(pattern, preset.description)
        assert said, pattern
        value = getattr(settings, name)
        assert WORDS[said[1].lower()] == (len(value) if isinstance(value, tuple) else value), pattern


def test_prototypes_pass_the_comparison_of_pixels_within_seconds() -> None:
    metrics = trained("prototypes", 20)
    assert metrics["prototypes.accuracy"] > metrics["pixels.accuracy"] + 0.1


@pytest.mark.slow
def test_prototypes_answer_nine_of_ten() -> None:
    card = told("prototypes")
    assert settings_of(find("prototypes")).features == card["features"]
    assert accuracy("prototypes", "prototypes") == pytest.approx(card["prototypes"], abs=0.02)
    assert accuracy("prototypes", "pixels") == pytest.approx(card["pixels"], abs=0.006)


def shown(made: MetricSimulation, episodes: int) -> list[MetricFrame]:
    """Return the frames of the first held-out episodes, each of them laid on the table."""
    found = []
    for number in range(episodes):
        made.change("shown", number)
        frame = made.look()
        assert isinstance(frame, MetricFrame)
        found.append(frame)
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("ways", "shots", "share"), [(3, 1, 1.0), (4, 1, 0.867), (5, 1, 0.779), (5, 5, 0.861)], ids=str
)
def test_a_plane_keeps_as_many_decisions_as_is_known(ways: int, shots: int, share: float) -> None:
    """All of three classes; of more in the best plane what `methods_images.md` has of a trained embedding."""
    made, _ = learned("prototypes", 240, ways=ways, shots=shots)
    planes = [frame.answers["prototypes"].plane for frame in shown(made, 300)]
    kept = sum(plane.kept for plane in planes) / len(planes)
    assert kept == pytest.approx(share, abs=0.04 if ways > 3 else 0.0)
    assert all(plane.exact is (ways == 3) for plane in planes)


@pytest.mark.slow
def test_all_five_ways_to_compare_pass_pixels() -> None:
    card = told("five-ways-to-compare")
    pixels = accuracy("five-ways-to-compare", "pixels")
    assert pixels == pytest.approx(card["pixels"], abs=0.006)
    for method in settings_of(find("five-ways-to-compare")).methods:
        assert accuracy("five-ways-to-compare", method) > pixels + 0.05, method


@pytest.mark.slow
def test_pairs_recognize_characters() -> None:
    card = told("siamese")
    assert accuracy("siamese", "siamese") == pytest.approx(card["siamese"], abs=0.025)
    assert accuracy("siamese", "pixels") == pytest.approx(card["pixels"], abs=0.006)


@pytest.mark.slow
def test_a_temperature_takes_the_cap_away() -> None:
    card = told("temperature")
    assert accuracy("temperature", "matching") == pytest.approx(card["matching"], abs=0.03)
    assert accuracy("temperature", "cosine") == pytest.approx(card["cosine"], abs=0.035)  # the reference 0.59


def test_the_cap_and_the_first_temperature_are_those_that_are_told() -> None:
    card, settings = told("temperature"), settings_of(find("temperature"))
    assert cap(settings.ways, settings.shots) == pytest.approx(card["cap"], abs=0.005)
    assert (card["low"], card["high"], card["temperature"]) == (0, 1, settings.temperature)
    frame = simulation(light(find("temperature"))).look()
    assert isinstance(frame, MetricFrame)
    answers = frame.answers
    assert answers["matching"].temperature == pytest.approx(settings.temperature)
    assert answers["cosine"].probabilities.max() <= cap(settings.ways, settings.shots)
    assert answers["cosine"].pairs.min() >= 0
    assert answers["cosine"].pairs.max() <= 1 + 1e-6


@pytest.mark.slow
def test_context_helps_little() -> None:
    both = told("context")["both"]
    assert accuracy("context", "context") == pytest.approx(both, abs=0.03)
    assert accuracy("context", "matching") == pytest.approx(both, abs=0.03)


@pytest.mark.slow
def test_context_helps_where_there_is_no_temperature() -> None:
    card, four = told("context"), partial(accuracy, "context", context_cosine=True, cosine=True)
    assert four("context_cosine") == pytest.approx(card["context alone"], abs=0.03)
    assert four("cosine") == pytest.approx(card["cosine"], abs=0.035)


def test_the_caps_with_and_without_context_are_those_that_are_told() -> None:
    card, settings = told("context"), settings_of(find("context"))
    assert cap(settings.ways, settings.shots) == pytest.approx(card["cap"], abs=0.005)
    assert cap(settings.ways, settings.shots, least=-1.0) == pytest.approx(card["cap in context"], abs=0.005)


@pytest.mark.slow
def test_a_learned_comparison_learns() -> None:
    card = told("relation")
    assert accuracy("relation", "relation") == pytest.approx(card["relation"], abs=0.03)
    assert accuracy("relation", "pixels") == pytest.approx(card["pixels"], abs=0.006)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["relation", "five-ways-to-compare"])
def test_half_an_interval_of_a_learned_comparison_is_below_three_points(name: str) -> None:
    assert trained(name, told(name)["steps"])["relation.ci"] < 0.03


@each_card
def test_fine_tuning_takes_no_more_episodes_than_it_has_time_for(preset: Preset) -> None:
    settings = settings_of(preset)
    usual = MetricSettings().few_episodes
    more = settings.relation and not settings.finetuning and settings.statistics != "episode"
    assert (settings.few_episodes > usual) is more


@pytest.mark.slow
def test_imagined_examples_change_little() -> None:
    card = told("imagined-examples")
    assert accuracy("imagined-examples", "imagined") == pytest.approx(card["imagined"], abs=0.025)
    assert accuracy("imagined-examples", "prototypes") == pytest.approx(card["prototypes"], abs=0.025)


def test_as_many_examples_are_imagined_as_the_card_offers() -> None:
    card = told("imagined-examples")
    (declared,) = (one for one in declarations(MetricSettings) if one.name == "imagined_examples")
    assert (declared.low, declared.high, declared.live) == (card["fewest"], card["most"], True)


@pytest.mark.slow
def test_fine_tuning_forgets_what_nearest_neighbours_keep() -> None:
    card, settings = told("before-meta-learning"), settings_of(find("before-meta-learning"))
    assert settings.characters == card["characters"]
    assert (settings.finetuning_rate, settings.finetuning_steps, settings.judged_on) == (0, 0, "test"), (
        "both are chosen"
    )
    made, metrics = learned("before-meta-learning", int(card["steps"]))
    tuned = made.look().answers["finetuning"].tuned
    assert tuned is not None
    assert tuned.plan is not None
    assert tuned.plan.rate == card["rate"]
    told_after = {card["updates"]: card["after"], card["other updates"]: card["other after"]}
    assert tuned.plan.steps in told_after, "as the engines round"
    assert metrics["finetuning.base_before"] == pytest.approx(card["before"], abs=0.03)
    assert metrics["finetuning.base_after"] == pytest.approx(told_after[tuned.plan.steps], abs=0.04)
    assert metrics["neighbours.base_before"] == pytest.approx(card["before"], abs=0.03)
    assert metrics["neighbours.base_after"] == pytest.approx(card["neighbours"], abs=0.03)


@pytest.mark.slow
@pytest.mark.skipif(not OMNIGLOT.exists(), reason="images_background.zip is not there")
def test_handwriting_is_recognized_from_one_example() -> None:
    card, name = told("one-shot-omniglot"), "one-shot-omniglot"
    assert settings_of(find(name)).judged_on == "test"
    assert accuracy(name, "prototypes") == pytest.approx(card["prototypes"], abs=0.02)
    assert accuracy(name, "pixels") == pytest.approx(card["pixels"], abs=0.006)
    assert accuracy(name, "prototypes", "later steps") == pytest.approx(card["later prototypes"], abs=0.02)
    made, _ = learned(name, int(card["steps"]))
    assert any(row.method == "prototypes" for row in made.look().published)
    split = source_of(made.settings).split
    assert {*made.look().table.names} <= {*split.test.names}
    alphabets = [{one.partition("/")[0] for one in part.names} for part in (split.train, split.validation, split.test)]
    assert not alphabets[2] & (alphabets[0] | alphabets[1])


def test_what_is_kept_of_a_task_is_counted() -> None:
    preset, card = find("memory-grows"), told("memory-grows")
    settings = settings_of(preset)
    frame = simulation(preset).look()
    assert isinstance(frame, MetricFrame)
    kept = {method: cost.stored for method, cost in frame.costs.items()}
    here, most = settings.shots - 1, 19
    assert card["supports"] == settings.ways * settings.shots == len(frame.table.supports)
    assert kept["prototypes"][here] == kept["prototypes"][most] == card["prototypes"]
    assert kept["matching"][here] == card["matching"]
    assert kept["context"][here] == 2 * card["matching"]
    assert kept["finetuning"][here] == kept["finetuning"][most]
    assert kept["finetuning"][here] > max(counts[here] for method, counts in kept.items() if method != "finetuning")


def test_three_drawings_are_an_alphabet_that_all_methods_answer_about() -> None:
    made = simulation(light(find("your-alphabet")))
    assert isinstance(made, MetricSimulation)
    ways, side = made.settings.ways, made.settings.side
    drawings = [np.zeros((side, side), np.uint8) for _ in range(ways)]
    for way, drawing in enumerate(drawings):
        drawing[way : way + 3, : side // (way + 1)] = 255
        made.change("add", {"picture": drawing.tobytes().hex(), "to": way})
        made.change("add", {"picture": drawing.tobytes().hex(), "to": "query"})
    for support in range(ways):  # those that were drawn for the episode
        made.change("remove", {"support": support})
    made.step()
    frame = made.look()
    assert isinstance(frame, MetricFrame)
    assert len(frame.answers) == 3
    for method, answer in frame.answers.items():
        assert answer.predicted[-ways:].tolist() == list(range(ways)), method
