"""Live settings of the optimizers story: what they change, and what they leave alone."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.optimizers.simulation import OptimizersSimulation
from tests.simulator.stories.optimizers import assert_same, hurry_laboratory, simulation
from tests.simulator.stories.played import after


def same_weights(one: OptimizersSimulation, other: OptimizersSimulation) -> bool:
    return all(torch.equal(tensor, other.weights()[name]) for name, tensor in one.weights().items())


def same_draws(one: OptimizersSimulation, other: OptimizersSimulation) -> bool:
    """Say whether the next problems of training are the same."""
    draws = [made.state()["draws"] for made in (one, other)]
    assert isinstance(draws[0], torch.Tensor)
    assert isinstance(draws[1], torch.Tensor)
    return torch.equal(draws[0], draws[1])


def test_fixed_gates_follow_eta_and_decay_from_the_same_start() -> None:
    made = simulation(variant="gradient-descent", eta=0.1)
    before = made.look()
    made.change("eta", 0.2)
    made.change("decay", 1.5)
    frame = made.look()
    np.testing.assert_allclose(frame.input, 0.2)
    np.testing.assert_allclose(frame.forget, 0.7, rtol=1e-6)
    assert (frame.input_equivalent, frame.forget_equivalent) == pytest.approx((0.2, 0.7))
    np.testing.assert_array_equal(frame.theta[0], before.theta[0])
    assert frame.metrics["learned.gap_to_sgd"] < 1e-6
    assert frame.rivals[0] is before.rivals[0]


def test_eta_and_decay_say_nothing_to_a_learned_optimizer() -> None:
    made, other = simulation(variant="gates"), simulation(variant="gates")
    made.change("eta", 0.9)
    made.change("decay", 1.0)
    assert_same(after(made, 3), after(other, 3))


def test_the_meta_rate_decides_the_next_step_and_not_its_problems() -> None:
    made, other = simulation(truncation=10), simulation(truncation=10)
    made.change("meta_rate", 0.1)
    frames = made.step(), other.step()
    assert frames[0].meta_loss == frames[1].meta_loss
    assert frames[0].meta_gradient == frames[1].meta_gradient
    assert not same_weights(made, other)
    assert same_draws(made, other)


def test_a_meta_rate_of_zero_moves_nothing() -> None:
    made = simulation(meta_rate=0.0)
    before = made.look()
    np.testing.assert_array_equal(made.step().theta, before.theta)


def test_without_learning_the_weights_stay_as_they_are() -> None:
    made = simulation(learn=False)
    before = made.look()
    frame = after(made, 4)
    assert frame.step == 4
    np.testing.assert_array_equal(frame.theta, before.theta)
    assert "meta.loss" not in frame.metrics
    assert frame.best_step == 0


def test_a_pause_in_learning_is_as_if_it_had_not_been() -> None:
    made, other = simulation(), simulation()
    after(made, 2)
    made.change("learn", False)
    frame = after(made, 3)
    assert np.isnan(frame.meta_loss)
    assert not {"meta.loss", "meta.gradient"} & frame.metrics.keys()
    made.change("learn", True)
    assert made.step().step == 6
    after(other, 3)
    np.testing.assert_array_equal(made.look().theta, other.look().theta)
    assert same_draws(made, other)


def test_gradient_descent_has_nothing_to_pause() -> None:
    made, other = simulation(variant="gradient-descent"), simulation(variant="gradient-descent", learn=False)
    assert_same(after(made, 3), after(other, 3))


def test_another_problem_is_shown_and_nothing_else_changes() -> None:
    made, other = simulation(variant="gates"), simulation(variant="gates")
    before = made.look()
    made.change("shown", 7)
    frame = made.look()
    assert not np.array_equal(frame.theta[0], before.theta[0])
    assert not np.array_equal(frame.rivals[0].loss, before.rivals[0].loss)
    assert [rival.rate for rival in frame.rivals] == [rival.rate for rival in before.rivals]
    assert frame.tested is before.tested
    after(made, 3)
    after(other, 3)
    assert same_weights(made, other)
    assert same_draws(made, other)
    made.change("shown", 0)
    assert_same(made.look(), other.look())


@pytest.mark.slow
def test_each_problem_that_can_be_shown_is_another() -> None:
    made, starts = simulation(), set()
    for shown in range(64):
        made.change("shown", shown)
        starts.add(tuple(made.look().theta[0].tolist()))
    assert len(starts) == 64


@pytest.mark.slow
def test_a_laboratory_leaves_the_training_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry_laboratory(monkeypatch)
    made, other = simulation(problem="landscape"), simulation(problem="landscape")
    after(made, 1)
    after(other, 1)
    made.change("laboratory", True)
    assert made.look().laboratory is not None
    after(made, 3)
    after(other, 3)
    assert same_weights(made, other)
    assert same_draws(made, other)
    made.change("laboratory", False)
    assert_same(made.look(), other.look())


@pytest.mark.parametrize(
    ("name", "value", "where"),
    [
        ("eta", 1.5, "eta"),
        ("decay", 11.0, "decay"),
        ("decay", 10.0, "decay"),
        ("shown", 64, "shown"),
        ("learn", "no", "learn"),
        ("units", 8, "units"),
    ],
)
def test_a_change_that_is_refused_changes_nothing(name: str, value: object, where: str) -> None:
    made = simulation(variant="gradient-descent", eta=0.2)
    before = made.look(), made.settings
    with pytest.raises(UserError) as refused:
        made.change(name, value)
    assert [problem.where for problem in refused.value.problems] == [where]
    assert made.settings == before[1]
    assert_same(made.look(), before[0])


def test_a_misspelt_change_is_told_what_was_meant() -> None:
    with pytest.raises(UserError, match="did you mean meta_rate"):
        simulation().change("meta_rat", 0.1)
