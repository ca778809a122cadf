"""Tells from the moments at which runs ended how fast a sweep goes, and how long the rest of it takes."""

from __future__ import annotations

import time
from collections import deque
from typing import final

RECENT = 200  # runs whose ends tell how fast it goes


@final
class Ends:
    """When the first run began, and when the last ones ended.

    Between two ends the time left falls by itself, since those under way are partly done; it rises where no run has
    ended for longer than all those that are known of took together.

        ends = Ends()
        ends.begin()    # the first run begins
        ends.add()      # one has ended, 2 s later
        ends.rate       # 0.5 runs per second
        ends.left(10)   # 20.0 seconds, and 19.0 a second later
    """

    def __init__(self) -> None:
        self._moments: deque[float] = deque(maxlen=RECENT)

    def begin(self) -> None:
        """Note that a run begins; only the first one counts."""
        if not self._moments:
            self._moments.append(time.monotonic())

    def add(self) -> None:
        """Note that a run has ended."""
        self._moments.append(time.monotonic())

    @property
    def rate(self) -> float | None:
        """How many runs end per second now; None until one has."""
        if len(self._moments) < 2:
            return None
        now = time.monotonic()
        spent = self._moments[-1] - self._moments[0]
        slower = now - self._moments[-1] > spent  # than ever before
        return (len(self._moments) - 1) / max(now - self._moments[0] if slower else spent, 1e-3)

    def left(self, count: int) -> float | None:
        """Return how many seconds `count` runs take that have not ended; None until one has."""
        rate = self.rate
        return None if rate is None else max(count / rate - (time.monotonic() - self._moments[-1]), 0.0)
