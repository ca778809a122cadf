"""Quantiles over runs: numpy's own where all have measured, nothing where fewer than two have."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from metascope.simulator.engine.history.metrics import Metrics
from metascope.simulator.engine.history.quantiles import grouped_metrics, quantile_metrics, quantiles
from metascope.simulator.engine.history.rows import Array

QS = (0.0, 0.25, 0.5, 0.75, 1.0)
NAN = float("nan")


def metrics(rows: dict[int, dict[str, float]]) -> Metrics:
    made = Metrics()
    for step, values in rows.items():
        made.append(step, values)
    return made


@given(arrays(np.float64, (5, 7), elements=st.floats(-1e6, 1e6) | st.just(NAN)))
def test_quantiles_are_numpys(values: Array) -> None:
    seen = ~np.isnan(values).all(axis=0)
    assume(seen.any())
    wanted = np.nanquantile(values[:, seen], QS, axis=0)
    np.testing.assert_allclose(quantiles(values, QS)[:, seen], wanted, rtol=1e-9, atol=1e-9)


def test_a_column_without_numbers_has_no_quantiles() -> None:
    assert np.isnan(quantiles(np.full((3, 1), NAN), QS)).all()


def test_the_median_of_three_runs_is_the_middle_one_at_each_step() -> None:
    members = [metrics({step: {"loss": float(seed * step)} for step in range(4)}) for seed in (1, 5, 2)]
    low, middle, high = quantile_metrics(members, (0.0, 0.5, 1.0))
    assert middle.steps().tolist() == [0, 1, 2, 3]
    assert low.column("loss").tolist() == [0, 1, 2, 3]
    assert middle.column("loss").tolist() == [0, 2, 4, 6]
    assert high.column("loss").tolist() == [0, 5, 10, 15]


def test_a_step_that_one_run_alone_has_measured_has_no_quantiles() -> None:
    long, short = metrics({step: {"loss": 1.0} for step in range(5)}), metrics({0: {"loss": 3.0}, 1: {"loss": 3.0}})
    (median,) = quantile_metrics([long, short], (0.5,))
    assert median.steps().tolist() == [0, 1]
    assert median.column("loss").tolist() == [2.0, 2.0]


def test_metrics_measured_at_other_steps_stay_apart() -> None:
    rows = {step: {"loss": 1.0, "test": 2.0} if step % 2 == 0 else {"loss": 1.0} for step in range(4)}
    (median,) = quantile_metrics([metrics(rows), metrics(rows)], (0.5,))
    np.testing.assert_array_equal(median.column("test"), [2.0, NAN, 2.0, NAN])


def test_a_metric_that_only_one_run_knows_is_left_empty() -> None:
    (median,) = quantile_metrics([metrics({0: {"loss": 1.0, "own": 1.0}}), metrics({0: {"loss": 1.0}})], (0.5,))
    assert np.isnan(median.column("own")).all()


@pytest.mark.parametrize("members", [0, 1])
def test_fewer_than_two_runs_have_no_quantiles(members: int) -> None:
    (median,) = quantile_metrics([metrics({0: {"loss": 1.0}})] * members, (0.5,))
    assert len(median) == 0


def test_long_runs_are_thinned_evenly_and_keep_their_last_step() -> None:
    steps = np.arange(10_001)
    members = [Metrics.of(steps, {"loss": steps.astype(float) + seed}) for seed in range(3)]
    (median,) = quantile_metrics(members, (0.5,), most=100)
    assert 100 <= len(median) <= 102
    assert median.last_step == 10_000
    np.testing.assert_array_equal(median.column("loss"), median.steps() + 1.0)


def test_what_is_measured_now_and_then_is_found_in_long_runs() -> None:
    steps = np.arange(10_000)
    tested = np.where(steps % 7 == 0, steps.astype(float), NAN)
    (median,) = quantile_metrics([Metrics.of(steps, {"test": tested})] * 2, (0.5,), most=100)
    assert (median.steps() % 7 == 0).all()
    assert not np.isnan(median.column("test")).any()


def test_the_runs_that_are_there_are_counted_at_each_step() -> None:
    members = [metrics({step: {"loss": 1.0} for step in range(end)}) for end in (3, 5, 5)]
    _, counts = grouped_metrics(members, (0.5,))
    steps, values = counts.series("loss")
    assert (steps.tolist(), values.tolist()) == ([0, 1, 2, 3, 4], [3, 3, 3, 2, 2])
