"""Where cards and the headings of their groups stand: columns that share the width by how many cards they have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from metascope.widgets.look.theme import GRID

_GAP = GRID // 2  # px between cards
_HEAD = 3  # cards that are about as high as the headings of a row


@dataclass(frozen=True)
class Laid:
    """Where everything of an arrangement stands, in pixels."""

    heads: tuple[QRect, ...]  # of each group
    cards: tuple[tuple[QRect, ...], ...]  # of each group
    height: int


def laid_out(
    counts: Sequence[int],
    width: int,
    top: int,
    card_width: int,
    card_height: int,
    head_height: Callable[[int, int], int],
) -> Laid:
    """Lay groups of so many cards out, in rows of groups where there is no room for all beside each other.

    Args:
        counts: cards of each group.
        width: of the surface.
        top: where the first row begins.
        card_width: of a card at least.
        card_height: of a card.
        head_height: returns the height of a group's heading in a column of a width.
    """
    columns = max(1, (width + GRID) // (card_width + GRID))
    heads: list[QRect] = []
    cards: list[tuple[QRect, ...]] = []
    first = 0
    for row in _rows(counts, columns):
        shares = _shares(row, columns)
        unit = (width - (sum(shares) - 1) * GRID) // sum(shares)
        highs = [head_height(first + place, _span(unit, share)) for place, share in enumerate(shares)]
        high, left, below = max(highs), 0, top
        for count, share in zip(row, shares, strict=True):
            across = _span(unit, share)
            heads.append(QRect(left, top, across, high))
            places = [_card(index, share, left, top + high, unit, card_height) for index in range(count)]
            cards.append(tuple(places))
            below = max(below, top + high, *(place.bottom() + 1 for place in places))
            left += across + GRID
        top, first = below + 2 * GRID, first + len(row)
    return Laid(tuple(heads), tuple(cards), top)


def _rows(counts: Sequence[int], columns: int) -> list[Sequence[int]]:
    """Split groups, in their order, into rows of at most so many, so that all rows together are as low as can be."""
    best: list[tuple[int, list[Sequence[int]]]] = [(0, [])]  # of the first groups, for each number of them
    for end in range(1, len(counts) + 1):
        ways = []
        for start in range(max(0, end - columns), end):
            row = counts[start:end]
            shares = _shares(row, columns)
            high = max(-(-count // share) for count, share in zip(row, shares, strict=True))
            ways.append((best[start][0] + high + _HEAD, [*best[start][1], row]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _shares(counts: Sequence[int], columns: int) -> list[int]:
    """Return how many columns each group has: the highest one gets the next, while it gets lower by that."""
    shares = [1] * len(counts)
    for _ in range(columns - len(counts)):
        highs = [-(-count // share) for count, share in zip(counts, shares, strict=True)]
        most = highs.index(max(highs))
        if highs[most] <= 1:
            break
        shares[most] += 1
    return shares


def _span(unit: int, share: int) -> int:
    return unit * share + GRID * (share - 1)


def _card(index: int, share: int, left: int, top: int, unit: int, high: int) -> QRect:
    row, column = divmod(index, share)
    return QRect(left + column * (unit + GRID), top + row * (high + _GAP), unit, high)
