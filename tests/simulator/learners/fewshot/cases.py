"""Small networks, starts and tasks to compare the fast learners with the plain ones."""

from __future__ import annotations

import torch
from torch import Tensor

from metascope.simulator.learners.fewshot import reference
from metascope.simulator.tasks.networks import Activation, Network

Given = tuple[Tensor, Tensor]
SIZES = [(1, 1), (1, 7, 1), (1, 6, 6, 1), (2, 5, 2, 6, 2)]


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def network(sizes: tuple[int, ...] = (1, 8, 6, 1), activation: Activation = "tanh") -> Network:
    return Network(sizes, activation, "squares")


def begun(of: Network, seed: int = 0) -> Tensor:
    """Return a start (n,) in double precision, biases too."""
    return torch.randn(of.layout.size, generator=generator(seed), dtype=torch.float64) * 0.5


def tasks(of: Network, count: int, points: int, seed: int = 1) -> Given:
    """Return inputs (T, N, d) and targets (T, N, o)."""
    d, *_, o = of.layout.sizes
    both = torch.randn(count, points, d + o, generator=generator(seed), dtype=torch.float64)
    return both[..., :d], both[..., d:]


def gradient(of: Network, theta: Tensor, points: Given) -> Tensor:
    """Return the gradient (n,) of the mean squared error of one task, (N, d) and (N, o)."""
    return reference.joint_gradient(of, theta, (points[0].unsqueeze(0), points[1].unsqueeze(0)))[1]


def hessian(of: Network, theta: Tensor, points: Given) -> Tensor:
    """Return the Hessian (n, n) of the mean squared error of one task."""
    theta = theta.clone().requires_grad_()
    (slope,) = torch.autograd.grad(reference.loss(of, theta, points), theta, create_graph=True)
    return torch.stack([torch.autograd.grad(part, theta, retain_graph=True)[0] for part in slope])


def close(found: Tensor, expected: Tensor, within: float = 1e-9) -> bool:
    """Return whether the largest difference is small beside the largest number."""
    return float((found - expected).abs().max()) <= within * max(1e-3, float(expected.abs().max()))
