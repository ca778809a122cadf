"""Which symbols lie together, and into which sector of a shared one a direction points."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.widgets.plots.canvas.spots import TOGETHER, Pixel, beside, gathered, meeting, sector


def test_symbols_within_a_few_pixels_of_the_first_lie_together() -> None:
    places = [(100.0, 100.0), (102.0, 101.0), (150.0, 100.0), (103.9, 100.0), (150.0, 103.0)]
    assert gathered(places) == [[0, 1, 3], [2, 4]]


def test_a_row_of_close_symbols_is_no_single_group() -> None:
    places = [(3.0 * index, 0.0) for index in range(6)]
    assert gathered(places) == [[0, 1], [2, 3], [4, 5]]


def test_groups_are_those_of_a_search_through_all() -> None:
    places = [tuple(place) for place in np.random.default_rng(3).uniform(-40, 40, (300, 2)).tolist()]
    groups: list[list[int]] = []
    for index, place in enumerate(places):
        near = [group for group in groups if np.hypot(*np.subtract(place, places[group[0]])) <= TOGETHER]
        near[0].append(index) if near else groups.append([index])
    assert gathered(places) == groups


@pytest.mark.parametrize(
    ("direction", "wanted"), [((1, -1), 0), ((1, 1), 1), ((-1, 1), 2), ((-1, -1), 3), ((0.01, -1), 0), ((-0.01, -1), 3)]
)
def test_sectors_go_round_from_the_top(direction: tuple[float, float], wanted: int) -> None:
    assert sector(direction, 4) == wanted


ROOM = (0.0, 0.0, 200.0, 200.0)


@pytest.mark.parametrize("lift", [(14.0, -16.0), (0.0, 18.0), (0.0, 0.0)])
def test_a_letter_stands_where_it_is_meant_to_while_that_is_free(lift: Pixel) -> None:
    assert beside((100.0, 100.0), lift, 18.0, [((150.0, 150.0), 11.0)], ROOM) == lift


@pytest.mark.parametrize("place", [(100.0, 100.0), (5.0, 5.0), (195.0, 100.0), (100.0, 196.0)])
@pytest.mark.parametrize("lift", [(14.0, -16.0), (0.0, 18.0), (0.0, 0.0)])
def test_a_letter_stands_clear_of_symbols_and_edges(place: Pixel, lift: Pixel) -> None:
    taken = [(place, 14.0), ((place[0] + 14.0, place[1] - 16.0), 14.0), ((place[0], place[1] + 18.0), 14.0)]
    x, y = np.add(place, beside(place, lift, 18.0, taken, ROOM)).tolist()
    assert all(np.hypot(x - at[0], y - at[1]) >= 16.0 for at, _ in taken)
    assert 9.0 <= x <= 191.0
    assert 9.0 <= y <= 191.0


def test_a_letter_among_symbols_stands_where_it_hides_least() -> None:
    taken = [((100.0 + 10.0 * across, 100.0 + 10.0 * down), 11.0) for across in range(-6, 7) for down in range(-6, 7)]
    taken.remove(((110.0, 80.0), 11.0))
    x, y = beside((100.0, 100.0), (14.0, -16.0), 18.0, taken, ROOM)
    assert abs(x - 10.0) + abs(y + 20.0) < 14.0


@pytest.mark.parametrize("across", [3.0, 40.0, 400.0], ids=["one place", "close", "spread"])
@pytest.mark.parametrize("count", [2, 60, 300])
def test_groups_that_meet_are_those_of_several_kinds(count: int, across: float) -> None:
    random = np.random.default_rng(5)
    places = [(x, y) for x, y in random.uniform(-across / 2, across / 2, (count, 2)).tolist()]
    kinds = random.choice(["one", "two", "three"], count).tolist()
    wanted = [group for group in gathered(places) if len({kinds[index] for index in group}) > 1]
    assert meeting(places, kinds) == wanted
