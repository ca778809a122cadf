"""Normalizes, pools and cuts off below 0 what a convolution has made, and goes back. Imports numba.

Filters have the signs of the scales, so that the largest of a window is the same before and after normalization. Sums
of many equal pixels lose digits in single precision: they are taken row by row of a map, then in double precision.

Letters: M maps, S pixels along an edge, O channels, W windows along an edge.
"""

from __future__ import annotations

import math

from metascope.simulator.engine.compiling.writing import F4, Addresses, Reals, Sizes, cleared, f4, f8, part, piece

_ZERO = F4(0)


def normalizing(at: Addresses, n: Sizes, real: Reals) -> int:
    """Normalize, or go back where the first size says so."""
    if n[0]:
        _back(at, n)
    else:
        _normalize(at, n, real[0])
    return 0


@piece
def _normalize(at, n, eps):
    """Write y (M, W, W, O), ReLU of slopes · (the largest of z's windows - means) + shifts.

    Where maps normalize themselves, means and variances are theirs, and slopes |scales| / sqrt(variances + eps); what
    is told of them is the mean with the filters' signs, and the unbiased variance. Else all but the shift is done.
    """
    m, s, o, pools, own = n[1], n[2], n[3], n[4], n[5]
    z, y = f4(at[0], (m * s * s * o,)), f4(at[1], (m * (s // (1 + pools)) * (s // (1 + pools)) * o,))
    scales, given, fixed, variances = f4(at[2], (o,)), f4(at[3], (o,)), f4(at[4], (o,)), f4(at[5], (o,))
    means, inverses, slopes, told = f4(at[6], (o,)), f4(at[7], (o,)), f4(at[8], (o,)), f4(at[9], (2 * o,))
    shifts, row, total = f4(at[10], (o,)), f4(at[11], (o,)), f8(at[12], (o,))
    if own:
        _mean(z, means, row, total, m * s, s, o)
        _spread(z, means, row, total, m * s, s, o)
        count = m * s * s
        for i in range(o):
            variance = total[i] / count
            inverses[i] = F4(1 / math.sqrt(variance + eps))
            slopes[i] = abs(scales[i]) * inverses[i]
            shifts[i] = given[i]
            told[i] = means[i] if scales[i] > _ZERO else -means[i]
            told[o + i] = F4(total[i] / max(count - 1, 1))
    else:
        for i in range(o):
            inverses[i] = F4(1 / math.sqrt(variances[i] + eps))
            shifts[i] = given[i] - fixed[i] * (scales[i] * inverses[i])
            means[i], slopes[i] = _ZERO, F4(1)
    wide = s // (1 + pools)
    for picture in range(m):
        for h in range(wide):
            for w in range(wide):
                to = part(y, ((picture * wide + h) * wide + w) * o, o)
                if pools:
                    first = ((picture * s + 2 * h) * s + 2 * w) * o
                    below = first + s * o
                    _pooled(
                        part(z, first, o),
                        part(z, first + o, o),
                        part(z, below, o),
                        part(z, below + o, o),
                        means,
                        slopes,
                        shifts,
                        to,
                    )
                else:
                    _moved(part(z, ((picture * s + h) * s + w) * o, o), means, slopes, shifts, to)


@piece
def _back(at, n):
    """Write derivatives by z, scales' sizes and shifts, of those by y."""
    m, s, o, pools, own = n[1], n[2], n[3], n[4], n[5]
    wide = s // (1 + pools)
    z, y = f4(at[0], (m * s * s * o,)), f4(at[1], (m * wide * wide * o,))
    by_y, by_z = f4(at[2], (m * wide * wide * o,)), f4(at[3], (m * s * s * o,))
    means, inverses, slopes = f4(at[4], (o,)), f4(at[5], (o,)), f4(at[6], (o,))
    by_scales, by_shifts = f4(at[7], (o,)), f4(at[8], (o,))
    levels, tilts = f4(at[9], (o,)), f4(at[10], (o,))
    of_scales, of_shifts = f8(at[11], (o,)), f8(at[12], (o,))
    cleared(of_scales)
    cleared(of_shifts)
    for picture in range(m):
        for h in range(wide):
            cleared(by_scales)
            cleared(by_shifts)
            for w in range(wide):
                there = ((picture * wide + h) * wide + w) * o
                given, kept = part(by_y, there, o), part(y, there, o)
                first = ((picture * s + (1 + pools) * h) * s + (1 + pools) * w) * o
                below = first + s * o
                if pools:
                    _sum_pooled(
                        part(z, first, o),
                        part(z, first + o, o),
                        part(z, below, o),
                        part(z, below + o, o),
                        means,
                        given,
                        kept,
                        by_scales,
                        by_shifts,
                    )
                else:
                    _sum(part(z, first, o), means, given, kept, by_scales, by_shifts)
            _add(by_scales, of_scales)
            _add(by_shifts, of_shifts)
    count = m * s * s
    for i in range(o):
        by_scales[i], by_shifts[i] = F4(of_scales[i] * inverses[i]), F4(of_shifts[i])
        levels[i] = F4(own * slopes[i] * of_shifts[i] / count)  # the mean and the variance moved with every z
        tilts[i] = F4(own * slopes[i] * inverses[i] * of_scales[i] * inverses[i] / count)
    for picture in range(m):
        for h in range(s):
            for w in range(s):
                if pools and h // 2 < wide and w // 2 < wide:
                    if h % 2 == 0 and w % 2 == 0:
                        there = ((picture * wide + h // 2) * wide + w // 2) * o
                        first = ((picture * s + h) * s + w) * o
                        below = first + s * o
                        _route(
                            part(z, first, o),
                            part(z, first + o, o),
                            part(z, below, o),
                            part(z, below + o, o),
                            means,
                            slopes,
                            levels,
                            tilts,
                            part(by_y, there, o),
                            part(y, there, o),
                            part(by_z, first, o),
                            part(by_z, first + o, o),
                            part(by_z, below, o),
                            part(by_z, below + o, o),
                        )
                else:
                    place = ((picture * s + h) * s + w) * o
                    to = part(by_z, place, o)
                    _level(part(z, place, o), means, levels, tilts, to)
                    if not pools:
                        _give(part(by_y, place, o), part(y, place, o), slopes, to)


@piece
def _mean(z, means, row, total, rows, s, o):
    cleared(total)
    for i in range(rows):
        cleared(row)
        for w in range(s):
            _gather(part(z, (i * s + w) * o, o), row)
        _add(row, total)
    for i in range(o):
        means[i] = F4(total[i] / (rows * s))


@piece
def _spread(z, means, row, total, rows, s, o):
    cleared(total)
    for i in range(rows):
        cleared(row)
        for w in range(s):
            _gather_squares(part(z, (i * s + w) * o, o), means, row)
        _add(row, total)


@piece
def _gather(x, total):
    for i in range(len(total)):
        total[i] += x[i]


@piece
def _gather_squares(x, means, total):
    for i in range(len(total)):
        total[i] += (x[i] - means[i]) * (x[i] - means[i])


@piece
def _add(x, total):
    for i in range(len(total)):
        total[i] += x[i]


@piece
def _pooled(a, b, c, d, means, slopes, shifts, y):
    for i in range(len(y)):
        above, below = a[i] if a[i] >= b[i] else b[i], c[i] if c[i] >= d[i] else d[i]
        found = slopes[i] * ((above if above >= below else below) - means[i]) + shifts[i]
        y[i] = found if not found <= _ZERO else _ZERO


@piece
def _moved(z, means, slopes, shifts, y):
    for i in range(len(y)):
        found = slopes[i] * (z[i] - means[i]) + shifts[i]
        y[i] = found if not found <= _ZERO else _ZERO


@piece
def _sum_pooled(a, b, c, d, means, given, y, by_scales, by_shifts):
    for i in range(len(y)):
        above, below = a[i] if a[i] >= b[i] else b[i], c[i] if c[i] >= d[i] else d[i]
        g = given[i] if y[i] > _ZERO else _ZERO
        by_shifts[i] += g
        by_scales[i] += g * ((above if above >= below else below) - means[i])


@piece
def _sum(z, means, given, y, by_scales, by_shifts):
    for i in range(len(y)):
        g = given[i] if y[i] > _ZERO else _ZERO
        by_shifts[i] += g
        by_scales[i] += g * (z[i] - means[i])


@piece
def _route(a, b, c, d, means, slopes, levels, tilts, given, y, by_a, by_b, by_c, by_d):
    """The largest gets what is given, of equal ones the first."""
    for i in range(len(y)):
        g = slopes[i] * given[i] if y[i] > _ZERO else _ZERO
        above, below = a[i] if a[i] >= b[i] else b[i], c[i] if c[i] >= d[i] else d[i]
        up = g if above >= below else _ZERO
        down = g - up
        left, right = up if a[i] >= b[i] else _ZERO, down if c[i] >= d[i] else _ZERO
        by_a[i] = left - levels[i] - tilts[i] * (a[i] - means[i])
        by_b[i] = up - left - levels[i] - tilts[i] * (b[i] - means[i])
        by_c[i] = right - levels[i] - tilts[i] * (c[i] - means[i])
        by_d[i] = down - right - levels[i] - tilts[i] * (d[i] - means[i])


@piece
def _level(z, means, levels, tilts, by_z):
    for i in range(len(by_z)):
        by_z[i] = -(levels[i] + tilts[i] * (z[i] - means[i]))


@piece
def _give(given, y, slopes, by_z):
    for i in range(len(by_z)):
        by_z[i] += slopes[i] * given[i] if y[i] > _ZERO else _ZERO
