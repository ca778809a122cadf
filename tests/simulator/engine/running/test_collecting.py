"""Garbage: full collections wait for the end of a run."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from metascope.simulator.engine.running.collecting import NEVER, collect, collect_between_runs


@pytest.fixture(autouse=True)
def own_thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_full_collections_are_left_out_and_the_small_ones_stay() -> None:
    young, middle, _ = gc.get_threshold()
    collect_between_runs()
    assert gc.get_threshold() == (young, middle, NEVER)


def test_what_a_run_leaves_behind_is_collected_when_asked() -> None:
    class Ring:
        kept = 0

        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            Ring.kept -= 1

    Ring.kept = 1
    ring = Ring()
    del ring
    collect()
    assert Ring.kept == 0
