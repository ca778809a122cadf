"""The landscapes story runs: published numbers, frames that tell the truth, and runs that can be repeated."""

from __future__ import annotations

import math
from dataclasses import fields

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged
from metascope.simulator.stories.landscapes.frame import METHODS, LandscapesFrame
from metascope.simulator.tasks.families import lecture_pair
from tests.simulator.stories.landscapes import HARD, WELLS, assert_same, simulation
from tests.simulator.stories.played import after


@pytest.fixture(scope="module")
def lecture() -> LandscapesFrame:
    return after(simulation(), 400)


@pytest.mark.parametrize(
    ("metric", "expected", "tolerance"),
    [
        ("pretraining.phi", -1.359, 0.002),
        ("pretraining.loss_now", 0.5148, 2e-4),
        ("pretraining.loss_after", 0.5123, 2e-4),
        ("maml.phi", 0.022, 0.001),
        ("maml.loss_now", 0.8910, 1e-3),
        ("maml.loss_after", -0.0072, 1e-4),
        ("fomaml.phi", 0.0, 0.001),
        ("reptile.phi", 0.436, 0.001),
    ],
)
def test_lectures_pair_ends_at_the_published_numbers(
    lecture: LandscapesFrame, metric: str, expected: float, tolerance: float
) -> None:
    assert lecture.metrics[metric] == pytest.approx(expected, abs=tolerance)


@pytest.mark.parametrize("method", ["maml", "fomaml", "reptile"])
def test_who_adapts_solves_both_tasks_of_the_lecture(lecture: LandscapesFrame, method: str) -> None:
    assert -0.0075 < lecture.metrics[f"{method}.loss_after"] < -0.005


@pytest.mark.slow
def test_every_method_from_the_wrong_basin_stays_in_it() -> None:
    frame = after(simulation(start=[-3.0]), 500)
    assert (np.abs(frame.phi[:, 0, 0] + 1.43) < 0.08).all()


@pytest.mark.slow
def test_pretraining_in_the_plane_ends_stuck_where_maml_does_not() -> None:
    frame = after(simulation(**WELLS, inner_steps=10), 400)
    poor = frame.loss[-1, METHODS.index("pretraining"), 0, 1] - frame.loss[-1, METHODS.index("maml"), 0, 1]
    assert poor > 0.5


@pytest.mark.slow
def test_maml_is_best_on_unseen_tasks() -> None:
    run = simulation(
        family="mixtures",
        tasks=4,
        sampled=True,
        start=[2.5],
        inner_steps=10,
        inner_rate=0.2,
        outer_rate=0.02,
        noise=0.1,
    )
    metrics = after(run, 500).metrics
    assert metrics["maml.test_loss_after"] < metrics["pretraining.test_loss_after"] - 0.2
    assert metrics["maml.test_loss_now"] > metrics["pretraining.test_loss_now"]


def test_a_step_goes_where_the_frame_before_said() -> None:
    run = simulation(**HARD)
    before = run.look()
    np.testing.assert_array_equal(run.step().phi, before.next_phi)


def test_look_changes_nothing() -> None:
    run, twin = simulation(**HARD), simulation(**HARD)
    run.look()
    run.look()
    assert_same(run.step(), twin.step())


def test_frame_counts_meta_steps() -> None:
    assert after(simulation(), 3).step == 3


def test_shapes_are_those_of_the_frame() -> None:
    frame = after(simulation(**HARD), 2)
    m, s, t, d, k = 4, 2, 3, 2, 3
    assert frame.phi.shape == frame.next_phi.shape == (m, s, d)
    assert frame.theta.shape == (k + 1, m, s, t, d)
    assert frame.loss.shape == (k + 1, m, s, t)
    assert frame.support_gradients.shape == (k, m, s, t, d)
    assert frame.query_gradient.shape == (m, s, t, d)
    assert frame.directions.shape == (m, m, s, t, d)
    assert frame.loss_now.shape == frame.loss_after.shape == (m, s)
    assert frame.surfaces.tasks.shape == (t, 128, 128)
    assert frame.surfaces.optima.shape == (t, d)


def test_arrays_of_a_frame_cannot_be_written() -> None:
    frame = after(simulation(**HARD), 2)
    for part in (frame, frame.surfaces):
        for declared in fields(part):
            value = getattr(part, declared.name)
            assert not isinstance(value, np.ndarray) or not value.flags.writeable, declared.name


