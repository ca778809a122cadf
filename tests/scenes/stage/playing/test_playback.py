"""The playback: which frame is on the screen, live, looking back and in a loop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pytestqt.qtbot import QtBot

from metascope.scenes.stage.playing.loop_clock import LoopClock
from metascope.simulator.engine.errors import UserError, refuse
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.recording import Recording
from metascope.simulator.engine.running.breakpoints import Breakpoint, parse
from metascope.simulator.engine.running.runner import RunState
from metascope.simulator.engine.text import say
from metascope.widgets.clock.track import Track
from tests.scenes.still import Desk, desk
from tests.simulator.engine.toy import frame
from tests.waiting import LONGEST
from tests.widgets.person import named


@pytest.fixture
def still(qtbot: QtBot) -> Iterator[Desk]:
    with desk() as made:
        made.learn(101)
        yield made


def marks_at(still: Desk, step: int) -> str:
    track = named(still.timeline, Track, "Meta-step")
    return track.text_at(track.place(step))


def clock(still: Desk) -> LoopClock:
    found = still.playback.findChild(LoopClock)
    assert isinstance(found, LoopClock)
    return found


def loop(still: Desk, first: int, last: int, pace: float | None = 100.0) -> None:
    still.timeline.clocks.loop_pace = pace
    still.timeline.outer_clock.show_clocks()
    still.timeline.clocks.mark((first, last))
    still.timeline.outer_clock.show_clocks()
    still.timeline.toggle_loop()


def test_live_shows_the_newest_frame(still: Desk) -> None:
    still.learn(5)
    assert still.shown == 105


def test_a_loop_plays_what_is_recorded_in_its_range_round_and_round(qtbot: QtBot, still: Desk) -> None:
    still.scene.drawn.clear()
    loop(still, 40, 43)
    qtbot.waitUntil(lambda: len(still.scene.drawn) >= 9, timeout=LONGEST)
    steps = [step for step, _, _ in still.scene.drawn[1:]]
    assert set(steps) == {40, 41, 42, 43}
    assert all(after == (before + 1 if before < 43 else 40) for before, after in pairwise(steps))


def test_a_loop_without_a_range_goes_over_the_whole_run(qtbot: QtBot) -> None:
    with desk() as small:
        small.learn(4)
        small.timeline.clocks.loop_pace = None
        small.timeline.outer_clock.show_clocks()
        small.timeline.toggle_loop()
        qtbot.waitUntil(lambda: len(small.scene.drawn) >= 9, timeout=LONGEST)
        assert [step for step, _, _ in small.scene.drawn[1:9]] == [0, 1, 2, 3, 0, 1, 2, 3]


def test_a_loop_never_touches_the_run_which_goes_on(qtbot: QtBot, still: Desk) -> None:
    loop(still, 10, 12)
    still.learn(50)
    qtbot.waitUntil(lambda: still.timeline.clocks.outer.newest == 150, timeout=LONGEST)
    assert still.runner.asked == []
    assert 10 <= still.shown <= 12


def test_a_loop_skips_what_was_not_kept(qtbot: QtBot) -> None:
    recording = Recording()
    for step in (0, 10, 20, 30):
        recording.append(frame(step))
    with desk(recording) as thinned:
        thinned.runner.newest = recording.newest
        thinned.playback.refresh()
        loop(thinned, 5, 25)
        qtbot.waitUntil(lambda: len(thinned.scene.drawn) >= 8, timeout=LONGEST)
        assert {step for step, _, _ in thinned.scene.drawn[2:]} == {0, 10, 20}  # 5 is seen as 0


def test_end_returns_to_live_and_stops_the_loop(qtbot: QtBot, still: Desk) -> None:
    loop(still, 10, 12)
    qtbot.waitUntil(lambda: still.shown == 11, timeout=LONGEST)
    still.timeline.outer_clock.go_live()
    assert still.shown == 100
    still.scene.drawn.clear()
    qtbot.wait(60)
    assert still.scene.drawn == []


def test_touching_the_cursor_stops_the_loop(qtbot: QtBot, still: Desk) -> None:
    loop(still, 10, 12)
    still.timeline.outer_clock.go(50)
    qtbot.wait(60)
    assert still.shown == 50


def test_while_a_run_plays_frames_are_drawn_at_a_glance_and_the_last_one_wholly(still: Desk) -> None:
    still.runner.state, still.scene.whole = RunState.RUNNING, False
    still.learn(1)
    still.learn(1)
    assert still.scene.glances[-1] == still.shown == 102
    still.runner.state = RunState.PAUSED
    still.scene.drawn.clear()
    still.playback.refresh()
    assert [step for step, *_ in still.scene.drawn] == [102]
    assert still.scene.glances[-1] == 102
    still.playback.refresh()
    assert len(still.scene.drawn) == 1


def test_a_change_is_drawn_first_and_told_of_with_the_next_refresh(still: Desk) -> None:
    for untold in (1, 0):  # a picture, the next one with what is told, so that a hand that goes on holds up no text
        still.scene.drawn.clear()
        still.scene.curves.clear()
        still.runner.newest = frame(100, metrics={"maml.loss_after": 0.5})
        still.playback.refresh()
        assert (len(still.scene.drawn), len(still.scene.curves)) == (1, 1 - untold)
    still.runner.newest = frame(100, metrics={"maml.loss_after": 0.25})
    still.playback.refresh()
    still.scene.curves.clear()
    still.playback.refresh()
    assert still.scene.curves == [100]
    assert len(still.scene.drawn) == 2, "the picture is there already"


def test_the_answer_to_a_change_is_waited_for_more_eagerly(still: Desk) -> None:
    found = []
    for changing in (False, True, False):
        still.runner.changing = changing
        still.playback.refresh()
        found.append(still.playback._timer.interval())
    assert found == [8, 4, 8]


def test_what_curves_leave_out_while_a_run_plays_is_drawn_in_the_pause(still: Desk) -> None:
    still.runner.state, still.scene.misses = RunState.RUNNING, True
    still.learn(1)
    still.runner.state = RunState.PAUSED
    still.scene.curves.clear()
    still.playback.refresh()
    still.playback.refresh()
    assert still.scene.curves == [101]


def test_the_pace_of_a_loop_is_kept_and_told(qtbot: QtBot, still: Desk) -> None:
    loop(still, 0, 100, pace=40.0)
    qtbot.waitUntil(lambda: still.shown >= 20, timeout=LONGEST)
    rate = clock(still).rate
    assert rate is not None
    assert 10 < rate < 48  # a busy machine may be slower


def test_curves_and_numbers_follow_a_fast_loop_a_few_times_a_second(qtbot: QtBot, still: Desk) -> None:
    loop(still, 0, 100, pace=None)
    still.scene.curves.clear()
    still.scene.drawn.clear()
    qtbot.waitUntil(lambda: len(still.scene.drawn) >= 30, timeout=LONGEST)
    assert 0 < len(still.scene.curves) < 15


def test_slow_motion_ends_a_loop_and_a_loop_ends_slow_motion(still: Desk) -> None:
    loop(still, 10, 12)
    still.timeline.inner_clock.toggle()
    assert not still.timeline.clocks.outer.looping
    heard: list[bool] = []
    still.timeline.inner_clock.play_toggled.connect(heard.append)
    still.timeline.toggle_loop()
    assert heard == [False]


def test_a_bookmark_is_set_at_the_frame_shown_and_removed_there(still: Desk) -> None:
    still.timeline.outer_clock.go(30)
    still.timeline.outer_clock.toggle_bookmark()
    assert list(still.recording.bookmarks) == [30]
    assert "bookmark" in marks_at(still, 30)
    still.timeline.outer_clock.toggle_bookmark()
    assert not still.recording.bookmarks
    assert "bookmark" not in marks_at(still, 30)


def test_the_next_bookmark_is_gone_to(still: Desk) -> None:
    for step in (20, 60):
        still.timeline.outer_clock.go(step)
        still.timeline.outer_clock.toggle_bookmark()
    assert still.timeline.outer_clock.go_next_marker({"bookmark"}, -1)
    assert still.shown == 20
    assert not still.timeline.outer_clock.go_next_marker({"bookmark"}, -1)
    assert still.timeline.outer_clock.go_next_marker({"bookmark"}, 1)
    assert still.shown == 60


def test_a_pause_at_a_breakpoint_is_told_once_and_marked(still: Desk) -> None:
    why: list[Breakpoint] = []
    still.playback.paused_by.connect(why.append)
    hit = parse("maml.loss_after < 0.01", (), 0)
    still.runner.state = RunState.RUNNING
    still.playback.refresh()
    still.runner.hit = hit
    still.runner.state = RunState.PAUSED
    still.playback.refresh()
    still.playback.refresh()
    assert why == [hit]
    assert "paused: maml.loss_after < 0.01" in marks_at(still, 100)


def test_breakpoints_reach_the_run(still: Desk) -> None:
    wanted = (parse("at 500", (), 0),)
    still.timeline.outer_clock.breakpoints_changed.emit(wanted)
    assert still.runner.breakpoints == wanted


class _File:
    """Frames that lie in a file, step 40 of it damaged."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def load(self, step: int) -> Frame:
        self.read.append(step)
        if step == 40:
            raise refuse("run.metascope", say("the frame of meta-step 40 is damaged"))
        return frame(step)


