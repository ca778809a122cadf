"""Implements Reptile, which moves part of the way to the adapted parameters (Nichol, Achiam and Schulman, 2018)."""

from __future__ import annotations

import torch
from torch import Tensor


def direction(gradients: Tensor) -> Tensor:
    """Return (phi - theta_k) / alpha, (..., d), Reptile's update as if it were a gradient (section 3).

    It is the sum of the path's gradients (k, ..., d), and taken as such: alpha may be 0.
    """
    return gradients.sum(0)


def interpolated(phi: Tensor, theta: Tensor, epsilon: float) -> Tensor:
    """Return phi + epsilon * mean_i(theta_k^i - phi) (algorithm 2, the batched version).

    Args:
        phi: the start, (..., d).
        theta: theta_k of each task, (..., T, d).
        epsilon: the share of the way, 0 to 1.
    """
    return torch.lerp(phi, theta.mean(-2), epsilon)
