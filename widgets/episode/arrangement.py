"""Finds where the parts of a table lie: columns of supports, rows of answers and cells of queries, without painting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

GAP = 4.0  # pixels between two pictures
LARGEST = 96.0  # pixels: side of a picture
SMALLEST = 10.0  # pixels: side of a picture that is still one
SHARES = (0.30, 0.36, 0.42, 0.48, 0.54, 0.60, 0.66, 0.72)  # of the height for the supports, tried in this order
WIDER = 1.9  # width of what stands beside a query, relative to its picture
HIGHER = 0.75  # height of what stands below a query, relative to its picture
EDGE = 1.0  # pixels


@dataclass(frozen=True)
class Room:
    """How much room the parts take, in pixels of type at its present size."""

    gutter: float  # width of what stands left of the columns
    head: float  # height of a column's head
    row: float  # height of a method's row
    title: float  # height of a part's title


@dataclass(frozen=True)
class QueryPlace:
    """Where a query lies: all of it, its picture, and what stands beside or below it."""

    cell: QRectF
    picture: QRectF
    answers: QRectF


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Where everything lies, in pixels."""

    gutter: QRectF  # left of the supports
    heads: tuple[QRectF, ...]  # of the columns
    columns: tuple[QRectF, ...]  # with the heads
    supports: tuple[QRectF, ...]
    rows: tuple[QRectF, ...]  # of the chosen query's answers, from the left edge to the right
    between: QRectF  # the title of the queries
    queries: tuple[QueryPlace, ...]

    def way_at(self, place: QPointF) -> int | None:
        """Return whose column a place lies in."""
        return next((way for way, column in enumerate(self.columns) if column.contains(place)), None)

    def support_at(self, place: QPointF) -> int | None:
        """Return which support lies at a place."""
        return next((index for index, it in enumerate(self.supports) if it.contains(place)), None)

    def query_at(self, place: QPointF) -> int | None:
        """Return which query lies at a place."""
        return next((index for index, query in enumerate(self.queries) if query.cell.contains(place)), None)


def arrange(rect: QRectF, labels: Sequence[int], ways: int, queries: int, methods: int, room: Room) -> Arrangement:
    """Return where everything lies in a rectangle: pictures as large as they all can be.

    Args:
        labels: (M,) the column of each support.
        ways: number of columns.
        queries: number of queries, which may be none.
        methods: rows of answers.
        room: what type needs.
    """
    most = _most(labels)
    wide = (rect.width() - room.gutter) / ways
    rows = methods * room.row + (GAP if methods else 0.0)
    fixed = room.head + rows + (room.title if queries else 0.0)
    free = max(rect.height() - fixed, 2 * SMALLEST)
    high = free if not queries else free * _share(free, wide, most, queries, rect.width())
    top = rect.top() + room.head
    columns = [
        QRectF(rect.left() + room.gutter + way * wide, rect.top(), wide, room.head + high) for way in range(ways)
    ]
    heads = tuple(QRectF(it.left(), it.top(), it.width(), room.head) for it in columns)
    side, across = grid_side(most, wide - GAP, high - GAP)
    supports = _supports(columns, labels, side, across, room.head)
    first = top + high + (GAP if methods else 0.0)
    lines = [QRectF(rect.left(), first + index * room.row, rect.width(), room.row) for index in range(methods)]
    title = QRectF(rect.left(), top + high + rows, rect.width(), room.title if queries else 0.0)
    below = QRectF(rect.left(), title.bottom(), rect.width(), rect.bottom() - title.bottom())
    gutter = QRectF(rect.left(), rect.top(), room.gutter, room.head + high)
    return Arrangement(
        gutter,
        heads,
        tuple(columns),
        supports,
        tuple(lines),
        title,
        _queries(below, queries, methods * room.row + 2 * GAP),
    )


