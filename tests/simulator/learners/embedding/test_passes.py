"""Passes with derivatives written by hand against their twin with autograd's."""

from __future__ import annotations

import pytest
import torch

from metascope.simulator.learners.embedding import reference
from metascope.simulator.learners.embedding.passes import ByHand, Traced
from metascope.simulator.learners.embedding.reference import Blocks, Weights
from tests.simulator.learners.embedding.test_fast import drawn, farthest, signed
from tests.simulator.learners.metric.episodes import normal


def passed(passes: ByHand | Traced, weights: Weights) -> Weights:
    """Return the features of each batch, and the derivatives of a random sum of the first one's."""
    features = passes.features(weights)
    slopes = passes.slopes(normal(*features[0].shape).to(features[0].dtype))
    return {f"features {place}": each for place, each in enumerate(features)} | slopes


def twins(side: int, dtype: torch.dtype = torch.float64) -> tuple[ByHand, Traced]:
    batches = [drawn(side, 9)[first:last].to(dtype) for first, last in ((0, 4), (4, 5), (5, 9))]
    return ByHand(batches, 6), Traced(reference.embed, batches)


@pytest.mark.parametrize("blocks", [Blocks(8, 6, 3), Blocks(14, 6, 3), Blocks(27, 6, 4), Blocks(3, 6, 1)])
def test_in_double_precision_they_are_the_readable_twin(blocks: Blocks) -> None:
    by_hand, traced = twins(blocks.side)
    for seed in range(2):  # other weights on the same pictures
        weights = {name: weight + 0.1 * seed for name, weight in signed(blocks).items()}
        found, wanted = passed(by_hand, weights), passed(traced, weights)
        assert len(found) == 3 + 3 * blocks.count
        assert farthest(found, wanted) < 1e-10


def test_in_single_precision_they_are_near_double() -> None:
    weights = signed(Blocks(28, 6, 4))
    single = {name: weight.float() for name, weight in weights.items()}
    assert farthest(passed(twins(28, torch.float32)[0], single), passed(twins(28)[1], weights)) < 1e-4


def test_a_scale_of_zero_has_the_derivative_of_the_first_pixel() -> None:
    weights = signed(Blocks(8, 6, 2))
    for block in ("block1", "block2"):
        weights[f"{block}.scale"][1], weights[f"{block}.shift"][1] = 0, 0.5
    by_hand, traced = twins(8)
    assert farthest(passed(by_hand, weights), passed(traced, weights)) < 1e-10


def test_without_pictures_to_learn_from_all_derivatives_are_zero() -> None:
    batches = [drawn(8, 3)[:0], drawn(8, 3)]
    for passes in (ByHand(batches, 6), Traced(lambda w, x: reference.embed(w, x), batches)):
        known, others = passes.features(signed(Blocks(8, 6, 2)))
        slopes = passes.slopes(known)
        assert known.shape == (0, 24)
        assert len(others) == 3
        assert not any(bool(slope.any()) for slope in slopes.values())