def test_inner_path_follows_its_gradients() -> None:
    frame = after(simulation(**HARD), 2)
    np.testing.assert_allclose(frame.theta[1:], frame.theta[:-1] - frame.alpha * frame.support_gradients, atol=1e-15)


def test_losses_told_are_those_of_the_tasks_without_noise() -> None:
    frame = after(simulation(noise=0.5), 5)
    expected = lecture_pair().loss(torch.from_numpy(frame.theta.copy())).numpy()
    np.testing.assert_allclose(frame.loss, expected, atol=1e-14)


def test_every_method_sees_the_same_noise() -> None:
    frame = simulation(noise=0.5).look()
    np.testing.assert_array_equal(frame.support_gradients[:, :1], frame.support_gradients[:, 1:2])


def test_query_and_support_draw_noise_of_their_own() -> None:
    frame = simulation(noise=0.5, inner_rate=0.0, inner_steps=2).look()
    first, second, query = *frame.support_gradients[:, 0, 0, 0, 0], frame.query_gradient[0, 0, 0, 0]
    assert len({first, second, query}) == 3


def test_one_step_reptile_is_pretraining() -> None:
    frame = after(
        simulation(inner_steps=1, outer_optimizer="sgd", outer_rate=0.05, epsilon=0.2, inner_rate=0.5), 50
    )  # beta = epsilon alpha / N
    np.testing.assert_allclose(frame.phi[3], frame.phi[0], atol=1e-14)


def test_first_order_error_is_measured_at_mamls_start() -> None:
    frame = after(simulation(**WELLS), 10)
    maml = METHODS.index("maml")
    exact, shortcut = (frame.directions[maml, rule, 0].sum(0) for rule in (maml, METHODS.index("fomaml")))
    cosine = exact @ shortcut / np.linalg.norm(exact) / np.linalg.norm(shortcut)
    assert frame.metrics["fomaml.angle_to_maml"] == pytest.approx(math.degrees(math.acos(cosine)), abs=1e-6)
    assert frame.metrics["fomaml.norm_to_maml"] == pytest.approx(np.linalg.norm(shortcut) / np.linalg.norm(exact))


def test_direction_without_length_has_no_angle() -> None:
    assert "reptile.angle_to_maml" not in simulation(inner_steps=0).look().metrics


def test_best_start_is_told_where_there_are_several() -> None:
    frame = after(simulation(start=[-3.0], starts=9), 50)
    assert frame.metrics["maml.best_loss_after"] == frame.loss_after[1].min()
    assert "maml.best_loss_after" not in simulation().look().metrics


def test_unseen_tasks_are_met_every_so_often() -> None:
    run = simulation(**HARD)
    measured = ["maml.test_loss_after" in run.look().metrics] + [
        "maml.test_loss_after" in run.step().metrics for _ in range(4)
    ]
    assert measured == [True, False, True, False, True]


def test_parallel_starts_are_spread_over_the_range() -> None:
    phi = simulation(starts=9, low=-2.0, high=2.0).look().phi[0, :, 0]
    assert phi[0] == 0.6
    np.testing.assert_allclose(np.diff(phi[1:]), 0.5)
    assert phi[1] == -phi[-1]


def test_sampled_tasks_are_new_each_step() -> None:
    run = simulation(**HARD)
    before = run.look().surfaces.optima
    assert not np.isclose(run.step().surfaces.optima, before).any()


def test_noise_does_not_change_which_tasks_are_drawn() -> None:
    loud, quiet = (after(simulation(**{**HARD, "noise": sigma}), 3).surfaces for sigma in (0.3, 0.0))
    np.testing.assert_array_equal(loud.optima, quiet.optima)


@pytest.mark.parametrize("values", [{}, HARD, {**WELLS, "noise": 0.2, "outer_optimizer": "sgd"}])
def test_same_seed_gives_the_same_frames(values: dict[str, object]) -> None:
    run, twin = simulation(**values), simulation(**values)
    assert_same(run.look(), twin.look())
    for _ in range(4):
        assert_same(run.step(), twin.step())


def test_another_seed_gives_other_noise() -> None:
    assert (simulation(noise=1.0).look().query_gradient != simulation(noise=1.0, seed=1).look().query_gradient).all()


@pytest.mark.parametrize("values", [{"noise": 0.2}, HARD, {**WELLS, "outer_optimizer": "sgd"}])
def test_restored_run_goes_on_bit_for_bit(values: dict[str, object]) -> None:
    run = simulation(**values)
    after(run, 3)
    run.change("phi", {"method": "maml", "to": [0.1] * len(run.look().phi[0, 0])})
    run.change("epsilon", 0.3)
    after(run, 2)
    state = run.state()
    twin = simulation()
    twin.restore(state)
    assert_same(twin.look(), run.look())
    for _ in range(4):
        assert_same(twin.step(), run.step())


