"""Weights of learned optimizers that are loaded: they decide the gates, and what does not fit is refused in words."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.engine.text import say
from metascope.simulator.stories.optimizers.arena import Arena
from metascope.simulator.stories.optimizers.simulation import OptimizersSimulation
from tests.simulator.stories.optimizers import assert_same, measure_slowly, simulation
from tests.simulator.stories.played import after

OWN: dict[str, object] = {"variant": "gates"}


def told(made: OptimizersSimulation, weights: dict[str, torch.Tensor]) -> str:
    """Return why the weights are refused, after making sure that they changed nothing."""
    before, settings = made.look(), made.settings
    with pytest.raises(UserError) as refused:
        made.load_weights(weights)
    assert_same(made.look(), before)
    assert made.settings == settings
    return str(refused.value)


@pytest.mark.parametrize("variant", ["gates", "additive", "combined"])
def test_loaded_weights_give_the_same_gates(variant: str) -> None:
    made, other = simulation(variant=variant, meta_rate=0.1), simulation(variant=variant)
    frame = after(made, 3)
    other.load_weights(made.weights(), step=3)
    again = other.look()
    assert again.step == 3
    for name in ("theta", "forget", "input", "candidate", "loss"):
        np.testing.assert_array_equal(getattr(again, name), getattr(frame, name), err_msg=name)


def test_weights_carry_on_with_other_problems_than_those_they_were_trained_on() -> None:
    made, other = simulation(**OWN), simulation(**OWN, problem="landscape", updates=20)
    after(made, 2)
    other.load_weights(made.weights())
    assert after(other, 2).step == 2


def test_a_learned_start_is_loaded_with_the_weights() -> None:
    values: dict[str, object] = {**OWN, "learned_start": True, "truncation": 10, "meta_rate": 0.1}
    made, other = simulation(**values), simulation(**values, seed=1)
    after(made, 2)
    other.load_weights(made.weights())
    np.testing.assert_array_equal(other.look().theta[0], made.weights()["start"])


def test_eta_and_decay_of_gradient_descent_are_its_weights() -> None:
    made = simulation(variant="gradient-descent", eta=0.1)
    weights = simulation(variant="gradient-descent", eta=0.3, decay=0.5).weights()
    made.load_weights(weights, step=4)
    assert (made.settings.eta, made.settings.decay) == (0.3, 0.5)
    assert made.look().forget_equivalent == pytest.approx(0.85)
    assert made.look().step == 4


@pytest.mark.slow
def test_the_best_weights_are_loaded_as_the_best() -> None:
    made, other = simulation(**OWN, meta_rate=1.0, test_every=1), simulation(**OWN)
    frame = after(made, 10)
    assert frame.best_step < frame.step
    other.load_weights(made.weights())
    for name, tensor in made.weights().items():
        assert torch.equal(other.weights()[name], tensor), name
    assert other.look().best_step == -1
    assert other.look().best_loss == frame.best_loss
    assert other.look().metrics["learned.loss_mean"] == frame.metrics["learned.best_loss_mean"]


def test_loaded_weights_are_worth_nothing_until_they_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_slowly(monkeypatch)
    made = simulation(**OWN, test_every=4)
    made.load_weights(simulation(**OWN, seed=1).weights())
    frames = [made.look(), *(made.step() for _ in range(3))]
    assert [math.isfinite(frame.best_loss) for frame in frames] == [False, False, False, True]
    tested = frames[3].tested
    assert tested is not None
    assert tested.step == -1


def test_adam_begins_anew_with_loaded_weights_and_the_problems_go_on() -> None:
    made, other = simulation(**OWN), simulation(**OWN)
    after(made, 3)
    after(other, 3)
    made.load_weights(made.weights())
    assert not np.array_equal(made.step().theta, other.step().theta)
    for run in (made, other):
        run.change("learn", False)
    draws = [run.state()["draws"] for run in (made, other)]
    np.testing.assert_array_equal(draws[0], draws[1])


@pytest.mark.parametrize(
    ("values", "got"),
    [
        ({"variant": "gates", "units": 5}, "learned gates with 2 LSTM layers of 5 units"),
        ({"variant": "gates", "layers": 1}, "learned gates with 1 LSTM layers of 4 units"),
        ({"variant": "gates", "layers": 0}, "learned gates"),
        ({"variant": "gates", "sees_theta": True}, "learned gates with 2 LSTM layers of 4 units"),
        ({"variant": "additive"}, "an additive optimizer with 2 LSTM layers of 4 units"),
        ({"variant": "gradient-descent"}, "gradient descent"),
    ],
)
def test_weights_of_another_optimizer_are_refused_with_both_descriptions(values: dict[str, object], got: str) -> None:
    message = told(simulation(**OWN), simulation(**values).weights())
    assert message.startswith(f"must be weights of learned gates with 2 LSTM layers of 4 units, not of {got}\n")


def test_a_learned_start_of_another_size_is_refused_with_both_sizes() -> None:
    values: dict[str, object] = {**OWN, "learned_start": True, "truncation": 10}
    message = told(simulation(**values), simulation(**values, dimension=5).weights())
    assert "a learned start of 3 coordinates, not of" in message
    assert "a learned start of 5 coordinates" in message
    assert "start: must be real numbers of shape (3,), not (5,) torch.float32" in message


def test_weights_with_more_than_is_wanted_are_refused_by_name() -> None:
    combined = simulation(variant="combined").weights()
    assert "candidate: is not a weight of this story" in told(simulation(**OWN), combined)


def test_weights_with_less_than_is_wanted_are_refused_by_name() -> None:
    weights = simulation(**OWN).weights()
    del weights["best.forget"]
    assert "best.forget: is missing" in told(simulation(**OWN), weights)


def test_a_weight_of_another_shape_is_refused_with_both_shapes() -> None:
    weights = simulation(**OWN).weights()
    message = told(simulation(**OWN), {**weights, "lstm2": torch.zeros(20, 11)})
    assert "lstm2: must be real numbers of shape (16, 9), not (20, 11)" in message


@pytest.mark.parametrize("value", [math.nan, math.inf])
@pytest.mark.parametrize("name", ["lstm1", "best.input"])
def test_weights_that_are_no_numbers_are_refused(name: str, value: float) -> None:
    weights = simulation(**OWN).weights()
    weights[name].view(-1)[0] = value
    assert told(simulation(**OWN), weights) == f"{name}: must lie between -1000000 and 1000000"


@pytest.mark.parametrize("changes", [{"eta": 2.0}, {"eta": 0.5, "decay": 3.0}, {"decay": -1.0}])
def test_rates_that_gradient_descent_may_not_have_are_refused(changes: dict[str, float]) -> None:
    made = simulation(variant="gradient-descent")
    weights = {name: torch.tensor(value, dtype=torch.float64) for name, value in changes.items()}
    assert told(made, {**made.weights(), **weights})


@pytest.mark.slow
def test_weights_with_which_a_gate_would_be_no_number_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made, other = simulation(**OWN), simulation(**OWN)
    after(made, 4)

    def no_number(*_: object) -> None:
        raise Diverged(say("the forget gate is not a finite number at update 4"))

    weights = simulation(**OWN, seed=1).weights()
    with monkeypatch.context() as patch:
        patch.setattr(Arena, "measure_learned", no_number)
        message = told(made, weights)
    assert message == "these weights diverge: the forget gate is not a finite number at update 4"
    assert_same(after(made, 3), after(other, 7))


def test_a_run_goes_on_after_a_refusal_as_if_nothing_had_been_tried() -> None:
    made, other = simulation(**OWN), simulation(**OWN)
    after(made, 2)
    told(made, simulation(variant="combined").weights())
    told(made, {name: torch.full_like(tensor, math.nan) for name, tensor in made.weights().items()})
    after(made, 2)
    assert_same(made.look(), after(other, 4))
