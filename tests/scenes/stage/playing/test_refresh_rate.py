"""How often a run is drawn and told of: by the time that the thread works for it, not by the machine's speed."""

from __future__ import annotations

import pytest

from metascope.scenes.stage.playing.refresh_rate import EAGER, FASTEST, SLOWEST, WATCHFUL, RefreshRate


class Time:
    """Two clocks that stand still until they are moved."""

    def __init__(self) -> None:
        self.now = self.worked = 0.0

    def rate(self) -> RefreshRate:
        return RefreshRate(lambda: self.now, lambda: self.worked)


@pytest.fixture
def time() -> Time:
    return Time()


def test_texts_are_always_due_unless_frames_rush_by(time: Time) -> None:
    rate = time.rate()
    assert [rate.tells(rush=False) for _ in range(3)] == [True, True, True]
    assert not rate.tells(rush=True)


def test_texts_are_due_five_times_a_second_while_frames_rush_by(time: Time) -> None:
    rate, due = time.rate(), 0
    for _ in range(128):
        due += rate.tells(rush=True)
        time.now += 1 / 128
    assert due == 5


def test_texts_that_are_asked_for_do_not_wait(time: Time) -> None:
    rate = time.rate()
    rate.tells(rush=True)
    rate.tell_next()
    assert rate.tells(rush=True)


@pytest.mark.parametrize(("seconds", "interval"), [(0.0001, FASTEST), (0.0025, 25), (0.1, SLOWEST)])
def test_a_picture_that_takes_long_is_drawn_less_often(time: Time, seconds: float, interval: int) -> None:
    rate = time.rate()
    time.worked = seconds
    assert rate.interval(False, running=True, eager=False) == interval


def test_a_run_that_rests_is_looked_at_often_however_long_its_picture_took(time: Time) -> None:
    rate = time.rate()
    time.worked = 1.0
    assert rate.interval(False, running=False, eager=False) == WATCHFUL
    assert rate.interval(False, running=False, eager=True) == EAGER


@pytest.mark.parametrize(("seconds", "due"), [(0.001, 0.2), (0.012, 0.4), (1.0, 0.5)])
def test_texts_that_take_long_are_told_less_often(time: Time, seconds: float, due: float) -> None:
    rate = time.rate()
    assert rate.tells(rush=True)
    rate.interval(True, running=True, eager=False)
    time.worked = seconds
    rate.interval(False, running=True, eager=False)
    time.now = due - 0.01
    assert not rate.tells(rush=True)
    time.now = due + 0.01
    assert rate.tells(rush=True)


def test_redraws_are_counted_for_a_second(time: Time) -> None:
    rate = time.rate()
    for _ in range(30):
        rate.count()
        time.now += 0.125
    assert rate.frames_per_second == 8.0
