"""A simulation that is named tensors: saved, restored, exported and rolled back by itself."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.engine.history.travel import restore_checked
from tests.simulator.devices import There, pretended_gpu
from tests.simulator.engine.walks import Above, OwnWords, Walk, WalkSettings


def walk(steps: int = 0, **values: object) -> Walk:
    made = Walk(WalkSettings.parse(values))
    for _ in range(steps):
        made.step()
    return made


def test_the_same_seed_gives_the_same_walk_and_another_seed_another() -> None:
    assert (walk(5).look().place == walk(5).look().place).all()
    assert (walk(5).look().place != walk(5, seed=1).look().place).all()


def test_a_restored_walk_goes_on_bit_for_bit() -> None:
    made, other = walk(3), walk()
    state = made.state()
    restore_checked(other, state)
    for _ in range(3):
        np.testing.assert_array_equal(made.step().place, other.step().place)
    made.restore(state)
    assert made.look().step == 3


def test_what_was_saved_is_not_written_to() -> None:
    made = walk(1)
    state, weights, frame = made.state(), made.weights(), made.look()
    kept = {name: value.clone() for name, value in state.items() if isinstance(value, torch.Tensor)}
    made.step()
    made.tensors["place"].fill_(9.0)
    assert all(torch.equal(value, state[name]) for name, value in kept.items())  # type: ignore[arg-type]
    assert not (weights["walk.first"] == 9.0).any()
    assert not (frame.place == 9.0).any()


def test_tensors_keep_their_memory_when_a_state_is_loaded() -> None:
    made = walk(1)
    state, shared = made.state(), made.tensors["seen"]
    made.step()
    made.load(state)
    assert shared.item() == 1


@pytest.mark.parametrize("name", ["place", "seen", "draws"])
def test_a_state_of_another_shape_is_refused(name: str) -> None:
    made = walk(1)
    before = made.state()
    with pytest.raises(UserError, match="does not fit"):
        restore_checked(made, {**before, name: torch.zeros(0, dtype=before[name].dtype)})  # type: ignore[attr-defined]
    assert made.look().step == 1


def test_weights_are_what_the_story_says_they_are_and_load_again() -> None:
    made, other = walk(4), walk()
    assert {name: tuple(weight.shape) for name, weight in made.weights().items()} == {
        "walk.first": (1,),
        "walk.others": (2,),
    }
    other.load_weights(made.weights(), step=4)
    np.testing.assert_array_equal(other.look().place, made.look().place)
    assert other.look().step == 4
    assert other.tensors["seen"].item() == 0


def test_weights_that_do_not_fit_change_nothing() -> None:
    made = walk(1)
    before = made.look()
    with pytest.raises(UserError) as refused:
        made.load_weights({"walk.first": torch.tensor([torch.nan]), "walk.other": torch.zeros(2)})
    assert {problem.where for problem in refused.value.problems} == {"walk.first", "walk.others", "walk.other"}
    np.testing.assert_array_equal(made.look().place, before.place)


def test_weights_that_cannot_be_used_are_taken_back() -> None:
    made, other = Above(WalkSettings()), walk(2)
    made.step()
    before, then = made.look(), other.look()
    with pytest.raises(UserError, match="not above 0"):
        made.load_weights({"walk.first": torch.ones(1), "walk.others": -torch.ones(2)}, step=9)
    assert made.look().step == 1
    np.testing.assert_array_equal(made.look().place, before.place)
    np.testing.assert_array_equal(made.step().place, then.place)  # random numbers go on, too


def test_words_tell_weights_of_another_run() -> None:
    with pytest.raises(
        UserError, match=r"must be weights of a walk of walk.first, walk.others, not of a walk of there"
    ):
        Above(WalkSettings()).load_weights({"there": torch.zeros(1)})


def test_a_step_to_infinity_is_undone_with_its_random_numbers() -> None:
    made, other = walk(2), walk(2)
    made.change("rate", 1e300)
    with pytest.raises(Diverged, match="from meta-step 2: place became"):
        made.step()
    assert made.look().step == 2
    made.change("rate", 0.1)
    np.testing.assert_array_equal(made.step().place, other.step().place)


def test_what_may_be_nan_diverges_nothing() -> None:
    made = walk()
    assert made.tensors["loss"].isnan().all()
    made.learn = lambda: None  # type: ignore[method-assign]
    assert made.step().step == 1


def test_a_story_has_its_own_words_for_divergence() -> None:
    made = OwnWords(WalkSettings(rate=1e300))
    with pytest.raises(Diverged, match="step 1 leads nowhere"):
        made.step()


def test_on_a_gpu_the_walk_is_the_same_and_what_is_saved_is_on_the_cpu() -> None:
    expected = walk(3)
    with pretended_gpu():
        made = walk(2, device="cuda")
        assert isinstance(made.tensors["place"], There)
        state, weights = made.state(), made.weights()
        assert not any(isinstance(value, There) for value in (*state.values(), *weights.values()))
        np.testing.assert_array_equal(made.step().place, expected.look().place)
        made.restore(state)
        made.load_weights(weights)
        np.testing.assert_array_equal(made.step().place, expected.look().place)
