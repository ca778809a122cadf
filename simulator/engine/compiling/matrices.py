"""What kernels do with rows and whole matrices beside products, in single precision."""

from __future__ import annotations

from simulator.engine.compiling.writing import F4, piece

_ZERO = F4(0)


@piece
def repeat(row, rows):  # (n,) -> (m, n)
    """Write the same row into all rows."""
    for i in range(len(rows)):
        into = rows[i]
        for j in range(len(row)):
            into[j] = row[j]


@piece
def turn(matrix, turned):  # (m, n) -> (n, m)
    """Write the transposed matrix, in squares that stay in the cache."""
    for i0 in range(0, len(matrix), 16):
        for j0 in range(0, len(turned), 16):
            for j in range(j0, min(j0 + 16, len(turned))):
                out = turned[j]
                for i in range(i0, min(i0 + 16, len(matrix))):
                    out[i] = matrix[i, j]


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
