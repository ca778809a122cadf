"""A first block of one channel: patches times filters, of windows that see ink, and back. Imports numba.

A window all of whose patches are paper makes what the normalization makes of 0. Means and variances of the outputs
follow from the moments of the patches, in double precision: what neighbouring pixels have in common cancels where
filters look for edges.

Letters: M maps, S pixels along an edge, W windows along an edge, C channels, Q pixels of a window, R windows with ink.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import (
    F4,
    Addresses,
    Reals,
    Sizes,
    cleared,
    copied,
    f4,
    f8,
    i4,
    i8,
    part,
    piece,
)

_ZERO = F4(0)
TOGETHER = 64  # windows


def first(at: Addresses, n: Sizes, real: Reals) -> int:
    """Make of pictures what the first block makes, or go back where the first size says so."""
    if n[0]:
        _back(at, n)
    else:
        _make(at, n, real[0])
    return 0


@piece
def _make(at, n, eps):
    """Write y (M, W, W, C) of pictures, with what `_back` needs; means and variances, too, where they are own.

    Where patches were cut by an earlier call, they are taken as they are.
    """
    m, s, c, pools, own, cuts = n[1], n[2], n[3], n[4], n[5], n[6]
    q, wide = 1 + 3 * pools, s // (1 + pools)
    product = at[0]
    pictures, filters = f4(at[1], (m * s * s,)), f4(at[2], (c * 9,))
    scales, shifts, fixed, fixed_variances = f4(at[3], (c,)), f4(at[4], (c,)), f4(at[5], (c,)), f4(at[6], (c,))
    means, inverses, told = f4(at[7], (c,)), f4(at[8], (c,)), f4(at[9], (2 * c,))
    y = f4(at[10], (m * wide * wide * c,))
    inked, counted = i4(at[11], (m * wide * wide,)), i8(at[12], (1,))
    patches = f4(at[13], (m * wide * wide * q * 9,))
    centre, spread = f8(at[14], (9,)), f8(at[15], (81,))
    flat, sloped = f4(at[16], (9 * c,)), f4(at[17], (9 * c,))
    paper = f4(at[18], (c,))
    z = f4(at[19], (TOGETHER * q * c,))
    turn(filters, 0, 9, flat, 0, c, c, 9)
    if cuts:
        counted[0] = _cut(pictures, inked, patches, m, s, pools)
    count = counted[0]
    if own:
        _moments(pictures, patches, centre, spread, count * q, m, s, wide * (1 + pools))
        _normal(flat, centre, spread, told, c)
    pixels = m * s * s
    for i in range(c):
        means[i] = told[i] if own else fixed[i]
        inverses[i] = F4(1 / math.sqrt((told[c + i] if own else fixed_variances[i]) + eps))
        told[c + i] *= F4(pixels / max(pixels - 1, 1))  # unbiased
        paper[i] = shifts[i] - means[i] * (scales[i] * inverses[i])
    for k in range(9):
        _slope(part(flat, k * c, c), scales, inverses, part(sloped, k * c, c))
    _off_paper(paper, part(y, 0, c))
    for i in range(1, m * wide * wide):
        copied(part(y, 0, c), part(y, i * c, c))
    begin = 0
    while begin < count:
        some = min(TOGETHER, count - begin)
        multiply(product, patches, begin * q * 9, 9, 1, sloped, 0, c, z, 0, c, some * q, c, 9, 0)
        for i in range(some):
            to = part(y, inked[begin + i] * c, c)
            if pools:
                first = 4 * i * c
                _largest(
                    part(z, first, c),
                    part(z, first + c, c),
                    part(z, first + 2 * c, c),
                    part(z, first + 3 * c, c),
                    paper,
                    to,
                )
            else:
                _moved(part(z, i * c, c), paper, to)
        begin += some


@piece
def _back(at, n):
    """Write derivatives by filters, scales and shifts, of those by y."""
    m, s, c, pools, own = n[1], n[2], n[3], n[4], n[5]
    q, wide = 1 + 3 * pools, s // (1 + pools)
    product = at[0]
    by_y, y = f4(at[1], (m * wide * wide * c,)), f4(at[2], (m * wide * wide * c,))
    scales, means, inverses = f4(at[3], (c,)), f4(at[4], (c,)), f4(at[5], (c,))
    inked, counted = i4(at[6], (m * wide * wide,)), i8(at[7], (1,))
    patches = f4(at[8], (m * wide * wide * q * 9,))
    centre, spread = f8(at[9], (9,)), f8(at[10], (81,))
    flat, sloped = f4(at[11], (9 * c,)), f4(at[12], (9 * c,))
    by_filters, by_scales, by_shifts = f4(at[13], (c * 9,)), f4(at[14], (c,)), f4(at[15], (c,))
    z, by_flat = f4(at[16], (TOGETHER * q * c,)), f4(at[17], (9 * c,))
    total = f8(at[18], (c,))
    count = counted[0]
    cleared(total)
    for row in range(m * wide):
        cleared(by_shifts)
        for w in range(wide):
            place = (row * wide + w) * c
            _sum(part(by_y, place, c), part(y, place, c), by_shifts)
        for i in range(c):
            total[i] += by_shifts[i]
    for i in range(c):
        by_shifts[i] = F4(total[i])
    cleared(by_flat)
    begin = 0
    while begin < count:
        some = min(TOGETHER, count - begin)
        if pools:
            multiply(product, patches, begin * q * 9, 9, 1, sloped, 0, c, z, 0, c, some * q, c, 9, 0)
        for i in range(some):
            place = inked[begin + i] * c
            given, made = part(by_y, place, c), part(y, place, c)
            if pools:
                first = 4 * i * c
                _route(
                    part(z, first, c),
                    part(z, first + c, c),
                    part(z, first + 2 * c, c),
                    part(z, first + 3 * c, c),
                    given,
                    made,
                )
            else:
                _given(given, made, part(z, i * c, c))
        multiply(product, patches, begin * q * 9, 1, 9, z, 0, c, by_flat, 0, c, 9, c, some * q, 1)
        begin += some
    for i in range(c):
        slope = scales[i] * inverses[i]
        of_slope = -means[i] * by_shifts[i]
        for k in range(9):
            of_slope += flat[k * c + i] * by_flat[k * c + i]
        by_scales[i] = of_slope * inverses[i]
        bent = scales[i] * inverses[i] * inverses[i] * inverses[i] * of_slope
        for k in range(9):
            by_filters[i * 9 + k] = by_flat[k * c + i] * slope
            if own:  # the mean and the variance moved with every filter
                moved = 0.0
                for j in range(9):
                    moved += spread[k * 9 + j] * flat[j * c + i]
                by_filters[i * 9 + k] -= F4(centre[k] * by_shifts[i] * slope + moved * bent)


@piece
def _cut(pictures, inked, patches, m, s, pools):
    """Write which windows see ink, and their patches (R, Q, 9); return R."""
    step = 1 + pools
    wide, found = s // step, 0
    for picture in range(m):
        for h in range(wide):
            for w in range(wide):
                left, right = max(w * step - 1, 0), min(w * step + step + 1, s)
                ink = False
                for y in range(max(h * step - 1, 0), min(h * step + step + 1, s)):
                    for x in range(left, right):
                        ink |= pictures[(picture * s + y) * s + x] != _ZERO
                if ink:
                    inked[found] = (picture * wide + h) * wide + w
                    to = found * step * step * 9
                    for y in range(h * step, h * step + step):
                        for x in range(w * step, w * step + step):
                            _patch(pictures, picture, s, y, x, patches, to)
                            to += 9
                    found += 1
    return found


@piece
def _patch(pictures, picture, s, y, x, patches, to):
    for k in range(9):
        i, j = y + k // 3 - 1, x + k % 3 - 1
        inside = 0 <= i < s and 0 <= j < s
        patches[to + k] = pictures[(picture * s + i) * s + j] if inside else _ZERO


@piece
def _moments(pictures, patches, centre, spread, count, m, s, end):
    """Write the mean (9,) and the covariance (9, 9) of the patches of all pixels; windows reach as far as `end`."""
    cleared(centre)
    cleared(spread)
    for i in range(count):
        _gather(patches, i * 9, centre, spread)
    for picture in range(m):
        for y in range(s):
            for x in range(end if y < end else 0, s):
                for k in range(9):
                    i, j = y + k // 3 - 1, x + k % 3 - 1
                    a = 0.0
                    if 0 <= i < s and 0 <= j < s:
                        a = pictures[(picture * s + i) * s + j]
                    if a != 0.0:
                        centre[k] += a
                        for p in range(9):
                            f, g = y + p // 3 - 1, x + p % 3 - 1
                            if 0 <= f < s and 0 <= g < s:
                                spread[k * 9 + p] += a * pictures[(picture * s + f) * s + g]
    pixels = m * s * s
    for k in range(9):
        centre[k] /= pixels
    for k in range(9):
        for p in range(9):
            spread[k * 9 + p] = spread[k * 9 + p] / pixels - centre[k] * centre[p]


@piece
def _gather(patches, place, centre, spread):
    for k in range(9):
        a = float(patches[place + k])
        if a != 0.0:
            centre[k] += a
            for p in range(9):
                spread[k * 9 + p] += a * patches[place + p]


@piece
def _normal(flat, centre, spread, told, c):
    """Write the means and variances, (2, C)."""
    for i in range(c):
        mean, variance = 0.0, 0.0
        for k in range(9):
            mean += flat[k * c + i] * centre[k]
            row = 0.0
            for p in range(9):
                row += spread[k * 9 + p] * flat[p * c + i]
            variance += flat[k * c + i] * row
        told[i], told[c + i] = F4(mean), F4(max(variance, 0.0))


@piece
def _slope(x, scales, inverses, y):
    for i in range(len(y)):
        y[i] = x[i] * (scales[i] * inverses[i])


@piece
def _off_paper(paper, y):
    for i in range(len(y)):
        y[i] = paper[i] if not paper[i] <= _ZERO else _ZERO


@piece
def _largest(a, b, c, d, paper, y):
    for i in range(len(y)):
        above, below = a[i] if a[i] >= b[i] else b[i], c[i] if c[i] >= d[i] else d[i]
        found = (above if above >= below else below) + paper[i]
        y[i] = found if not found <= _ZERO else _ZERO


@piece
def _moved(z, paper, y):
    for i in range(len(y)):
        found = z[i] + paper[i]
        y[i] = found if not found <= _ZERO else _ZERO


@piece
def _sum(given, y, total):
    for i in range(len(y)):
        total[i] += given[i] if y[i] > _ZERO else _ZERO


@piece
def _route(a, b, c, d, given, y):
    """Overwrite the outputs of a window: the largest gets what is given, of equal ones the first."""
    for i in range(len(y)):
        g = given[i] if y[i] > _ZERO else _ZERO
        above, below = a[i] if a[i] >= b[i] else b[i], c[i] if c[i] >= d[i] else d[i]
        up = g if above >= below else _ZERO
        down = g - up
        left, right = up if a[i] >= b[i] else _ZERO, down if c[i] >= d[i] else _ZERO
        a[i], b[i], c[i], d[i] = left, up - left, right, down - right


@piece
def _given(given, y, z):
    for i in range(len(y)):
        z[i] = given[i] if y[i] > _ZERO else _ZERO
