"""The generalization laboratory: rows that are what they say, measured on the best optimizer so far."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch

from metascope.simulator.learners.learned_optimizer.engines import REFERENCE
from metascope.simulator.learners.learned_optimizer.reference import Design
from metascope.simulator.learners.learned_optimizer.stopping import LIMIT
from metascope.simulator.learners.learned_optimizer.tuning import GRID
from metascope.simulator.stories.optimizers.arena import Arena
from metascope.simulator.stories.optimizers.families import family_of, trials_of
from metascope.simulator.stories.optimizers.frame import Laboratory, OptimizersFrame
from metascope.simulator.stories.optimizers.names import QUANTILES, RIVALS, TRIALS
from metascope.simulator.stories.optimizers.simulation import OptimizersSimulation
from metascope.simulator.stories.optimizers.trained import BEST
from metascope.simulator.tasks.problems import Family
from metascope.simulator.tasks.quadratics import QuadraticFamily
from metascope.simulator.tasks.surfaces import SurfaceFamily
from tests.simulator.stories.optimizers import hurry_laboratory, settings, simulation
from tests.simulator.stories.played import after

ODD: dict[str, object] = {"test_problems": 9, "laboratory_problems": 9}  # a median is a problem's own loss


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry_laboratory(monkeypatch)


@pytest.fixture(scope="module")
def measured() -> Iterator[tuple[OptimizersSimulation, OptimizersFrame]]:
    """Give a run in whose laboratory everything has been measured, of weights that do not change any more."""
    with pytest.MonkeyPatch.context() as patch:
        hurry_laboratory(patch)
        made = simulation(variant="gates", laboratory=True, **ODD)
        after(made, 3)
        made.change("learn", False)
        yield made, after(made, 3)


def rows(frame: OptimizersFrame) -> Laboratory:
    assert frame.laboratory is not None
    return frame.laboratory


NETWORK: dict[str, object] = {"problem": "sine", "hidden_units": 5, "hidden_layers": 2}
GLYPHS: dict[str, object] = {"problem": "glyphs", "side": 7, "ways": 3, "hidden_units": 5, "batch": 4}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, [("own", 3), ("larger", 6), ("sine", 1761), ("landscape", 2), ("longer", 3), ("longer", 3)]),
        (
            {"problem": "landscape"},
            [("own", 2), ("quadratics", 10), ("sine", 1761), ("longer", 2), ("longer", 2)],
        ),
        (
            NETWORK,
            [
                ("own", 46),
                ("wider", 141),
                ("deeper", 76),
                ("relu", 46),
                ("quadratics", 10),
                ("landscape", 2),
                ("longer", 46),
                ("longer", 46),
            ],
        ),
        (
            GLYPHS,
            [
                ("own", 268),
                ("wider", 533),
                ("deeper", 298),
                ("relu", 268),
                ("quadratics", 10),
                ("longer", 268),
                ("longer", 268),
            ],
        ),
    ],
)
def test_rows_are_of_other_problems_than_those_of_training(
    values: dict[str, object], expected: list[tuple[str, int]]
) -> None:
    plans = trials_of(settings(**values))
    assert [(plan.name, plan.family.size) for plan in plans] == expected
    assert {plan.name for plan in plans} <= set(TRIALS)
    assert [plan.alike for plan in plans] == [plan.name in ("own", "longer") for plan in plans]


@pytest.mark.parametrize(
    ("updates", "longer"), [(10, [20, 100]), (100, [200, 1000]), (600, [1000]), (1000, []), (1, [2, 10])]
)
def test_longer_courses_are_twice_and_ten_times_as_long_up_to_a_thousand(updates: int, longer: list[int]) -> None:
    plans = trials_of(settings(updates=updates))
    assert [plan.updates for plan in plans if plan.name == "longer"] == longer
    assert {plan.updates for plan in plans if plan.name != "longer"} == {updates}


def test_the_deepest_network_has_no_deeper_row() -> None:
    assert "deeper" not in [plan.name for plan in trials_of(settings(**{**NETWORK, "hidden_layers": 3}))]


@pytest.mark.parametrize(("trained", "row"), [("sigmoid", "relu"), ("tanh", "relu"), ("relu", "sigmoid")])
def test_another_activation_is_really_another(trained: str, row: str) -> None:
    plans = {plan.name: plan for plan in trials_of(settings(**NETWORK, activation=trained))}
    expected = family_of(settings(**NETWORK, activation=row))
    assert losses(plans["relu"].family) == losses(expected)
    assert losses(plans["own"].family) != losses(expected)


def losses(family: Family) -> list[float]:
    problems = family.held_out(2, 1, torch.Generator().manual_seed(0))
    return problems.loss(torch.ones(2, family.size), 0).tolist()


@pytest.mark.parametrize(
    "values",
    [
        {**NETWORK, "hidden_units": 50, "hidden_layers": 3, "units": 20, "truncation": 1000, "problems": 1},
        {"learned_start": True, "truncation": 1000, "problems": 1},
        {"objective": "final", "truncation": 1000, "problems": 1},
        {"second_derivatives": True, "dimension": 100, "problems": 40},
    ],
)
def test_what_training_may_not_be_stands_in_no_rows_way(values: dict[str, object]) -> None:
    assert len(trials_of(settings(**{"updates": 1000, **values}))) >= 4


@pytest.mark.slow
def test_every_row_is_measured_on_as_many_problems_as_wanted(
    measured: tuple[OptimizersSimulation, OptimizersFrame],
) -> None:
    for trial in rows(measured[1]).trials:
        assert (trial.problems, trial.wanted) == (9, 9)
        assert all(trial.rates)
        for array in (trial.median, trial.log_mean, trial.last):
            assert np.isfinite(array).all()


@pytest.mark.slow
def test_the_first_row_agrees_with_the_held_out_measurement(
    measured: tuple[OptimizersSimulation, OptimizersFrame],
) -> None:
    frame, own = measured[1], rows(measured[1]).trials[0]
    assert rows(frame).step == frame.best_step
    assert own.last[0] == pytest.approx(frame.metrics["learned.best_loss_10"], rel=1e-6)
    for r, name in enumerate(RIVALS, start=1):
        assert own.rates[r - 1] == frame.rivals[r - 1].rate
        assert own.last[r] == pytest.approx(frame.metrics[f"{name}.loss_10"], rel=1e-6)
        tested = frame.rivals[r - 1].tested
        assert tested is not None
        np.testing.assert_allclose(own.median[r], tested.quantiles[QUANTILES.index(0.5)], rtol=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize(("row", "family"), [(1, QuadraticFamily(6)), (3, SurfaceFamily("mixtures", 2))])
def test_the_same_weights_are_run_on_the_rows_problems(
    measured: tuple[OptimizersSimulation, OptimizersFrame], row: int, family: Family
) -> None:
    made, frame = measured
    best = {name.removeprefix(BEST): tensor for name, tensor in made.weights().items() if name.startswith(BEST)}
    alone = Arena(family, 10, 9, 0, False, REFERENCE)
    alone.measure_learned(Design("gates", 4, 2), best, None)
    found, trial = alone.learned(), rows(frame).trials[row]
    assert found is not None
    np.testing.assert_allclose(trial.median[0], found.course.median(0).values, rtol=1e-6)
    assert trial.last[0] == pytest.approx(float(found.last.mean()), rel=1e-6)
    assert trial.log_mean[0] == pytest.approx(float(found.last.log10().mean()), rel=1e-5)


def test_of_a_long_course_fifty_updates_and_the_start_are_kept(
    measured: tuple[OptimizersSimulation, OptimizersFrame],
) -> None:
    longest = rows(measured[1]).trials[-1]
    assert longest.updates == 100
    assert longest.updates_shown.tolist() == list(range(0, 101, 2))
    assert longest.median.shape == (5, 51)


def test_rates_of_longer_courses_lie_near_those_of_the_usual_length(
    measured: tuple[OptimizersSimulation, OptimizersFrame],
) -> None:
    own, *others = rows(measured[1]).trials
    for trial in (trial for trial in others if trial.name == "longer"):
        for r, name in enumerate(RIVALS):
            grid = GRID[name]
            assert abs(grid.index(trial.rates[r]) - grid.index(own.rates[r])) <= 2


def test_the_table_is_the_same_object_while_nothing_is_measured(
    measured: tuple[OptimizersSimulation, OptimizersFrame],
) -> None:
    made, frame = measured
    assert made.step().laboratory is frame.laboratory


@pytest.mark.slow
@pytest.mark.usefixtures("hurry")
def test_a_laboratory_that_is_switched_on_has_empty_rows_and_fills_them() -> None:
    made = simulation(problem="landscape")
    assert after(made, 1).laboratory is None
    made.change("laboratory", True)
    table = rows(made.look())
    assert {trial.problems for trial in table.trials} == {0}
    assert all(np.isnan(trial.median).all() for trial in table.trials)
    made.change("laboratory", False)
    after(made, 2)
    made.change("laboratory", True)
    assert rows(made.look()) is table
    assert {trial.problems for trial in rows(after(made, 2)).trials} == {8}


@pytest.mark.slow
@pytest.mark.usefixtures("hurry")
def test_better_weights_take_the_place_of_those_that_were_the_best() -> None:
    made = simulation(problem="landscape", laboratory=True, test_every=1, meta_rate=0.1)
    frames = [made.step() for _ in range(8)]
    laid = [rows(frame).step for frame in frames]
    assert len(set(laid)) > 2
    assert rows(frames[-1]).trials[0].last[0] < rows(frames[1]).trials[0].last[0]
    assert all(step <= frame.best_step for step, frame in zip(laid, frames, strict=True))


@pytest.mark.slow
@pytest.mark.usefixtures("hurry")
def test_a_learned_start_serves_only_problems_like_those_of_training() -> None:
    made = simulation(problem="landscape", learned_start=True, truncation=10, laboratory=True, learn=False)
    frame = after(made, 3)
    as_drawn = [bool(np.isclose(trial.median[0, 0], trial.median[1, 0])) for trial in rows(frame).trials]
    assert as_drawn == [trial.name not in ("own", "longer") for trial in rows(frame).trials]
    assert rows(frame).trials[0].last[0] == pytest.approx(frame.metrics["learned.loss_10"], rel=1e-6)


@pytest.mark.slow
@pytest.mark.usefixtures("hurry")
def test_a_row_counts_the_problems_that_diverged() -> None:
    values: dict[str, object] = {"variant": "gradient-descent", "dimension": 6, "eta": 0.15, **ODD}
    frame = after(simulation(**values, laboratory=True), 3)
    own, longest = rows(frame).trials[0], rows(frame).trials[-1]
    assert frame.tested is not None
    assert own.stopped[0] == frame.tested.stopped < longest.stopped[0] <= 9
    assert longest.last[0] >= LIMIT * longest.stopped[0] / 9
    assert longest.stopped[1:] == (0, 0, 0, 0)


@pytest.mark.slow
@pytest.mark.usefixtures("hurry")
def test_the_laboratory_follows_the_fixed_gates() -> None:
    made = simulation(problem="landscape", variant="gradient-descent", laboratory=True, eta=0.0)
    before = after(made, 3)
    made.change("eta", 0.2)
    frame = after(made, 3)
    own = rows(frame).trials[0]
    assert own.last[0] == pytest.approx(frame.metrics["learned.loss_10"], rel=1e-6)
    assert own.last[0] < rows(before).trials[0].last[0]
    assert own.rates == rows(before).trials[0].rates


@pytest.mark.slow
@pytest.mark.usefixtures("hurry")
def test_the_laboratory_measures_whatever_weights_are_loaded() -> None:
    made = simulation(problem="landscape", laboratory=True, learn=False)
    after(made, 3)
    for seed in (1, 2):
        other = simulation(problem="landscape", seed=seed)
        made.load_weights(other.weights())
        frame = after(made, 3)
        assert rows(frame).step == frame.best_step == -1
        assert rows(frame).trials[0].last[0] == pytest.approx(frame.metrics["learned.loss_10"], rel=1e-6)
