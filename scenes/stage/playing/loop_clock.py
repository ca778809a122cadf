"""Times a loop over recorded frames: ticks at a given pace, and measures the pace it achieves."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from metascope.widgets.clock.cursor import Span

_WINDOW = 1.0  # seconds over which the achieved rate is measured


class LoopClock(QObject):
    """Ticks while it plays. It never catches up: if drawing takes longer than a tick, there are fewer ticks.

    Signals:
        ticked: the next frame is due.
    """

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pace: float | None = None
        self._shortest = 16  # ms
        self._stamps: deque[float] = deque(maxlen=200)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether the clock is running."""
        return self._timer.isActive()

    @property
    def rate(self) -> float | None:
        """Ticks per second, over the last second or the last two ticks; None before there are two."""
        if len(self._stamps) < 2:
            return None
        last = self._stamps[-1]
        first = next(place for place, stamp in enumerate(self._stamps) if last - stamp <= _WINDOW)
        first = min(first, len(self._stamps) - 2)
        return (len(self._stamps) - 1 - first) / max(last - self._stamps[first], 1e-6)

    def set_playing(self, playing: bool) -> None:
        """Start or stop the clock."""
        if playing == self.playing:
            return
        self._stamps.clear()
        if playing:
            self._timer.start(self._interval())
        else:
            self._timer.stop()

    def set_pace(self, pace: float | None) -> None:
        """Tick `pace` times per second; None: as fast as frames may be drawn."""
        if pace != self._pace:
            self._pace = pace
            self._stamps.clear()
            self._timer.setInterval(self._interval())

    def set_shortest(self, interval: int) -> None:
        """Leave at least `interval` milliseconds between two ticks."""
        if interval != self._shortest:
            self._shortest = interval
            self._timer.setInterval(self._interval())

    def _interval(self) -> int:
        return self._shortest if self._pace is None else max(round(1000 / self._pace), self._shortest)

    def _tick(self) -> None:
        self._stamps.append(time.perf_counter())
        self.ticked.emit()


def next_in_loop(steps: Sequence[int], position: int, bounds: Span) -> int:
    """Return the meta-step of the next frame in ascending `steps` after `position`; after the last, the first bound.

    Bounds are inclusive. The first bound stands for the frame shown there, which may be of an earlier meta-step.
    """
    first, last = bounds
    place = bisect_right(steps, position)
    return steps[place] if place < len(steps) and first <= steps[place] <= last else first
