"""How long a test waits for what is to happen, before it fails: so long that a busy machine never lets it fail."""

from __future__ import annotations

import time
from collections.abc import Callable

SECONDS = 120.0
LONGEST = round(1000 * SECONDS)  # the same in milliseconds, as Qt counts


def until(condition: Callable[[], bool], pause: float = 0.001) -> None:
    """Wait until `condition` holds, looking every `pause` seconds; fail where it does not in time."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(pause)


def effort(act: Callable[[], object]) -> float:
    """Return how much work `act` is, in hundred thousand additions: whatever the machine, and whatever else it does."""
    return min(_seconds(act) for _ in range(3)) / min(_seconds(_add) for _ in range(3))


def _seconds(act: Callable[[], object]) -> float:
    began = time.thread_time()
    act()
    return time.thread_time() - began


def _add() -> None:
    total = 0
    for number in range(100_000):
        total += number
