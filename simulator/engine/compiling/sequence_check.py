"""Checks that calls which are done in turn are all done."""

from __future__ import annotations

import numpy as np

from simulator.engine.compiling.kernel import SEQUENCE, Call, InTurn


def check() -> None:
    """Raise an AssertionError if calls of nothing, in turn, fail."""
    nothing = [Call(SEQUENCE, [(np.zeros((0, 4), np.int64), (0, 4))], [0]) for _ in range(3)]
    assert InTurn(nothing)() == 0, "they do nothing that can fail"
