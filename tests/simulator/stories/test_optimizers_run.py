"""Runs of the optimizers story: frames that tell what the equations give, and runs that can be repeated."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.learners.learned_optimizer.engines import REFERENCE
from metascope.simulator.learners.learned_optimizer.reference import Design, fresh, update
from metascope.simulator.stories.optimizers.showing import ShownProblem
from metascope.simulator.stories.optimizers.trained import BEST
from metascope.simulator.tasks.quadratics import QuadraticFamily
from tests.simulator.stories.optimizers import VARIANTS, assert_same, hurry_laboratory, measure_slowly, simulation
from tests.simulator.stories.played import after
from tests.tiers import first_quick

DESIGNS: list[tuple[dict[str, object], Design]] = [
    ({"variant": "gates"}, Design("gates", 4, 2)),
    ({"variant": "gates", "layers": 0}, Design("gates", 4, 0)),
    (
        {
            "variant": "gates",
            "layers": 1,
            "sees_loss": True,
            "sees_theta": True,
            "sees_gates": True,
            "preprocessing": "log-sign",
        },
        Design("gates", 4, 1, sees_loss=True, sees_theta=True, sees_gates=True, logsign=True),
    ),
    (
        {"variant": "gates", "layers": 1, "sees_gradient": False, "sees_loss": True},
        Design("gates", 4, 1, sees_gradient=False, sees_loss=True),
    ),
    ({"variant": "additive", "output_scale": 0.3}, Design("additive", 4, 2, scale=0.3)),
    ({"variant": "combined", "layers": 1, "sees_theta": True}, Design("combined", 4, 1, sees_theta=True)),
]


@pytest.mark.parametrize(("values", "design"), DESIGNS)
def test_recorded_gates_are_those_of_the_plain_equations(values: dict[str, object], design: Design) -> None:
    made = simulation(**values, meta_rate=0.1)
    frame = after(made, 3)
    weights, memory = made.weights(), fresh(design, 3)
    for t, (theta, gradient) in enumerate(zip(frame.theta[:-1], frame.gradient, strict=True)):
        loss = torch.full((3,), float(frame.loss[t]))
        done = update(design, weights, memory, torch.tensor(theta), torch.tensor(gradient), loss)
        for name in ("forget", "input", "candidate"):
            np.testing.assert_allclose(getattr(frame, name)[t], getattr(done, name), rtol=1e-4, atol=1e-6, err_msg=name)
        np.testing.assert_allclose(frame.theta[t + 1], done.theta, rtol=1e-4, atol=1e-6)
        memory = done.memory


@pytest.mark.parametrize(("name", "value"), [("forget_bias", 2.0), ("input_bias", -1.0)])
def test_biases_of_the_gates_begin_about_where_the_setting_says(name: str, value: float) -> None:
    gate = name.removesuffix("_bias")
    bias = simulation(variant="gates", **{name: value}).weights()[gate][-1]
    assert float(bias) == pytest.approx(value, abs=0.5)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_update_is_the_sum_of_what_is_kept_and_what_is_taken(variant: str) -> None:
    frame = after(simulation(variant=variant, decay=0.4), 3)
    made = frame.forget * frame.theta[:-1] + frame.input * frame.candidate
    np.testing.assert_allclose(frame.theta[1:], made, atol=1e-6)
    assert not np.array_equal(frame.theta[0], frame.theta[-1])


def test_the_additive_optimizer_keeps_all_and_adds_its_output() -> None:
    frame = after(simulation(), 3)
    assert (frame.forget == 1).all()
    assert (frame.input == 1).all()
    np.testing.assert_array_equal(frame.theta[1:], frame.theta[:-1] + frame.candidate)


@pytest.mark.parametrize("variant", ["gradient-descent", "gates"])
def test_without_an_output_of_its_own_the_candidate_is_against_the_gradient(variant: str) -> None:
    frame = after(simulation(variant=variant), 2)
    np.testing.assert_array_equal(frame.candidate, -frame.gradient)


@pytest.mark.slow
@pytest.mark.parametrize("decay", [0.0, 2.0])
def test_fixed_gates_go_the_way_of_torchs_sgd_on_the_problem_itself(decay: float) -> None:
    frame = simulation(variant="gradient-descent", eta=0.05, decay=decay).look()
    problem = ShownProblem(QuadraticFamily(3), 10, seed=0, which=0, methods=REFERENCE).problem
    theta = torch.nn.Parameter(problem.start())
    sgd = torch.optim.SGD([theta], lr=0.05, weight_decay=decay)
    for t in range(10):
        loss = problem.loss(theta, t).sum()
        np.testing.assert_allclose(frame.theta[t], theta.detach()[0], atol=1e-6)
        assert frame.loss[t] == pytest.approx(loss.item(), abs=1e-5)
        sgd.zero_grad()
        torch.autograd.backward(loss)
        sgd.step()
    np.testing.assert_allclose(frame.theta[10], theta.detach()[0], atol=1e-6)
    assert frame.metrics["learned.gap_to_sgd"] < 1e-6


@pytest.mark.parametrize("variant", first_quick(VARIANTS))
def test_the_same_seed_gives_the_same_run(variant: str) -> None:
    one, other = simulation(variant=variant, seed=3), simulation(variant=variant, seed=3)
    for _ in range(4):
        assert_same(one.look(), other.look())
        torch.rand(1)
        one.step()
        other.step()


def test_another_seed_draws_other_weights_and_problems() -> None:
    one, other = simulation(seed=0), simulation(seed=1)
    assert not torch.equal(one.weights()["lstm1"], other.weights()["lstm1"])
    assert one.look().theta[0].tolist() != other.look().theta[0].tolist()
    assert one.look().rivals[0].tuning.mean.tolist() != other.look().rivals[0].tuning.mean.tolist()


def test_a_run_goes_on_from_any_moment_of_tuning_and_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_slowly(monkeypatch)
    made, other = simulation(variant="gates", test_every=4), simulation(variant="gates", test_every=4)
    moments = []
    for _ in range(24):
        state = made.state()
        moments.append((state, made.step()))
    half_tuned = [frame for _, frame in moments if frame.rivals[0].rate and not frame.rivals[-1].rate]
    assert half_tuned
    assert {"adam.loss_mean", "learned.loss_mean"} & moments[6][1].metrics.keys() == {"learned.loss_mean"}
    assert {"adam.loss_mean", "learned.loss_mean"} <= moments[22][1].metrics.keys()
    for state, frame in reversed(moments):
        other.restore(state)
        assert_same(other.step(), frame)


@pytest.mark.slow
def test_what_comes_after_does_not_reach_into_a_state(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_slowly(monkeypatch)
    made = simulation(laboratory=True)
    after(made, 2)
    state = made.state()
    frames = [made.step() for _ in range(6)]
    for _ in range(2):
        made.restore(state)
        for frame in frames:
            assert_same(made.step(), frame)


@pytest.mark.slow
def test_a_run_goes_on_with_the_laboratory_half_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry_laboratory(monkeypatch)
    monkeypatch.setattr("metascope.simulator.stories.optimizers.simulation.LABORATORY_SHARE", 1.0)
    values = {"problem": "landscape", "learned_start": True, "truncation": 10, "laboratory": True}
    made, other = simulation(**values), simulation(**values)
    moments = []
    for _ in range(90):
        state = made.state()
        moments.append((state, made.step()))
    tables = [frame.laboratory for _, frame in moments]
    done = [sum(trial.problems for trial in table.trials) for table in tables if table is not None]
    half = [step for step, problems in enumerate(done) if 0 < problems < 40]
    assert done[0] == 0 < done[-1]
    assert half
    for state, frame in (moments[step] for step in (*range(0, 90, 10), *half)):
        other.restore(state)
        assert_same(other.step(), frame)


def test_what_is_shown_comes_back_with_a_state() -> None:
    made = simulation(variant="gradient-descent")
    made.change("shown", 5)
    made.change("eta", 0.3)
    other = simulation(variant="gradient-descent")
    other.restore(made.state())
    assert other.settings == made.settings
    assert_same(other.look(), made.look())


def test_training_moves_the_weights_and_the_course() -> None:
    made = simulation()
    first, before = made.look(), made.weights()
    last = after(made, 1)
    assert all(not torch.equal(before[name], made.weights()[name]) for name in before if not name.startswith(BEST))
    assert not np.array_equal(first.theta, last.theta)
    np.testing.assert_array_equal(first.theta[0], last.theta[0])


def test_training_makes_the_additive_optimizer_better_than_it_began() -> None:
    made = simulation(updates=20, truncation=20, problems=16, test_problems=32)
    first = made.look().metrics["learned.loss_mean"]
    assert after(made, 60).metrics["learned.loss_mean"] < 0.7 * first


@pytest.mark.parametrize("problem", ["landscape", "quadratics"])
def test_second_derivatives_make_a_difference_to_what_is_learned(problem: str) -> None:
    values: dict[str, object] = {"problem": problem, "variant": "gates", "input_bias": -2.0, "truncation": 10}
    made = [simulation(**values, second_derivatives=exact) for exact in (False, True)]
    frames = [after(run, 1) for run in made]
    assert frames[0].meta_loss == pytest.approx(frames[1].meta_loss, rel=1e-5)
    assert frames[0].meta_gradient != pytest.approx(frames[1].meta_gradient, rel=1e-2)
    assert not torch.equal(made[0].weights()["lstm1"], made[1].weights()["lstm1"])


def test_a_learned_start_is_trained_and_is_where_the_course_begins() -> None:
    made = simulation(variant="gates", learned_start=True, truncation=10)
    before = made.weights()["start"]
    frame = after(made, 2)
    assert not torch.equal(before, made.weights()["start"])
    np.testing.assert_array_equal(frame.theta[0], made.weights()["start"])


def test_the_objective_decides_what_is_learned() -> None:
    made = [simulation(objective=objective, truncation=10) for objective in ("sum", "final")]
    for run in made:
        run.step()
    assert not torch.equal(made[0].weights()["lstm1"], made[1].weights()["lstm1"])


@pytest.mark.parametrize(("landscape", "dimension"), [("lecture", 1), ("wells", 2)])
def test_courses_on_a_landscape_lie_on_its_terrain(landscape: str, dimension: int) -> None:
    frame = simulation(problem="landscape", landscape=landscape).look()
    assert frame.terrain is not None
    assert frame.terrain.loss.shape == (len(frame.terrain.axis),) * dimension
    np.testing.assert_array_equal(frame.path, frame.theta)
    places = [int(np.abs(frame.terrain.axis - x).argmin()) for x in frame.theta[0][::-1]]
    assert frame.terrain.loss[tuple(places)] == pytest.approx(frame.loss[0], abs=0.1)
    for rival in frame.rivals:
        np.testing.assert_array_equal(rival.path[0], frame.path[0])


def test_a_problem_without_a_terrain_has_paths_of_no_dimensions() -> None:
    frame = simulation().look()
    assert frame.terrain is None
    assert frame.path.shape == (11, 0)


@pytest.mark.slow
def test_of_a_large_problem_a_spread_of_each_group_is_drawn() -> None:
    values = {"problem": "sine", "hidden_units": 20, "hidden_layers": 2, "updates": 2, "truncation": 2}
    drawn = simulation(**values, variant="gradient-descent").look().coordinates
    assert drawn.total == 481
    assert len(drawn.index) == len(drawn.group) < 256
    assert (np.diff(drawn.index) > 0).all()
    assert (drawn.index[0], drawn.index[-1]) == (0, 480)
    assert set(drawn.group) == set(range(len(drawn.groups)))
