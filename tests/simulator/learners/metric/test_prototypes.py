"""Prototypical Networks: published identities, in float64."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.learners.metric.matching import Matching
from metascope.simulator.learners.metric.prototypes import Prototypes, PrototypesAnswer
from tests.simulator.learners.metric.episodes import TINY, generator, normal

PLAIN = Prototypes(TINY)
LABELS = torch.tensor([0, 0, 1, 2, 2, 2])


def plain(features: torch.Tensor, labels: torch.Tensor, queries: torch.Tensor, ways: int = 3) -> PrototypesAnswer:
    return PLAIN.compare({}, features, labels, queries, ways)


def test_a_prototype_is_the_mean_of_its_class() -> None:
    features = normal(6, 4)
    found = plain(features, LABELS, normal(2, 4)).prototypes
    assert torch.allclose(found, torch.stack([features[:2].mean(0), features[2], features[3:].mean(0)]), atol=1e-15)


def test_the_mean_has_the_least_sum_of_squared_distances() -> None:
    features = normal(6, 4)
    centre = plain(features, LABELS, features).prototypes[2].requires_grad_()
    (slope,) = torch.autograd.grad((features[3:] - centre).square().sum(), centre)
    assert float(slope.abs().max()) < 1e-14


def test_equals_a_linear_classifier() -> None:
    queries = normal(7, 4, seed=1)
    answer = plain(normal(6, 4), LABELS, queries)
    c = answer.prototypes
    linear = (2 * queries @ c.T - c.square().sum(-1)).softmax(-1)
    assert float((answer.probabilities - linear).abs().max()) < 1e-14


def test_rotating_and_shifting_the_embedding_changes_nothing() -> None:
    turn, _ = torch.linalg.qr(normal(4, 4, seed=2))
    shift = normal(4, seed=3)
    features, queries = normal(6, 4), normal(7, 4, seed=1)
    before = plain(features, LABELS, queries).probabilities
    after = plain(features @ turn + shift, LABELS, queries @ turn + shift).probabilities
    assert float((before - after).abs().max()) < 1e-13


def test_the_midpoint_of_two_prototypes_is_a_tie() -> None:
    features = normal(2, 4)
    probabilities = plain(features, torch.arange(2), features.mean(0, keepdim=True), 2).probabilities
    assert float((probabilities - 0.5).abs().max()) < 1e-15


def test_equal_prototypes_are_equally_likely() -> None:
    probabilities = plain(normal(1, 4).expand(5, -1), torch.arange(5), normal(3, 4, seed=1), 5).probabilities
    assert torch.allclose(probabilities, torch.full((3, 5), 0.2, dtype=torch.float64), atol=1e-15)


@pytest.mark.parametrize("ways", [3, 4, 5])
def test_only_the_projection_on_the_prototypes_hull_matters(ways: int) -> None:
    features, queries = normal(ways, 32), normal(200, 32, seed=1)
    answer = plain(features, torch.arange(ways), queries, ways)
    origin = answer.prototypes[0]
    axes = torch.linalg.svd(answer.prototypes[1:] - origin, full_matrices=False).Vh  # (N - 1, E)
    flat = plain((features - origin) @ axes.T, torch.arange(ways), (queries - origin) @ axes.T, ways)
    assert torch.equal(flat.predicted, answer.predicted)
    assert float((flat.probabilities - answer.probabilities).abs().max()) < 1e-12


def test_one_shot_equals_matching_with_the_temperature_of_the_norm() -> None:
    radius = 1.7
    features, queries = (radius * torch.nn.functional.normalize(normal(5, 8, seed=s), dim=-1) for s in (0, 1))
    tau = torch.tensor(2 * radius**2, dtype=torch.float64).log()
    matching = Matching(TINY).compare({"log_temperature": tau}, features, torch.arange(5), queries, 5)
    found = plain(features, torch.arange(5), queries, 5)
    assert float((matching.probabilities - found.probabilities).abs().max()) < 1e-14


def test_one_shot_by_cosine_is_matching_exactly() -> None:
    features, queries = normal(5, 8), normal(9, 8, seed=1)
    weights = {"log_temperature": torch.tensor(1.3, dtype=torch.float64)}
    matching = Matching(TINY).compare(weights, features, torch.arange(5), queries, 5)
    found = Prototypes(TINY, "cosine").compare(weights, features, torch.arange(5), queries, 5)
    assert float((matching.probabilities - found.probabilities).abs().max()) < 1e-15


def test_a_cosine_has_a_temperature_of_10_to_begin_with() -> None:
    weights = Prototypes(TINY, "cosine").initial(generator(), torch.float64)
    assert float(weights["log_temperature"].exp()) == pytest.approx(10)
    assert "log_temperature" not in PLAIN.initial(generator())


def test_cost_does_not_grow_with_the_shots() -> None:
    assert PLAIN.cost(5, 1) == PLAIN.cost(5, 20)
    assert PLAIN.cost(5, 1).stored == 5 * TINY.features
