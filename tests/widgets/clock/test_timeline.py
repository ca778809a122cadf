"""The two-clock timeline: live, looking back, and what a person's hands do to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from metascope.simulator.engine.running.breakpoints import parse
from metascope.simulator.engine.text import Message, say
from metascope.widgets.clock.clocks import Clocks
from metascope.widgets.clock.timeline import Timeline
from metascope.widgets.clock.track import Marker, Track
from metascope.widgets.look.caption import Caption
from metascope.widgets.look.theme import DARK, LIGHT
from tests.widgets.leaks import is_freed
from tests.widgets.person import click, hold, move, named, press, release, wheel

Told = list[tuple[object, ...]]
AT_500 = parse("at 500", (), 0)
CAPTIONS = tuple(say("tick {n} of the course", n=n) for n in range(24))


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline(Clocks(), LIGHT)
    qtbot.addWidget(made)
    made.resize(1600, 104)
    made.show()
    made.clocks.grow(100)
    made.outer_clock.set_planned(400)
    made.clocks.set_ticks(24)
    made.inner_clock.set_captions(CAPTIONS)
    made.inner_clock.set_methods([("maml", "MAML"), ("reptile", "Reptile")])
    made.outer_clock.set_running("paused")
    return made


@pytest.fixture
def told(timeline: Timeline) -> Told:
    heard: Told = []
    timeline.outer_clock.moved.connect(lambda step: heard.append(("outer", step)))
    timeline.outer_clock.live_requested.connect(lambda: heard.append(("live",)))
    timeline.inner_clock.moved.connect(lambda tick: heard.append(("inner", tick)))
    timeline.outer_clock.play_toggled.connect(lambda play: heard.append(("play", play)))
    timeline.outer_clock.step_requested.connect(lambda: heard.append(("step",)))
    timeline.inner_clock.play_toggled.connect(lambda play: heard.append(("inner play", play)))
    timeline.outer_clock.pace_changed.connect(lambda pace: heard.append(("pace", pace)))
    timeline.inner_clock.pace_changed.connect(lambda pace: heard.append(("inner pace", pace)))
    timeline.inner_clock.method_chosen.connect(lambda key: heard.append(("method", key)))
    timeline.outer_clock.loop_toggled.connect(lambda loop: heard.append(("loop", loop)))
    timeline.outer_clock.loop_pace_changed.connect(lambda pace: heard.append(("loop pace", pace)))
    timeline.outer_clock.span_changed.connect(lambda span: heard.append(("span", span)))
    timeline.outer_clock.bookmark_toggled.connect(lambda step: heard.append(("bookmark", step)))
    timeline.outer_clock.breakpoints_changed.connect(lambda breakpoints: heard.append(("breakpoints", breakpoints)))
    timeline.outer_clock.continue_requested.connect(lambda step: heard.append(("continue", step)))
    timeline.outer_clock.branch_requested.connect(lambda step: heard.append(("branch", step)))
    return heard


def outer(timeline: Timeline) -> Track:
    return named(timeline, Track, "Meta-step")


def inner(timeline: Timeline) -> Track:
    return named(timeline, Track, "Inner")


def at(track: Track, step: int) -> QPoint:
    return QPoint(round(track.place(step)), track.height() // 2)


def caption(timeline: Timeline) -> str:
    return timeline.findChildren(Caption)[0].text()


def test_setters_emit_nothing(timeline: Timeline, told: Told) -> None:
    timeline.clocks.grow(250)
    timeline.outer_clock.set_planned(400)
    timeline.clocks.look_at(120)
    timeline.outer_clock.show_clocks()
    timeline.clocks.follow()
    timeline.outer_clock.show_clocks()
    timeline.clocks.set_ticks(5)
    timeline.inner_clock.set_captions(CAPTIONS[:5])
    timeline.clocks.look_at_tick(2)
    timeline.inner_clock.show_clocks()
    timeline.outer_clock.set_markers([Marker(10, "steering", "alpha = 0.3")])
    for state in ("preparing", "idle", "running", "paused", "finished", "failed"):
        timeline.outer_clock.set_running(state)
    timeline.inner_clock.set_playing(True)
    timeline.outer_clock.set_achieved(38.2)
    timeline.clocks.pace = 10.0
    timeline.outer_clock.show_clocks()
    timeline.clocks.inner_pace = 4.0
    timeline.inner_clock.show_clocks()
    timeline.inner_clock.set_method("reptile")
    timeline.inner_clock.set_methods([("ntm", "NTM")])
    timeline.clocks.set_looping(True)
    timeline.outer_clock.show_clocks()
    timeline.clocks.advance(7)
    timeline.outer_clock.show_clocks()
    timeline.clocks.set_looping(False)
    timeline.outer_clock.show_clocks()
    timeline.clocks.mark((3, 9))
    timeline.outer_clock.show_clocks()
    timeline.clocks.loop_pace = 5.0
    timeline.outer_clock.show_clocks()
    timeline.outer_clock.set_loop_achieved(4.9)
    timeline.outer_clock.set_bookmarked(True)
    timeline.outer_clock.set_metric_names(["maml.loss_after"])
    timeline.outer_clock.set_breakpoints([AT_500])
    timeline.outer_clock.set_hit(AT_500)
    timeline.set_theme(DARK)
    assert told == []


def test_a_live_cursor_goes_along(timeline: Timeline) -> None:
    timeline.clocks.grow(180)
    timeline.outer_clock.set_planned(400)
    assert timeline.clocks.outer.position == 180
    assert named(timeline, QToolButton, "Live").isChecked()


def test_a_click_on_the_track_leaves_live_and_new_steps_leave_the_cursor(timeline: Timeline, told: Told) -> None:
    click(outer(timeline), at(outer(timeline), 40))
    assert told == [("outer", 40)]
    timeline.clocks.grow(200)
    timeline.outer_clock.set_planned(400)
    assert timeline.clocks.outer.position == 40
    assert not named(timeline, QToolButton, "Live").isChecked()


def test_a_drag_tells_each_place_and_stops_at_the_newest(timeline: Timeline, told: Told) -> None:
    track = outer(timeline)
    hold(track, at(track, 20))
    move(track, at(track, 60))
    move(track, at(track, 390))
    release(track, at(track, 390))
    assert told == [("outer", 20), ("outer", 60), ("outer", 100)]
    assert not timeline.clocks.outer.live


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Left, 49),
        (Qt.Key.Key_Right, 51),
        (Qt.Key.Key_PageDown, 10),
        (Qt.Key.Key_PageUp, 90),
        (Qt.Key.Key_Home, 0),
    ],
)
def test_keys_move_the_outer_cursor(timeline: Timeline, told: Told, key: Qt.Key, step: int) -> None:
    timeline.clocks.look_at(50)
    timeline.outer_clock.show_clocks()
    press(outer(timeline), key)
    assert told == [("outer", step)]
    assert timeline.clocks.outer.position == step


def test_end_returns_to_live(timeline: Timeline, told: Told) -> None:
    timeline.clocks.look_at(50)
    timeline.outer_clock.show_clocks()
    press(outer(timeline), Qt.Key.Key_End)
    assert told == [("live",)]
    assert timeline.clocks.outer.live
    assert timeline.clocks.outer.position == 100


def test_the_live_button_follows_and_lets_go(timeline: Timeline, told: Told) -> None:
    live = named(timeline, QToolButton, "Live")
    live.click()
    live.click()
    assert told == [("outer", 100), ("live",)]


def looking(timeline: Timeline) -> list[str]:
    """Return the ways of looking whose buttons are down."""
    return [way for way in ("Live", "Back", "Loop") if named(timeline, QToolButton, way).isChecked()]


def test_the_way_of_looking_is_always_to_be_seen(timeline: Timeline) -> None:
    seen = [looking(timeline)]
    acts: list[Callable[[], None]] = [timeline.toggle_loop, timeline.toggle_loop, timeline.outer_clock.go_live]
    for act in (lambda: timeline.outer_clock.go(40), *acts):
        act()
        seen.append(looking(timeline))
    assert seen == [["Live"], ["Back"], ["Loop"], ["Back"], ["Live"]]


def test_the_buttons_choose_the_way_of_looking(timeline: Timeline, told: Told) -> None:
    for way in ("Back", "Loop", "Back", "Loop", "Loop", "Loop", "Live"):
        named(timeline, QToolButton, way).click()
    assert told == [
        ("outer", 100),
        ("loop", True),
        ("outer", 0),
        ("loop", True),
        ("loop", False),
        ("loop", True),
        ("live",),
    ]
    assert looking(timeline) == ["Live"]


def test_a_range_begins_and_ends_at_the_cursor(timeline: Timeline, told: Told) -> None:
    timeline.clocks.look_at(30)
    timeline.outer_clock.show_clocks()
    timeline.outer_clock.mark_begin()
    timeline.clocks.look_at(60)
    timeline.outer_clock.show_clocks()
    timeline.outer_clock.mark_end()
    timeline.outer_clock.mark(None)
    assert told == [("span", (30, 100)), ("span", (30, 60)), ("span", None)]


def test_a_begin_behind_the_end_begins_a_new_range(timeline: Timeline) -> None:
    timeline.clocks.mark((10, 20))
    timeline.outer_clock.show_clocks()
    timeline.clocks.look_at(50)
    timeline.outer_clock.show_clocks()
    timeline.outer_clock.mark_begin()
    assert timeline.clocks.outer.span == (50, 100)
    timeline.clocks.mark((70, 80))
    timeline.outer_clock.show_clocks()
    timeline.outer_clock.mark_end()
    assert timeline.clocks.outer.span == (0, 50)


def test_the_clear_button_is_there_while_a_range_is(timeline: Timeline, told: Told) -> None:
    clear = named(timeline, QToolButton, "Clear")
    assert not clear.isVisible()
    timeline.clocks.mark((10, 20))
    timeline.outer_clock.show_clocks()
    clear.click()
    assert told == [("span", None)]
    assert not clear.isVisible()


def test_a_loop_shows_its_own_pace(timeline: Timeline, told: Told) -> None:
    box = named(timeline, QComboBox, "Pace of the loop")
    assert not box.isVisible()
    timeline.clocks.set_looping(True)
    timeline.outer_clock.show_clocks()
    assert not named(timeline, QComboBox, "Pace of training").isVisible()
    assert box.isVisible()
    press(box, Qt.Key.Key_Home)
    press(box, Qt.Key.Key_End)
    assert told == [("loop pace", 0.5), ("loop pace", None)]


def test_one_continues_and_branches_where_one_looks_back(timeline: Timeline, told: Told) -> None:
    buttons = [named(timeline, QToolButton, name) for name in ("Continue from", "Branch from")]
    assert [button.isVisible() for button in buttons] == [False, False]
    timeline.clocks.look_at(42)
    timeline.outer_clock.show_clocks()
    for button in buttons:
        button.click()
    assert told == [("continue", 42), ("branch", 42)]
    timeline.clocks.set_looping(True)
    timeline.outer_clock.show_clocks()
    assert [button.isVisible() for button in buttons] == [False, False]


def test_the_track_keeps_its_place_when_a_person_leaves_live(timeline: Timeline) -> None:
    before = outer(timeline).geometry()
    timeline.outer_clock.go(40)
    timeline.outer_clock.mark_begin()
    assert outer(timeline).geometry() == before


def test_the_next_marker_of_some_kinds_is_gone_to(timeline: Timeline, told: Told) -> None:
    timeline.outer_clock.set_markers([Marker(10, "bookmark", ""), Marker(20, "steering", ""), Marker(60, "best", "")])
    timeline.clocks.look_at(5)
    timeline.outer_clock.show_clocks()
    assert timeline.outer_clock.go_next_marker({"steering", "best"}, 1)
    assert timeline.outer_clock.go_next_marker({"steering", "best"}, 1)
    assert not timeline.outer_clock.go_next_marker({"steering", "best"}, 1)
    assert timeline.outer_clock.go_next_marker({"bookmark"}, -1)
    assert told == [("outer", 20), ("outer", 60), ("outer", 10)]


def test_a_bookmark_is_asked_for_at_the_cursor(timeline: Timeline, told: Told) -> None:
    timeline.clocks.look_at(33)
    timeline.outer_clock.show_clocks()
    named(timeline, QToolButton, "Bookmark").click()
    assert told == [("bookmark", 33)]
    timeline.outer_clock.set_bookmarked(True)
    assert named(timeline, QToolButton, "Remove the bookmark").isVisible()


def test_the_inner_cursor_has_its_caption(timeline: Timeline, told: Told) -> None:
    click(inner(timeline), at(inner(timeline), 7))
    assert told == [("inner", 7)]
    assert caption(timeline) == "tick 7 of the course"


def test_the_inner_cursor_keeps_its_tick_from_frame_to_frame(timeline: Timeline) -> None:
    timeline.clocks.look_at_tick(7)
    timeline.inner_clock.show_clocks()
    timeline.clocks.set_ticks(24)
    timeline.inner_clock.set_captions(tuple(say("another {n}", n=n) for n in range(24)))
    assert timeline.clocks.inner.position == 7
    assert caption(timeline) == "another 7"


def test_the_inner_cursor_at_the_last_tick_stays_at_the_last(timeline: Timeline) -> None:
    timeline.clocks.look_at_tick(23)
    timeline.inner_clock.show_clocks()
    timeline.clocks.set_ticks(54)
    timeline.inner_clock.set_captions(CAPTIONS)
    assert timeline.clocks.inner.position == 53


def test_fewer_ticks_take_the_inner_cursor_along(timeline: Timeline) -> None:
    timeline.clocks.look_at_tick(20)
    timeline.inner_clock.show_clocks()
    timeline.clocks.set_ticks(5)
    timeline.inner_clock.set_captions(CAPTIONS[:5])
    assert timeline.clocks.inner.position == 4


@pytest.mark.parametrize("captions", [(), CAPTIONS[:1]])
def test_a_tick_without_a_caption_says_nothing(timeline: Timeline, captions: tuple[Message, ...]) -> None:
    timeline.clocks.set_ticks(24)
    timeline.inner_clock.set_captions(captions)
    assert caption(timeline) == ""


@pytest.mark.parametrize(
    ("state", "play"), [("paused", True), ("idle", True), ("finished", True), ("failed", True), ("running", False)]
)
def test_the_play_button_asks_for_the_opposite(timeline: Timeline, told: Told, state: str, play: bool) -> None:
    timeline.outer_clock.set_running(state)  # type: ignore[arg-type]
    named(timeline, QToolButton, "Pause" if state == "running" else "Train").click()
    assert told == [("play", play)]


def test_training_can_be_asked_for_before_the_run_is_ready(timeline: Timeline, told: Told) -> None:
    timeline.outer_clock.set_running("preparing")
    named(timeline, QToolButton, "Train one").click()
    assert told == []
    named(timeline, QToolButton, "Train as soon as").click()
    timeline.outer_clock.set_asked(True)
    timeline.outer_clock.toggle_play()
    assert told == [("play", True), ("play", False)]
    timeline.outer_clock.set_running("idle")
    assert not timeline.outer_clock.asked


def test_one_step_asks(timeline: Timeline, told: Told) -> None:
    named(timeline, QToolButton, "Train one").click()
    assert told == [("step",)]


def test_the_inner_play_button_asks_and_shows_it(timeline: Timeline, told: Told) -> None:
    named(timeline, QToolButton, "Slow").click()
    named(timeline, QToolButton, "Stop").click()
    assert told == [("inner play", True), ("inner play", False)]


def test_a_persons_pace_is_told(timeline: Timeline, told: Told) -> None:
    timeline.clocks.pace = 40.0
    timeline.outer_clock.show_clocks()
    box = named(timeline, QComboBox, "Pace of training")
    press(box, Qt.Key.Key_Up)
    press(box, Qt.Key.Key_End)
    assert told == [("pace", 20.0), ("pace", None)]


def test_a_pace_that_is_not_listed_is_added_in_order(timeline: Timeline) -> None:
    timeline.clocks.pace = 7.0
    timeline.outer_clock.show_clocks()
    assert timeline.clocks.pace == 7.0
    box = named(timeline, QComboBox, "Pace of training")
    assert [box.itemData(index) for index in range(box.count())][:5] == [1.0, 2.0, 5.0, 7.0, 10.0]


def test_a_chosen_method_is_told(timeline: Timeline, told: Told) -> None:
    press(named(timeline, QComboBox, "Method"), Qt.Key.Key_Down)
    assert told == [("method", "reptile")]


@pytest.mark.parametrize("name", ["Pace of training", "Pace of the inner", "Method"])
def test_the_wheel_leaves_lists_without_focus_alone(timeline: Timeline, told: Told, name: str) -> None:
    timeline.clocks.pace = 5.0
    timeline.outer_clock.show_clocks()
    wheel(named(timeline, QComboBox, name))
    assert told == []
    assert timeline.clocks.pace == 5.0


def test_the_pointer_tells_the_step_and_what_happened_there(timeline: Timeline) -> None:
    timeline.outer_clock.set_markers([Marker(50, "steering", "alpha = 0.3"), Marker(90, "bookmark", "a bookmark")])
    track = outer(timeline)
    assert track.text_at(track.place(50)) == "meta-step 50\nalpha = 0.3"
    assert track.text_at(track.place(70)) == "meta-step 70"


def test_markers_stay_with_their_steps_when_the_track_grows(timeline: Timeline) -> None:
    timeline.outer_clock.set_markers([Marker(50, "steering", "alpha = 0.3")])
    track = outer(timeline)
    track.grab()
    timeline.clocks.grow(800)
    timeline.outer_clock.set_planned(800)
    timeline.resize(2000, 104)
    assert "alpha" in track.text_at(track.place(50))


def test_it_is_at_most_104_pixels_high_and_fits_beside_the_form(timeline: Timeline) -> None:
    assert timeline.height() <= 104
    assert timeline.minimumSizeHint().width() <= 1000


@pytest.mark.parametrize("width", [1000, 1280, 1600])
@pytest.mark.parametrize("way", ["live", "back", "loop"])
def test_controls_do_not_overlap_and_the_tracks_have_room(timeline: Timeline, width: int, way: str) -> None:
    timeline.clocks.grow(123_456)
    timeline.outer_clock.set_planned(1_000_000)
    timeline.clocks.mark((5, 90))
    timeline.outer_clock.show_clocks()
    if way != "live":
        timeline.clocks.look_at(77)
        timeline.outer_clock.show_clocks()
        timeline.clocks.set_looping(way == "loop")
        timeline.outer_clock.show_clocks()
    timeline.resize(width, 104)
    QApplication.processEvents()
    assert timeline.width() == width
    for row in (outer(timeline).parentWidget(), inner(timeline).parentWidget()):
        assert row is not None
        places = sorted(
            (child.geometry() for child in row.children() if isinstance(child, QWidget) and child.isVisible()),
            key=lambda place: place.left(),
        )
        assert all(left.right() < right.left() for left, right in pairwise(places))
        assert places[-1].right() < row.width()
    assert outer(timeline).width() >= (340 if width >= 1280 else 120)


def test_a_long_caption_takes_two_lines_and_ends_in_dots(qtbot: QtBot) -> None:
    label = Caption()
    qtbot.addWidget(label)
    label.resize(300, 40)
    label.say("words and " * 30)
    first, second = label.shown_lines()
    assert first.startswith("words")
    assert second.endswith("…")
    assert label.toolTip() == "words and " * 30


def test_a_caption_that_hardly_fits_is_written_smaller(qtbot: QtBot) -> None:
    label = Caption()
    qtbot.addWidget(label)
    label.say("words and " * 9)
    smallest = next(width for width in range(250, 500) if fits(label, width))
    assert label._fitting() != label.font()
    assert fits(label, 2 * smallest)
    assert label._fitting() == label.font()


def fits(label: Caption, width: int) -> bool:
    label.resize(width, 40)
    return not label.shown_lines()[-1].endswith("…")


def test_a_short_caption_takes_one_line(qtbot: QtBot) -> None:
    label = Caption()
    qtbot.addWidget(label)
    label.resize(300, 40)
    label.say("a few words")
    assert label.shown_lines() == ["a few words"]


def test_every_control_has_a_name_and_a_tooltip(timeline: Timeline) -> None:
    kinds: tuple[type[QWidget], ...] = (QToolButton, QComboBox)
    controls = [child for kind in kinds for child in timeline.findChildren(kind)]
    assert len(controls) == 15
    assert all(control.accessibleName() and control.toolTip() for control in controls)


def test_a_track_is_a_slider_to_a_screen_reader(timeline: Timeline) -> None:
    assert outer(timeline).value() == 100
    assert (outer(timeline).minimum(), outer(timeline).maximum()) == (0, 400)


def test_a_timeline_leaves_nothing_behind(qtbot: QtBot) -> None:
    assert is_freed(lambda: Timeline(Clocks(), LIGHT))


def test_the_time_left_stands_beside_the_rate_while_it_trains(timeline: Timeline) -> None:
    timeline.clocks.grow(42)
    timeline.outer_clock.set_planned(442)
    label = timeline.outer_clock._paces._achieved
    timeline.outer_clock.set_achieved(40.0)
    assert label.text() == "40/s, 0:10 left"
    timeline.outer_clock.set_achieved(None)
    assert label.text() == "–/s"
