"""Cards in groups: in columns that share the width, none over another."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRect, QRectF, Qt

from metascope.widgets.ideas.groups import laid_out
from metascope.widgets.ideas.walking import next_place


@pytest.mark.parametrize("counts", [(34,), (5, 22, 1), (6, 1, 2, 5, 3, 7, 4), (0, 3, 0), (1,) * 9, (0,)])
@pytest.mark.parametrize("width", [120, 640, 930, 1800])
def test_nothing_lies_over_anything_else_and_all_is_within_the_width(counts: tuple[int, ...], width: int) -> None:
    laid = laid_out(counts, width, 30, 168, 48, lambda index, across: 40 + index)
    assert [len(cards) for cards in laid.cards] == list(counts)
    places = [*laid.heads, *itertools.chain(*laid.cards)]
    assert not any(one.intersects(other) for one, other in itertools.combinations(places, 2))
    for place in places:
        assert QRect(0, 30, width, laid.height).contains(place)


def test_a_group_with_many_cards_has_more_columns() -> None:
    laid = laid_out((2, 20), 930, 0, 168, 48, lambda index, across: 40)
    assert laid.heads[1].width() > 2 * laid.heads[0].width()


def test_rows_of_groups_are_as_low_as_can_be() -> None:
    """Eight and eight cards beside two and two: those alike share a row."""
    laid = laid_out((8, 8, 2, 2), 2 * 168 + 8, 0, 168, 48, lambda index, across: 40)
    assert laid.heads[0].y() == laid.heads[1].y() < laid.heads[2].y() == laid.heads[3].y()


PLACES = [QRectF(x, y, 80, 40) for y in (0, 50, 100) for x in (0, 100, 200)]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (0, Qt.Key.Key_Right, 1),
        (0, Qt.Key.Key_Down, 3),
        (4, Qt.Key.Key_Left, 3),
        (4, Qt.Key.Key_Up, 1),
        (2, Qt.Key.Key_Right, 2),
        (0, Qt.Key.Key_Up, 0),
        (8, Qt.Key.Key_Down, 8),
    ],
)
def test_arrow_keys_lead_to_the_nearest_in_their_direction(start: int, key: Qt.Key, end: int) -> None:
    assert next_place(PLACES, start, key) == end


def test_every_place_is_reached_by_arrow_keys() -> None:
    scattered = [
        QRectF(*at)
        for at in ((0, 0, 90, 40), (120, 60, 60, 30), (300, 10, 80, 50), (40, 150, 90, 40), (260, 140, 90, 40))
    ]
    reached, waiting = {0}, [0]
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    while waiting:
        start = waiting.pop()
        fresh = {next_place(scattered, start, key) for key in keys} - reached
        reached |= fresh
        waiting += fresh
    assert reached == set(range(len(scattered)))