@pytest.fixture
def file(qtbot: QtBot) -> Iterator[tuple[Desk, _File]]:
    stored, recording = _File(), Recording()
    recording.adopt(range(0, 101, 10), stored.load)
    with desk(recording) as made:
        made.runner.newest = recording.newest
        made.playback.refresh()
        stored.read.clear()
        yield made, stored


def test_a_frame_in_a_file_is_read_once_while_it_is_looked_at(file: tuple[Desk, _File]) -> None:
    opened, stored = file
    opened.timeline.outer_clock.go(35)
    for _ in range(5):
        opened.playback.refresh()
    assert stored.read == [30]
    assert opened.scene.drawn[-1][0] == 30


def test_a_damaged_frame_is_told_once_and_the_last_picture_stays(file: tuple[Desk, _File]) -> None:
    opened, _ = file
    errors: list[UserError] = []
    opened.playback.unreadable.connect(errors.append)
    opened.timeline.outer_clock.go(30)
    for step in (40, 40, 30, 40):
        opened.timeline.outer_clock.go(step)
        opened.playback.refresh()
    assert ["damaged" in str(error) for error in errors] == [True]
    assert opened.shown == 30
    opened.timeline.outer_clock.go(50)
    assert opened.shown == 50


class _Ghosts:
    def __init__(self, still: Desk) -> None:
        self.drawn: list[tuple[int, int, str, bool]] = []
        self.curves: list[int] = []
        self._still = still

    def draw(self, step: int, inner: int, method: str, at_end: bool) -> None:
        assert self._still.scene.drawn[-1] == (step, inner, method), "the scene draws first"
        self.drawn.append((step, inner, method, at_end))

    def draw_curves(self, step: int) -> None:
        self.curves.append(step)


