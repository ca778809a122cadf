"""The model of both clocks follows the cursor's rules, and a widget shows it when it is told."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.timeline import Timeline
from metascope.widgets.clock.track import Track
from metascope.widgets.look.theme import LIGHT
from tests.widgets.person import named


def test_a_live_cursor_goes_along_and_one_that_was_put_somewhere_stays() -> None:
    clocks = Clocks()
    clocks.grow(100)
    assert clocks.outer.position == 100
    clocks.look_at(40)
    clocks.grow(101)
    assert clocks.outer.position == 40
    clocks.follow()
    assert clocks.outer.position == 101


def test_a_loop_goes_on_within_the_marked_range_and_stops_where_it_is() -> None:
    clocks = Clocks()
    clocks.grow(100)
    clocks.mark((30, 10))
    clocks.set_looping(True)
    assert clocks.outer.position == 10
    clocks.advance(99)
    clocks.set_looping(False)
    assert (clocks.outer.position, clocks.outer.looking) == (30, "back")


def test_the_inner_cursor_at_the_last_tick_stays_at_the_last() -> None:
    clocks = Clocks()
    clocks.set_ticks(24)
    clocks.look_at_tick(7)
    clocks.set_ticks(54)
    assert clocks.inner.position == 7
    clocks.look_at_tick(53)
    clocks.set_ticks(60)
    assert clocks.inner.position == 59


def test_two_models_share_nothing() -> None:
    one, other = Clocks(), Clocks()
    one.grow(7)
    assert other.outer.newest == 0


def test_a_widget_shows_the_model_when_it_is_told_and_changes_it_by_hand(qtbot: QtBot) -> None:
    clocks = Clocks(pace=7.0)
    timeline = Timeline(clocks, LIGHT)
    qtbot.addWidget(timeline)
    clocks.grow(100)
    clocks.look_at(40)
    assert named(timeline, Track, "Meta-step").value() == 0
    timeline.show_clocks()
    assert named(timeline, Track, "Meta-step").value() == 40
    timeline.outer_clock.nudge(-3)
    timeline.inner_clock.go_last()
    assert clocks.outer.position == 37
    assert clocks.inner.live
