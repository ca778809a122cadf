"""What the scenarios of learned optimizers tell in words is true in numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch

from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.frame import Frame
from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.stories.optimizers.frame import OptimizersFrame
from metascope.simulator.stories.optimizers.settings import OptimizersSettings
from tests.contracts.runs import frames, simulation


def played_until(
    name: str, steps: int, enough: Callable[[Metrics], bool] = lambda _: False, **changes: object
) -> tuple[list[OptimizersFrame], Metrics]:
    """Return the frames of a scenario's first meta-steps, its settings exchanged where told, and the metrics.

    It is played no further than to where `enough` is true of the metrics.
    """
    preset, metrics = find(name), Metrics()
    seen = []
    for frame in map(optimizers, frames(simulation(preset, preset.settings.replaced(**changes)), steps)):
        seen.append(frame)
        metrics.append(frame.step, frame.metrics)
        if enough(metrics):
            break
    return seen, metrics


def below(metrics: Metrics, quantity: str, rival: str) -> bool:
    """Return whether the learned optimizer's best is below a tuned rival's, as far as both are known."""
    names = f"learned.best_{quantity}", f"{rival}.{quantity}"
    return set(names) <= set(metrics.names) and newest(metrics, names[0]) < newest(metrics, names[1])


def optimizers(frame: Frame) -> OptimizersFrame:
    assert isinstance(frame, OptimizersFrame)
    return frame


def newest(metrics: Metrics, name: str) -> float:
    return float(metrics.series(name)[1][-1])


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_quadratics_are_solved_faster_than_by_the_best_tuned_adam(seed: int) -> None:
    def enough(metrics: Metrics) -> bool:
        return all(below(metrics, quantity, "adam") for quantity in ("loss_mean", "loss_100"))

    assert find("quadratics").settings.model_dump()["test_problems"] >= 256
    assert enough(played_until("quadratics", 120, enough, seed=seed)[1])


@pytest.mark.slow
def test_tuned_rates_are_not_at_the_ends_of_their_grids() -> None:
    for name in ("quadratics", "learned-gates", "gradient-descent-is-an-lstm"):
        made = simulation(find(name))
        while not all(rival.rate for rival in optimizers(made.look()).rivals):
            made.step()
        for rival in optimizers(made.look()).rivals:
            for best in (rival.tuning.best_mean, rival.tuning.best_last):
                assert 0 < best < len(rival.tuning.rates) - 1, name


def test_gradient_descent_is_an_lstm_to_the_last_digits() -> None:
    seen, metrics = played_until("gradient-descent-is-an-lstm", 3)
    assert metrics.series("learned.gap_to_sgd")[1].max() < 1e-6
    assert (seen[-1].forget == 1).all()


@pytest.mark.slow
def test_its_path_is_that_of_torchs_sgd_with_weight_decay() -> None:
    settings = find("gradient-descent-is-an-lstm").settings.replaced(decay=0.3)
    made = simulation(find("gradient-descent-is-an-lstm"), settings)
    frame = optimizers(made.look())
    assert isinstance(settings, OptimizersSettings)
    theta = torch.nn.Parameter(torch.from_numpy(frame.theta[0].copy()))
    sgd = torch.optim.SGD([theta], lr=settings.eta, weight_decay=settings.decay)
    for t, gradient in enumerate(frame.gradient):
        theta.grad = torch.from_numpy(gradient.copy())
        sgd.step()
        np.testing.assert_allclose(theta.detach().numpy(), frame.theta[t + 1], atol=1e-6)


@pytest.mark.slow
def test_moving_eta_and_lambda_moves_the_two_gates() -> None:
    made = simulation(find("gradient-descent-is-an-lstm"))
    made.change("eta", 0.2)
    made.change("decay", 0.5)
    frame = optimizers(made.look())
    assert np.unique(frame.input) == pytest.approx(0.2)
    assert np.unique(frame.forget) == pytest.approx(0.9)
    assert (frame.forget_equivalent, frame.input_equivalent) == pytest.approx((0.9, 0.2))


@pytest.mark.slow
def test_learned_gates_keep_what_was_learned_and_vary_the_learning_rate() -> None:
    def enough(metrics: Metrics) -> bool:
        untrained = float(metrics.series("gates.input_std")[1][0])
        kept, varied = newest(metrics, "gates.forget_mean") > 0.9, newest(metrics, "gates.input_std") > 5 * untrained
        return kept and varied and below(metrics, "loss_10", "sgd")

    assert enough(played_until("learned-gates", 320, enough)[1])


@pytest.mark.slow
def test_learned_gates_tell_unseen_glyphs_apart_better_with_training() -> None:
    def enough(metrics: Metrics) -> bool:
        if "learned.best_loss_10" not in metrics.names:
            return False
        untrained = float(metrics.series("learned.loss_10")[1][0])
        return newest(metrics, "learned.best_loss_10") < 0.85 * untrained

    assert enough(played_until("learned-gates-glyphs", 60, enough, test_every=10)[1])


@pytest.mark.slow
def test_both_at_once_pass_tuned_adam_too() -> None:
    _, metrics = played_until("combined", 60)
    for quantity in ("loss_mean", "loss_100"):
        assert newest(metrics, f"learned.best_{quantity}") < newest(metrics, f"adam.{quantity}")
    assert newest(metrics, "gates.input_std") > 0.001
