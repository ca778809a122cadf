"""Converts tensors into the read-only arrays of frames, with intervals of means, and the CPU tensors of states."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

Single = NDArray[np.float32]
_Kind = TypeVar("_Kind", bound=np.generic)
NORMAL = 1.96  # standard deviations on either side that hold 95 % of a normal distribution


def single(values: Tensor) -> Single:
    """Return a read-only copy in single precision, of a tensor on any device."""
    return frozen(values.detach().cpu().numpy().astype(np.float32, copy=True))


def finite(values: Tensor) -> Tensor:
    """Return the values, NaN in place of infinite ones."""
    return values.where(values.isfinite(), math.nan)


def finite_single(values: Tensor) -> Single:
    """Return a read-only copy in single precision, NaN in place of infinite values."""
    return single(finite(values))


def half_interval(values: Tensor, axis: int = -1) -> Tensor:
    """Return half the width of the 95 % confidence interval of means over an axis of values; NaN for one value."""
    half: Tensor = NORMAL * values.std(axis) / values.shape[axis] ** 0.5
    return half


def copied(values: Tensor) -> Tensor:
    """Return a copy on the CPU, so that states and weights do not depend on the device."""
    return values.detach().to("cpu", copy=True)


def frozen(values: NDArray[_Kind]) -> NDArray[_Kind]:
    """Make the array read-only and return it."""
    values.flags.writeable = False
    return values
