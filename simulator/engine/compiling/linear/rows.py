"""What kernels do with rows and whole matrices beside products, in single precision."""

from __future__ import annotations

from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import F4, flat, piece

_ZERO = F4(0)


@piece
def repeat(row, rows):  # (n,) -> (m, n)
    """Write the same row into all rows."""
    for i in range(len(rows)):
        into = rows[i]
        for j in range(len(row)):
            into[j] = row[j]


@piece
def transpose(matrix, turned):  # (m, n) -> (n, m)
    """Write the transposed matrix; both lie in one piece."""
    rows, columns = matrix.shape
    turn(flat(matrix), 0, columns, flat(turned), 0, rows, rows, columns)


@piece
def clear(x):  # (n,)
    """Write zeros."""
    for i in range(len(x)):
        x[i] = _ZERO


@piece
def gather(rows, total):  # (m, n) -> (n,)
    """Write the sum of the rows."""
    clear(total)
    for i in range(len(rows)):
        row = rows[i]
        for j in range(len(total)):
            total[j] += row[j]


@piece
def dot(x, y):  # (n,), (n,) -> ()
    """Return the sum of products."""
    total = _ZERO
    for i in range(len(x)):
        total += x[i] * y[i]
    return total
