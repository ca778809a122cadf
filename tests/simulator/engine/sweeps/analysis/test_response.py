"""How a metric answers to a sweep's axes, beside numpy's own statistics."""

from __future__ import annotations

import numpy as np
import pytest

from metascope.simulator.engine.sweeps.analysis.response import Value, in_order, lines, plane

RATES = [0.1, 0.01, 0.1, 0.01, 0.1, 0.01, 0.1]
METHODS: list[Value] = ["maml", "maml", "maml", "maml", "reptile", "reptile", "maml"]
LOSSES = [1.0, 2.0, 4.0, 3.0, 5.0, None, 9.0]


def test_a_line_has_the_median_between_the_quartiles() -> None:
    (line,) = lines(RATES, LOSSES, None, "median")
    assert line.places == (0.01, 0.1)
    assert line.counts.tolist() == [2, 4]
    high = [value for rate, value in zip(RATES, LOSSES, strict=True) if rate == 0.1 and value is not None]
    for part, q in ((line.low, 0.25), (line.middle, 0.5), (line.high, 0.75)):
        assert part[1] == pytest.approx(np.quantile(high, q))


def test_a_line_has_the_mean_between_one_standard_deviation_less_and_more() -> None:
    line, other = lines(RATES, LOSSES, METHODS, "mean")
    assert (line.label, other.label) == ("maml", "reptile")
    values = [1.0, 4.0, 9.0]
    assert line.middle[1] == pytest.approx(np.mean(values))
    assert line.high[1] - line.middle[1] == pytest.approx(np.std(values, ddof=1))
    assert (other.low[0], other.middle[0], other.high[0]) == (5.0, 5.0, 5.0)  # of one run
    assert other.places == (0.1,)


def test_runs_without_a_finite_number_are_left_out() -> None:
    (line,) = lines([1, 1, 2, None], [0.5, float("nan"), float("inf"), 3.0], None, "median")
    assert line.places == (1,)
    assert line.counts.tolist() == [1]
    assert lines([], [], None, "mean") == ()


def test_a_plane_has_a_middle_for_every_pair_and_nothing_where_no_run_is() -> None:
    found = plane(RATES, METHODS, LOSSES, "mean")
    assert found.columns == (0.01, 0.1)
    assert found.rows == ("maml", "reptile")
    np.testing.assert_allclose(found.middle, [[2.5, 14 / 3], [np.nan, 5.0]])
    assert found.counts.tolist() == [[2, 3], [0, 1]]


def test_numbers_rise_and_words_stay_as_they_came() -> None:
    assert in_order(["reptile", 3, "maml", 1, 3, None]) == (1, 3, "reptile", "maml")
