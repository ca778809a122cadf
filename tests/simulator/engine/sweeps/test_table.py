from __future__ import annotations

import csv
import io
import math
import sys
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.sweeps.folder import Row
from metascope.simulator.engine.sweeps.table import csv_table, require_parquet, write_table
from tests.simulator.engine.sweeps.small import plan

ROWS = {
    3: Row(3, "failed", 'it said "no", twice', 7, {"maml.a": math.inf, "maml.b": math.nan}),
    0: Row(0, "finished", "", 30, {"maml.a": 0.1}, seconds=3.0, tries=2),
}


def test_a_table_has_settings_seed_end_and_metrics_of_each_run_in_order() -> None:
    lines = list(csv.reader(io.StringIO(csv_table(plan(), ROWS))))
    assert lines == [
        ["run", "inner_rate", "seed", "state", "why", "steps", "maml.a", "maml.b"],
        ["0", "0.05", "0", "finished", "", "30", "0.1", ""],
        ["3", "0.1", "1", "failed", 'it said "no", twice', "7", "inf", ""],
    ]


def test_wanted_metrics_are_the_columns_in_their_order() -> None:
    header = csv_table(plan(metrics=["maml.b", "maml.a"]), ROWS).splitlines()[0]
    assert header == "run,inner_rate,seed,state,why,steps,maml.b,maml.a"


def test_values_that_are_no_numbers_are_written_as_in_a_sweeps_file() -> None:
    made = plan(axes=[{"list": [{"outer_optimizer": "adam", "start": [0.5]}]}], repeats=None)
    line = list(csv.reader(io.StringIO(csv_table(made, {0: Row(0, "finished")}))))[1]
    assert line[:4] == ["0", "adam", "[0.5]", "0"]


def test_parquet_holds_the_same_with_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = write_table(tmp_path, plan(table="parquet"), ROWS)
    assert parquet.read_table(path).to_pylist() == [
        {"run": 0, "inner_rate": 0.05, "seed": 0, "state": "finished", "why": "", "steps": 30, "maml.a": 0.1,
         "maml.b": None},
        {"run": 3, "inner_rate": 0.1, "seed": 1, "state": "failed", "why": 'it said "no", twice', "steps": 7,
         "maml.a": math.inf, "maml.b": None},
    ]  # fmt: skip
    before = path.read_bytes()
    assert write_table(tmp_path, plan(table="parquet"), dict(sorted(ROWS.items()))).read_bytes() == before


def test_without_pyarrow_parquet_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UserError, match=r'table: needs pyarrow .* pip install "metascope\[sweep\]"'):
        require_parquet()
