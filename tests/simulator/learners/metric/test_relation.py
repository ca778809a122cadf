"""Relation Networks: scores, the plateau, the published start, and the sum of supports."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from metascope.simulator.learners.embedding.reference import Blocks, Weights, convolve
from metascope.simulator.learners.metric.learner import Mode
from metascope.simulator.learners.metric.relation import Relation, RelationAnswer, on_plateau, plateau
from tests.simulator.learners.metric.episodes import MAPS, episode, generator, moved, normal

METHOD = Relation(MAPS)
E = MAPS.features
WEIGHTS = moved(METHOD.initial(generator(), torch.float64))
LABELS = torch.tensor([0, 0, 1, 2])


def compared(supports: Tensor, queries: Tensor, weights: Weights = WEIGHTS) -> RelationAnswer:
    return METHOD.compare(weights, supports, LABELS, queries, 3)


def constant(score: float, ways: int) -> Tensor:
    """Return the loss of scores that are all the same."""
    scores = torch.full((ways, ways), score, dtype=torch.float64)
    nothing = torch.empty(0)
    answer = RelationAnswer(nothing, nothing, nothing, scores.log(), summed=nothing, scores=scores)
    return METHOD.objective(answer, torch.arange(ways))


def test_scores_are_between_0_and_1_and_a_class_has_its_share() -> None:
    answer = compared(normal(4, E), normal(5, E, seed=1))
    assert bool(((answer.scores > 0) & (answer.scores < 1)).all())
    assert torch.allclose(answer.probabilities, answer.scores / answer.scores.sum(-1, keepdim=True), atol=1e-14)


def test_is_not_symmetric() -> None:
    a, b = normal(1, E), normal(1, E, seed=1)
    ab, ba = (METHOD.compare(WEIGHTS, x, torch.tensor([0]), y, 1).scores for x, y in ((a, b), (b, a)))
    assert abs(float(ab - ba)) > 1e-6


@pytest.mark.parametrize(("ways", "lowest", "zeros", "published"), [(5, 0.16, 0.2, 0.4420), (20, 0.0475, 0.05, 0.5113)])
def test_losses_of_constant_scores(ways: int, lowest: float, zeros: float, published: float) -> None:
    assert plateau(ways) == pytest.approx(lowest, abs=1e-15)
    assert float(constant(1 / ways, ways)) == pytest.approx(lowest, abs=1e-15)
    assert float(constant(0, ways)) == pytest.approx(zeros, abs=1e-15)
    assert float(constant(float(torch.tensor(1.0).sigmoid()), ways)) == pytest.approx(published, abs=5e-5)
    score = torch.tensor(1 / ways, dtype=torch.float64, requires_grad=True)
    slope = torch.autograd.grad((ways - 1) * score**2 + (1 - score) ** 2, score)[0]
    assert abs(float(slope)) < 1e-14


def test_the_plateau_is_within_2_percent() -> None:
    assert on_plateau(0.163, 5)
    assert on_plateau(0.157, 5)
    assert not on_plateau(0.15, 5)
    assert not on_plateau(0.17, 5)


def test_the_published_start_scores_everything_about_sigma_of_1() -> None:
    method = Relation(Blocks(14, 16, 3, pooled=1), "published")
    support, query = episode(method.blocks, ways=5, shots=1)
    weights = method.initial(generator(), torch.float64)
    assert float(method.loss(weights, support, query).loss) == pytest.approx(0.4420, abs=0.01)
    default = Relation(method.blocks).initial(generator(), torch.float64)
    assert abs(float(Relation(method.blocks).loss(default, support, query).loss) - 0.4420) > 0.05


def test_supports_of_a_class_are_summed() -> None:
    supports, queries = normal(4, E).abs(), normal(5, E, seed=1).abs()
    answer = compared(supports, queries)
    mean = METHOD.compare(WEIGHTS, answer.summed / torch.tensor([[2.0], [1.0], [1.0]]), torch.arange(3), queries, 3)
    scaled = METHOD.compare(WEIGHTS, mean.summed * torch.tensor([[2.0], [1.0], [1.0]]), torch.arange(3), queries, 3)
    assert torch.allclose(answer.summed[0], supports[:2].sum(0), atol=1e-15)
    assert torch.allclose(answer.scores, scaled.scores, atol=1e-14)
    assert float((answer.scores - mean.scores)[:, 0].abs().max()) > 1e-6


def test_agrees_with_torchs_layers_pair_by_pair() -> None:
    supports, queries = normal(4, E), normal(2, E, seed=1)
    answer = compared(supports, queries)
    hidden, output = nn.Linear(3, 8, dtype=torch.float64), nn.Linear(8, 1, dtype=torch.float64)
    hidden.weight.data, hidden.bias.data = WEIGHTS["hidden.weights"], WEIGHTS["hidden.bias"]
    output.weight.data, output.bias.data = WEIGHTS["output.weights"], WEIGHTS["output.bias"]
    for q in range(2):
        for n in range(3):
            maps = torch.cat([answer.summed[n].view(1, 3, 4, 4), queries[q].view(1, 3, 4, 4)], 1)
            for name in ("relation1", "relation2"):
                maps = convolve(WEIGHTS, name, maps, True, "running")
            score = output(hidden(maps.flatten(1)).relu()).sigmoid()
            assert score.item() == pytest.approx(float(answer.scores[q, n]), abs=1e-13)


def test_statistics_of_the_episode_are_those_of_its_pairs() -> None:
    supports, queries = normal(4, E), normal(5, E, seed=1)
    measured = Weights()
    METHOD.compare(WEIGHTS, supports, LABELS, queries, 3, Mode("episode", measured))
    assert set(measured) == {f"relation{i}.{what}" for i in (1, 2) for what in ("mean", "variance")}


def test_a_single_pixel_is_not_halved() -> None:
    method = Relation(Blocks(side=8, width=3, count=2))  # maps of 2 × 2
    supports, queries = normal(3, 12), normal(2, 12, seed=1)
    answer = method.compare(method.initial(generator(), torch.float64), supports, torch.arange(3), queries, 3)
    assert answer.scores.shape == (2, 3)


def test_a_pair_costs_what_the_published_network_does() -> None:
    """5 × 5 maps of 64 channels: 3.98 million operations per pair."""
    method = Relation(Blocks(side=20, width=64, count=4, pooled=2))
    pair = method.cost(20, 1).comparing / 20
    assert 2 * pair / 1e6 == pytest.approx(3.98, rel=0.005)
    assert method.cost(5, 1).stored == method.cost(5, 5).stored == 5 * 1600
