"""Computes levels, ticks and contour lines of a surface, without any widget."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
LEAST = 1e-300  # span of a range that has ticks: below, floating-point numbers lose their digits

# The two edges that a contour joins in a cell whose corners above the level are the index's bits (1: low x, low y;
# then counter-clockwise). Edges: 0 bottom, 1 right, 2 top, 3 left. Cells 5 and 10 are saddles, see `_SADDLES`.
_EDGES = np.array(
    [
        *((0, 0), (3, 0), (0, 1), (3, 1), (1, 2), (3, 0), (0, 2), (3, 2)),
        *((2, 3), (0, 2), (0, 1), (1, 2), (3, 1), (0, 1), (0, 3), (0, 0)),
    ]
)  # (16, 2)
_SADDLES = np.array([[(3, 0), (1, 2)], [(0, 1), (2, 3)]])  # (2, 2, 2): low corners joined or apart, segment, edges


@dataclass(frozen=True)
class Levels:
    """The numbers at the two ends of a colour bar, and whether the surface goes beyond them."""

    low: float
    high: float
    under: bool = False
    over: bool = False


def robust_levels(values: Array) -> Levels:
    """Return levels for the middle 94 % of the numbers, at each end for all if that adds at most half their range.

    Without any number: 0 to 1.
    """
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        return Levels(0.0, 1.0, bool(np.isneginf(values).any()), bool(np.isposinf(values).any()))
    low, inner_low, inner_high, high = np.quantile(finite, (0, 0.03, 0.97, 1)).tolist()
    room = 0.5 * (inner_high - inner_low)
    bottom = low if low >= inner_low - room else inner_low
    top = high if high <= inner_high + room else inner_high
    if top <= bottom:  # flat, or nearly so
        margin = max(abs(bottom) * 1e-3, 1e-9)
        bottom, top = bottom - margin, top + margin
    return Levels(
        bottom,
        top,
        under=low < bottom or bool(np.isneginf(values).any()),
        over=high > top or bool(np.isposinf(values).any()),
    )


def nice_ticks(low: float, high: float, about: int) -> Array:
    """Return round numbers (1, 2 or 5 times a power of ten apart) between `low` and `high`, roughly `about` many."""
    span = high - low
    if not (math.isfinite(span) and span > LEAST):
        return np.empty(0)
    rough = span / max(about, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = power * next(factor for factor in (1, 2, 5, 10) if factor * power >= rough * 0.7)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    if last - first > 100 * about:  # the range is too narrow for floating-point numbers to resolve
        return np.empty(0)
    return np.arange(first, last + 1, dtype=np.float64) * step


def contours(x: Array, y: Array, values: Array, levels: Array) -> Array:
    """Return the contour lines of a surface as separate segments (m, 2 ends, 2 coordinates), by marching squares.

    Args:
        x, y: (nx,), (ny,) the grid's coordinates.
        values: (ny, nx); cells with a corner that is not finite have no lines.
        levels: (l,) the heights.
    """
    corners = np.stack([values[:-1, :-1], values[:-1, 1:], values[1:, 1:], values[1:, :-1]])  # (4, ny - 1, nx - 1)
    with np.errstate(invalid="ignore"):
        above = corners[:, None] > levels[:, None, None]  # (4, l, ny - 1, nx - 1)
    kind = above[0] + 2 * above[1].astype(np.int8) + 4 * above[2].astype(np.int8) + 8 * above[3].astype(np.int8)
    crossed = (kind > 0) & (kind < 15) & np.isfinite(corners).all(axis=0)
    level, row, column = np.nonzero(crossed)
    kind, heights, height = kind[crossed], corners[:, row, column], levels[level]  # (m,), (4, m), (m,)
    points = _crossings(x, y, row, column, heights, height)  # (m, 4 edges, 2)
    saddle = (kind == 5) | (kind == 10)
    cells = np.arange(len(kind))[:, None]
    plain = points[cells[~saddle], _EDGES[kind[~saddle]]]  # (m', 2, 2)
    split = ((heights[:, saddle].mean(axis=0) > height[saddle]) == (kind[saddle] == 5)).astype(int)
    pairs = _SADDLES[split]  # (s, 2 segments, 2 edges)
    double = points[cells[saddle][:, :, None], pairs]  # (s, 2 segments, 2, 2)
    return np.concatenate([plain, double.reshape(-1, 2, 2)])


def _crossings(
    x: Array, y: Array, row: NDArray[np.intp], column: NDArray[np.intp], heights: Array, height: Array
) -> Array:
    """Return where the level crosses each edge of each cell, or would (m, 4, 2)."""
    following = np.roll(heights, -1, axis=0)  # (4, m): the corner at the other end of each edge
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (height - heights) / (following - heights)  # (4, m)
    left, right, bottom, top = x[column], x[column + 1], y[row], y[row + 1]
    wide, tall = right - left, top - bottom
    return np.stack(
        [
            np.stack([left + share[0] * wide, bottom], axis=-1),
            np.stack([right, bottom + share[1] * tall], axis=-1),
            np.stack([right - share[2] * wide, top], axis=-1),
            np.stack([left, top - share[3] * tall], axis=-1),
        ],
        axis=1,
    )
