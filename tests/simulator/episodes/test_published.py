"""Which reported accuracies stand beside a run, and what is said of them."""

from __future__ import annotations

import re

import pytest

from metascope.simulator.episodes.frame import Published
from metascope.simulator.stories.metric_learning.names import METHODS
from metascope.simulator.stories.metric_learning.published import published
from metascope.simulator.stories.metric_learning.settings import MetricSettings
from metascope.simulator.stories.picture_starts.names import METHODS as STARTS
from metascope.simulator.stories.picture_starts.published import published as published_starts
from metascope.simulator.stories.picture_starts.settings import StartsSettings
from tests.simulator.stories.metric_learning import metric

SIZES = [(5, 1), (5, 5), (20, 1), (20, 5)]


def rows(**values: object) -> dict[str, list[Published]]:
    """Return what stands beside a run of all metric learners on Omniglot, by method."""
    asked = {**dict.fromkeys(METHODS, True), "pictures": "omniglot", "ways": 5, **values}
    found: dict[str, list[Published]] = {}
    for row in published(MetricSettings.parse(asked)):
        found.setdefault(row.method, []).append(row)
    return found


def starts(**values: object) -> list[Published]:
    asked = {**dict.fromkeys(STARTS, True), "pictures": "omniglot", "network": "convolution", **values}
    return list(published_starts(StartsSettings.parse(asked)))


@pytest.mark.parametrize(
    ("size", "percent"), [*zip(SIZES, [(98.8, 98.1), (99.7, 98.9), (96.0, 93.8), (98.9, 98.5)], strict=True)]
)
def test_numbers_are_those_of_the_same_ways_and_shots(size: tuple[int, int], percent: tuple[float, float]) -> None:
    found = rows(ways=size[0], shots=size[1])
    assert (found["prototypes"][0].percent, found["cosine"][0].percent) == percent
    assert {(row.ways, row.shots) for some in found.values() for row in some} == {size}


@pytest.mark.parametrize("values", [{"ways": 3}, {"shots": 2}, {"ways": 10, "shots": 5}, {"pictures": "glyphs"}])
def test_nothing_stands_beside_other_ways_shots_or_pictures(values: dict[str, object]) -> None:
    assert rows(**values) == {}


def test_nothing_stands_beside_drawn_characters_in_a_run() -> None:
    assert metric(ways=5).look().published == ()


def test_matching_is_reported_without_temperature_and_without_context() -> None:
    found = rows()
    assert "matching" not in found
    assert "context" not in found
    assert [(row.percent, row.again) for row in found["cosine"]] == [(98.1, False), (92.0, True)]


def test_a_rerun_names_who_ran_it_and_no_paper() -> None:
    again = [row for some in rows().values() for row in some if row.again]
    assert {(row.method, row.source) for row in again} == {
        ("cosine", "oscarknagg/few-shot"),
        ("siamese", "Vinyals et al. 2016, after Koch et al. 2015"),
    }


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("prototypes", {"distance": "cosine"}),
        ("siamese", {"siamese_reading": "triplet"}),
        ("neighbours", {"neighbours_k": 3}),
        ("neighbours", {"neighbours_metric": "euclidean"}),
        ("finetuning", {"finetuning_parts": "head"}),
        ("cosine", {"cosine": False}),
    ],
)
def test_a_number_goes_where_an_option_of_its_method_is_not_the_sources(method: str, values: dict[str, object]) -> None:
    before, after = rows(), rows(**values)
    assert method in before
    assert after == {name: some for name, some in before.items() if name != method}


def test_numbers_of_queries_normalized_together_stand_beside_no_others() -> None:
    assert "relation" not in rows()
    together = rows(statistics="episode")
    assert {name: [row.transductive for row in some] for name, some in together.items()} == {"relation": [True]}


def test_the_classifiers_neighbours_and_its_softmax_are_two_rows_of_one_table() -> None:
    found = rows(shots=5)
    assert (found["neighbours"][0].percent, found["finetuning"][0].percent) == (95.0, 97.6)


def test_starts_stand_beside_numbers_of_their_statistics_and_network() -> None:
    assert {(row.method, row.percent) for row in starts(statistics="support")} == {("reptile", 95.39)}
    assert ("reptile", 97.68) in {(row.method, row.percent) for row in starts()}
    assert {(row.method, row.percent) for row in starts(network="layers")} == {("maml", 89.7)}
    assert "maml" not in {row.method for row in starts(maml=False)}
    assert [row.method for row in starts() if row.again] == ["fomaml"]
    assert starts(ways=4) == starts(pictures="glyphs") == []


def test_every_number_tells_characters_and_pixels() -> None:
    asked = [(ways, shots, how) for ways, shots in SIZES for how in ("running", "episode")]
    found = [
        row
        for ways, shots, how in asked
        for some in rows(ways=ways, shots=shots, statistics=how).values()
        for row in some
    ]
    found += [row for ways, shots in SIZES for row in starts(ways=ways, shots=shots)]
    assert len(found) > 40
    for row in found:
        assert re.search(r"characters of both official sets|official background set", str(row.protocol)), row
        assert "28 pixels" in str(row.protocol), row
