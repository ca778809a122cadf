"""Adapts starts to tasks by k steps of gradient descent, and keeps the whole path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.tasks.landscapes import Coordinates, Landscapes


@dataclass(frozen=True)
class Path:
    """An inner path: its points, and the gradients along it."""

    theta: Tensor  # (k + 1, ..., T, d); theta[0] is phi
    gradients: Tensor  # (k, ..., T, d); g_1 .. g_k, with their noise


def adapt(landscapes: Landscapes, phi: Tensor, alpha: float, k: int, noise: Tensor | None = None) -> Path:
    """Return the path theta_{j+1} = theta_j - alpha g_{j+1} of k steps (MAML, algorithm 1, line 6; Reptile's U^k).

    Args:
        landscapes: T tasks in d dimensions.
        phi: the start for each task, (..., T, d).
        alpha: the inner learning rate.
        k: the number of steps.
        noise: what a minibatch adds to the task's gradient at each step, (k or more, ..., T, d); none: full batches.
    """
    theta, gradients = [phi.unbind(-1)], []
    for j in range(k):
        g: Coordinates = landscapes.slopes(theta[j])
        if noise is not None:
            g = [slope + extra for slope, extra in zip(g, noise[j].unbind(-1), strict=True)]
        theta.append(descend(theta[j], g, alpha))
        gradients.append(g)
    return Path(_joined(theta, phi), _joined(gradients, phi))


def adapted(landscapes: Landscapes, phi: Coordinates, alpha: float, k: int) -> Coordinates:
    """Return the end theta_k of the path without noise; `phi` and the result are d coordinates (..., T)."""
    for _ in range(k):
        phi = descend(phi, landscapes.slopes(phi), alpha)
    return phi


def descend(theta: Coordinates, gradient: Coordinates, alpha: float) -> tuple[Tensor, ...]:
    """Return theta - alpha * gradient, all as d coordinates."""
    return tuple(torch.sub(x, g, alpha=alpha) for x, g in zip(theta, gradient, strict=True))


def _joined(steps: Sequence[Coordinates], like: Tensor) -> Tensor:
    """Return n steps of d coordinates (..., T) as one tensor (n, ..., T, d)."""
    if not steps:
        return like.new_empty((0, *like.shape))
    joined = torch.stack([coordinate for step in steps for coordinate in step])  # (n * d, ..., T)
    return joined.view(len(steps), like.shape[-1], *like.shape[:-1]).movedim(1, -1).contiguous()
