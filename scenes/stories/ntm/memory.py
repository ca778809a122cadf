"""Computes what happened to the memory of a Neural Turing Machine at an inner step."""

from __future__ import annotations

import numpy as np

from metascope.scenes.views.memory_matrix import MemoryStep
from metascope.simulator.stories.ntm import lens
from metascope.simulator.stories.ntm.frame import NtmFrame

WRITTEN = 0.1  # write weight from which a row counts as written


def moment(frame: NtmFrame, memories: lens.Array, inner: int) -> MemoryStep:
    """Return the memory at this inner step, one of `memories` (T + 1, N, M), and the changes of its rows.

    After a person has disturbed the memory, it is the disturbed one, without the changes.
    """
    done = frame.disturbed
    if done is not None and inner >= done.before:
        memory = done.memory[inner - done.before].astype(np.float64)
        touched = tuple(row for row in (done.row, done.other) if row >= 0)
        nothing = np.zeros_like(memory)
        return MemoryStep(memory, inner, len(frame.outputs), nothing, nothing, touched, disturbed=True)
    memory = memories[inner]
    erased, added = np.zeros_like(memory), np.zeros_like(memory)
    if inner:
        step, writers = inner - 1, frame.heads.erase.shape[1]
        weighting = frame.weighting[step, :writers].astype(np.float64)  # (W, N)
        rows = np.flatnonzero(weighting.max(axis=0) > WRITTEN)
        kept = 1 - weighting[:, rows, None] * frame.heads.erase[step, :, None]  # (W, rows, M)
        erased[rows] = 1 - np.prod(kept, axis=0)
        added[rows] = weighting[:, rows].T @ frame.heads.add[step]
    return MemoryStep(memory, inner, len(frame.outputs), erased, added, disturbed=done is not None)
