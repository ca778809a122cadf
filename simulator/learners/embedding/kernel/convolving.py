"""Convolves maps with filters of 3 × 3, and goes back, by Winograd's way. Imports numba.

A picture is cut into tiles of 4 × 4 outputs, each of which sees 6 × 6 pixels; what is transformed of a few pictures
remains in the nearest caches while 36 products of matrices (tiles, C) (C, O) are taken. Rows of pixels are laid so that
columns 0, 4, 8… come first, then 1, 5, 9…: all tiles of a row are transformed as one row of numbers.

Letters: M maps, S pixels along an edge, N tiles along an edge, C channels given and O made, P maps together, T their
tiles.
"""

from __future__ import annotations

import math

from simulator.engine.compiling.linear.products import multiply
from simulator.engine.compiling.linear.rows import dot
from simulator.engine.compiling.linear.turning import turn
from simulator.engine.compiling.writing import F4, Addresses, Reals, Sizes, cleared, copied, f4, part, piece
from simulator.learners.embedding.kernel.transforms import (
    add_last_pixels,
    add_pixels,
    of_filters,
    of_outputs,
    of_pixels,
    to_filters,
    to_outputs,
)


def convolving(at: Addresses, n: Sizes, real: Reals) -> int:
    """Convolve, or go back where the first size says so."""
    if n[0]:
        _back(at, n, real[0])
    else:
        _convolve(at, n, real[0])
    return 0


