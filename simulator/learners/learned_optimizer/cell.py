"""Implements the LSTM cell (Hochreiter and Schmidhuber, 1997, with forget gates) for coordinates that share weights."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Generator, Tensor


@dataclass(frozen=True)
class Step:
    """The result of one step of the cell. Axes: H units, N coordinates."""

    hidden: Tensor  # h, (H, N)
    cell: Tensor  # c, (H, N)


def step(weight: Tensor, x: Tensor, hidden: Tensor, cell: Tensor) -> Step:
    """Return the cell's next state.

    (z^i, z^f, z^o) = sigma(W [x; h; 1]),  z = tanh(W [x; h; 1]),  c' = z^f c + z^i z,  h' = z^o tanh(c').

    Args:
        weight: W (4H, X + H + 1): H rows each of the input, forget and output gate and of z; biases last.
        x: (X, N).
        hidden: h of the previous step, (H, N).
        cell: c of the previous step, (H, N).
    """
    rows = weight @ torch.cat([x, hidden, torch.ones_like(hidden[:1])])  # (4H, N)
    z_i, z_f, z_o, z = rows.chunk(4)  # (H, N) each
    after = z_f.sigmoid() * cell + z_i.sigmoid() * z.tanh()
    return Step(z_o.sigmoid() * after.tanh(), after)


def initial(inputs: int, units: int, generator: Generator, dtype: torch.dtype) -> Tensor:
    """Return weights (4H, X + H + 1) drawn from U(-1 / sqrt H, 1 / sqrt H), as is usual."""
    widest = 1 / math.sqrt(units)
    drawn = torch.rand(4 * units, inputs + units + 1, generator=generator, dtype=dtype)
    return drawn.mul_(2 * widest).sub_(widest)
