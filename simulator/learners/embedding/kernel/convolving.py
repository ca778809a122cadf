"""Convolves maps with filters of 3 × 3, and goes back, by Winograd's way. Imports numba.

A picture is cut into tiles; what is transformed of a few pictures remains in the nearest caches while 36 products of
matrices (tiles, C) (C, O) are taken. See `tiles`.

Letters: M maps, S pixels along an edge, N tiles along an edge, C channels given and O made, P maps together, T their
tiles.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.linear.rows import dot
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import F4, Addresses, Reals, Sizes, cleared, f4, part, piece
from metascope.simulator.learners.embedding.kernel.tiles import (
    cut,
    lay,
    put,
    take,
    transform_filters,
    transform_outputs,
    transform_pixels,
    untransform,
    untransform_filters,
    untransform_pixels,
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
    cleared(around)
    begin = 0
    while begin < m:
        count = min(each, m - begin)
        first = begin // each * 36 * together * c if keeps else 0
        for picture in range(count):
            lay(maps, (begin + picture) * s * s * c, c, around, s, tiles, c)
            for row in range(tiles):
                place = first + (picture * tiles + row) * tiles * c
                transform_pixels(around, rows, seen, row, place, together * c, tiles, c)
        t = count * tiles * tiles
        for k in range(36):
            multiply(
                product, seen, first + k * together * c, c, 1, u, k * c * o, o, made, k * together * o, o, t, o, c, 0
            )
        for picture in range(count):
            for row in range(tiles):
                place = (picture * tiles + row) * tiles * o
                untransform(made, rows, outputs, place, together * o, tiles, o)
                take(outputs, z, (begin + picture) * s * s * o, o, row, s, tiles, o)
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
            for row in range(tiles):
                put(by_z, (begin + picture) * s * s * o, o, outputs, row, s, tiles, o)
                place = (picture * tiles + row) * tiles * o
                transform_outputs(outputs, rows, made, place, together * o, tiles, o)
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
                    untransform_pixels(by_seen, rows, around, row, place, together * c, tiles, c)
                cut(around, by_maps, (begin + picture) * s * s * c, c, s, tiles, c)
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
    transform_filters(nine, halves, turned, 0, o * c)


@piece
def _untransform_filters(turned, halves, nine, filters, o, c):
    """Write derivatives by filters (O, C, 9), of those by transformed ones (36, O, C)."""
    untransform_filters(turned, halves, nine, o * c)
    turn(nine, 0, o * c, filters, 0, 9, 9, o * c)


@piece
def _multiply(x, factor):
    for k in range(len(x)):
        x[k] *= factor
