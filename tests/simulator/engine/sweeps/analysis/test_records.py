"""The table of a sweep's runs, as its rows come in."""

from __future__ import annotations

import math

import pytest

from metascope.simulator.engine.sweeps.analysis.records import Records, is_logarithmic
from metascope.simulator.engine.sweeps.folder import Row
from metascope.simulator.engine.sweeps.parsing import parse

SWEEP = {
    "metascope_sweep": 1,
    "preset": "sine-maml",
    "steps": 5,
    "axes": [{"setting": "alpha", "grid": [0.01, 0.1, 0.3]}, {"setting": "shots", "grid": [5, 10]}],
    "repeats": 2,
}


def made() -> Records:
    return Records(parse(SWEEP, "rates", "rates.json"))


def test_every_run_has_a_row_from_the_beginning() -> None:
    records = made()
    assert len(records) == 12
    assert records.columns == ("run", "alpha", "shots", "seed", "state", "steps", "seconds")
    assert records.row(0) == (0, 0.01, 5, 0, "open", None, None)
    assert records.row(11) == (11, 0.3, 10, 1, "open", None, None)
    for index in range(12):
        changes = records.plan.point(index).changes
        assert records.row(index)[1:4] == (changes["alpha"], changes["shots"], changes["seed"])


def test_a_row_that_came_fills_its_line_and_brings_its_metrics() -> None:
    records = made()
    records.take([Row(3, "finished", steps=5, metrics={"maml.loss_after": 0.5, "maml.bad": math.nan}, seconds=1.5)])
    assert records.columns[-3:] == ("maml.loss_after", "maml.bad", "seconds")
    assert records.row(3)[4:] == ("finished", 5, 0.5, None, 1.5)
    assert records.row(4)[4:] == ("open", None, None, None, None)
    assert records.column("maml.loss_after")[2:5] == [None, 0.5, None]
    records.take([Row(3, "failed", why="diverged", steps=2)])
    assert records.row(3)[4:] == ("failed", 2, None, None, 0.0)


def test_what_different_runs_have_of_different_methods_is_one_column() -> None:
    records = made()
    records.take([Row(0, "finished", steps=5, metrics={"maml.mse": 0.5, "maml.loss": 1.0, "maml.seconds": 1.0})])
    assert list(records.quantities) == []
    records.take([Row(1, "finished", steps=5, metrics={"fomaml.mse": 0.7, "maml.mse": math.nan, "fomaml.loss": 2.0})])
    assert list(records.quantities) == ["mse", "loss"]
    assert records.column("mse")[:3] == [0.5, 0.7, None]
    assert "mse" not in records.columns
    records.take([Row(2, "finished", steps=5, metrics={"maml.loss": 1.0, "fomaml.loss": 2.0})])  # of which one?
    assert list(records.quantities) == ["mse"]


def test_columns_say_whether_they_hold_words() -> None:
    axes = [{"setting": "activation", "grid": ["relu", "tanh"]}, {"setting": "alpha", "grid": [0.1, 0.2]}]
    found = Records(parse({**SWEEP, "axes": axes}, "rates", "rates.json")).words()
    assert {name: words for name, words in found.items() if words} == {
        "activation": ("relu", "tanh"),
        "state": ("open", "finished", "stopped", "failed"),
    }
    assert found["alpha"] == ()


def test_repeats_are_the_last_axis_to_draw() -> None:
    assert [*made().chart_axes()] == ["alpha", "shots", "seed"]


def test_an_unknown_column_is_no_column() -> None:
    with pytest.raises(KeyError):
        made().column("nothing")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.001, 0.01, 0.1], True),
        ([0.001, 0.003, 0.01, 0.03, 0.1], True),
        ([1, 2, 5, 10, 20, 50], True),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9], False),
        ([1, 5, 10], False),
        ([0, 1, 10], False),
        ([-1, 1, 10], False),
        ([1, 100], False),
    ],
)
def test_numbers_spread_by_one_ratio_are_taken_for_logarithmic(values: list[float], expected: bool) -> None:
    assert is_logarithmic(values) is expected
