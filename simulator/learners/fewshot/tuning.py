"""Tunes the rate with which a start adapts on validation waves, because an untuned rival would be unfair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from metascope.simulator.engine.computing import Engine
from metascope.simulator.learners.fewshot.adapting import errors
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import Waves

GRID = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)


@dataclass(frozen=True)
class Tuned:
    """The result of a grid search for M starts and R rates."""

    rates: Tensor  # (R,) ascending
    error: Tensor  # (M, R) mean squared error after the last step, over the waves; infinite if one diverged
    best: Tensor  # (M,) each start's best rate


@torch.no_grad()
def tune(
    network: Network,
    phi: Tensor,
    support: Waves,
    query: Waves,
    steps: int,
    grid: Sequence[float] = GRID,
    engine: Engine = "reference",
) -> Tuned:
    """Find the rate of `grid` with which each start (M, n) adapts best to validation waves in `steps` steps."""
    m, r = len(phi), len(grid)
    rates = torch.tensor(grid, device=phi.device, dtype=phi.dtype)
    each = phi.repeat_interleave(r, 0), rates.repeat(m)
    last = errors(network, *each, support, query, steps, engine)[-1].mean(-1).view(m, r)
    error = last.nan_to_num(torch.inf, torch.inf)
    return Tuned(rates, error, rates[error.argmin(-1)])
