"""The surfaces agree with what is logged, and are made no oftener than needed."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.stories.landscapes.surfaces import CEILING
from tests.simulator.stories.landscapes import HARD, WELLS, simulation
from tests.simulator.stories.played import after


def test_curves_at_phi_are_the_logged_losses() -> None:
    run = simulation()
    place = run.look().surfaces.axis[123]
    run.change("phi", {"method": None, "to": [float(place)]})
    frame = run.look()
    assert frame.surfaces.now[123] == pytest.approx(frame.metrics["maml.loss_now"], abs=1e-13)
    assert frame.surfaces.after[123] == pytest.approx(frame.metrics["maml.loss_after"], abs=1e-13)


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize(
    "values", [{**WELLS, "tasks": 4}, {"family": "quadratics", "dimension": 2, "start": [1.0, 0.0]}]
)
def test_surfaces_at_phi_are_the_logged_losses(values: dict[str, object], draft: bool) -> None:
    run = simulation(**values)
    run.change("inner_steps", 7, draft=draft)
    x, y = 17, 41
    axis = run.look().surfaces.axis
    run.change("phi", {"method": None, "to": [float(axis[x]), float(axis[y])]}, draft=draft)
    frame = run.look()
    assert len(frame.surfaces.axis) == (64 if draft else 128)
    assert frame.surfaces.now[y, x] == pytest.approx(frame.metrics["maml.loss_now"], abs=1e-12)
    assert frame.surfaces.after[y, x] == pytest.approx(frame.metrics["maml.loss_after"], abs=1e-12)
    np.testing.assert_allclose(frame.surfaces.tasks[:, y, x], frame.loss[0, 0, 0], atol=1e-12)


@pytest.mark.parametrize("dimension", [1, 2])
def test_surfaces_of_sampled_tasks_are_the_means_over_unseen_ones(dimension: int) -> None:
    run = simulation(**{**HARD, "dimension": dimension, "start": [0.0] * dimension})
    index = 40
    run.change("phi", {"method": None, "to": [float(run.look().surfaces.axis[index])] * dimension})
    frame = run.look()
    assert frame.surfaces.averaged
    at = (index,) * dimension
    assert frame.surfaces.now[at] == pytest.approx(frame.metrics["maml.test_loss_now"], abs=1e-12)
    assert frame.surfaces.after[at] == pytest.approx(frame.metrics["maml.test_loss_after"], abs=1e-12)


def test_surfaces_are_the_same_object_while_nothing_they_show_changes() -> None:
    run = simulation(**WELLS)
    before = run.look().surfaces
    assert after(run, 3).surfaces is before
    run.change("outer_rate", 0.1)
    assert run.look().surfaces is before


def test_only_the_surface_after_adaptation_is_new_when_k_changes() -> None:
    run = simulation(**WELLS)
    before = run.look().surfaces
    run.change("inner_steps", 3)
    now = run.look().surfaces
    assert now.now is before.now
    assert now.tasks is before.tasks
    assert now.after is not before.after


def test_objectives_stay_while_sampled_tasks_change() -> None:
    run = simulation(**HARD)
    before, now = run.look().surfaces, run.step().surfaces
    assert now.after is before.after
    assert now.now is before.now
    assert now.axis is before.axis
    assert now.tasks is not before.tasks


def test_surface_is_finite_where_paths_leave_the_numbers() -> None:
    after_adaptation = simulation(low=-100.0, high=100.0).look().surfaces.after
    assert np.isfinite(after_adaptation).all()
    assert after_adaptation.max() == CEILING
