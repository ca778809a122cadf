"""The same mathematics written another way: losses by matrices, derivatives by autograd, one task at a time."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from metascope.simulator.tasks.landscapes import Bowls, Landscapes, Polynomials, Wells

Loss = Callable[[Tensor], Tensor]  # of one task: (d,) -> ()


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def normal(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=generator(seed), dtype=torch.float64)


def symmetric(*shape: int, seed: int = 0) -> Tensor:
    """Return positive definite matrices (..., d, d) with eigenvalues from 0.3 to about 1."""
    root = normal(*shape, seed=seed) * 0.4
    return root @ root.mT + 0.3 * torch.eye(shape[-1], dtype=torch.float64)


def bowls(tasks: int, dimension: int, seed: int = 0) -> tuple[Landscapes, list[Loss]]:
    curvature, centre = symmetric(tasks, dimension, dimension, seed=seed), normal(tasks, dimension, seed=seed + 1)
    offset = normal(tasks, seed=seed + 2)

    def loss(task: int) -> Loss:
        return lambda x: 0.5 * (x - centre[task]) @ curvature[task] @ (x - centre[task]) + offset[task]

    return Bowls(curvature, centre, offset), [loss(task) for task in range(tasks)]


def wells(tasks: int, dimension: int, seed: int = 0) -> tuple[Landscapes, list[Loss]]:
    curvature, centre = symmetric(tasks, dimension, dimension, seed=seed), normal(tasks, dimension, seed=seed + 1)
    offset, depth = normal(tasks, seed=seed + 2), 1 + normal(tasks, 3, seed=seed + 3).abs()
    at, precision = normal(tasks, 3, dimension, seed=seed + 4), symmetric(tasks, 3, dimension, dimension, seed=seed + 5)

    def loss(task: int) -> Loss:
        def value(x: Tensor) -> Tensor:
            total = 0.5 * (x - centre[task]) @ curvature[task] @ (x - centre[task]) + offset[task]
            for m in range(3):
                v = x - at[task, m]
                total = total - depth[task, m] * torch.exp(-0.5 * v @ precision[task, m] @ v)
            return total

        return value

    made = Wells(Bowls(curvature, centre, offset), depth, at, precision)
    return made, [loss(task) for task in range(tasks)]


def polynomials(tasks: int, dimension: int, seed: int = 0) -> tuple[Landscapes, list[Loss]]:
    assert dimension == 1
    coefficients, centre = normal(tasks, 5, seed=seed) * 0.2, normal(tasks, 1, seed=seed + 1)
    coefficients[:, 4] = 0.05

    def loss(task: int) -> Loss:
        return lambda x: sum((a * (x[0] - centre[task, 0]) ** n for n, a in enumerate(coefficients[task])), x[0] * 0)

    return Polynomials(coefficients, centre), [loss(task) for task in range(tasks)]


FAMILIES = [(polynomials, 1), (bowls, 1), (bowls, 2), (wells, 1), (wells, 2)]


def query_loss(loss: Loss, phi: Tensor, alpha: float, k: int, noise: Tensor | None = None) -> Tensor:
    """Return l_B(theta_k(phi)), differentiable through the whole path; noise (k + 1, d) is the minibatches' slopes."""
    theta = phi
    for j in range(k):
        support = loss(theta) if noise is None else loss(theta) + noise[j] @ theta
        (gradient,) = torch.autograd.grad(support, theta, create_graph=True)
        theta = theta - alpha * gradient
    return loss(theta) if noise is None else loss(theta) + noise[k] @ theta


def meta_gradient(loss: Loss, phi: Tensor, alpha: float, k: int, noise: Tensor | None = None) -> Tensor:
    """Return the exact meta-gradient (d,) by autograd."""
    phi = phi.clone().requires_grad_()
    return torch.autograd.grad(query_loss(loss, phi, alpha, k, noise), phi)[0]
