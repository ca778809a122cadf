"""Checks that calls which are done in turn are all done, each with its own tables, up to one that fails."""

from __future__ import annotations

import ctypes

import numpy as np

from metascope.simulator.engine.compiling.kernel import SEQUENCE, Call

_KERNEL = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.POINTER(ctypes.c_int64), *[ctypes.c_void_p] * 4)


def check() -> None:
    """Raise an AssertionError if calls are left out, get other tables, or go on after one that fails."""
    seen = list[tuple[int | None, ...]]()

    def note(returned: ctypes._Pointer[ctypes.c_int64], _: object, at: int, sizes: int, reals: int) -> int:
        seen.append((at, sizes, reals))
        returned[0] = 5 if sizes == 8 else 0
        return 0

    noting = _KERNEL(note)  # as long as this is kept, there is code at its address
    address = ctypes.cast(noting, ctypes.c_void_p).value or 0
    for calls, wanted, found in (
        ([(1, 2, 3), (4, 5, 6), (1, 2, 3)], 3, 0),
        ([(1, 2, 3), (7, 8, 9), (4, 5, 6)], 2, 5),
        ([], 0, 0),
    ):
        seen.clear()
        tables = np.array([(address, *call) for call in calls], dtype=np.int64).reshape(-1, 4)
        assert Call(SEQUENCE, [(tables, tables.shape)], [len(calls)])() == found, "it returns what the last call did"
        assert seen == calls[:wanted], "each call is done once, in turn, with its tables"
