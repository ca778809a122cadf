"""Convolves maps of tasks with 3 × 3 filters of each, and goes back, by Winograd's way. Imports numba.

What a few pictures' tiles are transformed to (`embedding.kernel.tiles`) remains in the nearest caches while matrices
are multiplied. As maps and filters move, every derivative is a sum of two convolutions (`products`): such pairs are
added while they are transformed, and go back from there once.

Letters: T tasks, whose channels lie side by side; M maps of each, S pixels along an edge, N tiles along an edge, C
channels given, O made.
"""

from __future__ import annotations

from metascope.simulator.engine.compiling.linear.products import multiply
from metascope.simulator.engine.compiling.linear.turning import turn
from metascope.simulator.engine.compiling.writing import Addresses, Reals, Sizes, cleared, copied, f4, part, piece
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
        _back(at, n)
    else:
        _convolve(at, n)
    return 0


@piece
def _convolve(at, n):
    """Write z (M S S, T, O), of maps (M S S, T, C) and filters (T, O, 9, C), or the sum of two such pairs."""
    tasks, m, s, c, o, each, pairs = n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    tiles = (s + 3) // 4
    together, size, pixels = each * tiles * tiles, o * c, m * s * s * tasks
    product = at[0]
    maps, filters = f4(at[1], (pixels * c,)), f4(at[2], (tasks * 9 * size,))
    other_maps, other_filters = f4(at[3], (pixels * c,)), f4(at[4], (tasks * 9 * size,))
    z = f4(at[5], (pixels * o,))
    nine, halves, turned = f4(at[6], (9 * size,)), f4(at[7], (18 * size,)), f4(at[8], (72 * size,))
    around = f4(at[9], ((4 * tiles + 2) * 4 * (tiles + 1) * c,))
    rows, outputs = f4(at[10], (6 * 4 * (tiles + 1) * max(c, o),)), f4(at[11], (16 * tiles * o,))
    seen, made = f4(at[12], (36 * together * c,)), f4(at[13], (36 * together * o,))
    cleared(around)
    for task in range(tasks):
        for pair in range(pairs):
            for k in range(9):
                whole = other_filters if pair else filters
                turn(whole, (task * o * 9 + k) * c, 9 * c, nine, k * size, o, o, c)
            transform_filters(nine, halves, turned, pair * 36 * size, size)
        begin = 0
        while begin < m:
            count = min(each, m - begin)
            t = count * tiles * tiles
            for pair in range(pairs):
                given = other_maps if pair else maps
                for picture in range(count):
                    lay(given, ((begin + picture) * s * s * tasks + task) * c, tasks * c, around, s, tiles, c)
                    for row in range(tiles):
                        place = (picture * tiles + row) * tiles * c
                        transform_pixels(around, rows, seen, row, place, together * c, tiles, c)
                for k in range(36):
                    a, b, to = k * together * c, (pair * 36 + k) * size, k * together * o
                    multiply(product, seen, a, c, 1, turned, b, o, made, to, o, t, o, c, pair)
            for picture in range(count):
                first = ((begin + picture) * s * s * tasks + task) * o
                for row in range(tiles):
                    untransform(made, rows, outputs, (picture * tiles + row) * tiles * o, together * o, tiles, o)
                    take(outputs, z, first, tasks * o, row, s, tiles, o)
            begin += count


@piece
def _back(at, n):
    """Write derivatives by maps and by filters, of those by z; or the sums of two such."""
    tasks, m, s, c, o, each, pairs = n[1], n[2], n[3], n[4], n[5], n[6], n[7]
    tiles = (s + 3) // 4
    together, size, pixels = each * tiles * tiles, o * c, m * s * s * tasks
    product = at[0]
    by_z, maps, filters = f4(at[1], (pixels * o,)), f4(at[2], (pixels * c,)), f4(at[3], (tasks * 9 * size,))
    other_by_z, other_maps = f4(at[4], (pixels * o,)), f4(at[5], (pixels * c,))
    other_filters = f4(at[6], (tasks * 9 * size,))
    by_maps, by_filters = f4(at[7], (pixels * c,)), f4(at[8], (tasks * 9 * size,))
    nine, halves, turned = f4(at[9], (9 * size,)), f4(at[10], (18 * size,)), f4(at[11], (72 * size,))
    around = f4(at[12], ((4 * tiles + 2) * 4 * (tiles + 1) * c,))
    rows, outputs = f4(at[13], (6 * 4 * (tiles + 1) * max(c, o),)), f4(at[14], (16 * tiles * o,))
    seen, made = f4(at[15], (36 * together * c,)), f4(at[16], (36 * together * o,))
    by_seen, by_turned = f4(at[17], (36 * together * c,)), f4(at[18], (36 * size,))
    by_around = f4(at[19], ((4 * tiles + 2) * 4 * (tiles + 1) * c,))
    cleared(around)
    for task in range(tasks):
        for pair in range(pairs):
            whole = other_filters if pair else filters
            for k in range(9):
                for i in range(o):
                    copied(part(whole, ((task * o + i) * 9 + k) * c, c), part(nine, (k * o + i) * c, c))
            transform_filters(nine, halves, turned, pair * 36 * size, size)
        begin = 0
        while begin < m:
            count = min(each, m - begin)
            t = count * tiles * tiles
            for pair in range(pairs):
                slopes, given = other_by_z if pair else by_z, other_maps if pair else maps
                for picture in range(count):
                    pixel = (begin + picture) * s * s * tasks + task
                    lay(given, pixel * c, tasks * c, around, s, tiles, c)
                    for row in range(tiles):
                        place = (picture * tiles + row) * tiles
                        transform_pixels(around, rows, seen, row, place * c, together * c, tiles, c)
                        put(slopes, pixel * o, tasks * o, outputs, row, s, tiles, o)
                        transform_outputs(outputs, rows, made, place * o, together * o, tiles, o)
                adds = 1 if begin or pair else 0
                for k in range(36):
                    a, b = k * together * o, k * together * c
                    multiply(product, made, a, 1, o, seen, b, c, by_turned, k * size, c, o, c, t, adds)
                    multiply(product, made, a, o, 1, turned, (pair * 36 + k) * size, c, by_seen, b, c, t, c, o, pair)
            for picture in range(count):
                cleared(by_around)
                for row in range(tiles):
                    place = (picture * tiles + row) * tiles * c
                    untransform_pixels(by_seen, rows, by_around, row, place, together * c, tiles, c)
                pixel = (begin + picture) * s * s * tasks + task
                cut(by_around, by_maps, pixel * c, tasks * c, s, tiles, c)
            begin += count
        untransform_filters(by_turned, halves, nine, size)
        for k in range(9):
            for i in range(o):
                copied(part(nine, (k * o + i) * c, c), part(by_filters, ((task * o + i) * 9 + k) * c, c))
