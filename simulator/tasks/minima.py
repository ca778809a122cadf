"""Finds the minima of losses in closed form: a grid finds the basin, Newton's method its bottom."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import torch
from torch import Tensor

GRID = {1: 201, 2: 41}  # points per axis, by dimension; finer than a quarter of the families' narrowest well
_NEWTON_STEPS = 5  # this close, the number of correct digits doubles at each step


class Smooth(Protocol):
    """The losses of T tasks in d dimensions, with their derivatives, at points (..., T, d)."""

    def loss(self, points: Tensor) -> Tensor:
        """Return each task's loss, (..., T)."""

    def gradient(self, points: Tensor) -> Tensor:
        """Return each task's gradient, (..., T, d)."""

    def hessian(self, points: Tensor) -> Tensor:
        """Return each task's Hessian, (..., T, d, d)."""


def lowest_root(coefficients: Tensor) -> Tensor:
    """Return the minimum of each polynomial, coefficients (T, n + 1) with the constant first: (T, 1)."""
    lowest = []
    for row in coefficients.numpy():
        polynomial = np.polynomial.Polynomial(row).trim()
        roots = polynomial.deriv().roots()
        stationary = roots[np.abs(roots.imag) < 1e-6].real
        lowest.append(stationary[np.argmin(polynomial(stationary))])
    return torch.tensor(lowest, dtype=torch.float64).unsqueeze(-1)


def lowest_of(losses: Smooth, low: Tensor, high: Tensor) -> Tensor:
    """Return each task's lowest point (T, d) within its box from `low` to `high`, both (T, d), up to rounding."""
    share = torch.linspace(0, 1, GRID[low.shape[1]], dtype=torch.float64)
    shares = torch.cartesian_prod(*[share] * low.shape[1]).reshape(-1, 1, low.shape[1])  # (P, 1, d)
    grid = low + shares * (high - low)  # (P, T, d)
    best = losses.loss(grid).argmin(0)  # (T,)
    return _descended(losses, grid[best, torch.arange(len(low))])


def _descended(losses: Smooth, x: Tensor) -> Tensor:
    """Return the bottoms of the basins around `x` (T, d), by Newton steps that never climb."""
    loss = losses.loss(x)
    for _ in range(_NEWTON_STEPS):
        tried = x - _newton(losses.gradient(x), losses.hessian(x))
        reached = losses.loss(tried)
        x = torch.where((reached <= loss).unsqueeze(-1), tried, x)
        loss = torch.minimum(reached, loss)
    return x


def _newton(gradient: Tensor, hessian: Tensor) -> Tensor:
    """Return Newton's step (T, d), or 0 where a Hessian (T, d, d) is not positive definite."""
    if gradient.shape[-1] == 1:
        curvature = hessian[..., 0]
        return torch.where(curvature > 0, gradient / curvature, 0.0)
    a, b, c = hessian[..., 0, 0], hessian[..., 0, 1], hessian[..., 1, 1]
    determinant = a * c - b * b
    solved = torch.stack([c * gradient[..., 0] - b * gradient[..., 1], a * gradient[..., 1] - b * gradient[..., 0]], -1)
    good = ((determinant > 0) & (a > 0)).unsqueeze(-1)
    return torch.where(good, solved / determinant.unsqueeze(-1), 0.0)
