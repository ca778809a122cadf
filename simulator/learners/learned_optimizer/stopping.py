"""Decides when an optimizer is stopped on a problem because it diverged."""

from __future__ import annotations

import math

import torch
from torch import Tensor

LIMIT = 1e6  # a loss above this, or NaN, stops the problem's optimizer


def healthy(loss: Tensor, gradient: Tensor) -> bool:
    """Return quickly whether every loss and gradient is certainly within the limits; if not, ask `diverged`."""
    return float(loss.max()) <= LIMIT and math.isfinite(float(gradient.sum()))


def diverged(loss: Tensor, gradient: Tensor) -> Tensor:
    """Return which problems are beyond the limits, (..., B), from loss (..., B) and gradient (..., B, n)."""
    return ~((loss <= LIMIT) & gradient.isfinite().all(-1))  # a comparison with NaN is false


def good(stopped: Tensor, first: int, steps: int) -> Tensor:
    """Return at which of the K = `steps` updates after update `first` each problem was still running, (K, ..., B)."""
    t = torch.arange(first + 1, first + steps + 1, device=stopped.device).view(-1, *[1] * stopped.dim())
    return (stopped < 0) | (t < stopped)
