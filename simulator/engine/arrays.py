"""Arrays as frames hold them, read-only and in single precision; tensors as states hold them, on the CPU."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

Single = NDArray[np.float32]
_Kind = TypeVar("_Kind", bound=np.generic)


def single(values: Tensor) -> Single:
    """Return a read-only copy in single precision, of a tensor on any device."""
    return frozen(values.detach().cpu().numpy().astype(np.float32, copy=True))


def copied(values: Tensor) -> Tensor:
    """Return a copy on the CPU: states and weights mean the same on every machine."""
    return values.detach().to("cpu", copy=True)


def frozen(values: NDArray[_Kind]) -> NDArray[_Kind]:
    """Return the array, which nobody can write to any more."""
    values.flags.writeable = False
    return values
