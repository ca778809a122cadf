"""The faster embedding against its readable twin: features, derivatives and measured statistics."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from metascope.simulator.learners.embedding import fast, reference
from metascope.simulator.learners.embedding.reference import (
    Blocks,
    Embed,
    Statistics,
    Weights,
    initial,
    statistics_among,
)
from tests.simulator.learners.metric.episodes import generator, moved, normal, pictures

STATISTICS: tuple[Statistics, ...] = ("episode", "running")
SIZES = [
    (Blocks(8, 4, 2), 5),
    (Blocks(28, 64, 4), 3),
    (Blocks(27, 6, 4), 7),  # odd sides: the last row and column are pooled by no window
    (Blocks(13, 6, 3, pooled=2), 1),
    (Blocks(7, 3, 2, pooled=1), 2),
    (Blocks(8, 4, 3, pooled=0), 2),
]


def drawn(side: int, count: int) -> Tensor:
    """Return pictures mostly of paper, (count, side, side), whose equal pixels make pooling choose the first."""
    noise = pictures(count, side, side)
    return torch.where(noise > 0.8, noise, 0.0)


def signed(blocks: Blocks) -> Weights:
    """Return weights some of whose scales are negative."""
    weights = moved(initial(blocks, generator(), torch.float64))
    for name in weights:
        if name.endswith(".scale"):
            weights[name][::3] *= -1
    return weights


def made(embed: Embed, blocks: Blocks, weights: Weights, given: Tensor, statistics: Statistics) -> Weights:
    """Return the features, the statistics and the derivatives of a random sum of the features."""
    trained = [name for name in weights if name not in statistics_among(weights)]
    traced = weights | {name: weights[name].clone().requires_grad_() for name in trained}
    measured: Weights = {}
    features = embed(traced, given, statistics, measured, blocks.pooled)
    found = (features * normal(*features.shape).to(features.dtype)).sum()
    slopes = torch.autograd.grad(found, [traced[name] for name in trained])
    named = {f"derivative by {name}": slope for name, slope in zip(trained, slopes, strict=True)}
    return {"features": features.detach()} | named | {f"measured {name}": each for name, each in measured.items()}


def farthest(found: Weights, wanted: Weights) -> float:
    """Return the largest relative distance."""
    assert set(found) == set(wanted)
    return max(float((found[name].double() - each).norm() / each.norm()) for name, each in wanted.items())


@pytest.mark.parametrize("statistics", STATISTICS)
@pytest.mark.parametrize(("blocks", "count"), SIZES)
def test_in_double_precision_it_is_the_readable_twin(blocks: Blocks, count: int, statistics: Statistics) -> None:
    weights, given = signed(blocks), drawn(blocks.side, count)
    wanted = made(reference.embed, blocks, weights, given, statistics)
    assert len(wanted) == 1 + 3 * blocks.count + 2 * blocks.count * (statistics == "episode")
    assert farthest(made(fast.embed, blocks, weights, given, statistics), wanted) < 1e-10


@pytest.mark.parametrize("statistics", STATISTICS)
@pytest.mark.parametrize(("blocks", "count"), [(Blocks(28, 64, 4), 20), (Blocks(14, 32, 3), 60)])
def test_in_single_precision_it_is_near_double(blocks: Blocks, count: int, statistics: Statistics) -> None:
    weights, given = signed(blocks), drawn(blocks.side, count)
    wanted = made(reference.embed, blocks, weights, given, statistics)
    single = {name: weight.float() for name, weight in weights.items()}
    assert farthest(made(fast.embed, blocks, single, given.float(), statistics), wanted) < 1e-4


@pytest.mark.parametrize("statistics", STATISTICS)
@pytest.mark.parametrize("block", ["block1", "block2"])
def test_a_scale_of_zero_has_the_derivative_of_the_first_pixel(block: str, statistics: Statistics) -> None:
    blocks = Blocks(8, 4, 2)
    weights, given = signed(blocks), pictures(3, 8, 8)
    weights[f"{block}.scale"][1], weights[f"{block}.shift"][1] = 0, 0.5
    found = made(fast.embed, blocks, weights, given, statistics)
    assert farthest(found, made(reference.embed, blocks, weights, given, statistics)) < 1e-10


@pytest.mark.parametrize("statistics", STATISTICS)
def test_derivatives_by_pictures_are_those_of_the_twin(statistics: Statistics) -> None:
    slopes = []
    for embed in (fast.embed, reference.embed):
        given = drawn(8, 3).requires_grad_()
        features = embed(signed(Blocks(8, 4, 2)), given, statistics)
        slopes.append(torch.autograd.grad((features * normal(*features.shape)).sum(), given)[0])
    assert torch.allclose(slopes[0], slopes[1], rtol=0, atol=1e-12)


def test_paper_alone_is_embedded_too() -> None:
    blocks = Blocks(8, 4, 2)
    weights, paper = signed(blocks), torch.zeros(2, 8, 8, dtype=torch.float64)
    found, wanted = (embed(weights, paper) for embed in (fast.embed, reference.embed))
    assert torch.allclose(found, wanted, rtol=0, atol=1e-12)


def test_nothing_that_it_is_given_changes() -> None:
    weights, given = signed(Blocks(8, 4, 2)), drawn(8, 3)
    before = {name: weight.clone() for name, weight in weights.items()}
    measured: Weights = {}
    fast.embed(weights, given, "episode", measured)
    fast.embed(weights, given, "running", measured)
    assert all(torch.equal(weights[name], before[name]) for name in before)
    assert torch.equal(given, drawn(8, 3))


def test_running_statistics_are_not_measured() -> None:
    measured: Weights = {}
    fast.embed(signed(Blocks(8, 4, 2)), drawn(8, 3), "running", measured)
    assert not measured


def test_no_picture_gives_no_features() -> None:
    assert fast.embed(signed(Blocks(8, 4, 2)), pictures(0, 8, 8)).shape == (0, 16)


def test_one_number_per_channel_has_no_variance() -> None:
    with pytest.raises(ValueError, match="more than 1 value"):
        fast.embed(signed(Blocks(2, 4, 2, pooled=1)), drawn(2, 1), "episode", pooled=1)


@pytest.mark.parametrize("statistics", STATISTICS)
def test_pairs_are_convolved_one_by_one_as_together(statistics: Statistics) -> None:
    weights = signed(Blocks(8, 4, 2))
    weights["block2.filters"] = normal(4, 7, 3, 3)
    found = list[Weights]()
    for each in (fast, reference):
        one, other = (normal(2, count, c, 5, 5, seed=count).requires_grad_() for count, c in ((3, 4), (2, 3)))
        filters, measured = weights["block2.filters"].clone().requires_grad_(), Weights()
        made = each.convolve_pairs(
            weights | {"block2.filters": filters}, "block2", one, other, True, statistics, measured
        )
        slopes = torch.autograd.grad((made * normal(*made.shape)).sum(), (one, other, filters))
        found.append({"made": made.detach(), **{str(i): slope for i, slope in enumerate(slopes)}, **measured})
    assert farthest(*found) < 1e-10
