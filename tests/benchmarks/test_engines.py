"""The benchmark of whole runs: which lessons it tells of, and what it says where a person's data are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import engines
from benchmarks.table import Effort
from metascope.simulator.engine.files.presets import find
from tests.contracts.runs import with_data

EFFORT = Effort(minutes=0.0)


def test_the_sequences_of_a_lesson_stand_on_its_card() -> None:
    for name, count in engines.SEQUENCES.items():
        assert f"{count:,}" in find(name).description


@pytest.mark.parametrize(("name", "steps"), [("copy", 70), ("n-grams", 45), ("mann-glyphs", 120), ("mnist", 60)])
def test_a_lesson_takes_the_meta_steps_that_its_card_tells(name: str, steps: int) -> None:
    assert engines.meta_steps(find(name)) == steps


def test_cases_with_a_persons_data_know_where_they_are_told() -> None:
    asking = {name for name in engines.CASES if with_data(find(name)) != find(name)}
    assert asking == engines.DATA.keys()


@pytest.mark.parametrize("name", engines.DATA)
def test_without_a_persons_data_one_row_says_so(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "CASES", {name: engines.CASES[name]})
    monkeypatch.setattr(engines, "QUICK", ())
    monkeypatch.setattr(engines, "_around", lambda *_: None)
    variable = engines.DATA[name]
    monkeypatch.delenv(variable, raising=False)
    row = engines.rows(EFFORT)[0]
    assert row.figure == f"left out: the variable {variable} of the environment names no folder or zip file"
    monkeypatch.setenv(variable, str(tmp_path / "nowhere"))
    row = engines.rows(EFFORT)[0]
    assert row.ours is None
    assert row.figure.startswith("left out: folder: ")
    assert "nowhere" in row.figure
