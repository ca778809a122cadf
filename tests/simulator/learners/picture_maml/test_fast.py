"""The methods by hand against their readable twin."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from metascope.simulator.learners.picture_maml import fast, reference
from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Perceptron
from metascope.simulator.learners.picture_maml.plan import KINDS, Examples, Kind, Plan, Statistics, Tasks
from metascope.simulator.learners.picture_maml.training import minibatches
from tests.simulator.learners.picture_maml.cases import TWO_STEPS, close, drawn, flat, generator, start

SIZES: list[tuple[Network, int, int, Statistics]] = [  # network, tasks, shots
    (Convolutional(8, 4, 2, 3), 3, 2, "batch"),
    (Convolutional(9, 5, 2, 3), 1, 1, "support"),  # odd sides: the last row and column are in no window
    (Convolutional(6, 3, 1, 2), 2, 1, "batch"),  # all of the network is its first block
    (Convolutional(13, 16, 2, 2), 2, 1, "support"),  # the head is given maps
    (Convolutional(7, 3, 3, 2, "stride"), 2, 2, "support"),
    (Convolutional(8, 4, 2, 3, "stride", "mean"), 1, 1, "batch"),
    (Perceptron(5, (6,), 2), 1, 1, "batch"),
    (Perceptron(6, (5, 7, 4), 3), 4, 2, "support"),
    (Perceptron(3, (5,), 3), 2, 2, "batch"),  # more pictures than pixels
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("network", "tasks", "shots", "statistics"), SIZES)
def test_lessons_are_those_of_the_twin(
    network: Network, tasks: int, shots: int, statistics: Statistics, kind: Kind
) -> None:
    given, weights = drawn(network, tasks, shots), start(network, kind)
    plan = replace(TWO_STEPS, statistics=statistics)
    found, wanted = (engine.lesson(network, kind, weights, given, plan) for engine in (fast, reference))
    assert set(found.slopes) == set(wanted.slopes)
    for name, slope in wanted.slopes.items():
        assert float((found.slopes[name] - slope).norm()) < 1e-9 * max(float(slope.norm()), 1e-3), name
    assert close(found.loss, wanted.loss)
    assert close(found.accuracy, wanted.accuracy)


@pytest.mark.parametrize("statistics", ["batch", "support"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("network", [SIZES[0][0], SIZES[-2][0]])
def test_walks_are_those_of_the_twin(network: Network, kind: Kind, statistics: Statistics) -> None:
    tasks, weights = drawn(network), start(network, kind)
    plan = replace(TWO_STEPS, statistics=statistics)
    moments = [list(engine.walk(network, kind, weights, tasks, plan)) for engine in (fast, reference)]
    assert [len(each) for each in moments] == [3, 3]
    for found, wanted in zip(*moments, strict=True):
        assert close(found.support, wanted.support, 1e-10)
        assert close(found.query, wanted.query, 1e-10)
        assert all(close(found.weights[name], weight, 1e-10) for name, weight in wanted.weights.items())


@pytest.mark.parametrize("network", [SIZES[0][0], SIZES[-2][0]])
def test_reptile_takes_the_same_minibatches(network: Network) -> None:
    tasks, weights = drawn(network), start(network)
    order = minibatches(2, network.ways * 5, 3, 4, generator())
    found, wanted = (
        engine.lesson(network, "reptile", weights, tasks, Plan(3, 0.2), order) for engine in (fast, reference)
    )
    assert close(flat(found.slopes), flat(wanted.slopes))
    assert close(found.loss, wanted.loss)


@pytest.mark.parametrize("kind", ["maml", "fomaml", "anil", "meta_sgd"])
@pytest.mark.parametrize("network", [Convolutional(14, 32, 3), Perceptron(14, (64, 64))])
def test_in_single_precision_it_is_near_double(network: Network, kind: Kind) -> None:
    tasks, weights = drawn(network, 4, 1, 5), start(network, kind)
    wanted = flat(reference.lesson(network, kind, weights, tasks, Plan(1, 0.5)).slopes)
    single = Tasks(*(Examples(part.pictures.float(), part.labels) for part in (tasks.support, tasks.query)))
    narrow = {name: weight.float() for name, weight in weights.items()}
    found = flat(fast.lesson(network, kind, narrow, single, Plan(1, 0.5)).slopes).double()
    assert float((found - wanted).norm() / wanted.norm()) < 1e-3


@pytest.mark.parametrize("kind", KINDS)
def test_paper_alone_teaches_what_the_twin_says(kind: Kind) -> None:
    network = SIZES[0][0]
    tasks, weights = drawn(network), start(network, kind)
    tasks = Tasks(*(Examples(torch.zeros_like(part.pictures), part.labels) for part in (tasks.support, tasks.query)))
    found, wanted = (
        flat(engine.lesson(network, kind, weights, tasks, TWO_STEPS).slopes) for engine in (fast, reference)
    )
    assert close(found, wanted, 1e-9)


@pytest.mark.parametrize("kind", ["maml", "meta_sgd"])
def test_without_steps_the_start_itself_is_judged(kind: Kind) -> None:
    network = SIZES[-2][0]
    tasks, weights = drawn(network), start(network, kind)
    found, wanted = (flat(engine.lesson(network, kind, weights, tasks, Plan(0)).slopes) for engine in (fast, reference))
    assert close(found, wanted)


def test_nothing_that_it_is_given_changes() -> None:
    network = SIZES[0][0]
    tasks, weights = drawn(network), start(network, "meta_sgd")
    before = {name: weight.clone() for name, weight in weights.items()}
    fast.lesson(network, "meta_sgd", weights, tasks, TWO_STEPS)
    list(fast.walk(network, "meta_sgd", weights, tasks, TWO_STEPS))
    assert all(torch.equal(weights[name], weight) for name, weight in before.items())
    assert torch.equal(tasks.support.pictures, drawn(network).support.pictures)


def test_few_windows_at_a_time_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    network = SIZES[0][0]
    tasks, weights = drawn(network), start(network)
    wanted = flat(fast.lesson(network, "maml", weights, tasks, TWO_STEPS).slopes)
    monkeypatch.setattr("metascope.simulator.learners.picture_maml.first._TOGETHER", 1)
    assert close(flat(fast.lesson(network, "maml", weights, tasks, TWO_STEPS).slopes), wanted)
