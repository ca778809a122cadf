"""Matrices are transposed in squares of several sizes, and the rest number by number."""

from __future__ import annotations

import numpy as np

SIZES = ((1, 1), (3, 5), (4, 4), (8, 8), (12, 16), (16, 12), (17, 33), (24, 40), (40, 40), (37, 61))


def test_transposes_are_numpys_and_nothing_beside_them_is_written() -> None:
    from metascope.simulator.engine.compiling.linear.turning import turn  # compiles

    draws = np.random.default_rng(0)
    for rows, columns in SIZES:
        a = draws.standard_normal((rows, columns + 2), dtype=np.float32)
        b = np.full((columns, rows + 3), 7, dtype=np.float32)
        turn(a.reshape(-1), 0, columns + 2, b.reshape(-1), 0, rows + 3, rows, columns)
        np.testing.assert_array_equal(b[:, :rows], a[:, :columns].T, f"{rows} x {columns}")
        assert (b[:, rows:] == 7).all(), f"{rows} x {columns}"
