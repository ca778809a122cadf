"""Transposes matrices in single precision, a square of vectors at a time."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from metascope.simulator.engine.compiling.linear.products import LANES
from metascope.simulator.engine.compiling.writing import address_of, piece

_WORD = ir.IntType(64)


def _square(size: int) -> Any:
    """Return a function that transposes a square of numbers from the address `a` to `b`, rows so many bytes apart."""
    kind = ir.VectorType(ir.FloatType(), size)

    @intrinsic
    def square(typing_context: object, a: types.Type, a_row: types.Type, b: types.Type, b_row: types.Type) -> Any:
        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            a, a_row, b, b_row = arguments

            def place(start: Any, row: Any, i: int) -> Any:
                return builder.inttoptr(builder.add(start, builder.mul(row, _WORD(i))), kind.as_pointer())

            rows = [builder.load(place(a, a_row, i), align=4) for i in range(size)]
            for i, row in enumerate(_transposed(builder, rows)):
                builder.store(row, place(b, b_row, i), align=4)
            return context.get_dummy_value()

        return types.void(*[types.int64] * 4), generate

    return square


_whole_square, _half_square, _small_square = _square(LANES), _square(8), _square(4)


def _transposed(builder: Any, rows: list[Any]) -> list[Any]:
    """Return the columns of a square: blocks beside the diagonal change places, those of half the size, and so on."""
    size = len(rows) // 2
    while size:
        for i in [i for i in range(len(rows)) if not i & size]:
            above, below = rows[i], rows[i + size]
            order = range(len(rows))
            rows[i] = _mixed(builder, above, below, [j if not j & size else len(rows) + j - size for j in order])
            rows[i + size] = _mixed(builder, above, below, [j + size if not j & size else len(rows) + j for j in order])
        size //= 2
    return rows


def _mixed(builder: Any, one: Any, other: Any, order: list[int]) -> Any:
    return builder.shuffle_vector(one, other, ir.Constant(ir.VectorType(ir.IntType(32), len(order)), order))


@piece
def turn(a, a_at, a_row, b, b_at, b_row, rows, columns):
    """B (columns, rows) = A' of A (rows, columns), from elements `a_at` and `b_at` of arrays, whole rows apart."""
    there, here = address_of(a) + 4 * a_at, address_of(b) + 4 * b_at
    whole, wide = rows - rows % LANES, columns - columns % LANES
    some, broad = rows - rows % 8, columns - columns % 8
    low, narrow = rows - rows % 4, columns - columns % 4
    for i in range(0, whole, LANES):
        for j in range(0, wide, LANES):
            _whole_square(there + 4 * (i * a_row + j), 4 * a_row, here + 4 * (j * b_row + i), 4 * b_row)
    for i in range(0, some if LANES == 16 else 0, 8):
        for j in range(wide if i < whole else 0, broad, 8):
            _half_square(there + 4 * (i * a_row + j), 4 * a_row, here + 4 * (j * b_row + i), 4 * b_row)
    done, far = (some, broad) if LANES == 16 else (whole, wide)
    for i in range(0, low, 4):
        for j in range(far if i < done else 0, narrow, 4):
            _small_square(there + 4 * (i * a_row + j), 4 * a_row, here + 4 * (j * b_row + i), 4 * b_row)
    for i in range(rows):
        for j in range(narrow if i < low else 0, columns):
            b[b_at + j * b_row + i] = a[a_at + i * a_row + j]
