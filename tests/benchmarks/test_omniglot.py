"""The benchmarks on Omniglot: what they say of a folder that is not there, or is none of Omniglot's."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import omniglot, omniglot_starts
from benchmarks.table import Effort


@pytest.mark.parametrize("part", [omniglot, omniglot_starts])
@pytest.mark.parametrize("choosing", ["", "1"])
def test_a_folder_that_cannot_be_read_is_told_in_one_row(
    part: ModuleType, choosing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part, "prepare_thread", lambda threads: None)  # this process has other tests
    monkeypatch.setenv("OMNIGLOT_CHOOSE", choosing)
    for folder, told in ((tmp_path / "nowhere", "must be a folder"), (tmp_path, str(tmp_path))):
        monkeypatch.setenv("OMNIGLOT", str(folder))
        (row,) = part.rows(Effort(quick=True, minutes=0.0))
        assert row.ours is None
        assert row.figure.startswith(f"left out: folder: {folder}: ")
        assert told in row.figure
