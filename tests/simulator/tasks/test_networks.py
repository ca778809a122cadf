"""Fully connected networks on flat parameters, against torch.nn."""

from __future__ import annotations

from itertools import pairwise

import pytest
import torch
from torch import nn

from metascope.simulator.tasks.networks import Activation, Layout, Network
from tests.simulator.learners.reference import generator, normal

MODULES = {"sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "relu": nn.ReLU}


def module(sizes: tuple[int, ...], activation: Activation, theta: torch.Tensor) -> nn.Sequential:
    """Return torch's network of the same parameters."""
    pairs = [(nn.Linear(*pair), MODULES[activation]()) for pair in pairwise(sizes)]
    made = nn.Sequential(*[part for pair in pairs for part in pair][:-1]).double()
    nn.utils.vector_to_parameters(theta, made.parameters())
    return made


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
@pytest.mark.parametrize("sizes", [(5, 4, 3), (5, 3), (5, 4, 6, 3)])
def test_each_network_is_that_of_torch_with_its_parameters(sizes: tuple[int, ...], activation: Activation) -> None:
    network = Network(sizes, activation, "cross-entropy")
    theta, inputs = normal(2, network.layout.size), normal(2, 7, 5, seed=1)
    labels = torch.randint(3, (2, 7), generator=generator())
    for b in range(2):
        outputs = module(sizes, activation, theta[b])(inputs[b])
        torch.testing.assert_close(network.outputs(theta, inputs)[b], outputs.detach())
        loss = nn.functional.cross_entropy(outputs, labels[b])
        torch.testing.assert_close(network.loss(theta, inputs, labels)[b], loss.detach())


def test_squared_errors_are_averaged_over_examples_and_outputs() -> None:
    network = Network((2, 3), "tanh", "squares")
    theta, inputs, targets = normal(2, 9), normal(2, 5, 2, seed=1), normal(2, 5, 3, seed=2)
    for b in range(2):
        expected = nn.functional.mse_loss(network.outputs(theta, inputs)[b], targets[b])
        torch.testing.assert_close(network.loss(theta, inputs, targets)[b], expected)


def test_layers_are_views_in_the_order_of_the_groups() -> None:
    layout = Layout((3, 2, 4))
    theta = torch.arange(float(layout.size))
    assert [(g.name, g.start, g.stop) for g in layout.groups] == [
        ("W₁", 0, 6),
        ("b₁", 6, 8),
        ("W₂", 8, 16),
        ("b₂", 16, 20),
    ]
    (w1, b1), (w2, b2) = layout.layers(theta)
    assert [tuple(part.shape) for part in (w1, b1, w2, b2)] == [(2, 3), (2, 1), (4, 2), (4, 1)]
    b2.zero_()
    assert theta[16:].tolist() == [0, 0, 0, 0]


def test_names_of_more_than_nine_layers_have_two_figures() -> None:
    assert Layout((1,) * 12).groups[-1].name == "b₁₁"


@pytest.mark.parametrize(("activation", "gain"), [("tanh", 1.0), ("relu", 2.0)])
def test_scaled_starts_have_weights_by_fan_in_and_no_biases(activation: Activation, gain: float) -> None:
    network = Network((400, 50, 10), activation, "squares")
    start = network.start(4, "scaled", generator(), torch.float64)
    for weight, bias in network.layout.layers(start):
        assert float(weight.square().mean()) * weight.shape[-1] == pytest.approx(gain, rel=0.1)
        assert not bias.any()


def test_a_number_spreads_weights_and_biases_alike() -> None:
    network = Network((50, 40, 10), "sigmoid", "squares")
    start = network.start(20, 0.1, generator(), torch.float64)
    for part in (part for layer in network.layout.layers(start) for part in layer):
        assert float(part.std()) == pytest.approx(0.1, rel=0.15)


def test_gradient_stays_finite_where_a_softmax_is_certain() -> None:
    network = Network((2, 3), "relu", "cross-entropy")
    theta = 1e4 * torch.randn(4, 9, generator=generator())
    inputs, labels = torch.ones(4, 5, 2), torch.randint(3, (4, 5), generator=generator())
    loss, gradient = network.loss_and_gradient(theta, inputs, labels)
    assert loss.isfinite().all()
    assert gradient.isfinite().all()
