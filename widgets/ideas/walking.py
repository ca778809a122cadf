"""Finds where an arrow key leads among things that stand anywhere on a surface."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QRectF, Qt

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_ASIDE = 3.0  # how much farther a place counts as for each pixel that it lies aside


def next_place(places: Sequence[QRectF], start: int, key: Qt.Key) -> int:
    """Return the index of the nearest place in the direction of an arrow key from `start`; `start` where none is."""
    right, down = ARROWS[key]
    here = places[start]

    def distance(place: QRectF) -> float:
        """Return how far the place is; infinite where it does not lie in the direction."""
        by = place.center() - here.center()
        ahead = by.x() * right + by.y() * down
        gap = _gap(here, place, across=bool(down))
        own = here.width() if right else here.height()
        return hypot(ahead, _ASIDE * gap) if ahead > own / 4 else float("inf")

    best = min(range(len(places)), key=lambda index: distance(places[index]) if index != start else float("inf"))
    return best if best != start and distance(places[best]) < float("inf") else start


def _gap(one: QRectF, other: QRectF, *, across: bool) -> float:
    """Return how far apart two places are at right angles to the way; 0 where they overlap, a bit for their middles."""
    if across:
        between = max(other.left() - one.right(), one.left() - other.right(), 0.0)
        return between + 0.1 * abs(other.center().x() - one.center().x())
    between = max(other.top() - one.bottom(), one.top() - other.bottom(), 0.0)
    return between + 0.1 * abs(other.center().y() - one.center().y())
