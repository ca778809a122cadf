"""Records the path of the starts, thinned so that it stays short in a long run."""

from __future__ import annotations

from typing import final

import numpy as np

from simulator.stories.landscapes.frame import Array

ROWS = 1024  # at most; more could not be seen


@final
class Trail:
    """Where phi was at earlier meta-steps, evenly thinned: at most `ROWS` rows of one shape.

    A row with NaN breaks the line where a person moved a start. Rows already shown are never written again, so
    that the views that `rows` returns share memory.

    Args:
        shape: of a row, (M, S, d).
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._buffer = np.empty((ROWS, *shape))
        self._count = 0
        self._stride = 1

    @property
    def stride(self) -> int:
        """Meta-steps between two rows."""
        return self._stride

    def rows(self) -> Array:
        """Return the history (n, M, S, d), oldest first, as a read-only view."""
        view = self._buffer[: self._count]
        view.flags.writeable = False
        return view

    def pass_by(self, step: int, phi: Array) -> None:
        """Record `phi` (M, S, d) of meta-step `step`, if it is one of those to keep."""
        if step % self._stride == 0:
            self._append(phi)

    def break_off(self, phi: Array, moved: Array) -> None:
        """Break the line at `phi` (M, S, d), from which a person moves the starts marked in `moved` (M, S)."""
        if self._count and np.isnan(self._buffer[self._count - 1][moved]).all():
            return
        self._append(phi)
        self._append(np.where(moved[..., None], np.nan, phi))

    def restore(self, rows: Array, stride: int) -> None:
        """Continue from these rows (n, M, S, d) and stride."""
        self._buffer = np.empty((ROWS, *rows.shape[1:]))
        self._buffer[: len(rows)] = rows
        self._count, self._stride = len(rows), stride

    def _append(self, row: Array) -> None:
        if self._count == ROWS:
            self._thin()
        self._buffer[self._count] = row
        self._count += 1

    def _thin(self) -> None:
        keep = np.arange(ROWS) % 2 == 0
        breaks = np.isnan(self._buffer).any(axis=(1, 2, 3))  # (n,)
        if breaks.sum() <= ROWS // 4:
            keep |= breaks
        self.restore(self._buffer[keep], 2 * self._stride)
