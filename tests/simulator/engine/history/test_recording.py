from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.history import recording as module
from metascope.simulator.engine.history.recording import Recording
from tests.simulator.engine.toy import frame
from tests.waiting import effort


def recorded(count: int, budget: int = 256 << 20, size: int = 1) -> Recording:
    recording = Recording(budget)
    for step in range(count):
        recording.append(frame(step, size))
    return recording


def twice_as_wide_at_first(steps: tuple[int, ...]) -> bool:
    """Return whether steps are evenly spaced, or from some step on half as wide as before."""
    spaces = np.diff(steps)
    return (
        set(spaces.tolist()) <= {spaces[0], spaces[-1]}
        and spaces[0] in (spaces[-1], 2 * spaces[-1])
        and bool((np.diff(spaces) <= 0).all())
    )


def test_everything_is_kept_while_it_fits() -> None:
    recording = recorded(100)
    assert recording.kept_steps() == tuple(range(100))
    assert recording.at(42).step == 42


def test_frames_are_thinned_evenly_within_the_budget() -> None:
    recording = recorded(1001, budget=1 << 20, size=1000)
    kept = recording.kept_steps()
    assert recording.nbytes <= 1 << 20
    assert len(kept) > 30
    assert (kept[0], kept[-1]) == (0, 1000)
    assert twice_as_wide_at_first(kept[:-1])


def test_memory_is_given_back_when_frames_are_thinned_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    monkeypatch.setattr(module, "give_back", lambda: given.append(1))
    recorded(10)
    assert not given
    recorded(200, budget=20_000)
    assert 1 <= len(given) <= 8


def test_the_budget_holds_at_every_step() -> None:
    recording = Recording(1 << 20)
    for step in range(500):
        recording.append(frame(step, 1000))
        assert recording.nbytes <= 1 << 20


def test_metrics_are_never_dropped() -> None:
    recording = recorded(2000, budget=100_000, size=1000)
    assert recording.metrics.steps().tolist() == list(range(2000))


def test_the_newest_frame_is_kept_whatever_the_budget() -> None:
    recording = Recording(0)
    for step in range(77):
        recording.append(frame(step))
        assert recording.newest is not None
        assert recording.newest.step == recording.at(step).step == step
    assert recording.kept_steps() == (0, 76)


def test_bookmarked_frames_stay() -> None:
    recording = Recording(1 << 20)
    for step in range(2000):
        recording.append(frame(step, 1000))
        if step in (3, 777):
            assert recording.bookmark(step) == step
    assert recording.bookmarks == (3, 777)
    assert recording.at(3).step == 3
    assert recording.at(777).step == 777


def test_a_bookmark_between_kept_frames_marks_the_one_that_is_shown() -> None:
    recording = recorded(1000, budget=1 << 20, size=1000)
    shown = recording.at(501).step
    assert recording.bookmark(501) == shown
    recording.remove_bookmark(shown)
    assert recording.bookmarks == ()


def test_a_step_between_kept_frames_shows_the_one_before() -> None:
    recording = Recording()
    for step in (0, 10, 20):
        recording.append(frame(step))
    assert [recording.at(step).step for step in (-5, 0, 9, 10, 15, 99)] == [0, 0, 0, 10, 10, 20]


def test_an_empty_recording_has_nothing_to_show() -> None:
    assert Recording().newest is None
    with pytest.raises(LookupError):
        Recording().at(0)


def test_an_array_shared_by_frames_counts_once() -> None:
    shared = np.zeros(1_000_000)
    one, many = Recording(), Recording()
    one.append(frame(0, surface=shared))
    for step in range(10):
        many.append(frame(step, surface=shared))
    assert many.nbytes - one.nbytes < 100_000
    assert one.nbytes > shared.nbytes


def test_what_is_dropped_is_no_longer_counted() -> None:
    recording = Recording(0)
    for step in range(100):
        recording.append(frame(step, 1000, surface=np.zeros(10)))
    assert recording.nbytes - recording.metrics.nbytes < 40_000


def test_a_frame_of_the_same_step_replaces_the_newest() -> None:
    recording = recorded(5)
    changed = frame(4, metrics={"toy.place": -1.0})
    recording.append(changed)
    assert recording.at(4) is changed
    assert recording.metrics.column("toy.place").tolist() == [0.0, 1.0, 2.0, 3.0, -1.0]
    assert recording.kept_steps() == (0, 1, 2, 3, 4)


def test_going_back_needs_a_recording_of_its_own() -> None:
    with pytest.raises(ValueError, match="must be at least 4"):
        recorded(5).append(frame(2))


def test_every_change_is_noted_drafts_too_for_each_may_have_drawn_random_numbers() -> None:
    recording = Recording()
    log = [
        (4, "phi", {"method": "maml", "to": [0.1]}, True),
        (4, "phi", {"method": "maml", "to": [0.2]}, False),
        (4, "alpha", 0.1, False),
        (5, "alpha", 0.1, False),
    ]
    for event in log:
        recording.steer(*event)
    assert [(event.step, event.name, event.value, event.draft) for event in recording.steering] == log


def test_appending_costs_little() -> None:
    frames = [frame(step) for step in range(5000)]

    def appended() -> None:
        recording = Recording()
        for each in frames:
            recording.append(each)

    assert effort(appended) < 50  # of 5000 frames