def test_ghosts_are_drawn_with_the_scene_at_its_place(still: Desk) -> None:
    ghosts = _Ghosts(still)
    still.playback.set_ghosts(ghosts)
    still.playback.refresh()
    assert ghosts.drawn == [(100, 1, "maml", True)]
    still.timeline.clocks.look_at_tick(0)
    still.timeline.inner_clock.show_clocks()
    still.timeline.outer_clock.go(7)
    assert ghosts.drawn[-1] == (7, 0, "maml", False)
    assert ghosts.curves == [100, 7]
    still.playback.set_ghosts(None)
    still.timeline.outer_clock.go(8)
    assert len(ghosts.drawn) == 2


class TimelineMachine(RuleBasedStateMachine):
    """Everything that persons and runs do, in any order; the loop ticks when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.desk.learn(3)
        self.rows = 0

    def teardown(self) -> None:
        self.desk.close()

    @rule(steps=st.integers(1, 40))
    def new_data(self, steps: int) -> None:
        before = self.desk.timeline.clocks.outer
        self.desk.learn(steps)
        after = self.desk.timeline.clocks.outer
        assert after.looking == before.looking
        assert before.live or after.position == before.position

    @rule()
    def nothing(self) -> None:
        before = self.desk.timeline.clocks.outer
        self.desk.playback.refresh()
        after = self.desk.timeline.clocks.outer
        assert before.live or after.position == before.position

    @rule(step=st.integers(-5, 200))
    def scrub(self, step: int) -> None:
        self.desk.timeline.outer_clock.go(step)
        assert self.desk.shown == self.desk.timeline.clocks.outer.position

    @rule(span=st.tuples(st.integers(-5, 200), st.integers(-5, 200)))
    def mark(self, span: tuple[int, int]) -> None:
        self.desk.timeline.clocks.mark(span)
        self.desk.timeline.outer_clock.show_clocks()

    @rule()
    def begin_of_range(self) -> None:
        self.desk.timeline.outer_clock.mark_begin()

    @rule()
    def end_of_range(self) -> None:
        self.desk.timeline.outer_clock.mark_end()

    @rule()
    def clear(self) -> None:
        self.desk.timeline.outer_clock.mark(None)

    @rule()
    def toggle_loop(self) -> None:
        self.desk.timeline.toggle_loop()

    @rule()
    def tick(self) -> None:
        clock(self.desk).ticked.emit()

    @rule()
    def bookmark(self) -> None:
        before = self.desk.recording.bookmarks
        self.desk.timeline.outer_clock.toggle_bookmark()
        assert set(before) ^ set(self.desk.recording.bookmarks) == {self.desk.shown}

    @rule(running=st.booleans())
    def play_and_pause(self, running: bool) -> None:
        self.desk.runner.state = RunState.RUNNING if running else RunState.PAUSED
        self.desk.playback.refresh()

    @rule()
    def live(self) -> None:
        self.desk.timeline.outer_clock.go_live()
        assert self.desk.runner.newest is not None
        assert self.desk.shown == self.desk.runner.newest.step
        assert not clock(self.desk).playing

    @invariant()
    def holds(self) -> None:
        cursor, rows = self.desk.timeline.clocks.outer, len(self.desk.recording.metrics)
        first, last = cursor.bounds
        assert 0 <= first <= last <= cursor.newest
        assert not cursor.looping or first <= cursor.position <= last
        assert rows >= self.rows
        assert self.desk.runner.asked == []
        self.rows = rows


TimelineMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
TestTimelineMachine = pytest.mark.usefixtures("qapp")(TimelineMachine.TestCase)


def failing(still: Desk, monkeypatch: pytest.MonkeyPatch, steps: range) -> list[int]:
    """Let the scene fail to draw these meta-steps, and return those that were tried."""
    draw, tried = still.scene.draw, list[int]()

    def fail(frame: Frame, inner: int, method: str) -> None:
        tried.append(frame.step)
        if frame.step in steps:
            raise ZeroDivisionError("a defect of a view")
        draw(frame, inner, method)

    monkeypatch.setattr(still.scene, "draw", fail)
    return tried


def test_a_frame_that_cannot_be_drawn_is_tried_once_and_said_until_another_one_is(
    still: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    still.playback.undrawable.connect(said.append)
    tried = failing(still, monkeypatch, range(101, 102))
    with pytest.raises(ZeroDivisionError):
        still.learn(1)
    for _ in range(120):
        still.playback.refresh()
    assert tried == [101]
    assert said == ["Meta-step 101 cannot be drawn: a defect of a view. The picture is an earlier one."]
    assert still.shown == 100
    still.learn(1)
    assert said[1:] == [""]
    assert still.shown == 102


def test_the_same_error_in_later_frames_is_said_but_not_reported_again(
    still: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    still.playback.undrawable.connect(said.append)
    tried = failing(still, monkeypatch, range(101, 1000))
    with pytest.raises(ZeroDivisionError):
        still.learn(1)
    for _ in range(3):
        still.learn(1)
    assert tried == [101, 102, 103, 104]
    assert [text.split(" cannot")[0] for text in said] == [f"Meta-step {step}" for step in tried]


def test_another_inner_step_of_such_a_frame_is_tried(still: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = failing(still, monkeypatch, range(101, 1000))
    with pytest.raises(ZeroDivisionError):
        still.learn(1)
    still.timeline.clocks.look_at_tick(0)
    still.playback.refresh()
    still.playback.refresh()
    assert tried == [101, 101]
