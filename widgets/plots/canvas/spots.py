"""Places of the symbols of methods and tasks: which of them share a pixel, and which lie outside the picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import numpy as np

Pixel = tuple[float, float]
Edges = tuple[float, float, float, float]
TOGETHER = 4.0  # pixels: nearer symbols cover each other
NEAREST = 20.0  # pixels from a place to a letter that stands beside it
LONGER = 1.7  # times that, where there is no room nearer
FEW = 100  # pixels; of more, not each is compared with each,
CROWD = 8  # nor where so many are near each of them


T = TypeVar("T")


class Spot(NamedTuple):
    """A symbol of `role` at a place along the axes' scales."""

    role: str
    x: float
    y: float
    size: float  # pixels
    label: str  # what a person reads
    hollow: bool = False  # a ring, not a filled symbol
    letter: str = ""  # of a task, instead of a symbol
    drawn: bool = True  # whether there is a symbol where it is in sight, or only an arrow where it is not
    told: tuple[float, float] | None = None  # the place as read, where a scale bends it


@dataclass(frozen=True, eq=False)
class Focus(Generic[T]):
    """The symbols of some marks, the topmost first: the mark of each, the symbol, and its pixel."""

    marks: Sequence[T]
    spots: Sequence[Spot]
    pixels: Sequence[Pixel]

    def within(self, edges: Edges) -> list[int]:
        """Return the indices of those between the left, top, right and bottom edges; NaN is not."""
        left, top, right, bottom = edges
        return [n for n, (x, y) in enumerate(self.pixels) if left <= x <= right and top <= y <= bottom]

    def beyond(self, edges: Edges) -> list[int]:
        """Return the indices of those that lie somewhere, but not between the edges."""
        left, top, right, bottom = edges
        return [
            n
            for n, (x, y) in enumerate(self.pixels)
            if not (left <= x <= right and top <= y <= bottom) and math.isfinite(x) and math.isfinite(y)
        ]


def gathered(pixels: Sequence[Pixel], reach: float = TOGETHER) -> list[list[int]]:
    """Return the indices of pixels in groups: each within `reach` of the first of its group.

    Each pixel joins the oldest group that it can; the groups are in the order of their first members.
    """
    groups: list[list[int]] = []
    cells: dict[tuple[int, int], list[int]] = {}  # of side `reach`, with the groups that begin in them or next to them
    for index, (x, y) in enumerate(pixels):
        column, row = math.floor(x / reach), math.floor(y / reach)
        for group in cells.get((column, row), ()):
            first_x, first_y = pixels[groups[group][0]]
            if math.hypot(x - first_x, y - first_y) <= reach:
                groups[group].append(index)
                break
        else:
            for across in (column - 1, column, column + 1):
                for down in (row - 1, row, row + 1):
                    cells.setdefault((across, down), []).append(len(groups))
            groups.append([index])
    return groups


def meeting(pixels: Sequence[Pixel], kinds: Sequence[str], reach: float = TOGETHER) -> list[list[int]]:
    """Return those groups of `gathered` that have more than one kind, without looking for the others."""
    groups = _of_few(pixels, reach) if len(pixels) <= FEW else _of_many(pixels, kinds, reach)
    return [group for group in groups if len({kinds[index] for index in group}) > 1]


def _of_few(pixels: Sequence[Pixel], reach: float) -> list[list[int]]:
    """Return the groups of more than one pixel, found by the distance of each to each."""
    across, down = (along[:, None] - along for along in np.array(pixels).reshape(-1, 2).T)
    near = across * across + down * down <= reach * reach  # (n, n)
    found: list[list[int]] = []
    free = [True] * len(pixels)
    for index in (near.sum(axis=1) > 1).nonzero()[0].tolist():
        if free[index]:
            found.append([other for other in near[index].nonzero()[0].tolist() if free[other]])
            for other in found[-1]:
                free[other] = False
    return found


def _of_many(pixels: Sequence[Pixel], kinds: Sequence[str], reach: float) -> Iterable[list[int]]:
    """Return groups, all of more than one kind among them, found by the next pixels in the order from left to right."""
    places = np.array(pixels)
    order = places[:, 0].argsort(kind="stable")
    x, y = places[order].T
    pairs: list[tuple[int, int]] = []
    for apart in range(1, len(order)):
        across = x[apart:] - x[:-apart]
        if across.min() > reach:
            break
        if len(pairs) > CROWD * len(order):
            return gathered(pixels, reach)
        down = y[apart:] - y[:-apart]
        left = (across * across + down * down <= reach * reach).nonzero()[0]
        one, other = order[left], order[left + apart]
        pairs += zip(np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), strict=True)
    if all(kinds[one] == kinds[other] for one, other in pairs):
        return []
    leaders: dict[int, int] = {}  # of those that have joined another
    groups: dict[int, list[int]] = {}
    for one, other in sorted(pairs):
        if one not in leaders and other not in leaders:
            leaders[other] = one
            groups.setdefault(one, [one]).append(other)
    return groups.values()


def beside(place: Pixel, lift: Pixel, size: float, taken: Sequence[tuple[Pixel, float]], room: Edges) -> Pixel:
    """Return how far from its place a letter stands, so that it neither hides a symbol nor is hidden.

    It is `lift` where that is free, else the next free place around, else the one that is least in the way.

    Args:
        place: what the letter names, in pixels.
        lift: pixels to the right and down to where it stands by choice.
        size: of the letter's badge.
        taken: the middles and sizes of symbols.
        room: left, top, right and bottom of the picture.
    """
    best, clearest = lift, -math.inf
    far = LONGER * max(math.hypot(*lift), NEAREST) + size / 2  # symbols beyond are in no one's way
    close = [
        (x, y, (size + its) / 2)
        for (x, y), its in taken
        if abs(x - place[0]) < far + its / 2 and abs(y - place[1]) < far + its / 2
    ]
    for aside in _around(lift):
        x, y = place[0] + aside[0], place[1] + aside[1]
        free = min(x - room[0] - size / 2, y - room[1] - size / 2, room[2] - x - size / 2, room[3] - y - size / 2)
        for its_x, its_y, least in close:
            free = min(free, math.hypot(x - its_x, y - its_y) - least)
        if free >= 0:
            return aside
        if free > clearest:
            best, clearest = aside, free
    return best


def _around(lift: Pixel) -> Iterator[Pixel]:
    """Yield a lift, then others of its length in turns of 45 degrees, the nearest first, then longer ones."""
    yield lift
    length, start = max(math.hypot(*lift), NEAREST), math.atan2(lift[1], lift[0]) if any(lift) else -math.pi / 4
    for longer in (1.0, LONGER):
        for turn in (0, 1, -1, 2, -2, 3, -3, 4):
            angle = start + turn * math.pi / 4
            yield longer * length * math.cos(angle), longer * length * math.sin(angle)


def sector(from_middle: Pixel, count: int) -> int:
    """Return which of `count` equal sectors a direction points into: clockwise from the top, y down."""
    turn = math.atan2(from_middle[0], -from_middle[1]) / math.tau % 1.0
    return min(int(turn * count), count - 1)
