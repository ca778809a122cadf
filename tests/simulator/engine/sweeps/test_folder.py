from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.sweeps import folder as folders
from metascope.simulator.engine.sweeps.folder import ROWS, STATUS, SWEEP, Row, SweepFolder
from metascope.simulator.engine.sweeps.writing import FolderWriter
from tests.simulator.engine.sweeps.small import plan


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Give the folder of a sweep of which no run has ended."""
    FolderWriter(tmp_path / "out", plan(), lambda: "reference").close("interrupted")
    return tmp_path / "out"


def add(folder: Path, *rows: Row, end: str = "\n") -> None:
    with (folder / ROWS).open("a") as file:
        file.write("\n".join(row.dumps() for row in rows) + end)


def refusal(folder: Path) -> str:
    """Return the one line by which a folder is refused."""
    with pytest.raises(UserError) as caught:
        SweepFolder(folder).update()
    assert len(caught.value.problems) == 1
    return str(caught.value)


def test_a_row_is_read_back_with_every_bit() -> None:
    row = Row(3, "failed", "Übel", 7, {"a.b": 0.1 + 0.2, "a.c": math.inf, "a.d": -math.inf}, 1.5, 0.25, 2)
    assert Row.loads(row.dumps(), "here") == row
    assert math.isnan(Row.loads(replace(row, metrics={"a": math.nan}).dumps(), "here").metrics["a"])


def test_a_folder_that_is_being_filled_gives_what_is_new_at_each_look(begun: Path) -> None:
    seen = SweepFolder(begun)
    assert seen.update() == ()
    one, two, three = (Row(index, "finished") for index in (2, 0, 1))
    add(begun, one, two)
    assert seen.update() == (one, two)
    assert seen.update() == ()
    add(begun, three, end="")  # it is being written
    assert seen.update() == ()
    add(begun, end="\n")
    assert seen.update() == (three,)
    assert seen.rows == {2: one, 0: two, 1: three}
    assert seen.plan == SweepFolder(begun).plan


def test_a_later_row_of_a_run_replaces_the_earlier_one(begun: Path) -> None:
    add(begun, Row(1, "failed", "a disk was full"), Row(1, "finished"))
    seen = SweepFolder(begun)
    assert [row.state for row in seen.update()] == ["failed", "finished"]
    assert seen.rows[1].state == "finished"


def test_rows_that_began_again_are_read_again(begun: Path) -> None:
    seen = SweepFolder(begun)
    add(begun, Row(0, "finished"), Row(1, "finished"))
    seen.update()
    (begun / ROWS).unlink()
    add(begun, Row(3, "finished"))
    assert [row.index for row in seen.update()] == [3]
    assert list(seen.rows) == [3]


def test_a_run_has_a_session_once_it_is_there(begun: Path) -> None:
    seen = SweepFolder(begun)
    assert seen.session(3) is None
    (begun / "runs" / "00003.metascope").touch()
    assert seen.session(3) == begun / "runs" / "00003.metascope"


def test_a_thousand_rows_are_read_well_within_two_seconds(tmp_path: Path) -> None:
    made = plan(repeats=500)
    FolderWriter(tmp_path, made, lambda: "reference").close("interrupted")
    metrics = {f"maml.metric_{number}": number / 3 for number in range(40)}
    add(tmp_path, *(Row(index, "finished", metrics=metrics) for index in range(1000)))
    began = time.thread_time()
    seen = SweepFolder(tmp_path)
    assert len(seen.update()) == 1000
    assert time.thread_time() - began < 1.0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "must be JSON: Expecting property name enclosed in double quotes (line 1)"),
        ("{}", "must be written by a sweep of Metascope"),
        ('{"metascope_sweep_folder": 2}', "the folder's format must be 1, not 2: it is from a newer Metascope"),
        ('{"metascope_sweep_folder": 1}', "must be written by a sweep of Metascope"),
        ('{"metascope_sweep_folder": "1"}', "must be written by a sweep of Metascope"),
    ],
)
def test_a_foreign_or_newer_folder_is_refused_with_one_line(begun: Path, text: str, told: str) -> None:
    (begun / SWEEP).write_text(text)
    assert refusal(begun) == f"{begun / SWEEP}: {told}"


def test_a_folder_without_a_sweep_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: must be a sweep's folder, with sweep.json in it"


def test_a_newer_sweep_in_a_folder_is_refused(begun: Path) -> None:
    head = json.loads((begun / SWEEP).read_text())
    head["sweep"]["metascope_sweep"] = 9
    (begun / SWEEP).write_text(json.dumps(head))
    assert "the sweep's format must be 1, not 9: it is from a newer Metascope" in refusal(begun)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"a,b,c", "line 2: must be JSON"),
        (b"{}", "line 2: must hold the rows of a sweep"),
        (b'{"index": 0}', "line 2: must hold the rows of a sweep"),
        (b"\xff\xfe", "line 2: must be UTF-8 text"),
        (Row(4, "finished").dumps().encode(), "line 2: must be a run of this sweep, which has 4, not number 4"),
        (Row(1, "finished").dumps().replace("finished", "done").encode(), "line 2: must hold the rows of a sweep"),
    ],
)
def test_rows_that_are_none_are_refused_with_their_line(begun: Path, line: bytes, told: str) -> None:
    add(begun, Row(0, "finished"))
    with (begun / ROWS).open("ab") as file:
        file.write(line + b"\n")
    assert told in refusal(begun)


def test_what_fills_the_folder_lives_while_it_speaks(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = FolderWriter(begun, plan(), lambda: "reference")
    writer.tell("running", 2, 1.5, 3.0)
    seen = SweepFolder(begun)
    seen.update()
    assert seen.alive
    assert seen.status is not None
    assert (seen.status.started, seen.status.rate, seen.status.seconds_left) == (2, 1.5, 3.0)
    monkeypatch.setattr(folders, "SILENT", 0.0)
    seen.update()
    assert not seen.alive
    monkeypatch.undo()
    writer.close("finished")
    seen.update()
    assert not seen.alive
    assert seen.status.doing == "finished"


def test_a_process_that_was_killed_is_known_to_be_dead_at_once(begun: Path) -> None:
    code = "import sys, os; print(os.getpid())"
    pid = int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
    writer = FolderWriter(begun, plan(), lambda: "reference")
    writer.tell("running", 2, 1.5, 3.0)
    seen = SweepFolder(begun)
    seen.update()
    assert seen.status is not None
    (begun / STATUS).write_text(json.dumps({**asdict(seen.status), "pid": pid}))
    seen.update()
    assert not seen.alive
    writer.close("interrupted")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"doing": "running"}'])
def test_a_status_that_cannot_be_read_is_silence(begun: Path, text: str) -> None:
    (begun / STATUS).write_text(text)
    seen = SweepFolder(begun)
    add(begun, Row(0, "finished"))
    assert len(seen.update()) == 1
    assert not seen.alive


def test_reading_leaves_the_folder_as_it_was(begun: Path) -> None:
    add(begun, Row(0, "finished"))
    before = {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in begun.iterdir()}
    for _ in range(2):
        SweepFolder(begun).update()
    assert {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in begun.iterdir()} == before
    assert os.listdir(begun / "runs") == []
