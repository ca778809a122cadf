"""A clock for tests of waiting, which goes on only while somebody waits."""

from __future__ import annotations


class Clock:
    """Stands in for the module `time` in a module under test."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []  # seconds, in order

    def monotonic(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        """Wait as long as allowed, for something that does not come."""
        self.waits.append(seconds)
        self.now += seconds
