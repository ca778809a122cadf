"""What every simulation does alike: live settings, manipulations, cached frames, saved states."""

from __future__ import annotations

import subprocess
import sys

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.steerable_simulation import live_settings, real, whole
from tests.simulator.engine.walks import Plain, WalkSettings


def walk(**values: object) -> Plain:
    return Plain(WalkSettings.parse(values))


def test_a_frame_is_made_once_and_again_after_a_step_or_a_change() -> None:
    made = walk()
    assert made.look() is made.look()
    assert made.shown == 1
    made.step()
    made.change("rate", 0.5)
    assert made.look().step == 1
    assert made.shown == 3


def test_a_live_setting_is_followed_and_taken_back() -> None:
    made = walk()
    back = made.inverse("rate", 2.0)
    made.change("rate", 2.0)
    assert made.step().metrics["walk.place"] == 2.0
    for name, value in back:
        made.change(name, value)
    assert made.settings == WalkSettings()


def test_a_draft_is_told_as_one() -> None:
    made = walk()
    made.change("rate", 0.2, draft=True)
    assert made.look().metrics["walk.place"] == 100.0


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("rate", -1.0, "must be at least 0"),
        ("rate", 7.0, "must be at most 5 here"),
        ("size", 4, "cannot change while running"),
        ("pusch", 1.0, "did you mean push"),
        ("push", "far", "must be a number below 10"),
    ],
)
def test_a_change_that_is_refused_changes_nothing(name: str, value: object, told: str) -> None:
    made = walk()
    before = made.state()
    with pytest.raises(UserError, match=told):
        made.change(name, value)
    assert made.state() == before


def test_a_manipulation_is_done_by_the_story() -> None:
    made = walk()
    made.change("push", 3.5)
    assert made.look().metrics["walk.place"] == 3.5


def test_a_saved_state_has_settings_step_and_what_the_story_saves() -> None:
    made = walk()
    made.change("rate", 0.25)
    made.step()
    state = made.state()
    assert set(state) == {"settings", "step", "place"}
    other = walk()
    other.restore(state)
    assert (other.settings.rate, other.steps_done, other.place) == (0.25, 1, 0.25)
    assert other.step().metrics == made.step().metrics


def test_numbers_of_a_state_are_of_their_kind() -> None:
    state = {"step": 3, "place": 0.5}
    assert (whole(state, "step"), real(state, "place")) == (3, 0.5)
    for read, name in ((whole, "place"), (real, "step"), (whole, "nothing")):
        with pytest.raises(ValueError, match=name):
            read(state, name)


def test_live_settings_are_those_declared_so() -> None:
    assert live_settings(WalkSettings) == ("rate",)


def test_a_story_of_one_module_needs_no_torch_to_be_declared() -> None:
    engine = "metascope.simulator.engine"
    code = f"import sys, {engine}.tensor_simulation, {engine}.story; print('torch' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
