from __future__ import annotations

from itertools import pairwise

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from metascope.simulator.engine.history.checkpoints import (
    FIRST_STRIDE,
    INTERVAL,
    MOST,
    MOST_QUICK,
    Checkpoint,
    Checkpoints,
)


def kept(last: int, room: int = 1 << 40, first: int = 0, seconds: float = 0.0) -> Checkpoints:
    """Return what is kept of a run from `first` to `last`, offered every step, each of which takes `seconds`."""
    found = Checkpoints(room=room)
    for step in range(first, last + 1):
        found.train(seconds)
        if found.due(step):
            found.add(Checkpoint.of(step, 0, {"phi": torch.zeros(100, dtype=torch.float64), "step": step}))
    return found


@given(first=st.integers(0, 100), length=st.integers(0, 40_000))
def test_checkpoints_stay_few_even_and_have_the_first(first: int, length: int) -> None:
    steps = [one.step for one in kept(first + length, first=first)]
    assert steps[0] == first
    assert len(steps) <= MOST_QUICK
    gaps = {after - before for before, after in pairwise(steps[1:])}
    assert len(gaps) <= 1
    assert all(gap % FIRST_STRIDE == 0 for gap in gaps)
    assert first + length - steps[-1] <= 2 * max(gaps | {FIRST_STRIDE})


def test_states_stay_within_their_room_but_the_first_stays() -> None:
    roomy, tight, none = kept(10_000), kept(10_000, room=20_000), kept(10_000, room=0)
    assert roomy.nbytes > 100_000
    assert tight.nbytes <= 20_000
    assert len(tight) >= 4
    assert [one.step for one in none] == [0]


def test_a_slow_run_has_one_every_few_seconds_of_training() -> None:
    steps = [one.step for one in kept(100, seconds=2.0)]
    assert steps == list(range(0, 101, 3))
    assert [one.step for one in kept(40, seconds=INTERVAL)] == list(range(41))


def test_those_of_a_slow_run_thin_evenly_in_time() -> None:
    steps = [one.step for one in kept(3 * MOST, seconds=INTERVAL)]
    assert MOST // 3 < len(steps) <= MOST
    assert {after - before for before, after in pairwise(steps)} == {4}
    roomy = kept(600, seconds=1.0)
    tight = kept(600, seconds=1.0, room=roomy.nbytes // 3)
    assert tight.nbytes <= roomy.nbytes // 3
    assert max(after.step - before.step for before, after in pairwise(tight)) <= 8 * INTERVAL


def test_a_run_that_slows_down_has_as_many_of_its_slow_part() -> None:
    found = kept(40_000)
    for step in range(40_001, 40_051):
        found.train(INTERVAL)
        assert found.due(step)
        found.add(Checkpoint.of(step, 0, {}))
    assert [one.step for one in found[-50:]] == list(range(40_001, 40_051))


def test_the_latest_is_kept_until_the_next_whatever_room_there_is() -> None:
    found = kept(5, room=0)
    for step in (3, 5):
        found.add_latest(Checkpoint.of(step, 1, {"step": step}))
        assert [one.step for one in found] == [0, step]
        assert found.before(step + 1).step == step
        assert found.is_after(step)
        assert not found.is_after(step + 1)
    found.set_room(1 << 40)
    found.add(Checkpoint.of(8, 1, {"step": 8}))
    assert [one.step for one in found] == [0, 8]
    assert found.nbytes == sum(one.nbytes for one in found)


def test_less_room_thins_what_is_there() -> None:
    found = kept(10_000)
    found.set_room(20_000)
    assert found.nbytes <= 20_000
    assert found[0].step == 0


def test_the_latest_before_a_step_is_found() -> None:
    found = kept(3 * FIRST_STRIDE)
    assert found.before(FIRST_STRIDE).step == FIRST_STRIDE
    assert found.before(FIRST_STRIDE - 1).step == 0
    with pytest.raises(LookupError, match="before meta-step -1"):
        found.before(-1)


def test_a_state_is_read_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def read() -> dict[str, object]:
        asked.append(1)
        return {"step": 7}

    checkpoint = Checkpoint(7, 2, read)
    assert not asked
    assert checkpoint.state == {"step": 7}
