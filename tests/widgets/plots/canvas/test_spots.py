"""Which symbols lie together, and into which sector of a shared one a direction points."""

from __future__ import annotations

import numpy as np
import pytest

from widgets.plots.canvas.spots import TOGETHER, gathered, sector


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
