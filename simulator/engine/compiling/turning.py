"""Transposes matrices in single precision, a square of vectors at a time."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from simulator.engine.compiling.products import LANES
from simulator.engine.compiling.writing import address_of, piece

_WORD, _VECTOR = ir.IntType(64), ir.VectorType(ir.FloatType(), LANES)


@intrinsic
def _square(typing_context: object, a: types.Type, a_row: types.Type, b: types.Type, b_row: types.Type) -> Any:
    """Transpose LANES x LANES numbers from the address `a` to `b`; rows lie `a_row` and `b_row` bytes apart."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        a, a_row, b, b_row = arguments

        def place(start: Any, row: Any, i: int) -> Any:
            return builder.inttoptr(builder.add(start, builder.mul(row, _WORD(i))), _VECTOR.as_pointer())

        rows = [builder.load(place(a, a_row, i), align=4) for i in range(LANES)]
        for i, row in enumerate(_transposed(builder, rows)):
            builder.store(row, place(b, b_row, i), align=4)
        return context.get_dummy_value()

    return types.void(*[types.int64] * 4), generate


def _transposed(builder: Any, rows: list[Any]) -> list[Any]:
    """Return the columns of a square: blocks beside the diagonal change places, those of half the size, and so on."""
    size = LANES // 2
    while size:
        for i in [i for i in range(LANES) if not i & size]:
            above, below = rows[i], rows[i + size]
            lanes = range(LANES)
            rows[i] = _mixed(builder, above, below, [j if not j & size else LANES + j - size for j in lanes])
            rows[i + size] = _mixed(builder, above, below, [j + size if not j & size else LANES + j for j in lanes])
        size //= 2
    return rows


def _mixed(builder: Any, one: Any, other: Any, order: list[int]) -> Any:
    mask = ir.Constant(ir.VectorType(ir.IntType(32), LANES), order)
    return builder.shuffle_vector(one, other, mask)


@piece
def turn(a, a_at, a_row, b, b_at, b_row, rows, columns):
    """B (columns, rows) = A' of A (rows, columns), from elements `a_at` and `b_at` of arrays, whole rows apart."""
    there, here = address_of(a) + 4 * a_at, address_of(b) + 4 * b_at
    whole, wide = rows - rows % LANES, columns - columns % LANES
    for i in range(0, whole, LANES):
        for j in range(0, wide, LANES):
            _square(there + 4 * (i * a_row + j), 4 * a_row, here + 4 * (j * b_row + i), 4 * b_row)
    for i in range(rows):
        for j in range(wide if i < whole else 0, columns):
            b[b_at + j * b_row + i] = a[a_at + i * a_row + j]