def test_state_is_a_copy_that_later_steps_leave_alone() -> None:
    run = simulation(**HARD)
    state = run.state()
    first = after(run, 2)
    run.restore(state)
    assert_same(after(run, 2), first)


def test_restored_run_has_the_moved_tasks() -> None:
    run, twin = simulation(), simulation()
    run.change("task", {"task": 0, "to": [1.0]})
    twin.restore(run.state())
    assert_same(twin.step(), run.step())


def test_path_that_grows_is_explained_with_its_numbers() -> None:
    run = simulation(
        family="quadratics", curvatures=[[0.8], [4.6]], positions=[[-1.5], [1.0]], inner_steps=5, inner_rate=0.5
    )
    (notice,) = run.look().notices
    assert str(notice).startswith("Task B: α × largest curvature = 2.30 > 2")
    assert str(notice).endswith("(Pre-training, MAML, FOMAML, Reptile). Use α below 0.435.")


def test_path_that_shrinks_needs_no_notice() -> None:
    assert simulation().look().notices == ()


def test_leaving_the_numbers_stops_with_the_last_good_state() -> None:
    run = simulation(outer_rate=10.0)
    with pytest.raises(Diverged, match=r"Pre-training .* meta-step 1: from φ = -9.4 .* α × curvature = \d\d"):
        after(run, 100)
    kept = run.look()
    assert np.isfinite(kept.phi).all()
    with pytest.raises(Diverged):
        run.step()
    assert_same(run.look(), kept)


def test_diverging_leaves_the_random_draws_alone() -> None:
    run = simulation(outer_rate=10.0, noise=0.1)
    with pytest.raises(Diverged):
        after(run, 1000)
    run.change("outer_rate", 0.02)
    twin = simulation(outer_rate=0.02, noise=0.1)
    assert_same(run.step(), after(twin, 1))
    assert_same(run.step(), twin.step())


def test_change_that_sends_a_path_out_of_the_numbers_is_shown_and_then_stops() -> None:
    run = simulation()
    run.change("phi", {"method": None, "to": [1e5]})
    frame = run.look()
    assert np.isnan(frame.loss[-1]).any()
    assert all(math.isfinite(value) for value in frame.metrics.values())
    with pytest.raises(Diverged, match="path of task B becomes NaN or infinite"):
        run.step()


BOUNDS = [
    {"tasks": 1, "family": "quadratics"},
    {"tasks": 16, "family": "quadratics", "inner_steps": 5},
    {"tasks": 16, "family": "wells", "dimension": 2, "start": [0.0, 0.0], "inner_steps": 5},
    {"starts": 32},
    {"inner_steps": 0},
    {"inner_steps": 50},
    {"inner_rate": 0.0},
    {"outer_rate": 0.0},
    {"outer_rate": 10.0, "family": "quadratics"},
    {"epsilon": 0.0},
    {"epsilon": 1.0},
    {"clip": 0.001},
    {"clip": 1e6},
    {"noise": 10.0, "inner_steps": 1},
    {"seed": 2**31 - 1},
    {"low": -100.0, "high": 100.0},
    {"sampled": True, "family": "mixtures", "test_tasks": 4, "test_every": 1},
    {"sampled": True, "family": "quadratics", "test_tasks": 256, "test_every": 1000},
]


@pytest.mark.parametrize("values", BOUNDS, ids=str)
def test_settings_at_their_bounds_run(values: dict[str, object]) -> None:
    frame = after(simulation(**values), 2)
    assert frame.step == 2
    assert all(math.isfinite(value) for value in frame.metrics.values())


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"noise": 0.1},
        WELLS,
        {"family": "quadratics"},
        {"family": "quadratics", "curvatures": [[1.0], [2.0]]},
        {"family": "quadratics", "curvatures": [[1.0], [2.0]], "positions": [[1.0], [2.0]]},
        {"family": "quadratics", "positions": [[1.0], [2.0]]},
        {"family": "mixtures", "positions": [[1.0], [2.0]]},
    ],
)
def test_settings_know_whether_the_seed_decides_anything(values: dict[str, object]) -> None:
    one, other = (after(simulation(seed=seed, **values), 3) for seed in (0, 1))
    assert simulation(**values).settings.is_random == (not np.array_equal(one.phi, other.phi))
