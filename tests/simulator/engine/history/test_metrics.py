from __future__ import annotations

import csv
import io
import json
import threading
import tracemalloc
from collections.abc import Callable, Iterable
from math import inf, isnan, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.simulator.engine.history.metrics import IN_MEMORY, Metrics
from metascope.simulator.engine.history.rows import ROWS, Shelf
from tests.simulator.engine.files.test_atomic import full_disk
from tests.tiers import first_quick
from tests.waiting import effort


def filled(count: int, *names: str) -> Metrics:
    metrics = Metrics()
    for step in range(count):
        metrics.append(step, {name: float(step) for name in names})
    return metrics


def test_rows_come_back_in_order_over_many_blocks() -> None:
    metrics = filled(10_000, "maml.phi")
    assert len(metrics) == 10_000
    assert metrics.steps().tolist() == list(range(10_000))
    assert metrics.column("maml.phi").tolist() == list(range(10_000))


def test_a_late_name_was_not_measured_before() -> None:
    metrics = filled(3, "a")
    metrics.append(3, {"b": 7.0, "a": 3.0})
    assert metrics.names == ("a", "b")
    assert [isnan(value) for value in metrics.column("b")] == [True, True, True, False]
    steps, values = metrics.series("b")
    assert (steps.tolist(), values.tolist()) == ([3], [7.0])


def test_a_name_left_out_was_not_measured() -> None:
    metrics = filled(2, "a", "b")
    metrics.append(2, {"b": 5.0})
    assert isnan(metrics.column("a")[2])
    assert metrics.column("b")[2] == 5.0


@pytest.mark.parametrize("count", [1, 5, 4096, 4097])
@pytest.mark.parametrize("names", [{"a": -1.0}, {"a": -1.0, "new": 2.0}])
def test_the_same_step_again_replaces_its_row(count: int, names: dict[str, float]) -> None:
    metrics = filled(count, "a")
    metrics.append(count - 1, names)
    assert len(metrics) == count
    assert metrics.column("a").tolist() == [*range(count - 1), -1.0]


def test_the_only_row_replaced_by_one_with_more_measured_is_there_wherever_it_is_asked_for() -> None:
    metrics = Metrics()
    metrics.append(0, {"a": 1.0})
    metrics.append(0, {"a": 2.0, "b": 3.0})
    metrics.append(1, {"a": 4.0, "b": 5.0})
    for seen in (metrics, metrics.until(1)):
        assert seen.steps().tolist() == [0, 1]
        assert seen.column("b").tolist() == [3.0, 5.0]
        assert seen.envelope("a")[1].tolist() == [2.0, 4.0]
        assert seen.between(0, 1)[1].tolist() == [0, 1]
    assert metrics.until(0).column("a").tolist() == [2.0]


def test_a_row_replaced_by_one_with_less_measured_forgets_the_rest() -> None:
    metrics = filled(3, "a", "b")
    metrics.append(2, {"a": 1.0})
    assert isnan(metrics.column("b")[2])


def test_a_step_before_the_last_one_is_a_defect_of_the_caller() -> None:
    with pytest.raises(ValueError, match="step must be at least 2, not 1"):
        filled(3, "a").append(1, {"a": 0.0})


def test_a_name_never_measured_is_a_key_error_and_draws_nothing() -> None:
    metrics = filled(3, "a")
    with pytest.raises(KeyError):
        metrics.column("b")
    assert len(metrics.envelope("b")[0]) == 0


def test_the_envelope_of_few_rows_is_the_rows() -> None:
    steps, values = filled(50, "a").envelope("a")
    assert steps.tolist() == values.tolist() == list(range(50))


@pytest.mark.parametrize("spike", first_quick([4096, 0, 1, 4095, 70_001, 99_999], 2))
def test_the_envelope_of_many_rows_is_short_and_keeps_every_spike(spike: int) -> None:
    metrics = Metrics()
    for step in range(100_000):
        metrics.append(step, {"a": np.sin(step / 1000) if step != spike else 50.0})
    steps, values = metrics.envelope("a", points=300)
    assert len(steps) <= 602
    assert (spike, 50.0) in zip(steps.tolist(), values.tolist(), strict=True)
    assert (steps[0], steps[-1]) == (0, 99_999)
    assert (np.diff(steps) > 0).all()


