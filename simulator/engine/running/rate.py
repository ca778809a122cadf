"""Measures how many meta-steps per second a run has done lately."""

from __future__ import annotations

from typing import final

_WINDOW = 0.5  # seconds over which the achieved rate is measured


@final
class Rate:
    """Meta-steps per second over the last window; only the worker writes it."""

    def __init__(self) -> None:
        self.value = 0.0
        self._since = -1.0
        self._count = 0

    def count(self, now: float, done: int = 1) -> None:
        """Count the start of a step, before which `done` were done since the start that was counted before."""
        if self._since < 0.0:
            self._since = now
            return
        self._count += done
        if (passed := now - self._since) >= (_WINDOW if self.value else _WINDOW / 5):
            self.value = self._count / passed
            self._since, self._count = now, 0
