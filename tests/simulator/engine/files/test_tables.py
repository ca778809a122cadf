"""Tables in CSV: as they are, and as spreadsheets with decimal commas read them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.tables import as_european, write_table

TABLE = 'step,"maml, after",note\n1,-0.5,v1.2\n2,1.5e-07,"a ""b"""\n'


def test_a_table_is_written_as_it_is(tmp_path: Path) -> None:
    write_table(tmp_path / "a.csv", TABLE, european=False)
    assert (tmp_path / "a.csv").read_bytes() == TABLE.encode()


def test_numbers_have_commas_and_nothing_else_changes(tmp_path: Path) -> None:
    write_table(tmp_path / "a.csv", TABLE, european=True)
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    assert text == 'step;maml, after;note\n1;-0,5;v1.2\n2;1,5e-07;"a ""b"""\n'
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # else Excel takes it for another encoding


@given(st.lists(st.lists(st.floats() | st.integers() | st.text("aθ;,\"'\n -.0", min_size=1), min_size=2), max_size=5))
def test_every_cell_can_be_read_back(cells: list[list[object]]) -> None:
    text = io.StringIO(newline="")
    rows = [[repr(cell) if isinstance(cell, float) else str(cell) for cell in row] for row in cells]
    csv.writer(text).writerows(rows)
    found = list(csv.reader(io.StringIO(as_european(text.getvalue()), newline=""), delimiter=";"))
    assert [[cell.replace(",", ".") for cell in row] for row in found] == [
        [cell.replace(",", ".") for cell in row] for row in rows
    ]


@pytest.mark.parametrize("european", [False, True])
def test_a_table_that_cannot_be_written_is_told(tmp_path: Path, european: bool) -> None:
    with pytest.raises(UserError, match=str(tmp_path)):
        write_table(tmp_path / "missing" / "a.csv", TABLE, european)
