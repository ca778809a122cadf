from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.table import Effort, Row, from_json, markdown, to_json, write
from benchmarks.timing import in_turn, repeated


def test_a_row_comes_back_from_json() -> None:
    row = Row("training", ours=3.0, unit="steps/s", baseline=1.5, wanted=1.0, ratios=(1.0, 2.0, 4.0))
    assert from_json(to_json(row)) == row
    assert from_json(to_json(Row("saving", "2 s"))) == Row("saving", "2 s")


@pytest.mark.parametrize(
    ("row", "missed"),
    [
        (Row("a", ours=3.0, baseline=1.0, wanted=3.0), False),
        (Row("a", ours=3.0, baseline=1.0, wanted=3.1), True),
        (Row("a", ours=3.0, baseline=1.0, wanted=3.1, ratios=(1.0, 3.2, 4.0)), False),
        (Row("a", ours=29.0, unit="frames/s", least=30.0), True),
        (Row("a", ours=701.0, unit="MB", most=700.0), True),
        (Row("a", ours=699.0, unit="MB", most=700.0), False),
        (Row("a", "in words"), False),
    ],
)
def test_a_row_says_whether_what_is_wanted_is_missed(row: Row, missed: bool) -> None:
    assert row.missed is missed
    assert ("missed" in row.line()) is missed


def test_the_table_in_markdown_has_a_line_for_each_row(tmp_path: Path) -> None:
    path = tmp_path / "found.json"
    row = Row("training", ours=300.0, unit="steps/s", baseline=150.0, against="JAX", wanted=1.5, ratios=(1.9, 2.0, 2.1))
    write(path, [("one", row), ("two", Row("saving", "2 s"))], Effort())
    lines = markdown(path).splitlines()
    assert lines[-2:] == [
        "| training | 300 steps/s | JAX, 150 | 2x (1.9 to 2.1) | wanted 1.5x |",
        "| saving | 2 s | | | |",
    ]
    assert len({line.count("|") for line in lines[2:]}) == 1


def test_work_is_measured_in_turn_and_the_first_round_only_warms_up() -> None:
    now, turns = 0.0, list[str]()

    def work(name: str, seconds: float) -> None:
        nonlocal now
        now += seconds
        turns.append(name)

    slow, fast = repeated(lambda: work("slow", 2.0), 10), repeated(lambda: work("fast", 0.5), 10)
    found = in_turn({"slow": slow, "fast": fast}, 2, 1.0, lambda: now)
    assert found.of == {"slow": [5.0, 5.0], "fast": [20.0, 20.0]}
    assert turns == ["slow", "fast", *["slow", "fast", "fast"] * 2]
    row = found.row("it", "steps/s", "fast", "slow", "the slow one", 3.0)
    assert (row.ours, row.baseline, row.ratio, row.ratios) == (20.0, 5.0, 4.0, (4.0, 4.0, 4.0))
