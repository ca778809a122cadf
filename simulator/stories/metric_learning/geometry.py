"""Projects what methods compare onto a plane, in plain numpy: exactly for three classes, as well as can be for more.

Decisions by squared distances from prototypes, or by any linear classifier, depend on nothing but the projection on
the prototypes' affine hull; that of three is a plane, whatever the dimension. Axes: P points, N classes, E features.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

GRID = 72, 48  # places of a raster across and down
MARGIN = 0.15  # of the span of all points, around them
WIDER = np.array([[2.7], [1.8]])  # sides of a raster relative to that extent, since pictures are wider than high
_FLAT = 1e-9  # of the largest number, below which a spread is none


@dataclass(frozen=True)
class Projection:
    """An orthogonal projection: `axes` have length 1 and are at right angles."""

    origin: Array  # (E,)
    axes: Array  # (2, E)

    def places(self, points: Array) -> Array:
        """Return the places (..., 2) of points (..., E)."""
        found: Array = (points - self.origin) @ self.axes.T
        return found

    def moved(self, points: Array, to: Array) -> Array:
        """Return points (..., E) moved along the plane so that they lie at places `to` (..., 2)."""
        found: Array = points + (to - self.places(points)) @ self.axes
        return found


def class_means(points: Array, labels: NDArray[np.integer], ways: int) -> Array:
    """Return the mean of each class's points (P, E): (N, E), NaN for a class without any."""
    member = labels == np.arange(ways)[:, None]  # (N, P)
    number = member.sum(1, keepdims=True)
    with np.errstate(invalid="ignore"):
        found: Array = np.where(number > 0, member.astype(np.float64) @ points / number, np.nan)
    return found


def projection(corners: Array, means: Array, points: Array) -> Projection:
    """Return the plane through three corners (C, E), the best of more, or that of two and most of the rest.

    Args:
        corners: what is to be seen without distortion, such as three prototypes.
        means: (N, E) without NaN, by which the plane is turned; the first is to be at the top.
        points: (P, E) by which a direction is chosen where the corners leave one open.
    """
    origin = corners.mean(0)
    size = max(float(np.abs(corners).max()), float(np.abs(points).max(initial=0.0)))
    axes = _directions(corners - origin, size)[:2]
    if len(axes) < 2:
        rest = points - origin
        axes = np.concatenate([axes, _directions(rest - rest @ axes.T @ axes, size)])[:2]
        axes = np.concatenate([axes, _anything(axes, corners.shape[1])])[:2]
    return turned(Projection(origin, axes), means)


def turned(seen: Projection, means: Array) -> Projection:
    """Return the same plane, turned by its class means (N, E) as `projection` does."""
    return Projection(seen.origin, _turning(seen.places(means)).T @ seen.axes)


def _directions(centred: Array, size: float) -> Array:
    """Return the principal directions (R, E) of points around 0, the one with the largest spread first.

    A spread that is nothing beside `size`, the largest number, is that of rounding.
    """
    _, sizes, directions = np.linalg.svd(centred, full_matrices=False)
    kept = sizes > _FLAT * max(size, 1e-30)
    found: Array = directions[kept]
    return found


def _anything(axes: Array, size: int) -> Array:
    """Return two directions (2, E) at right angles to those in `axes` (R, E) and to each other."""
    complete, _ = np.linalg.qr(np.concatenate([axes, np.eye(size)]).T)
    found: Array = complete.T[len(axes) : len(axes) + 2]
    return found


def _turning(places: Array) -> Array:
    """Return the orthogonal matrix (2, 2) by which places (N, 2) come nearest to a polygon's corners (Procrustes)."""
    angles = np.pi / 2 - 2 * np.pi * np.arange(len(places)) / len(places)
    wanted = np.stack([np.cos(angles), np.sin(angles)], 1)  # (N, 2)
    left, _, right = np.linalg.svd((places - places.mean(0)).T @ wanted)
    found: Array = left @ right
    return found


