"""Lays maps out in tiles of 4 × 4 outputs, and transforms rows of tiles and filters there and back. Imports numba.

Rows of pixels are laid so that columns 0, 4, 8… come first, then 1, 5, 9…: all tiles of a row, each of which sees 6 × 6
pixels, are transformed as one row of numbers. What is transformed is 36 matrices (tiles, C) and (C, O).

Letters: S pixels along an edge, N tiles along an edge, C channels given and O made.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.writing import cleared, copied, part, piece
from metascope.simulator.learners.embedding.kernel.transforms import (
    add_last_pixels,
    add_pixels,
    of_filters,
    of_outputs,
    of_pixels,
    to_filters,
    to_outputs,
)


@piece
def transform_filters(nine, halves, turned, at, n):
    """Write filters, of whose 9 numbers each is a row of n, transformed, (36, n), from number `at` on."""
    for j in range(3):  # halves are (6, 3, n)
        of_filters(
            part(nine, j * n, n),
            part(nine, (3 + j) * n, n),
            part(nine, (6 + j) * n, n),
            part(halves, j * n, n),
            part(halves, (3 + j) * n, n),
            part(halves, (6 + j) * n, n),
            part(halves, (9 + j) * n, n),
            part(halves, (12 + j) * n, n),
            part(halves, (15 + j) * n, n),
        )
    for i in range(6):
        of_filters(
            part(halves, 3 * i * n, n),
            part(halves, (3 * i + 1) * n, n),
            part(halves, (3 * i + 2) * n, n),
            part(turned, at + 6 * i * n, n),
            part(turned, at + (6 * i + 1) * n, n),
            part(turned, at + (6 * i + 2) * n, n),
            part(turned, at + (6 * i + 3) * n, n),
            part(turned, at + (6 * i + 4) * n, n),
            part(turned, at + (6 * i + 5) * n, n),
        )


@piece
def untransform_filters(turned, halves, nine, n):
    """Write derivatives by filters (9, n), of those by transformed ones (36, n)."""
    for i in range(6):
        to_filters(
            part(turned, 6 * i * n, n),
            part(turned, (6 * i + 1) * n, n),
            part(turned, (6 * i + 2) * n, n),
            part(turned, (6 * i + 3) * n, n),
            part(turned, (6 * i + 4) * n, n),
            part(turned, (6 * i + 5) * n, n),
            part(halves, 3 * i * n, n),
            part(halves, (3 * i + 1) * n, n),
            part(halves, (3 * i + 2) * n, n),
        )
    for j in range(3):
        to_filters(
            part(halves, j * n, n),
            part(halves, (3 + j) * n, n),
            part(halves, (6 + j) * n, n),
            part(halves, (9 + j) * n, n),
            part(halves, (12 + j) * n, n),
            part(halves, (15 + j) * n, n),
            part(nine, j * n, n),
            part(nine, (3 + j) * n, n),
            part(nine, (6 + j) * n, n),
        )


@piece
def lay(maps, first, apart, around, s, tiles, c):
    """Write a map (S, S, C) into what has zeros around it, (4 N + 2, 4, N + 1, C): columns by what remains of 4.

    Its pixels begin at number `first` of the array, and lie `apart` from each other.
    """
    width = tiles + 1
    for y in range(s):
        for x in range(s):
            place = ((y + 1) * 4 + (x + 1) % 4) * width + (x + 1) // 4
            copied(part(maps, first + (y * s + x) * apart, c), part(around, place * c, c))


@piece
def cut(around, maps, first, apart, s, tiles, c):
    """Write what `lay` has laid back into a map."""
    width = tiles + 1
    for y in range(s):
        for x in range(s):
            place = ((y + 1) * 4 + (x + 1) % 4) * width + (x + 1) // 4
            copied(part(around, place * c, c), part(maps, first + (y * s + x) * apart, c))


@piece
def transform_pixels(around, rows, seen, row, place, apart, tiles, c):
    """Write the 36 numbers of each tile of a row of tiles, `apart` from each other, from `place` on."""
    wide = 4 * (tiles + 1) * c
    top = 4 * row * wide
    of_pixels(
        part(around, top, wide),
        part(around, top + wide, wide),
        part(around, top + 2 * wide, wide),
        part(around, top + 3 * wide, wide),
        part(around, top + 4 * wide, wide),
        part(around, top + 5 * wide, wide),
        part(rows, 0, wide),
        part(rows, wide, wide),
        part(rows, 2 * wide, wide),
        part(rows, 3 * wide, wide),
        part(rows, 4 * wide, wide),
        part(rows, 5 * wide, wide),
    )
    size, phase = tiles * c, (tiles + 1) * c
    for i in range(6):
        left, to = i * wide, place + 6 * i * apart
        of_pixels(
            part(rows, left, size),
            part(rows, left + phase, size),
            part(rows, left + 2 * phase, size),
            part(rows, left + 3 * phase, size),
            part(rows, left + c, size),
            part(rows, left + phase + c, size),
            part(seen, to, size),
            part(seen, to + apart, size),
            part(seen, to + 2 * apart, size),
            part(seen, to + 3 * apart, size),
            part(seen, to + 4 * apart, size),
            part(seen, to + 5 * apart, size),
        )


@piece
def untransform_pixels(seen, rows, around, row, place, apart, tiles, c):
    """Add derivatives by the pixels that a row of tiles sees, of those by what these are transformed to."""
    wide, size, phase = 4 * (tiles + 1) * c, tiles * c, (tiles + 1) * c
    for i in range(6):
        left, of = i * wide, place + 6 * i * apart
        x0, x1, x2 = part(seen, of, size), part(seen, of + apart, size), part(seen, of + 2 * apart, size)
        x3, x4 = part(seen, of + 3 * apart, size), part(seen, of + 4 * apart, size)
        x5 = part(seen, of + 5 * apart, size)
        cleared(part(rows, left, wide))
        add_pixels(
            x0,
            x1,
            x2,
            x3,
            x4,
            x5,
            part(rows, left, size),
            part(rows, left + phase, size),
            part(rows, left + 2 * phase, size),
            part(rows, left + 3 * phase, size),
        )
        add_last_pixels(x0, x1, x2, x3, x4, x5, part(rows, left + c, size), part(rows, left + phase + c, size))
    x0, x1, x2 = part(rows, 0, wide), part(rows, wide, wide), part(rows, 2 * wide, wide)
    x3, x4, x5 = part(rows, 3 * wide, wide), part(rows, 4 * wide, wide), part(rows, 5 * wide, wide)
    top = 4 * row * wide
    add_pixels(
        x0,
        x1,
        x2,
        x3,
        x4,
        x5,
        part(around, top, wide),
        part(around, top + wide, wide),
        part(around, top + 2 * wide, wide),
        part(around, top + 3 * wide, wide),
    )
    add_last_pixels(x0, x1, x2, x3, x4, x5, part(around, top + 4 * wide, wide), part(around, top + 5 * wide, wide))


@piece
def untransform(made, rows, outputs, place, apart, tiles, o):
    """Write the outputs (4 rows, 4 columns, N, O) of a row of tiles."""
    size = tiles * o
    wide = 4 * size
    for i in range(6):
        left, of = i * wide, place + 6 * i * apart
        to_outputs(
            part(made, of, size),
            part(made, of + apart, size),
            part(made, of + 2 * apart, size),
            part(made, of + 3 * apart, size),
            part(made, of + 4 * apart, size),
            part(made, of + 5 * apart, size),
            part(rows, left, size),
            part(rows, left + size, size),
            part(rows, left + 2 * size, size),
            part(rows, left + 3 * size, size),
        )
    to_outputs(
        part(rows, 0, wide),
        part(rows, wide, wide),
        part(rows, 2 * wide, wide),
        part(rows, 3 * wide, wide),
        part(rows, 4 * wide, wide),
        part(rows, 5 * wide, wide),
        part(outputs, 0, wide),
        part(outputs, wide, wide),
        part(outputs, 2 * wide, wide),
        part(outputs, 3 * wide, wide),
    )


@piece
def transform_outputs(outputs, rows, made, place, apart, tiles, o):
    """Write the 36 numbers of each tile of a row of tiles, of derivatives by its outputs (4 rows, 4 columns, N, O)."""
    size = tiles * o
    wide = 4 * size
    of_outputs(
        part(outputs, 0, wide),
        part(outputs, wide, wide),
        part(outputs, 2 * wide, wide),
        part(outputs, 3 * wide, wide),
        part(rows, 0, wide),
        part(rows, wide, wide),
        part(rows, 2 * wide, wide),
        part(rows, 3 * wide, wide),
        part(rows, 4 * wide, wide),
        part(rows, 5 * wide, wide),
    )
    for i in range(6):
        left, to = i * wide, place + 6 * i * apart
        of_outputs(
            part(rows, left, size),
            part(rows, left + size, size),
            part(rows, left + 2 * size, size),
            part(rows, left + 3 * size, size),
            part(made, to, size),
            part(made, to + apart, size),
            part(made, to + 2 * apart, size),
            part(made, to + 3 * apart, size),
            part(made, to + 4 * apart, size),
            part(made, to + 5 * apart, size),
        )


@piece
def take(outputs, maps, first, apart, row, s, tiles, o):
    """Write a row of tiles' outputs into a map (S, S, O), laid out as `lay` says, but for those beyond its edges."""
    for y in range(4 * row, min(4 * row + 4, s)):
        for x in range(s):
            place = ((y - 4 * row) * 4 + x % 4) * tiles + x // 4
            copied(part(outputs, place * o, o), part(maps, first + (y * s + x) * apart, o))


@piece
def put(maps, first, apart, outputs, row, s, tiles, o):
    """Write what a row of tiles has of a map, and zeros beyond its edges."""
    cleared(outputs)
    for y in range(4 * row, min(4 * row + 4, s)):
        for x in range(s):
            place = ((y - 4 * row) * 4 + x % 4) * tiles + x // 4
            copied(part(maps, first + (y * s + x) * apart, o), part(outputs, place * o, o))
