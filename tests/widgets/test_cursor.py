"""The cursor's rules, over everything that can happen to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.cursor import Cursor

STEPS = st.integers(0, 1000)
PLACES = st.integers(-50, 1050)


def test_a_new_cursor_is_live_at_the_start() -> None:
    assert Cursor() == Cursor(newest=0, position=0, live=True)


@given(st.lists(STEPS))
def test_a_live_cursor_follows_the_newest(clock: list[int]) -> None:
    cursor = Cursor()
    for newest in clock:
        cursor = cursor.grown(newest)
        assert cursor.position == newest
        assert cursor.live


@given(STEPS, PLACES, st.lists(st.integers(0, 100)))
def test_new_data_never_move_a_cursor_that_was_touched(newest: int, place: int, growth: list[int]) -> None:
    cursor = Cursor().grown(newest).touched(place)
    looked_at = cursor.position
    for more in growth:
        cursor = cursor.grown(cursor.newest + more)
        assert cursor.position == looked_at
        assert not cursor.live


@given(STEPS, PLACES)
def test_touching_leaves_live_and_stays_within_the_clock(newest: int, place: int) -> None:
    cursor = Cursor().grown(newest).touched(place)
    assert not cursor.live
    assert cursor.position == min(max(place, 0), newest)


@given(STEPS, PLACES, STEPS)
def test_following_returns_to_live(newest: int, place: int, later: int) -> None:
    cursor = Cursor().grown(newest).touched(place).followed()
    assert cursor.live
    assert cursor.grown(later).position == later


@given(STEPS, PLACES, STEPS)
def test_a_clock_set_back_takes_the_cursor_along(newest: int, place: int, earlier: int) -> None:
    cursor = Cursor().grown(newest).touched(place)
    assert cursor.grown(earlier).position == min(cursor.position, earlier)


def test_nudging_moves_from_where_it_is() -> None:
    assert Cursor().grown(10).touched(4).nudged(-3).position == 1
