"""The cursor's rules, over everything that can happen to it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from metascope.widgets.clock.cursor import Cursor

STEPS = st.integers(0, 1000)
PLACES = st.integers(-50, 1050)


def test_a_new_cursor_is_live_at_the_start() -> None:
    assert Cursor() == Cursor(newest=0, position=0, looking="live")


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


@given(STEPS, st.tuples(PLACES, PLACES))
def test_a_range_lies_within_the_clock_in_order(newest: int, span: tuple[int, int]) -> None:
    marked = Cursor().grown(newest).marked(span).span
    assert marked is not None
    assert 0 <= marked[0] <= marked[1] <= newest
    assert Cursor().grown(newest).marked(span).marked(None).span is None


@given(STEPS, PLACES, st.tuples(PLACES, PLACES), st.lists(PLACES))
def test_a_loop_stays_within_its_range(newest: int, place: int, span: tuple[int, int], way: list[int]) -> None:
    cursor = Cursor().grown(newest).touched(place).marked(span).looped()
    for step in way:
        cursor = cursor.advanced(step)
        first, last = cursor.bounds
        assert first <= cursor.position <= last
        assert cursor.looping


@given(STEPS, PLACES, PLACES)
def test_only_a_loop_advances(newest: int, place: int, step: int) -> None:
    cursor = Cursor().grown(newest).touched(place)
    assert cursor.advanced(step) == cursor


def test_a_loop_begins_where_one_looks_and_at_its_begin_from_elsewhere() -> None:
    cursor = Cursor().grown(100).marked((20, 40))
    assert cursor.touched(30).looped().position == 30
    assert cursor.touched(50).looped().position == 20
    assert cursor.touched(40).looped().position == 20


class CursorMachine(RuleBasedStateMachine):
    """Everything that persons and runs do to a cursor, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = Cursor()

    @rule(more=st.integers(0, 100))
    def new_data(self, more: int) -> None:
        before = self.cursor
        self.cursor = before.grown(before.newest + more)
        assert before.live or self.cursor.position == before.position
        assert self.cursor.looking == before.looking
        assert self.cursor.span == before.span

    @rule(share=st.floats(0, 1))
    def set_back(self, share: float) -> None:
        self.cursor = self.cursor.grown(int(self.cursor.newest * share))

    @rule(place=PLACES)
    def scrub(self, place: int) -> None:
        self.cursor = self.cursor.touched(place)

    @rule()
    def end(self) -> None:
        self.cursor = self.cursor.followed()
        assert self.cursor.live

    @rule(span=st.none() | st.tuples(PLACES, PLACES))
    def mark(self, span: tuple[int, int] | None) -> None:
        before = self.cursor
        self.cursor = before.marked(span)
        assert before.looping or self.cursor.position == before.position

    @rule()
    def loop(self) -> None:
        self.cursor = self.cursor.looped()

    @rule(place=PLACES)
    def tick(self, place: int) -> None:
        before = self.cursor
        self.cursor = before.advanced(place)
        assert before.looping or self.cursor == before

    @invariant()
    def cursor_and_range_lie_within_the_run(self) -> None:
        first, last = self.cursor.bounds
        assert 0 <= first <= last <= self.cursor.newest
        assert 0 <= self.cursor.position <= self.cursor.newest
        assert not self.cursor.live or self.cursor.position == self.cursor.newest
        assert not self.cursor.looping or first <= self.cursor.position <= last


TestCursorMachine = CursorMachine.TestCase
TestCursorMachine.settings = settings(max_examples=40)
