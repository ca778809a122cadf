"""Computes what happened to the memory of the network at an inner step."""

from __future__ import annotations

import numpy as np

from metascope.scenes.views.memory_matrix import MemoryStep
from metascope.simulator.stories.mann import lens
from metascope.simulator.stories.mann.frame import MannFrame

WRITTEN = 0.1  # write weight from which a row counts as written


def moment(frame: MannFrame, memories: lens.Array, inner: int) -> MemoryStep:
    """Return the memory at this inner step, one of `memories` (T + 1, N, M), and the changes of its rows.

    After a person has disturbed the memory, it is the disturbed one, without the changes.
    """
    done = frame.disturbed
    if done is not None and inner >= done.before:
        memory = done.memory[inner - done.before].astype(np.float64)
        touched = tuple(row for row in (done.row, done.other) if row >= 0)
        nothing = np.zeros_like(memory)
        return MemoryStep(memory, inner, len(frame.answers), nothing, nothing, touched, disturbed=True)
    memory = memories[inner]
    erased, added = np.zeros_like(memory), np.zeros_like(memory)
    if inner:
        heads, step = frame.heads, inner - 1
        erased[heads.least_used[step, 0]] = 1
        weights = heads.write_weights[step].astype(np.float64)  # (H, N)
        rows = np.flatnonzero(weights.max(axis=0) > WRITTEN)
        added[rows] = weights[:, rows].T @ heads.add[step]
    return MemoryStep(memory, inner, len(frame.answers), erased, added, disturbed=done is not None)
