"""What a person may do to the sines story's run, and what untrusted weights and settings may not."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch

from metascope.simulator.engine.errors import Diverged, UserError
from metascope.simulator.stories.sines import shown_task
from metascope.simulator.stories.sines.captions import captions_of
from metascope.simulator.stories.sines.names import METHODS, ORACLE
from metascope.simulator.stories.sines.settings import SinesSettings
from metascope.simulator.stories.sines.simulation import SinesSimulation
from metascope.simulator.tasks.networks import Network
from metascope.simulator.tasks.waves import CPU
from tests.contracts.runs import assert_same
from tests.simulator.stories.played import after
from tests.simulator.stories.sines import SMALL, simulation
from tests.tiers import first_quick
from tests.waiting import effort

POINTS = [[-2.0, 1.0], [0.5, -1.0], [3.0, 0.25]]


def test_points_of_a_person_are_what_every_method_adapts_to() -> None:
    made = simulation()
    made.change("points", POINTS, draft=True)
    frame = made.look()
    assert frame.task.source == "points"
    np.testing.assert_array_equal(frame.task.support, np.array(POINTS, np.float32))
    assert np.isnan(frame.task.truth).all()
    assert np.isnan(frame.adaptation.error).all()
    at = [int(abs(frame.task.x - x).argmin()) for x, _ in POINTS]  # places near the points
    for index in range(len(METHODS)):
        loss = np.mean((frame.adaptation.fits[0, index, at] - np.array(POINTS)[:, 1]) ** 2)
        assert frame.adaptation.support_loss[0, index] == pytest.approx(loss, abs=0.1)
    assert (frame.adaptation.support_loss[-1] < frame.adaptation.support_loss[0]).all()


def test_the_oracle_is_told_the_wave_that_fits_the_points_best() -> None:
    made = simulation()
    x = np.array([-3.0, -1.0, 2.0, 4.0])
    made.change("points", np.stack([x, 2.0 * np.sin(x - 1.3)], -1).tolist())
    frame = made.look()
    assert [frame.task.amplitude, frame.task.phase] == pytest.approx([2.0, 1.3], abs=1e-5)
    assert "given the wave" in " ".join(map(str, frame.notices))
    made.change("points", [[1.0, 2.0]])
    assert made.look().task.amplitude == pytest.approx(2.0, abs=1e-5), "the least that goes through one point"


@pytest.mark.slow
def test_a_wave_of_a_person_has_its_amplitude_and_phase() -> None:
    made = simulation()
    after(made, 2)
    held = made.look().task
    for name, value in (("wave", True), ("amplitude", 4.0), ("phase", 2.0)):
        made.change(name, value, draft=True)
    task = made.look().task
    np.testing.assert_allclose(task.truth, 4 * np.sin(task.x - 2), atol=1e-5)
    np.testing.assert_allclose(task.support[:, 1], 4 * np.sin(task.support[:, 0] - 2), atol=1e-5)
    np.testing.assert_array_equal(task.support[:, 0], held.support[:, 0])
    assert not made.look().notices
    made.change("phase", 6.0)
    assert "No training wave" in str(made.look().notices[0])


def test_another_held_out_wave_is_shown() -> None:
    made = simulation()
    before = made.look().task
    made.change("shown", 5)
    task, held = made.look().task, shown_task.held_out(made.settings, CPU)[0]
    assert task.source == before.source == "held-out"
    assert task.amplitude == pytest.approx(float(held.amplitude[5]))
    np.testing.assert_array_equal(task.support[:, 0], held.x[5, :, 0].numpy())
    with pytest.raises(UserError, match="less than 6, the number of held-out waves"):
        made.change("shown", 6)


def test_what_is_dragged_leaves_the_surface_and_what_is_dropped_changes_it() -> None:
    made = simulation()
    first = made.look().plane
    assert first is not None
    made.change("points", POINTS, draft=True)
    dragged = made.look().plane
    made.change("points", POINTS)
    dropped = made.look().plane
    assert dragged is not None
    assert dropped is not None
    assert dragged.task is first.task
    assert not np.array_equal(dropped.task, first.task)
    assert dropped.objective is first.objective
    assert not np.array_equal(dragged.inner, first.inner)


def test_what_was_changed_is_taken_back() -> None:
    made = simulation()
    before = made.look()
    back = made.inverse("points", POINTS)
    made.change("points", POINTS)
    for name, value in back:
        made.change(name, value)
    assert_same(made.look(), before, METHODS)


@pytest.mark.slow
def test_rates_change_while_it_runs() -> None:
    made, calm = simulation(), simulation()
    assert made.look().rates[0] == pytest.approx(0.01)
    for name, value in (("alpha", 0.03), ("reptile_rate", 0.002), ("epsilon", 0.0), ("outer_rate", 1e-6)):
        made.change(name, value)
    assert made.look().rates[[0, 2]].tolist() == pytest.approx([0.03, 0.002])
    begun = made.weights()
    after(made, 1)
    after(calm, 1)
    assert torch.equal(made.weights()["reptile.phi"], begun["reptile.phi"])
    ways = [float((w["maml.phi"] - begun["maml.phi"]).norm()) for w in (made.weights(), calm.weights())]
    assert ways[0] < 0.01 * ways[1]


def test_starts_that_do_not_learn_stay() -> None:
    made = simulation()
    made.change("learn", False)
    before = made.weights()
    frame = after(made, 2)
    assert (frame.step, frame.iterations) == (2, 0)
    assert all(torch.equal(weight, before[name]) for name, weight in made.weights().items())
    assert "maml.loss" not in frame.metrics


@pytest.mark.parametrize(
    ("values", "where", "told"),
    [
        ({"points": [[0.0, 1.0, 2.0]]}, "points", "two numbers in each row"),
        ({"points": [[9.0, 1.0]]}, "points", "between -5 and 5 along x"),
        ({"points": [[0.0, 0.0]] * 51}, "points", "at most 50 points, not 51"),
        ({"reptile_points": 5}, "reptile_batch", "at most the 5 points of a wave, not 10"),
        ({"hidden_units": 128, "hidden_layers": 4, "tasks": 200, "inner_steps": 10}, "tasks", "at most 30 waves"),
        ({"hidden_units": 128, "hidden_layers": 4, "test_tasks": 1000}, "test_tasks", "use at most 250 waves"),
        ({"hidden_units": 128, "updates": 1000, "tasks": 100, "shots": 50}, "updates", "use at most 558"),
        (dict.fromkeys(METHODS, False), "maml", "enable at least one method"),
    ],
)
def test_what_cannot_be_run_is_refused_with_its_numbers(values: dict[str, object], where: str, told: str) -> None:
    with pytest.raises(UserError, match=told) as refused:
        SinesSettings.parse({**SMALL, **values})
    assert [problem.where for problem in refused.value.problems] == [where]


def test_settings_that_need_a_new_run_are_not_changed() -> None:
    made = simulation()
    with pytest.raises(UserError, match="needs a new run"):
        made.change("shots", 12)
    with pytest.raises(UserError, match="did you mean points"):
        made.change("point", POINTS)
    with pytest.raises(UserError, match="along x"):
        made.change("points", [[9.0, 0.0]])
    assert made.settings == SinesSettings.parse(SMALL)


@pytest.mark.slow
def test_a_method_that_leaves_the_numbers_is_named_with_its_rates_and_nothing_is_lost() -> None:
    made = simulation()
    after(made, 3)
    made.change("reptile_rate", 10.0)
    with pytest.raises(Diverged, match=r"from meta-step \d: Reptile became NaN or infinite with inner rate α = 10"):
        after(made, 20)
    before = {name: value for name, value in made.state().items() if isinstance(value, torch.Tensor)}
    with pytest.raises(Diverged):
        made.step()
    now = made.state()
    for name, value in before.items():
        torch.testing.assert_close(now[name], value, rtol=0, atol=0, equal_nan=True)
    assert all(bool(weight.isfinite().all()) for weight in made.weights().values())
    made.change("reptile_rate", 0.01)
    made.step()


def test_an_adaptation_that_leaves_the_numbers_is_told_and_drawn_as_nothing() -> None:
    made = simulation(activation="relu", test_steps=10)
    made.change("alpha", 10.0)
    frame = made.look()
    assert np.isnan(frame.adaptation.support_loss[-1, 0])
    first = int(np.isnan(frame.adaptation.support_loss[:, 0]).argmax())
    assert first > 0
    assert f"MAML becomes NaN or infinite at inner step {first}:" in " ".join(map(str, frame.notices))
    assert not any("nan" in str(sentence) for sentence in captions_of(frame, "maml"))


@pytest.mark.parametrize("kind", first_quick(["pca", "starts", "random"]))
def test_the_plane_tells_how_much_of_the_truth_it_keeps(kind: str) -> None:
    made = simulation(plane=kind, corner_1="start", corner_2="maml", corner_3="fomaml")
    frame = after(made, 6)
    plane = frame.plane
    assert plane is not None
    placed = [index for index, name in enumerate(METHODS) if name != ORACLE]
    assert np.isnan(plane.trail[:, METHODS.index(ORACLE)]).all()
    assert (plane.residual[:, placed] >= 0).all()
    assert (plane.residual[:, placed] <= 1).all()
    assert 0 <= float(plane.kept.sum()) <= 1 + 1e-5
    last = plane.residual[-1, METHODS.index("maml")]
    true, flat = plane.true[-1, METHODS.index("maml")], plane.flat[-1, METHODS.index("maml")]
    if kind == "starts":
        assert last == pytest.approx(0, abs=1e-3), "a corner lies in the plane"
    if kind != "pca":
        assert true == pytest.approx(flat, rel=1e-3), "the origin and the corners lie in the plane"
    np.testing.assert_allclose(plane.inner[0], plane.trail[-1], atol=1e-5)


@pytest.mark.slow
def test_the_objective_is_the_error_after_adapting_to_some_held_out_waves() -> None:
    made = simulation(alpha=0.05, inner_steps=2)
    plane = after(made, 2).plane
    assert plane is not None
    given, asked = shown_task.held_out(made.settings, CPU)
    network = Network((1, 5, 5, 1), "tanh", "squares")
    for name in ("maml", "pretraining"):
        theta = made.weights()[f"{name}.phi"].expand(plane.objective_tasks, -1)
        x, y, far, there = (part[: len(theta)] for part in (given.x, given.y, asked.x, asked.y))
        for _ in range(2):
            theta = theta - 0.05 * network.loss_and_gradient(theta, x, y)[1]
        wanted = float(network.loss(theta, far, there).mean())
        assert plane.true[-1, METHODS.index(name)] == pytest.approx(wanted, rel=1e-4)
    made.change("alpha", 0.5)
    changed = made.look().plane
    assert changed is not None
    assert changed.objective_rate == 0.5
    assert changed.true[-1, 0] != plane.true[-1, 0]


def test_the_surface_is_the_loss_at_the_points_of_the_plane() -> None:
    frame = after(simulation(plane="starts", corner_1="maml", corner_2="reptile", corner_3="pretraining"), 2)
    plane = frame.plane
    assert plane is not None
    for name in ("maml", "pretraining"):
        index = METHODS.index(name)
        u, v = plane.trail[-1, index]
        column, row = (int(np.searchsorted(axis, place)) for axis, place in ((plane.u, u), (plane.v, v)))
        for surface, value in (
            (plane.task, frame.adaptation.error[0, index]),
            (plane.objective, plane.true[-1, index]),
        ):
            cell = surface[row - 1 : row + 1, column - 1 : column + 1]  # the four points of the grid around the start
            slack = 0.1 * float(np.ptp(surface))
            assert cell.min() - slack <= value <= cell.max() + slack


def test_the_plane_of_methods_that_have_not_moved_apart_is_called_random() -> None:
    frame = simulation().look()
    assert frame.plane is not None
    assert frame.plane.axes == ("random", "random")
    assert frame.plane.kept.tolist() == [0.0, 0.0]


@pytest.mark.slow
def test_exported_weights_give_the_same_answers_again() -> None:
    made = simulation()
    frame = after(made, 2)
    other = simulation(seed=0)
    other.load_weights(made.weights(), 2)
    told = other.look()
    assert (told.step, told.iterations) == (2, 4)
    index = METHODS.index("maml")
    np.testing.assert_array_equal(told.adaptation.fits[:, index], frame.adaptation.fits[:, index])
    assert told.metrics["maml.mse_3"] == pytest.approx(frame.metrics["maml.mse_3"])


def test_weights_of_other_networks_are_refused_with_both_descriptions() -> None:
    made, other = simulation(), simulation(hidden_units=6, anil=False)
    before = made.weights()
    with pytest.raises(UserError, match=r"networks of 46 parameters by MAML, .* not of networks of 61 parameters"):
        made.load_weights(other.weights())
    assert all(torch.equal(before[name], weight) for name, weight in made.weights().items())


@pytest.mark.parametrize("bad", [math.nan, math.inf, 1e7])
def test_weights_that_are_no_numbers_are_refused(bad: float) -> None:
    made = simulation()
    weights = made.weights()
    weights["maml.phi"][3] = bad
    with pytest.raises(UserError, match="must lie between"):
        made.load_weights(weights)


def test_every_method_answers_a_drag_within_the_time_of_three_frames() -> None:
    made = SinesSimulation(SinesSettings(anil=True, meta_sgd=True, test_tasks=4))
    places = itertools.count()

    def dragged() -> None:
        made.change("points", [[0.1 * next(places), 1.0], [2.0, -1.0]], draft=True)
        made.look()

    assert effort(dragged) < 20
