"""Moves Python's full garbage collections to the time between two runs."""

from __future__ import annotations

import gc

NEVER = 1_000_000  # collections of the middle generation: more than a run has


def collect_between_runs() -> None:
    """Disable full collections from now on: with torch and a long recording, one stops everything for 0.3 s.

    Short-lived garbage is still collected; what a run leaves behind is collected by `collect`.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)


def collect() -> None:
    """Run a full collection."""
    gc.collect()
