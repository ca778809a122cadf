"""Nearest neighbours: votes, ties, and what new classes in memory do to old answers."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.baselines.neighbours import Nearness, Neighbours, Pixels, base_accuracy, vote
from tests.simulator.learners.metric.episodes import TINY, generator, normal, pictures

both = pytest.mark.parametrize("nearness", ["cosine", "euclidean"])


def line(*places: float) -> Tensor:
    return torch.tensor(places, dtype=torch.float64).unsqueeze(-1)


@both
def test_a_support_is_its_own_nearest_neighbour(nearness: Nearness) -> None:
    points, labels = normal(30, 6), torch.arange(30) % 5
    answer = vote(points, labels, points, 5, 1, nearness)
    assert torch.equal(answer.predicted, labels)
    assert torch.equal(answer.neighbours.squeeze(-1), torch.arange(30))


def test_neighbours_are_the_nearest_and_vote() -> None:
    labels = torch.tensor([0, 1, 1, 2])
    answer = vote(line(0, 1, 3, 9), labels, line(0.4), 3, 3, "euclidean")
    assert answer.neighbours.tolist() == [[0, 1, 2]]
    assert answer.probabilities[0].tolist() == pytest.approx([1 / 3, 2 / 3, 0])
    assert answer.predicted.tolist() == [1]
    assert answer.distances[0].tolist() == pytest.approx([0.16, 0.36, 6.76, 73.96])


def test_of_equally_many_votes_the_nearest_wins() -> None:
    answer = vote(line(0, 1), torch.tensor([1, 0]), line(0.4, 0.6), 2, 2, "euclidean")
    assert answer.probabilities.tolist() == [[0.5, 0.5]] * 2
    assert answer.predicted.tolist() == [1, 0]


def test_more_neighbours_than_supports_are_all() -> None:
    answer = vote(line(0, 1, 2), torch.tensor([0, 1, 1]), line(0), 2, 9, "euclidean")
    assert answer.neighbours.shape == (1, 3)
    assert answer.predicted.tolist() == [1]


def test_cosine_and_distance_may_disagree() -> None:
    supports = torch.tensor([[10.0, 0.0], [0.9, 0.9]], dtype=torch.float64)
    query = torch.tensor([[1.0, 0.2]], dtype=torch.float64)
    assert vote(supports, torch.arange(2), query, 2, 1, "cosine").predicted.tolist() == [0]
    assert vote(supports, torch.arange(2), query, 2, 1, "euclidean").predicted.tolist() == [1]


@both
@pytest.mark.parametrize("k", [1, 3])
def test_what_new_classes_change_adds_up(nearness: Nearness, k: int) -> None:
    found = base_accuracy(
        normal(60, 4),
        torch.arange(60) % 6,
        normal(30, 4, seed=1),
        normal(200, 4, seed=2),
        torch.arange(200) % 6,
        k,
        nearness,
    )
    assert found.before - found.after == pytest.approx(found.stolen + found.lost - found.won, abs=1e-15)
    assert found.stolen > 0
    assert (found.lost == found.won == 0) == (k == 1)


def test_answers_are_stolen_one_by_one() -> None:
    """Old classes at 0 and 10; a new one at 2 steals the query at 1.5, which was right, and not that at -1."""
    found = base_accuracy(
        line(0, 10),
        torch.tensor([0, 1]),
        line(2),
        line(-1, 1.5, 9, 3),
        torch.tensor([0, 0, 1, 1]),
        nearness="euclidean",
    )
    assert (found.before, found.after, found.stolen) == (0.75, 0.5, 0.25)


def test_without_new_classes_nothing_is_forgotten() -> None:
    found = base_accuracy(
        normal(60, 4), torch.arange(60) % 6, normal(0, 4), normal(50, 4, seed=2), torch.arange(50) % 6
    )
    assert found.before == found.after
    assert found.stolen == 0


def test_pixels_are_compared_as_they_are() -> None:
    given, asked = pictures(4, 8, 8), pictures(3, 8, 8, seed=1)
    answer = Pixels(8).answer({}, given, torch.arange(4), asked, 4)
    nearest = torch.cdist(asked.flatten(1), given.flatten(1)).argmin(-1)
    assert torch.equal(answer.predicted, nearest)


def test_costs_grow_with_every_support() -> None:
    assert Neighbours(TINY).cost(5, 3).stored == 15 * TINY.features
    assert Pixels(28).cost(5, 3).stored == 784 * 15
    assert Pixels(28).cost(5, 3).embedding == 0


def test_compares_with_the_classifiers_weights() -> None:
    method = Neighbours(TINY, k=1)
    weights = method.initial(generator(), torch.float64)
    given = pictures(4, 8, 8)
    assert torch.equal(method.answer(weights, given, torch.arange(4), given, 4).predicted, torch.arange(4))
