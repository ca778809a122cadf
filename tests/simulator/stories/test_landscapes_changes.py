"""Steering the landscapes story: live settings, starts and optima moved by hand, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import UserError
from metascope.simulator.stories.landscapes.frame import METHODS
from tests.simulator.stories.landscapes import HARD, WELLS, assert_same, simulation
from tests.simulator.stories.played import after


def test_phi_moves_the_named_methods_first_start_only() -> None:
    run = simulation(starts=3)
    before = run.look().phi.copy()
    run.change("phi", {"method": "maml", "to": [1.25]})
    before[1, 0] = 1.25
    np.testing.assert_array_equal(run.look().phi, before)


def test_phi_without_a_name_moves_every_method() -> None:
    run = simulation(**WELLS)
    run.change("phi", {"method": None, "to": [1, -1]})
    assert (run.look().phi[:, 0] == [1.0, -1.0]).all()


def test_a_start_moved_for_all_is_the_setting_from_which_a_restart_begins() -> None:
    run = simulation(**WELLS)
    run.change("phi", {"method": "maml", "to": [2, 2]})
    assert run.settings.start == simulation(**WELLS).settings.start
    run.change("phi", {"method": None, "to": [1, -1]})
    assert run.settings.start == (1.0, -1.0)


def test_moved_start_begins_with_a_fresh_outer_optimizer() -> None:
    run = simulation()
    after(run, 20)
    run.change("phi", {"method": "maml", "to": [1.25]})
    fresh = simulation(start=[1.25]).look()
    np.testing.assert_array_equal(run.look().next_phi[1], fresh.next_phi[1])


def test_other_methods_keep_their_outer_optimizer() -> None:
    run, twin = simulation(), simulation()
    after(run, 20)
    run.change("phi", {"method": "maml", "to": [1.25]})
    np.testing.assert_array_equal(run.step().phi[0], after(twin, 21).phi[0])


def test_start_moves_every_methods_first_start() -> None:
    run = simulation(starts=3)
    after(run, 5)
    others = run.look().phi[:, 1:].copy()
    run.change("start", [2.0])
    assert (run.look().phi[:, 0] == 2.0).all()
    np.testing.assert_array_equal(run.look().phi[:, 1:], others)


def test_moved_task_has_its_optimum_there_and_the_others_stay() -> None:
    run = simulation()
    other = run.look().surfaces.optima[1].copy()
    run.change("task", {"task": 0, "to": [1.0]})
    np.testing.assert_array_equal(run.look().surfaces.optima[0], [1.0])
    np.testing.assert_allclose(run.look().surfaces.optima[1], other, atol=1e-12)


def test_positions_move_all_tasks_and_none_brings_them_back() -> None:
    run = simulation()
    before = run.look().surfaces.optima.copy()
    run.change("positions", [[0.0], [1.0]])
    np.testing.assert_array_equal(run.look().surfaces.optima, [[0.0], [1.0]])
    run.change("positions", [])
    np.testing.assert_array_equal(run.look().surfaces.optima, before)


@pytest.mark.parametrize(("name", "value"), [("inner_steps", 3), ("inner_rate", 0.1), ("noise", 0.4), ("epsilon", 0.9)])
def test_live_setting_is_as_if_set_from_the_start(name: str, value: object) -> None:
    run = simulation()
    run.look()
    run.change(name, value)
    assert_same(run.look(), simulation(**{name: value}).look())


def test_draft_draws_coarser_surfaces_until_the_gesture_ends() -> None:
    run = simulation(**WELLS)
    run.change("task", {"task": 0, "to": [1.0, 0.0]}, draft=True)
    assert len(run.look().surfaces.axis) == 64
    run.change("task", {"task": 0, "to": [1.0, 0.0]})
    assert len(run.look().surfaces.axis) == 128


def test_draft_that_moves_only_a_start_keeps_the_finished_surfaces() -> None:
    run = simulation(**WELLS)
    surfaces = run.look().surfaces
    run.change("phi", {"method": None, "to": [1.0, 0.0]}, draft=True)
    assert run.look().surfaces is surfaces


@pytest.mark.parametrize(
    ("name", "value", "where"),
    [
        ("phi", {"method": "mmal", "to": [0.0]}, "phi.method"),
        ("phi", {"method": ["maml"], "to": [0.0]}, "phi.method"),
        ("phi", {"method": "maml", "to": [0.0, 1.0]}, "phi.to"),
        ("phi", {"method": "maml", "to": [float("nan")]}, "phi.to"),
        ("phi", {"method": "maml", "to": [2e6]}, "phi.to"),
        ("phi", {"method": "maml", "to": ["0"]}, "phi.to"),
        ("phi", {"method": "maml", "to": [True]}, "phi.to"),
        ("phi", {"method": "maml", "to": 0.0}, "phi.to"),
        ("phi", {"to": [0.0]}, "phi"),
        ("phi", [0.0], "phi"),
        ("task", {"task": 2, "to": [0.0]}, "task.task"),
        ("task", {"task": True, "to": [0.0]}, "task.task"),
        ("task", {"task": 0, "to": [float("inf")]}, "task.to"),
        ("task", {"task": 0, "to": [2000.0]}, "positions"),
        ("inner_rate", -1.0, "inner_rate"),
        ("inner_rate", "fast", "inner_rate"),
        ("inner_rate", float("nan"), "inner_rate"),
        ("inner_steps", 2.5, "inner_steps"),
        ("start", [1.0, 2.0], "start"),
        ("start", [1e7], "start"),
        ("positions", [[0.0]], "positions"),
        ("dimension", 2, "dimension"),
        ("inner_rat", 0.1, "inner_rat"),
        ("", 0.1, ""),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(name: str, value: object, where: str) -> None:
    run, twin = simulation(), simulation()
    with pytest.raises(UserError) as refused:
        run.change(name, value)
    assert where in {problem.where for problem in refused.value.problems}
    assert_same(run.step(), twin.step())


def test_task_cannot_be_moved_where_tasks_are_drawn() -> None:
    with pytest.raises(UserError, match="new tasks are drawn"):
        simulation(**HARD).change("task", {"task": 0, "to": [0.0, 0.0]})


def test_weights_are_the_starts_and_load_again() -> None:
    run, twin = simulation(starts=3), simulation(starts=3)
    after(run, 5)
    weights = run.weights()
    assert sorted(weights) == sorted(f"{method}.phi" for method in METHODS)
    twin.load_weights(weights)
    np.testing.assert_array_equal(twin.look().phi, run.look().phi)


def test_weights_are_copies() -> None:
    run = simulation()
    run.weights()["maml.phi"].fill_(9.0)
    assert run.look().phi[1, 0, 0] == 0.6


@pytest.mark.parametrize(
    "broken",
    [
        {"maml.phi": torch.zeros(2, 1)},
        {"maml.phi": torch.full((1, 1), float("nan"))},
        {"maml.phi": torch.zeros(1, 1, dtype=torch.int64)},
        {"mmal.phi": torch.zeros(1, 1)},
    ],
)
def test_weights_that_do_not_fit_are_refused(broken: dict[str, torch.Tensor]) -> None:
    run, twin = simulation(), simulation()
    with pytest.raises(UserError, match="phi"):
        run.load_weights({**run.weights(), **broken})
    with pytest.raises(UserError, match="is missing"):
        run.load_weights({})
    assert_same(run.step(), twin.step())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("phi", {"method": None, "to": [1.0]}),
        ("phi", {"method": "reptile", "to": [1.0]}),
        ("start", [2.0]),
        ("task", {"task": 1, "to": [0.5]}),
        ("positions", [[0.0], [1.0]]),
        ("inner_rate", 0.01),
    ],
)
def test_what_was_done_is_taken_back_to_where_everything_was(name: str, value: object) -> None:
    run = simulation()
    after(run, 20)
    before, settings = run.look(), run.settings
    back = run.inverse(name, value)
    run.change(name, value)
    for undone in back:
        run.change(*undone)
    assert run.settings == settings
    np.testing.assert_array_equal(run.look().phi, before.phi)
    np.testing.assert_allclose(run.look().surfaces.tasks, before.surfaces.tasks, atol=1e-12)


def test_taking_back_one_methods_start_leaves_the_others_optimizer_alone() -> None:
    run, twin = simulation(), simulation()
    after(run, 20)
    value = {"method": "reptile", "to": [1.0]}
    back = run.inverse("phi", value)
    run.change("phi", value)
    for undone in back:
        run.change(*undone)
    np.testing.assert_array_equal(run.step().phi, after(twin, 21).phi)
