"""Sweeps that processes of this machine do without Dask, beside the same runs done one by one."""

from __future__ import annotations

import json
import multiprocessing
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from metascope.simulator.engine.sweeps import local
from metascope.simulator.engine.sweeps.folder import Row, SweepFolder
from metascope.simulator.engine.sweeps.local import fill, log_of, main
from metascope.simulator.engine.sweeps.writing import FolderWriter
from tests.simulator.engine.sweeps.small import document, plan, serial_table


@pytest.fixture(autouse=True)
def _nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do all runs by the reference: kernels would be compiled first."""
    monkeypatch.setattr(local, "common_engine", lambda *_: "reference")


def read(folder: Path) -> SweepFolder:
    made = SweepFolder(folder)
    made.update()
    return made


def test_the_table_is_that_of_runs_done_one_by_one(tmp_path: Path) -> None:
    assert fill(plan(), tmp_path / "local", lambda: False, workers=2) == "finished"
    assert (tmp_path / "local" / "table.csv").read_text() == serial_table(plan(), tmp_path / "serial")
    folder = read(tmp_path / "local")
    assert folder.status is not None
    assert (folder.status.doing, folder.alive) == ("finished", False)
    assert all(folder.session(index) for index in range(4))


@pytest.mark.slow
def test_a_run_whose_process_is_killed_is_done_again(tmp_path: Path) -> None:
    ended: list[object] = []
    filling = threading.Thread(target=lambda: ended.append(fill(plan(), tmp_path / "local", lambda: False, 1)))
    filling.start()
    while not multiprocessing.active_children():
        assert filling.is_alive()
    multiprocessing.active_children()[0].kill()
    filling.join()
    assert ended == ["finished"]
    assert (tmp_path / "local" / "table.csv").read_text() == serial_table(plan(), tmp_path / "serial")
    assert max(row.tries for row in read(tmp_path / "local").rows.values()) == 2


@pytest.mark.slow
def test_processes_that_are_lost_between_two_runs_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(ProcessPoolExecutor):
        def submit(self, *arguments: Any, **named: Any) -> Any:
            if len(made) == 1:
                raise BrokenProcessPool
            return super().submit(*arguments, **named)

    made: list[Broken] = []

    def make(*arguments: Any) -> Broken:
        made.append(Broken(*arguments))
        return made[-1]

    monkeypatch.setattr(local, "ProcessPoolExecutor", make)
    assert fill(plan(), tmp_path / "local", lambda: len(made) > 3, 1) == "finished"
    assert len(made) == 2
    assert [row.tries for row in read(tmp_path / "local").rows.values()] == [1] * 4


def test_the_time_left_falls_between_two_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("metascope.simulator.engine.sweeps.ends.time.monotonic", lambda: now[0])
    writer = FolderWriter(tmp_path / "sweep", plan(), lambda: "reference")
    filling = local._Filling(plan(), writer, 1)
    told: list[tuple[float | None, float | None]] = []
    monkeypatch.setattr(writer, "tell", lambda doing, started, rate, left: told.append((rate, left)))
    filling._ends.begin()
    filling._tell()
    now[0] += 10.0
    filling._end(Row(0, "finished"))
    for seconds in (0.0, 4.0, 4.0):
        now[0] += seconds
        filling._tell()
    writer.close("interrupted")
    assert told == [(None, None), (0.1, 30.0), (0.1, 26.0), (0.1, 22.0)]


@pytest.mark.slow
def test_what_was_stopped_is_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "local"
    rows = folder / "rows.jsonl"
    assert fill(plan(), folder, lambda: rows.is_file() and bool(rows.read_text()), 1) == "interrupted"
    done = len(read(folder).rows)
    assert 1 <= done < 4
    assert not multiprocessing.active_children()
    assert fill(plan(), folder, lambda: False, 1) == "finished"
    assert (folder / "table.csv").read_text() == serial_table(plan(), tmp_path / "serial")


def test_why_nothing_can_be_done_stands_beside_the_folder(tmp_path: Path) -> None:
    folder, file = tmp_path / "mine", tmp_path / "sweep.json"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    file.write_text(json.dumps(document()))
    before = signal.getsignal(signal.SIGTERM)
    assert main([str(folder), str(file)]) == 2
    (line,) = log_of(folder).read_text().splitlines()
    assert line.startswith(f"{folder}: must be empty, or a folder of this sweep; it holds notes.txt")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert signal.getsignal(signal.SIGTERM) == before
