"""Draws tasks of random pictures, and starts, in float64."""

from __future__ import annotations

import torch
from torch import Generator, Tensor, nn

from metascope.simulator.learners.picture_maml.networks import Convolutional, Network, Perceptron, Weights
from metascope.simulator.learners.picture_maml.plan import RATE, Examples, Kind, Plan, Tasks
from metascope.simulator.learners.picture_maml.reference import rates_of

CONVOLUTION, UNITS = Convolutional(8, 4, 2, 3), Perceptron(6, (5, 7), 3)
TWO_STEPS = Plan(steps=2, rate=0.3)


def generator(seed: int = 0) -> Generator:
    return torch.Generator().manual_seed(seed)


def drawn(network: Network, tasks: int = 2, shots: int = 2, queries: int = 3, seed: int = 0) -> Tasks:
    """Return tasks whose pictures are mostly paper."""
    shape = (tasks, network.ways, shots + queries, network.side, network.side)
    noise = torch.rand(shape, generator=generator(seed), dtype=torch.float64)
    pictures = torch.where(noise > 0.7, noise, 0.0)
    return Tasks.of_episodes(pictures[:, :, :shots], pictures[:, :, shots:])


def start(network: Network, kind: Kind = "maml", seed: int = 1) -> Weights:
    """Return weights away from their start, some scales negative, and Meta-SGD's rates."""
    draws = generator(seed)
    found = network.initial(draws, torch.float64)
    for name, weight in found.items():
        weight += 0.3 * torch.randn(weight.shape, generator=draws, dtype=weight.dtype)
        if name.endswith(".scale"):
            weight[::3] *= -1
    return found | rates_of(network, draws, found["head.bias"]) if kind == "meta_sgd" else found


def narrow(weights: Weights, tasks: Tasks) -> tuple[Weights, Tasks]:
    """Return both in single precision."""
    parts = (Examples(part.pictures.float(), part.labels) for part in (tasks.support, tasks.query))
    return {name: weight.float() for name, weight in weights.items()}, Tasks(*parts)


def flat(slopes: Weights) -> Tensor:
    return torch.cat([slopes[name].flatten() for name in slopes])


def rates_in(slopes: Weights) -> Weights:
    return {name.removeprefix(RATE): slope for name, slope in slopes.items() if name.startswith(RATE)}


def close(a: Tensor, b: Tensor, within: float = 1e-12) -> bool:
    return torch.allclose(a, b, rtol=0, atol=within)


def modules(network: Network, weights: Weights) -> nn.Sequential:
    """Return the network as torch's modules, whose parameters are these weights in their order."""
    layers: list[nn.Module] = []
    for name in network.names:
        if isinstance(network, Convolutional):
            filters, stride = weights[f"{name}.filters"], 2 if network.shrinking == "stride" else 1
            shape = filters.shape[1], filters.shape[0]
            layers += [nn.Conv2d(*shape, 3, stride, 1, bias=False), nn.BatchNorm2d(shape[1]), nn.ReLU()]
            layers += [nn.MaxPool2d(2)] if network.shrinking == "pool" else []
        else:
            units, given = weights[f"{name}.weights"].shape
            shape = given, units
            layers += [nn.Linear(*shape, bias=False), nn.BatchNorm1d(shape[1]), nn.ReLU()]
    flat_first = [] if isinstance(network, Convolutional) else [nn.Flatten()]
    found = nn.Sequential(*flat_first, *layers, nn.Flatten(), nn.Linear(network.features, network.ways)).double()
    with torch.no_grad():
        for parameter, weight in zip(found.parameters(), weights.values(), strict=True):
            parameter.copy_(weight)
    return found
