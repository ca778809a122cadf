"""The outer optimizer, against torch's."""

from __future__ import annotations

import torch

from metascope.simulator.learners import outer
from tests.simulator.learners.reference import normal


def test_adam_is_torchs_adam() -> None:
    start = normal(3, 2)
    parameters, moments = start, outer.fresh(start)
    twin = start.clone().requires_grad_()
    optimizer = torch.optim.Adam([twin], lr=0.02)
    for step in range(30):
        gradient = normal(3, 2, seed=step)
        twin.grad = gradient.clone()
        optimizer.step()
        parameters, moments = outer.adam(parameters, gradient, 0.02, moments)
    torch.testing.assert_close(parameters, twin.detach(), rtol=1e-12, atol=1e-12)


def test_sgd_goes_against_the_gradient() -> None:
    assert torch.equal(outer.sgd(torch.tensor([1.0, 2.0]), torch.tensor([1.0, -1.0]), 0.5), torch.tensor([0.5, 2.5]))


def test_clipping_shortens_each_long_gradient_and_leaves_short_ones() -> None:
    gradients = torch.tensor([[30.0, 40.0], [0.3, 0.4], [0.0, 0.0]])
    expected = torch.tensor([[6.0, 8.0], [0.3, 0.4], [0.0, 0.0]])
    torch.testing.assert_close(outer.clipped(gradients, 10.0), expected)


def test_forgotten_moments_start_anew_where_asked_only() -> None:
    start = normal(3, 2, 2)
    _, moments = outer.adam(start, normal(3, 2, 2, seed=1), 0.02, outer.fresh(start))
    forgotten = moments.forgotten((1, 0))
    assert not forgotten.first[1, 0].any()
    assert not forgotten.count[1, 0].any()
    assert torch.equal(forgotten.first[1, 1], moments.first[1, 1])
    assert torch.equal(forgotten.second[0], moments.second[0])
