"""A sweep on a scheduler and workers that are processes of their own, one of which is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.sweeps.folder import SweepFolder, session_path
from metascope.simulator.engine.sweeps.parsing import parse
from tests.simulator.engine.sweeps.small import document, serial_table
from tests.waiting import until

ROOT = Path(__file__).parents[4]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals as POSIX sends them")]
STEPS = 300  # long enough to be killed in the middle
LONG = document(steps=STEPS, repeats=3)


@contextmanager
def process(*arguments: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run Python in a folder, where it does not lie in the way of the sweep's."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        assert child.stderr is not None
        child.stderr.close()


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """Start a scheduler, and give its address."""
    place = folder / "scheduler.json"
    options = ("--port", "0", "--host", "127.0.0.1", "--no-dashboard", "--no-show", "--scheduler-file", str(place))
    with process("-m", "distributed.cli.dask_scheduler", *options, folder=folder):
        until(place.exists, 0.05)
        until(lambda: bool(place.read_text()), 0.05)
        yield str(json.loads(place.read_text())["address"])


@contextmanager
def worker(address: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    with process("-m", "distributed.cli.dask_worker", address, *options, folder=folder) as child:
        yield child


def sweep_file(folder: Path, what: dict[str, object]) -> Path:
    path = folder / "small.json"
    path.write_text(json.dumps(what))
    return path


def test_a_worker_killed_in_mid_run_loses_only_that_run_and_the_table_is_as_if_runs_were_done_one_by_one(
    tmp_path: Path,
) -> None:
    path, out = sweep_file(tmp_path, LONG), tmp_path / "out"
    with scheduler(tmp_path) as address, worker(address, tmp_path) as first, worker(address, tmp_path):
        command = (str(ROOT / "main.py"), "--sweep", str(path), "--out", str(out), "--scheduler", address)
        with process(*command, folder=tmp_path) as sweep:
            folder = opened(out)

            def both_work() -> bool:
                folder.update()
                return folder.status is not None and folder.status.started == 2 and len(folder.rows) >= 1

            until(both_work, 0.02)
            first.kill()
            _, told = sweep.communicate()
            assert sweep.returncode == 0, told
    folder.update()
    assert sorted(row.tries for row in folder.rows.values()) == [1, 1, 1, 1, 1, 2]
    assert "its worker was lost; it is tried again" in told
    plan = parse(LONG, "small", "small.json")
    assert (out / "table.csv").read_text() == serial_table(plan, tmp_path / "serial", folder.head.engine)
    for index in range(len(plan)):
        session = open_session(session_path(out, index))
        assert session.recording.newest_step == STEPS
        session.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_sweep_that_was_told_to_stop_goes_on_where_it_was(tmp_path: Path, number: signal.Signals) -> None:
    path, out = sweep_file(tmp_path, LONG), tmp_path / "out"
    command = (str(ROOT / "main.py"), "--sweep", str(path), "--out", str(out), "--workers", "2")
    with process(*command, folder=tmp_path) as sweep:
        folder = opened(out)
        until(lambda: bool(folder.update()), 0.02)
        sweep.send_signal(number)
        _, told = sweep.communicate()
        assert sweep.returncode == 1
        assert told.splitlines()[-1] == "stopped: the same command goes on with it"
    folder.update()
    assert folder.status is not None
    assert folder.status.doing == "interrupted"
    assert not folder.alive
    before = dict(folder.rows)
    assert 0 < len(before) < 6
    with process(*command, folder=tmp_path) as sweep:
        _, told = sweep.communicate()
        assert sweep.returncode == 0, told
    folder.update()
    assert {index: folder.rows[index] for index in before} == before
    plan = parse(LONG, "small", "small.json")
    assert (out / "table.csv").read_text() == serial_table(plan, tmp_path / "serial", folder.head.engine)


def opened(out: Path) -> SweepFolder:
    """Return the folder of a sweep once it has begun."""
    until((out / "sweep.json").exists, 0.02)
    return SweepFolder(out)
