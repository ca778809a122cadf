"""The inner clock tells what each method does, with the frame's real numbers."""

from __future__ import annotations

import pytest

from metascope.simulator.stories.landscapes.captions import captions_of
from metascope.simulator.stories.landscapes.course import course
from metascope.simulator.stories.landscapes.frame import METHODS
from tests.simulator.stories.landscapes import HARD, WELLS, simulation
from tests.simulator.stories.played import after


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("k", [0, 1, 20])
def test_every_method_has_as_many_ticks_as_the_frame_says(method: str, k: int) -> None:
    frame = simulation(inner_steps=k).look()
    assert len(course(frame, method)) == len(captions_of(frame, method)) == frame.ticks() == k + 4


@pytest.mark.parametrize("method", ["maml", "fomaml", "reptile"])
def test_who_adapts_goes_through_support_query_gradient_and_update(method: str) -> None:
    ticks = course(simulation(inner_steps=2).look(), method)
    assert [tick.kind for tick in ticks] == ["start", "support", "support", "query", "gradient", "update"]
    assert [tick.inner for tick in ticks] == [0, 1, 2, 2, 2, 2]


def test_pretraining_updates_first_and_only_measures_adaptation() -> None:
    ticks = course(simulation(inner_steps=2).look(), "pretraining")
    assert [tick.kind for tick in ticks] == ["start", "query", "gradient", "update", "test", "test"]
    assert [tick.inner for tick in ticks] == [0, 0, 0, 0, 1, 2]


def test_support_step_tells_each_task_with_its_numbers() -> None:
    frame = simulation().look()
    theta, loss = frame.theta[3, 1, 0, 0, 0], frame.loss[2:4, 1, 0, 0]
    assert str(captions_of(frame, "maml")[3]).startswith(
        f"Support step 3 of 20: task A θ = {theta:.3g}, loss {loss[0]:.3g} → {loss[1]:.3g}; task B θ = "
    )


def test_update_tells_where_the_start_goes() -> None:
    frame = simulation(**WELLS).look()
    x, y = frame.next_phi[1, 0]
    assert str(captions_of(frame, "maml")[-1]) == (
        f"Update: MAML moves φ by ({x - 0.6:.3g}, {y - 1.2:.3g}) to ({x:.3g}, {y:.3g})"
    )


def test_reptile_says_that_it_asks_no_query_loss() -> None:
    assert str(captions_of(simulation().look(), "reptile")[-3]).startswith("Reptile uses no query loss")


def test_of_many_tasks_four_are_told_and_the_mean_of_all() -> None:
    frame = simulation(**{**HARD, "tasks": 6}).look()
    caption = str(captions_of(frame, "maml")[1])
    assert "task D" in caption
    assert "task E" not in caption
    assert f"mean loss of all 6: {frame.loss[0, 1, 0].mean():.3g} → {frame.loss[1, 1, 0].mean():.3g}" in caption


@pytest.mark.parametrize("method", METHODS)
def test_captions_have_no_place_left_open(method: str) -> None:
    for values in ({}, WELLS, HARD, {"inner_steps": 0}):
        for caption in captions_of(simulation(**values).look(), method):
            assert "{" not in str(caption)


@pytest.mark.parametrize("method", METHODS)
def test_the_last_caption_names_the_starts_that_reached_0(method: str) -> None:
    made = simulation(start=[-3.0], starts=9, outer_rate=0.05)
    frame = after(made, 60)  # meta-steps
    losses = frame.loss_after[METHODS.index(method)]
    reached = [index for index, loss in enumerate(losses) if loss < 0.005]
    assert len(reached) == {"pretraining": 2}.get(method, 4)
    caption = str(captions_of(frame, method)[-1])
    assert f"{len(reached)} of its 9 starts reached loss 0 or less: " in caption
    began = [-3.0, *(-3.5 + 7.0 * (n + 0.5) / 8 for n in range(8))]
    for index in reached[:4]:
        assert f"start {index + 1} (from {began[index]:.3g})" in caption
    assert (f"and {len(reached) - 4} more" in caption) == (len(reached) > 4)


def test_where_no_start_reached_0_the_best_one_is_named() -> None:
    frame = simulation(start=[-3.0], starts=3, outer_rate=0.05, inner_rate=0.001).look()
    best = int(frame.loss_after[METHODS.index("maml")].argmin())
    caption = str(captions_of(frame, "maml")[-1])
    assert f"none of its 3 starts reached loss 0 or less; the best is start {best + 1} (from " in caption
    assert f"{frame.loss_after[METHODS.index('maml'), best]:.3g}" in caption


def test_starts_that_were_loaded_have_no_place_where_they_began() -> None:
    made = simulation(starts=3)
    made.load_weights(made.weights())
    assert made.look().begun is None
    assert "(from" not in str(captions_of(made.look(), "maml")[-1])
    again = simulation(starts=3)
    again.restore(made.state())
    assert again.look().begun is None
