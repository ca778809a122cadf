"""Everything on the table has a place of its own, whatever the number of classes and pictures."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF

from metascope.widgets.episode.arrangement import SMALLEST, Arrangement, Room, arrange, cards, grid_side

ROOM = Room(120.0, 22.0, 15.0, 18.0)
STAGE = QRectF(0, 0, 640, 390)


def table(ways: int, shots: int, queries: int, methods: int, rect: QRectF = STAGE) -> Arrangement:
    return arrange(rect, [way for way in range(ways) for _ in range(shots)], ways, queries, methods, ROOM)


@pytest.mark.parametrize("ways", [2, 5, 20])
@pytest.mark.parametrize("shots", [1, 5, 20])
@pytest.mark.parametrize(("queries", "methods"), [(1, 1), (25, 9), (0, 0)])
def test_nothing_lies_on_another_thing(ways: int, shots: int, queries: int, methods: int) -> None:
    found = table(ways, shots, queries, methods)
    places = [*found.heads, *found.supports, *found.rows, *(query.cell for query in found.queries)]
    assert len(places) == ways + ways * shots + methods + queries
    for one, other in combinations(places, 2):
        shared = one.intersected(other)
        assert shared.width() < 0.01 or shared.height() < 0.01
    whole = STAGE.adjusted(-0.01, -0.01, 0.01, 0.01)
    assert all(whole.contains(place) for place in places)


def test_supports_lie_in_their_columns() -> None:
    found = table(5, 5, 5, 3)
    for index, place in enumerate(found.supports):
        assert found.columns[index // 5].contains(place)
        assert found.support_at(place.center()) == index
        assert found.way_at(place.center()) == index // 5


def test_what_stands_beside_a_query_lies_in_its_cell_and_off_its_picture() -> None:
    for queries in (1, 3, 10, 60):
        for place in table(5, 1, queries, 3).queries:
            assert place.cell.contains(place.picture)
            assert place.cell.contains(place.answers)
            assert not place.answers.intersects(place.picture)


def test_more_pictures_are_smaller_but_still_pictures() -> None:
    sides = [table(5, shots, 5, 3).supports[0].width() for shots in (1, 5, 10, 20)]
    assert sides == sorted(sides, reverse=True)
    assert sides[-1] >= SMALLEST


def test_classes_may_have_different_numbers_of_supports() -> None:
    found = arrange(STAGE, [2, 2, 0], 3, 1, 1, ROOM)
    assert [found.way_at(place.center()) for place in found.supports] == [2, 2, 0]


def test_a_place_outside_has_nothing() -> None:
    found = table(3, 1, 1, 1)
    outside = QPointF(10, 10)
    assert (found.way_at(outside), found.support_at(outside), found.query_at(outside)) == (None, None, None)


def test_a_grid_of_pictures_uses_the_room() -> None:
    assert grid_side(4, 80, 80) == (40.0, 2)
    assert grid_side(1, 1000, 1000)[0] < 200


@pytest.mark.parametrize("ways", [2, 5, 13, 20])
def test_cards_of_many_classes_have_larger_pictures_than_columns(ways: int) -> None:
    labels = list(range(ways))
    wrapped = cards(STAGE, labels, ways, ROOM)
    plain = arrange(STAGE, labels, ways, 0, 0, ROOM)
    assert wrapped.supports[0].width() >= plain.supports[0].width() - 8
    assert all(card.contains(place) for card, place in zip(wrapped.columns, wrapped.supports, strict=True))
    for one, other in combinations(wrapped.columns, 2):
        assert not one.intersects(other)
