"""Matching Networks: attention, the cap without temperature, and published identities."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor

from metascope.simulator.learners.metric.matching import Matching, MatchingAnswer
from tests.simulator.learners.metric.episodes import TINY, normal

PRINTED = Matching(TINY, tempered=False)
TEMPERED = Matching(TINY)


def tempered(tau: float, supports: Tensor, labels: Tensor, queries: Tensor, ways: int) -> MatchingAnswer:
    weights = {"log_temperature": torch.tensor(tau, dtype=torch.float64).log()}
    return TEMPERED.compare(weights, supports, labels, queries, ways)


def simplex(ways: int) -> Tensor:
    """Return N points whose cosines are all -1 / (N - 1)."""
    return torch.eye(ways, dtype=torch.float64) - 1 / ways


def test_attention_sums_to_1_and_a_class_has_that_of_its_supports() -> None:
    labels = torch.tensor([0, 0, 1, 2, 2, 2])
    answer = tempered(10, normal(6, 4), labels, normal(5, 4, seed=1), 3)
    assert torch.allclose(answer.attention.sum(-1), torch.ones(5, dtype=torch.float64), atol=1e-15)
    assert torch.allclose(answer.probabilities, answer.attention @ F.one_hot(labels).double(), atol=1e-15)


@pytest.mark.parametrize(("ways", "alone", "floor"), [(5, 0.649, 0.433), (20, 0.280, 1.273)])
def test_cap_of_a_single_query_without_temperature(ways: int, alone: float, floor: float) -> None:
    own = torch.tensor([[1.0, 0.0]], dtype=torch.float64)
    supports = torch.cat([own, -own.expand(ways - 1, -1)])
    p = float(PRINTED.compare({}, supports, torch.arange(ways), own, ways).probabilities[0, 0])
    assert p == pytest.approx(alone, abs=5e-4)
    assert -math.log(p) == pytest.approx(floor, abs=5e-4)


@pytest.mark.parametrize(("ways", "best", "floor"), [(5, 0.4660, 0.7636), (20, 0.1310, 2.0323)])
def test_cap_of_all_classes_at_once_without_temperature(ways: int, best: float, floor: float) -> None:
    points = simplex(ways)
    answer = PRINTED.compare({}, points, torch.arange(ways), points, ways)
    assert torch.allclose(answer.probabilities.diagonal(), torch.tensor(best, dtype=torch.float64), atol=5e-5)
    assert float(PRINTED.objective(answer, torch.arange(ways))) == pytest.approx(floor, abs=5e-5)


@pytest.mark.parametrize(("ways", "best", "floor"), [(5, 0.4046, 0.9048), (20, 0.1252, 2.0782)])
def test_cap_without_temperature_when_no_feature_is_negative(ways: int, best: float, floor: float) -> None:
    points = torch.eye(ways, dtype=torch.float64)
    answer = PRINTED.compare({}, points, torch.arange(ways), points, ways)
    assert torch.allclose(answer.probabilities.diagonal(), torch.tensor(best, dtype=torch.float64), atol=5e-5)
    assert float(PRINTED.objective(answer, torch.arange(ways))) == pytest.approx(floor, abs=5e-5)


@pytest.mark.parametrize(
    ("ways", "tau", "p"), [(5, 5, 0.973756), (5, 10, 0.999818), (20, 5, 0.886508), (20, 10, 0.999138)]
)
def test_a_temperature_takes_the_cap_away(ways: int, tau: float, p: float) -> None:
    points = torch.eye(ways, dtype=torch.float64)
    answer = tempered(tau, points, torch.arange(ways), points, ways)
    assert float(answer.probabilities[0, 0]) == pytest.approx(p, abs=1e-6)
    assert float(answer.probabilities[0, 0]) == pytest.approx(math.exp(tau) / (math.exp(tau) + ways - 1), abs=1e-14)


def test_of_norm_1_squared_distances_are_twice_the_cosines() -> None:
    supports, queries = (F.normalize(normal(6, 4, seed=seed), dim=-1) for seed in (0, 1))
    labels = torch.tensor([0, 0, 1, 2, 2, 2])
    attention = (-torch.cdist(queries, supports).square()).softmax(-1)
    assert float((tempered(2, supports, labels, queries, 3).attention - attention).abs().max()) < 1e-14


def test_doubling_a_support_adds_log_2_to_its_logit() -> None:
    supports, queries = normal(3, 4), normal(5, 4, seed=1)
    once = tempered(10, supports, torch.arange(3), queries, 3)
    twice = tempered(10, torch.cat([supports, supports[1:2]]), torch.tensor([0, 1, 2, 1]), queries, 3)
    added = torch.tensor([0, math.log(2), 0], dtype=torch.float64)
    assert float((twice.logits - once.logits - added).abs().max()) < 1e-14


def test_a_vector_of_zeros_attends_to_all_alike() -> None:
    answer = tempered(10, normal(4, 4), torch.arange(4), torch.zeros(1, 4, dtype=torch.float64), 4)
    assert torch.allclose(answer.attention, torch.tensor(0.25, dtype=torch.float64))


def test_cost_grows_with_the_shots() -> None:
    assert TEMPERED.cost(5, 4).stored == 20 * TINY.features == 4 * TEMPERED.cost(5, 1).stored
