"""Calls kernels one after the other, in one call. Imports numba."""

from __future__ import annotations

from metascope.simulator.engine.compiling.writing import Addresses, Reals, Sizes, call, i8


def sequence(at: Addresses, n: Sizes, real: Reals) -> int:
    """Call kernels, whose `Call.tables` are given, until one returns something else than 0."""
    tables = i8(at[0], (n[0], 4))
    for i in range(n[0]):
        found: int = call(tables[i, 0], tables[i, 1], tables[i, 2], tables[i, 3])
        if found != 0:
            return found
    return 0
