"""The story of the LSTM cell: frames that tell the truth, sentences with true numbers, training that is repeatable."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.stories.lstm_cell.captions import captions_of, reading, update
from metascope.simulator.stories.lstm_cell.course import tick
from metascope.simulator.stories.lstm_cell.names import DESCENT, GRADIENT, KEPT, LSTM, MEMORY, METHODS
from metascope.simulator.stories.lstm_cell.settings import CellSettings
from metascope.simulator.stories.lstm_cell.simulation import CellSimulation
from tests.simulator.stories.played import after

LECTURE: dict[str, object] = {"family": "lecture", "tasks": 2, "start": [0.6]}
PLANE: dict[str, object] = {"family": "wells", "dimension": 2, "tasks": 2, "start": [0.6, 1.2]}


def simulation(**values: object) -> CellSimulation:
    return CellSimulation(CellSettings.parse(values))


def at(method: str) -> int:
    return METHODS.index(method)


@pytest.mark.parametrize("values", [LECTURE, PLANE], ids=["1-D", "2-D"])
def test_a_frame_has_every_quantity_of_every_step(values: dict[str, object]) -> None:
    frame, d = after(simulation(**values), 2), values.get("dimension", 1)
    for name in ("z", "z_i", "z_f", "z_o", "c", "h", "y", "theta", "gradient"):
        assert getattr(frame, name).shape == (5, 9, d), name
    assert frame.x.shape == (5, 9, d + 1)  # type: ignore[operator]
    assert frame.loss.shape == (5, 9)
    assert np.isfinite(frame.theta).all()
    assert frame.ticks() == 3 * 8 + 1


def test_what_a_cell_has_not_is_not_a_number() -> None:
    frame = after(simulation(**LECTURE), 1)
    assert np.isfinite(frame.y[at(LSTM), 1:]).all()
    assert np.isnan(frame.y[at(MEMORY) :]).all()
    for part in (frame.h, frame.z_o):
        assert np.isnan(part[at(DESCENT)]).all()
        assert np.isfinite(part[: at(DESCENT), 1:]).all()


def test_all_cells_begin_at_the_persons_start() -> None:
    frame = simulation(**PLANE).look()
    assert (frame.theta[:, 0] == [0.6, 1.2]).all()


def test_the_memory_is_what_the_gates_make_of_it() -> None:
    frame = after(simulation(**PLANE), 5)
    made = frame.z_f[:, 1:] * frame.c[:, :-1] + frame.z_i[:, 1:] * frame.z[:, 1:]
    np.testing.assert_allclose(frame.c[:, 1:], made, rtol=0, atol=1e-12)


def test_gradient_descents_path_is_gradient_descent() -> None:
    frame = after(simulation(**LECTURE, eta=0.25), 3)
    theta, gradient = frame.theta[at(DESCENT)], frame.gradient[at(DESCENT)]
    np.testing.assert_allclose(theta[1:], theta[:-1] - 0.25 * gradient[:-1], rtol=0, atol=1e-12)


def test_gradient_descent_stays_the_same_while_the_others_learn() -> None:
    made = simulation(**LECTURE)
    first, last = made.look(), after(made, 3)
    same = [np.array_equal(first.theta[m], last.theta[m]) for m in range(len(METHODS))]
    assert same == [False, False, False, False, True]


def test_training_lowers_every_learning_cells_loss() -> None:
    made = simulation()
    first, last = made.look().metrics, after(made, 60).metrics
    for method in METHODS[:-1]:
        assert last[f"{method}.loss_mean"] < 0.8 * first[f"{method}.loss_mean"], method


def test_training_may_judge_the_last_step_alone() -> None:
    frames = [after(simulation(objective=objective), 4) for objective in ("mean", "last")]
    assert not np.array_equal(frames[0].theta, frames[1].theta)


def test_the_meta_loss_is_there_once_a_meta_step_was_made() -> None:
    made = simulation()
    assert "lstm.meta_loss" not in made.look().metrics
    assert "lstm.meta_loss" in made.step().metrics


def test_the_start_moves_live_and_nothing_that_is_measured_with_it() -> None:
    made = simulation(**LECTURE)
    before = made.step()
    made.change("start", [-2.0])
    frame = made.look()
    assert (frame.theta[:, 0] == -2.0).all()
    assert frame.metrics == before.metrics
    assert frame.surface is before.surface


def test_another_task_is_shown_live() -> None:
    made = simulation(**LECTURE)
    first = made.look().surface
    made.change("shown", "B")
    assert made.look().surface.letter == "B"
    assert not np.array_equal(made.look().surface.loss, first.loss)
    made.change("shown", "A")
    assert made.look().surface is first


def test_the_surface_is_the_loss_that_the_paths_are_on() -> None:
    frame = simulation(**PLANE).look()
    x, y = (int(np.abs(frame.surface.axis - place).argmin()) for place in frame.theta[0, 0])
    assert frame.surface.loss[y, x] == pytest.approx(frame.loss[0, 0], abs=0.05)
    lowest = np.unravel_index(frame.surface.loss.argmin(), frame.surface.loss.shape)
    np.testing.assert_allclose(frame.surface.axis[list(lowest[::-1])], frame.surface.optimum, atol=0.08)


def test_a_learning_rate_that_is_too_large_is_explained_and_stops_nothing() -> None:
    made = simulation(shown="B", eta=1.9)
    frame = made.look()
    assert any("> 2" in str(notice) for notice in frame.notices)
    made.change("eta", 0.1)
    assert not made.look().notices
    assert after(made, 2).step == 2


def test_a_course_that_leaves_the_landscape_stays_and_says_so() -> None:
    made = simulation(family="lecture", tasks=2, shown="B", start=[-3.0], eta=10.0)
    frame = made.step()
    step = int(frame.refused[at(DESCENT)].argmax())
    assert step > 0
    assert any(f"at time step {step}" in str(notice) for notice in frame.notices)
    assert "not taken" in str(captions_of(frame, DESCENT)[3 * step - 1])
    assert np.isfinite(list(frame.metrics.values())).all()


def test_weights_that_leave_the_numbers_stop_the_run_with_a_reason() -> None:
    made = simulation()
    state = dict(made.state())
    moment = torch.full_like(state["moments.first"], torch.inf)  # type: ignore[arg-type]
    made.restore({**state, "moments.first": moment})
    with pytest.raises(Diverged, match="meta-step 1"):
        made.step()
    assert made.look().step == 0


def test_weights_are_those_that_decide_something() -> None:
    names = set(simulation().weights())
    assert "lstm.y" in names
    assert {f"{KEPT}.z_i", f"{KEPT}.z_o"} == {name for name in names if name.startswith(KEPT)}
    assert not [name for name in names if name.startswith(DESCENT)]


def test_loaded_weights_decide_the_frames() -> None:
    made, other = simulation(), simulation()
    frame = after(made, 3)
    other.load_weights(made.weights(), step=3)
    np.testing.assert_array_equal(other.look().theta, frame.theta)
    assert other.look().step == 3


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"family": "lecture", "tasks": 3}, "tasks"),
        ({"family": "lecture", "dimension": 2, "tasks": 2, "start": [0, 0]}, "dimension"),
        ({"family": "wells"}, "dimension"),
        ({"tasks": 2, "shown": "C"}, "shown"),
        ({"start": [4.0]}, "start"),
        ({"start": [0.0, 1.0]}, "start"),
        ({"low": 2.0, "high": 1.0, "start": [1.5]}, "low"),
    ],
)
def test_settings_that_do_not_go_together_are_refused(values: dict[str, object], where: str) -> None:
    with pytest.raises(UserError) as refused:
        CellSettings.parse(values)
    assert where in {problem.where for problem in refused.value.problems}


def test_what_cannot_change_while_running_says_so() -> None:
    with pytest.raises(UserError, match="new run"):
        simulation().change("time_steps", 4)


def test_a_step_has_three_ticks() -> None:
    assert [(tick(inner).part, tick(inner).step) for inner in range(5)] == [
        ("start", 0),
        ("gates", 1),
        ("memory", 1),
        ("output", 1),
        ("gates", 2),
    ]


def test_the_update_is_written_out_with_its_numbers() -> None:
    made = simulation(**LECTURE, eta=0.1)
    frame = made.look()
    slope, end = frame.gradient[at(DESCENT), 0, 0], frame.theta[at(DESCENT), 1, 0]
    assert slope > 0
    assert str(update(frame, DESCENT, 1, 0)) == f"θ = 1.000 · 0.600 + 0.100 · (-{slope:.3f}) = {end:.3f}"


def test_the_plain_lstms_reading_is_written_out_with_its_numbers() -> None:
    frame = simulation(**LECTURE).look()
    y, theta = frame.y[0, 1, 0], frame.theta[0, 1, 0]
    assert str(reading(frame, 1, 0)) == f"θ = -3.5 + 7 · {y:.3f} = {theta:.3f}"


def test_sentences_name_what_was_put_in() -> None:
    frame = simulation(**LECTURE).look()
    assert "z is −∇l" in str(captions_of(frame, GRADIENT)[1])
    assert "zᶠ is 1" in str(captions_of(frame, KEPT)[1])
    assert "zⁱ is η = 0.100" in str(captions_of(frame, DESCENT)[1])
    assert "the memory c is empty" in str(captions_of(frame, LSTM)[0])
