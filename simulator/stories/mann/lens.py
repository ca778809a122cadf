"""Computes the memory, and which earlier writings each reading contains, from a frame, in plain numpy.

The same equations as in `simulator/learners/mann/memory.py`, against which they are tested; they need no torch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from metascope.simulator.stories.mann.frame import MannFrame

Array = NDArray[np.float64]
BEGINNING = 1e-6  # initial value of every number in memory


def memories(frame: MannFrame) -> Array:
    """Return the memory before the first time step and after each, (T + 1, N, M)."""
    heads = frame.heads
    writes, adds = heads.write_weights.astype(np.float64), heads.add.astype(np.float64)  # (T, H, N), (T, H, M)
    found = np.empty((len(writes) + 1, writes.shape[2], adds.shape[2]))
    found[0] = BEGINNING
    for t, least in enumerate(heads.least_used[:, 0]):
        found[t + 1] = found[t]
        found[t + 1, least] = 0
        found[t + 1] += writes[t].T @ adds[t]
    return found


def sources(frame: MannFrame) -> Array:
    """Return what share of each reading comes from each writing, (T, H, T): [t, h, s] of head h at t from time step s.

    A reading is a sum over rows of w^r(i) M(i), and M(i) a sum of w^w_s(i) a_s over the heads and over the time steps s
    since the row was last erased: so it is a sum over s, and a share is the weight sum of i, w^r_t(i) w^w_s(i), where
    all shares of a reading sum to 1. It is 0 for s > t, and a row of zeros where nothing that was written is read.
    """
    heads = frame.heads
    steps, _, rows = heads.write_weights.shape
    written = np.zeros((steps, rows))  # weight of time step s in row i, as far as it is not erased
    found = np.zeros((steps, heads.read_weights.shape[1], steps))
    for t, least in enumerate(heads.least_used[:, 0]):
        written[:, least] = 0
        written[t] = heads.write_weights[t].sum(0)
        found[t] = heads.read_weights[t] @ written.T
    total = found.sum(-1, keepdims=True)
    shares: Array = np.divide(found, total, out=np.zeros_like(found), where=total > 0)
    return shares
