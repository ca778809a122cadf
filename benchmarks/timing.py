"""Times implementations in turn in one process, by processor time, which other work on the machine leaves alone."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.table import Row

Work = Callable[[], int]  # does some work, and returns how much


def repeated(call: Callable[[], object], amount: int = 1) -> Work:
    """Return a call as so much work."""

    def work() -> int:
        call()
        return amount

    return work


@dataclass(frozen=True)
class Rates:
    """Work per second of processor time of each implementation: one figure for each round."""

    of: Mapping[str, list[float]]

    def median(self, name: str) -> float:
        """Return the median of the rounds."""
        return statistics.median(self.of[name])

    def best(self, names: list[str]) -> str:
        """Return the fastest of these."""
        return max(names, key=self.median)

    def row(self, what: str, unit: str, ours: str, base: str, against: str = "", wanted: float | None = None) -> Row:
        """Return the row that compares two of them, by the ratio of each round."""
        ratios = [one / other for one, other in zip(self.of[ours], self.of[base], strict=True)]
        return Row(
            what,
            ours=self.median(ours),
            unit=unit,
            baseline=self.median(base),
            against=against or base,
            wanted=wanted,
            ratios=(min(ratios), statistics.median(ratios), max(ratios)),
        )


def in_turn(
    compared: Mapping[str, Work], rounds: int, seconds: float, clock: Callable[[], float] = time.thread_time
) -> Rates:
    """Return how fast each is.

    Args:
        compared: by name.
        rounds: in which each has its turn; one more comes before them, to warm up.
        seconds: of a turn, at least one call.
        clock: the calling thread's processor time, or that of the whole process where others do the work.
    """
    found: dict[str, list[float]] = {name: [] for name in compared}
    for turn in range(rounds + 1):
        for name, work in compared.items():
            done, passed, begun = 0, 0.0, clock()
            while not done or passed < (seconds if turn else 0.0):
                done += work()
                passed = clock() - begun
            if turn:
                found[name].append(done / passed)
    return Rates(found)
