"""Makes room for the lists in which kernels keep matrices most of whose numbers are 0. Light: see `sparse`."""

from __future__ import annotations

import torch
from torch import Tensor

SHARE = 3  # lists are worth while where at most one of so many numbers is not 0
_BEYOND = 16  # places after the last of a list, which are read but do not count


def lists(rows: int, columns: int) -> list[Tensor]:
    """Return room for a matrix or its transpose: where rows begin, columns and numbers."""
    longest = rows * columns // SHARE + _BEYOND
    starts = torch.zeros(max(rows, columns) + 1, dtype=torch.long)
    return [starts, torch.zeros(longest, dtype=torch.int32), torch.zeros(longest)]
