"""Siamese networks: pairs, and triplets."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name

from metascope.simulator.learners.metric.siamese import Siamese, SiameseAnswer, Triplets
from tests.simulator.learners.metric.episodes import TINY, generator, moved, normal

METHOD, TRIPLETS = Siamese(TINY), Triplets(TINY, margin=0.3)
E = TINY.features
WEIGHTS = moved(METHOD.initial(generator(), torch.float64))


def test_a_picture_and_itself_have_the_biases_probability() -> None:
    points = normal(3, E)
    same = METHOD.compare(WEIGHTS, points, torch.arange(3), points, 3).same
    assert torch.equal(same.diagonal(), WEIGHTS["bias"].sigmoid().expand(3))


def test_the_order_of_a_pair_does_not_matter() -> None:
    a, b = normal(3, E), normal(3, E, seed=1)
    ab, ba = (METHOD.compare(WEIGHTS, y, torch.arange(3), x, 3).same for x, y in ((a, b), (b, a)))
    assert torch.equal(ab, ba.T)


def test_of_negative_weights_the_order_of_scores_is_that_of_weighted_l1() -> None:
    alpha = normal(E).abs()
    a, b = normal(6, E), normal(8, E, seed=1)
    scores = METHOD.compare({"alpha": -alpha, "bias": torch.tensor(0.0)}, a, torch.arange(6), b, 6).pairs
    l1 = torch.cdist(b * alpha, a * alpha, p=1)
    assert torch.equal(scores.argsort(-1, descending=True), l1.argsort(-1))


def test_both_twins_get_gradients_and_they_add() -> None:
    shared, a, b = (normal(2, E).requires_grad_() for _ in range(3))
    loss = METHOD.compare(WEIGHTS, shared, torch.arange(2), shared.flip(0), 2).pairs.square().sum()
    (both,) = torch.autograd.grad(loss, shared)
    loss = METHOD.compare(WEIGHTS, a, torch.arange(2), b.flip(0), 2).pairs.square().sum()
    first, second = torch.autograd.grad(loss, (a, b))
    assert torch.allclose(both, first + second, atol=1e-13)
    assert float(first.abs().min()) > 0


def test_a_class_is_as_likely_as_its_best_pair_has_odds() -> None:
    answer = METHOD.compare(WEIGHTS, normal(4, E), torch.tensor([0, 0, 1, 1]), normal(5, E, seed=1), 2)
    odds = answer.same / (1 - answer.same)
    best = torch.stack([odds[:, :2].amax(1), odds[:, 2:].amax(1)], 1)
    assert torch.allclose(answer.probabilities, best / best.sum(1, keepdim=True), atol=1e-13)


def test_learns_from_all_pairs_with_binary_cross_entropy() -> None:
    answer = METHOD.compare(WEIGHTS, normal(3, E), torch.arange(3), normal(2, E, seed=1), 3)
    by_hand = [
        -torch.log(answer.same[q, m] if m == asked else 1 - answer.same[q, m])
        for q, asked in enumerate((2, 0))
        for m in range(3)
    ]
    found = METHOD.objective(answer, torch.tensor([2, 0]))
    assert float(found) == pytest.approx(float(torch.stack(by_hand).mean()), abs=1e-13)


def triplet_answer() -> SiameseAnswer:
    return TRIPLETS.compare({}, normal(4, E), torch.tensor([0, 0, 1, 2]), normal(2, E, seed=1), 3)


def test_triplets_by_hand() -> None:
    answer, labels, asked = triplet_answer(), [0, 0, 1, 2], [0, 2]
    d = torch.cdist(F.normalize(normal(2, E, seed=1), dim=-1), F.normalize(normal(4, E), dim=-1)).square()
    by_hand = [
        (0.3 + d[q, p] - d[q, n]).clamp(min=0)
        for q, wanted in enumerate(asked)
        for p in range(4)
        for n in range(4)
        if labels[p] == wanted != labels[n]
    ]
    found = TRIPLETS.objective(answer, torch.tensor(asked))
    assert float(found) == pytest.approx(float(torch.stack(by_hand).mean()), abs=1e-13)


def test_triplets_have_no_loss_when_the_margin_is_met() -> None:
    points = torch.eye(3, dtype=torch.float64)
    answer = TRIPLETS.compare({}, points, torch.arange(3), points, 3)
    assert float(TRIPLETS.objective(answer, torch.arange(3))) == 0
    assert float(TRIPLETS.objective(answer, torch.tensor([1, 2, 0]))) > 0


def test_triplets_answer_with_the_nearest_support() -> None:
    answer = triplet_answer()
    nearest = torch.cdist(answer.queries, answer.supports).argmin(-1)
    assert torch.equal(answer.predicted, torch.tensor([0, 0, 1, 2])[nearest])


def test_costs_count_every_pair() -> None:
    for method in (METHOD, TRIPLETS):
        assert method.cost(5, 3).stored == method.cost(5, 3).comparing == 15 * E
