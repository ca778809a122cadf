"""Places of the symbols of methods and tasks: which of them share a pixel, and which lie outside the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Pixel = tuple[float, float]
TOGETHER = 4.0  # pixels: nearer symbols cover each other


@dataclass(frozen=True)
class Spot:
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


def gathered(pixels: Sequence[Pixel], reach: float = TOGETHER) -> list[list[int]]:
    """Return the indices of pixels in groups: each within `reach` of the first of its group.

    Each pixel joins the oldest group that it can; the groups are in the order of their first members.
    """
    groups: list[list[int]] = []
    cells: dict[tuple[int, int], list[int]] = {}  # of side `reach`, with the groups that begin in them
    for index, (x, y) in enumerate(pixels):
        column, row = math.floor(x / reach), math.floor(y / reach)
        near = sorted(
            group
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for group in cells.get((across, down), ())
        )
        for group in near:
            first_x, first_y = pixels[groups[group][0]]
            if math.hypot(x - first_x, y - first_y) <= reach:
                groups[group].append(index)
                break
        else:
            cells.setdefault((column, row), []).append(len(groups))
            groups.append([index])
    return groups


def sector(from_middle: Pixel, count: int) -> int:
    """Return which of `count` equal sectors a direction points into: clockwise from the top, y down."""
    turn = math.atan2(from_middle[0], -from_middle[1]) / math.tau % 1.0
    return min(int(turn * count), count - 1)