def in_blocks(blocks: int, names: tuple[str, ...]) -> Metrics:
    metrics, values = Metrics(), np.sin(np.arange(ROWS) / 100)
    for block in range(blocks):
        metrics.extend(np.arange(block * ROWS, (block + 1) * ROWS), dict.fromkeys(names, values + block))
    return metrics


def test_the_curve_of_a_run_that_grew_is_that_of_one_read_at_once() -> None:
    growing, values = Metrics(), np.random.default_rng(0).normal(size=60 * ROWS)
    for begin in range(0, len(values), ROWS // 2):
        steps = np.arange(begin, begin + ROWS // 2)
        growing.extend(steps, {"a": values[steps]})
        growing.curve("a", 100)
    steps, seen = growing.curve("a", 100)
    assert len(steps) <= 202
    assert (seen.min(), seen.max()) == (values.min(), values.max())
    assert (values[steps] == seen).all()
    spread = np.diff(steps)
    assert spread.max() < 4 * len(values) / 100  # no part of it is left out
    assert (steps > len(values) // 2).mean() == pytest.approx(0.5, abs=0.15)  # and none is drawn much finer


def test_what_is_drawn_of_a_long_run_holds_none_of_its_rows() -> None:
    metrics = in_blocks(60, ("a", "b"))
    tracemalloc.start()
    try:
        for name in ("a", "b"):
            metrics.curve(name, 100)
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 200_000  # bytes; the rows of a column have two million


def test_what_is_drawn_of_a_long_run_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    metrics, read = in_blocks(60, ("a",)), list[object]()
    monkeypatch.setattr(Shelf, "get", counted(read, Shelf.get))
    metrics.curve("a", 100)
    assert len(read) > 40
    read.clear()
    metrics.append(60 * ROWS, {"a": 0.0})
    metrics.curve("a", 100)
    assert len(read) < 4


def counted(calls: list[object], method: Callable[..., bytes]) -> Callable[..., bytes]:
    def call(*given: object) -> bytes:
        calls.append(given)
        return method(*given)

    return call


def test_the_envelope_leaves_out_what_was_not_measured() -> None:
    metrics = Metrics()
    for step in range(20_000):
        metrics.append(step, {"a": 1.0, "test": float(step)} if step % 10 == 0 else {"a": 1.0})
    steps, values = metrics.envelope("test", points=100)
    assert not np.isnan(values).any()
    assert (steps % 10 == 0).all()
    assert values.max() == 19_990.0


@given(st.lists(st.one_of(st.just(nan), st.floats(-1e6, 1e6)), max_size=300), st.integers(1, 50))
def test_the_envelope_has_the_extremes_and_only_measured_pairs(numbers: list[float], points: int) -> None:
    metrics = Metrics()
    for step, number in enumerate(numbers):
        metrics.append(step, {"a": number})
    steps, values = metrics.envelope("a", points)
    seen = [number for number in numbers if not isnan(number)]
    assert len(steps) <= 2 * points + 2
    assert all(numbers[step] == value for step, value in zip(steps.tolist(), values.tolist(), strict=True))
    if seen:
        assert (values.min(), values.max(), values[-1]) == (min(seen), max(seen), seen[-1])


def test_the_envelope_of_many_rows_is_quick() -> None:
    metrics = Metrics()
    row = {f"m{number}": 1.0 for number in range(4)}
    for step in range(200_000):
        metrics.append(step, row)
    metrics.envelope("m0")
    assert effort(lambda: metrics.envelope("m0")) < 1


def test_one_thread_may_read_while_another_writes() -> None:
    metrics = Metrics()

    def write() -> None:
        for step in range(30_000):
            metrics.append(step, {"a": float(step), **({"b": 1.0} if step > 5000 else {})})

    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        steps, values = metrics.envelope("a")
        assert np.array_equal(steps, values)
        steps, values = metrics.series("a")
        assert np.array_equal(steps, values)
    writer.join()


def long_run(rows: int) -> tuple[Metrics, list[float]]:
    values = np.random.default_rng(0).normal(size=rows).tolist()
    metrics = Metrics()
    for step, value in enumerate(values):
        metrics.append(step, {"loss": value, "late": 1.0} if step > rows // 2 else {"loss": value})
    return metrics, values


@pytest.mark.slow
def test_of_a_long_run_memory_has_the_newest_rows_and_all_are_there() -> None:
    rows = ROWS * (IN_MEMORY + 5) + 7
    metrics, values = long_run(rows)
    assert metrics.nbytes <= (IN_MEMORY + 1) * ROWS * 3 * 8
    assert metrics.steps().tolist() == list(range(rows))
    assert metrics.column("loss").tolist() == values
    assert np.isnan(metrics.column("late")).sum() == rows // 2 + 1
    assert [float(line.split(",")[1]) for line in metrics.csv().splitlines()[1:]] == values
    steps, drawn = metrics.envelope("loss", 100)
    assert min(values) in drawn
    assert max(values) in drawn
    assert [values[step] for step in steps] == drawn.tolist()


@pytest.mark.parametrize("step", [0, 5, ROWS - 1, ROWS, 3 * ROWS + 10, ROWS * (IN_MEMORY + 2)])
def test_the_rows_up_to_a_step_go_on_by_themselves(step: int) -> None:
    rows = ROWS * (IN_MEMORY + 2) + 7
    metrics, values = long_run(rows)
    part = metrics.until(step)
    part.append(step, {"loss": -9.0})
    part.append(step + 1, {"loss": -8.0})
    assert part.column("loss").tolist() == [*values[:step], -9.0, -8.0]
    assert metrics.column("loss").tolist() == values


def test_where_the_disk_is_full_all_rows_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Shelf, *parts: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Shelf, "put", full)
    metrics, values = long_run(ROWS * (IN_MEMORY + 3))
    assert metrics.column("loss").tolist() == values
    assert metrics.nbytes > (IN_MEMORY + 1) * ROWS * 2 * 8


def test_columns_become_metrics_again() -> None:
    metrics, _ = long_run(ROWS + 5)
    again = Metrics.of(metrics.steps(), {name: metrics.column(name) for name in metrics.names})
    assert again.csv() == metrics.csv()
    again.append(ROWS + 4, {"loss": 3.0})
    assert len(again) == ROWS + 5


def test_csv_has_one_line_per_row_and_nothing_where_nothing_was_measured() -> None:
    metrics = Metrics()
    metrics.append(0, {"maml.phi": 0.1})
    metrics.append(1, {"maml.phi": 1 / 3, "maml.test_loss": 2.0})
    metrics.append(2, {"maml.test_loss": 1e-300})
    assert metrics.csv() == "step,maml.phi,maml.test_loss\n0,0.1,\n1,0.3333333333333333,2.0\n2,,1e-300\n"


def test_csv_gives_back_every_digit() -> None:
    metrics = Metrics()
    values = np.random.default_rng(0).normal(size=5000)
    for step, value in enumerate(values):
        metrics.append(step, {"a": float(value)})
    rows = list(csv.DictReader(io.StringIO(metrics.csv())))
    assert [float(row["a"]) for row in rows] == values.tolist()


def test_json_has_null_where_there_is_no_number() -> None:
    metrics = Metrics()
    metrics.append(0, {"a": 1.0})
    metrics.append(1, {"b": inf})
    assert json.loads(metrics.json()) == {"step": [0, 1], "a": [1.0, None], "b": [None, None]}


def test_empty_metrics_can_be_exported_and_drawn() -> None:
    metrics = Metrics()
    assert metrics.csv() == "step\n"
    assert json.loads(metrics.json()) == {"step": []}
    assert len(metrics) == len(metrics.steps()) == 0


@pytest.mark.parametrize("row", [0, 3, 4095, 4096, 9999, 10_000, 20_000])
def test_rows_since_a_row_are_the_last_of_all(row: int) -> None:
    metrics = Metrics()
    for step in range(10_000):
        metrics.append(2 * step, {"a": float(step), **({"b": 1.0} if step == 5000 else {})})
    steps, columns = metrics.since(row, ["a", "b"])
    assert steps.tolist() == metrics.steps()[row:].tolist()
    assert columns["a"].tolist() == metrics.column("a")[row:].tolist()
    assert np.array_equal(columns["b"], metrics.column("b")[row:], equal_nan=True)


def test_the_rows_between_two_meta_steps_are_those_of_the_table() -> None:
    metrics = Metrics()
    for step in range(0, 20_000, 2):
        metrics.append(step, {"a": float(step), **({"b": -float(step)} if step >= 9000 else {})})
    for first, last in ((0, 19_998), (-5, -1), (8191, 8194), (8998, 9002), (12_345, 99_999), (5, 5)):
        names, steps, values = metrics.between(first, last)
        rows = (metrics.steps() >= first) & (metrics.steps() <= last)
        assert names == ("a", "b")
        assert steps.tolist() == metrics.steps()[rows].tolist()
        for place, name in enumerate(names):
            np.testing.assert_array_equal(values[:, place], metrics.column(name)[rows])
    assert [len(part) for part in Metrics().between(0, 9)] == [0, 0, 0]


def test_every_so_many_rows_between_two_meta_steps_are_among_all_of_them() -> None:
    metrics = Metrics.of(np.arange(1, 10_001), {"a": np.arange(0.0, 5_000.0, 0.5)})
    for first, last, every in ((1, 10_000, 64), (4090, 4100, 4), (5, 6, 8), (4096, 4096, 4096)):
        _, steps, values = metrics.between(first, last, every)
        wanted = [step for step in range(first, last + 1) if step % every == 0]
        assert (steps.tolist(), values[:, 0].tolist()) == (wanted, [0.5 * (step - 1) for step in wanted])


def measured(steps: Iterable[int], first: int = 0, last: int = 100) -> Metrics:
    """Give a run with one metric at every meta-step and "a" at these alone."""
    metrics, wanted = Metrics(), set(steps)
    for step in range(first, last + 1):
        metrics.append(step, {"all": 1.0, "a": float(step)} if step in wanted else {"all": 1.0})
    return metrics


def gaps_of(metrics: Metrics, points: int = 1000) -> list[int]:
    steps, values = metrics.curve("a", points)
    assert (np.diff(steps) > 0).all()
    return [int(step) for step in steps[np.isnan(values)]]


def test_a_curve_has_a_gap_where_it_was_not_measured_although_it_was_due() -> None:
    assert gaps_of(measured([*range(21), *range(50, 101)])) == [21]
    assert gaps_of(measured([*range(10), 40, *range(90, 101)])) == [10, 41]
    assert gaps_of(measured([0, 10, 20, 40, 50, 60, 70])) == [21]
    assert gaps_of(measured(range(0, 5000, 2), last=9000)) == []


def test_a_curve_measured_every_so_often_has_no_gap_even_if_a_branch_measures_it_more_seldom() -> None:
    assert gaps_of(measured(range(0, 101, 10))) == []
    assert gaps_of(measured([0, 5, 10, 15, 20, 40, 60, 80])) == []
    assert gaps_of(measured([0, 20, 40, 60, 65, 70, 75])) == []


def test_gaps_of_a_long_run_stay_where_they_are_when_it_is_thinned_for_drawing() -> None:
    missing = range(4000, 4200)  # across the end of a block
    metrics = measured([step for step in range(10_000) if step not in missing and step != 9000], last=9999)
    for points in (50, 4000):
        steps, values = metrics.curve("a", points)
        assert gaps_of(metrics, points) == [4000, 9000]
        for gap, first in ((4000, 4200), (9000, 9001)):
            place = steps.tolist().index(gap)
            assert steps[place - 1] < gap
            assert steps[place + 1] >= first
        assert not np.isnan(values[~np.isin(steps, [4000, 9000])]).any()


def test_the_first_values_of_a_new_name_and_a_name_without_any_have_no_gap() -> None:
    metrics = measured(range(60, 101))
    assert gaps_of(metrics) == []
    assert len(metrics.curve("b")[0]) == 0


def test_the_mark_tells_whether_there_is_anything_new() -> None:
    metrics = Metrics()
    marks = [metrics.mark]
    for step, value in ((0, 1.0), (1, 1.0), (1, 2.0), (1, float("nan"))):
        metrics.append(step, {"loss": value})
        marks.append(metrics.mark)
    assert len(set(marks)) == 5
    metrics.append(1, {"loss": float("nan")})
    assert metrics.mark == marks[-1]
    metrics.append(1, {"loss": float("nan"), "accuracy": 0.5})
    assert metrics.mark != marks[-1]


def test_on_a_disk_that_is_full_in_the_middle_of_a_block_everything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metascope.simulator.engine.history.metrics.IN_MEMORY", 1)
    metrics, names = Metrics(), ["a", "b", "c", "d", "e"]
    with full_disk(150):  # one block of seven rows has room, half of another one
        for step in range(35):  # each new name begins a block
            metrics.append(step, dict.fromkeys(names[: step // 7 + 1], step / 2.0))
            assert metrics.column("a").tolist() == [before / 2.0 for before in range(step + 1)]
    assert metrics.steps().tolist() == list(range(35))
