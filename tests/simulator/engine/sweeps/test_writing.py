from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from metascope.simulator.engine.cli import results
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session_format.head import versions
from metascope.simulator.engine.sweeps import writing
from metascope.simulator.engine.sweeps.folder import ROWS, SWEEP, Row, SweepFolder
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.writing import FolderWriter
from tests.simulator.engine.files.test_atomic import full_disk
from tests.simulator.engine.sweeps.small import plan


def begin(folder: Path, what: Plan | None = None) -> FolderWriter:
    return FolderWriter(folder, what or plan(), lambda: "reference")


def refusal(folder: Path, what: Plan | None = None) -> str:
    with pytest.raises(UserError) as caught:
        begin(folder, what)
    assert len(caught.value.problems) == 1
    return str(caught.value).removeprefix(f"{folder}: ")


def test_a_sweep_goes_on_with_the_rows_that_there_are(tmp_path: Path) -> None:
    writer = begin(tmp_path / "new" / "out")
    writer.add(Row(2, "finished", metrics={"maml.loss_now": 0.5}))
    writer.close("interrupted")
    again = FolderWriter(tmp_path / "new" / "out", plan(), lambda: "compiled")
    assert list(again.rows) == [2]
    assert again.engine == "reference"  # as it began
    again.add(Row(0, "finished", metrics={"maml.loss_now": 0.25}))
    again.close("interrupted")
    lines = (tmp_path / "new" / "out" / "table.csv").read_text().splitlines()
    assert [line.split(",")[0] for line in lines] == ["run", "0", "2"]


def test_a_line_that_was_cut_off_is_no_row(tmp_path: Path) -> None:
    writer = begin(tmp_path)
    writer.add(Row(2, "finished"))
    writer.close("interrupted")
    with (tmp_path / ROWS).open("a") as file:
        file.write(Row(1, "finished").dumps()[:20])
    again = begin(tmp_path)
    assert list(again.rows) == [2]
    again.add(Row(3, "finished"))
    again.close("interrupted")
    seen = SweepFolder(tmp_path)
    assert [row.index for row in seen.update()] == [2, 3]


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").touch()
    assert refusal(tmp_path) == "must be empty, or a folder of this sweep; it holds thesis.tex"
    assert os.listdir(tmp_path) == ["thesis.tex"]


def test_a_folder_of_another_sweep_is_refused_and_left_alone(tmp_path: Path) -> None:
    begin(tmp_path, plan(title="The first")).close("interrupted")
    before = (tmp_path / SWEEP).read_bytes()
    assert refusal(tmp_path, plan(steps=31)) == "holds The first with other runs or settings: choose another folder"
    assert (tmp_path / SWEEP).read_bytes() == before


def test_a_sweep_of_other_versions_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path).close("interrupted")
    now = versions()
    monkeypatch.setattr(writing, "versions", lambda: {**now, "torch": "9.9"})
    told = refusal(tmp_path)
    assert told.startswith("was begun with torch 2.")
    assert told.endswith(" whose results may differ from those of torch 9.9: choose another folder")


def test_two_cannot_fill_one_folder_and_the_lock_ends_with_its_process(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from metascope.simulator.engine.sweeps.lock import FolderLock;"
        "lock = FolderLock(Path(sys.argv[1]) / 'lock'); print('held', flush=True); time.sleep(600)"
    )
    child = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    assert refusal(tmp_path) == "is being filled by another process"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    begin(tmp_path).close("interrupted")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "must be a writable folder" in refusal(tmp_path / "file" / "out")


def test_the_table_of_the_end_is_the_same_in_whatever_order_runs_end(tmp_path: Path) -> None:
    rows = [Row(index, "finished", metrics={f"maml.m{index % 2}": index / 3}) for index in range(4)]
    tables = set()
    for number, order in enumerate(([0, 1, 2, 3], [3, 1, 0, 2])):
        writer = begin(tmp_path / str(number))
        for index in order:
            writer.add(rows[index])
            writer.tell("running", 1, None, None)
        writer.close("finished")
        tables.add((tmp_path / str(number) / "table.csv").read_bytes())
    assert len(tables) == 1


def test_the_head_holds_every_value(tmp_path: Path) -> None:
    begin(tmp_path).close("interrupted")
    head = json.loads((tmp_path / SWEEP).read_text())
    assert head["metascope_sweep_folder"] == 1
    assert head["engine"] == "reference"
    assert {"metascope", "python", "torch", "numpy"} <= head["versions"].keys()
    assert head["sweep"]["axes"][0]["list"] == [{"inner_rate": 0.05}, {"inner_rate": 0.1}]


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
@pytest.mark.parametrize("room", [0, 7])
def test_a_disk_that_fills_up_within_a_row_leaves_the_rows_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(results, "WAITS", (0.0,))
    writer = begin(tmp_path)
    writer.add(Row(2, "finished"))
    before = (tmp_path / ROWS).read_bytes()
    with full_disk(len(before) + room), pytest.raises(UserError, match="cannot be written"):
        writer.add(Row(3, "finished"))
    assert (tmp_path / ROWS).read_bytes() == before
    writer.add(Row(1, "finished"))
    writer.close("interrupted")
    assert [row.index for row in SweepFolder(tmp_path).update()] == [2, 1]


def test_a_row_that_cannot_be_written_for_seconds_is_added_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, tries = FolderWriter._append, []

    def full(writer: FolderWriter, line: bytes) -> None:
        tries.append(line)
        if len(tries) < 3:
            raise OSError(28, "No space left on device")
        append(writer, line)

    monkeypatch.setattr(results, "WAITS", (0.0, 0.0))
    monkeypatch.setattr(FolderWriter, "_append", full)
    writer = begin(tmp_path)
    writer.add(Row(2, "finished"))
    writer.close("interrupted")
    assert [row.index for row in SweepFolder(tmp_path).update()] == [2]