def extent(places: Array) -> Array:
    """Return the least and largest x and y, (2, 2), of a square around all places (P, 2) that are not NaN."""
    there = places[np.isfinite(places).all(-1)]
    low, high = there.min(0), there.max(0)
    half = max(float((high - low).max()) * (0.5 + MARGIN), 1e-6)
    middle = (low + high) / 2
    return np.stack([middle - half, middle + half], 1)


def widened(around: Array) -> Array:
    """Return the extent (2, 2) of a raster, around that of all places."""
    middle = around.mean(1, keepdims=True)
    found: Array = middle + WIDER * (around - middle)
    return found


def raster(around: Array, slopes: Array, offsets: Array) -> Array:
    """Return the probabilities of a linear classifier at each place of a raster, (48, 72, N) at [y, x].

    Args:
        around: its extent, (2, 2).
        slopes: (N, 2) by which x and y are multiplied to logits.
        offsets: (N,) of the logits.
    """
    x, y = (np.linspace(float(low), float(high), many) for (low, high), many in zip(around, GRID, strict=True))
    logits = (x[:, None] * slopes[:, 0])[None] + (y[:, None] * slopes[:, 1])[:, None] + offsets
    shares = np.exp(logits - logits.max(-1, keepdims=True))
    found: Array = shares / shares.sum(-1, keepdims=True)
    return found


def borders(around: Array, slopes: Array, offsets: Array) -> tuple[Array, Whole]:
    """Return where two classes of a linear classifier are both the likeliest: (B, 2 ends, 2), and which two (B, 2).

    Args:
        around: the extent (2, 2) within which they are looked for.
        slopes: (N, 2) by which x and y are multiplied to logits; NaN for a class that is never likeliest.
        offsets: (N,) of the logits.
    """
    there = np.flatnonzero(np.isfinite(slopes).all(1) & np.isfinite(offsets))
    size = float(np.abs(slopes[there]).max(initial=0.0))
    lines, pairs = list[Array](), list[tuple[int, int]]()
    for place, one in enumerate(there):
        for other in there[place + 1 :]:
            normal, level = slopes[one] - slopes[other], offsets[one] - offsets[other]
            if (length := float(np.hypot(*normal))) <= _FLAT * size:
                continue
            along = np.array([-normal[1], normal[0]]) / length
            foot = around.mean(1) - normal * (normal @ around.mean(1) + level) / length**2
            rates = [*along, *-along, *((slopes[one] - slopes[there]) @ along)]
            rooms = [*(foot - around[:, 0]), *(around[:, 1] - foot)]
            rooms += [*((slopes[one] - slopes[there]) @ foot + offsets[one] - offsets[there])]
            if (part := _between(np.array(rates), np.array(rooms), _FLAT * size)) is not None:
                lines.append(foot + np.outer(part, along))
                pairs.append((int(one), int(other)))
    return np.array(lines).reshape(-1, 2, 2), np.array(pairs, np.int64).reshape(-1, 2)


def _between(rates: Array, rooms: Array, flat: float) -> tuple[float, float] | None:
    """Return the least and the largest s for which all rates * s + rooms are not negative; None where there is none."""
    level = np.abs(rates) <= flat
    if (rooms[level] < -flat).any():
        return None
    ends = -rooms[~level] / rates[~level]
    rises = rates[~level] > 0
    low, high = float(ends[rises].max(initial=-np.inf)), float(ends[~rises].min(initial=np.inf))
    return (low, high) if low < high else None


def nearest(places: Array, means: Array) -> Whole:
    """Return the class (Q,) whose mean (N, 2) is nearest to each place (Q, 2); means may be NaN."""
    distances = np.square(places[:, None] - means).sum(-1)
    found: Whole = np.where(np.isnan(distances), np.inf, distances).argmin(1)
    return found


def kept(predicted: Sequence[int] | NDArray[np.integer], places: Array, means: Array) -> float:
    """Return the share of decisions (Q,) that are the nearest class mean (N, 2) in the plane too."""
    if not len(places):
        return 1.0
    return float((nearest(places, means) == np.asarray(predicted)).mean())
