"""What the scenarios tell in words is true in numbers."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.files.presets import find
from metascope.simulator.engine.frame import Frame
from metascope.simulator.stories.landscapes.frame import LandscapesFrame
from metascope.simulator.stories.landscapes.names import METHODS
from tests.contracts.runs import finished, frames, simulation


def landscapes(frame: Frame) -> LandscapesFrame:
    assert isinstance(frame, LandscapesFrame)
    return frame


@pytest.mark.parametrize("method", ["maml", "fomaml", "reptile"])
def test_two_tasks_are_both_solved_after_adaptation_by_those_who_look_ahead(method: str) -> None:
    frame, _ = finished("two-tasks")
    assert frame.metrics[f"{method}.loss_after"] <= 0.0


def test_two_tasks_leave_pretraining_stuck() -> None:
    frame, _ = finished("two-tasks")
    assert frame.metrics["pretraining.phi"] == pytest.approx(-1.359, abs=0.02)
    assert frame.metrics["pretraining.loss_after"] == pytest.approx(0.512, abs=0.01)


def test_two_tasks_have_mamls_start_worse_now_and_better_after() -> None:
    frame, _ = finished("two-tasks")
    assert frame.metrics["maml.phi"] == pytest.approx(0.02, abs=0.05)
    assert frame.metrics["maml.loss_now"] > frame.metrics["pretraining.loss_now"] + 0.2
    assert frame.metrics["maml.loss_after"] < frame.metrics["pretraining.loss_after"] - 0.4


def test_one_step_makes_reptile_walk_the_path_of_pretraining() -> None:
    _, metrics = finished("one-step-reptile")
    ours, theirs = metrics.column("reptile.phi"), metrics.column("pretraining.phi")
    assert np.ptp(theirs) > 1.0  # they went somewhere
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-9)


def test_diverging_is_explained_from_the_first_picture_on() -> None:
    frame = landscapes(simulation(find("diverging")).look())
    assert frame.notices
    assert all("> 2" in str(notice) for notice in frame.notices)


def test_diverging_comes_back_when_the_inner_rate_is_lowered() -> None:
    made = simulation(find("diverging"))
    made.change("inner_rate", 0.3)
    assert not landscapes(made.look()).notices


def test_a_bad_start_is_solved_by_no_method_alone_and_by_some_of_the_parallel_ones() -> None:
    frame, _ = finished("bad-start")
    after = landscapes(frame).loss_after  # (M, S)
    assert (after[:, 0] > 0.4).all()
    others = {method: float(after[index, 1:].min()) for index, method in enumerate(METHODS)}
    assert all(others[method] < 0.1 for method in ("maml", "fomaml", "reptile"))


@pytest.mark.slow
def test_the_first_order_shortcut_turns_away_from_the_exact_direction() -> None:
    _, metrics = finished("first-order-error")
    _, angles = metrics.series("fomaml.angle_to_maml")
    assert angles.max() > 45.0, "degrees"


def test_the_first_order_shortcut_costs_where_it_goes() -> None:
    _, metrics = finished("first-order-error")
    fomaml, maml = metrics.column("fomaml.loss_after"), metrics.column("maml.loss_after")
    assert fomaml.mean() > maml.mean()


@pytest.mark.slow
def test_on_unseen_tasks_maml_is_worse_now_and_better_after_adaptation() -> None:
    _, metrics = finished("unseen-tasks")

    def lately(name: str) -> float:
        return float(metrics.series(name)[1][-20:].mean())

    assert lately("maml.test_loss_after") < lately("pretraining.test_loss_after") - 0.2
    assert lately("maml.test_loss_now") > lately("pretraining.test_loss_now")


def test_unseen_tasks_are_measured_regularly() -> None:
    preset = find("unseen-tasks")
    measured = [frame.step for frame in frames(simulation(preset), 25) if "maml.test_loss_after" in frame.metrics]
    assert measured == [0, 10, 20]


@pytest.mark.slow
def test_two_dimensions_show_the_same_story() -> None:
    frame, _ = finished("two-dimensions")
    assert frame.metrics["maml.loss_now"] > frame.metrics["pretraining.loss_now"]
    assert frame.metrics["maml.loss_after"] < 0.5 * frame.metrics["pretraining.loss_after"]
