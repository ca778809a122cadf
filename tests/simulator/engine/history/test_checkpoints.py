from __future__ import annotations

from itertools import pairwise

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.history.checkpoints import FIRST_STRIDE, MOST, Checkpoint, Checkpoints


def kept(last: int, room: int = 1 << 40, first: int = 0) -> Checkpoints:
    """Return what is kept of a run from `first` to `last`, offered every step."""
    found = Checkpoints(room=room)
    for step in range(first, last + 1):
        if found.due(step):
            found.add(Checkpoint.of(step, 0, {"phi": torch.zeros(100, dtype=torch.float64), "step": step}))
    return found


@given(first=st.integers(0, 100), length=st.integers(0, 40_000))
def test_checkpoints_stay_few_even_and_have_the_first(first: int, length: int) -> None:
    steps = [one.step for one in kept(first + length, first=first)]
    assert steps[0] == first
    assert len(steps) <= MOST
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
