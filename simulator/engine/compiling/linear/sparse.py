"""Products with matrices most of whose numbers are 0, such as pictures with little ink, in single precision.

Of such a matrix the other numbers are listed, row by row: where each row's begin, their columns, and themselves.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.linear.lists import SHARE
from metascope.simulator.engine.compiling.linear.products import LANES, LISTED_WIDEST, listed_tiles
from metascope.simulator.engine.compiling.writing import F4, address_of, piece

_ZERO = F4(0)


@piece
def listed(matrix, starts, places, numbers):  # (m, n) -> (m + 1,), (r,), (r,)
    """List a matrix and return True, or return False where too many numbers are not 0."""
    found = 0
    for i in range(len(matrix)):
        row = matrix[i]
        for j in range(len(row)):
            found += 1 if row[j] != _ZERO else 0
    if found * SHARE > matrix.size:
        return False
    at = 0
    for i in range(len(matrix)):
        row, starts[i] = matrix[i], at
        for j in range(len(row)):
            places[at], numbers[at] = j, row[j]
            at += 1 if row[j] != _ZERO else 0
    starts[len(matrix)] = at
    return True


@piece
def times_listed(starts, places, numbers, b, c, adds):
    """C = A B, or C += A B where `adds` is 1, of a matrix A that is listed; rows of B and C lie side by side."""
    rows, columns = c.shape
    of_b, of_c = address_of(b), address_of(c)
    left = (columns + LANES - 1) // LANES  # vectors
    last = columns - (left - 1) * LANES  # lanes of the last one that count
    while left > 0:
        parts = (left + LISTED_WIDEST - 1) // LISTED_WIDEST
        vectors = (left + parts - 1) // parts
        left -= vectors
        for i in range(rows):
            listed_tiles(
                vectors,
                address_of(numbers) + 4 * starts[i],
                address_of(places) + 4 * starts[i],
                1,
                of_b,
                b.strides[0] // 4,
                of_c + i * c.strides[0],
                0,
                starts[i + 1] - starts[i],
                adds,
                last if left == 0 else LANES,
            )
        of_b += 4 * LANES * vectors
        of_c += 4 * LANES * vectors
