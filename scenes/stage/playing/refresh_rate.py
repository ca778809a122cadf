"""Decides how often a run is drawn, and how often what is told of it, by how long the thread that paints is busy."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import final

FASTEST, SLOWEST = 16, 33  # ms between two redraws
WATCHFUL, EAGER = 8, 4  # ms between two polls while nothing runs, and while the answer to a change is on its way
TELL_EVERY, TELL_SELDOM = 0.2, 0.5  # seconds between two updates of texts and curves while a run or a loop plays
SHARE = 0.1  # of the GUI thread's time for painting; above it, redraws become rarer
TELL_SHARE = 0.03  # of it for texts and curves; above it, these do


@final
class RefreshRate:
    """How often the picture is due, and the texts and curves beside it. Only the thread that paints uses it.

    telling = rate.tells(rush=running)
    ...  # draw, and tell if `telling`
    timer.setInterval(rate.interval(telling, running=running, eager=False))
    """

    def __init__(
        self, clock: Callable[[], float] = time.perf_counter, worked: Callable[[], float] = time.thread_time
    ) -> None:
        """Measure with a clock, and with one that counts the seconds that this thread has worked."""
        self._clock, self._worked = clock, worked
        self._due = 0.0  # when texts and curves are due again
        self._busy, self._told_before = worked(), False
        self._stamps: deque[float] = deque(maxlen=120)  # times of the last redraws

    @property
    def frames_per_second(self) -> float:
        """The number of redraws within the last second."""
        now = self._clock()
        return float(sum(now - stamp <= 1.0 for stamp in self._stamps))

    def count(self) -> None:
        """Count a redraw."""
        self._stamps.append(self._clock())

    def tell_next(self) -> None:
        """Let texts and curves be due with the next refresh."""
        self._due = 0.0

    def tells(self, rush: bool) -> bool:
        """Return whether texts and curves are updated now: always, unless frames `rush` by and they are not due."""
        now = self._clock()
        if rush and now < self._due:
            return False
        self._due = now + TELL_EVERY
        return True

    def interval(self, telling: bool, *, running: bool, eager: bool) -> int:
        """Return the ms until the next refresh, after one that did or did not update texts and curves.

        While the run is `running`, redraws are rarer if they take more than their share of the time, and so are texts
        and curves; `eager`: the answer to a change is on its way.
        """
        now = self._worked()
        cost, self._busy = (now - self._busy) * 1000, now
        if self._told_before:
            self._due += min(max(cost / 1000 / TELL_SHARE, TELL_EVERY), TELL_SELDOM) - TELL_EVERY
        self._told_before = telling
        if running:
            return min(max(int(cost / SHARE), FASTEST), SLOWEST)
        return EAGER if eager else WATCHFUL
