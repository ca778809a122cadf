"""What all methods promise: any labels, any order, absent classes, gradients, many episodes as one by one."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.baselines.neighbours import Neighbours, Pixels
from metascope.simulator.learners.embedding.reference import Blocks, Weights, statistics_among
from metascope.simulator.learners.metric.context import Context
from metascope.simulator.learners.metric.evaluation import EpisodeAccuracy, episode_accuracy
from metascope.simulator.learners.metric.imagined import Imagined
from metascope.simulator.learners.metric.learner import Learner, Mode
from metascope.simulator.learners.metric.matching import Matching
from metascope.simulator.learners.metric.prototypes import Prototypes
from metascope.simulator.learners.metric.relation import Relation
from metascope.simulator.learners.metric.siamese import Siamese, Triplets
from tests.simulator.learners.metric.episodes import MAPS, TINY, episode, generator, moved, pictures

METHODS: dict[str, Learner[Any]] = {
    "prototypes": Prototypes(TINY),
    "prototypes by cosine": Prototypes(TINY, "cosine"),
    "matching": Matching(TINY),
    "cosine": Matching(TINY, tempered=False),
    "context": Context(TINY, steps=2),
    "siamese": Siamese(TINY),
    "triplets": Triplets(TINY),
    "relation": Relation(MAPS),
    "imagined": Imagined(TINY, augmented=4),
    "neighbours": Neighbours(TINY, k=3),
    "pixels": Pixels(8),
}
LEARNED = [name for name in METHODS if name not in ("neighbours", "pixels")]
LABELS = torch.tensor([2, 0, 0, 2, 1, 2])

every = pytest.mark.parametrize("method", METHODS.values(), ids=METHODS.keys())
learned = pytest.mark.parametrize("method", [METHODS[name] for name in LEARNED], ids=LEARNED)


def settled(method: Learner[Any]) -> Learner[Any]:
    """Return the method, without examples that are imagined differently each time."""
    return Imagined(TINY, augmented=1) if isinstance(method, Imagined) else method


def weights_of(method: Learner[Any]) -> Weights:
    return moved(method.initial(generator(), torch.float64))


def probabilities(method: Learner[Any], supports: Tensor, labels: Tensor, queries: Tensor, ways: int = 3) -> Tensor:
    method = settled(method)
    found: Tensor = method.answer(weights_of(method), supports, labels, queries, ways).probabilities
    return found


@every
def test_probabilities_sum_to_1(method: Learner[Any]) -> None:
    found = probabilities(method, pictures(6, 8, 8), LABELS, pictures(4, 8, 8, seed=1))
    assert torch.allclose(found.sum(-1), torch.ones(4, dtype=torch.float64), atol=1e-13)


@every
def test_a_class_without_support_is_impossible_and_changes_nothing_else(method: Learner[Any]) -> None:
    given = pictures(6, 8, 8), LABELS, pictures(4, 8, 8, seed=1)
    more = probabilities(method, given[0], torch.where(LABELS > 0, LABELS + 1, 0), given[2], 5)
    assert float(more[:, [1, 4]].abs().max()) == 0
    assert torch.allclose(more[:, [0, 2, 3]], probabilities(method, *given), atol=1e-13)


@every
def test_without_any_support_every_class_is_impossible(method: Learner[Any]) -> None:
    nothing = pictures(0, 8, 8), LABELS[:0]
    assert float(probabilities(method, *nothing, pictures(4, 8, 8)).abs().max()) == 0


@every
def test_the_order_of_the_supports_matters_only_where_it_is_declared(method: Learner[Any]) -> None:
    order = torch.tensor([3, 5, 0, 4, 2, 1])
    supports, queries = pictures(6, 8, 8), pictures(4, 8, 8, seed=1)
    before = probabilities(method, supports, LABELS, queries)
    after = probabilities(method, supports[order], LABELS[order], queries)
    assert torch.allclose(before, after, atol=1e-13) != method.ordered


@every
def test_the_order_of_the_queries_does_not_matter(method: Learner[Any]) -> None:
    order = torch.tensor([2, 0, 3, 1])
    supports, queries = pictures(6, 8, 8), pictures(4, 8, 8, seed=1)
    before, after = (probabilities(method, supports, LABELS, q) for q in (queries, queries[order]))
    assert torch.allclose(before[order], after, atol=1e-13)


@every
def test_renaming_the_classes_renames_the_answers(method: Learner[Any]) -> None:
    names = torch.tensor([1, 2, 0])
    supports, queries = pictures(6, 8, 8), pictures(4, 8, 8, seed=1)
    before, after = (probabilities(method, supports, labels, queries) for labels in (LABELS, names[LABELS]))
    assert torch.allclose(before, after[:, names], atol=1e-13)


@learned
def test_the_loss_does_not_depend_on_which_class_is_which(method: Learner[Any]) -> None:
    method, order = settled(method), torch.tensor([2, 0, 1])
    support, query = episode(method.blocks, shots=1)
    weights = weights_of(method)
    before, after = (
        float(method.loss(weights, s, q).loss) for s, q in ((support, query), (support[:, order], query[:, order]))
    )
    assert (before == pytest.approx(after, abs=1e-12)) != method.ordered


@learned
def test_gradients_of_the_loss_agree_with_finite_differences(method: Learner[Any]) -> None:
    support, query = episode(method.blocks)
    weights = weights_of(method)
    trained = [name for name in weights if name not in statistics_among(weights)]
    traced = weights | {name: weights[name].clone().requires_grad_() for name in trained}
    gradient = torch.autograd.grad(method.loss(traced, support, query).loss, [traced[n] for n in trained])
    draws = generator(3)
    for name, slope in zip(trained, gradient, strict=True):
        way = torch.randn(slope.shape, generator=draws, dtype=torch.float64)
        low, high = (
            float(method.loss(weights | {name: weights[name] + step * way}, support, query).loss)
            for step in (-1e-6, 1e-6)
        )
        assert (high - low) / 2e-6 == pytest.approx(float((slope * way).sum()), rel=1e-5, abs=1e-8), name


@learned
def test_a_batch_of_episodes_answers_as_its_episodes_do(method: Learner[Any]) -> None:
    method = settled(method)
    weights = weights_of(method)
    supports, queries = (method.encode(weights, pictures(3, n, 8, 8, seed=n)) for n in (6, 4))
    together = method.compare(weights, supports, LABELS.expand(3, -1), queries, 3)
    for episode_, known, asked in zip(together.logits, supports, queries, strict=True):
        alone = method.compare(weights, known, LABELS, asked, 3).logits
        assert torch.allclose(episode_, alone, atol=1e-12)


@every
def test_an_answer_with_statistics_of_the_episode_depends_on_the_other_queries(method: Learner[Any]) -> None:
    weights = weights_of(method)
    supports, queries = pictures(6, 8, 8), pictures(4, 8, 8, seed=1)
    for statistics, alike in (("running", True), ("episode", method is METHODS["pixels"])):
        mode = Mode(statistics)  # type: ignore[arg-type]
        all_, two = (method.answer(weights, supports, LABELS, q, 3, mode).logits[:2] for q in (queries, queries[:2]))
        if method is not METHODS["neighbours"]:
            assert torch.allclose(all_, two, atol=1e-12) == alike


@every
def test_many_embedded_episodes_are_as_accurate_as_the_same_one_by_one(method: Learner[Any]) -> None:
    method = settled(method)
    weights = weights_of(method)
    pool = pictures(40, 8, 8)
    rows = torch.stack([torch.randperm(40, generator=generator(seed)) for seed in range(25)])  # (B, 40)
    support, query = rows[:, :6].view(25, 3, 2), rows[:, 6:15].view(25, 3, 3)
    found = episode_accuracy(method, weights, method.encode_pool(weights, pool), support, query)
    labels, asked = (torch.arange(3).repeat_interleave(each) for each in (2, 3))
    alone = [
        float(method.answer(weights, pool[s.flatten()], labels, pool[q.flatten()], 3).accuracy(asked))
        for s, q in zip(support, query, strict=True)
    ]
    assert found.each.tolist() == alone
    assert found.mean == pytest.approx(sum(alone) / 25, abs=1e-15)


@pytest.mark.parametrize("name", ["prototypes", "matching", "siamese", "relation", "neighbours"])
def test_features_that_say_nothing_are_right_by_chance(name: str) -> None:
    method = METHODS[name]
    noise = torch.rand(1000, method.blocks.features, generator=generator(1), dtype=torch.float64)
    rows = torch.stack([torch.randperm(1000, generator=generator(seed))[:20] for seed in range(400)])
    weights = method.initial(generator(), torch.float64)
    found = episode_accuracy(method, weights, noise, rows[:, :5].unsqueeze(-1), rows[:, 5:].view(400, 5, 3))
    assert abs(found.mean - 0.2) < 2 * found.margin


def test_accuracy_interval_by_hand() -> None:
    found = EpisodeAccuracy(torch.tensor([0.0, 1.0, 1.0, 1.0], dtype=torch.float64))
    assert found.mean == 0.75
    assert found.margin == pytest.approx(1.96 * 0.5 / 2)


@learned
def test_a_pool_is_embedded_a_part_at_a_time(method: Learner[Any]) -> None:
    weights = weights_of(method)
    pool = pictures(600, 8, 8)
    assert torch.allclose(method.encode_pool(weights, pool), method.encode(weights, pool), atol=1e-13)


def test_a_single_picture_can_be_encoded() -> None:
    method = Prototypes(Blocks(14, 8, 3))
    weights = method.initial(generator())
    pool = torch.rand(2, 14, 14)
    assert torch.allclose(method.encode(weights, pool[0]), method.encode(weights, pool)[0], atol=1e-6)
