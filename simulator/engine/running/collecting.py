"""When Python looks through all objects for unreachable ones: between two runs, not in the middle of one."""

from __future__ import annotations

import gc

NEVER = 1_000_000  # collections of the middle generation: more than a run has


def collect_between_runs() -> None:
    """Leave out full collections from now on: beside torch and a long recording one stops everything for 0.3 s.

    What becomes unreachable at once or soon is still collected; what a run leaves behind, by `collect`.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)


def collect() -> None:
    """Collect everything that is unreachable."""
    gc.collect()