@piece
def _convolve(at, n, eps):
    """Write z = maps * (factors · filters); if wanted, what maps and filters are transformed to is kept for `_back`.

    Factors have the signs of the scales, and where normalization is fixed all that it multiplies by.
    """
    m, s, c, o, each, keeps, own = n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    tiles = (s + 3) // 4
    together = each * tiles * tiles
    product = at[0]
    maps = f4(at[1], (m * s * s * c,))
    filters, scales, variances = f4(at[2], (o * c * 9,)), f4(at[3], (o,)), f4(at[4], (o,))
    factors, z = f4(at[5], (o,)), f4(at[6], (m * s * s * o,))
    seen = f4(at[7], (((m + each - 1) // each if keeps else 1) * 36 * together * c,))
    turned = f4(at[8], (36 * o * c,))
    u = f4(at[9], (36 * c * o,))
    nine, halves = f4(at[10], (9 * o * c,)), f4(at[11], (18 * o * c,))
    around = f4(at[12], ((4 * tiles + 2) * 4 * (tiles + 1) * c,))
    rows = f4(at[13], (6 * 4 * (tiles + 1) * max(c, o),))
    made = f4(at[14], (36 * together * o,))
    outputs = f4(at[15], (16 * tiles * o,))
    for i in range(o):
        if own:
            factors[i] = F4((scales[i] > 0) - (scales[i] < 0))
        else:
            factors[i] = scales[i] * F4(1 / math.sqrt(variances[i] + eps))
    _transform_filters(filters, factors, nine, halves, turned, o, c)
    for k in range(36):
        turn(turned, k * o * c, c, u, k * o * c, o, o, c)
    begin = 0
    while begin < m:
        count = min(each, m - begin)
        first = begin // each * 36 * together * c if keeps else 0
        for picture in range(count):
            _lay(part(maps, (begin + picture) * s * s * c, s * s * c), around, s, tiles, c)
            for row in range(tiles):
                place = first + (picture * tiles + row) * tiles * c
                _transform_pixels(around, rows, seen, row, place, together * c, tiles, c)
        t = count * tiles * tiles
        for k in range(36):
            multiply(
                product, seen, first + k * together * c, c, 1, u, k * c * o, o, made, k * together * o, o, t, o, c, 0
            )
        for picture in range(count):
            of_picture = part(z, (begin + picture) * s * s * o, s * s * o)
            for row in range(tiles):
                place = (picture * tiles + row) * tiles * o
                _untransform(made, rows, outputs, place, together * o, tiles, o)
                _take(outputs, of_picture, row, s, tiles, o)
        begin += count


@piece
def _back(at, n, eps):
    """Write derivatives by filters and, if wanted, by maps, of those by z; those by scales are completed.

    These are derivatives by their sizes, from what follows; where normalization is fixed it is the filters that have
    the scales, and the shifts, by which derivatives are given.
    """
    m, s, c, o, each, wanted, own = n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    tiles = (s + 3) // 4
    together = each * tiles * tiles
    product = at[0]
    by_z = f4(at[1], (m * s * s * o,))
    seen = f4(at[2], ((m + each - 1) // each * 36 * together * c,))
    turned = f4(at[3], (36 * o * c,))
    by_maps = f4(at[4], (m * s * s * c,))
    by_filters = f4(at[5], (o * c * 9,))
    filters, means, variances = f4(at[6], (o * c * 9,)), f4(at[7], (o,)), f4(at[8], (o,))
    factors, by_scales, by_shifts = f4(at[9], (o,)), f4(at[10], (o,)), f4(at[11], (o,))
    by_turned = f4(at[12], (36 * o * c,))
    nine, halves = f4(at[13], (9 * o * c,)), f4(at[14], (18 * o * c,))
    around = f4(at[15], ((4 * tiles + 2) * 4 * (tiles + 1) * c,))
    rows = f4(at[16], (6 * 4 * (tiles + 1) * max(c, o),))
    made = f4(at[17], (36 * together * o,))
    by_seen = f4(at[18], (36 * together * c,))
    outputs = f4(at[19], (16 * tiles * o,))
    begin, adds = 0, 0
    while begin < m:
        count = min(each, m - begin)
        first = begin // each * 36 * together * c
        for picture in range(count):
            of_picture = part(by_z, (begin + picture) * s * s * o, s * s * o)
            for row in range(tiles):
                _put(of_picture, outputs, row, s, tiles, o)
                place = (picture * tiles + row) * tiles * o
                _transform_outputs(outputs, rows, made, place, together * o, tiles, o)
        t = count * tiles * tiles
        for k in range(36):
            multiply(
                product,
                made,
                k * together * o,
                1,
                o,
                seen,
                first + k * together * c,
                c,
                by_turned,
                k * o * c,
                c,
                o,
                c,
                t,
                adds,
            )
        adds = 1
        if wanted:
            for k in range(36):
                multiply(
                    product,
                    made,
                    k * together * o,
                    o,
                    1,
                    turned,
                    k * o * c,
                    c,
                    by_seen,
                    k * together * c,
                    c,
                    t,
                    c,
                    o,
                    0,
                )
            for picture in range(count):
                cleared(around)
                for row in range(tiles):
                    place = (picture * tiles + row) * tiles * c
                    _untransform_pixels(by_seen, rows, around, row, place, together * c, tiles, c)
                _cut(around, part(by_maps, (begin + picture) * s * s * c, s * s * c), s, tiles, c)
        begin += count
    _untransform_filters(by_turned, halves, nine, by_filters, o, c)
    for i in range(o):
        by = part(by_filters, i * c * 9, c * 9)
        if own:
            by_scales[i] *= factors[i]
        else:
            of_slope = dot(by, part(filters, i * c * 9, c * 9)) - means[i] * by_shifts[i]
            by_scales[i] = of_slope * F4(1 / math.sqrt(variances[i] + eps))
        _multiply(by, factors[i])


@piece
def _transform_filters(filters, factors, nine, halves, turned, o, c):
    """Write factors · filters (O, C, 9), transformed: (36, O, C)."""
    turn(filters, 0, 9, nine, 0, o * c, o * c, 9)
    for k in range(9):
        for i in range(o):
            _multiply(part(nine, (k * o + i) * c, c), factors[i])
    size = o * c
    for j in range(3):  # halves are (6, 3, O C)
        of_filters(
            part(nine, j * size, size),
            part(nine, (3 + j) * size, size),
            part(nine, (6 + j) * size, size),
            part(halves, j * size, size),
            part(halves, (3 + j) * size, size),
            part(halves, (6 + j) * size, size),
            part(halves, (9 + j) * size, size),
            part(halves, (12 + j) * size, size),
            part(halves, (15 + j) * size, size),
        )
    for i in range(6):
        of_filters(
            part(halves, 3 * i * size, size),
            part(halves, (3 * i + 1) * size, size),
            part(halves, (3 * i + 2) * size, size),
            part(turned, 6 * i * size, size),
            part(turned, (6 * i + 1) * size, size),
            part(turned, (6 * i + 2) * size, size),
            part(turned, (6 * i + 3) * size, size),
            part(turned, (6 * i + 4) * size, size),
            part(turned, (6 * i + 5) * size, size),
        )


@piece
def _untransform_filters(turned, halves, nine, filters, o, c):
    """Write derivatives by filters (O, C, 9), of those by transformed ones (36, O, C)."""
    size = o * c
    for i in range(6):
        to_filters(
            part(turned, 6 * i * size, size),
            part(turned, (6 * i + 1) * size, size),
            part(turned, (6 * i + 2) * size, size),
            part(turned, (6 * i + 3) * size, size),
            part(turned, (6 * i + 4) * size, size),
            part(turned, (6 * i + 5) * size, size),
            part(halves, 3 * i * size, size),
            part(halves, (3 * i + 1) * size, size),
            part(halves, (3 * i + 2) * size, size),
        )
    for j in range(3):
        to_filters(
            part(halves, j * size, size),
            part(halves, (3 + j) * size, size),
            part(halves, (6 + j) * size, size),
            part(halves, (9 + j) * size, size),
            part(halves, (12 + j) * size, size),
            part(halves, (15 + j) * size, size),
            part(nine, j * size, size),
            part(nine, (3 + j) * size, size),
            part(nine, (6 + j) * size, size),
        )
    turn(nine, 0, size, filters, 0, 9, 9, size)


@piece
def _multiply(x, factor):
    for k in range(len(x)):
        x[k] *= factor


@piece
def _lay(maps, around, s, tiles, c):
    """Write a map (S, S, C) with zeros around it, (4 N + 2, 4, N + 1, C): columns by what remains of 4."""
    cleared(around)
    width = tiles + 1
    for y in range(s):
        for x in range(s):
            place = ((y + 1) * 4 + (x + 1) % 4) * width + (x + 1) // 4
            copied(part(maps, (y * s + x) * c, c), part(around, place * c, c))


@piece
def _cut(around, maps, s, tiles, c):
    """Write what `_lay` has laid back into a map."""
    width = tiles + 1
    for y in range(s):
        for x in range(s):
            place = ((y + 1) * 4 + (x + 1) % 4) * width + (x + 1) // 4
            copied(part(around, place * c, c), part(maps, (y * s + x) * c, c))


@piece
def _transform_pixels(around, rows, seen, row, place, apart, tiles, c):
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
def _untransform_pixels(seen, rows, around, row, place, apart, tiles, c):
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
def _untransform(made, rows, outputs, place, apart, tiles, o):
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
def _transform_outputs(outputs, rows, made, place, apart, tiles, o):
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
def _take(outputs, maps, row, s, tiles, o):
    """Write a row of tiles' outputs into a map (S, S, O), but for those beyond its edges."""
    for y in range(4 * row, min(4 * row + 4, s)):
        for x in range(s):
            place = ((y - 4 * row) * 4 + x % 4) * tiles + x // 4
            copied(part(outputs, place * o, o), part(maps, (y * s + x) * o, o))


@piece
def _put(maps, outputs, row, s, tiles, o):
    """Write what a row of tiles has of a map, and zeros beyond its edges."""
    cleared(outputs)
    for y in range(4 * row, min(4 * row + 4, s)):
        for x in range(s):
            place = ((y - 4 * row) * 4 + x % 4) * tiles + x // 4
            copied(part(maps, (y * s + x) * o, o), part(outputs, place * o, o))
