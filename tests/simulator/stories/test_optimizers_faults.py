"""What goes wrong in meta-training: problems that diverge are stopped and told of, numbers that are lost end a run."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.engine.text import say
from metascope.simulator.learners.learned_optimizer.reference import Design
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT
from metascope.simulator.learners.learned_optimizer.unrolling import run
from metascope.simulator.stories.optimizers.arena import Arena
from metascope.simulator.stories.optimizers.simulation import OptimizersSimulation
from metascope.simulator.tasks.quadratics import QuadraticFamily
from tests.simulator.stories.optimizers import assert_same, simulation
from tests.simulator.stories.played import after

# An input gate of about 0.15 is a learning rate that is too large for some of these quadratics, not for all.
HASTY: dict[str, object] = {"variant": "gates", "forget_bias": 10.0, "input_bias": -1.7, "problems": 16}


def lost(made: OptimizersSimulation, name: str, value: float) -> dict[str, object]:
    """Return the state of a run, a number of it exchanged."""
    state = dict(made.state())
    tensor = state[name]
    assert isinstance(tensor, torch.Tensor)
    state[name] = tensor.clone()
    state[name][0] = value  # type: ignore[index]
    return state


def test_a_shown_problem_that_diverges_stops_there_and_says_so() -> None:
    made = simulation(variant="gradient-descent", eta=1.0)
    for shown in range(64):
        made.change("shown", shown)
        if made.look().stopped > 0:
            break
    frame, t = made.look(), made.look().stopped
    assert 0 < t <= 10
    assert (frame.loss[t:] == LIMIT).all()
    assert (frame.loss[:t] < LIMIT).all()
    assert frame.test_loss == LIMIT
    assert (frame.theta[t:] == frame.theta[t - 1]).all()
    assert [str(notice) for notice in frame.notices] == [
        f"The problem shown diverged at update {t} (loss above 1e+06) and was stopped there"
    ]
    assert frame.metrics["learned.gap_to_sgd"] < 1e-2
    assert np.isfinite(list(frame.metrics.values())).all()
    assert after(made, 2).step == 2


def test_held_out_problems_that_diverge_are_counted() -> None:
    frame = simulation(variant="gradient-descent", eta=1.0, dimension=6).look()
    assert frame.tested is not None
    assert 0 < frame.tested.stopped <= 8
    assert frame.tested.mean[-1] >= LIMIT * frame.tested.stopped / 8


def test_problems_of_training_that_diverge_are_told_of_and_training_goes_on() -> None:
    made = simulation(**HASTY, truncation=10)
    draws, weights = made.state()["draws"], made.weights()
    assert isinstance(draws, torch.Tensor)
    problems = QuadraticFamily(3).sample(16, 10, torch.Generator().set_state(draws))
    stopped = run(Design("gates", 4, 2), weights, problems, problems.start(), 10).stopped
    at = stopped[stopped >= 0]
    assert 1 < len(at) < 16
    assert at.min() < at.max()
    frame = made.step()
    assert str(frame.notices[0]) == (
        f"{len(at)} of the 16 problems of this meta-step diverged and were stopped, the first at update {at.min()}"
    )
    assert np.isfinite(frame.metrics["meta.loss"])
    assert after(made, 3).step == 4


def test_a_notice_is_of_the_meta_step_that_led_here() -> None:
    made = simulation(**HASTY)
    assert not any("of this meta-step" in str(notice) for notice in made.look().notices)
    assert any("of this meta-step" in str(notice) for notice in made.step().notices)
    made.change("learn", False)
    assert not any("of this meta-step" in str(notice) for notice in made.step().notices)


def test_where_all_problems_diverge_nothing_is_learned_and_the_run_goes_on() -> None:
    made = simulation(variant="gates", forget_bias=10.0, input_bias=10.0, dimension=20, updates=20)
    frame = made.step()
    assert str(frame.notices[0]).startswith("4 of the 4 problems")
    assert "meta.loss" not in frame.metrics
    assert after(made, 2).step == 3


def test_problems_that_diverge_leave_a_run_repeatable() -> None:
    made, other = simulation(**HASTY), simulation(**HASTY)
    for _ in range(3):
        assert_same(made.step(), other.step())


@pytest.mark.parametrize("name", ["moments.first", "moments.second"])
def test_weights_that_would_leave_the_numbers_end_the_run_with_their_name(name: str) -> None:
    made = simulation(truncation=10)
    after(made, 2)
    made.restore(lost(made, name, torch.nan))
    before = made.look()
    with pytest.raises(Diverged, match="cannot continue from meta-step 2: lstm1 of the optimizer's weights"):
        made.step()
    assert_same(made.look(), before)


def test_weights_that_are_no_numbers_end_the_run_with_their_name() -> None:
    made = simulation(variant="gates")
    made.restore(lost(made, "flat", torch.nan))
    with pytest.raises(Diverged, match="the weight of lstm1 became NaN or infinite at update 0"):
        made.step()


@pytest.mark.parametrize("learn", [True, False])
def test_a_gate_that_is_no_number_where_it_is_measured_leaves_the_run_at_the_step_before(
    learn: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, other = (simulation(variant="gates", learn=learn, test_every=2) for _ in range(2))
    before = made.step()
    with monkeypatch.context() as patch:
        patch.setattr(Arena, "measure_learned", no_number)
        for _ in range(2):
            with pytest.raises(Diverged, match="the forget gate is not a finite number at update 4"):
                made.step()
            assert_same(made.look(), before)
    assert_same(after(made, 3), after(other, 4))


def no_number(*_: object) -> None:
    raise Diverged(say("the {quantity} is not a finite number at update {t}", quantity="forget gate", t=4))
