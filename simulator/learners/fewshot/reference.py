"""Implements the same methods one task at a time with autograd, to test the fast ones against."""

from __future__ import annotations

import torch
from torch import Tensor

from metascope.simulator.tasks.networks import Network

Points = tuple[Tensor, Tensor]  # inputs (N, d) and targets (N, o) of one task


def loss(network: Network, theta: Tensor, points: Points) -> Tensor:
    """Return the mean squared error () of the network with parameters theta (n,)."""
    return network.loss(theta.unsqueeze(0), points[0].unsqueeze(0), points[1].unsqueeze(0))[0]


def adapted(
    network: Network, phi: Tensor, rates: float | Tensor, support: Points, steps: int, *, first: bool
) -> Tensor:
    """Return theta_k(phi) (n,): theta_{j+1} = theta_j - rates * grad l_S(theta_j), k = `steps` times.

    Autograd can differentiate all of it or, with `first`, only the steps but not their gradients.
    """
    theta = phi
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(loss(network, theta, support), theta, create_graph=not first)
        theta = theta - rates * gradient
    return theta


def meta_gradient(
    network: Network, phi: Tensor, rates: Tensor, support: Points, query: Points, steps: int, *, first: bool = False
) -> tuple[Tensor, Tensor, Tensor]:
    """Return one task's query loss () after adapting, and its gradients for phi (n,) and the rates (n,).

    The gradient of MAML (Finn et al., 2017, algorithm 1), or with `first` its first-order approximation. Rates that are
    0 for all but the last layer make it ANIL's (Raghu et al., 2020); Meta-SGD (Li et al., 2017) uses both gradients.
    """
    phi, rates = phi.clone().requires_grad_(), rates.clone().requires_grad_()
    found = loss(network, adapted(network, phi, rates, support, steps, first=first), query)
    by_phi, by_rates = torch.autograd.grad(found, (phi, rates), materialize_grads=True)
    return found.detach(), by_phi, by_rates


def mean_meta_gradient(
    network: Network,
    phi: Tensor,
    rates: Tensor,
    support: Points,
    query: Points,
    steps: int,
    *,
    first: bool = False,
) -> tuple[Tensor, Tensor, Tensor]:
    """Return the means over tasks of the results of `meta_gradient`; the points have a leading axis T."""
    tasks = zip(zip(*support, strict=True), zip(*query, strict=True), strict=True)
    each = [meta_gradient(network, phi, rates, a, b, steps, first=first) for a, b in tasks]
    losses, by_phi, by_rates = (torch.stack(part).mean(0) for part in zip(*each, strict=True))
    return losses, by_phi, by_rates


def joint_gradient(network: Network, phi: Tensor, points: Points) -> tuple[Tensor, Tensor]:
    """Return the mean squared error () of all tasks' points together and its gradient (n,): pre-training.

    The points have a leading axis T.
    """
    phi = phi.clone().requires_grad_()
    found = loss(network, phi, (points[0].flatten(0, 1), points[1].flatten(0, 1)))
    return found.detach(), torch.autograd.grad(found, phi)[0]


def reptile(network: Network, phi: Tensor, rate: float, minibatches: list[Points], epsilon: float) -> Tensor:
    """Return phi + epsilon (theta_k - phi), (n,), where theta_k was trained on one task's k minibatches.

    Nichol, Achiam and Schulman, "On First-Order Meta-Learning Algorithms", 2018, algorithm 1.
    """
    theta = phi
    for points in minibatches:
        theta = adapted(network, theta.clone().requires_grad_(), rate, points, 1, first=True).detach()
    return phi + epsilon * (theta - phi)
