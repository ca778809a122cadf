"""Selects the locations of a memory that are drawn, and makes their axis ticks and names."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from metascope.widgets.look.translation import translate
from metascope.widgets.plots.canvas.contours import nice_ticks
from metascope.widgets.plots.canvas.scales import Tick

Places = NDArray[np.intp]
USED = 0.05  # weight that a used location exceeds at some time
SPARE = 3  # locations drawn on either side of the used ones
STEP = 8  # by which the number of rows grows, so that the picture seldom moves during training
CLOSE = 0.65  # of the distance between two ticks: nearer labels would overlap
MOST = 0.75  # of the memory: a longer stretch leaves hardly anything out


def used(weighting: NDArray[np.float32]) -> Places:
    """Return the shortest stretch of locations, around the circle, that holds all locations used by any head.

    Heads shift around the memory as around a circle, so a stretch may wrap around its end. It is the whole memory if
    no head settles anywhere, or if hardly any location would be left out.

    Args:
        weighting: (T, H, N) of H heads over N locations at T time steps.
    """
    count = weighting.shape[-1]
    told = np.flatnonzero(weighting.max(axis=(0, 1)) > USED) if len(weighting) else np.empty(0, np.intp)
    if not len(told):
        return np.arange(count)
    gaps = np.diff(np.append(told, told[0] + count))  # to the next one, around the circle
    widest = int(gaps.argmax())
    first, length = int(told[(widest + 1) % len(told)]) - SPARE, count - int(gaps[widest]) + 1 + 2 * SPARE
    first, length = first - first % 4, -(-(length + first % 4) // STEP) * STEP
    if length > MOST * count:
        return np.arange(count)
    return np.asarray((first + np.arange(length)) % count)


def ticks(places: Places, about: int) -> tuple[Tick, ...]:
    """Return `about` ticks at round locations, for rows at y = 0, -1, -2, ...

    Where the last location is followed by the first, the tick of 0 replaces one that is too near.
    """
    even = nice_ticks(0.0, float(len(places)), about)
    every = max(1, round(float(even[1] - even[0]))) if len(even) > 1 else 1
    found: list[Tick] = []
    for row, place in enumerate(places.tolist()):
        if place % every == 0:
            if found and row + found[-1][0] < CLOSE * every:
                found.pop()
            found.append((-float(row), str(place)))
    return tuple(found)


def names(places: Places) -> tuple[str, ...]:
    """Return the name of each location."""
    text = translate("MemoryRows", "location {number}")
    return tuple(text.format(number=place) for place in places.tolist())
