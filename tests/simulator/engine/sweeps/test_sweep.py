"""Handing out and gathering, with a scheduler that does what a test tells it; the last tests have a real one."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from metascope.simulator.engine.cli.progress import Progress
from metascope.simulator.engine.errors import UserError
from metascope.simulator.engine.files.session import open_session
from metascope.simulator.engine.sweeps import cluster, parsing, sweep
from metascope.simulator.engine.sweeps.cluster import Where
from metascope.simulator.engine.sweeps.folder import Doing, Row, SweepFolder, session_path
from metascope.simulator.engine.sweeps.parsing import parse
from metascope.simulator.engine.sweeps.plan import Plan
from metascope.simulator.engine.sweeps.work import Job, Result, work
from metascope.simulator.engine.sweeps.writing import FolderWriter
from tests.simulator.engine.sweeps.processes import ROOT, opened, process, scheduler, sweep_file, worker
from tests.simulator.engine.sweeps.small import document, plan, serial_table
from tests.waiting import until

pytest.importorskip("distributed")


class FakeFuture:
    def __init__(self, status: str, result: Result | None = None, error: Exception | None = None) -> None:
        self.status, self._result, self._error = status, result, error
        self.cancelled = False

    def add_done_callback(self, told: Callable[[Any], object]) -> None:
        if self.status != "pending":
            told(self)

    def result(self) -> Result | None:
        return self._result

    def exception(self) -> Exception | None:
        return self._error

    def cancel(self) -> None:
        self.cancelled = True


class FakeClient:
    """A scheduler whose only worker does a run when it is submitted, or what `act` makes of it."""

    def __init__(self, act: Callable[[Job, FakeClient], FakeFuture] | None = None) -> None:
        self.submitted: list[int] = []
        self.futures: list[FakeFuture] = []
        self._act = act

    def nthreads(self) -> dict[str, int]:
        return {"tcp://127.0.0.1:1": 1}

    def subscribe_topic(self, topic: str, handler: Callable[[tuple[float, object]], object]) -> None:
        self._tell = handler

    def begin(self, index: int) -> None:
        self._tell((0.0, index))

    def submit(self, function: object, job: Job, topic: str, **options: object) -> FakeFuture:
        self.submitted.append(job.index)
        if self._act is None:
            self.begin(job.index)
            future = FakeFuture("finished", work(job))
        else:
            future = self._act(job, self)
        self.futures.append(future)
        return future


def go(
    monkeypatch: pytest.MonkeyPatch, folder: Path, client: FakeClient, what: Plan | None = None
) -> tuple[Doing, tuple[Row, ...], str]:
    """Run a sweep with a scheduler; return how it ended, its rows and what was told."""

    @contextmanager
    def connected(where: Where) -> Iterator[FakeClient]:
        yield client

    monkeypatch.setattr(sweep, "connected", connected)
    monkeypatch.setattr(sweep, "_GLANCE", 0.01)
    stream = io.StringIO()
    doing, rows = sweep.run_sweep(what or plan(), folder, Where(), stream)
    return doing, rows, stream.getvalue()


def test_a_sweep_does_each_run_once_and_its_table_is_as_if_runs_were_done_one_by_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    client = FakeClient()
    doing, rows, told = go(monkeypatch, tmp_path / "out", client)
    assert doing == "finished"
    assert client.submitted == [0, 1, 2, 3]
    assert [row.index for row in rows] == [0, 1, 2, 3]
    assert (tmp_path / "out" / "table.csv").read_text() == serial_table(plan(), tmp_path / "serial")
    assert all(session_path(tmp_path / "out", index).exists() for index in range(4))
    assert told.splitlines()[-1].startswith("done: run 4 of 4, in ")


def test_finished_and_failed_runs_are_skipped_when_it_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stop(job: Job, client: FakeClient) -> FakeFuture:
        if job.index == 2:
            os.kill(os.getpid(), signal.SIGINT)
            return FakeFuture("pending")
        if job.index == 1:
            return FakeFuture("finished", Result(Row(1, "failed", "it diverged").dumps()))
        return FakeFuture("finished", work(job)) if job.index == 0 else FakeFuture("pending")

    client = FakeClient(stop)
    doing, rows, told = go(monkeypatch, tmp_path, client)
    assert doing == "interrupted"
    assert [future.cancelled for future in client.futures] == [False, False, True, True]
    assert "run 1 failed: it diverged" in told
    assert "stopped after run 2 of 4" in told
    again = FakeClient()
    doing, rows, _ = go(monkeypatch, tmp_path, again)
    assert doing == "finished"
    assert again.submitted == [2, 3]
    assert [row.state for row in rows] == ["finished", "failed", "finished", "finished"]
    idle = FakeClient()
    assert go(monkeypatch, tmp_path, idle)[0] == "finished"
    assert idle.submitted == []


def test_a_run_whose_worker_is_lost_is_tried_twice_again_and_then_failed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def lose(job: Job, client: FakeClient) -> FakeFuture:
        begun = {0: 1, 1: 3, 2: 4, 3: 1}[job.index]
        for _ in range(begun):
            client.begin(job.index)
        return FakeFuture("pending") if begun == 4 else FakeFuture("finished", work(job))

    client = FakeClient(lose)
    _, rows, told = go(monkeypatch, tmp_path, client)
    assert [(row.state, row.tries) for row in rows] == [
        ("finished", 1),
        ("finished", 3),
        ("failed", 3),
        ("finished", 1),
    ]
    assert rows[2].why == "its worker was lost 3 times"
    assert told.count("run 1: its worker was lost; it is tried again") == 2
    assert client.futures[2].cancelled


@pytest.mark.parametrize(("losses", "state"), [(2, "finished"), (3, "failed")])
def test_a_run_that_the_scheduler_gives_up_is_tried_as_often(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, losses: int, state: str
) -> None:
    from distributed import KilledWorker

    def give_up(job: Job, client: FakeClient) -> FakeFuture:
        if job.index == 1 and client.submitted.count(1) <= losses:
            return FakeFuture("error", error=KilledWorker("run-1", None, 0))
        return FakeFuture("finished", work(job))

    client = FakeClient(give_up)
    doing, rows, _ = go(monkeypatch, tmp_path, client)
    assert doing == "finished"
    assert [row.state for row in rows] == ["finished", state, "finished", "finished"]
    assert client.submitted.count(1) == 3


@pytest.mark.parametrize(
    ("future", "told"),
    [
        (FakeFuture("cancelled"), "--scheduler: the connection to the scheduler was lost"),
        (FakeFuture("error", error=ModuleNotFoundError("No module named 'simulator'")), "No module named 'simulator'"),
        (FakeFuture("finished", Result(refused="torch is 1.0, not 2.13")), "torch is 1.0, not 2.13"),
    ],
)
def test_what_is_no_runs_fault_ends_the_sweep_with_one_line_and_it_can_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, future: FakeFuture, told: str
) -> None:
    client = FakeClient(lambda job, client: future if job.index == 1 else FakeFuture("finished", work(job)))
    with pytest.raises(UserError) as caught:
        go(monkeypatch, tmp_path, client)
    assert len(caught.value.problems) == 1
    assert told in str(caught.value)
    again = FakeClient()
    assert go(monkeypatch, tmp_path, again)[0] == "finished"
    assert again.submitted[0] == 1


def test_a_session_that_comes_back_is_written_before_its_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def send(job: Job, client: FakeClient) -> FakeFuture:
        return FakeFuture("finished", Result(Row(job.index, "finished").dumps(), f"session {job.index}".encode()))

    go(monkeypatch, tmp_path, FakeClient(send))
    assert session_path(tmp_path, 3).read_bytes() == b"session 3"


def test_a_sweep_ends_when_its_seconds_are_over_and_goes_on_later(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    short = plan(budget={"total": 0.05})
    client = FakeClient(lambda job, client: FakeFuture("pending"))
    doing, rows, _ = go(monkeypatch, tmp_path, client, short)
    assert (doing, rows) == ("out of time", ())
    assert all(future.cancelled for future in client.futures)
    folder = SweepFolder(tmp_path)
    folder.update()
    assert folder.status is not None
    assert folder.status.doing == "out of time"
    assert go(monkeypatch, tmp_path, FakeClient())[0] == "finished"


def test_a_wanted_metric_that_is_not_measured_is_told_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, _, told = go(monkeypatch, tmp_path, FakeClient(), plan(metrics=["maml.loss_afte"]))
    assert told.count("did not measure maml.loss_afte") == 1


def test_combinations_that_are_not_allowed_and_were_not_checked_are_rows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(parsing, "_point_problems", lambda plan: [])
    made = plan(axes=[{"setting": "inner_rate", "grid": [0.1, -1.0]}], repeats=None)
    _, rows, _ = go(monkeypatch, tmp_path, FakeClient(), made)
    assert [row.state for row in rows] == ["finished", "failed"]
    assert rows[1].why == "inner_rate: must be at least 0.0, not -1.0"


def test_how_many_runs_where_and_by_how_many_workers_is_told_before_the_first_one_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def begin(job: Job, client: FakeClient) -> FakeFuture:
        if job.index == 0:
            client.begin(0)
        return FakeFuture("pending")

    def end_one(job: Job, client: FakeClient) -> FakeFuture:
        return FakeFuture("finished", work(job)) if job.index == 0 else FakeFuture("pending")

    short = plan(budget={"total": 0.1})
    monkeypatch.setattr(cluster, "cores", lambda: 2)
    _, _, told = go(monkeypatch, tmp_path, FakeClient(begin), short)
    assert told.splitlines()[:2] == [
        f"4 runs into {tmp_path}, by 2 workers on this computer",
        "run 0 of 4, 1 in progress",
    ]
    go(monkeypatch, tmp_path, FakeClient(end_one), short)
    _, _, told = go(monkeypatch, tmp_path, FakeClient())
    assert told.splitlines()[0] == f"4 runs into {tmp_path}, 1 of them done, by 2 workers on this computer"


def test_what_is_left_falls_while_runs_are_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("metascope.simulator.engine.sweeps.ends.time.monotonic", lambda: now[0])
    writer = FolderWriter(tmp_path / "sweep", plan(), lambda: "reference")
    run = sweep.SweepRun(plan(), writer, FakeClient(), Progress(len(plan()), io.StringIO(), "run"))
    told: list[tuple[float | None, float | None]] = []
    monkeypatch.setattr(writer, "tell", lambda doing, started, rate, left: told.append((rate, left)))
    run._begun(0)
    run._tell()
    now[0] += 10.0
    run._end(Row(0, "finished"))
    for seconds in (0.0, 4.0, 4.0, 12.0):
        now[0] += seconds
        run._tell()
    writer.close("interrupted")
    left = 10.0 * (len(plan()) - 1)
    assert told == [(None, None), (0.1, left), (0.1, left - 4), (0.1, left - 8), (1 / 30, 3 * left - 20)]


def test_what_is_handed_out_ahead_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sweep, "_LEAST_AHEAD", 2)
    monkeypatch.setattr(sweep, "_AHEAD", 1)
    most = 0

    def count(job: Job, client: FakeClient) -> FakeFuture:
        nonlocal most
        most = max(most, len(client.futures) + 1 - len(SweepFolder(tmp_path).update()))
        return FakeFuture("finished", work(job))

    go(monkeypatch, tmp_path, FakeClient(count))
    assert most <= 2


real = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX sends them")
STEPS = 300  # long enough to be killed in the middle
LONG = document(steps=STEPS, repeats=3)


@pytest.mark.slow
@real
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


@pytest.mark.slow
@real
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
