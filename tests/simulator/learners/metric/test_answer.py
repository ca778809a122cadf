"""What answers and costs say of themselves."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.learners.metric.answer import Answer, Cost, possible

NOTHING = torch.empty(0)


def answer(*logits: tuple[float, ...]) -> Answer:
    return Answer(NOTHING, NOTHING, NOTHING, torch.tensor(logits, dtype=torch.float64))


def test_probabilities_are_the_softmax_of_what_is_possible() -> None:
    found = answer((0.0, 0.0, -torch.inf), (1.0, 0.0, 0.0)).probabilities
    assert found[0].tolist() == [0.5, 0.5, 0]
    assert found[1, 0].item() == pytest.approx(0.576117, abs=1e-6)


def test_where_nothing_is_possible_all_probabilities_are_0() -> None:
    assert answer((-torch.inf, -torch.inf)).probabilities.tolist() == [[0, 0]]


def test_nan_is_not_hidden() -> None:
    assert bool(possible(torch.tensor([torch.nan, 0.0])).isnan().all())


def test_accuracy_is_the_share_of_right_answers() -> None:
    given = answer((1.0, 0.0), (0.0, 1.0), (0.0, 1.0), (2.0, 0.0))
    assert float(given.accuracy(torch.tensor([0, 1, 0, 0]))) == 0.75


def test_a_query_costs_its_features_and_its_comparison() -> None:
    assert Cost(stored=7, embedding=100, comparing=20).multiply_adds == 120
