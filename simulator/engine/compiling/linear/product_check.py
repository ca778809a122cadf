"""Compares products of small matrices with numpy's."""

from __future__ import annotations

import ctypes

import numpy as np

from metascope.simulator.engine.compiling import loading

SIZES = (
    *((1, 1, 1), (1, 33, 7), (2, 16, 5), (3, 130, 20), (7, 48, 1), (8, 15, 64), (20, 100, 33), (37, 41, 128)),
    *((4, 9, 0), (2, 70, 161), (150, 29, 330), (16, 512, 3), (10, 40, 40), (3, 8, 5), (25, 72, 9)),
)


def check() -> None:
    """Raise an AssertionError if a product of small matrices, transposed or not, is not numpy's."""
    draws = np.random.default_rng(0)
    for rows, columns, inner in SIZES:
        a, b = (draws.standard_normal(shape, dtype=np.float32) for shape in ((rows, inner), (inner, columns)))
        before = draws.standard_normal((rows, columns + 3), dtype=np.float32)  # with a gap, which must stay
        for adds in (0, 1):
            for turned in (False, True):
                given = np.ascontiguousarray(a.T) if turned else a
                strides = (1, rows) if turned else (inner, 1)
                c = before.copy()
                multiplied(given, strides, b, c, adds)
                wanted = a.astype(float) @ b.astype(float) + adds * before[:, :columns]
                limit = 3e-6 * np.sqrt(inner) * max(1.0, float(np.abs(wanted).max()))
                assert np.abs(c[:, :columns] - wanted).max() <= limit, f"product {rows} x {inner} x {columns}"
                assert np.array_equal(c[:, columns:], before[:, columns:]), "a product wrote beside its place"


def multiplied(
    a: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
    strides: tuple[int, int],
    b: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
    c: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
    adds: int,
) -> None:
    """Compute C = A B, or C += A B, with the kernel; `strides` are A's, and C may have more columns than B."""
    code = loading.loaded("product", _unknown)
    function = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *[ctypes.c_int64] * 11)(code.address)
    result, failed = ctypes.c_int64(), ctypes.c_void_p()
    inner, columns = b.shape
    numbers = (a.ctypes.data, *strides, b.ctypes.data, columns, c.ctypes.data, c.shape[1], len(c), columns, inner, adds)
    function(ctypes.byref(result), ctypes.byref(failed), *numbers)


def _unknown() -> tuple[bytes, str]:
    raise LookupError("load the kernel first")