def grid_side(count: int, width: float, height: float, wider: float = 1.0, higher: float = 1.0) -> tuple[float, int]:
    """Return the largest side of `count` pictures that fit, and how many stand side by side.

    Each takes a cell `wider` times as wide and `higher` times as high as its side.
    """
    across = np.arange(1, max(count, 1) + 1)
    down = -(-max(count, 1) // across)
    sides = np.minimum(width / across / wider, height / down / higher)
    best = int(sides.argmax())
    return float(np.clip(sides[best], 1.0, LARGEST + GAP)), int(across[best])


def _share(free: float, wide: float, most: int, queries: int, width: float) -> float:
    """Return the share of the height for the supports at which the smallest picture is largest."""

    def smallest(share: float) -> float:
        support = grid_side(most, wide - GAP, free * share - GAP)[0]
        query = max(side for side, _ in _query_sides(queries, width, free * (1 - share)))
        return min(support, query)

    return max(SHARES, key=smallest)


def _query_sides(count: int, width: float, height: float) -> tuple[tuple[float, int], tuple[float, int]]:
    """Return sides and columns of the queries with answers beside them, and below them."""
    return grid_side(count, width, height, 1 + WIDER), grid_side(count, width, height, 1.0, 1 + HIGHER)


def cards(rect: QRectF, labels: Sequence[int], ways: int, room: Room) -> Arrangement:
    """Return where the classes lie right of the gutter as cards, in as many rows as make the pictures largest."""
    free = rect.adjusted(room.gutter, 0, 0, 0)
    most = _most(labels)

    def size(rows: int) -> tuple[float, float]:
        return free.width() / -(-ways // rows), free.height() / rows

    def side_in(rows: int) -> tuple[float, int]:
        wide, high = size(rows)
        return grid_side(most, wide - 2 * GAP, high - room.head - 2 * GAP)

    rows = max(range(1, ways + 1), key=lambda rows: side_in(rows)[0])
    (wide, high), (side, across) = size(rows), side_in(rows)
    found = []
    for way in range(ways):
        row, column = divmod(way, -(-ways // rows))
        found.append(QRectF(free.left() + column * wide, free.top() + row * high, wide - GAP / 2, high - GAP / 2))
    heads = tuple(QRectF(it.left(), it.top(), it.width(), room.head) for it in found)
    supports = _supports(found, labels, side, across, room.head)
    gutter = QRectF(rect.left(), rect.top(), room.gutter, rect.height())
    return Arrangement(gutter, heads, tuple(found), supports, (), QRectF(), ())


def _most(labels: Sequence[int]) -> int:
    """Return the supports of the class that has most, at least 1."""
    return max(Counter(labels).values(), default=1)


def _supports(
    columns: Sequence[QRectF], labels: Sequence[int], side: float, across: int, head: float
) -> tuple[QRectF, ...]:
    """Return the places of supports below the heads of their columns."""
    counts, seen = Counter(labels), Counter[int]()
    found = []
    for way in labels:
        row, place = divmod(seen[way], across)
        seen[way] += 1
        left = columns[way].center().x() - min(across, counts[way]) * side / 2
        found.append(_inner(left + place * side, columns[way].top() + head + GAP / 2 + row * side, side))
    return tuple(found)


def _inner(left: float, top: float, side: float) -> QRectF:
    """Return a picture within its cell."""
    gap = min(GAP, side / 5)
    return QRectF(left + gap / 2, top + gap / 2, side - gap, side - gap)


def _queries(rect: QRectF, count: int, rows: float) -> tuple[QueryPlace, ...]:
    """Return the queries' places: what stands beside a picture stands below it where that leaves more room.

    Below it there are at most `rows` pixels.
    """
    if not count:
        return ()
    beside, below = _query_sides(count, rect.width(), rect.height())
    if below[0] > 1.15 * beside[0]:
        side, across = below
        size = rect.width() / across, side + min(side * HIGHER, rows)
    else:
        side, across = beside
        size = rect.width() / across, side
    found = []
    for index in range(count):
        row, place = divmod(index, across)
        cell = QRectF(rect.left() + place * size[0], rect.top() + row * size[1], *size)
        cell.adjust(EDGE, EDGE, -EDGE, -EDGE)
        found.append(_query(cell, side, below=side == below[0] and below[0] > 1.15 * beside[0]))
    return tuple(found)


def _query(cell: QRectF, side: float, *, below: bool) -> QueryPlace:
    if below:
        picture = _inner(cell.center().x() - side / 2, cell.top() + EDGE, side)
        answers = QRectF(
            cell.left() + GAP, picture.bottom() + 2, cell.width() - 2 * GAP, cell.bottom() - picture.bottom() - 3
        )
        return QueryPlace(cell, picture, answers)
    picture = _inner(cell.left() + EDGE, cell.center().y() - side / 2 + EDGE, side - 2 * EDGE)
    left = picture.right() + GAP
    return QueryPlace(cell, picture, QRectF(left, cell.top() + 2, cell.right() - left - 2, cell.height() - 4))
