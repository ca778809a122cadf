"""Gives the confidence intervals of means that the program shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

NORMAL = 1.96  # standard deviations on either side that hold 95 % of a normal distribution


def half_interval(values: Tensor, axis: int = -1) -> Tensor:
    """Return half the width of the 95 % confidence interval of means over an axis of values; NaN for one value."""
    half: Tensor = NORMAL * values.std(axis) / values.shape[axis] ** 0.5
    return half
